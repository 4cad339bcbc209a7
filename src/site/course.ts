import { readCourse } from '#exercises/build/course.ts'
import type { Course } from '#exercises/shared/course.ts'
import { listLessons } from '#site/lessons.ts'

/** The course as assignments speak of it, its lessons called as in the contents. */
export async function listedCourse(): Promise<Course> {
  const titles = new Map((await listLessons()).map(({ entry }) => [entry.id, entry.data.short]))
  return readCourse((id) => titles.get(id) ?? id)
}
