declare namespace App {
  interface Locals {
    /** The lesson a page is about, with what its cells produced at build. */
    lesson?: import('#notebook/build/lesson.ts').Lesson
    /** That lesson's exercises. */
    exercises?: import('#exercises/build/lesson-exercises.ts').LessonExercises
  }
}
