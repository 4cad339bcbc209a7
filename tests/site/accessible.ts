import type { Page } from '@playwright/test'
import { objections } from './axe.ts'
import { weakTexts } from './contrast.ts'
import { expect } from './fixtures.ts'

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

/** A page and its views may be higher than a screen; they are never wider, on a phone as on a desk. */
export async function expectFits(page: Page, width: number): Promise<void> {
  const widest = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(widest).toBeLessThanOrEqual(width)
  expect(await cutOff(page)).toEqual([])
}

/** Axe finds nothing on the page as it is now. */
export async function expectNoObjections(page: Page): Promise<void> {
  expect(await objections(page, 'html', CONTRAST)).toEqual([])
}

/** Every text stands out from what is behind it, in both themes. */
export async function expectReadable(page: Page): Promise<void> {
  expect(await weakTexts(page)).toEqual([])
}
