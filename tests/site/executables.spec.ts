/** Executables on the scratchpad: dropped, or chosen with the keyboard; they stay in the browser. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { objections } from './axe.ts'
import { expect, test } from './fixtures.ts'

const FILES = join(import.meta.dirname, '../engine/elf/files')
const cell = (page: Page, number: number) => page.getByRole('region', { name: `Cell ${number}`, exact: true })

async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ({ name, text }) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([Uint8Array.from(atob(text), (one) => one.charCodeAt(0))], name))
      return transfer
    },
    { name, text: bytes.toString('base64') },
  )
  await page.dispatchEvent('main', 'drop', { dataTransfer: data })
}

test('a dropped executable runs, and is still there on another visit', async ({ page }) => {
  await page.goto('scratchpad/')
  await expect(cell(page, 1)).toBeVisible()
  await drop(page, 'sum dwarf5', readFileSync(join(FILES, 'sum-dwarf5')))
  await expect(cell(page, 2).locator('[data-view="console"]')).toContainText('./sum_dwarf5 one')
  await expect(cell(page, 2)).toContainText('exit code 100')
  await expect(cell(page, 2).locator('[data-view="assembly"]')).toContainText('syscall')
  expect(await objections(page, 'main')).toEqual([])
  await page.reload()
  await cell(page, 2).getByRole('button', { name: 'Run', exact: true }).click()
  await expect(cell(page, 2)).toContainText('exit code 100')
  await cell(page, 2).getByRole('button', { name: 'Machine' }).click()
  await expect(page.getByRole('slider').first()).toBeVisible()
})

test('a file is chosen with a button, and what is no executable is told so', async ({ page }) => {
  await page.goto('scratchpad/')
  await page.getByRole('button', { name: '+ Executable' }).last().click()
  await cell(page, 2).getByRole('button', { name: 'Run', exact: true }).click()
  await expect(cell(page, 2)).toContainText('no file called program')
  const choose = page.getByLabel('File', { exact: true })
  await choose.setInputFiles(join(FILES, 'sum-dynamic'))
  await expect(cell(page, 2)).toContainText('linked dynamically')
  await choose.setInputFiles(join(FILES, 'sum-pie'))
  await expect(cell(page, 2)).toContainText('exit code 100')
  await choose.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') })
  await expect(cell(page, 2)).toContainText('an ELF file is needed')
})

test('a program is saved as an executable, which the system itself runs, and the page, too', async ({
  page,
}) => {
  await page.goto('scratchpad/')
  const rust = cell(page, 1)
  await rust.getByRole('button', { name: 'Edit' }).click()
  await expect(rust.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('fn main() {\n    println!("{}", 6 * 7);\n    std::process::exit(3);\n}')
  await page.keyboard.press('Escape')
  await rust.getByLabel('More for this cell').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    rust.getByRole('button', { name: 'Save as an executable' }).click(),
  ])
  await expect(rust).toContainText('is saved as c1.elf')
  const file = readFileSync(await download.path())
  await drop(page, download.suggestedFilename(), file)
  await expect(cell(page, 2).locator('[data-view="console"]')).toContainText('42')
  await expect(cell(page, 2)).toContainText('exit code 3')
  if (process.platform === 'linux' && process.arch === 'x64') {
    const path = test.info().outputPath('c1.elf')
    writeFileSync(path, file, { mode: 0o755 })
    expect(spawnSync(path, { encoding: 'utf8' })).toMatchObject({ stdout: '42\n', status: 3 })
  }

  // What Linux could not run to an end is refused with a sentence.
  await page.getByRole('button', { name: '+ Assembly' }).last().click()
  await cell(page, 3).getByLabel('More for this cell').click()
  await cell(page, 3).getByRole('button', { name: 'Save as an executable' }).click()
  await expect(cell(page, 3)).toContainText('This piece of code has no end of its own')
})
