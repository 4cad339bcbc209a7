import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { builtLessons, builtPages } from './built-pages.ts'
import { expect, test } from './fixtures.ts'
import { cells, openLesson, rewrite, runAll } from './lesson-page.ts'

/** A narrow page in light and a wide one in dark: structure depends on the width, contrast on the colours. */
const LOOKS = [
  { width: 360, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
] as const

/** What axe objects to. */
async function objections(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

for (const { path } of builtPages()) {
  for (const { width, colorScheme } of LOOKS) {
    test.describe(`/${path} at ${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 800 }, colorScheme })

      test('axe finds nothing, and nothing is wider than the page', async ({ page }) => {
        await page.goto(path)
        expect(await objections(page)).toEqual([])
        const widest = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(widest).toBeLessThanOrEqual(width)
      })
    })
  }
}

for (const { path } of builtLessons()) {
  test.describe(`/${path} in use`, () => {
    test.use({ viewport: { width: 360, height: 800 }, colorScheme: 'dark' })

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
