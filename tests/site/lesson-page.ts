import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** Opens a lesson, and waits until scripts have taken over every cell of it. */
export async function openLesson(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await allCellsLive(page)
}

export async function allCellsLive(page: Page): Promise<void> {
  // A busy machine takes its time to run the scripts; they are waited for, not timed.
  await expect(page.locator('astro-island[ssr]:has(section.cell)')).toHaveCount(0, { timeout: 20_000 })
}

export const cells = (page: Page): Locator => page.locator('section.cell')
export const cell = (page: Page, id: string): Locator => page.locator(`#cell-${id}`)

/** Opens the menu of what is done with all cells at once. */
export async function openTools(page: Page): Promise<Locator> {
  const menu = page.locator('.lesson-tools')
  if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click()
  return menu.getByRole('group', { name: 'All cells of this lesson' })
}

/** Runs every cell, from the first to the last, and waits until each has its result. */
export async function runAll(page: Page): Promise<void> {
  const tools = await openTools(page)
  await tools.getByRole('button', { name: 'Run all' }).click()
  await expect(tools.getByText(/cells? ha(?:s|ve) run\.$/)).toBeAttached()
  for (const one of await cells(page).all()) await expect(one).toHaveAttribute('data-state', 'done')
}

/** Writes a new source into a cell as a reader does, and runs it from the keyboard. */
export async function rewrite(
  page: Page,
  target: Locator,
  change: (source: string) => string,
): Promise<void> {
  const source = (await target.locator('pre code').first().textContent()) ?? ''
  await target.getByRole('button', { name: 'Edit' }).click()
  await expect(target.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(change(source))
  await page.keyboard.press('ControlOrMeta+Enter')
}
