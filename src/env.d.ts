declare namespace App {
  interface Locals {
    /** The lesson a page is about, with what its cells produced at build. */
    lesson?: import('#notebook/build/lesson.ts').Lesson
    /** What the page is written in, where that is not the course's own language. */
    language?: import('#site/words.ts').PageLanguage
    /** That lesson's exercises. */
    exercises?: import('#exercises/build/lesson-exercises.ts').LessonExercises
  }
}
