import { gzipSync } from 'node:zlib'
import type { Response } from '@playwright/test'
import { cell, openLesson } from './lesson-page.ts'
import { expect, test } from './fixtures.ts'

/** What the first run of each language may fetch, packed; the bars grow only on purpose. Bytes. */
const BARS = [
  { language: 'rust', lesson: 'lessons/compiler-offsets/', bar: 320 * 1024 },
  { language: 'pages', lesson: 'lessons/accessing-x/', bar: 120 * 1024 },
]

for (const { language, lesson, bar } of BARS)
  test(`a first run fetches what ${language} needs and little else`, async ({ page }) => {
    await openLesson(page, lesson)
    // The last of them: nothing of another language comes after it.
    const one = page.locator(`section.cell[data-language="${language}"]`).last()
    await page.waitForLoadState('networkidle')
    const responses: Response[] = []
    page.on('response', (response) => responses.push(response))
    await one.getByRole('button', { name: 'Run' }).click()
    await expect(one).toHaveAttribute('data-state', 'done')
    // The worker's files alone: what draws views on the page is named with a full stop, and is weighed with the page.
    const scripts = responses.filter((response) => /_astro\/[\w.-]+-[\w-]{8}\.js$/.test(response.url()))
    const bodies = await Promise.all(scripts.map((response) => response.body()))
    const sum = bodies.reduce((bytes, body) => bytes + gzipSync(body, { level: 9 }).length, 0)
    expect(sum).toBeGreaterThan(50 * 1024)
    expect(sum).toBeLessThan(bar)
  })

test('a press that is made before the scripts come is kept, what comes meanwhile is told, and it is carried out', async ({
  page,
}) => {
  const held = { scripts: Promise.withResolvers<void>(), compiler: Promise.withResolvers<void>() }
  await page.route(/_astro\/.*\.js$/, async (route) => {
    await held.scripts.promise
    if (/\/rust-[\w-]+\.js$/.test(route.request().url())) await held.compiler.promise
    await route.continue()
  })
  await page.goto('lessons/complete-example/', { waitUntil: 'commit' })
  const program = cell(page, 'example')
  const said = program.getByRole('status')
  await program.getByRole('button', { name: 'Run' }).click()
  await expect(said).toHaveText('comes as soon as the page is ready')
  held.scripts.resolve()
  await expect(said).toHaveText('the simulator comes: 2 of 3 parts are here')
  await expect(said).toHaveAttribute('aria-live', 'polite')
  held.compiler.resolve()
  await expect(program).toHaveAttribute('data-state', 'done')
  await expect(said).toHaveText(/^Run 1 is done\./)

  // Where a press is likely, what it needs is fetched before it.
  const editor = page.waitForRequest(/_astro\/editor\./)
  await program.getByRole('button', { name: 'Edit' }).hover()
  await editor
  const machine = page.waitForRequest(/_astro\/open-machine\./)
  await program.getByRole('button', { name: 'Machine' }).focus()
  await machine
})

test('what a cell needs and cannot be fetched is told of; other cells run on, and it runs when the network is back', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL: baseURL! })
  const page = await context.newPage()
  await openLesson(page, 'lessons/complete-example/')
  await page.route(/_astro\/rust-/, (route) => route.abort())
  const program = cell(page, 'example')
  await program.getByRole('button', { name: 'Run' }).click()
  await expect(program).toContainText('Check your connection and run the cell again')
  const table = cell(page, 'page-table')
  await table.getByRole('button', { name: 'Run' }).click()
  await expect(table).toHaveAttribute('data-state', 'done')
  await page.unroute(/_astro\/rust-/)
  await program.getByRole('button', { name: 'Run' }).click()
  await expect(program).toHaveAttribute('data-state', 'done')
  await context.close()
})
