/** The preview server: what it says of itself, and how it answers. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const site = mkdtempSync(join(tmpdir(), 'pagewalk-site-'))
/** Long enough to be worth packing. */
const CODE = 'let x = 1\n'.repeat(200)
const busy: Server[] = []
let server: ChildProcess
let said = ''
let address = ''

/** Two ports, one behind the other, that somebody else has. */
async function occupyTwoPorts(): Promise<number> {
  for (;;) {
    const first = createServer().listen(0, 'localhost')
    await once(first, 'listening')
    const { port } = first.address() as AddressInfo
    const second = createServer().listen(port + 1, 'localhost')
    const isMine = await Promise.race([
      once(second, 'listening').then(() => true),
      once(second, 'error').then(() => false),
    ])
    busy.push(first, second)
    if (isMine) return port
  }
}

beforeAll(async () => {
  mkdirSync(join(site, 'scratchpad'))
  mkdirSync(join(site, '_astro'))
  writeFileSync(join(site, 'index.html'), 'the course')
  writeFileSync(join(site, '404.html'), 'nowhere')
  writeFileSync(join(site, 'scratchpad', 'index.html'), 'the pad')
  writeFileSync(join(site, 'lesson.ipynb'), '{}')
  writeFileSync(join(site, '_astro', 'code.abc123.js'), CODE)
  const port = await occupyTwoPorts()
  const script = join(import.meta.dirname, '../../src/site/serve.ts')
  const options = ['--base', '/course/', '--outDir', site, '--port', String(port)]
  server = spawn(process.execPath, [script, ...options])
  server.stdout?.setEncoding('utf8')
  server.stdout?.on('data', (text: string) => (said += text))
  await once(server.stdout!, 'data')
  address = /http:\S+/.exec(said)?.[0] ?? ''
  expect(Number(new URL(address).port)).toBeGreaterThan(port + 1)
})

afterAll(() => {
  server.kill()
  for (const each of busy) each.close()
  rmSync(site, { recursive: true })
})

const ask = (path: string) => fetch(new URL(path, address), { redirect: 'manual' })

test('with busy ports it says one address, and that is its own', async () => {
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(said.match(/http:/g)).toHaveLength(1)
  expect(await (await fetch(address)).text()).toBe('the course')
})

test('a page without the slash at its end is elsewhere', async () => {
  const { status, headers } = await ask('scratchpad?x=1')
  expect([status, headers.get('location')]).toEqual([301, '/course/scratchpad/?x=1'])
  expect(await (await fetch(new URL('scratchpad', address))).text()).toBe('the pad')
})

test('what is no address is refused, what lies outside the site is not there, and the server goes on', async () => {
  const { hostname, port } = new URL(address)
  const status = (path: string) =>
    new Promise((resolve) =>
      get({ hostname, port, path }, (answer) => resolve(answer.resume().statusCode)).on('error', resolve),
    )
  expect(await status(':x')).toBe(400)
  for (const path of [
    '/course/../package.json',
    '/course/..%2fpackage.json',
    '/course/%ff',
    '//course.example/',
  ])
    expect(await status(path)).toBe(404)
  expect(await status('/course/')).toBe(200)
})

test('a notebook is JSON, what has a hash is kept, and what is not there is said to be missing', async () => {
  expect((await ask('lesson.ipynb')).headers.get('content-type')).toBe('application/json')
  const code = await ask('_astro/code.abc123.js')
  const { headers } = code
  expect(await code.text()).toBe(CODE)
  expect(headers.get('cache-control')).toContain('immutable')
  expect(headers.get('content-encoding')).toBe('gzip')
  const missing = await ask('nowhere/')
  expect([missing.status, await missing.text()]).toEqual([404, 'nowhere'])
  expect((await ask('/elsewhere')).status).toBe(404)
})
