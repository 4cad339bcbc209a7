import type { Page } from '@playwright/test'
import { builtLessons, builtPages } from './built-pages.ts'
import { weakTexts } from './contrast.ts'
import { objections } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { cells, openLesson, rewrite, runAll } from './lesson-page.ts'

/** A narrow page in light and a wide one in dark: structure depends on the width, contrast on the colours. */
const LOOKS = [
  { width: 360, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
] as const
/** Lessons are looked at narrow and dark while they are used, below. */
const LOOKS_OF_LESSONS = [{ width: 1440, colorScheme: 'light' }] as const
const lessons = new Set(builtLessons().map(({ path }) => path))

/** Computed by a test of its own, in both themes. */
const CONTRAST = 'color-contrast'

/** Views of which a part is seen only by scrolling to the side. */
function cutOff(page: Page): Promise<string[]> {
  return page
    .locator('.view > .scroll')
    .evaluateAll((views) =>
      views
        .filter((view) => view.checkVisibility() && view.scrollWidth > view.clientWidth + 1)
        .map((view) => `${view.parentElement?.dataset['view']} by ${view.scrollWidth - view.clientWidth} px`),
    )
}

for (const { path } of builtPages()) {
  for (const { width, colorScheme } of lessons.has(path) ? LOOKS_OF_LESSONS : LOOKS) {
    test.describe(`/${path} at ${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 800 }, colorScheme })

      test('axe finds nothing, and nothing is wider than the page', async ({ page }) => {
        await page.goto(path)
        expect(await objections(page, 'html', CONTRAST)).toEqual([])
        const widest = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(widest).toBeLessThanOrEqual(width)
        // A view may be higher than a screen; it is never wider, on a phone as on a desk.
        expect(await cutOff(page)).toEqual([])
        // Colours are the same at every width.
        if (width > 360) expect(await weakTexts(page)).toEqual([])
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
      expect(await weakTexts(page)).toEqual([])
      expect(await objections(page, 'html', CONTRAST)).toEqual([])
      const widest = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(widest).toBeLessThanOrEqual(360)
      expect(await cutOff(page)).toEqual([])
    })
  })
}
