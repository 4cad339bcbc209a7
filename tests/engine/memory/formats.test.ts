import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { highHalf, lowHalf } from '#engine/bits.ts'
import { Journal } from '#engine/journal.ts'
import { ARCHITECTURES, type ArchitectureName } from '#engine/memory/architectures.ts'
import { describeFault, EXECUTE, READ, WRITE, type Fault } from '#engine/memory/fault.ts'
import { ENTRY_FORMATS } from '#engine/memory/formats/formats.ts'
import { Memory } from '#engine/memory/memory.ts'
import { SCHEMES, type PagingScheme, type PlainEntry } from '#engine/memory/scheme.ts'
import { physicalAddress, virtualAddress } from '#engine/units.ts'
import { referenceArm } from './references/arm.ts'
import type { Access, Reference, ReferenceMachine } from './references/reference.ts'
import { referenceRiscV } from './references/risc-v.ts'
import { referenceTextbook } from './references/textbook.ts'
import { referenceX86 } from './references/x86-32.ts'

/** More of them where somebody waits for it. */
const NUM_RUNS = process.env['PAGEWALK_CLOSELY'] === '1' ? 10_000 : 1000
const ACCESS = { read: READ, write: WRITE, fetch: EXECUTE } as const

interface Drawn {
  readonly words: readonly bigint[]
  readonly root: number
  readonly user: boolean
  readonly software: boolean
  readonly writeProtect: boolean
  readonly noExecuteEnable: boolean
  readonly address: bigint
  readonly access: Access
}

/** Entries that lead somewhere often enough, and now and then anything at all. */
function entries(flags: fc.Arbitrary<bigint>, unit: bigint, numbered: bigint, byteCount: number) {
  const limit = (1n << BigInt(8 * byteCount)) - 1n
  return fc.oneof(
    {
      weight: 12,
      arbitrary: fc.tuple(fc.nat(9), flags).map(([n, bits]) => BigInt(n) * unit * numbered + bits),
    },
    { weight: 2, arbitrary: flags },
    { weight: 1, arbitrary: fc.bigInt(0n, limit) },
  )
}

/** Large tables are few, so that a case costs no more than another. */
const tableCountFor = (tableByteCount: number) => (tableByteCount > 4096 ? 4 : 8)

/** RAM of a few tables in which the same few places are filled, and addresses that lead through them. */
function drawnFor(
  scheme: PagingScheme,
  entry: fc.Arbitrary<bigint>,
  tableByteCount: number,
): fc.Arbitrary<Drawn> {
  const levels = scheme.lookup.kind === 'radix' ? scheme.lookup.levels : []
  const tables = tableCountFor(tableByteCount)
  const place = fc.oneof(
    { weight: 20, arbitrary: fc.tuple(...levels.map(({ bits }) => fc.nat(Math.min(3, 2 ** bits - 1)))) },
    { weight: 1, arbitrary: fc.tuple(...levels.map(({ bits }) => fc.nat(2 ** bits - 1))) },
  )
  const looked = fc
    .tuple(place, fc.nat(2 ** scheme.pageBits - 1))
    .map(
      ([indices, offset]) =>
        indices.reduce((sum, index, at) => (sum << BigInt(levels[at]!.bits)) | BigInt(index), 0n) *
          2n ** BigInt(scheme.pageBits) +
        BigInt(offset),
    )
  return fc.record({
    words: fc.array(entry, { minLength: 4 * tables, maxLength: 4 * tables }),
    root: fc.nat(tables - 1).map((table) => table * tableByteCount),
    user: fc.boolean(),
    software: fc.boolean(),
    writeProtect: fc.boolean(),
    noExecuteEnable: fc.boolean(),
    address: fc.oneof(
      { weight: 30, arbitrary: looked },
      { weight: 1, arbitrary: fc.bigInt(0n, (1n << 64n) - 1n) },
    ),
    access: fc.constantFrom<Access>('read', 'write', 'fetch'),
  })
}

interface Compared {
  readonly scheme: PagingScheme
  readonly byteCount: number
  readonly tableByteCount: number
  readonly entry: fc.Arbitrary<bigint>
  readonly reference: (machine: ReferenceMachine, drawn: Drawn) => Reference
}

function outcomeOf(fault: Fault): string {
  const { native, cause } = fault
  if (native?.register === 'scause') return `scause ${native.code}`
  if (native?.register === 'ESR_EL1') return `ESR ${native.code.toString(16)}`
  if (fault.kind === 'machine-check') return 'no RAM'
  return cause === 'too-wide' ? 'too wide' : `#PF ${fault.errorCode}`
}

/** Translates as views see it and as the processor does it, and compares the address, the fault and all of RAM. */
function compare({ scheme, byteCount, tableByteCount, entry, reference }: Compared, name = outcomeOf): void {
  const ramByteCount = Math.max(4096, tableCountFor(tableByteCount) * tableByteCount)
  fc.assert(
    fc.property(drawnFor(scheme, entry, tableByteCount), (drawn) => {
      const journal = new Journal(ramByteCount)
      drawn.words.forEach((value, at) =>
        put(journal.view, (at >> 2) * tableByteCount + (at & 3) * byteCount, value, byteCount),
      )
      const memory = new Memory(journal, { ...scheme, marks: drawn.software ? 'software' : 'processor' })
      memory.root = physicalAddress(drawn.root)
      memory.control.privilegeLevel = drawn.user ? 3 : 0
      memory.control.writeProtect = drawn.writeProtect
      memory.control.noExecuteEnable = drawn.noExecuteEnable
      const before = journal.bytes.slice(0, ramByteCount)
      const view = new DataView(before.buffer)
      const word = (address: bigint, count: number) => {
        const at = Number(address)
        if (at + count > ramByteCount) return undefined
        if (count === 8) return view.getBigUint64(at, true)
        return BigInt(
          count === 4 ? view.getUint32(at, true) : count === 2 ? view.getUint16(at, true) : before[at]!,
        )
      }
      const machine = { ...drawn, word, root: BigInt(drawn.root), ramByteCount: BigInt(ramByteCount) }
      const expected = reference(machine, drawn)
      const translation = memory.translate(virtualAddress(drawn.address), ACCESS[drawn.access])
      const seen = translation.ok ? BigInt(translation.physicalAddress) : name(translation.fault)
      expect(changed(before, journal.bytes)).toBe(0)
      const resolved = memory.resolve(lowHalf(drawn.address), highHalf(drawn.address), ACCESS[drawn.access])
      const done = resolved >= 0 ? BigInt(resolved) : name(memory.fault!)
      const wanted = 'fault' in expected ? expected.fault : expected.physical
      expect([seen, done]).toEqual([wanted, wanted])
      if ('marks' in expected)
        for (const { at, entry } of expected.marks) put(view, Number(at), entry, byteCount)
      expect(changed(before, journal.bytes)).toBe(0)
    }),
    { numRuns: NUM_RUNS },
  )
}

function put(view: DataView, at: number, value: bigint, byteCount: number): void {
  if (byteCount === 8) view.setBigUint64(at, value, true)
  else if (byteCount === 4) view.setUint32(at, Number(value), true)
  else view.setUint16(at, Number(value), true)
}

/** How many bytes are otherwise. */
function changed(before: Uint8Array, after: Uint8Array): number {
  const [one, other] = [before, after].map((bytes) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, before.length),
  )
  if (one!.equals(other!)) return 0
  let count = 0
  for (let at = 0; at < before.length; at++) if (before[at] !== after[at]) count++
  return count
}

const someBits = (always: bigint, ...sometimes: readonly number[]) =>
  fc
    .tuple(fc.constantFrom(always, always, always, always, 0n), fc.subarray([...sometimes]))
    .map(([base, set]) => set.reduce((sum, index) => sum | (1n << BigInt(index)), base))

describe('every format of entries', () => {
  for (const pae of [false, true]) {
    const scheme = ARCHITECTURES[pae ? 'x86-pae' : 'x86-32']
    const flags = fc.oneof(
      someBits(7n, 5, 6, 7, 8),
      someBits(1n, 1, 2, ...(pae ? [63] : [])),
      fc.constant(1n),
    )
    test(`${scheme.name} as the SDM has it`, () => {
      const byteCount = pae ? 8 : 4
      const entry = entries(flags, 4096n, 1n, byteCount)
      compare({
        ...{ scheme, byteCount, tableByteCount: 4096, entry },
        reference: (machine, drawn) => referenceX86(machine, { ...drawn, pae }, drawn.address, drawn.access),
      })
    })
  }

  for (const [name, levels, vpnBits] of [
    ['sv32', 2, 10],
    ['sv39', 3, 9],
    ['sv48', 4, 9],
  ] as const) {
    const byteCount = vpnBits === 10 ? 4 : 8
    const flags = fc.oneof(
      { weight: 3, arbitrary: fc.constant(1n) },
      { weight: 3, arbitrary: someBits(0x11n, 1, 2, 3, 6, 7, 5) },
      { weight: 1, arbitrary: someBits(1n, 1, 2, 3, 4, 6, 7) },
      { weight: 1, arbitrary: fc.constantFrom(0xdfn, 0x4fn) },
    )
    test(`${name} as the privileged specification has it`, () => {
      compare({
        ...{ scheme: ARCHITECTURES[name], byteCount, tableByteCount: 4096 },
        entry: entries(flags, 1024n, 1n, byteCount),
        reference: (machine, drawn) =>
          referenceRiscV(machine, { levels, vpnBits }, drawn.address, drawn.access),
      })
    })
  }

  for (const granule of [4, 16, 64] as const) {
    test(`ARMv8 with ${granule} KiB as the Arm ARM has it`, () => {
      const page = 1024 * granule
      const flags = fc.oneof(
        { weight: 5, arbitrary: someBits(3n, 6, 10) },
        { weight: 3, arbitrary: someBits(0x443n, 7, 51, 53, 54, 11, 59, 60, 61, 62) },
        { weight: 1, arbitrary: someBits(1n, 6, 7, 10, 36) },
      )
      const scheme = { ...ARCHITECTURES[`armv8-${granule}k`], physicalBits: 36 }
      compare({
        ...{ scheme, byteCount: 8, tableByteCount: page, entry: entries(flags, BigInt(page), 1n, 8) },
        reference: (machine, drawn) => referenceArm(machine, granule, 36, drawn.address, drawn.access),
      })
    })
  }

  test('a textbook’s, whatever the geometry', () => {
    const entry = { byteCount: 2, validBit: 15, frameBits: 7, writeBit: 14, accessedBit: 13, dirtyBit: 12 }
    const geometry = { pageByteCount: 64, entryCounts: [8, 16], ...entry }
    compare(
      {
        scheme: textbook(entry, [3, 4], 6),
        byteCount: 2,
        tableByteCount: 64,
        entry: entries(someBits(0xc000n, 13, 12), 1n, 1n, 2).map((value) => value & 0xffffn),
        reference: (machine, drawn) =>
          referenceTextbook(machine, geometry, Number(drawn.address), drawn.access),
      },
      ({ kind, cause }) => (kind === 'machine-check' ? 'no RAM' : cause!.replaceAll('-', ' ')),
    )
  })

  test('x86-64’s own entries as a format are what the processor’s walk knows by heart', () => {
    const own = SCHEMES['four-level']
    const levels = own.lookup.kind === 'radix' ? own.lookup.levels : []
    const asFormat: PagingScheme = { ...own, lookup: { kind: 'radix', levels, entry: 'x86-64' } }
    const entry = entries(fc.oneof(someBits(7n, 5, 6, 7), someBits(1n, 1, 2, 63)), 4096n, 1n, 8)
    fc.assert(
      fc.property(drawnFor(own, entry, 4096), (drawn) => {
        const [one, other] = [own, asFormat].map((scheme) => {
          const journal = new Journal(8 * 4096)
          drawn.words.forEach((value, at) => journal.write64((at >> 2) * 4096 + (at & 3) * 8, value))
          const memory = new Memory(journal, scheme)
          memory.root = physicalAddress(drawn.root)
          memory.control.privilegeLevel = drawn.user ? 3 : 0
          memory.control.writeProtect = drawn.writeProtect
          memory.control.noExecuteEnable = drawn.noExecuteEnable
          const translation = memory.translate(virtualAddress(drawn.address), ACCESS[drawn.access])
          memory.resolve(lowHalf(drawn.address), highHalf(drawn.address), ACCESS[drawn.access])
          const { rights, ...rest } = translation as typeof translation & { rights?: unknown }
          const ram = Buffer.from(journal.bytes.slice(0, 8 * 4096)).toString('latin1')
          return [rest, drawn.user ? rights : undefined, ram]
        })
        expect(other!.slice(0, 2)).toEqual(one!.slice(0, 2))
        expect(other![2] === one![2]).toBe(true)
      }),
      { numRuns: NUM_RUNS },
    )
  })
})

function textbook(entry: PlainEntry, indexBits: readonly number[], pageBits: number): PagingScheme {
  const levels = indexBits.map((bits, at) => ({ name: `T${at}`, bits }))
  const virtualBits = indexBits.reduce((sum, bits) => sum + bits, pageBits)
  const common = {
    name: 'textbook',
    title: 'a textbook’s',
    upperBits: 'zero',
    virtualBits,
    pageBits,
  } as const
  return { ...common, lookup: { kind: 'radix', levels, entry } }
}

describe('what an OS writes', () => {
  test('is read back the same in every format', () => {
    const mapping = fc.record({
      base: fc.nat(15).map((frame) => frame * 65536),
      write: fc.boolean(),
      execute: fc.boolean(),
      user: fc.boolean(),
      accessed: fc.boolean(),
      dirty: fc.boolean(),
      global: fc.boolean(),
    })
    for (const [name, format] of Object.entries(ENTRY_FORMATS)) {
      fc.assert(
        fc.property(mapping, (wanted) => {
          const read = format.mapping(format.makePage(wanted, 'processor'))
          expect(read).toEqual(name === 'x86-32' ? { ...wanted, execute: true } : wanted)
        }),
      )
      expect(format.mapping(0n)).toBeUndefined()
    }
  })
})

describe('faults in the architecture’s own words', () => {
  const faultOn = (name: ArchitectureName) => {
    const memory = new Memory(new Journal(1 << 17), ARCHITECTURES[name])
    memory.root = physicalAddress(0x10000)
    return describeFault(memory.read(virtualAddress(0x1234n), 1) as Fault)
  }

  test('RISC-V says scause, ARM the syndrome, x86 what the course says anyway', () => {
    expect(faultOn('sv39')).toContain('(load page fault, scause = 0xD)')
    expect(faultOn('armv8-4k')).toContain('(translation fault, level 0, ESR_EL1 = 0x92000004)')
    expect(faultOn('x86-32')).not.toContain('(')
  })
})
