import type { APIRoute } from 'astro'
import { lightColour } from '#site/cards/palette.ts'
import { APP_ICONS } from '#site/icons.ts'

/** What makes the site something that can be installed. Addresses count from where this file is, whatever the base. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: 'Pagewalk: how is the value of a variable found?',
      short_name: 'Pagewalk',
      description: 'An online course that follows one value from a line of Rust to a byte of RAM and back.',
      lang: 'en',
      start_url: './',
      scope: './',
      display: 'minimal-ui',
      background_color: lightColour('paper'),
      theme_color: lightColour('paper'),
      icons: [
        { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
        ...APP_ICONS.map((size) => ({
          src: `icons/${size}.png`,
          sizes: `${size}x${size}`,
          type: 'image/png',
        })),
      ],
    }),
    { headers: { 'Content-Type': 'application/manifest+json' } },
  )
