/** A program that reads: it waits for a line, and goes on with what the reader types. */
import { expect, test } from './fixtures.ts'

const ECHO = `global _start
section .bss
buffer: resb 64
section .text
_start:
    xor eax, eax
    xor edi, edi
    mov rsi, buffer
    mov edx, 64
    syscall
    test rax, rax
    jz end
    mov rdx, rax
    mov eax, 1
    mov edi, 2
    syscall
    jmp _start
end:
    mov eax, 60
    mov edi, 7
    syscall`

test('a program waits for what is typed, goes on with it, and reads the same again', async ({ page }) => {
  await page.goto('scratchpad/')
  await page.getByRole('button', { name: '+ Assembly' }).last().click()
  const cell = page.getByRole('region', { name: 'Cell 2', exact: true })
  await cell.getByRole('button', { name: 'Edit' }).click()
  await expect(cell.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(ECHO)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(cell.getByText('waits for input', { exact: true })).toBeVisible()
  const field = cell.getByLabel('It waits for input')
  await field.fill('hello')
  await field.press('Enter')
  await expect(cell.locator('[data-view="console"] pre')).toHaveText(/hello\n$/)
  await expect(field).toBeFocused()
  await page.keyboard.type('world')
  await page.keyboard.press('Enter')
  await expect(cell.locator('[data-view="console"] pre')).toContainText('world')
  await page.keyboard.press('Control+d')
  await expect(cell).toContainText('exit code 7')
  await cell.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(cell).toContainText('exit code 7')
  await expect(cell.locator('[data-view="console"] pre')).toContainText('world')
  await cell.getByRole('button', { name: 'Begin without' }).click()
  await expect(cell.getByText('waits for input', { exact: true })).toBeVisible()
})
