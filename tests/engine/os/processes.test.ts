import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fact } from '#engine/facts.ts'
import { factText } from '#engine/facts/fact-value.ts'
import { Machine } from '#engine/machine/machine.ts'
import type { SchemeName } from '#engine/memory/scheme.ts'
import { access, loadRust, setPages } from '../machine/walkthrough.ts'

const FIRST = 'fn example() {\n    let x: u8 = 42;\n}'
const SECOND = 'fn example() {\n    let x: u8 = 7;\n}'

const ask = (machine: Machine, name: string) => {
  const value = fact(machine, name)
  return value && factText(value)
}

/** A runs, is interrupted, B runs, and A gets its turn again. */
function takeTurns(scheme: SchemeName): Machine {
  const machine = Machine.boot('pair', scheme)
  loadRust(machine, FIRST)
  machine.switchTo('B')
  loadRust(machine, SECOND)
  machine.switchTo('A')
  return machine
}

describe('two programs at the same addresses', () => {
  test('collide at 0x5FFF without paging', () => {
    const machine = takeTurns('none')
    expect(ask(machine, 'x.virtualAddress')).toBe('0x5FFF')
    expect(ask(machine, 'x.value')).toBe('7')
  })

  test.each(['one-level', 'four-level', 'five-level'] as const)('do not meet with %s', (scheme) => {
    const machine = takeTurns(scheme)
    expect([ask(machine, 'x.physicalAddress'), ask(machine, 'x.value')]).toEqual(['0x5FFF', '42'])
    machine.switchTo('B')
    expect([
      ask(machine, 'x.virtualAddress'),
      ask(machine, 'x.physicalAddress'),
      ask(machine, 'x.value'),
    ]).toEqual(['0x7FFF007FEFFF', '0x15FFF', '7'])
    expect([ask(machine, 'process(A).root'), ask(machine, 'root')]).toEqual(['0x1000', '0x11000'])
  })

  test('find their registers again', () => {
    const machine = takeTurns('one-level')
    const { rip } = machine.registers
    machine.registers.set('rax', 5n)
    machine.switchTo('B')
    machine.registers.set('rax', 6n)
    machine.switchTo('A')
    expect([machine.registers.get('rax'), machine.registers.rip]).toEqual([5n, rip])
    expect(machine.switchTo('C')).toBe(false)
  })

  test('never see each other, unless they share a frame', () => {
    const page = fc.nat(3).map((index) => 0x7_fff0_07f0 + index)
    const write = fc.record({
      process: fc.constantFrom('A', 'B'),
      page,
      offset: fc.nat(4095),
      value: fc.nat(255),
    })
    const schemes = fc.constantFrom<SchemeName>('one-level', 'four-level')
    fc.assert(
      fc.property(schemes, fc.array(write, { maxLength: 30 }), fc.boolean(), (scheme, writes, shares) => {
        const machine = Machine.boot('pair', scheme)
        const rowsFrom = (base: number) =>
          [0, 1, 2, 3].map(
            (index) =>
              `0x${(0x7_fff0_07f0 + index).toString(16)} → 0x${(base + index * 4096).toString(16)} RW`,
          )
        setPages(machine, rowsFrom(0x80000).join('\n'))
        machine.switchTo('B')
        setPages(machine, rowsFrom(shares ? 0x80000 : 0x90000).join('\n'))
        const expected = new Map<string, number>()
        for (const { process, page, offset, value } of writes) {
          machine.switchTo(process)
          access(machine, `write u8 0x${(page * 4096 + offset).toString(16)} = ${value}`)
          expected.set(`${shares ? '' : process}${page * 4096 + offset}`, value)
        }
        for (const { page, offset } of writes) {
          for (const process of ['A', 'B']) {
            machine.switchTo(process)
            const found = machine.memory.peek(BigInt(page * 4096 + offset) as never, 1)!
            expect(found[0]).toBe(expected.get(`${shares ? '' : process}${page * 4096 + offset}`) ?? 0)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the OS keeps books of frames', () => {
  test('whose they are, and what for', () => {
    const machine = takeTurns('one-level')
    const owners = [...machine.kernel.frameOwners()].sort(([a], [b]) => a - b)
    expect(
      owners.map(([frame, { process, purpose }]) => `${frame.toString(16)} ${process} ${purpose}`),
    ).toEqual([
      '1 A page table',
      '5 A stack',
      '6 A stack',
      '7 A code',
      '8 A code',
      '11 B page table',
      '15 B stack',
      '16 B stack',
      '17 B code',
      '18 B code',
    ])
    expect(machine.kernel.freeFrameCount()).toBe(246)
  })

  test('the loader leaves frames alone that a row uses', () => {
    const machine = Machine.boot('walkthrough', 'four-level')
    setPages(machine, '0x7FFF007FE → 0x5000 RW\n0x7FFF007FF → 0x7000 RW\n')
    loadRust(machine, FIRST)
    expect(ask(machine, 'page(0x400000000).frameBase')).toBe('0x8000')
  })

  test('rows replace the old ones, but not those of the loader', () => {
    const machine = takeTurns('one-level')
    setPages(machine, '0x7FFF007FE → 0xC000 R\n')
    expect(machine.kernel.ownRows().map(({ page }) => page)).toEqual([0x7_fff0_07fe])
    expect(machine.current.loaderPages).toEqual([0x4_0000_0000, 0x4_0000_0001])
    expect(access(machine, 'write u8 [rbp - 1] = 1').records).toMatchObject([
      { fault: { cause: 'read-only' } },
    ])
  })
})
