/** The course without sight, without a mouse, at any size and in any colours. */
import type { Locator, Page } from '@playwright/test'
import { builtPages } from './built-pages.ts'
import { expect, test } from './fixtures.ts'
import { cell, openLesson, openTools, rewrite } from './lesson-page.ts'

const LESSON = 'lessons/complete-example/'

async function openMachine(page: Page): Promise<Locator> {
  await openLesson(page, LESSON)
  await cell(page, 'example').getByRole('button', { name: 'Machine' }).click()
  const machine = page.getByRole('complementary', { name: /The machine/ })
  await expect(machine.locator('[data-view]').first()).toBeVisible()
  return machine
}

/** Everything that live regions say from now on. */
async function hear(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    const regions = '[role="status"], [role="alert"]'
    new MutationObserver((changes) => {
      const changed = new Set(
        changes.map(({ target }) =>
          (target instanceof Element ? target : target.parentElement)?.closest(regions),
        ),
      )
      for (const region of changed) {
        const isSilent = !region || region.getAttribute('aria-live') === 'off'
        const text = isSilent ? '' : (region.textContent?.replace(/\s+/g, ' ').trim() ?? '')
        if (text !== '' && heard.at(-1) !== text) heard.push(text)
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)
}

const focusedName = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
  )
const holdsKeyboard = (page: Page) => page.evaluate(() => document.activeElement !== document.body)

test('a whole access is followed by what is said alone, and the keyboard is never lost', async ({ page }) => {
  const machine = await openMachine(page)
  const heard = await hear(page)
  for (const name of ['One instruction back', 'One instruction on']) {
    await machine.getByRole('button', { name }).focus()
    await page.keyboard.press('Enter')
  }
  await expect(machine.getByText('5 of 7')).toBeVisible()
  const next = machine.getByRole('button', { name: 'Next phase' })
  await next.focus()
  for (let phase = 1; phase <= 9; phase++) {
    await page.keyboard.press('Enter')
    await expect(machine.locator('.sentence')).toContainText(`phase ${phase} of 9`)
    await expect(next).toBeFocused()
  }
  const said = (await heard()).join('\n')
  expect(said).toMatch(/Next mov al, \[rbp - 1\]/)
  const access = [
    /Row 0 .*phase 1 of 9/,
    /Fetch .*phase 4 of 9/,
    /Address .*0x7FFF_007F_EFFF.*\(CPU\), phase 5 of 9/,
    /Split .*phase 6 of 9/,
    /Row 0 .*0x5000.*phase 7 of 9/,
    /Read .*0x5FFF: 2a.*\(RAM\), phase 8 of 9/,
    /RAX .*phase 9 of 9/,
  ]
  for (const told of access) expect(said).toMatch(told)
})

test('a button that can go no further keeps the keyboard, and Escape closes from everywhere', async ({
  page,
}) => {
  const machine = await openMachine(page)
  await machine.getByRole('button', { name: 'To the beginning' }).focus()
  await page.keyboard.press('Enter')
  await expect(machine.getByText('0 of 7')).toBeVisible()
  expect(await focusedName(page)).toBe('To the beginning')
  await page.keyboard.press('Enter')
  await expect(machine.getByText('0 of 7')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(machine).toBeHidden()
  await expect(cell(page, 'example').getByRole('button', { name: 'Machine' })).toBeFocused()
})

test('a value says what it is, and what is chosen is told', async ({ page }) => {
  const machine = await openMachine(page)
  const heard = await hear(page)
  const value = machine.locator('.view[data-view="ram"] data[data-fact="byte(0x5FFF)"]')
  await expect(value).toHaveRole('button')
  await expect(value).toHaveAttribute('aria-pressed', 'false')
  await value.click()
  await expect(value).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(heard).toContain('Chosen: the byte at 0x5FFF of RAM')
  await machine.getByRole('button', { name: 'Let go' }).focus()
  await page.keyboard.press('Enter')
  await expect(value).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(() => holdsKeyboard(page)).toBe(true)
  await page.keyboard.press('Escape')
  await expect(machine).toBeHidden()
})

test('whatever a press takes away, the keyboard stays nearby', async ({ page }) => {
  await openLesson(page, 'lessons/your-question/')
  const exercise = page.locator('.exercise').first()
  await exercise.scrollIntoViewIfNeeded()
  await expect(exercise).toHaveAttribute('data-ready', 'true')
  const hints = exercise.getByRole('button', { name: /int \(\d of \d\)/ })
  while ((await hints.count()) > 0) {
    await hints.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => holdsKeyboard(page)).toBe(true)
  }
  await expect(exercise.locator(':focus')).toHaveCount(1)
  const one = page.locator('section.cell').first()
  await one.focus()
  await page.keyboard.press('s')
  await one.getByRole('button', { name: 'Source folded' }).focus()
  await page.keyboard.press('Enter')
  await expect(one).toBeFocused()
})

test('what became of all cells is told, mistakes by name', async ({ page }) => {
  await openLesson(page, LESSON)
  const heard = await hear(page)
  const runAll = page.getByRole('button', { name: 'Run all' })
  await openTools(page)
  await runAll.focus()
  await page.keyboard.press('Enter')
  await expect.poll(heard).toContain('All 2 cells have run.')
  await expect(runAll).toBeFocused()
  await rewrite(page, cell(page, 'example'), () => 'fn example() { let x = ; }')
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'diagnostic')
  await openTools(page)
  await runAll.click()
  await expect
    .poll(heard)
    .toContain('All 2 cells have run. A mistake is in “One variable, and one access to it”.')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 } })

  test('the list of keys begins at its top, and has those of the machine', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 400 })
    await openLesson(page, LESSON)
    await (await openTools(page)).getByRole('button', { name: 'Keys' }).click()
    const dialog = page.getByRole('dialog', { name: 'Keys' })
    await expect(dialog.getByRole('heading', { name: 'Keys' })).toBeInViewport()
    expect(await dialog.evaluate((element) => element.scrollTop)).toBe(0)
    await expect(dialog.getByRole('row', { name: /Choose the value/ })).toBeAttached()
  })

  test('the sheet covers nothing that the keyboard comes to', async ({ page }) => {
    const machine = await openMachine(page)
    const covered = () =>
      page.evaluate(() => {
        const sheet = document.querySelector('.machine')!.getBoundingClientRect()
        const stops = document.querySelectorAll<HTMLElement>(
          'body > :not(.machine) :is(a[href], button:not(:disabled), input, select, summary, [tabindex="0"])',
        )
        return [...stops]
          .filter((stop) => stop.checkVisibility({ visibilityProperty: true }) && !stop.closest('[inert]'))
          .filter((stop) => {
            stop.focus()
            return document.activeElement === stop && stop.getBoundingClientRect().top >= sheet.top - 8
          })
          .map((stop) => stop.outerHTML.slice(0, 100))
      })
    expect(await covered()).toEqual([])
    await machine.getByRole('button', { name: 'Make the machine larger' }).click()
    await expect(page.locator('main')).toHaveJSProperty('inert', false)
    await expect(page.locator('.lesson')).toHaveJSProperty('inert', true)
    expect(await covered()).toEqual([])
    await machine.getByRole('button', { name: 'Close' }).click()
    await expect(page.locator('.lesson')).toHaveJSProperty('inert', false)
  })

  test('the sheet has one line to go through time, and the step in words over one view', async ({ page }) => {
    const machine = await openMachine(page)
    const [sheet, sentence, view] = await Promise.all(
      [machine, machine.locator('.now'), machine.locator('.view').first()].map((each) => each.boundingBox()),
    )
    // It was 326 px when every way through time and every view stood in it.
    expect(view!.y - sheet!.y).toBeLessThan(175)
    expect(sentence!.y + sentence!.height).toBeLessThanOrEqual(view!.y)
    const transport = machine.locator('.timeline').locator('button:visible, input')
    const middles = await transport.evaluateAll((all) =>
      all.map((each) => {
        const { top, height } = each.getBoundingClientRect()
        return Math.round((top + height / 2) / 4)
      }),
    )
    expect(new Set(middles).size).toBe(1)
    await machine.getByRole('tab', { selected: true }).focus()
    await page.keyboard.press('Home')
    await expect(machine.getByRole('tab', { selected: true })).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(machine.getByRole('tab', { name: 'Views' })).toBeFocused()
    await expect(machine.getByRole('checkbox').first()).toBeVisible()
  })
})

test.describe('enlarged to 400 %', () => {
  test.use({ viewport: { width: 320, height: 256 } })

  test('a view of the machine has the window', async ({ page }) => {
    const machine = await openMachine(page)
    await machine
      .locator('.view')
      .first()
      .evaluate((view) => view.scrollIntoView({ block: 'start' }))
    const box = (await machine.locator('.view').first().boundingBox())!
    expect([box.y < 10, Math.min(256, box.y + box.height) - box.y > 200]).toEqual([true, true])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})

test('with the reader’s own spacing of text nothing is wider than 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of ['', LESSON, 'scratchpad/']) {
    await page.goto(path)
    const widest = await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
      )
      document.adoptedStyleSheets = [sheet]
      return document.documentElement.scrollWidth
    })
    expect([path, widest <= 320]).toEqual([path, true])
  }
})

test('in a reader’s own colours the lesson, the phase and what is pressed are outlined', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  const machine = await openMachine(page)
  await machine.getByRole('button', { name: 'Next phase' }).click()
  const pressed = machine.getByRole('button', { name: 'Phase by phase' })
  await machine.getByRole('button', { name: 'Close' }).focus()
  const marked = [machine.locator('.phases .current'), pressed, page.locator('a[aria-current]').first()]
  for (const each of marked) await expect(each).toHaveCSS('outline-style', 'solid')
})

test('every landmark has a name of its own or none, and styles stand in the head', () => {
  for (const { path, html } of builtPages()) {
    const body = html.slice(html.indexOf('<body'))
    expect([path, body.includes('<style')]).toEqual([path, false])
    expect([path, /<aside(?![^>]* aria-label)/.test(body)]).toEqual([path, false])
  }
})
