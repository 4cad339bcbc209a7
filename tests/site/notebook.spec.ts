/** A lesson as a notebook: keys, links, folding, copying, and all cells at once. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { cell, cells, openLesson, openTools, rewrite } from './lesson-page.ts'

const LESSON = 'lessons/complete-example/'

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)
const more = (page: Page, id: string) => cell(page, id).getByLabel('More for this cell')

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('from cell to cell, into the editor, out of it, and on', async ({ page }) => {
  await openLesson(page, LESSON)
  await cell(page, 'page-table')
    .getByRole('group', { name: /^Source of/ })
    .focus()
  await page.keyboard.press('j')
  expect(await focused(page)).toBe('cell-example')
  await page.keyboard.press('k')
  expect(await focused(page)).toBe('cell-page-table')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const editor = cell(page, 'example').getByRole('textbox')
  await expect(editor).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await expect(editor).toContainText('j ')
  // A list of suggestions may have to be closed first.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  expect(await focused(page)).toBe('cell-example')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Shift+Enter')
  await expect(cell(page, 'page-table')).toHaveAttribute('data-state', 'done')
  expect(await focused(page)).toBe('cell-example')
})

test('a key that a button needs stays the button’s', async ({ page }) => {
  await openLesson(page, LESSON)
  await cell(page, 'example').getByRole('button', { name: 'Run' }).focus()
  await page.keyboard.press('Enter')
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'done')
  await expect(cell(page, 'example').getByRole('textbox')).toHaveCount(0)
})

test('the list of keys opens with ? and closes with Escape, back where it was', async ({ page }) => {
  await openLesson(page, LESSON)
  await cell(page, 'example')
    .getByRole('group', { name: /^Source of/ })
    .focus()
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keys' })
  await expect(list.getByRole('row', { name: /Interrupt what is running/ })).toContainText('i i')
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(cell(page, 'example').getByRole('group', { name: /^Source of/ })).toBeFocused()
})

test('lines are commented and uncommented', async ({ page }) => {
  await openLesson(page, LESSON)
  for (const [id, mark] of [
    ['example', '// fn example'],
    ['page-table', '# 0x7FFF007FE'],
  ] as const) {
    await cell(page, id).getByRole('button', { name: 'Edit' }).click()
    await expect(cell(page, id).getByRole('textbox')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('ControlOrMeta+/')
    await expect(cell(page, id).getByRole('textbox')).toContainText(mark)
    await page.keyboard.press('ControlOrMeta+/')
    await expect(cell(page, id).getByRole('textbox')).not.toContainText(mark)
  }
})

test('a link carries an edit to another reader, who loses nothing', async ({ page, browser, baseURL }) => {
  await openLesson(page, LESSON)
  await rewrite(page, cell(page, 'example'), (source) => source.replace('42', '77'))
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'done')
  await more(page, 'example').click()
  await cell(page, 'example').getByRole('button', { name: 'Copy a link' }).click()
  await expect(cell(page, 'example').getByText('The link is copied.')).toBeVisible()
  const link = await clipboard(page)
  expect(link).toMatch(/#edits=1\./)

  const other = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage()
  await openLesson(other, LESSON)
  await rewrite(other, cell(other, 'example'), (source) => source.replace('42', '11'))
  await expect(cell(other, 'example')).toHaveAttribute('data-state', 'done')
  await other.goto('about:blank')
  await other.goto(link)
  await expect(cell(other, 'example').getByRole('textbox')).toContainText('77')
  await expect(cell(other, 'example').locator('data[data-fact="x.value"]').first()).toHaveAttribute(
    'value',
    '77',
  )
  expect(other.url()).toMatch(/#cell-example$/)
  await expect(cell(other, 'example').getByText('You had written another one here')).toBeVisible()
  await cell(other, 'example').getByRole('button', { name: 'Bring mine back' }).click()
  await expect(cell(other, 'example').getByRole('textbox')).toContainText('11')
  await other.context().close()
})

test('a damaged link says so, and the lesson is the author’s', async ({ page }) => {
  await openLesson(page, `${LESSON}#edits=1.q1bKTFOyUkpUqgUA`.slice(0, -3))
  await expect(page.getByText(/cannot be read: perhaps it was cut off/)).toBeVisible()
  await expect(cell(page, 'example').locator('pre')).toContainText('42')
  expect(page.url()).not.toContain('#')
})

test('source and output are folded and unfolded, by menu and by key', async ({ page }) => {
  await openLesson(page, LESSON)
  const example = cell(page, 'example')
  await more(page, 'example').click()
  await example.getByRole('button', { name: 'Fold the source' }).click()
  await expect(example.locator('pre')).toBeHidden()
  await example.getByRole('button', { name: 'Source folded: show it' }).click()
  await expect(example.locator('pre').first()).toBeVisible()
  await example.getByRole('group', { name: /^Source of/ }).focus()
  await page.keyboard.press('o')
  await expect(example.locator('[data-view]').first()).toBeHidden()
  await page.keyboard.press('o')
  await expect(example.locator('[data-view]').first()).toBeVisible()
})

test('a source is copied', async ({ page }) => {
  await openLesson(page, LESSON)
  await cell(page, 'example')
    .getByRole('group', { name: /^Source of/ })
    .focus()
  await page.keyboard.press('c')
  await expect.poll(() => clipboard(page)).toContain('let x: u8 = 42;')
})

test('all cells are run, reset after a question, and go on after a restart', async ({ page }) => {
  await openLesson(page, LESSON)
  const tools = await openTools(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(tools).toBeHidden()
  await expect(page.locator('.lesson-tools summary')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(tools).toBeVisible()
  await page.locator('h1').click()
  await expect(tools).toBeHidden()
  await (await openTools(page)).getByRole('button', { name: 'Run all' }).click()
  for (const one of await cells(page).all()) await expect(one).toHaveAttribute('data-state', 'done')
  await rewrite(page, cell(page, 'example'), (source) => source.replace('42', '99'))
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'done')
  await (await openTools(page)).getByRole('button', { name: 'Reset all' }).click()
  await expect((await openTools(page)).getByRole('button', { name: 'Keep it' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(cell(page, 'example').getByRole('textbox')).toContainText('99')
  await (await openTools(page)).getByRole('button', { name: 'Reset all' }).click()
  await (await openTools(page)).getByRole('button', { name: 'Discard' }).click()
  await expect(cell(page, 'example').getByRole('textbox')).toContainText('42')
  await (await openTools(page)).getByRole('button', { name: 'Restart' }).click()
  await expect((await openTools(page)).getByText('The simulator begins anew')).toBeVisible()
  await cell(page, 'example').getByRole('button', { name: 'Run' }).click()
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'done')
})

test('the lesson comes as a notebook file', async ({ page, request }) => {
  await openLesson(page, LESSON)
  const path = await (await openTools(page)).getByRole('link', { name: 'Notebook file' }).getAttribute('href')
  const notebook = (await (await request.get(path ?? '')).json()) as {
    nbformat: number
    cells: { source: string; outputs?: { data?: Record<string, string> }[] }[]
  }
  expect(notebook.nbformat).toBe(4)
  const example = notebook.cells.find(({ source }) => source.startsWith('fn example'))
  expect(example?.outputs?.[0]?.data?.['text/plain']).toContain('0x7FFF_007F_EFFF')
})

test('a word that was begun before help with writing had come is helped too', async ({ page }) => {
  const held = Promise.withResolvers<void>()
  await page.route('**/assistance.*.js', async (route) => {
    await held.promise
    await route.continue()
  })
  await openLesson(page, 'lessons/rsp-and-the-stack/')
  const listing = cell(page, 'example-asm')
  const isAsked = page.waitForRequest('**/assistance.*.js')
  await listing.getByRole('button', { name: 'Edit' }).click()
  await expect(listing.getByRole('textbox')).toBeFocused()
  await isAsked
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('\nmovz')
  held.resolve()
  await expect(listing.getByRole('listbox').getByRole('option').first()).toContainText('movzx')
})

test('the editor suggests what could be written, and says what a word means', async ({ page }) => {
  await openLesson(page, 'lessons/rsp-and-the-stack/')
  const listing = cell(page, 'example-asm')
  await listing.getByRole('button', { name: 'Edit' }).click()
  await expect(listing.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('\nmovz')
  const list = listing.getByRole('listbox')
  await expect(list.getByRole('option').first()).toContainText('movzx')
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await expect(listing.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(listing.getByRole('textbox')).not.toBeFocused()
  await listing.getByRole('textbox').getByText('push', { exact: true }).first().hover()
  await expect(listing.locator('.cm-card')).toContainText('It changes no flags.')
  await page.mouse.move(0, 0)
  await expect(listing.locator('.cm-card')).toHaveCount(0)
  await listing.getByRole('textbox').focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Control+i')
  await expect(listing.locator('.cm-card')).toContainText('RBP')
  await page.keyboard.press('Escape')
  await expect(listing.locator('.cm-card')).toHaveCount(0)
  await expect(listing.getByRole('textbox')).toBeFocused()
})

test('two tabs with the same lesson do not destroy each other’s edits', async ({ page, context }) => {
  await openLesson(page, LESSON)
  const other = await context.newPage()
  await openLesson(other, LESSON)
  const write = async (tab: Page, text: string) => {
    await cell(tab, 'example').getByRole('button', { name: 'Edit' }).click()
    await expect(cell(tab, 'example').getByRole('textbox')).toBeFocused()
    await tab.keyboard.press('ControlOrMeta+a')
    await tab.keyboard.insertText(text)
  }
  await write(page, 'fn example() { let here: u8 = 1; }')
  await expect(cell(other, 'example').getByRole('textbox')).toContainText('here')
  await write(other, 'fn example() { let there: u8 = 2; }')
  await expect(cell(page, 'example').getByRole('textbox')).toContainText('there')
  await expect(cell(page, 'example')).toContainText('in another tab')
  await cell(page, 'example').getByRole('button', { name: 'Bring mine back' }).click()
  await expect(cell(page, 'example').getByRole('textbox')).toContainText('here')
  await expect(cell(other, 'example').getByRole('textbox')).toContainText('here')
})

/** In a cell that shows x as 43; long enough for the kernel to have run what is written. */
async function writeAndPause(page: Page, source: string): Promise<Locator> {
  await openLesson(page, LESSON)
  const example = cell(page, 'example')
  await rewrite(page, example, (first) => first.replace('42', '43'))
  await expect(example).toHaveAttribute('data-state', 'done')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(source)
  await page.waitForTimeout(400)
  await expect(example).toHaveAttribute('data-state', 'stale')
  return example
}

test('what is written is run ahead in a pause, and seen only when it is asked for', async ({ page }) => {
  const example = await writeAndPause(page, 'fn example() {\n    let x: u8 = 77;\n}')
  const x = example.locator('[data-view="stack"] tr', { hasText: 'x: u8' })
  await expect(x).toContainText('43')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(example).toHaveAttribute('data-state', 'done')
  await expect(x).toContainText('77')
  await page.keyboard.press('Escape')
  await example.getByRole('button', { name: 'Machine' }).click()
  const machine = page.getByRole('complementary', { name: /The machine/ })
  await expect(machine.locator('[data-view="source"]')).toContainText('77')
})

test('a press of Run that meets a cell which has just begun by itself does not break it off', async ({
  page,
}) => {
  const example = await writeAndPause(page, 'fn example() {\n    loop {}\n}')
  await example.evaluate((cell) => {
    new MutationObserver((_, seen) => {
      if (cell.getAttribute('data-state') !== 'running') return
      seen.disconnect()
      cell.querySelector<HTMLButtonElement>('button.run')?.click()
      document.title = 'pressed'
    }).observe(cell, { attributes: true })
  })
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page).toHaveTitle('pressed')
  await expect(example.getByRole('status')).toContainText('instructions so far')
  await expect(example).toHaveAttribute('data-state', 'running')
  await example.getByRole('button', { name: 'Interrupt' }).click()
  await expect(example).toHaveAttribute('data-state', 'interrupted')
})

test('an endless loop that was begun ahead is interrupted like any other', async ({ page }) => {
  const example = await writeAndPause(page, 'fn example() {\n    loop {}\n}')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(example.getByRole('status')).toContainText('instructions so far')
  await example.getByRole('button', { name: 'Interrupt' }).click()
  await expect(example).toHaveAttribute('data-state', 'interrupted')
  await expect(example.getByRole('status')).toContainText(/Interrupted/)
  await example.locator('.cm-content').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('fn example() {\n    let x: u8 = 5;\n}')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(example).toHaveAttribute('data-state', 'done')
})
