import { readFileSync } from 'node:fs'
import type { APIRoute } from 'astro'
import { changesFeed } from '#site/changes-feed.ts'
import { sitePath } from '#site/site-path.ts'

/** A feed of changes. Its one link leads to where it is read, as long as the build does not know the site's address. */
export const GET: APIRoute = ({ site }) => {
  const address = site ? new URL(sitePath(''), site).href : sitePath('')
  return new Response(changesFeed(readFileSync('CHANGELOG.md', 'utf8'), address), {
    headers: { 'Content-Type': 'application/rss+xml' },
  })
}
