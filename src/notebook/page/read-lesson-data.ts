import { LESSON_DATA_ID, type LessonData } from '#notebook/shared/lesson-data.ts'

/** What the page says of its lesson; undefined where it has none. */
export function readLessonData(document: Document): LessonData | undefined {
  const text = document.getElementById(LESSON_DATA_ID)?.textContent
  return text ? (JSON.parse(text) as LessonData) : undefined
}
