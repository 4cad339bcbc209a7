/**
 * `npm run preview`: serves the built site as any file host would, under the path it was built for.
 *
 * Astro's own preview allows one server per project, so that it can't serve two builds side by side for the tests.
 */
import compression from '@polka/compression'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import sirv from 'sirv'

const PORTS_TO_TRY = 20

const { values: options } = parseArgs({
  options: {
    base: { type: 'string', default: '/' },
    outDir: { type: 'string', default: 'dist' },
    port: { type: 'string', default: '4321' },
  },
})
const base = `/${options.base}/`.replace(/\/+/g, '/')
const root = resolve(options.outDir)

const pack = compression()
/** As the files are now: after another build the server need not be started again. */
const files = sirv(root, { dev: true, etag: true, setHeaders: describe, onNoMatch: miss })

function describe(response: ServerResponse, path: string): void {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Vary', 'Accept-Encoding')
  if (path.startsWith('/_astro/')) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
  if (path.endsWith('.ipynb')) response.setHeader('Content-Type', 'application/json')
}

function miss(_request: unknown, response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' })
  response.end(readFileSync(join(root, '404.html')))
}

/** Where a page is that was asked for without the slash at its end, as file hosts answer it. */
function pageWithSlash(path: string): string | undefined {
  if (path.endsWith('/') || !path.startsWith(base)) return undefined
  return existsSync(join(root, path.slice(base.length), 'index.html')) ? `${path}/` : undefined
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const address = URL.parse(`http://localhost${request.url}`)
  if (!address) return void response.writeHead(400).end()
  const { pathname, search } = address
  const page = pageWithSlash(pathname.replace(/^\/+/, '/'))
  if (page) return void response.writeHead(301, { Location: page + search }).end()
  if (!pathname.startsWith(base)) return miss(request, response)
  request.url = pathname.slice(base.length - 1) + search
  pack(request, response, () => files(request, response))
}

const server = createServer(answer)

/** Listens on the first free port from `port` on. */
function listen(server: Server, port: number, triesLeft: number): void {
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' || triesLeft === 0) throw error
    listen(server, port + 1, triesLeft - 1)
  })
  server.listen(port, 'localhost')
}

// Said once, of the port that it is: a try that has failed has nothing to say.
server.once('listening', () => {
  server.removeAllListeners('error')
  const { port } = server.address() as AddressInfo
  console.log(`\n  The course is at http://localhost:${port}${base}\n  Ctrl+C stops it.\n`)
})

if (!existsSync(join(root, 'index.html'))) {
  console.error(`There is no built site in ${options.outDir}. Build it first: npm run build`)
  process.exit(1)
}
listen(server, Number(options.port), PORTS_TO_TRY)
