/**
 * `npm run preview`: serves the built site as any file host would, under the path it was built for.
 *
 * Astro's own preview allows one server per project, so that it can't serve two builds side by side for the tests.
 */
import { readFile, stat } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, resolve, sep } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { gzip } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.ipynb': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}
const PACKED = new Set(['.woff2', '.png'])
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

/** The file behind an address, or undefined if there is none. */
async function fileFor(url: string): Promise<string | undefined> {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
  if (!path.startsWith(base)) return undefined
  const file = normalize(join(root, path.slice(base.length)))
  if (file !== root && !file.startsWith(root + sep)) return undefined
  const page = path.endsWith('/') ? join(file, 'index.html') : file
  return (await isFile(page)) ? page : undefined
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false
}

/** Where a page is that was asked for without the slash at its end, as file hosts answer it. */
async function pageWithSlash(url: string): Promise<string | undefined> {
  const { pathname, search } = new URL(url, 'http://localhost')
  const withSlash = `${pathname.replace(/^\/+/, '/')}/`
  return !pathname.endsWith('/') && (await fileFor(withSlash)) ? withSlash + search : undefined
}

async function send(response: ServerResponse, status: number, file: string, mayPack: boolean): Promise<void> {
  const type = extname(file)
  const bytes = await readFile(file)
  const pack = mayPack && !PACKED.has(type)
  const isHashed = file.startsWith(join(root, '_astro') + sep)
  response.writeHead(status, {
    'Content-Type': TYPES[type] ?? 'application/octet-stream',
    'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
    ...(pack && { 'Content-Encoding': 'gzip' }),
  })
  response.end(pack ? await promisify(gzip)(bytes) : bytes)
}

const server = createServer((request, response) => {
  const mayPack = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const answer = async () => {
    const url = request.url ?? '/'
    const file = await fileFor(url)
    const page = file ? undefined : await pageWithSlash(url)
    if (file) await send(response, 200, file, mayPack)
    else if (page) response.writeHead(301, { Location: page }).end()
    else await send(response, 404, join(root, '404.html'), mayPack)
  }
  answer().catch((error: unknown) => {
    response.writeHead(400, { 'Content-Type': 'text/plain' })
    response.end(String(error))
  })
})

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

await stat(join(root, 'index.html')).catch(() => {
  console.error(`There is no built site in ${options.outDir}. Build it first: npm run build`)
  process.exit(1)
})
listen(server, Number(options.port), PORTS_TO_TRY)
