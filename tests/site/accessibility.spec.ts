import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { builtLessons, builtPages } from './built-pages.ts'
import { expect, test } from './fixtures.ts'
import { cells, openLesson, rewrite, runAll } from './lesson-page.ts'

const WIDTHS = [360, 1440]
const COLOURS = ['light', 'dark'] as const

/** What axe objects to, in either colour scheme. */
async function objections(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of COLOURS) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const { id, nodes } of violations) {
      found.push(...nodes.map(({ html }) => `${colorScheme} ${id}: ${html}`))
    }
  }
  return found
}

for (const { path } of builtPages()) {
  for (const width of WIDTHS) {
    test.describe(`/${path} at ${width} px`, () => {
      test.use({ viewport: { width, height: 800 } })

      test('axe finds nothing, in light and dark', async ({ page }) => {
        await page.goto(path)
        expect(await objections(page)).toEqual([])
      })

      test('nothing is wider than the page', async ({ page }) => {
        await page.goto(path)
        const widest = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(widest).toBeLessThanOrEqual(width)
      })
    })
  }
}

for (const { path } of builtLessons()) {
  test.describe(`/${path} in use`, () => {
    test.use({ viewport: { width: 360, height: 800 } })

    test('axe finds nothing after every cell was run and one has a mistake', async ({ page }) => {
      await openLesson(page, path)
      await runAll(page)
      const first = cells(page).first()
      await rewrite(page, first, (source) => `${source}\n?`)
      await expect(first).toHaveAttribute('data-state', 'diagnostic')
      await expect(first.locator('.cm-sentence').first()).toBeVisible()
      expect(await objections(page)).toEqual([])
      const widest = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(widest).toBeLessThanOrEqual(360)
    })
  })
}
