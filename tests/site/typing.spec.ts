/** Writing into a cell as hands, clipboards and input methods do. */
import type { CDPSession, Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { cell, openLesson } from './lesson-page.ts'

const LISTING = { path: 'lessons/rsp-and-the-stack/', id: 'example-asm' }
const PROGRAM = { path: 'lessons/complete-example/', id: 'example' }

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

/** Opens a lesson with the keyboard in the empty editor of a cell; its help is there. */
async function emptyEditor(page: Page, { path, id }: typeof LISTING): Promise<Locator> {
  await openLesson(page, path)
  await cell(page, id).getByRole('button', { name: 'Edit' }).click()
  const editor = cell(page, id).getByRole('textbox')
  await expect(editor).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  const list = cell(page, id).getByRole('listbox')
  await expect(async () => {
    await page.keyboard.press('Control+Space')
    await expect(list).toBeVisible({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  return editor
}

/** What stands in the editor, line by line. */
const textOf = async (editor: Locator): Promise<string> =>
  (await editor.locator('.cm-line').evaluateAll((lines) => lines.map(({ textContent }) => textContent))).join(
    '\n',
  )

const WRITTEN = [
  { where: LISTING, text: 'mov ebx, eax\nadd eax, ebx\ncdq\nret\npush rbp\n' },
  { where: PROGRAM, text: 'fn main() {\nlet a = 1;\nlet b = 2;\nlet s = a\n+ b;\nlet t = s\n;\n' },
]

for (const { where, text } of WRITTEN)
  for (const delay of [0, 30, 120])
    test(`${where.id} at ${delay} ms a key has what was typed, and nothing else`, async ({ page }) => {
      const editor = await emptyEditor(page, where)
      await page.keyboard.type(text, { delay })
      // The editor indents; that is all it may do.
      expect((await textOf(editor)).replace(/^ +/gm, '')).toBe(text)
    })

test('Enter takes what the reader has chosen from the list, and what is typed after takes the choice back', async ({
  page,
}) => {
  const editor = await emptyEditor(page, LISTING)
  const list = cell(page, LISTING.id).getByRole('listbox')
  await page.keyboard.type('movz', { delay: 30 })
  await expect(list).toBeVisible()
  await expect(list.locator('[aria-selected]')).toHaveCount(0)
  await page.waitForTimeout(100)
  await page.keyboard.press('ArrowDown')
  await expect(list.locator('[aria-selected]')).toHaveText(/movzx/)
  await page.keyboard.press('Enter')
  expect(await textOf(editor)).toBe('movzx')
  await page.keyboard.type('\nmov', { delay: 30 })
  await expect(list).toBeVisible()
  await page.waitForTimeout(100)
  await page.keyboard.press('ArrowDown')
  await expect(list.locator('[aria-selected]')).toHaveCount(1)
  await page.keyboard.type('s')
  await expect(list).toBeVisible()
  await expect(list.locator('[aria-selected]')).toHaveCount(0)
  await page.keyboard.press('Enter')
  expect(await textOf(editor)).toBe('movzx\nmovs\n')
  await page.keyboard.type('lea', { delay: 30 })
  await list.getByRole('option').first().click()
  expect(await textOf(editor)).toBe('movzx\nmovs\nlea')
})

test('Escape closes the list and then leads out; Tab leaves with the list open, too', async ({ page }) => {
  const editor = await emptyEditor(page, LISTING)
  const list = cell(page, LISTING.id).getByRole('listbox')
  await page.keyboard.type('mov', { delay: 30 })
  await expect(list).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await expect(editor).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(cell(page, LISTING.id)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('z', { delay: 30 })
  await expect(list).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(editor).not.toBeFocused()
  await expect(list).toHaveCount(0)
  expect(await textOf(editor)).toContain('mov')
})

test('Shift+Enter on a cell with a mistake stays there and says it, every time', async ({ page }) => {
  await openLesson(page, LISTING.path)
  const target = cell(page, 'example')
  await target.getByRole('button', { name: 'Edit' }).click()
  await expect(target.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('fn example() {\n    let x: u8 = valeu;\n}')
  const said = target.getByRole('status').getByText('Line 2: cannot find value `valeu` in this scope')
  await page.keyboard.press('Shift+Enter')
  await expect(target).toHaveAttribute('data-state', 'diagnostic')
  await expect(target.getByRole('textbox')).toBeFocused()
  await expect(target.getByRole('status')).toHaveAttribute('aria-live', 'polite')
  await said.evaluate((element) => element.setAttribute('data-heard', ''))
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Enter')
  await expect(target.locator('[data-heard]')).toHaveCount(0)
  await expect(said).toHaveCount(1)
  await expect(target).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('fn example() {\n    let x: u8 = 5;\n}')
  await page.keyboard.press('Shift+Enter')
  await expect(target).toHaveAttribute('data-state', 'done')
  await expect(cell(page, 'example-asm')).toBeFocused()
})

test('the keyboard comes back to a mistake that is found late, unless the reader has taken it elsewhere', async ({
  page,
}) => {
  for (const goesElsewhere of [false, true]) {
    let arrive = () => {}
    const arrival = new Promise<void>((resolve) => (arrive = resolve))
    await page.route('**/kernel.worker*', async (route) => arrival.then(() => route.continue()))
    await openLesson(page, LISTING.path)
    const target = cell(page, 'example')
    await target.getByRole('button', { name: 'Edit' }).click()
    await expect(target.getByRole('textbox')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText('fn example() {\n    let x: u8 = valeu;\n}')
    await page.keyboard.press('Shift+Enter')
    await expect(cell(page, 'example-asm')).toBeFocused()
    if (goesElsewhere) await page.keyboard.press('ArrowUp')
    const elsewhere = await page.evaluate(() => document.activeElement?.id)
    arrive()
    await expect(target).toHaveAttribute('data-state', 'diagnostic')
    if (goesElsewhere) await expect(page.locator(`#${elsewhere}`)).toBeFocused()
    else await expect(target.getByRole('textbox')).toBeFocused()
    await page.unroute('**/kernel.worker*')
    await page.evaluate(() => localStorage.clear())
  }
})

/** As an input method does: what is being composed, over and over, and at last the text. */
async function compose(keyboard: CDPSession, ...stages: readonly string[]): Promise<void> {
  for (const text of stages)
    await keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await keyboard.send('Input.insertText', { text: stages.at(-1) ?? '' })
}

test('behind Escape nothing cuts, pastes or composes into the source', async ({ page }) => {
  const editor = await emptyEditor(page, PROGRAM)
  const keyboard = await page.context().newCDPSession(page)
  await page.keyboard.insertText('fn example() {\n    let x: u8 = 5;\n}')
  const before = await textOf(editor)
  await page.evaluate(() => navigator.clipboard.writeText('pasted'))
  for (const leave of ['Escape', 'Tab']) {
    await editor.focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press(leave)
    await expect(editor).not.toBeFocused()
    await page.keyboard.press('ControlOrMeta+x')
    await page.keyboard.press('ControlOrMeta+v')
    await page.keyboard.press('Delete')
    await compose(keyboard, 'に', '日本')
    await keyboard.send('Input.insertText', { text: 'typed' })
    expect(await textOf(editor)).toBe(before)
  }
  await editor.focus()
  await page.keyboard.press('End')
  await page.keyboard.type(' // on')
  expect(await textOf(editor)).toContain(' // on')
})

test('what is undone is undone where the keyboard is: no cell loses its text behind the reader’s back', async ({
  page,
}) => {
  await openLesson(page, LISTING.path)
  await cell(page, LISTING.id).getByRole('button', { name: 'Edit' }).click()
  const editor = cell(page, LISTING.id).getByRole('textbox')
  await expect(editor).toBeFocused()
  await page.keyboard.type('; mine')
  const written = await textOf(editor)
  await page.keyboard.press('Shift+Enter')
  await expect(editor).not.toBeFocused()
  for (const key of ['z', 'Shift+z', 'z']) await page.keyboard.press(`ControlOrMeta+${key}`)
  expect(await textOf(editor)).toBe(written)
  await cell(page, LISTING.id).getByRole('button', { name: 'Edit' }).click()
  await expect(editor).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => textOf(editor)).not.toContain('mine')
})

test('an input method writes at the cursor, in a line of its own and over many lines', async ({ page }) => {
  const editor = await emptyEditor(page, PROGRAM)
  const keyboard = await page.context().newCDPSession(page)
  await page.keyboard.insertText('fn example() {\n    // \n    let x: u8 = 5;\n\n}')
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await compose(keyboard, 'に', 'にほ', '日本')
  expect(await textOf(editor)).toBe('fn example() {\n    // 日本\n    let x: u8 = 5;\n\n}')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await compose(keyboard, '/', '// ö')
  expect(await textOf(editor)).toBe('fn example() {\n    // 日本\n    let x: u8 = 5;\n// ö\n}')
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await compose(keyboard, 'f', 'fn main() {')
  expect(await textOf(editor)).toMatch(/^fn main\(\) \{ {4}let x: u8 = 5;\n/)
  await page.keyboard.press('ControlOrMeta+a')
  await compose(keyboard, 'ｆ', 'fn example() {}')
  expect(await textOf(editor)).toBe('fn example() {}')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(cell(page, PROGRAM.id)).toHaveAttribute('data-state', 'done')
})
