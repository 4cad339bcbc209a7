/** Runs that take long or never end, cells that go while they run, and what is left of a program that has ended. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const cell = (page: Page, number: number) => page.getByRole('region', { name: `Cell ${number}`, exact: true })
const status = (target: Locator) => target.locator('.status')

async function write(page: Page, target: Locator, source: string): Promise<void> {
  await target.getByRole('button', { name: 'Edit' }).click()
  await expect(target.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(source)
  await page.keyboard.press('ControlOrMeta+Enter')
}

async function openPad(page: Page): Promise<void> {
  await page.goto('scratchpad/')
  await expect(cell(page, 1)).toBeVisible()
}

/** A busy machine may need more than ten seconds: a reader then lets the run go on. */
const goingOn = (target: Locator) => async () => {
  const goOn = target.getByRole('button', { name: 'Go on' })
  if (await goOn.isVisible()) await goOn.click()
  await expect(target).toHaveAttribute('data-state', 'done', { timeout: 1000 })
}

const counting = (rounds: string) =>
  `fn main() {\n    let mut i: u64 = 0;\n    let mut s: u64 = 0;\n    while i < ${rounds} {\n        s += i;\n        i += 1;\n    }\n}`

test('five million rounds reach their end, and can be visited', async ({ page }) => {
  test.setTimeout(120_000)
  await openPad(page)
  await write(page, cell(page, 1), counting('5_000_000'))
  await expect(goingOn(cell(page, 1))).toPass({ timeout: 90_000 })
  await expect(cell(page, 1).locator('[data-view="stack"]')).toContainText(
    '12\u202F499\u202F997\u202F500\u202F000',
  )
  await cell(page, 1).getByRole('button', { name: 'Machine' }).click()
  const panel = page.locator('aside.machine')
  await expect(panel.locator('.count')).toContainText(/of \d\d\u202F\d{3}\u202F\d{3}/)
  await panel.getByRole('button', { name: 'To the beginning' }).click()
  await expect(panel.locator('.now')).toContainText('nothing yet', { timeout: 20_000 })
  await panel.getByRole('button', { name: 'To the end' }).click()
  await expect(panel.locator('.now')).not.toContainText('nothing yet', { timeout: 20_000 })
})

/** The worker's own policy, as a host may send it: where it is strict, no module can be made. */
const POLICIES = [
  { host: 'says nothing', policy: undefined, rounds: 20_000_000n },
  { host: 'is strict', policy: "default-src 'self'; script-src 'self'", rounds: 3_000_000n },
]
for (const { host, policy, rounds } of POLICIES)
  test(`a run that lasts fetches what makes it quick, where its host ${host}`, async ({ page }) => {
    test.setTimeout(120_000)
    if (policy !== undefined)
      await page.route(/kernel\.worker-[\w-]+\.js/, async (route) => {
        const response = await route.fetch()
        await route.fulfill({
          response,
          headers: { ...response.headers(), 'content-security-policy': policy },
        })
      })
    const fetched: string[] = []
    page.on('request', (request) => fetched.push(request.url()))
    const isQuick = () => fetched.some((url) => url.includes('/long-runs-'))
    await openPad(page)
    const target = cell(page, 1)
    await write(page, target, counting('10'))
    await expect(target).toHaveAttribute('data-state', 'done')
    expect(isQuick()).toBe(false)
    const made = await page.workers()[0]!.evaluateHandle(() => {
      const count = { modules: 0 }
      const { Module } = WebAssembly
      WebAssembly.Module = new Proxy(Module, {
        construct: (real, given) => {
          const module = Reflect.construct(real, given) as WebAssembly.Module
          count.modules++
          return module
        },
      })
      return count
    })
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(counting(String(rounds)))
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(target).toHaveAttribute('data-state', 'running')
    await expect(goingOn(target)).toPass({ timeout: 90_000 })
    const sum = String((rounds * (rounds - 1n)) / 2n).replaceAll(/\B(?=(\d{3})+$)/g, '\u202F')
    await expect(target.locator('[data-view="stack"]')).toContainText(sum)
    expect(isQuick()).toBe(true)
    const { modules } = await made.jsonValue()
    if (policy === undefined) expect(modules).toBeGreaterThan(1)
    else expect(modules).toBe(0)
  })

test('an endless loop says how far it is, pauses, goes on from there, and can be stopped', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await openPad(page)
  const target = cell(page, 1)
  await write(page, target, 'fn main() {\n    let mut i: u32 = 0;\n    loop { i = i.wrapping_add(1); }\n}')
  await expect(status(target)).toContainText('instructions so far', { timeout: 20_000 })
  await expect(target).toHaveAttribute('data-state', 'interrupted', { timeout: 60_000 })
  await expect(status(target)).toContainText('Paused after')
  await expect(status(target)).not.toContainText('brings it to an end')
  const stepsIn = async () =>
    Number(
      /after ([\d\u202F]+)/.exec((await status(target).textContent()) ?? '')?.[1]?.replaceAll('\u202F', ''),
    )
  const paused = await stepsIn()
  await target.getByRole('button', { name: 'Go on' }).click()
  await expect(target).toHaveAttribute('data-state', 'running')
  await expect(status(target)).toContainText('instructions so far', { timeout: 20_000 })
  await target.getByRole('button', { name: 'Interrupt' }).click()
  await expect(status(target)).toContainText('Interrupted after')
  const interrupted = await stepsIn()
  expect(interrupted).toBeGreaterThan(paused)
  // The same by keys.
  await target.focus()
  await page.keyboard.press('g')
  await expect(target).toHaveAttribute('data-state', 'running')
  await page.keyboard.press('i')
  await page.keyboard.press('i')
  await expect(target).toHaveAttribute('data-state', 'interrupted', { timeout: 20_000 })
  expect(await stepsIn()).toBeGreaterThanOrEqual(interrupted)
  // And it can be looked at.
  await page.keyboard.press('m')
  await expect(page.locator('aside.machine .count')).toContainText('of')
})

test('a cell that is deleted while it runs takes its machine along, and the others have their turn', async ({
  page,
}) => {
  await openPad(page)
  await write(page, cell(page, 1), 'fn main() {\n    let x: u8 = 7;\n}')
  await expect(cell(page, 1)).toHaveAttribute('data-state', 'done')
  await page.getByRole('button', { name: '+ Rust' }).last().click()
  await write(page, cell(page, 2), 'fn main() {\n    let x: u8 = 8;\n}')
  await expect(cell(page, 2)).toHaveAttribute('data-state', 'done')
  await cell(page, 2).getByRole('button', { name: 'Machine' }).click()
  const panel = page.locator('aside.machine')
  await expect(panel).toBeVisible()
  await write(page, cell(page, 2), 'fn main() {\n    loop {}\n}')
  await expect(cell(page, 2)).toHaveAttribute('data-state', 'running')
  await cell(page, 2).focus()
  await page.keyboard.press('d')
  await page.keyboard.press('d')
  await expect(panel).toBeHidden()
  await expect(page.locator('section.cell')).toHaveCount(1)
  await cell(page, 1).getByRole('button', { name: 'Run' }).click()
  await expect(cell(page, 1)).toHaveAttribute('data-state', 'done')
  await cell(page, 1).getByRole('button', { name: 'Machine' }).click()
  await expect(panel).toBeVisible()
  await expect(panel.locator('[data-view="stack"]')).toContainText('7')
})

test('another tab that deletes the cell closes its machine here', async ({ page, context }) => {
  await openPad(page)
  await write(page, cell(page, 1), 'fn main() {\n    let x: u8 = 7;\n}')
  await page.getByRole('button', { name: '+ Rust' }).last().click()
  await write(page, cell(page, 2), 'fn main() {\n    let x: u8 = 8;\n}')
  await expect(cell(page, 2)).toHaveAttribute('data-state', 'done')
  await cell(page, 2).getByRole('button', { name: 'Machine' }).click()
  const panel = page.locator('aside.machine')
  await expect(panel.locator('.count')).toContainText('of')
  const other = await context.newPage()
  await openPad(other)
  await expect(cell(other, 2)).toBeVisible()
  await cell(other, 2).focus()
  await other.keyboard.press('d')
  await other.keyboard.press('d')
  await expect(page.locator('section.cell')).toHaveCount(1)
  await expect(panel).toBeHidden()
  await expect(page.locator('section.cell').first()).toBeFocused()
})

test('a program that has ended shows its own last frame', async ({ page }) => {
  await openPad(page)
  await write(
    page,
    cell(page, 1),
    'fn helper(a: u32) -> u32 {\n    a + 1\n}\nfn main() {\n    let total = helper(*Box::new(41));\n    println!("{total}");\n}',
  )
  await expect(cell(page, 1)).toHaveAttribute('data-state', 'done')
  await expect(cell(page, 1).locator('[data-view="symbols"]')).toContainText('main')
  await expect(cell(page, 1).locator('[data-view="stack"]')).toContainText('42')
  await expect(status(cell(page, 1))).toContainText('the frame shown is that of main')
  await cell(page, 1).getByRole('button', { name: 'Machine' }).click()
  await page.locator('aside.machine').getByRole('button', { name: 'To the end' }).click()
  const now = page.locator('aside.machine .now')
  await expect(now).toContainText('The frame shown is that of main, as it last was.')
  await expect(now).not.toContainText('helper')
})

test('printing in a lesson’s pair keeps the pair', async ({ page }) => {
  await page.goto('lessons/why-page-tables/')
  const first = page.locator('#cell-first-direct')
  await write(page, first, 'fn example() {\n    let x: u8 = 42;\n    println!("{}", x);\n}')
  await expect(first.locator('[data-view="console"]')).toContainText('42')
  for (const id of ['first-direct', 'second-direct', 'back-direct'])
    await expect(page.locator(`#cell-${id}`)).toHaveAttribute('data-state', 'done')
  await write(page, first, 'fn main() {\n    let b = Box::new(7);\n    println!("{}", b);\n}')
  await expect(page.locator('#cell-second-direct')).toHaveAttribute('data-state', 'stale')
  await expect(page.locator('#cell-second-direct .status')).toContainText('Linux process')
})

test('a mistake of the course’s own says so, and what was written can be taken along', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.addInitScript(() => {
    const Real = Worker
    globalThis.Worker = class extends Real {
      override set onmessage(listen: (event: MessageEvent) => void) {
        super.onmessage = ({ data }) => {
          const mistakes = [{ during: 'making the view “stack”', error: 'Error: no such slot' }]
          // What the worker has run beforehand, while the reader was typing, comes as foreseen.
          const result = ['result', 'foreseen'].includes(data.type) && { ...data.result, mistakes }
          listen(new MessageEvent('message', { data: result ? { ...data, result } : data }))
        }
      }
    }
  })
  await openPad(page)
  await write(page, cell(page, 1), 'fn main() {\n    let precious: u8 = 7;\n}')
  await expect(cell(page, 1).getByRole('alert')).toContainText(
    'a mistake of its own while making the view “stack”',
  )
  await expect(cell(page, 1).locator('[data-view="symbols"]')).toContainText('precious')
  await cell(page, 1)
    .getByRole('button', { name: /Copy what you wrote/ })
    .click()
  await expect(cell(page, 1).getByText('It is copied.')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('precious')
  expect(copied).toContain('no such slot')
})
