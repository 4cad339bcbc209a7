import type { APIRoute } from 'astro'
import { exercisesById } from '#exercises/build/lesson-exercises.ts'
import { listLessons, type ListedLesson } from '#site/lessons.ts'

export async function getStaticPaths() {
  const lessons = await listLessons()
  return lessons.map((lesson) => ({ params: { lesson: lesson.entry.id }, props: { lesson } }))
}

/** A lesson's exercises by their ids: what the kernel's worker needs to draw other variants and to judge answers. */
export const GET: APIRoute = ({ props }) =>
  Response.json(exercisesById((props as { lesson: ListedLesson }).lesson.entry))
