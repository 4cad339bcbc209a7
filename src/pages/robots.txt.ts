import type { APIRoute } from 'astro'
import { sitePath } from '#site/site-path.ts'

/** Everything may be found. Where the pages are is said as soon as the build knows the site's address. */
export const GET: APIRoute = ({ site }) => {
  const sitemap = site && new URL(sitePath('sitemap.xml'), site).href
  return new Response(`User-agent: *\nAllow: /\n${sitemap ? `Sitemap: ${sitemap}\n` : ''}`)
}
