import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAccesses } from '#engine/machine/access/parse-access.ts'
import { performAccesses } from '#engine/machine/access/perform.ts'
import { bootDesign } from '#engine/machine/design/boot-design.ts'
import { designMachine } from '#engine/machine/design/design-machine.ts'
import { parseMachine } from '#engine/machine/design/parse-machine.ts'
import { PRESETS } from '#engine/machine/design/presets.ts'
import { Machine } from '#engine/machine/machine.ts'
import type { Snapshot } from '#engine/machine/snapshot.ts'
import { entryFormatOf } from '#engine/memory/formats/formats.ts'
import { bitNames } from '#engine/memory/formats/entry-format.ts'
import { readEntry } from '#engine/memory/formats/stored-entry.ts'
import { swapPlaceOf } from '#engine/os/absent-entry.ts'
import type { ReplacementName } from '#engine/os/replacement.ts'
import { pageNumber, virtualAddress } from '#engine/units.ts'
import { BELADY, INDEPENDENT } from './page-policies.ts'

/** More of them where somebody waits for it. */
const NUM_RUNS = process.env['PAGEWALK_CLOSELY'] === '1' ? 200 : 6

/** Every preset that has pages, and such with marks of use that the presets have not. */
const MACHINES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(PRESETS)
      .filter(([, { scheme }]) => scheme.lookup.kind === 'list' || scheme.lookup.levels.length > 0)
      .map(([name]) => [name, `machine ${name}`]),
  ),
  // Of 14-bit addresses, four pages are too few for a string of five.
  linear: 'machine linear\naddresses 16 bits',
  'sv39 that leaves marks to software': 'machine sv39\nmarks software',
  'armv8-16k that leaves marks to software': 'machine armv8-16k\nmarks software',
}

function machineOf(text: string): Machine {
  const { settings, spans } = parseMachine(text)
  const designed = designMachine(settings, spans, text.length)
  if (!designed.ok) throw new Error(designed.diagnostics[0]!.message)
  return bootDesign(designed.design)
}

/** Which accesses the OS had to make possible. */
function faultsIn(machine: Machine, source: string): boolean[] {
  const { statements, diagnostics } = parseAccesses(source)
  expect(diagnostics).toEqual([])
  const performed = performAccesses(machine, statements)
  expect(performed.diagnostics).toEqual([])
  return performed.records.map((record) => {
    if (record.kind === 'switch') return false
    expect(record.fault).toBeUndefined()
    return record.answers.some(({ kind }) => kind === 'page-fault')
  })
}

function faults(text: string, policy: ReplacementName, frames: number, pages: readonly number[]): boolean[] {
  const machine = machineOf(`${text}\nframes ${frames} ${policy}`)
  const found = faultsIn(machine, pages.join(' '))
  machine.release()
  return found
}

/** Whether RAM and all that lies behind it are the same to the byte. */
function isSame(one: Snapshot, other: Snapshot): boolean {
  const bytes = ({ frames, words }: Snapshot) =>
    Buffer.concat([...frames.map((frame) => frame ?? new Uint8Array(1)), new Uint8Array(words.buffer)])
  return bytes(one).equals(bytes(other))
}

/** Page 2 is passed over by the clock’s hand, and leaves under FIFO. */
const SPARED = [1, 2, 3, 4, 2, 5, 2]

const POLICIES = ['fifo', 'clock', 'lru', 'optimal'] as const

describe.each(Object.entries(MACHINES))('frames counted out on %s', (_, text) => {
  test('are replaced as Belady’s string has it', () => {
    const count = (policy: ReplacementName, frames: number) =>
      faults(text, policy, frames, BELADY).filter(Boolean).length
    expect([count('fifo', 3), count('fifo', 4)]).toEqual([9, 10])
    expect([count('lru', 3), count('lru', 4)]).toEqual([10, 8])
    expect([count('optimal', 3), count('optimal', 4)]).toEqual([7, 6])
  })

  test.each(POLICIES)('are replaced by %s as an independent one does it', (policy) => {
    expect(faults(text, policy, 3, SPARED)).toEqual(INDEPENDENT[policy](3, SPARED))
    const pages = fc.array(fc.nat(6), { minLength: 12, maxLength: 30 })
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), pages, (frames, string) => {
        expect(faults(text, policy, frames, string)).toEqual(INDEPENDENT[policy](frames, string))
      }),
      // One of a VAX’s tables has 8 MiB.
      { numRuns: text === 'machine vax' ? Math.ceil(NUM_RUNS / 3) : NUM_RUNS },
    )
  })

  test('lose no byte: what was written comes back, also from a snapshot, and goes back in time', () => {
    const machine = machineOf(`${text}\nframes 3 clock\nswap 16 pages`)
    const size = 2 ** machine.memory.scheme.pageBits
    const at = (page: number) => page * size + (size - 1)
    const written = [1, 2, 3, 4, 5, 6].map((page) => `write u8 ${at(page)} = ${page * 17}`)
    faultsIn(machine, written.join('\n'))
    const read = (one: Machine) => {
      const { statements } = parseAccesses([3, 1, 6, 2, 5, 4].map((page) => `read u8 ${at(page)}`).join('\n'))
      return performAccesses(one, statements).records.map((record) =>
        record.kind === 'switch' ? '' : record.value,
      )
    }
    const values = [3, 1, 6, 2, 5, 4].map((page) => String(page * 17))
    const restored = Machine.restore(machine.snapshot())
    const begin = machine.snapshot()
    machine.journal.clear()
    machine.journal.beginStep()
    expect(read(machine)).toEqual(values)
    const end = machine.snapshot()
    expect(isSame(end, begin)).toBe(false)
    machine.back()
    expect(isSame(machine.snapshot(), begin)).toBe(true)
    machine.forward()
    expect(isSame(machine.snapshot(), end)).toBe(true)
    expect(read(restored)).toEqual(values)
  })

  test('have their pages’ entries in the machine’s own format', () => {
    const machine = machineOf(`${text}\nframes 2 fifo`)
    const { scheme } = machine.memory
    const size = 2 ** scheme.pageBits
    const format = entryFormatOf(scheme)
    faultsIn(machine, `write u8 ${size} = 7\nread u8 ${2 * size}\nread u8 ${3 * size}`)
    const table = machine.kernel.pageTable()
    const raw = (page: number) =>
      readEntry(machine.journal, table.find(pageNumber(page))!.entryAddress, format.byteCount)
    expect(format.mapping(raw(1))).toBeUndefined()
    expect(swapPlaceOf(table.find(pageNumber(1))!.entry)).toBe(0)
    const { base } = format.mapping(raw(3))!
    expect(machine.memory.translate(virtualAddress(BigInt(3 * size)))).toMatchObject({
      ok: true,
      physicalAddress: base,
    })
    expect(bitNames(format, raw(3)).length).toBeGreaterThan(0)
    // Page 1 comes back clean, and a write makes it dirty where there is a bit for that.
    faultsIn(machine, `read u8 ${size}`)
    const clean = format.mapping(raw(1))!
    faultsIn(machine, `write u8 ${size} = 8`)
    expect(format.mapping(raw(1))!.dirty).toBe(true)
    const made = [true, false].map((dirty) => format.makePage({ ...clean, dirty }, 'processor'))
    const tells = scheme.marks !== 'software' && made[0] !== made[1]
    expect(clean.dirty).toBe(!tells)
  })
})
