/** Every view of the machine, opened at once, narrow and wide, light and dark. */
import type { Locator, Page } from '@playwright/test'
import { weakTexts } from './contrast.ts'
import { objections } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { cell, openLesson } from './lesson-page.ts'

const LESSON = 'lessons/complete-example/'
async function openAll(page: Page): Promise<Locator> {
  await openLesson(page, LESSON)
  await cell(page, 'example').getByRole('button', { name: 'Machine' }).click()
  const machine = page.getByRole('complementary', { name: /The machine/ })
  await machine.getByText('Views', { exact: true }).click()
  for (const box of await machine.getByRole('checkbox').all()) await box.check()
  await machine.getByText('Views', { exact: true }).click()
  return machine
}

const linkedIn = (machine: Locator, view: string) =>
  machine.locator(`[data-view="${view}"]:not([data-view] [data-view]) .linked`)

/** Values that are too near to another to be pressed with a finger: under 24 px, and with no 24 px around (2.5.8). */
function crowded(machine: Locator): Promise<string[]> {
  return machine.locator('.views').evaluate((views) => {
    /** What its view has scrolled away lies over nothing. */
    const isInSight = (each: Element, box: DOMRect) => {
      const around = each.closest('.scroll')?.getBoundingClientRect()
      if (!around) return true
      const [x, y] = middle(box)
      return x > around.left && x < around.right && y > around.top && y < around.bottom
    }
    const middle = (box: DOMRect) => [box.left + box.width / 2, box.top + box.height / 2] as const
    const targets = [...views.querySelectorAll('[role="button"], button, input')]
      // What stands in a line of code is as high as the line.
      .filter((each) => each.checkVisibility() && !each.closest('[data-view="source"], p, pre'))
      .map((each) => ({ each, box: each.getBoundingClientRect() }))
      .filter(({ each, box }) => box.width > 0 && isInSight(each, box))
    const isSmall = (box: DOMRect) => Math.min(box.width, box.height) < 24
    return targets
      .filter(({ box }) => isSmall(box))
      .filter(({ each, box }) => {
        const [x, y] = middle(box)
        return targets.some((other) => {
          if (other.each === each) return false
          if (isSmall(other.box)) {
            const [otherX, otherY] = middle(other.box)
            return Math.hypot(otherX - x, otherY - y) < 23.5
          }
          const [nearX, nearY] = [
            Math.max(other.box.left, Math.min(x, other.box.right)),
            Math.max(other.box.top, Math.min(y, other.box.bottom)),
          ]
          return Math.hypot(nearX - x, nearY - y) < 11.5
        })
      })
      .map(({ each }) => `${each.closest('[data-view]')?.getAttribute('data-view')}: ${each.textContent}`)
  })
}

/** Of a view, what has to be seen without scrolling: its title and the first rows, or all of it. CSS pixels. */
const MOST_SEEN = 160

/** How far an element, or the first so many pixels of it, goes beyond the window's lower edge. */
function below(element: Locator, most = Infinity): Promise<number> {
  return element.evaluate((each, high) => {
    const { top, height } = each.getBoundingClientRect()
    return top + Math.min(height, high) - innerHeight
  }, most)
}

test.describe('at 1440 px, dark', () => {
  test.use({ viewport: { width: 1440, height: 800 }, colorScheme: 'dark' })

  test('axe finds nothing in any of them, nothing is wider than the page, and every text stands out', async ({
    page,
  }) => {
    // Axe goes through some ten thousand elements.
    test.slow()
    const machine = await openAll(page)
    await expect(machine.locator('[data-view="counters"]')).toBeAttached()
    expect(await objections(page, '.machine')).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440)
    await expect(machine.locator('[style]')).toHaveCount(0)
    expect(await crowded(machine)).toEqual([])
    await machine.locator('[data-view="hex"] data[data-fact="byte(0x5FFF)"]').click()
    await expect(linkedIn(machine, 'hex').first()).toBeVisible()
    expect(await weakTexts(page)).toEqual([])
  })
})

test.describe('at 360 px', () => {
  test.use({ viewport: { width: 360, height: 800 } })

  test('each is a tab, one is shown at a time, and none is wider than the sheet', async ({ page }) => {
    const machine = await openAll(page)
    const tabs = machine.getByRole('tab')
    await expect(tabs.filter({ hasText: 'Counters' })).toBeAttached()
    for (let at = 0; at < (await tabs.count()) - 1; at++) {
      await tabs.nth(at).click()
      const shown = machine.locator('.views .view:not(.view .view)')
      await expect(shown).toHaveCount(1)
      const scroll = shown.locator('> .scroll')
      // A picture learns how much room it has when it is there.
      await expect
        .poll(() => scroll.evaluate((view) => view.scrollWidth - view.clientWidth), {
          message: `how far ${await tabs.nth(at).textContent()} is wider than the sheet`,
        })
        .toBeLessThanOrEqual(1)
      expect(await crowded(machine), (await tabs.nth(at).textContent()) ?? '').toEqual([])
      expect(
        await below(machine.locator('.now[role="status"]')),
        'what is executed is in sight',
      ).toBeLessThanOrEqual(0)
      expect(await below(shown, MOST_SEEN), 'the view begins in sight').toBeLessThanOrEqual(0)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})

test('a byte that is chosen is found in all of them', async ({ page }) => {
  const machine = await openAll(page)
  await machine.locator('[data-view="hex"] data[data-fact="byte(0x5FFF)"]').click()
  await expect(linkedIn(machine, 'hex')).toHaveText(['2a', '2a'])
  await expect(linkedIn(machine, 'calls').filter({ hasText: 'x: u8' })).toHaveCount(1)
  await expect(linkedIn(machine, 'tree').filter({ hasText: '0x5000' })).toHaveCount(1)
  // Once more than here: the picture of an address space has the map as its table.
  await expect(linkedIn(machine, 'maps').filter({ hasText: 'stack, 8 MiB' })).toHaveCount(1)
  await expect(machine.locator('[data-view="frames"] .grid .stack.linked')).toHaveCount(1)
})
