/** Every view of the machine, opened at once, narrow and wide, light and dark. */
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { cell, openLesson } from './lesson-page.ts'

const LESSON = 'lessons/complete-example/'
const LOOKS = [
  { width: 360, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
] as const

async function openAll(page: Page): Promise<Locator> {
  await openLesson(page, LESSON)
  await cell(page, 'example').getByRole('button', { name: 'Machine' }).click()
  const machine = page.getByRole('complementary', { name: /The machine/ })
  await machine.getByText('Views', { exact: true }).click()
  for (const box of await machine.getByRole('checkbox').all()) await box.check()
  await machine.getByText('Views', { exact: true }).click()
  await expect(machine.locator('[data-view="counters"]')).toBeAttached()
  return machine
}

const linkedIn = (machine: Locator, view: string) =>
  machine.locator(`[data-view="${view}"]:not([data-view] [data-view]) .linked`)

for (const { width, colorScheme } of LOOKS) {
  test.describe(`at ${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme })

    test('axe finds nothing in any of them, and nothing is wider than the page', async ({ page }) => {
      const machine = await openAll(page)
      const { violations } = await new AxeBuilder({ page }).include('.machine').analyze()
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await expect(machine.locator('[style]')).toHaveCount(0)
    })
  })
}

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
