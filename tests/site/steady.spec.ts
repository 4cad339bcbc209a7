/**
 * Scripts take over a lesson without a visible change: nothing moves when they do, nor when the editor comes. And what
 * all of it weighs until then is little.
 */
import type { Page, Response } from '@playwright/test'
import { builtLessons } from './built-pages.ts'
import { expect, test } from './fixtures.ts'
import { allCellsLive, cells } from './lesson-page.ts'
import { addFile, LESSON_BAR, noWeight, withoutPictures } from './weight.ts'

interface Shift {
  readonly value: number
  /** Milliseconds since the page was asked for. */
  readonly time: number
  readonly moved: string
}

/** Notes layout shifts from the first paint on; those that follow an input too. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    type LayoutShift = PerformanceEntry & { value: number; sources: readonly { node: Node | null }[] }
    const shifts: Shift[] = []
    Object.assign(globalThis, { shifts })
    new PerformanceObserver((list) => {
      for (const { value, sources, startTime } of list.getEntries() as LayoutShift[]) {
        const moved = sources.map(({ node }) => (node instanceof Element ? node.className : '#text'))
        shifts.push({ value, time: startTime, moved: moved.join(', ') })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

async function shiftsOn(page: Page): Promise<Shift[]> {
  // An observer hears of a frame when the next one has begun.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))))
  return page.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts)
}

/** Where each cell stands in the document, and how large it is. */
async function cellBoxes(page: Page): Promise<number[][]> {
  return cells(page).evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return [x, y + scrollY, width, height].map(Math.round)
    }),
  )
}

/** What these answers weigh together, without pictures. Bytes. */
async function weightOf(responses: readonly Response[]): Promise<number> {
  const weight = noWeight()
  for (const response of responses) addFile(weight, new URL(response.url()).pathname, await response.body())
  return withoutPictures(weight)
}

for (const { path } of builtLessons()) {
  test(`/${path} stands still while scripts and the editor take over`, async ({ page }) => {
    let release = (): void => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/*.js', async (route) => {
      await held
      await route.continue()
    })
    const responses: Response[] = []
    page.on('response', (response) => responses.push(response))
    await watchShifts(page)
    await page.goto(path, { waitUntil: 'commit' })
    await page.locator('.lesson-turn').waitFor()
    await page.evaluate(() => document.fonts.ready)
    const set = await cellBoxes(page)
    // What the typefaces move on arrival is too little to be seen, and rounds to a score of 0.
    const arrival = (await shiftsOn(page)).reduce((sum, { value }) => sum + value, 0)
    expect(arrival, JSON.stringify(await shiftsOn(page))).toBeLessThan(0.001)
    const takeover = await page.evaluate(() => performance.now())
    expect(set.length).toBeGreaterThan(0)

    release()
    await allCellsLive(page)
    expect(await cellBoxes(page)).toEqual(set)
    await page.waitForLoadState('networkidle')
    expect(await weightOf(responses)).toBeLessThanOrEqual(LESSON_BAR)

    const first = cells(page).first()
    await first.getByRole('button', { name: 'Edit' }).click()
    await expect(first.getByRole('textbox')).toBeFocused()
    expect(await cellBoxes(page)).toEqual(set)
    expect((await shiftsOn(page)).filter(({ time }) => time > takeover)).toEqual([])
  })
}
