import { readFileSync } from 'node:fs'
import type { APIRoute } from 'astro'
import { icoOf, pngOf } from '#site/cards/png.ts'

const WIDTH = 32

/** For programs that ask for it without having read the page: feed readers, bookmarks, search engines. */
export const GET: APIRoute = () =>
  new Response(icoOf(pngOf(readFileSync('public/favicon.svg', 'utf8'), WIDTH), WIDTH), {
    headers: { 'Content-Type': 'image/x-icon' },
  })
