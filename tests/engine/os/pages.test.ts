import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACCESSED, DIRTY, GLOBAL, makeEntry } from '#engine/memory/entry.ts'
import type { SchemeName } from '#engine/memory/scheme.ts'
import { bootDesign } from '#engine/machine/design/boot-design.ts'
import { designMachine } from '#engine/machine/design/design-machine.ts'
import { parseMachine } from '#engine/machine/design/parse-machine.ts'
import { Machine } from '#engine/machine/machine.ts'
import type { PageRow } from '#engine/os/kernel.ts'
import { checkRows } from '#engine/os/pages/check-rows.ts'
import { parsePages } from '#engine/os/pages/parse-pages.ts'
import { flagsText, printPages } from '#engine/os/pages/print-pages.ts'
import { pageNumber } from '#engine/units.ts'
import { loadRust, EXAMPLE } from '../machine/walkthrough.ts'

/** Each diagnostic as the characters it marks, and its first words. */
function mistakes(source: string) {
  return parsePages(source).diagnostics.map(({ from, to, message }) => [source.slice(from, to), message])
}

function mistakesOn(machine: Machine, source: string) {
  const target = {
    scheme: machine.memory.scheme,
    ramByteCount: machine.journal.ramByteCount,
    kernel: machine.kernel,
  }
  return checkRows(parsePages(source).rows, target).map(({ from, to, message, severity }) => [
    severity,
    source.slice(from, to),
    message,
  ])
}

describe('rows of a page table', () => {
  test('are read as the document prints them, with either arrow and with comments', () => {
    const source =
      '# the stack\n0x7FFF007FE → 0x5000 RW\n\n0x7FFF007FF -> 0x6000 r  ; read only\r\n0x10 → none'
    const { rows, diagnostics } = parsePages(source)
    expect(diagnostics).toEqual([])
    expect(rows.map(({ page, entry }) => [page, entry])).toEqual([
      [0x7_fff0_07fe, 0x5007n],
      [0x7_fff0_07ff, 0x6005n],
      [0x10, 0n],
    ])
  })

  test.each([
    ['RW', 0x5007n],
    ['R', 0x5005n],
    ['RX', 0x5005n],
    ['RWX', 0x5007n],
    ['RW NX', 0x8000_0000_0000_5007n],
    ['R kernel', 0x5001n],
    ['none', 0x5000n],
  ])('%s is the entry %s', (flags, entry) => {
    expect(parsePages(`1 → 0x5000 ${flags}`).rows[0]!.entry).toBe(entry)
  })

  test.each([
    ['0x7FFF…E → 0x5000 RW', '0x7FFF…E', /leaves digits out/],
    ['0x7FFF...E → 0x5000 RW', '0x7FFF...E', /leaves digits out/],
    ['0x1 0x5000 RW', '0x5000', /arrow/],
    ['0x1', '0x1', /arrow/],
    ['0x1 →', '→', /frame is missing/],
    ['stack → 0x5000 RW', 'stack', /not a page number/],
    ['0x1 → five RW', 'five', /not a frame/],
    ['0x1 → 0x5 RW', '0x5', /No frame begins at 0x5/],
    ['0x1 → 0x5FFF RW', '0x5FFF', /No frame begins at 0x5FFF/],
    ['0x1 → 0x5000 RWK', 'RWK', /not a right/],
    ['0x1 → 0x5000 NX', 'NX', /can be read/],
    ['0x1 → 0x5000 RX NX', 'NX', /contradicts/],
    ['0x1 → 0x5000', '0x5000', /grants no right/],
    ['0x1 → 0x5000 RW\n1 → 0x6000 RW', '1', /has a row already/],
    ['0x10000000000000 → 0x5000 R', '0x10000000000000', /too large for a page number/],
    ['0x1 → 0x10000000000000 R', '0x10000000000000', /too large for a physical address/],
  ])('%s', (source, marked, message) => {
    expect(mistakes(source)).toEqual([[marked, expect.stringMatching(message)]])
  })

  test('a number of a frame is told from its address', () => {
    expect(parsePages('0x1 → 0x5 RW').diagnostics[0]!.help).toMatch(/base address, 0x5000/)
    expect(parsePages('0x1 → 0x5FFF RW').diagnostics[0]!.help).toMatch(/begins at 0x5000/)
  })

  test('what is printed is read back to itself', () => {
    const rights = fc.record({ write: fc.boolean(), execute: fc.boolean(), user: fc.boolean() })
    const present = fc
      .tuple(fc.nat(2 ** 28 - 1), rights, fc.subarray([ACCESSED, DIRTY, GLOBAL]))
      .map(([frame, granted, marks]) =>
        marks.reduce((entry, bit) => entry | BigInt(bit), makeEntry(frame * 4096, granted)),
      )
    const absent = fc.nat(2 ** 28 - 1).map((frame) => BigInt(frame) << 12n)
    const page = fc.nat(2 ** 31 - 1).map(pageNumber)
    const large = fc.record({ page, entry: present, byteCount: fc.constantFrom(2 ** 21, 2 ** 22, 2 ** 30) })
    const row: fc.Arbitrary<PageRow> = fc.oneof(fc.record({ page, entry: fc.oneof(present, absent) }), large)
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ({ page }) => page }), (rows) => {
        const printed = printPages(rows)
        const { rows: read, diagnostics } = parsePages(printed)
        expect(diagnostics).toEqual([])
        expect(
          read.map(({ page, entry, byteCount }) => ({
            ...{ page, entry },
            ...(byteCount === undefined ? {} : { byteCount }),
          })),
        ).toEqual(rows)
        expect(printPages(read)).toBe(printed)
      }),
    )
  })

  test('any text is read, with diagnostics that lie inside it', () => {
    const piece = fc.constantFrom(
      '0x7FFF007FE',
      '→',
      '->',
      '0x5000',
      'RW',
      'NX',
      '…',
      '\n',
      ' ',
      '#',
      ';',
      '0x',
      '@',
      '🙂',
      '-',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (source) => {
          for (const { from, to } of parsePages(source).diagnostics) {
            expect(0 <= from && from < to && to <= source.length).toBe(true)
          }
        },
      ),
    )
  })

  test('flags of an entry', () => {
    expect([0x5007n, 0x5005n, 0x8000_0000_0000_5067n, 0x5003n, 0n].map(flagsText)).toEqual([
      'RW',
      'R',
      'RW NX',
      'RW kernel',
      'none',
    ])
  })
})

describe('rows on a machine', () => {
  const machine = Machine.boot('pair', 'one-level')
  loadRust(machine, EXAMPLE)

  test.each([
    ['0x7FFF007FE → 0x100000 RW', 'error', '0x100000', /RAM has no frame at 0x100000/],
    ['0x7FFF007FE000 → 0x5000 RW', 'error', '0x7FFF007FE000', /No program can use page/],
    ['0x800000000 → 0x5000 RW', 'error', '0x800000000', /No program can use page/],
    ['0x7FFF007FE → 0x1000 RW', 'warning', '0x1000', /holds a page table of process A/],
    ['0x7FFF007FE → 0x7000 RW', 'warning', '0x7000', /holds code of process A/],
    ['0x7FFF007FE → 0x15000 RW', 'warning', '0x15000', /belongs to process B: the two now share it/],
  ])('%s', (source, severity, marked, message) => {
    expect(mistakesOn(machine, source)).toEqual([[severity, marked, expect.stringMatching(message)]])
  })

  test('an address in the place of a page number is recognised', () => {
    const { rows } = parsePages('0x7FFF007FE000 → 0x5000 RW')
    const target = {
      scheme: machine.memory.scheme,
      ramByteCount: machine.journal.ramByteCount,
      kernel: machine.kernel,
    }
    expect(checkRows(rows, target)[0]!.help).toMatch(/its page number is 0x7FFF007FE/)
  })

  test('the document’s own rows are in order, and so are pages of the upper half', () => {
    expect(
      mistakesOn(machine, '0x7FFF007FE → 0x5000 RW\n0x7FFF007FF → 0x6000 RW\n0xFFFFFFFFFFFFF → 0xC000 R'),
    ).toEqual([])
  })

  test('without paging there is no table for them', () => {
    expect(mistakesOn(Machine.boot('pair', 'none'), '1 → 0x5000 RW\n2 → 0x6000 RW')).toEqual([
      ['error', '1 → 0x5000 RW', expect.stringMatching(/no page table/)],
    ])
  })

  test('tables for them lie in none of the frames that they name', () => {
    const machine = Machine.boot('walkthrough', 'four-level')
    const named = ['0x7000', '0x8000', '0x9000', '0xB000']
    machine.setRows(parsePages(named.map((frame, page) => `${page + 256} → ${frame} RW\n`).join('')).rows)
    const tables = machine.kernel.pageTable().tables()
    expect(tables.length).toBeGreaterThan(3)
    expect(tables.filter((base) => named.map(Number).includes(base))).toEqual([])
  })

  test.each<SchemeName>(['one-level', 'four-level', 'five-level'])(
    '%s: as many as fit are taken, and no more',
    (scheme) => {
      const full = Machine.boot('walkthrough', scheme)
      const rowsOf = (count: number) =>
        Array.from(
          { length: count },
          (_, index) => `0x${(index * 2 ** 27).toString(16)} → 0xD0000 RW\n`,
        ).join('')
      const room = Number(
        /: (\d+) fit/.exec(String(mistakesOn(full, rowsOf(250).replaceAll('D0000', 'D0000'))[0]?.[2]))?.[1],
      )
      const source = Array.from({ length: room }, (_, index) => `${index * 2 ** 18} → 0xD0000 RW\n`).join('')
      expect(mistakesOn(full, source)).toEqual([])
      full.setRows(parsePages(source).rows)
      loadRust(full, EXAMPLE)
      expect(full.kernel.ownRows()).toHaveLength(room)
    },
  )
})

describe('tables of rows', () => {
  const design = (source: string) => {
    const { settings, spans } = parseMachine(source)
    const designed = designMachine(settings, spans, source.length)
    if (!designed.ok) throw new Error(designed.diagnostics[0]!.message)
    return bootDesign(designed.design)
  }
  const rowsOf = (source: string) => parsePages(source).rows

  test.each([
    ['sv39', 'ram 4 MiB', 0x20_0000],
    ['x86-64', 'ram 8 MiB', 0],
  ])('of %s lie in no frame of a large page while there are others', (name, ram, large) => {
    const machine = design(`machine ${name}\n${ram}`)
    const before = machine.kernel.pageTable().tables()
    machine.kernel.setRows(rowsOf(`0x200 -> ${large} RW 2 MiB\n0x40000 -> 0x5000 RW`))
    const made = machine.kernel
      .pageTable()
      .tables()
      .filter((base) => !before.includes(base))
    expect(made.length).toBeGreaterThan(2)
    expect(made.filter((base) => large <= base && base < large + 2 ** 21)).toEqual([])
  })

  test('lie somewhere all the same where a large page is all of RAM', () => {
    const machine = design('machine sv39\nram 2 MiB')
    machine.kernel.setRows(rowsOf('0x200 -> 0 RW 2 MiB\n0x40000 -> 0x5000 RW'))
    expect(machine.kernel.pageTable().find(pageNumber(0x40000))).toBeDefined()
  })
})
