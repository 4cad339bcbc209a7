/** A lesson in Chromium, served from the last build, for what only a browser can time. */
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '../site/browser.ts'

const DIST = join(import.meta.dirname, '../../dist')
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  json: 'application/json',
}

/** What is named by its content may be kept, as every host that is set up says. */
const FOREVER = 'public, max-age=31536000, immutable'

/** A connection, shared by all that is fetched at once. */
export interface Network {
  readonly bytesASecond: number
  /** Milliseconds until an answer begins. */
  readonly latency: number
}

/** When the last byte of so many is here, of answers that follow each other. */
function deliveries({ bytesASecond, latency }: Network): (byteCount: number) => Promise<void> {
  let free = 0
  return (byteCount) => {
    free = Math.max(free, performance.now() + latency) + (byteCount / bytesASecond) * 1000
    return new Promise((resolve) => setTimeout(resolve, free - performance.now()))
  }
}

/**
 * Opens a page of the built site, hands it over, and closes everything.
 * @param network what is fetched comes over it, packed as hosts pack it; without, at once and as it is
 */
export async function onPage<Result>(
  path: string,
  use: (page: Page, origin: string) => Promise<Result>,
  network?: Network,
): Promise<Result> {
  const delivered = network && deliveries(network)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = join(DIST, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    const ending = file.split('.').at(-1) ?? ''
    readFile(file).then(
      async (bytes) => {
        response.setHeader('Content-Type', TYPES[ending] ?? '')
        if (pathname.includes('/_astro/')) response.setHeader('Cache-Control', FOREVER)
        const isPacked = delivered !== undefined && ending !== 'woff2'
        if (isPacked) response.setHeader('Content-Encoding', 'gzip')
        const body = isPacked ? gzipSync(bytes) : bytes
        await delivered?.(body.length)
        response.end(body)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  const origin = `http://localhost:${typeof address === 'object' ? address?.port : 0}`
  const { executablePath, arguments: args } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args: [...args] })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${origin}/${path}`, { waitUntil: 'networkidle' })
    return await use(page, origin)
  } finally {
    await browser.close()
    server.close()
  }
}

/** The value below which that share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
}

export const milliseconds = (value: number) => `${value.toFixed(1)} ms`
export const within = (value: number, bar: number) =>
  `${milliseconds(value)} ${value <= bar ? '≤' : '> !'} ${bar} ms`
