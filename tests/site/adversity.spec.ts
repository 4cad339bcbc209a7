/** What a browser may refuse: room to keep things, a worker, the network. It is said once, and the lesson goes on. */
import { test as plain, type Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { cell, cells, openLesson, rewrite } from './lesson-page.ts'

const LESSON = 'lessons/accessing-x/'
const NOT_KEPT = /does not keep what you write/

const REFUSALS: Readonly<Record<string, () => void>> = {
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
  },
  absent: () => {
    Object.defineProperty(globalThis, 'localStorage', { value: undefined })
  },
  forbidden: () => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      },
    })
  },
}

for (const [kind, refuse] of Object.entries(REFUSALS)) {
  test(`a localStorage that is ${kind} is mentioned once, and nothing breaks`, async ({ page }) => {
    await page.addInitScript(refuse)
    await openLesson(page, LESSON)
    await expect(cells(page).getByText(NOT_KEPT)).toHaveCount(0)
    const example = cell(page, 'example')
    await rewrite(page, example, (source) => source.replace('42', '99'))
    await expect(example).toHaveAttribute('data-state', 'done')
    await rewrite(page, cell(page, 'page-table'), (source) => source.replace('0x5000', '0xA000'))
    await expect(cell(page, 'page-table')).toHaveAttribute('data-state', 'done')
    await expect(cells(page).getByText(NOT_KEPT)).toHaveCount(1)
    await expect(example.getByText(NOT_KEPT)).toBeVisible()
    await page.getByLabel('Colours').selectOption('dark')
    await page.reload()
    await expect(example.locator('pre')).toContainText('42')
  })
}

test('edits of two tabs are both there afterwards', async ({ page, context }) => {
  await openLesson(page, LESSON)
  const other = await context.newPage()
  await openLesson(other, LESSON)
  await rewrite(page, cell(page, 'example'), (source) => source.replace('42', '99'))
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'done')
  await rewrite(other, cell(other, 'page-table'), (source) => source.replace('0x5000', '0xA000'))
  await expect(cell(other, 'page-table')).toHaveAttribute('data-state', 'done')
  await page.reload()
  await expect(cell(page, 'example').getByRole('textbox')).toContainText('99')
  await expect(cell(page, 'page-table').getByRole('textbox')).toContainText('0xA000')
})

async function says(page: Page, sentence: RegExp): Promise<void> {
  const example = cell(page, 'example')
  await example.getByRole('button', { name: 'Run' }).click()
  await expect(example.getByRole('status')).toContainText(sentence)
  await expect(example.locator('data[data-fact]').first()).toBeVisible()
}

test('a browser without workers says so in the cell', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))
  await openLesson(page, LESSON)
  await says(page, /simulator could not be loaded/)
})

// In these two the browser itself reports what it could not load.
plain('a worker that is not on the server says so in the cell', async ({ page }) => {
  await page.route('**/kernel.worker*', (route) => route.fulfill({ status: 404, body: '' }))
  await openLesson(page, LESSON)
  await says(page, /simulator could not be loaded/)
  await page.unrouteAll()
  await cell(page, 'example').getByRole('button', { name: 'Run' }).click()
  await expect(cell(page, 'example')).toHaveAttribute('data-state', 'done')
})

plain('an editor that cannot be fetched says so, and the page still runs', async ({ page, context }) => {
  await openLesson(page, LESSON)
  await context.setOffline(true)
  const example = cell(page, 'example')
  await example.getByRole('button', { name: 'Edit' }).click()
  await expect(example.getByRole('alert')).toContainText('The editor could not be loaded')
  await says(page, /simulator could not be loaded/)
  await context.setOffline(false)
  await example.getByRole('button', { name: 'Run' }).click()
  await expect(example).toHaveAttribute('data-state', 'done')
})

test('two runs at once are both answered', async ({ page }) => {
  await openLesson(page, LESSON)
  await page.evaluate(() => {
    for (const run of document.querySelectorAll<HTMLButtonElement>('section.cell button.run')) run.click()
  })
  for (const one of await cells(page).all()) await expect(one).toHaveAttribute('data-state', 'done')
})

test('a page left during a run says nothing, and comes back whole', async ({ page }) => {
  await openLesson(page, 'lessons/rsp-and-the-stack/')
  await rewrite(page, cell(page, 'example-asm'), () => 'example:\n    jmp example')
  await page.goto('')
  await page.goBack()
  await expect(cell(page, 'example-asm').getByRole('status')).toContainText(/Paused after/, {
    timeout: 30_000,
  })
})
