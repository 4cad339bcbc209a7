/** What search engines, home screens and whoever shows a link find of the site. */
import { existsSync, readFileSync } from 'node:fs'
import { builtPages } from './built-pages.ts'
import { expect, test } from './fixtures.ts'

test('the site can be installed: its manifest and every icon are there', async ({ page, request }) => {
  await page.goto('')
  const address = await page.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href)
  const answer = await request.get(address)
  expect(answer.headers()['content-type']).toContain('application/manifest+json')
  const manifest = (await answer.json()) as { start_url: string; icons: { src: string; sizes: string }[] }
  expect(new URL(manifest.start_url, address).href).toBe(page.url())
  for (const { src, sizes } of manifest.icons.filter((icon) => icon.sizes !== 'any')) {
    const picture = await (await request.get(new URL(src, address).href)).body()
    // A PNG’s width and height stand behind its signature and the head of its first chunk.
    expect(`${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`).toBe(sizes)
  }
  const icon = await (await request.get('favicon.ico')).body()
  expect([...icon.subarray(0, 6)]).toEqual([0, 0, 1, 0, 1, 0])
})

test('every page says what it is, in words that machines read', () => {
  for (const { path, html } of builtPages()) {
    const [, title] = /<title>([^<]+)</.exec(html) ?? []
    expect(title, path).toBeTruthy()
    const [, shared] = /<meta property="og:title" content="([^"]*)"/.exec(html) ?? []
    expect(shared, path).toBe(title)
    const told = [...html.matchAll(/<script type="application\/ld\+json">([^<]*)</g)].map(([, text]) => text!)
    expect(told, path).toHaveLength(path === '' || /^(?:[a-z]+\/)?lessons\//.test(path) ? 1 : 0)
    for (const text of told) {
      const data = JSON.parse(text) as Record<string, unknown>
      expect(['Course', 'LearningResource'], path).toContain(data['@type'])
      expect(data['description'], path).toBeTruthy()
    }
  }
})

test('each lesson has a card with a picture of its own, which no reader is made to keep', () => {
  const cards = builtPages()
    .map(({ path }) => /^lessons\/([^/]+)\//.exec(path)?.[1])
    .filter((name) => name !== undefined)
    .map((name) => `dist/cards/${name}.png`)
  expect(cards.length).toBeGreaterThan(0)
  for (const card of cards) expect(existsSync(card), card).toBe(true)
  // Whoever shows a link fetches one; a reader has no use for any, with a network or without.
  expect(readFileSync('dist/service-worker.js', 'utf8')).not.toContain('cards/')
  const drawn = new Set(cards.map((card) => readFileSync(card).toString('base64')))
  expect(drawn.size).toBe(cards.length)
})
