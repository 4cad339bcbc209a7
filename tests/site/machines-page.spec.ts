import { PRESETS } from '#engine/machine/design/presets.ts'
import { expect, test } from './fixtures.ts'

/** Address, page, entry, tables for one page and for all, reads of a walk, cycles: as the manuals and textbooks have it. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'x86-64': ['48 bits', '4 KiB', '8 bytes', '16 KiB', '513 GiB', '4', '500'],
  'x86-32': ['32 bits', '4 KiB', '4 bytes', '8 KiB', '4 MiB', '2', '300'],
  sv39: ['39 bits', '4 KiB', '8 bytes', '12 KiB', '1 GiB', '3', '400'],
  'armv8-64k': ['48 bits', '64 KiB', '8 bytes', '128.5 KiB', '32 GiB', '3', '400'],
  csapp: ['14 bits', '64 bytes', '4 bytes', '1 KiB', '1 KiB', '1', '200'],
  multilevel: ['15 bits', '32 bytes', '1 byte', '64 bytes', '1 KiB', '2', '300'],
  vax: ['32 bits', '512 bytes', '4 bytes', '8 MiB', '32 MiB', '2', '300'],
  'pdp-11': ['16 bits', '–', '–', '–', '–', 'none', '100'],
}

test('the machines that have a name stand side by side, each with what follows from its description', async ({
  page,
}) => {
  await page.goto('machines/')
  const table = page.locator('article table, main table').first()
  await expect(table.locator('tbody th')).toHaveText(Object.keys(PRESETS))
  for (const [name, cells] of Object.entries(KNOWN)) {
    const row = table.locator('tbody tr').filter({ has: page.locator(`a[href="#${name}"]`) })
    await expect(row.locator('td')).toHaveText([...cells])
  }
})

test('every machine has a place of its own: its address drawn, its tables, what it has besides, its source', async ({
  page,
}) => {
  await page.goto('machines/')
  for (const [name, { source, scheme }] of Object.entries(PRESETS)) {
    const heading = page.locator(`h2[id="${name}"]`)
    await expect(heading).toHaveText(name)
    await expect(page.locator(`h2[id="${name}"] ~ .source`).first()).toHaveText(`Described in ${source}.`)
    const split = await page.locator(`h2[id="${name}"] ~ .address`).first().getAttribute('aria-label')
    const bits = [...split!.matchAll(/ (\d+) bits/g)].map(([, count]) => Number(count))
    const total = scheme.upperBits === 'zero' ? scheme.virtualBits : 64
    expect([name, bits.reduce((sum, count) => sum + count, 0)]).toEqual([name, total])
  }
  await page.locator('a[href="#csapp"]').first().click()
  await expect(page.locator('h2:target')).toBeInViewport()
  await expect(page.locator('h2[id="csapp"] ~ pre').first()).toContainText('cache L1 16 lines of 4 bytes')
})
