import type { APIRoute } from 'astro'
import { CARD_WIDTH } from '#site/cards/card-size.ts'
import { cardSvg, type Card } from '#site/cards/card-svg.ts'
import { lessonDrawing } from '#site/cards/lesson-drawing.ts'
import { pngOf } from '#site/cards/png.ts'
import { listLessons } from '#site/lessons.ts'

export async function getStaticPaths() {
  const lessons = await listLessons()
  const [first] = lessons
  const course = {
    params: { page: 'course' },
    props: {
      title: 'How is the value of a variable found?',
      description: 'Follow one value from a line of Rust to a byte of RAM and back.',
      picture: first && lessonDrawing(first.entry),
    },
  }
  return [
    course,
    ...lessons.map(({ entry }) => ({
      params: { page: entry.id },
      props: { title: entry.data.short, description: entry.data.description, picture: lessonDrawing(entry) },
    })),
  ]
}

/** What a link to a page is shown with. */
export const GET: APIRoute = ({ props }) =>
  new Response(pngOf(cardSvg(props as unknown as Card), CARD_WIDTH), {
    headers: { 'Content-Type': 'image/png' },
  })
