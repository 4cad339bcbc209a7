import { describe, expect, test } from 'vitest'
import { highHalf, lowHalf } from '#engine/bits.ts'
import { Journal } from '#engine/journal.ts'
import { entryBitNames, makeEntry } from '#engine/memory/entry.ts'
import { READ, WRITE } from '#engine/memory/fault.ts'
import { Memory } from '#engine/memory/memory.ts'
import { PageTable } from '#engine/memory/page-table.ts'
import { SCHEMES, type SchemeName } from '#engine/memory/scheme.ts'
import { pageNumber, physicalAddress, virtualAddress } from '#engine/units.ts'

const STACK = virtualAddress(0x7fff_007f_e000n)
const STACK_PAGE = 0x7_fff0_07fe
const ALL = { write: true, execute: true, user: true }

/** The document's two pages in frames 5 and 6; tables from 0x1000 up. */
function documentedMemory(scheme: SchemeName, second = ALL) {
  const journal = new Journal(0x10000)
  const memory = new Memory(journal, SCHEMES[scheme])
  memory.root = physicalAddress(0x1000)
  const table = new PageTable(journal, memory.scheme, memory.root)
  let free = 0x2000
  const takeTable = () => physicalAddress((free += 0x1000) - 0x1000)
  table.set(pageNumber(STACK_PAGE), makeEntry(0x5000, ALL), takeTable)
  table.set(pageNumber(STACK_PAGE + 1), makeEntry(0x6000, second), takeTable)
  memory.flush()
  return { journal, memory, table }
}

const resolve = (memory: Memory, address: bigint, access: 0 | 1 | 2) =>
  memory.resolve(lowHalf(address), highHalf(address), access)

const ONE_AND_FOUR = ['one-level', 'four-level'] as const

describe.each(ONE_AND_FOUR)('%s', (scheme) => {
  test('an access across a page boundary has two parts', () => {
    const { memory, journal } = documentedMemory(scheme)
    expect(memory.write(virtualAddress(STACK + 0xffen), Uint8Array.of(1, 2, 3, 4))).toBeUndefined()
    expect([...journal.bytes.subarray(0x5ffe, 0x6002)]).toEqual([1, 2, 3, 4])
    expect(memory.read(virtualAddress(STACK + 0xffen), 4)).toEqual(Uint8Array.of(1, 2, 3, 4))
    expect(memory.partsOf(virtualAddress(STACK + 0xffen), 4)).toMatchObject([
      { byteCount: 2, translation: { physicalAddress: 0x5ffe } },
      { byteCount: 2, translation: { physicalAddress: 0x6000 } },
    ])
  })

  test('writes nothing where the second page refuses', () => {
    const { memory, journal } = documentedMemory(scheme, { ...ALL, write: false })
    const fault = memory.write(virtualAddress(STACK + 0xffen), Uint8Array.of(1, 2, 3, 4))
    expect(fault).toMatchObject({ cause: 'read-only', errorCode: 7, address: STACK + 0x1000n })
    expect([...journal.bytes.subarray(0x5ffe, 0x6002)]).toEqual([0, 0, 0, 0])
  })

  test('a read marks accessed, a write marks dirty too, and a look marks nothing', () => {
    const { memory, table } = documentedMemory(scheme)
    const bits = () => entryBitNames(table.find(pageNumber(STACK_PAGE))!.entry).slice(3)
    memory.translate(STACK, WRITE)
    memory.peek(STACK, 8)
    expect(bits()).toEqual([])
    resolve(memory, STACK, READ)
    expect(bits()).toEqual(['A'])
    resolve(memory, STACK, WRITE)
    expect(bits()).toEqual(['A', 'D'])
  })

  test('forgets a translation when the time goes back over it', () => {
    const { memory, journal } = documentedMemory(scheme)
    journal.beginStep()
    resolve(memory, STACK, WRITE)
    const slot = 256 + Number((STACK >> 12n) & 255n)
    expect(memory.cache.base[slot]).toBe(0x5000)
    journal.back(1)
    expect(memory.cache.tagLow[slot]).toBe(1)
  })

  test('tells of a write to a watched frame, once', () => {
    const { memory } = documentedMemory(scheme)
    const told: number[] = []
    memory.frames.onCodeWrite = (frame) => told.push(frame)
    resolve(memory, STACK, WRITE)
    memory.frames.watchCode(0x5000)
    resolve(memory, STACK, READ)
    expect(told).toEqual([])
    resolve(memory, STACK, WRITE)
    resolve(memory, STACK, WRITE)
    expect(told).toEqual([0x5000])
  })
})

test('a page that leads to its own table can be changed, and is seen at the next access', () => {
  const { memory, table } = documentedMemory('four-level')
  table.set(pageNumber(STACK_PAGE + 1), makeEntry(0x4000, ALL), () => physicalAddress(0))
  memory.flush()
  const entryAddress = table.find(pageNumber(STACK_PAGE))!.entryAddress
  expect(entryAddress).toBe(0x4ff0)
  resolve(memory, STACK, READ)
  memory.write(virtualAddress(STACK + 0x1ff0n), Uint8Array.of(7, 0x90, 0, 0, 0, 0, 0, 0))
  expect(resolve(memory, STACK, READ)).toBe(0x9000)
})

test('a frame that becomes a table is written no longer behind the cache’s back', () => {
  const { memory, journal, table } = documentedMemory('four-level')
  const window = virtualAddress(STACK + 0x1000n)
  const [frame, far] = [0x6000, virtualAddress(STACK - 0x20_0000n)]
  expect(resolve(memory, window, WRITE)).toBe(frame)
  // The frame is an ordinary page whose writes are cached; now the directory's neighbour entry leads to it as a table.
  const directory = table.tables()[2]!
  journal.write64(directory + 8 * Number((far >> 21n) & 511n), makeEntry(frame, ALL))
  const entryAt = 8 * Number((far >> 12n) & 511n)
  journal.write64(frame + entryAt, makeEntry(0x5000, ALL))
  const slot = 256 + Number((window >> 12n) & 255n)
  expect([memory.cache.base[slot], memory.cache.tagLow[slot]]).toEqual([frame, lowHalf(window)])
  expect(resolve(memory, far, READ)).toBe(0x5000)
  expect(memory.cache.tagLow[slot]).toBe(1)
  memory.write(virtualAddress(window + BigInt(entryAt)), Uint8Array.of(7, 0x90, 0, 0, 0, 0, 0, 0))
  expect(resolve(memory, far, READ)).toBe(0x9000)
})

describe('the pieces of a page table', () => {
  test.each(ONE_AND_FOUR)('%s: entries are found, replaced and removed', (scheme) => {
    const { table } = documentedMemory(scheme)
    expect(table.entries().map(({ page }) => page)).toEqual([STACK_PAGE, STACK_PAGE + 1])
    table.set(pageNumber(STACK_PAGE), makeEntry(0x9000, ALL), () => physicalAddress(0))
    expect(table.find(pageNumber(STACK_PAGE))?.entry).toBe(0x9007n)
    table.remove(pageNumber(STACK_PAGE))
    expect(table.entries().map(({ page, entry }) => [page, entry])).toEqual([[STACK_PAGE + 1, 0x6007n]])
  })

  test('pages of the upper half keep their number', () => {
    const { table } = documentedMemory('four-level')
    let free = 0x7000
    const page = pageNumber(0xf_ffff_0000_0000)
    table.set(page, makeEntry(0xa000, ALL), () => physicalAddress((free += 0x1000) - 0x1000))
    expect(table.find(page)?.entry).toBe(0xa007n)
  })

  test('without paging there are none', () => {
    const journal = new Journal(0x2000)
    const memory = new Memory(journal, SCHEMES.none)
    const table = new PageTable(journal, memory.scheme, physicalAddress(0))
    expect([table.exists, table.entries(), table.tables()]).toEqual([false, [], []])
    expect(memory.translate(virtualAddress(0x1fffn))).toMatchObject({
      ok: true,
      physicalAddress: 0x1fff,
      steps: [],
    })
    expect(memory.translate(virtualAddress(0x2000n))).toMatchObject({
      ok: false,
      fault: { kind: 'machine-check' },
    })
  })
})
