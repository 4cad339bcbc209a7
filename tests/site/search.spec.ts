import type { Page } from '@playwright/test'
import { objections } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { cell, cells, openLesson } from './lesson-page.ts'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search the course' })
const words = (page: Page) => dialog(page).getByRole('searchbox')

/** Presses a key until what it opens is there: the script that listens may still be on its way. */
async function openBy(page: Page, key: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key)
    await expect(dialog(page)).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expect(words(page)).toBeFocused()
}

for (const width of [360, 1440])
  test(`at ${width} px a word, an instruction and a mistyped word are found by keys alone`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('')
    await openBy(page, '/')
    await page.keyboard.type('demand paging')
    const links = dialog(page).getByRole('listitem').getByRole('link')
    await expect(links.first()).toContainText('demand paging')
    await expect(dialog(page).getByRole('status')).toContainText(/\d+ places|One place/)
    expect(await objections(page, 'dialog')).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await words(page).fill('virtaul adress')
    await expect(links.first()).toContainText(/virtual address/i)
    await words(page).fill('movzx')
    await expect(links.first()).toContainText('movzx')
    await page.keyboard.press('ArrowDown')
    await expect(links.first()).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(words(page)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/reference\/instructions\/#movzx$/)
    await expect(page.locator('#movzx')).toBeInViewport()
  })

test('what is not there is said, and a search that could not be loaded can be tried again', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ baseURL: baseURL!, serviceWorkers: 'block' })
  await page.route('**/search.json', (route) => route.abort())
  await page.goto('about/')
  await page.getByRole('button', { name: 'Search' }).click()
  await words(page).fill('page')
  const said = dialog(page).getByRole('status')
  await expect(said).toContainText('could not be loaded')
  await page.unroute('**/search.json')
  await said.getByRole('button', { name: 'Try again' }).click()
  await expect(said).toContainText('places')
  await words(page).fill('(*[\\ xyzzyplugh')
  await expect(said).toContainText('Nothing is found')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await page.close()
})

test('a slash in the editor is a slash, and Ctrl K searches from there', async ({ page }) => {
  await openLesson(page, 'lessons/accessing-x/')
  const editor = cell(page, 'load-x').getByRole('textbox')
  await cell(page, 'load-x').getByRole('button', { name: 'Edit' }).click()
  await expect(editor).toBeFocused()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('; a/b')
  await expect(editor).toContainText('; a/b')
  await expect(dialog(page)).toHaveCount(0)
  await openBy(page, 'Control+k')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(editor).toBeFocused()
})

test('an example of the reference runs on the scratchpad', async ({ page }) => {
  await page.goto('reference/instructions/#div')
  // All of a family is unfolded now: it is looked at as it then is.
  await expect(page.locator('#mul')).toBeVisible()
  expect(await objections(page, 'main')).toEqual([])
  await page.locator('#div').getByRole('button', { name: 'Open it on the scratchpad: div rcx' }).click()
  await expect(page).toHaveURL(/scratchpad/)
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(cells(page).first()).toHaveAttribute('data-state', 'done')
  await expect(cells(page).first()).toContainText('div')
})
