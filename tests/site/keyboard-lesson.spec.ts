/** A lesson done with the keyboard alone. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { cell, openLesson } from './lesson-page.ts'

const LESSON = 'lessons/compiler-offsets/'

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('80 times Tab did not lead there')
}

test('Tab to a source, Enter to edit it, Shift+Enter to run it, Tab to leave it', async ({ page }) => {
  await openLesson(page, LESSON)
  const example = cell(page, 'example')
  await tabTo(page, example.getByRole('group', { name: /^Source of/ }))
  await page.keyboard.press('Enter')
  const editor = example.getByRole('textbox')
  await expect(editor).toBeFocused()

  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('fn example() { let x: u16 = 7; }')
  await expect(example).toHaveAttribute('data-state', 'stale')
  await page.keyboard.press('Shift+Enter')
  await expect(example).toHaveAttribute('data-state', 'done')
  await expect(example.locator('data[data-fact="x.type"]').first()).toHaveAttribute('value', 'u16')

  await expect(cell(page, 'aligned')).toBeFocused()
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await expect(editor).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(editor).not.toBeFocused()
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
})

test('Escape leaves the editor for its cell', async ({ page }) => {
  await openLesson(page, LESSON)
  const example = cell(page, 'example')
  await tabTo(page, example.getByRole('group', { name: /^Source of/ }))
  await page.keyboard.press('Enter')
  await expect(example.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(example).toBeFocused()
})

test('no button that goes takes the keyboard with it', async ({ page }) => {
  await openLesson(page, LESSON)
  const example = cell(page, 'example')
  const button = (name: string) => example.getByRole('button', { name })
  await button('Edit').click()
  await expect(example.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('// ')
  await button('Reset').focus()
  await page.keyboard.press('Enter')
  await expect(button('Keep it')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(button('Run')).toBeFocused()

  await button('Reset').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+Tab')
  await expect(button('Discard')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(button('Run')).toBeFocused()
  await expect(button('Reset')).toHaveCount(0)
})

test('the keyboard stays while a long run makes Run an Interrupt and back', async ({ page }) => {
  await page.addInitScript(() => {
    // A processor so slow that the run is announced and can be interrupted.
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function (this: Worker, ...message: Parameters<typeof postMessage>) {
      setTimeout(() => postMessage.apply(this, message), 400)
    } as typeof postMessage
  })
  await openLesson(page, LESSON)
  const example = cell(page, 'example')
  await example.getByRole('button', { name: 'Run' }).focus()
  await page.keyboard.press('Enter')
  await expect(example).toHaveAttribute('data-state', 'stale')
  await expect(example).toHaveAttribute('data-state', 'done')
  await expect(example.getByRole('button', { name: 'Run' })).toBeFocused()
})
