/** A machine of a textbook, on the scratchpad: described, given a page table, and used. */
import type { Locator, Page } from '@playwright/test'
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
