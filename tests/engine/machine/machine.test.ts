import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fact } from '#engine/facts.ts'
import { factText } from '#engine/facts/fact-value.ts'
import { Machine } from '#engine/machine/machine.ts'
import type { SchemeName } from '#engine/memory/scheme.ts'
import {
  access,
  assemblyProgram,
  EXAMPLE,
  LISTING,
  loadRust,
  ranRust,
  runFragment,
  setPages,
} from './walkthrough.ts'

const SCHEMES: readonly SchemeName[] = ['none', 'one-level', 'four-level', 'five-level']

const ask = (machine: Machine, name: string) => {
  const value = fact(machine, name)
  return value && factText(value)
}

function loaded(source: string, scheme: SchemeName = 'one-level'): Machine {
  const machine = Machine.boot('walkthrough', scheme)
  machine.load(assemblyProgram(source, machine.codeOrigin))
  return machine
}

describe.each(SCHEMES)('%s', (scheme) => {
  test('the walkthrough puts 42 at 0x5FFF', () => {
    const machine = ranRust(EXAMPLE, scheme)
    expect(
      ['byte(0x5FFF)', 'x.physicalAddress', 'x.value', 'y.value'].map((name) => ask(machine, name)),
    ).toEqual(['2a', '0x5FFF', '42', '100'])
  })

  test('runs to the hlt behind the call', () => {
    const machine = ranRust(EXAMPLE, scheme)
    expect(machine.run(100, 'end')).toMatchObject({ kind: 'halt' })
    expect(machine.registers.get('rsp')).toBe(machine.kernel.addressSpace.registers['rsp'])
    expect(machine.run(100)).toEqual({ kind: 'halt', steps: 0 })
  })
})

describe('where a run ends', () => {
  test('just before the called function gives up its frame, however small the slices', () => {
    const whole = loaded(LISTING)
    expect(whole.run(1000)).toEqual({ kind: 'reached', steps: 8 })
    const sliced = loaded(LISTING)
    let steps = 0
    for (let stop = sliced.run(1); ; stop = sliced.run(1)) {
      steps += stop.steps
      if (stop.kind !== 'budget') break
    }
    expect([steps, sliced.registers.rip]).toEqual([8, whole.registers.rip])
  })

  test('not at the leave of a function it calls', () => {
    const inner = 'inner:\n push rbp\n mov rbp, rsp\n leave\n ret\n'
    const outer = 'main:\n push rbp\n mov rbp, rsp\n call inner\n mov eax, 7\n leave\n ret\n'
    const machine = loaded(inner + outer)
    expect(machine.run(1000)).toMatchObject({ kind: 'reached' })
    expect(machine.registers.get('eax')).toBe(7n)
  })

  test('before the ret where there is no leave, and behind the last instruction where there is neither', () => {
    const withReturn = loaded('f:\n mov eax, 1\n ret\n')
    expect(withReturn.run(10)).toEqual({ kind: 'reached', steps: 2 })
    const without = loaded('f:\n push rbp\n mov rbp, rsp\n mov eax, 1\n')
    expect(without.run(10)).toEqual({ kind: 'reached', steps: 4 })
  })

  test('with the budget in an endless loop, which can go on', () => {
    const machine = loaded('f:\n inc eax\n jmp f\n')
    expect(machine.run(1001)).toEqual({ kind: 'budget', steps: 1001 })
    expect(machine.run(1000)).toEqual({ kind: 'budget', steps: 1000 })
    expect(machine.stepCount).toBe(2001)
  })

  test('with a fault, which leaves the address in CR2', () => {
    const machine = loaded('f:\n mov rax, 0x7FFF00400000\n mov byte [rax], 1\n ret\n')
    expect(machine.run(10)).toMatchObject({ kind: 'fault', fault: { kind: 'page-fault', errorCode: 6 } })
    expect(ask(machine, 'registers.cr2')).toBe('0x7FFF00400000')
    expect(ask(machine, 'fault.address')).toBe('0x7FFF00400000')
  })

  test('code is read-only', () => {
    const machine = loaded('f:\n mov byte [rel f], 1\n ret\n')
    expect(machine.run(10)).toMatchObject({ fault: { cause: 'read-only', errorCode: 7 } })
  })
})

describe('a fragment', () => {
  test('runs in the midst of a frame and ends after its last instruction', () => {
    const machine = ranRust()
    runFragment(machine, 'mov al, [rbp - 1]')
    expect([ask(machine, 'registers.rax'), ask(machine, 'x.value')]).toEqual(['0xAAAAAAAAAAAAAA2A', '42'])
    expect([ask(machine, 'instruction(0).text'), ask(machine, 'steps.count')]).toEqual([
      'mov al, [rbp - 1]',
      '1',
    ])
    runFragment(machine, 'mov eax, [rbp - 5]')
    expect(ask(machine, 'registers.rax')).toBe('0x64')
  })

  test('runs on a machine on which nothing is loaded', () => {
    const machine = Machine.boot('walkthrough', 'four-level')
    runFragment(machine, 'push rbp\nmov rbp, rsp')
    expect(ask(machine, 'registers.rbp')).toBe('0x7FFF007FF008')
  })
})

describe('loading', () => {
  test('a program larger than the room before its call moves the call behind it', () => {
    const machine = loaded(`f:\n${'nop\n'.repeat(5000)}ret\n`)
    expect(machine.registers.rip).toBe(0x40000000222fn)
    expect(machine.run(10_000)).toEqual({ kind: 'reached', steps: 5001 })
  })

  test('data lie on pages of their own, where they can be written and the call does not stand', () => {
    const machine = loaded('f:\n inc dword [rel counter]\n ret\nsection .data\ncounter: dd 41\n')
    expect(machine.run(10)).toMatchObject({ kind: 'reached', steps: 2 })
    expect(ask(machine, 'memory32(0x400000001000)')).toBe('0x2A')
  })

  test('another program takes the place of the first, and leaves no row behind', () => {
    const machine = loaded(`f:\n${'nop\n'.repeat(9000)}ret\n`)
    const first = machine.current.loaderPages.length
    loadRust(machine, EXAMPLE)
    expect([first, machine.current.loaderPages.length]).toEqual([4, 2])
    expect(machine.kernel.pageTable().entries()).toHaveLength(4)
    expect(ask(machine, 'x.physicalAddress')).toBe('0x5FFF')
  })

  test('follows the rows of the page table', () => {
    const machine = Machine.boot('walkthrough', 'one-level')
    setPages(machine, '0x7FFF007FE → 0x9000 RW\n0x7FFF007FF → 0x7000 RW\n')
    loadRust(machine, EXAMPLE)
    expect([ask(machine, 'x.physicalAddress'), ask(machine, 'byte(0x9FFF)')]).toEqual(['0x9FFF', '2a'])
  })
})

/** Everything that a step may change; the bytes as text, which is compared faster. */
function stateOf(machine: Machine) {
  return {
    bytes: Buffer.from(machine.journal.bytes).toString('latin1'),
    stop: machine.stop,
    processes: machine.processes,
    name: machine.current.name,
  }
}

const instruction = fc.constantFrom(
  'push rax',
  'pop rcx',
  'push qword [rbp - 8]',
  'mov byte [rbp - 1], 42',
  'mov qword [rbp - 12], -1',
  'mov [rsp - 3], eax',
  'add rax, [rbp - 5]',
  'sub rsp, 24',
  'imul eax, eax, 7',
  'inc dword [rbp - 5]',
  'lea rdi, [rbp - 4097]',
  'mov [rdi], rdi',
  'xchg rax, rdi',
  'mov rdi, 0x7FFF00400000',
  'movzx edx, byte [rbp - 1]',
)

describe('time', () => {
  test('goes back bit for bit, through any instructions, and forward again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SCHEMES),
        fc.array(instruction, { maxLength: 30 }),
        fc.nat(40),
        (scheme, lines, steps) => {
          const machine = loaded(
            `f:\n push rbp\n mov rbp, rsp\n sub rsp, 64\n${lines.join('\n')}\n leave\n ret\n`,
            scheme,
          )
          const past = [stateOf(machine)]
          while (past.length <= steps && machine.step().steps === 1) past.push(stateOf(machine))
          const present = stateOf(machine)
          past[past.length - 1] = present
          for (let at = past.length - 2; at >= 0; at--) {
            expect(machine.back()).toBe(1)
            expect(stateOf(machine)).toEqual(past[at])
          }
          expect(machine.back()).toBe(0)
          machine.forward(past.length)
          expect(stateOf(machine)).toEqual(present)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('goes on from any moment', () => {
    const machine = ranRust()
    const bytes = machine.journal.bytes.slice()
    machine.back(4)
    expect(machine.run(1000)).toMatchObject({ kind: 'reached' })
    expect(machine.journal.bytes).toEqual(bytes)
  })
})

describe('a snapshot', () => {
  test('can be cloned, and goes on where it was taken', () => {
    const machine = loaded(LISTING, 'four-level')
    for (let step = 0; step < 4; step++) machine.step()
    const copy = Machine.restore(structuredClone(machine.snapshot()))
    expect(copy.run(1000)).toEqual(machine.run(1000))
    expect(copy.journal.bytes).toEqual(machine.journal.bytes)
    expect(copy.stepCount).toBe(machine.stepCount)
    expect(ask(copy, 'instruction(3).text')).toBe('mov byte [rbp - 1], 42')
  })

  test('shares the frames that did not change, and leaves out those of zeros', () => {
    const before = ranRust().snapshot()
    const machine = Machine.restore(before)
    access(machine, 'read u16 [rbp - 1]\nwrite u8 [rbp - 1] = 99')
    const after = machine.snapshot()
    const changed = after.frames.flatMap((frame, number) => (frame === before.frames[number] ? [] : [number]))
    expect(changed).toEqual([5])
    expect(after.frames[200]).toBeUndefined()
    expect([before.frames[5]![0xfff], after.frames[5]![0xfff]]).toEqual([42, 99])
  })
})
