/** A mistake an author made in a lesson, with its file and line: it stops the build. */
export class LessonError extends Error {
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`)
    this.name = 'LessonError'
  }
}
