/** The machine beside the page, as a reader uses it: scrub, step, point, ask, stop, and close. */
import type { Locator, Page } from '@playwright/test'
import { objections } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { cell, openLesson, rewrite } from './lesson-page.ts'

const LESSON = 'lessons/complete-example/'

async function openMachine(page: Page, lesson = LESSON, id = 'example'): Promise<Locator> {
  await openLesson(page, lesson)
  await cell(page, id).getByRole('button', { name: 'Machine' }).click()
  const machine = page.getByRole('complementary', { name: /The machine/ })
  await expect(machine.locator('[data-view]').first()).toBeVisible()
  return machine
}

const press = (machine: Locator, name: string | RegExp) =>
  machine.getByRole('button', { name }).first().click()
const now = (machine: Locator) => machine.locator('.now')
/** A view of the panel, and not one that is a picture’s table. */
const view = (machine: Locator, name: string) =>
  machine.locator(`.view[data-view="${name}"]:not(.view .view)`)

test('it stands at what the cell is about, taken apart, and steps back and on', async ({ page }) => {
  const machine = await openMachine(page)
  await expect(machine.getByText('5 of 7')).toBeVisible()
  await expect(now(machine)).toContainText('Next mov al, [rbp - 1]')
  await expect(machine.locator('.phases li')).toHaveCount(9)
  await expect(view(machine, 'walk').locator('svg:visible')).toContainText('comes next')
  await press(machine, 'To the end')
  await expect(machine.getByText('7 of 7')).toBeVisible()
  await expect(now(machine)).toContainText('Next leave')
  await press(machine, 'One instruction back')
  await expect(machine.getByText('6 of 7')).toBeVisible()
  await expect(now(machine)).toContainText('Next mov [rbp - 2], al')
  await press(machine, 'One instruction on')
  await expect(view(machine, 'stack').locator('data.changed')).toHaveCount(2)
  await press(machine, 'To the beginning')
  await expect(now(machine)).toContainText('Done nothing yet')
  await expect(now(machine)).toContainText('Next the call of the program')
  await press(machine, 'One instruction on')
  await expect(now(machine)).toContainText('Done the call of the program')
  await press(machine, 'On to the next line')
  await expect(view(machine, 'source').locator('tr.next')).toContainText('let x: u8 = 42;')
})

test.describe('at 1440 × 900', () => {
  test.use({ viewport: { width: 1440, height: 900 } })

  test('code, registers, walk and memory are in sight together, and stay where they are put', async ({
    page,
  }) => {
    const machine = await openMachine(page)
    for (const name of ['assembly', 'registers', 'walk', 'stack']) {
      await expect(view(machine, name)).toBeVisible()
      const box = (await view(machine, name).boundingBox())!
      expect([name, box.y >= 0, box.y + box.height <= 900]).toEqual([name, true, true])
    }
    await expect(view(machine, 'assembly').locator('tr.next')).toBeInViewport()
    // The way to other lessons stays, and nothing lies over the colours.
    const colours = (await page.getByLabel('Colours').boundingBox())!
    expect(colours.x + colours.width).toBeLessThan((await machine.boundingBox())!.x)
    await page.getByText('Contents', { exact: true }).click()
    await expect(page.getByRole('navigation', { name: 'Course' }).getByRole('link').first()).toBeVisible()
    await press(machine, 'Keep in sight: Registers')
    await press(machine, /^Keep in sight: The stack/)
    await press(machine, 'Keep in sight: RAM')
    const pinned = (place: Locator) =>
      place
        .locator('.arranged .view:not(.view .view)')
        .evaluateAll((views) => views.map((each) => each.getAttribute('data-view')))
    expect(await pinned(machine)).toEqual(['assembly', 'ram', 'walk'])
    await page.reload()
    expect(await pinned(await openMachine(page))).toEqual(['assembly', 'ram', 'walk'])
  })

  test('a view has the whole window for itself, and goes back', async ({ page }) => {
    const machine = await openMachine(page)
    const walk = view(machine, 'walk')
    await press(machine, /^Whole window: One access/)
    expect(await walk.boundingBox()).toEqual({ x: 0, y: 0, width: 1440, height: 900 })
    await expect(walk.locator('svg.wide').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(machine).toBeVisible()
    expect((await walk.boundingBox())!.width).toBeLessThan(800)
  })
})

test('the slider is scrubbed with the keyboard', async ({ page }) => {
  const machine = await openMachine(page)
  const slider = machine.getByRole('slider')
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', '0 of 7 instructions executed')
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', '5 of 7 instructions executed')
  await expect(view(machine, 'stack').locator('tr', { hasText: 'x: u8' })).toContainText('42')
})

test('what is pointed at is marked in every view, in the panel and on the page', async ({ page }) => {
  const machine = await openMachine(page)
  await view(machine, 'ram').locator('data[data-fact="byte(0x5FFF)"]').click()
  await expect(machine.getByText('Chosen: the byte at 0x5FFF of RAM')).toBeVisible()
  const linked = (place: Locator) => place.locator('.linked').allTextContents()
  await expect.poll(() => linked(view(machine, 'source'))).toEqual(expect.arrayContaining(['x', 'x']))
  expect(await linked(view(machine, 'stack'))).toEqual(['2a', '42'])
  expect(await linked(view(machine, 'assembly'))).toHaveLength(2)
  expect(await linked(cell(page, 'example').locator('[data-view="ram"]'))).toEqual(['2a'])
  await page.keyboard.press('Escape')
  await expect(page.locator('.linked')).toHaveCount(0)
})

test('the keyboard alone reaches a value, chooses it, and leaves', async ({ page }) => {
  const machine = await openMachine(page)
  await view(machine, 'registers').locator('.scroll').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator(':focus')).toHaveAttribute('data-fact', 'registers.rsp')
  await page.keyboard.press('Enter')
  await expect(machine.getByText('Chosen: RSP')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(view(machine, 'registers').locator('.scroll')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(machine.getByText('Chosen:')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(machine).toBeHidden()
  await expect(cell(page, 'example').getByRole('button', { name: 'Machine' })).toBeFocused()
})

test('a value is traced to the instruction that wrote it, and stopped at', async ({ page }) => {
  const machine = await openMachine(page)
  await view(machine, 'source').getByText('x', { exact: true }).first().click()
  await press(machine, 'Who wrote this?')
  await expect(now(machine)).toContainText('Done mov byte [rbp - 1], 42')
  await press(machine, 'Who wrote this?')
  await expect(now(machine)).toContainText('nothing in this run had written to it before')
  await press(machine, /^Stop at writes/)
  await expect(machine.getByRole('list', { name: 'Breakpoints' })).toContainText('Stops at writes to')
  await press(machine, 'To the beginning')
  await machine.getByText('More ways').click()
  await press(machine, 'Next breakpoint')
  await expect(now(machine)).toContainText('No breakpoint is met after this moment')
})

test('a read is stopped at, and so is a fault', async ({ page }) => {
  const machine = await openMachine(page)
  await press(machine, 'To the end')
  await view(machine, 'source').getByText('x', { exact: true }).first().click()
  await press(machine, /^Stop at reads/)
  await machine.getByText('More ways').click()
  await press(machine, 'Stop at faults')
  await expect(machine.getByRole('list', { name: 'Breakpoints' })).toContainText('Stops at faults')
  await press(machine, 'Breakpoint before')
  await expect(now(machine)).toContainText('Done mov al, [rbp - 1]')
  await press(machine, 'Breakpoint before')
  await expect(now(machine)).toContainText('No breakpoint is met before this moment')
})

test('a breakpoint on a line stops there', async ({ page }) => {
  const machine = await openMachine(page)
  await view(machine, 'source').getByRole('rowheader', { name: '3' }).click()
  await press(machine, 'Stop at line 3')
  await press(machine, 'To the beginning')
  await machine.getByText('More ways').click()
  await press(machine, 'Next breakpoint')
  await expect(now(machine)).toContainText('Next mov al, [rbp - 1]')
  await press(machine, /^Remove: stops at line 3/)
  await expect(machine.getByRole('list', { name: 'Breakpoints' })).toHaveCount(0)
})

test('an instruction is taken apart, phase by phase', async ({ page }) => {
  const machine = await openMachine(page)
  await view(machine, 'source').getByRole('rowheader', { name: '3' }).click()
  await press(machine, 'To the end')
  await press(machine, 'Back to here')
  await press(machine, 'Back to here')
  await expect(now(machine)).toContainText('Next mov al, [rbp - 1]')
  const phases = machine.locator('.phases li')
  const titles = async () => (await phases.locator('b').allTextContents()).join(' ')
  await expect.poll(titles).toBe('Row 0 Row 1 Row 2 Fetch Address Split Row 0 Read RAX')
  await expect(phases.nth(7)).toContainText('0x5FFF: 2a')
  for (let phase = 0; phase < 8; phase++) await press(machine, 'Next phase')
  await expect(machine.locator('.phases .current')).toContainText('Read')
  await expect(view(machine, 'ram').locator('.linked')).toHaveText('2a')
  await press(machine, 'Next phase')
  await press(machine, 'Next phase')
  await expect(now(machine)).toContainText('Done mov al, [rbp - 1]')
})

test('it follows an edit, and says when there is no machine', async ({ page }) => {
  const machine = await openMachine(page)
  await rewrite(page, cell(page, 'example'), (source) => source.replace('42', '99'))
  await expect(view(machine, 'stack').locator('tr', { hasText: 'x: u8' })).toContainText('99')
  await rewrite(page, cell(page, 'page-table'), (source) => `${source}\n?`)
  await expect(cell(page, 'page-table')).toHaveAttribute('data-state', 'diagnostic')
  await press(machine, 'One instruction back')
  await expect(machine.getByText('4 of 7')).toBeVisible()
})

test('plays by itself, and pauses', async ({ page }) => {
  const machine = await openMachine(page)
  await press(machine, 'Phase by phase')
  await press(machine, 'To the beginning')
  await press(machine, 'Play')
  await expect(machine.getByText('7 of 7')).toBeVisible()
  await expect(machine.getByRole('button', { name: 'Play' })).toBeVisible()
})

test('views are opened and closed, and stay so', async ({ page }) => {
  let machine = await openMachine(page)
  await machine.getByText('Views', { exact: true }).click()
  await machine.getByRole('checkbox', { name: 'Symbol table' }).check()
  await machine.getByRole('checkbox', { name: 'Assembly' }).uncheck()
  await expect(view(machine, 'symbols')).toBeVisible()
  await expect(view(machine, 'assembly')).toHaveCount(0)
  machine = await openMachine(page)
  await expect(view(machine, 'symbols')).toBeVisible()
  await expect(view(machine, 'assembly')).toHaveCount(0)
})

test('through a lens only what somebody knows is seen', async ({ page }) => {
  const machine = await openMachine(page)
  await machine.getByLabel('Who knows this?').selectOption('os')
  await expect(view(machine, 'table')).toBeVisible()
  await expect(view(machine, 'source')).toBeHidden()
  await expect(view(machine, 'stack')).toBeHidden()
  // RAM has physical addresses and bytes: no stack, no registers, nothing virtual.
  await machine.getByLabel('Who knows this?').selectOption('ram')
  await expect(view(machine, 'ram')).toBeVisible()
  await expect(view(machine, 'stack')).toBeHidden()
  await machine.getByLabel('Who knows this?').selectOption('cpu')
  await expect(view(machine, 'stack').getByText('x', { exact: true })).toBeHidden()
  await machine.getByLabel('Who knows this?').selectOption('all')
  await expect(view(machine, 'stack').getByText('x', { exact: true })).toBeVisible()
})

test('a cell without instructions has one moment, and says so', async ({ page }) => {
  const machine = await openMachine(page, LESSON, 'page-table')
  await expect(now(machine)).toContainText('there is one moment')
  await expect(view(machine, 'table')).toBeVisible()
})

test('a run of millions of steps is scrubbed from end to end', async ({ page }) => {
  await openLesson(page, LESSON)
  await rewrite(
    page,
    cell(page, 'example'),
    () => 'fn example() {\n    let mut x: u32 = 0;\n    while x < 1_000_000 { x = x.wrapping_add(1); }\n}',
  )
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'done', { timeout: 30_000 })
  await cell(page, 'example').getByRole('button', { name: 'Machine' }).click()
  const machine = page.getByRole('complementary', { name: /The machine/ })
  await expect(machine.getByText(/of \d+\D000\D0\d\d/)).toBeVisible()
  const slider = machine.getByRole('slider')
  const newest = Number(await slider.getAttribute('max'))
  expect(newest).toBeGreaterThan(5_000_000)
  for (const step of [12_345, newest - 1, 4_000_000, 3]) {
    await slider.fill(String(step))
    await expect(slider).toHaveAttribute(
      'aria-valuetext',
      new RegExp(`^${step.toLocaleString('en').replaceAll(',', '.')}`),
    )
  }
  await expect(view(machine, 'source').locator('tr.next, tr.both')).toHaveCount(1)
})

test('what is looked for through millions of steps tells how far it is, and can be stopped', async ({
  page,
}) => {
  await openLesson(page, LESSON)
  const source =
    'fn example() {\n    let mut x: u32 = 0;\n    while x < 15_000_000 { x = x.wrapping_add(1); }\n}'
  await rewrite(page, cell(page, 'example'), () => source)
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'done', { timeout: 60_000 })
  await cell(page, 'example').getByRole('button', { name: 'Machine' }).click()
  const machine = page.getByRole('complementary', { name: /The machine/ })
  const slider = machine.getByRole('slider')
  await expect(machine.getByText(/of \d+\D000\D0\d\d/)).toBeVisible()
  const end = (await slider.getAttribute('max'))!
  await expect(slider).toHaveValue(end)
  await view(machine, 'source').getByRole('rowheader', { name: '2' }).click()
  await press(machine, 'Stop at line 2')
  await press(machine, 'More ways')
  await press(machine, 'Breakpoint before')
  await expect(now(machine)).toContainText('instructions looked through so far', { timeout: 60_000 })
  await press(machine, 'Stop looking')
  await expect(machine.getByRole('button', { name: 'Play' })).toBeFocused()
  await expect(now(machine)).not.toContainText('looked through')
  await expect(slider).toHaveValue(end)
})

test('offline before it was ever opened, it says so', async ({ page, context }) => {
  test.info().annotations.push({ type: 'expects', description: 'failed requests' })
  await openLesson(page, LESSON)
  await context.setOffline(true)
  page.removeAllListeners('requestfailed')
  page.removeAllListeners('console')
  await cell(page, 'example').getByRole('button', { name: 'Machine' }).click()
  await expect(cell(page, 'example').getByText('The machine could not be loaded')).toBeVisible()
  await context.setOffline(false)
})

for (const { width, colorScheme } of [
  { width: 360, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
] as const) {
  test.describe(`at ${width} px, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme })

    test('axe finds nothing, and nothing is wider than the page', async ({ page }) => {
      const machine = await openMachine(page)
      // On a phone there is one view at a time.
      const tab = machine.getByRole('tab', { name: 'Source' })
      if (width < 700) await tab.click()
      await view(machine, 'source').getByText('x', { exact: true }).first().click()
      await press(machine, 'Next phase')
      await machine.getByText('Views', { exact: true }).click()
      await machine.getByText('More ways').click()
      expect(await objections(page)).toEqual([])
      const widest = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(widest).toBeLessThanOrEqual(width)
    })
  })
}
