/** A page whose texts a browser's translator has replaced shows nothing that is not so. */
import type { Page } from '@playwright/test'
import { builtLessons, builtPages } from './built-pages.ts'
import { expect, test } from './fixtures.ts'
import { cell, openLesson, openTools, rewrite } from './lesson-page.ts'

/**
 * Puts every text that a translator may touch into elements of the translator's, as Chrome does. The words stay, so that
 * whatever differs from an untranslated page afterwards is stale.
 */
async function translate(page: Page): Promise<number> {
  return page.evaluate(() => {
    const mayTouch = (text: Node) => {
      const marked = text.parentElement?.closest('[translate], script, style, noscript, textarea, title')
      return /\S/.test(text.nodeValue ?? '') && (!marked || marked.getAttribute('translate') === 'yes')
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Node[] = []
    while (walker.nextNode()) if (mayTouch(walker.currentNode)) texts.push(walker.currentNode)
    for (const text of texts) {
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      inner.textContent = text.nodeValue
      outer.append(inner)
      text.parentNode?.replaceChild(outer, text)
    }
    return texts.length
  })
}

/** All that is to be read, in every part that changes. */
const shown = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main, aside.machine')]
      .map(({ innerText }) => innerText)
      .join('\n'),
  )

const machine = (page: Page) => page.getByRole('complementary', { name: /The machine/ })

/** What a reader of this lesson does; what is then on the page. */
async function work(page: Page, translates: boolean): Promise<string[]> {
  const seen: string[] = []
  const look = async () => {
    if (translates) await translate(page)
    seen.push(await shown(page))
  }
  await openLesson(page, 'lessons/rsp-and-the-stack/')
  if (translates) expect(await translate(page)).toBeGreaterThan(50)
  await rewrite(page, cell(page, 'example'), (source) => source.replace('42', '43'))
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'done')
  await page.keyboard.press('Escape')
  await look()
  await cell(page, 'example-asm').getByRole('button', { name: 'Machine' }).click()
  await expect(machine(page).locator('[data-view]').first()).toBeVisible()
  await look()
  for (const button of [
    'One instruction back',
    'One instruction back',
    'One instruction on',
    'To the beginning',
    'One instruction on',
  ]) {
    await machine(page).getByRole('button', { name: button }).click()
    await page.waitForTimeout(300)
    await look()
  }
  await rewrite(page, cell(page, 'example'), () => 'fn example() { valeu; }')
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'diagnostic')
  await page.keyboard.press('Escape')
  await look()
  await cell(page, 'example').getByRole('button', { name: 'Reset' }).click()
  await cell(page, 'example').getByRole('button', { name: 'Discard' }).click()
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'done')
  await look()
  return seen
}

test('stepping, editing and going back show the same on a translated page', async ({ page, context }) => {
  test.slow()
  const translated = await work(page, true)
  await page.evaluate(() => localStorage.clear())
  const other = await context.newPage()
  expect(translated).toEqual(await work(other, false))
})

test('an exercise that a translator has been at before its scripts came is whole', async ({
  page,
  context,
}) => {
  const answer = async (tab: Page, translates: boolean) => {
    await tab.goto('lessons/compiler-offsets/')
    if (translates) await translate(tab)
    const exercise = tab.locator('[data-exercise]').first()
    await exercise.scrollIntoViewIfNeeded()
    await expect(exercise).toHaveAttribute('data-ready', 'true')
    if (translates) await translate(tab)
    await exercise.getByRole('button', { name: 'Hint' }).click()
    await exercise.getByRole('button', { name: 'Check' }).click()
    await expect(exercise.getByRole('alert')).toContainText(/\S/)
    return exercise.innerText()
  }
  const translated = await answer(page, true)
  await page.evaluate(() => localStorage.clear())
  expect(translated).toBe(await answer(await context.newPage(), false))
})

test.describe('as the build has written it', () => {
  test.use({ javaScriptEnabled: false })

  test('code, keys and computed values are no words to be translated, on any page', async ({ page }) => {
    for (const { path } of builtPages()) {
      await page.goto(path)
      const open = await page
        .locator('code, pre, kbd, data, samp')
        .evaluateAll((elements) =>
          elements
            .filter((element) => element.closest('[translate]')?.getAttribute('translate') !== 'no')
            .map(({ outerHTML }) => outerHTML),
        )
      expect(open, path).toEqual([])
    }
  })
})

test('the tools of a lesson and the scratchpad work on a translated page', async ({ page }) => {
  await openLesson(page, builtLessons()[0]?.path ?? '')
  await translate(page)
  const tools = await openTools(page)
  await tools.getByRole('button', { name: 'Restart' }).click()
  await expect(tools.getByText('The simulator begins anew')).toBeVisible()
  await page.goto('scratchpad/')
  await expect(page.locator('section.cell')).toHaveCount(1)
  await translate(page)
  await page.getByRole('button', { name: '+ Assembly' }).first().click()
  await expect(page.locator('section.cell')).toHaveCount(2)
  await expect(page.locator('section.cell .count').first()).toBeVisible()
})
