import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fact } from '#engine/facts.ts'
import { factText } from '#engine/facts/fact-value.ts'
import { Journal } from '#engine/journal.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { CacheDesign } from '#engine/memory/cache.ts'
import { Caches } from '#engine/memory/caches.ts'
import { EXECUTE, READ, WRITE, type Access } from '#engine/memory/fault.ts'
import { EXIT, started } from '../os/linux-programs.ts'
import { simulateCaches } from './references/caches.ts'

const TINY: CacheDesign = {
  ...{ name: 'L1', lineCount: 16, lineByteCount: 4, wayCount: 1, replacement: 'lru', writes: 'back' },
}

const power = (most: number) => fc.integer({ min: 0, max: most }).map((bits) => 2 ** bits)

function design(name: CacheDesign['name'], lineByteCount: fc.Arbitrary<number>): fc.Arbitrary<CacheDesign> {
  return fc
    .record({
      setCount: power(3),
      wayCount: power(3),
      lineByteCount,
      replacement: fc.constantFrom<CacheDesign['replacement']>('lru', 'fifo', 'random', 'plru'),
      writes: fc.constantFrom<CacheDesign['writes']>('back', 'through'),
      seed: fc.integer({ min: 1, max: 99 }),
    })
    .map(({ setCount, ...rest }) => ({ name, lineCount: setCount * rest.wayCount, ...rest }))
}

/** One to three levels; lines never become shorter outwards. Level 1 is one cache, or two. */
const hierarchies: fc.Arbitrary<readonly CacheDesign[]> = fc
  .record({
    first: fc.oneof(
      fc.tuple(design('L1', power(3))),
      fc.tuple(design('L1d', power(3)), design('L1i', power(3))),
      fc.tuple(design('L1d', power(3))),
    ),
    second: fc.option(
      design(
        'L2',
        fc.integer({ min: 3, max: 5 }).map((bits) => 2 ** bits),
      ),
    ),
    third: fc.option(design('L3', fc.constantFrom(32, 64))),
  })
  .map(({ first, second, third }) => [
    ...first,
    ...(second ? [second] : []),
    ...(second && third ? [third] : []),
  ])

const traces = fc.array(
  fc.tuple(
    fc.nat(1023),
    fc.constantFrom(1, 2, 4, 8, 15),
    fc.constantFrom<Access>(READ, READ, WRITE, WRITE, EXECUTE),
  ),
  { maxLength: 120 },
)

describe('caches', () => {
  test('of any geometry count and hold what an independent simulator does', () => {
    fc.assert(
      fc.property(hierarchies, traces, (designs, trace) => {
        const caches = new Caches(new Journal(4096), designs)
        for (const [address, byteCount, access] of trace) caches.access(address, byteCount, access)
        expect({
          caches: caches.all.map(({ design: { name }, counts, state }) => ({
            name,
            counts,
            lines: state.sets
              .flatMap((set) => set?.lines.flatMap((line) => line ?? []) ?? [])
              .map(({ start, isDirty }) => `${start}${isDirty ? ' dirty' : ''}`)
              .sort(),
          })),
          ram: caches.ram,
        }).toEqual(simulateCaches(designs, trace))
      }),
      { numRuns: 300 },
    )
  })

  test('go back in time exactly, and a kept state goes on as if nothing had been between', () => {
    fc.assert(
      fc.property(hierarchies, traces, traces, (designs, before, after) => {
        const journal = new Journal(4096)
        const caches = new Caches(journal, designs)
        const run = (one: Caches, trace: typeof before) => {
          for (const [address, byteCount, access] of trace) one.access(address, byteCount, access)
        }
        run(caches, before)
        const kept = caches.state
        journal.beginStep()
        run(caches, after)
        const later = caches.state
        journal.back(1)
        expect(caches.state).toEqual(kept)
        journal.forward(1)
        expect(caches.state).toEqual(later)
        const other = new Caches(new Journal(4096), designs)
        other.adopt(kept)
        run(other, after)
        expect(other.state).toEqual(later)
      }),
      { numRuns: 60 },
    )
  })

  test('of one way let two lines push each other out that two ways keep', () => {
    const misses = (wayCount: number) => {
      const caches = new Caches(new Journal(4096), [{ ...TINY, wayCount }])
      for (let turn = 0; turn < 8; turn++) for (const array of [0, 64]) caches.access(array, 4, READ)
      return caches.all[0]!.counts.misses
    }
    expect([misses(1), misses(2)]).toEqual([16, 2])
  })

  test.each([
    [[{ ...TINY, lineCount: 12, wayCount: 4 }], /power of two/],
    [[{ ...TINY, lineByteCount: 12 }], /power of two/],
    [[{ ...TINY, lineCount: 3, wayCount: 3, replacement: 'plru' as const }], /A tree of bits/],
    [[{ ...TINY, name: 'L2' as const }], /none of level 1/],
    [[TINY, { ...TINY, name: 'L1d' as const }], /not both/],
    [
      [
        { ...TINY, lineByteCount: 8 },
        { ...TINY, name: 'L2' as const },
      ],
      /does not fit/,
    ],
  ] as [CacheDesign[], RegExp][])('that cannot be built are refused: %j', (designs, message) => {
    expect(() => new Caches(new Journal(0), designs)).toThrow(message)
  })
})

describe('a machine with caches', () => {
  const SOURCE = `section .data
a: dd 1, 2, 3, 4, 5, 6, 7, 8
section .text
_start:
mov eax, [a]
add [a + 4], eax
mov ebx, [a + 8]
mov [a + 32], ebx
${EXIT(0)}`
  const caches = [
    { ...TINY, name: 'L1d' as const, lineByteCount: 8 },
    { ...TINY, name: 'L1i' as const, lineByteCount: 16 },
  ]
  const ask = (machine: Machine, name: string) => {
    const value = fact(machine, name)
    return value && factText(value)
  }

  test('counts every access of a program, fetches apart, and forgets them when time runs back', () => {
    const machine = started(SOURCE, 'four-level', { caches })
    const states = [machine.memory.caches!.state]
    for (let step = 0; step < 4; step++) {
      machine.run(1)
      states.push(machine.memory.caches!.state)
    }
    // Two reads of a's first line and a write to it, a read of the second, and a write of the fifth.
    expect(['hits', 'misses', 'evictions'].map((name) => ask(machine, `cache(L1d).${name}`))).toEqual([
      ...['2', '3', '0'],
    ])
    expect(
      Number(ask(machine, 'cache(L1i).fetchHits')) + Number(ask(machine, 'cache(L1i).fetchMisses')),
    ).toBe(Number(ask(machine, 'cache(L1i).hits')) + Number(ask(machine, 'cache(L1i).misses')))
    for (let step = 3; step >= 0; step--) {
      machine.back(1)
      expect(machine.memory.caches!.state).toEqual(states[step])
    }
    machine.forward(4)
    expect(machine.memory.caches!.state).toEqual(states[4])
    expect(machine.run(100)).toMatchObject({ kind: 'exit', code: 0 })
  })

  test('does the same as one without, and its snapshot goes on counting', () => {
    const plain = started(SOURCE, 'four-level', {})
    const counted = started(SOURCE, 'four-level', { caches })
    plain.run(4)
    counted.run(4)
    expect(counted.registers.get('rbx')).toBe(plain.registers.get('rbx'))
    const { caches: kept } = counted.snapshot()
    expect(kept).toEqual(counted.memory.caches!.state)
    expect(ask(plain, 'time.cycles')).toBeUndefined()
    expect(Number(ask(counted, 'time.cycles'))).toBeGreaterThan(0)
  })

  test.each([
    ['by rows', 'rows: mov eax, [a + rcx*4]\ninc ecx\ncmp ecx, 64\njne rows', 16],
    [
      'by columns',
      'columns: mov ecx, ebx\nrow: mov eax, [a + rcx*4]\nadd ecx, 8\ncmp ecx, 64\njl row\ninc ebx\ncmp ebx, 8\njne columns',
      64,
    ],
  ])('read %s, an array of 8 × 8 numbers misses as its lines make it', (_, loop, misses) => {
    const source = `section .data
align 16
a: times 64 dd 1
section .text
_start:
xor ebx, ebx
xor ecx, ecx
${loop}
${EXIT(0)}`
    // Eight lines of four numbers: a column of eight finds only four sets, and comes round to the first too late.
    const small = { ...TINY, name: 'L1d' as const, lineCount: 8, lineByteCount: 16 }
    const machine = started(source, 'four-level', { caches: [small] })
    expect(machine.run(1000)).toMatchObject({ kind: 'exit', code: 0 })
    expect([ask(machine, 'cache(L1d).misses'), ask(machine, 'cache(L1d).hits')]).toEqual(
      [misses, 64 - misses].map(String),
    )
  })

  test('prices change what accesses take, and nothing else', () => {
    const cycles = (prices: object) => {
      const machine = started(SOURCE, 'four-level', { caches, prices })
      machine.run(4)
      return Number(ask(machine, 'time.cycles'))
    }
    const base = cycles({})
    expect(cycles({ L1d: 5 }) - base).toBe(5)
    expect(cycles({ memory: 101 })).toBeGreaterThan(base)
  })
})
