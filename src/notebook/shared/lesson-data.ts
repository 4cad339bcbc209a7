import type { CellDefinition } from './cell.ts'

/** What the page tells the scripts about its lesson: one JSON element, written at build. */
export interface LessonData {
  readonly id: string
  readonly cells: readonly CellDefinition[]
}

/** The element that holds it. */
export const LESSON_DATA_ID = 'lesson-data'

/** JSON that may stand inside a script element: no `<` ends it early. */
export function lessonJson(data: LessonData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003C')
}
