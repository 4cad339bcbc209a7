/** The scratchpad, as a reader uses it: add, write, run, move, delete, undo, share, come back. */
import type { Locator, Page } from '@playwright/test'
import { objections } from './axe.ts'
import { expect, test } from './fixtures.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const cells = (page: Page) => page.locator('section.cell')
const cell = (page: Page, number: number) => page.getByRole('region', { name: `Cell ${number}`, exact: true })
const adders = (page: Page, name: string) => page.getByRole('button', { name: `+ ${name}` })
const add = (page: Page, name: string) => adders(page, name).last().click()

const options = (page: Page, number: number) =>
  page.getByRole('button', { name: `Options of cell ${number}` }).click()

async function openPad(page: Page): Promise<void> {
  await page.goto('scratchpad/')
  await expect(cells(page).first()).toBeVisible()
}

async function write(page: Page, target: Locator, source: string): Promise<void> {
  await target.getByRole('button', { name: 'Edit' }).click()
  await expect(target.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(source)
  await page.keyboard.press('ControlOrMeta+Enter')
}

test('a new pad has a program that runs, and another may print', async ({ page }) => {
  await openPad(page)
  await cell(page, 1).getByRole('button', { name: 'Run' }).click()
  await expect(cell(page, 1).locator('[data-view="stack"]')).toContainText('42')
  await write(page, cell(page, 1), 'fn main() { println!("{}", 6 * 7); }')
  await expect(cell(page, 1).locator('[data-view="console"]')).toContainText('42')
})

test('cells in every language go on from one another', async ({ page }) => {
  await openPad(page)
  await write(page, cell(page, 1), 'fn main() { let x: u8 = 7; }')
  await add(page, 'Assembly')
  await write(page, cell(page, 2), 'mov al, [rbp - 1]\nadd al, 1\nmov [rbp - 1], al')
  await add(page, 'Accesses')
  await write(page, cell(page, 3), 'read u8 [x]')
  await expect(cell(page, 3).locator('[data-view="accesses"]')).toContainText('8')
  await cell(page, 1).getByRole('button', { name: 'Edit' }).click()
  await write(page, cell(page, 1), 'fn main() { let x: u8 = 20; }')
  await expect(cell(page, 3).locator('[data-view="accesses"]')).toContainText('21')
})

test('a whole program in assembly runs whatever became of the cell above', async ({ page }) => {
  await openPad(page)
  await write(page, cell(page, 1), 'fn main() { let x: u8 = ; }')
  await add(page, 'Assembly')
  await write(page, cell(page, 2), 'mov eax, 1')
  await expect(cell(page, 2)).toContainText('Put it right first')
  await write(page, cell(page, 2), 'global _start\n_start:\n    mov eax, 60\n    mov edi, 3\n    syscall')
  await expect(cell(page, 2)).toContainText('exit code 3')
})

test('vectors are shown as what the program takes them for, and as what the reader says', async ({
  page,
}) => {
  await openPad(page)
  await add(page, 'Assembly')
  const program =
    'global _start\n_start:\n    movsd xmm0, [rel half]\n    addsd xmm0, xmm0\n    mulsd xmm1, xmm0'
  const ending = '    mov eax, 60\n    xor edi, edi\n    syscall\nsection .rodata\nhalf: dq 0.5'
  await write(page, cell(page, 2), `${program}\n${ending}`)
  await expect(cell(page, 2)).toContainText('Run 1 is done')
  await cell(page, 2).getByRole('button', { name: 'Machine' }).click()
  const vectors = page.locator('.machine [data-view="vectors"]')
  const row = vectors.getByRole('row', { name: 'XMM0' })
  await expect(row.getByRole('cell')).toHaveText(['0', '1'])
  await expect(vectors).toContainText('rounds to the nearest; has met nothing')
  await vectors.getByLabel('128 bits as').selectOption('4 floats')
  await expect(row.getByRole('cell')).toHaveText(['0', '0', '1.875', '0'])
  await vectors.getByLabel('128 bits as').selectOption('16 bytes, in hexadecimal')
  await expect(row.getByRole('cell')).toHaveCount(16)
  expect(await objections(page, '.machine')).toEqual([])
  await page.setViewportSize({ width: 360, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

test('cells are added, moved and deleted with Jupyter’s keys, and all of it undone', async ({ page }) => {
  await openPad(page)
  await cell(page, 1).focus()
  await page.keyboard.press('b')
  await expect(cells(page)).toHaveCount(2)
  await expect(cell(page, 2)).toBeFocused()
  await write(page, cell(page, 2), 'fn main() { let second: u8 = 2; }')
  await expect(cell(page, 2)).toHaveAttribute('data-state', 'done')
  await page.keyboard.press('Alt+Enter')
  await expect(cells(page)).toHaveCount(3)
  await expect(cell(page, 3)).toBeFocused()
  await page.keyboard.press('d')
  await page.keyboard.press('d')
  await expect(cell(page, 2)).toBeFocused()
  await page.keyboard.press('Shift+K')
  await expect(cell(page, 1).getByRole('textbox')).toContainText('second')
  await page.keyboard.press('d')
  await page.keyboard.press('d')
  await expect(cells(page)).toHaveCount(1)
  await page.keyboard.press('z')
  await expect(cell(page, 1)).toContainText('second')
  await page.keyboard.press('z')
  const undo = page.getByRole('button', { name: 'Undo' })
  await undo.click()
  await expect(cells(page)).toHaveCount(3)
  await undo.click()
  await undo.click()
  await expect(cells(page)).toHaveCount(1)
  await expect(cell(page, 1)).toContainText('let y')
})

test('examples are there to begin with, take the place of an empty pad, and stand below what was written', async ({
  page,
}) => {
  await openPad(page)
  const example = page.getByRole('link', { name: 'One step too far' })
  await example.press('Enter')
  await expect(cells(page)).toHaveCount(1)
  await expect(cell(page, 1)).toContainText('days[month]')
  await expect(cell(page, 1)).toBeFocused()
  await page.keyboard.press('Shift+Enter')
  await expect(cell(page, 1)).toContainText('exit code 101')
  await expect(page).not.toHaveURL(/#/)
  await example.click()
  await expect(page.getByText('You have the cells of this example already.')).toBeVisible()
  await page.reload()
  await expect(cell(page, 1)).toContainText('days[month]')
  await expect(example).toBeHidden()
  await page.getByText('Examples to begin with').click()
  await page.getByRole('link', { name: 'Page table: two pages, one frame' }).click()
  await expect(cells(page)).toHaveCount(3)
  await expect(cell(page, 2)).toContainText('0x9000')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(cells(page)).toHaveCount(1)
  await page.evaluate(() => (location.hash = '#example=constructor'))
  await expect(page.getByText('There is no example of that name')).toBeVisible()
})

test('a pad is saved as a notebook and opened again, and so is a source', async ({ page }) => {
  await openPad(page)
  await write(page, cell(page, 1), 'fn main() { let kept: u8 = 9; }')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a notebook' }).click(),
  ])
  const path = test.info().outputPath('scratchpad.ipynb')
  await file.saveAs(path)
  await write(page, cell(page, 1), 'fn main() { let other: u8 = 1; }')
  await page.getByLabel('Open a file').setInputFiles(path)
  await expect(cell(page, 2)).toContainText('kept')
  await page
    .getByLabel('Open a file')
    .setInputFiles({ name: 'own.asm', mimeType: 'text/plain', buffer: Buffer.from('mov eax, 77') })
  await expect(cell(page, 3)).toContainText('mov eax, 77')
  await page
    .getByLabel('Open a file')
    .setInputFiles({ name: 'torn.ipynb', mimeType: 'text/plain', buffer: Buffer.from('{"cel') })
  await expect(page.getByText('cannot be read as a notebook')).toBeVisible()
  expect(await objections(page)).toEqual([])
})

test('a cell is duplicated with what it starts from, under its options', async ({ page }) => {
  await openPad(page)
  await write(page, cell(page, 1), 'fn main() { let mine: u8 = 9; }')
  await options(page, 1)
  await page.getByLabel('Paging').selectOption('no paging')
  await page.getByRole('button', { name: 'Duplicate' }).click()
  await expect(cell(page, 2)).toContainText('mine')
  await expect(cell(page, 2)).toBeFocused()
  await options(page, 2)
  const second = page.getByRole('group', { name: 'Options of cell 2' })
  await expect(second.getByLabel('Paging')).toHaveValue('none')
  expect(await objections(page)).toEqual([])
})

test('what was written is there on the next visit, and travels by link to below another’s cells', async ({
  page,
  browser,
  baseURL,
}) => {
  await openPad(page)
  await write(page, cell(page, 1), 'fn main() { let mine: u8 = 1; }')
  await expect(cell(page, 1)).toHaveAttribute('data-state', 'done')
  await page.reload()
  await expect(cell(page, 1)).toContainText('mine')
  await page.getByRole('button', { name: 'Copy a link' }).first().click()
  await expect(page.getByText('The link is copied. It carries all cells.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())

  const other = await (await browser.newContext({ ...(baseURL ? { baseURL } : {}) })).newPage()
  await openPad(other)
  await write(other, cell(other, 1), 'fn main() { let theirs: u8 = 2; }')
  await expect(cell(other, 1)).toHaveAttribute('data-state', 'done')
  await other.goto('about:blank')
  await other.goto(link)
  await expect(cell(other, 2)).toContainText('mine')
  await expect(cell(other, 1)).toContainText('theirs')
  await other.context().close()
})

test('two tabs show the same pad, and neither overwrites the other', async ({ page, context }) => {
  await openPad(page)
  const other = await context.newPage()
  await openPad(other)
  await add(page, 'Assembly')
  await expect(cells(other)).toHaveCount(2)
  await write(other, cell(other, 2), 'mov eax, 77')
  await expect(cell(page, 2)).toContainText('77')
  await add(page, 'Accesses')
  await page.reload()
  await expect(cells(page)).toHaveCount(3)
  await expect(cell(page, 2)).toContainText('77')
})

test('a damaged link and a damaged store cost nothing but themselves', async ({ page }) => {
  await page.addInitScript(() => {
    if (location.protocol === 'http:') localStorage.setItem('pagewalk:/:scratchpad', '{"no')
  })
  await openPad(page)
  await expect(page.getByText('could not be read any more')).toBeVisible()
  await page.goto('about:blank')
  await page.goto('scratchpad/#edits=1.abc')
  await expect(page.getByText('perhaps it was cut off on the way')).toBeVisible()
  await expect(cells(page)).toHaveCount(1)
})

test('another machine is chosen, and its cell is out of date until it is run', async ({ page }) => {
  await openPad(page)
  await write(page, cell(page, 1), 'fn main() { let x: u8 = 7; }')
  await expect(cell(page, 1)).toHaveAttribute('data-state', 'done')
  await options(page, 1)
  await page.getByLabel('Paging').selectOption('four levels')
  await expect(cell(page, 1)).toHaveAttribute('data-state', 'stale')
  await cell(page, 1).getByRole('button', { name: 'Run' }).click()
  await expect(cell(page, 1)).toHaveAttribute('data-state', 'done')
  await cell(page, 1).getByRole('button', { name: 'Machine' }).click()
  const machine = page.getByRole('complementary', { name: /The machine/ })
  await expect(machine.locator('[data-view="table"]:not(.view .view)')).toContainText('PML4')
})

test('processes of one’s own touch their pages, and the OS answers', async ({ page }) => {
  await openPad(page)
  await add(page, 'Processes')
  await add(page, 'Accesses')
  await write(page, cell(page, 3), 'write u8 0x10000000 = 7\nread u8 0x20000000')
  const accesses = cell(page, 3).locator('[data-view="accesses"]')
  await expect(accesses).toContainText('gets a frame of its own')
  await expect(accesses).toContainText('no row of the page table maps this page')
  await write(page, cell(page, 2), 'process A\n10000000-10100000 r--p')
  await expect(accesses).not.toContainText('gets a frame of its own')
  await write(page, cell(page, 2), 'process A\n10000000-10000123 rw-p')
  await expect(cell(page, 2)).toContainText('A region is made of whole pages')
})

test('the price of an entry is changed, and what accesses cost follows', async ({ page }) => {
  await openPad(page)
  await options(page, 1)
  await page.getByLabel('Hardware').selectOption('a very small TLB')
  await page.getByLabel('Paging').selectOption('four levels')
  await cell(page, 1).getByRole('button', { name: 'Run' }).click()
  await cell(page, 1).getByRole('button', { name: 'Machine' }).click()
  const machine = page.getByRole('complementary', { name: /The machine/ })
  await machine.getByText('Views', { exact: true }).click()
  await machine.getByRole('checkbox', { name: 'TLB' }).check()
  const costs = machine.locator('[data-view="tlb"] .costs')
  const total = async () => Number((await costs.locator('tfoot').innerText()).replace(/\D/g, ''))
  const before = await total()
  await costs.getByLabel('Cycles for reading an entry of a page table').fill('0')
  expect(await total()).toBeLessThan(before)
  await costs.getByLabel('Cycles for reading or writing RAM').fill('')
  await costs.getByLabel('Cycles for looking into the TLB').fill('')
  expect(await total()).toBe(0)
})

for (const { width, colorScheme } of [
  { width: 360, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'light' },
] as const) {
  test.describe(`at ${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme })

    test('axe finds nothing in a pad with every language, and nothing is wider than the page', async ({
      page,
    }) => {
      await openPad(page)
      for (const name of ['Assembly', 'Page table', 'Accesses', 'Processes']) await add(page, name)
      await page.getByRole('button', { name: 'Run all' }).click()
      await expect(cells(page).last()).toHaveAttribute('data-state', /done|diagnostic/)
      expect(await objections(page)).toEqual([])
      const widest = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(widest).toBeLessThanOrEqual(width)
      await page.screenshot({ path: `test-results/pad-${width}.png`, fullPage: true })
    })
  })
}

test('pads with titles of their own keep their cells apart, are renamed, sent and deleted', async ({
  page,
  browser,
  baseURL,
}) => {
  await openPad(page)
  await write(page, cell(page, 1), 'fn main() { let x: u8 = 11; }')
  await page.getByRole('button', { name: 'Pad: untitled' }).click()
  const pads = page.getByRole('region', { name: 'Your pads' })
  await pads.getByLabel('A new pad').fill('Week 3: maps & keys')
  expect(await objections(page)).toEqual([])
  await page.keyboard.press('Enter')
  const current = page.getByRole('button', { name: 'Pad: Week 3: maps & keys' })
  await expect(current).toBeVisible()
  await expect(cell(page, 1)).not.toContainText('11')
  await write(page, cell(page, 1), 'fn main() { let x: u8 = 77; }')
  await expect(cell(page, 1)).toHaveAttribute('data-state', 'done')
  await page.reload()
  await expect(cell(page, 1)).toContainText('77')

  await page.getByRole('button', { name: 'Copy a link' }).click()
  await expect(page.getByText('The link is copied.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const other = await (await browser.newContext({ baseURL: baseURL! })).newPage()
  await other.goto(link)
  await expect(other.getByRole('button', { name: 'Pad: Week 3: maps & keys' })).toBeVisible()
  await expect(cell(other, 1)).toContainText('77')
  await other.context().close()

  await current.click()
  await pads.getByRole('link', { name: 'untitled' }).click()
  await expect(cell(page, 1)).toContainText('11')
  await page.getByRole('button', { name: 'Pad: untitled' }).click()
  await pads.getByLabel('The title of this one').fill('Week 3: maps & keys')
  await pads.getByRole('button', { name: 'Change it' }).click()
  await expect(pads.getByRole('status')).toHaveText('There is a pad of that title already.')
  await pads.getByLabel('The title of this one').fill('Notes')
  await pads.getByRole('button', { name: 'Change it' }).click()
  await page.getByRole('button', { name: 'Pad: Notes' }).click()
  await expect(cell(page, 1)).toContainText('11')
  await expect(pads.getByRole('link')).toHaveText(['Notes', 'Week 3: maps & keys'])

  await pads.getByRole('button', { name: 'Delete this pad' }).click()
  await expect(pads.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await pads.getByRole('button', { name: 'Delete it' }).click()
  await expect(current).toBeVisible()
  await expect(cell(page, 1)).toContainText('77')
})
