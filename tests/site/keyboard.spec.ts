import type { Page } from '@playwright/test'
import { builtPages } from './built-pages.ts'
import { expect, test } from './fixtures.ts'

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled, [type="radio"]), select, textarea, summary, [tabindex="0"], [contenteditable="true"]'

/**
 * Numbers every control a reader can see, so that each can be told when the focus comes by. Radio buttons are left out:
 * a group of them is one stop, and the arrow keys go on from there.
 */
async function numberControls(page: Page): Promise<number> {
  return page.evaluate((selector) => {
    const visible = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0,
    )
    visible.forEach((element, index) => (element.dataset['tabTest'] = String(index)))
    return visible.length
  }, FOCUSABLE)
}

interface Focused {
  readonly number: number
  /** It was not there when the controls were numbered. */
  readonly isNew: boolean
  readonly outlined: boolean
  readonly html: string
}

/** From now on the page keeps in mind where the focus has been, so that it need not be asked after each key. */
async function noteFocus(page: Page): Promise<void> {
  await page.evaluate((selector) => {
    const isOutlined = (shown: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(shown)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }
    const noted: Focused[] = []
    Object.assign(window, { focusNoted: noted })
    document.addEventListener('focusin', ({ target: element }) => {
      if (!(element instanceof HTMLElement)) return
      // Where a control sits in its label, the label may be outlined as a whole.
      const label = element.closest('label')
      noted.push({
        number: Number(element.dataset['tabTest'] ?? -1),
        isNew: element.dataset['tabTest'] === undefined && element.matches(selector),
        outlined: isOutlined(element) || (label !== null && isOutlined(label)),
        html: element.outerHTML.slice(0, 120),
      })
    })
  }, FOCUSABLE)
}

/** Presses the Tab key so many times, and gives what the focus has come by since it was last asked. */
async function tabThrough(page: Page, presses: number): Promise<Focused[]> {
  await Promise.all(Array.from({ length: presses }, () => page.keyboard.press('Tab')))
  return page.evaluate(() => {
    const { focusNoted } = window as unknown as { focusNoted: Focused[] }
    return focusNoted.splice(0)
  })
}

/** Parts of a page that come to life at the first touch replace what the build has drawn. */
const MOST_AWAKENINGS = 5
/** Keys that are pressed before a page is asked where the focus has been. */
const PRESSES = 20

for (const { path } of builtPages()) {
  test(`/${path}: the Tab key reaches every control, and shows where it is`, async ({ page }) => {
    await page.goto(path)
    await noteFocus(page)
    let count = await numberControls(page)
    let awakenings = 0
    const reached = new Set<number>()
    for (let presses = 0; presses < count * 2 + 2 * PRESSES && reached.size < count; presses += PRESSES) {
      const stops = await tabThrough(page, PRESSES)
      for (const { outlined, html } of stops) expect(outlined, `no visible focus on ${html}`).toBe(true)
      if (stops.some(({ isNew }) => isNew) && awakenings++ < MOST_AWAKENINGS) {
        count = await numberControls(page)
        reached.clear()
        presses = 0
        continue
      }
      for (const { number } of stops) if (number >= 0) reached.add(number)
    }
    expect(reached.size).toBe(count)
  })
}

test('the first Tab offers to skip to the text', async ({ page }) => {
  await page.goto('')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the text' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})
