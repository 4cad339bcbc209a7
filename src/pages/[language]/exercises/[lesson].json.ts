import type { APIRoute } from 'astro'
import { exercisesById } from '#exercises/build/lesson-exercises.ts'
import { listLessons, type ListedLesson } from '#site/lessons.ts'
import { ORIGINAL, PAGE_LANGUAGES } from '#site/words.ts'

/** Of every lesson: a mixed set draws from those, too, that are not translated. */
export async function getStaticPaths() {
  const courses = PAGE_LANGUAGES.filter((language) => language !== ORIGINAL).map(async (language) =>
    (await listLessons(language)).map((lesson) => ({
      params: { language, lesson: lesson.entry.id },
      props: { lesson },
    })),
  )
  return (await Promise.all(courses)).flat()
}

/** A lesson's exercises as the pages of a language have them. */
export const GET: APIRoute = ({ props }) => {
  const { entry, prose } = (props as { lesson: ListedLesson }).lesson
  return Response.json(exercisesById({ id: entry.id, filePath: prose.filePath }))
}
