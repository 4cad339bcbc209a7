import type { APIRoute } from 'astro'
import { getCollection } from 'astro:content'

/** The scratchpad's examples by their names, each as a pad: what a reader chooses is fetched then. */
export const GET: APIRoute = async () => {
  const themes = await getCollection('examples')
  const examples = themes.flatMap(({ data }) => data.examples)
  return Response.json(
    Object.fromEntries(
      examples.map(({ id, cells }) => [id, cells.map((cell, index) => ({ ...cell, id: `c${index + 1}` }))]),
    ),
  )
}
