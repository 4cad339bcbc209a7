/** An assignment from making to checking, as a teacher and a student have it. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { objections } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { openLesson, openTools } from './lesson-page.ts'

const asFile = (name: string, text: string) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
})

/** Types the answer that the exercise itself gives, and checks it. */
async function solve(page: Page, answer: string): Promise<void> {
  const exercise = page.locator('.exercise:visible')
  await exercise.getByRole('textbox').fill(answer)
  await exercise.getByRole('button', { name: 'Check' }).click()
}

test('a teacher makes an assignment, a student does it, and the result is checked', async ({ page }) => {
  await page.goto('assign/')
  const form = page.locator('.assignment-form')
  await expect(form).toHaveAttribute('data-ready', 'true')
  await form.getByLabel('Title').fill('Week 3')
  await form
    .getByText(/The compiler|compiler calculates/i)
    .first()
    .click()
  for (const box of await form.getByRole('checkbox').all()) if (await box.isChecked()) await box.uncheck()
  await form.getByLabel('The answer may be looked at').check()
  await form.locator('details[open]').getByRole('checkbox').nth(1).check()
  await form.locator('details[open]').getByRole('checkbox').nth(2).check()
  await form.getByLabel('Tries for each exercise').fill('2')
  await form.getByLabel('Due').fill('2026-12-04')
  expect(await objections(page)).toEqual([])
  const link = await form.getByLabel('The link for your students').inputValue()

  await page.goto(link)
  await page.getByLabel('Your id').fill('  Ada  Lovelace ')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByText(/Due on Friday,? 4 December 2026\./)).toBeVisible()
  const exercise = page.locator('.exercise:visible')
  await expect(exercise).toHaveAttribute('data-ready', 'true')
  const answer = (await exercise.locator('details dd').first().textContent())?.trim() ?? ''
  await solve(page, answer)
  await expect(exercise.getByText('Right.')).toBeVisible()
  // What passed is handed in, whatever was typed since.
  await exercise.getByRole('textbox').fill('85F')
  await page.getByRole('button', { name: 'Next' }).click()
  for (const tries of ['Tries: 1 of 2', 'No try is left.']) {
    await solve(page, '1')
    await expect(page.locator('.exercise:visible').getByText(tries)).toBeVisible()
  }
  expect(await objections(page)).toEqual([])
  await page.reload()
  await expect(page.getByRole('heading', { name: '1 of 2 right' })).toBeVisible()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the result' }).click(),
  ])
  const code = (await page.locator('.result .code').textContent()) ?? ''
  const path = test.info().outputPath('ada.json')
  await file.saveAs(path)
  expect(file.suggestedFilename()).toBe(`pagewalk-Ada-Lovelace-${code}.json`)

  await page.goto('check/')
  await expect(page.locator('.check-results')).toHaveAttribute('data-ready', 'true')
  await page.getByLabel('Link of the assignment').fill(link)
  const whole = readFileSync(path, 'utf8')
  await page
    .getByLabel('Choose files')
    .setInputFiles([
      asFile('ada.json', whole),
      asFile('eve.json', whole.replace('Ada Lovelace', 'Eve')),
      asFile('torn.json', '{"format":'),
    ])
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
  await expect(row('Ada Lovelace')).toContainText('1 of 2')
  await expect(row('Ada Lovelace')).toContainText(code)
  await expect(row('Eve')).toContainText('One answer does not reproduce.')
  await expect(row('Eve')).toContainText('changed after it was saved')
  await expect(row('torn.json')).toContainText('damaged')
  await expect(
    page.getByText('2 results checked, 1 of them with a remark; 1 files were no results.'),
  ).toBeVisible()
  expect(await objections(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

test('a link that was cut off gets a sentence', async ({ page }) => {
  await page.goto('assignment/#course=1&exercises=')
  await expect(page.getByRole('alert')).toContainText('cannot be read')
})

test('a link that is followed while another’s exercises are on their way is the one that counts', async ({
  page,
}) => {
  const link = (title: string, key: string) => `assignment/#course=1&title=${title}&exercises=${key}`
  let release = (): void => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/exercises/accessing-x.json', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(link('First', 'accessing-x/physical-address'))
  await page.getByLabel('Your id').fill('Ada')
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.evaluate(
    (address) => location.assign(address),
    new URL(link('Second', 'compiler-offsets/align-y'), page.url()).hash,
  )
  await expect(page.getByRole('heading', { name: 'Second' })).toBeVisible()
  await page.getByLabel('Your id').fill('Ada')
  await page.getByRole('button', { name: 'Begin' }).click()
  const exercise = page.locator('.exercise')
  await expect(exercise).toHaveAttribute('data-exercise', 'align-y')
  const late = page.waitForResponse('**/exercises/accessing-x.json')
  release()
  await late
  await page.reload()
  await expect(page.getByRole('heading', { name: '0 of 1 right' })).toBeVisible()
  await expect(exercise).toHaveAttribute('data-exercise', 'align-y')
})

test('an exercise in a page of somebody else’s is the variant that was asked for, and counts in the course', async ({
  page,
}) => {
  const at = 'embed/#exercise=accessing-x/physical-address'
  const exercise = page.locator('.exercise[data-ready="true"]')
  const solution = exercise.locator('details dd').first()
  await page.goto(at)
  const first = (await solution.textContent())?.trim() ?? ''
  await solve(page, first)
  await expect(exercise.getByText('Right.')).toBeVisible()
  await page.goto('about:blank')
  await page.goto(`${at}&seed=7`)
  await expect(solution).not.toHaveText(first)
  await expect(exercise.getByText('done', { exact: true })).toBeVisible()
  await page.goto('lessons/accessing-x/')
  const own = page.locator('#exercise-physical-address')
  await own.scrollIntoViewIfNeeded()
  await expect(own.getByText('done', { exact: true })).toBeVisible()
})

test('a page of somebody else’s shows a cell, which says how high it is, with keyboard and axe as elsewhere', async ({
  page,
  baseURL,
}) => {
  await page.goto('lessons/accessing-x/')
  const cell = page.locator('#cell-example')
  await cell.getByLabel('More for this cell').click()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await cell.getByRole('button', { name: 'Copy for another site' }).click()
  await expect(cell.getByText('What to put into a page is copied.')).toBeVisible()
  const snippet = await page.evaluate(() => navigator.clipboard.readText())
  expect(snippet).toContain(`src="${baseURL}embed/#cell=accessing-x/example"`)

  const edited = snippet.replace(
    '/example',
    `/example&amp;source=${encodeURIComponent('fn f() { let x: u8 = 77; }')}`,
  )
  const foreign = `<script>onmessage = ({ data }) => { if (data.type === 'pagewalk-size') document.querySelector('iframe').height = data.height }</script>${edited}`
  const server = createServer((_request, response) =>
    response.setHeader('Content-Type', 'text/html').end(foreign),
  )
  await once(server.listen(0, 'localhost'), 'listening')
  const other = await page.context().newPage()
  await other.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
  const frame = other.frameLocator('iframe')
  await expect(frame.locator('[data-state="done"]')).toContainText('77')
  await expect(other.locator('iframe')).not.toHaveAttribute('height', '480')
  const link = frame.getByRole('link', { name: 'Open in the course' })
  await expect(link).toHaveAttribute('href', /lessons\/accessing-x\/#edits=1\./)
  await frame.getByRole('button', { name: 'Run' }).focus()
  await other.keyboard.press('Tab')
  await expect(frame.getByRole('button', { name: 'Edit' })).toBeFocused()
  server.close()
})

for (const [name, fragment, shows] of [
  ['picture', '#picture=accessing-x/example/stack', '[data-view="stack"]'],
  ['machine', '#machine=accessing-x/example', '.machine'],
  ['exercise', '#exercise=accessing-x/physical-address&seed=7', '.exercise[data-ready="true"]'],
] as const) {
  test(`a part of the course is a ${name}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 })
    await page.goto(`embed/${fragment}`)
    await expect(page.locator(shows).first()).toBeVisible()
    await expect(page.getByRole('link', { name: 'Open in the course' })).toBeAttached()
    expect(await objections(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
}

test('a lesson is shown to a room: one idea a screen, by keys, answers when they are asked for', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await openLesson(page, 'lessons/accessing-x/')
  const tools = await openTools(page)
  await tools.getByRole('button', { name: 'Present' }).click()
  const bar = page.getByRole('group', { name: 'Presentation' })
  await expect(bar.getByRole('status')).toHaveText(/^1 of \d+: Accessing x/)
  const heading = page.getByRole('heading', { name: '1. The CPU calculates' })
  await expect(heading).toBeHidden()
  expect(await objections(page)).toEqual([])
  while (await heading.isHidden()) await page.keyboard.press('ArrowRight')
  await expect(page.locator('main :is(h2, h3)').filter({ visible: true })).toHaveCount(1)

  // What is on the screen is the lesson itself: its cells run.
  const shown = page.locator('section.cell:visible')
  await shown.getByRole('button', { name: 'Run' }).click()
  await expect(shown).toHaveAttribute('data-state', 'done')
  await shown.getByRole('button', { name: 'Edit' }).click()
  await expect(shown.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(heading).toBeVisible()
  await page.keyboard.press('Escape')

  const exercise = page.locator('.exercise:visible').first()
  await bar.getByRole('button', { name: 'Next' }).focus()
  while (!(await exercise.isVisible())) await page.keyboard.press('ArrowRight')
  const solution = exercise.locator('details')
  await expect(solution).not.toHaveAttribute('open')
  await page.keyboard.press('a')
  await expect(solution).toHaveAttribute('open')
  expect(await objections(page)).toEqual([])
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('PageUp')
  await expect(solution).not.toHaveAttribute('open')

  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await expect(exercise).toBeInViewport()
  await expect(heading).toBeVisible()
  await expect(page.locator('.lesson-tools summary')).toBeFocused()
})
