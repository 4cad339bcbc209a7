import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { Machine } from '#engine/machine/machine.ts'
import { Recording } from '#engine/machine/recording.ts'
import { goToWriter, goWhere, MOST_SEARCHED } from '#engine/machine/search.ts'
import type { MachineStop } from '#engine/machine/snapshot.ts'
import { started, EXIT } from '../os/linux-programs.ts'
import { assemblyProgram } from './walkthrough.ts'

/** Counts in a stack slot, and calls a function each time round. */
const counting = (rounds: number) => `main:
    push rbp
    mov rbp, rsp
    sub rsp, 16
    mov dword [rbp - 4], ${rounds}
again:
    call leaf
    dec dword [rbp - 4]
    jnz again
    leave
    ret
leaf:
    mov eax, [rbp - 4]
    ret
`
const STEPS_A_ROUND = 5

function recorded(rounds: number, scheme: 'one-level' | 'four-level' = 'one-level'): Recording {
  const machine = Machine.boot('walkthrough', scheme)
  machine.load(assemblyProgram(counting(rounds), machine.codeOrigin))
  return toEnd(new Recording(machine, 'end'))
}

function toEnd(recording: Recording): Recording {
  let stop: MachineStop
  do stop = recording.run(100_000)
  while (stop.kind === 'budget')
  return recording
}

/** Everything that a step may leave behind, in few words. */
function stateOf({ machine }: Recording): string {
  const { bytes, words, registersAt } = machine.journal
  let sum = 0
  for (let at = 0; at < bytes.length; at += 64) sum = (sum * 31 + bytes[at]!) | 0
  const counter = machine.memory.peek(machine.registers.get('rsp') as never, 16) ?? []
  return [...words.slice(registersAt, registersAt + 40), ...counter, sum, machine.stepCount].join(' ')
}

describe('a run longer than its log', () => {
  const ROUNDS = 1_700_000
  let long: Recording

  beforeAll(() => {
    long = recorded(ROUNDS)
  })

  test('has given up its oldest steps, and can be visited at any of them', () => {
    expect(long.newest).toBe(ROUNDS * STEPS_A_ROUND + 8)
    expect(long.machine.journal.oldestStep).toBeGreaterThan(1_000_000)
    const { memory } = long.machine
    for (const round of [1_699_999, 3, 700_000, 0, 1_200_000, 250_000, 1_699_000]) {
      long.goTo(5 + round * STEPS_A_ROUND)
      expect(long.step).toBe(5 + round * STEPS_A_ROUND)
      const counter = memory.peek((long.machine.registers.get('rbp') - 4n) as never, 4)!
      expect(new DataView(counter.buffer, counter.byteOffset).getUint32(0, true)).toBe(ROUNDS - round)
    }
  })

  test('goes back from the very step of a checkpoint too', () => {
    const checkpoint = 1 << 20
    long.goTo(checkpoint - 1)
    const before = stateOf(long)
    long.goTo(long.newest)
    expect(long.machine.journal.oldestStep).toBeGreaterThan(checkpoint)
    long.goTo(checkpoint)
    expect(long.machine.back(1)).toBe(1)
    expect(stateOf(long)).toBe(before)
  })

  test('ends as it ended, however often it is left and come back to', () => {
    long.goTo(Infinity)
    const [end, stop] = [stateOf(long), long.machine.stop]
    for (const step of [0, long.newest - 1, 2_000_000]) {
      long.goTo(step)
      long.goTo(long.newest)
      expect(stateOf(long)).toBe(end)
      expect(long.machine.stop?.kind).toBe(stop?.kind)
    }
  })

  test('finds the writer of a byte far behind what the log reaches', () => {
    long.goTo(5)
    const { machine } = long
    const start = machine.memory.translate((machine.registers.get('rbp') - 4n) as never)
    if (!start.ok) throw new Error('the frame is mapped')
    const word = start.physicalAddress >> 2
    long.goTo(long.newest)
    const words = { first: word, last: word }
    const isEarly = () => long.step < 100
    expect(goToWriter(long, -1, words, isEarly)).toBe('further')
    expect(long.step).toBe(long.newest)
    expect(goToWriter(long, -1, words, isEarly, MOST_SEARCHED)).toBe('found')
    expect(long.step).toBe(5 + 18 * STEPS_A_ROUND + 4)
    expect(goToWriter(long, -1, words, () => false)).toBe('nothing')
    expect(long.step).toBe(5 + 18 * STEPS_A_ROUND + 4)
    expect(goToWriter(long, 1, words, () => true)).toBe('found')
    expect(long.step).toBe(5 + 19 * STEPS_A_ROUND + 4)
    long.goTo(3_000_000)
    expect(goToWriter(long, 1, words, () => long.step > 8_000_000)).toBe('found')
    expect(long.step).toBe(8_000_000 - 1 + STEPS_A_ROUND)
  })

  test('finds where RIP has been, in both directions', () => {
    const leaf = Number(BigInt.asUintN(32, long.machine.program!.assembly.labels.get('leaf')!))
    const isLeaf = (pointer: number) => pointer === leaf
    long.goTo(0)
    expect(goWhere(long, 1, isLeaf)).toBe('found')
    expect([long.step, long.pointer]).toEqual([6, leaf])
    expect(goWhere(long, 1, (pointer, step) => isLeaf(pointer) && step > 6_000_000)).toBe('found')
    expect([long.step, long.pointer]).toEqual([6_000_001, leaf])
    expect(goWhere(long, -1, (pointer, step) => isLeaf(pointer) && step < 50)).toBe('found')
    expect([long.step, long.pointer]).toEqual([46, leaf])
    expect(goWhere(long, -1, () => false)).toBe('nothing')
    expect(long.step).toBe(46)
  })
})

test('any step of a run is the state that it had when it ran', () => {
  const recording = recorded(40, 'four-level')
  const witness = Machine.boot('walkthrough', 'four-level')
  witness.load(assemblyProgram(counting(40), witness.codeOrigin))
  const seen = new Recording(witness, 'end')
  const states = [stateOf(seen)]
  while (seen.run(1).kind === 'budget') states.push(stateOf(seen))
  fc.assert(
    fc.property(fc.array(fc.nat(states.length - 1), { maxLength: 20 }), (steps) => {
      for (const step of steps) {
        recording.goTo(step)
        expect(stateOf(recording)).toBe(states[step])
      }
    }),
  )
})

test('a process is executed again as it was the first time, with its output and its end', () => {
  const source = `section .rodata
text: db "again "
section .text
global _start
_start: mov ebx, 400000
more: dec ebx
test ebx, 0x3ffff
jnz next
mov eax, 1
mov edi, 1
lea rsi, [rel text]
mov edx, 6
syscall
next: test ebx, ebx
jnz more
${EXIT(3)}`
  const recording = toEnd(new Recording(started(source), 'end'))
  const { machine } = recording
  expect(machine.stop).toMatchObject({ kind: 'exit', code: 3 })
  const [text, faults] = [machine.console!.text, machine.kernel.linux!.events.all.length]
  expect(text).toBe('again again ')
  for (const step of [0, 1_200_000, recording.newest]) recording.goTo(step)
  expect(machine.stop).toMatchObject({ kind: 'exit', code: 3 })
  expect(machine.console!.text).toBe(text)
  expect(machine.kernel.linux!.events.all.length).toBe(faults)
})
