import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeFault } from '#engine/memory/fault.ts'
import { fact } from '#engine/facts.ts'
import { factText } from '#engine/facts/fact-value.ts'
import { Journal } from '#engine/journal.ts'
import { Machine } from '#engine/machine/machine.ts'
import { Memory } from '#engine/memory/memory.ts'
import { linearScheme, SCHEMES, segmentedScheme } from '#engine/memory/scheme.ts'
import { physicalAddress, virtualAddress } from '#engine/units.ts'
import { access, loadRust } from '../machine/walkthrough.ts'

const ask = (machine: Machine, name: string) => {
  const value = fact(machine, name)
  return value && factText(value)
}

describe('base and limit', () => {
  test.each([
    ['base-limit', '0x5FFF'],
    ['segments', '0xFFFFEFFF'],
  ] as const)('with %s, two programs use the same addresses and do not meet', (scheme, virtual) => {
    const machine = Machine.boot('pair', scheme)
    loadRust(machine, 'fn example() {\n    let x: u8 = 42;\n}')
    machine.switchTo('B')
    loadRust(machine, 'fn example() {\n    let x: u8 = 7;\n}')
    const places = () => [ask(machine, 'x.virtualAddress'), ask(machine, 'x.physicalAddress')]
    expect(places()).toEqual([virtual, '0x15FFF'])
    machine.switchTo('A')
    expect(places()).toEqual([virtual, '0x5FFF'])
    expect(ask(machine, 'x.value')).toBe('42')
  })

  test('an address beyond the limit is a general-protection fault that says so', () => {
    const machine = Machine.boot('pair', 'base-limit')
    const [record] = access(machine, 'read u32 0xFFFE').records
    expect(record && 'fault' in record && record.fault && describeFault(record.fault)).toMatch(
      /beyond the limit of its segment.*0x10000/,
    )
  })

  test('of two segments, the stack ends where nothing is left of its limit', () => {
    const machine = Machine.boot('walkthrough', 'segments')
    const { records } = access(
      machine,
      'read u8 0xFFFFE000\nread u8 0xFFFFDFFF\nread u8 0x8FFF\nread u8 0x9000',
    )
    expect(records.map((record) => ('fault' in record ? record.fault?.cause : undefined))).toEqual([
      undefined,
      'beyond-limit',
      undefined,
      'beyond-limit',
    ])
    const owners = machine.kernel.frameOwners()
    expect([owners.get(5)?.purpose, owners.get(6)?.purpose, owners.get(7)?.purpose]).toEqual([
      'stack',
      'stack',
      'code',
    ])
    expect(owners.has(4)).toBe(false)
  })

  test('an access whose last byte is beyond the limit changes nothing', () => {
    const journal = new Journal(8192)
    const memory = new Memory(journal, SCHEMES['base-limit'])
    memory.control.setSegment(0, { base: 0x123, limit: 100 })
    expect(memory.write(virtualAddress(97n), Uint8Array.of(1, 2, 3))).toBeUndefined()
    expect(memory.write(virtualAddress(98n), Uint8Array.of(4, 5, 6))?.cause).toBe('beyond-limit')
    expect([...journal.bytes.subarray(0x123 + 97, 0x123 + 101)]).toEqual([1, 2, 3, 0])
  })
})

describe('segments', () => {
  test('the upper one ends at its base and grows down from there', () => {
    const memory = new Memory(new Journal(65536), segmentedScheme(10))
    memory.control.setSegment(0, { base: 0x1959, limit: 316 })
    memory.control.setSegment(1, { base: 0xb05, limit: 282 })
    const place = (address: number) => {
      const translation = memory.translate(virtualAddress(BigInt(address)))
      return translation.ok ? translation.physicalAddress : translation.fault.cause
    }
    expect([place(0), place(315), place(316)]).toEqual([0x1959, 0x1959 + 315, 'beyond-limit'])
    expect([place(1023), place(1024 - 282), place(1024 - 283)]).toEqual([0xb04, 0xb05 - 282, 'beyond-limit'])
    expect(place(1024)).toBe('beyond-limit')
  })
})

describe('one array of entries', () => {
  test('translates every address as arithmetic does, and writes across pages of any size', () => {
    const drawn = fc.record({
      pageBits: fc.integer({ min: 3, max: 13 }),
      pages: fc.array(fc.option(fc.nat(7), { nil: undefined }), { minLength: 8, maxLength: 8 }),
      at: fc.nat(),
      byteCount: fc.integer({ min: 1, max: 16 }),
    })
    fc.assert(
      fc.property(drawn, ({ pageBits, pages, at, byteCount }) => {
        const journal = new Journal(Math.ceil((8 * 2 ** pageBits + 32) / 4096) * 4096)
        const table = 8 * 2 ** pageBits
        pages.forEach((frame, page) =>
          journal.write32(table + 4 * page, frame === undefined ? 0 : 0x8000_0000 | frame),
        )
        const memory = new Memory(journal, linearScheme(pageBits + 3, pageBits))
        memory.root = physicalAddress(table)
        const start = at % (8 * 2 ** pageBits - byteCount + 1)
        const bytes = Uint8Array.from({ length: byteCount }, (_, index) => index + 1)
        const fault = memory.write(virtualAddress(BigInt(start)), bytes)
        const places = [...bytes].map((_, index) => {
          const frame = pages[(start + index) >> pageBits]
          return frame === undefined ? undefined : frame * 2 ** pageBits + ((start + index) % 2 ** pageBits)
        })
        if (places.includes(undefined)) return fault?.kind === 'page-fault'
        const expected = new Uint8Array(table)
        places.forEach((place, index) => (expected[place!] = bytes[index]!))
        expect(fault).toBeUndefined()
        expect(journal.bytes.subarray(0, table)).toEqual(expected)
        return true
      }),
    )
  })
})
