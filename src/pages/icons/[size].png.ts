import { readFileSync } from 'node:fs'
import type { APIRoute } from 'astro'
import { pngOf } from '#site/cards/png.ts'
import { ICON_SIZES } from '#site/icons.ts'

export function getStaticPaths() {
  return ICON_SIZES.map((size) => ({ params: { size: String(size) } }))
}

export const GET: APIRoute = ({ params }) =>
  new Response(pngOf(readFileSync('public/favicon.svg', 'utf8'), Number(params['size'])), {
    headers: { 'Content-Type': 'image/png' },
  })
