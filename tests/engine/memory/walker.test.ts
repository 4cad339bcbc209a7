import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { highHalf, lowHalf } from '#engine/bits.ts'
import { Journal } from '#engine/journal.ts'
import { EXECUTE, READ, WRITE, type Fault } from '#engine/memory/fault.ts'
import { Memory } from '#engine/memory/memory.ts'
import { SCHEMES, type SchemeName } from '#engine/memory/scheme.ts'
import { physicalAddress, virtualAddress } from '#engine/units.ts'
import { referenceWalk } from './references/x86-64.ts'

const RAM = 16 * 4096

/** Entries that lead somewhere often enough: existing frames, and every flag now and then. */
const flags = fc.oneof(
  { weight: 16, arbitrary: fc.constant(7n) },
  { weight: 4, arbitrary: fc.constantFrom(3n, 5n, 6n, 0x27n, 0x87n, 0x107n) },
  { weight: 1, arbitrary: fc.bigInt(0n, 0xfffn) },
)
const entry = fc.tuple(fc.nat(16), flags).map(([frame, bits]) => BigInt(frame * 4096) | bits)
const word = fc.oneof(
  { weight: 20, arbitrary: entry },
  { weight: 2, arbitrary: entry.map((value) => value | (1n << 63n)) },
  { weight: 1, arbitrary: fc.bigInt(0n, (1n << 64n) - 1n) },
)

/** The same few indices in every table, so that walks meet the words that were drawn. */
const addressOf = (indices: readonly number[], offset: number) =>
  indices.reduce((sum, index) => (sum << 9n) | BigInt(index), 0n) * 4096n + BigInt(offset)

const machineOf = fc.record({
  words: fc.array(word, { minLength: 64, maxLength: 64 }),
  root: fc.nat(15),
  user: fc.boolean(),
  writeProtect: fc.boolean(),
  noExecuteEnable: fc.boolean(),
  indices: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
  offset: fc.nat(4095),
  access: fc.constantFrom('read' as const, 'write' as const, 'fetch' as const),
})

const ACCESS = { read: READ, write: WRITE, fetch: EXECUTE } as const

const isSame = (one: BigUint64Array, other: BigUint64Array) =>
  Buffer.from(one.buffer, 0, RAM).equals(Buffer.from(other.buffer, 0, RAM))

function reasonOf(fault: Fault): string {
  if (fault.kind === 'general-protection') return 'not canonical'
  if (fault.kind === 'machine-check') return 'no RAM'
  const causes: Readonly<Record<string, string>> = {
    'not-present': 'not present',
    'read-only': 'read only',
    'no-execute': 'no execute',
    'supervisor-only': 'supervisor',
    'reserved-bit': 'reserved',
    'beyond-limit': 'beyond limit',
  }
  return causes[fault.cause!]!
}

describe('random tables in random RAM', () => {
  test('translate as the reference does, in what views see and in what the processor does, which marks what it used', () => {
    fc.assert(
      fc.property(machineOf, (drawn) => {
        const journal = new Journal(RAM)
        drawn.words.forEach((value, at) => journal.write64((at >> 2) * 4096 + (at & 3) * 8, value))
        const memory = new Memory(journal, SCHEMES['four-level'])
        memory.root = physicalAddress(drawn.root * 4096)
        memory.control.privilegeLevel = drawn.user ? 3 : 0
        memory.control.writeProtect = drawn.writeProtect
        memory.control.noExecuteEnable = drawn.noExecuteEnable
        const address = addressOf(drawn.indices, drawn.offset)
        const expected = referenceWalk(
          {
            ...drawn,
            root: BigInt(memory.root),
            ramByteCount: BigInt(RAM),
            word: (at) => journal.longs[Number(at) / 8]!,
          },
          address,
          drawn.access,
        )
        const before = journal.longs.slice(0, RAM / 8)
        const translation = memory.translate(virtualAddress(address), ACCESS[drawn.access])
        const seen = translation.ok ? BigInt(translation.physicalAddress) : reasonOf(translation.fault)
        expect(isSame(before, journal.longs)).toBe(true)
        const resolved = memory.resolve(lowHalf(address), highHalf(address), ACCESS[drawn.access])
        const done = resolved >= 0 ? BigInt(resolved) : reasonOf(memory.fault!)
        const wanted = typeof expected === 'string' ? expected : expected.physical
        expect([seen, done]).toEqual([wanted, wanted])
        if (typeof expected !== 'string')
          for (const { at, entry } of expected.marks) before[Number(at) / 8] = entry
        expect(isSame(before, journal.longs)).toBe(true)
      }),
      { numRuns: process.env['PAGEWALK_CLOSELY'] === '1' ? 30_000 : 3000 },
    )
  })

  test('never crash the walker, in any scheme, wherever the root points', () => {
    const schemes = fc.constantFrom<SchemeName>('none', 'one-level', 'four-level', 'five-level')
    const anyAddress = fc.bigInt(0n, (1n << 64n) - 1n)
    fc.assert(
      fc.property(
        schemes,
        fc.uint8Array({ minLength: 4096, maxLength: 4096 }),
        anyAddress,
        fc.nat(),
        (name, bytes, address, root) => {
          const journal = new Journal(RAM)
          for (let at = 0; at < RAM; at += 4096) journal.bytes.set(bytes, at)
          const memory = new Memory(journal, SCHEMES[name])
          memory.root = physicalAddress(root - (root % 4096))
          for (const access of [READ, WRITE, EXECUTE] as const) {
            const translation = memory.translate(virtualAddress(address), access)
            if (translation.ok) expect(translation.physicalAddress).toBeLessThan(RAM)
            memory.resolve(lowHalf(address), highHalf(address), access)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('leave accessed and dirty bits as they were where an access faults at its first page', () => {
    fc.assert(
      fc.property(machineOf, (drawn) => {
        const journal = new Journal(RAM)
        drawn.words.forEach((value, at) => journal.write64((at >> 2) * 4096 + (at & 3) * 8, value))
        const memory = new Memory(journal, SCHEMES['four-level'])
        memory.root = physicalAddress(drawn.root * 4096)
        const before = journal.bytes.slice(0, RAM)
        const address = addressOf(drawn.indices, drawn.offset)
        if (memory.resolve(lowHalf(address), highHalf(address), ACCESS[drawn.access]) >= 0) return
        expect(journal.bytes.subarray(0, RAM)).toEqual(before)
      }),
    )
  })
})
