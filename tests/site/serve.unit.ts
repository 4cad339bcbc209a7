/** The preview server: what it says of itself, and how it answers. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const site = mkdtempSync(join(tmpdir(), 'pagewalk-site-'))
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
  writeFileSync(join(site, '_astro', 'code.abc123.js'), 'let x = 1')
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

test('a notebook is JSON, what has a hash is kept, and what is not there is said to be missing', async () => {
  expect((await ask('lesson.ipynb')).headers.get('content-type')).toBe('application/json')
  const { headers } = await ask('_astro/code.abc123.js')
  expect(headers.get('cache-control')).toContain('immutable')
  expect(headers.get('content-encoding')).toBe('gzip')
  const missing = await ask('nowhere/')
  expect([missing.status, await missing.text()]).toEqual([404, 'nowhere'])
  expect((await ask('/elsewhere')).status).toBe(404)
})
