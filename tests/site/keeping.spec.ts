/** What a reader has written: whatever comes, it is there afterwards, and behind the link that they sent. */
import type { Browser, Page } from '@playwright/test'
import { linkFragment } from '#notebook/page/share-link.ts'
import { expect, test } from './fixtures.ts'
import { cell, openLesson, rewrite } from './lesson-page.ts'

const LESSON = 'lessons/complete-example/'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const link = async (sources: Record<string, string>) =>
  (await linkFragment(new Map(Object.entries(sources)))) ?? ''
const program = (value: number) => `fn example() {\n    let x: u8 = ${value};\n}`
const shown = (page: Page, id = 'example') => cell(page, id).getByRole('textbox')
const more = (page: Page, id: string) => cell(page, id).getByLabel('More for this cell')

/** Somebody who has never been here. */
async function recipient(browser: Browser, baseURL: string | undefined): Promise<Page> {
  return (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage()
}

async function follow(page: Page, fragment: string, path = LESSON): Promise<void> {
  await page.goto('about:blank')
  await page.goto(path + fragment)
}

async function writeOwn(page: Page, value: number): Promise<void> {
  await openLesson(page, LESSON)
  await rewrite(page, cell(page, 'example'), () => program(value))
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'done')
}

test('what is written before what keeps it has come, by a reader who leaves, is there when they return', async ({
  page,
}) => {
  let isSlow = true
  await page.route('**/take-up.*.js', (route) => (isSlow ? undefined : route.continue()))
  await writeOwn(page, 77)
  await page.goto('about:blank')
  isSlow = false
  await page.goto(LESSON)
  await expect(shown(page)).toContainText('77')
})

test('own work and a link’s are both kept, whatever is typed before the reader has chosen', async ({
  page,
}) => {
  await writeOwn(page, 11)
  await follow(page, await link({ example: program(77) }))
  await expect(shown(page)).toContainText('77')
  const offer = cell(page, 'example').getByText('You had written another one here')
  await expect(offer).toBeVisible()
  await shown(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' ')
  await page.reload()
  await expect(shown(page)).toContainText('77')
  await expect(offer).toBeVisible()
  await cell(page, 'example').getByRole('button', { name: 'Bring mine back' }).click()
  await expect(shown(page)).toContainText('11')
  await page.reload()
  await expect(shown(page)).toContainText('11')
  await expect(offer).toHaveCount(0)
  await more(page, 'example').click()
  await cell(page, 'example')
    .getByRole('listitem')
    .filter({ hasText: '77' })
    .getByText('Bring it back')
    .click()
  await expect(shown(page)).toContainText('77')
})

test('a link’s edits are there after a reload, in a browser that had none', async ({ browser, baseURL }) => {
  const page = await recipient(browser, baseURL)
  await follow(page, await link({ example: program(77) }))
  await expect(shown(page)).toContainText('77')
  await expect(page).toHaveURL(/#cell-example$/)
  await page.reload()
  await expect(shown(page)).toContainText('77')
  await page.context().close()
})

test('where nothing is kept, a link stays in the address and so survives a reload', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', { value: undefined })
  })
  await follow(page, await link({ example: program(77) }))
  await expect(shown(page)).toContainText('77')
  expect(page.url()).toContain('#edits=')
  await page.reload()
  await expect(shown(page)).toContainText('77')
})

test('a link pasted into a tab that shows the lesson already works', async ({ page }) => {
  await openLesson(page, LESSON)
  const fragment = await link({ example: program(77) })
  await page.evaluate((to) => (location.hash = to), fragment)
  await expect(shown(page)).toContainText('77')
  await expect(page).toHaveURL(/#cell-example$/)
})

test('a link that names a cell which the lesson lacks says so, and its source is not lost', async ({
  page,
}) => {
  await follow(page, await link({ example: program(77), nowhere: 'fn lost() {}' }))
  await expect(shown(page)).toContainText('77')
  await expect(page.getByText('a source for the cell “nowhere”')).toBeVisible()
  await expect(page.locator('.page-message')).toContainText('fn lost() {}')
  await page.reload()
  await more(page, 'page-table').click()
  await expect(cell(page, 'page-table').getByRole('listitem')).toContainText('fn lost() {}')
})

test('a link written on a system with other line ends leaves nothing out of date', async ({ page }) => {
  await follow(page, await link({ example: program(77).replaceAll('\n', '\r\n') }))
  await expect(shown(page)).toContainText('77')
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'done')
})

test('what another tab has replaced is offered after a reload, too', async ({ page, context }) => {
  await writeOwn(page, 11)
  const other = await context.newPage()
  await writeOwn(other, 22)
  await expect(shown(page)).toContainText('22')
  await page.reload()
  await expect(cell(page, 'example')).toContainText('in another tab')
  await cell(page, 'example').getByRole('button', { name: 'Bring mine back' }).click()
  await expect(shown(page)).toContainText('11')
})

test('a source beyond the limit is said not to be kept, and what was kept is there', async ({ page }) => {
  await writeOwn(page, 11)
  await rewrite(page, cell(page, 'example'), () => program(12) + '\n// ' + 'x'.repeat(100_000))
  await expect(cell(page, 'example').getByText('longer than the 100,000 characters')).toBeVisible()
  await more(page, 'example').click()
  const download = page.waitForEvent('download')
  await cell(page, 'example').getByRole('button', { name: 'Save the source as a file' }).click()
  expect((await download).suggestedFilename()).toBe('example.rs')
  await page.reload()
  await expect(shown(page)).toContainText('11')
})

test('what was kept in an earlier form of this course is there', async ({ page }) => {
  const cells = { example: { source: program(33), original: 'another' } }
  await page.addInitScript(
    (text) => {
      if (location.protocol === 'http:' && !sessionStorage['set'])
        localStorage.setItem('pagewalk:/:complete-example', (sessionStorage['set'] = text))
    },
    JSON.stringify({ version: 1, cells }),
  )
  await openLesson(page, LESSON)
  await expect(cell(page, 'example').getByText('The author has changed this snippet')).toBeVisible()
  await page.reload()
  await cell(page, 'example').getByRole('button', { name: 'Bring mine back' }).click()
  await expect(shown(page)).toContainText('33')
})

test('a verdict is never shown beside another answer than its own, and what passed is kept', async ({
  page,
}) => {
  await page.goto('lessons/compiler-offsets/')
  const exercise = page.locator('#exercise-second-offset')
  await exercise.scrollIntoViewIfNeeded()
  await expect(exercise).toHaveAttribute('data-ready', 'true')
  const answer = (await exercise.locator('details dd').first().textContent())?.trim() ?? ''
  await exercise.getByRole('textbox').fill(answer)
  await exercise.getByRole('textbox').press('Enter')
  await exercise.getByRole('textbox').press('7')
  await expect(exercise).toHaveAttribute('data-state', 'passed')
  await expect(exercise.locator('.outcome')).toHaveCount(0)
  await page.reload()
  await exercise.scrollIntoViewIfNeeded()
  await expect(exercise).toHaveAttribute('data-state', 'passed')
  await expect(exercise.getByRole('textbox')).toHaveValue(`${answer}7`)
  await exercise.getByRole('button', { name: 'Bring it back' }).click()
  await expect(exercise.getByRole('textbox')).toHaveValue(answer)
})

const padCell = (page: Page, number: number) =>
  page.getByRole('region', { name: `Cell ${number}`, exact: true })

async function openPad(page: Page, fragment = ''): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`scratchpad/${fragment}`)
  await expect(padCell(page, 1)).toBeVisible()
}

async function write(page: Page, number: number, source: string): Promise<void> {
  await padCell(page, number).getByRole('button', { name: 'Edit' }).click()
  await expect(padCell(page, number).getByRole('textbox')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(source)
  await expect(padCell(page, number).getByRole('textbox')).toContainText(source.split('\n')[0]!)
}

const add = (page: Page, name: string) =>
  page
    .getByRole('button', { name: `+ ${name}` })
    .last()
    .click()

async function padLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Copy a link' }).first().click()
  await expect(page.getByText('The link is copied. It carries all cells.')).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

test('a pad’s link opens whole where there was no pad, and adds nothing where it came from', async ({
  page,
  browser,
  baseURL,
}) => {
  await openPad(page)
  await page.getByRole('button', { name: 'Delete cell 1' }).click()
  await add(page, 'Assembly')
  await write(page, 1, 'mov eax, 77')
  await add(page, 'Accesses')
  const fragment = new URL(await padLink(page)).hash

  const other = await recipient(browser, baseURL)
  await openPad(other, fragment)
  await expect(padCell(other, 1)).toContainText('mov eax, 77')
  await expect(padCell(other, 1)).toHaveAttribute('data-language', 'asm')
  await expect(other.locator('section.cell')).toHaveCount(2)
  await other.reload()
  await expect(padCell(other, 1)).toContainText('mov eax, 77')
  await other.context().close()

  await page.evaluate((to) => (location.hash = to), fragment)
  await expect(page.getByText('You have the cells of this link already.')).toBeVisible()
  await expect(page.locator('section.cell')).toHaveCount(2)
  await expect(page).not.toHaveURL(/#/)
})

test('deleting here, adding there and undoing mixes nothing up, and the keyboard stays in the pad', async ({
  page,
  context,
}) => {
  await openPad(page)
  await write(page, 1, 'fn main() { let first: u8 = 1; }')
  await add(page, 'Rust')
  await write(page, 2, 'fn main() { let second: u8 = 2; }')
  const other = await context.newPage()
  await openPad(other)
  await expect(padCell(other, 2)).toContainText('second')
  await page.getByRole('button', { name: 'Delete cell 2' }).click()
  await expect(other.locator('section.cell')).toHaveCount(1)
  await add(other, 'Assembly')
  await write(other, 2, 'mov eax, 1')
  await expect(padCell(page, 2)).toContainText('mov eax, 1')
  await padCell(page, 1).focus()
  await page.keyboard.press('z')
  await expect(page.locator('section.cell')).toHaveCount(3)
  await expect(page.locator('[data-language="rust"]').last()).toContainText('second')
  await expect(page.locator('section[data-language="asm"]')).toContainText('mov eax, 1')
  await page.keyboard.press('b')
  await expect(padCell(page, 2)).toBeFocused()
  await page.keyboard.press('z')
  await expect(page.locator('section.cell')).toHaveCount(3)
  await expect(page.locator('section.cell:focus')).toHaveCount(1)
})

test('a deleted cell is found again after a reload', async ({ page }) => {
  await openPad(page)
  await add(page, 'Assembly')
  await write(page, 2, 'mov eax, 99')
  await page.getByRole('button', { name: 'Delete cell 2' }).click()
  await page.reload()
  await page.getByRole('button', { name: 'Deleted cells (1)' }).click()
  await page
    .getByRole('region', { name: 'Deleted cells' })
    .getByRole('button', { name: 'Bring it back' })
    .click()
  await expect(padCell(page, 2)).toContainText('mov eax, 99')
  await page.reload()
  await expect(padCell(page, 2)).toContainText('mov eax, 99')
})

test('a pad with a source beyond the limit keeps all the rest', async ({ page }) => {
  await openPad(page)
  await write(page, 1, 'fn main() { let mine: u8 = 1; }')
  await add(page, 'Assembly')
  await write(page, 2, 'nop')
  await page.keyboard.insertText('\n; ' + 'x'.repeat(100_001))
  await expect(page.getByText('longer than the 100,000 characters')).toBeVisible()
  await page.reload()
  await expect(padCell(page, 1)).toContainText('mine')
  await expect(padCell(page, 2)).toContainText('nop')
})
