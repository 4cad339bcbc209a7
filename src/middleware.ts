/**
 * Astro writes its islands' one line of style where the first of them stands. HTML has styles in the head, and there
 * it is put.
 */
import { defineMiddleware } from 'astro:middleware'

const ISLANDS_STYLE = /<style>astro-island[^<]*<\/style>/

export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next()
  if (response.headers.get('content-type')?.startsWith('text/html') !== true) return response
  const html = await response.text()
  const [style = ''] = ISLANDS_STYLE.exec(html) ?? []
  // A function, since a replacement in a string has signs of its own.
  const moved = html.replace(style, '').replace('</head>', () => `${style}</head>`)
  return new Response(moved, response)
})
