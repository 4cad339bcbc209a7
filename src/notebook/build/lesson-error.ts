/** A mistake an author made in a lesson, with its file, line and where it helps column: it stops the build. */
export class LessonError extends Error {
  constructor(file: string, line: number, message: string, column?: number) {
    super(`${file}:${line}:${column === undefined ? '' : `${column}:`} ${message}`)
    this.name = 'LessonError'
  }
}
