/** A machine of a textbook, on the scratchpad: described, given a page table, and used. */
import type { Locator, Page } from '@playwright/test'
import { objections } from './axe.ts'
import { expect, test } from './fixtures.ts'

const cell = (page: Page, number: number) => page.getByRole('region', { name: `Cell ${number}`, exact: true })

async function add(page: Page, name: string, number: number, source: string): Promise<Locator> {
  await page
    .getByRole('button', { name: `+ ${name}` })
    .last()
    .click()
  const target = cell(page, number)
  await target.getByRole('button', { name: 'Edit' }).click()
  await expect(target.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(source)
  await page.keyboard.press('ControlOrMeta+Enter')
  return target
}

test('a machine is described, and pages and accesses are its own', async ({ page }) => {
  await page.goto('scratchpad/')
  await expect(cell(page, 1)).toBeVisible()
  const machine = await add(page, 'Machine', 2, 'machine csapp')
  await expect(machine.locator('[data-view="tlb"]')).toContainText('16')
  await add(page, 'Page table', 3, '0x0F -> 0x340 RW')
  const accesses = await add(page, 'Accesses', 4, 'addresses 0x3d4 0x3d7')
  await expect(accesses.locator('[data-view="accesses"]')).toContainText('0x354')
  await expect(accesses.locator('[data-view="accesses"]')).toContainText('0x357')
  await expect(machine.getByRole('combobox')).toHaveCount(0)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 } })

  test('a form writes a machine’s text, and follows it when it is written by hand', async ({ page }) => {
    await page.goto('scratchpad/')
    const machine = await add(page, 'Machine', 2, 'machine csapp # homework')
    await page.getByRole('button', { name: 'Form', exact: true }).press('Enter')
    const form = page.getByRole('form', { name: 'Cell 2 as a form' })
    await expect(form.getByLabel('machine', { exact: true })).toHaveValue('csapp')
    await expect(form.getByLabel('page', { exact: true })).toHaveAttribute('placeholder', '64 bytes')
    await form.getByLabel('page', { exact: true }).fill('128 bytes')
    await page.keyboard.press('Tab')
    await expect(machine.locator('.cm-content')).toContainText('page 128 bytes')
    await form.getByLabel('page', { exact: true }).fill('banana')
    await page.keyboard.press('Tab')
    await expect(form.getByRole('alert')).toContainText('banana is not a number')
    await expect(form.getByLabel('page', { exact: true })).toHaveAttribute('aria-invalid', 'true')
    await form.getByLabel('page', { exact: true }).fill('128 bytes')
    await form.getByLabel('price', { exact: true }).focus()
    await page.keyboard.type('memory 50 cycles')
    await page.keyboard.press('Tab')
    await expect(form.getByLabel('price 2', { exact: true })).toBeFocused()
    await expect(form.getByRole('alert')).toHaveCount(0)
    await form.getByLabel('machine', { exact: true }).selectOption('linear')
    await expect(machine.locator('.cm-content')).toContainText('machine linear # homework')
    await machine.locator('.cm-content').click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText('machine multilevel\nram 8 KiB')
    await expect(form.getByLabel('ram', { exact: true })).toHaveValue('8 KiB')
    await expect(form.getByLabel('page', { exact: true })).toHaveValue('')
    const widest = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(widest).toBeLessThanOrEqual(360)
    expect(await objections(page, 'form')).toEqual([])
  })
})

test('a machine’s caches are drawn, with what lies in them', async ({ page }) => {
  await page.goto('scratchpad/')
  await add(page, 'Machine', 2, 'machine csapp\nprice memory 50 cycles')
  await add(page, 'Page table', 3, '0x0F -> 0x340 RW')
  const accesses = await add(page, 'Accesses', 4, 'write u8 0x3d4 = 1\nread u8 0x3d5')
  const caches = accesses.locator('[data-view="caches"]')
  await expect(caches.locator('.caption')).toContainText('1 of 16 lines are in use, 1 of them dirty')
  await expect(caches).toContainText('hits: 1')
  await caches.getByText('The same as a table').click()
  await expect(caches.getByLabel('Cycles for reading or writing RAM')).toHaveValue('50')
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await objections(page, '[data-view="caches"]')).toEqual([])
})
