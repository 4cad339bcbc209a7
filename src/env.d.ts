declare namespace App {
  interface Locals {
    /** The lesson a page is about, with what its cells produced at build. */
    lesson?: import('#notebook/lesson.ts').Lesson
    /** That lesson's exercises. */
    exercises?: import('#exercises/lesson-exercises.ts').LessonExercises
  }
}
