import type { APIRoute } from 'astro'
import { listLessons } from '#site/lessons.ts'
import { REFERENCE } from '#site/reference.ts'
import { sitePath } from '#site/site-path.ts'

/** The pages that can be found (sitemaps.org, protocol 0.9); empty while the build does not know the site's address. */
export const GET: APIRoute = async ({ site }) => {
  const apart = ['', 'about/', 'scratchpad/', 'examination/', 'teachers/', 'assign/', 'check/', 'reference/']
  const pages = [...apart, ...REFERENCE.map(({ path }) => path)]
  const paths = [
    ...pages,
    ...(await listLessons()).flatMap(({ languages }) => languages.map(({ path }) => path)),
  ]
  const entries = site
    ? paths.map((path) => `<url><loc>${new URL(sitePath(path), site).href}</loc></url>`)
    : []
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>\n`
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } })
}
