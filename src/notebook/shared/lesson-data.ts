import type { CellDefinition, CellExecutable } from './cell.ts'
import { defined } from './defined.ts'

/** What the page tells the scripts about its lesson: one JSON element, written at build. */
export interface LessonData {
  readonly id: string
  readonly cells: readonly CellDefinition[]
}

/** The element that holds it. */
export const LESSON_DATA_ID = 'lesson-data'

/**
 * JSON that may stand inside a script element: no `<` ends it early. Executables stay in files of their own until they run.
 * @param folder the address of the lesson's files, with a slash at its end
 */
export function lessonJson({ id, cells }: LessonData, folder: string): string {
  const light = cells.map((cell) =>
    cell.executable ? { ...cell, executable: inFolder(cell.executable, folder) } : cell,
  )
  return JSON.stringify({ id, cells: light }).replaceAll('<', '\\u003C')
}

function inFolder({ name, source }: CellExecutable, folder: string): CellExecutable {
  return { name, url: folder + name, ...defined({ source }) }
}
