/** A run that goes on without a log is, at each of its moments, what it is with one. */
import { afterEach, expect, test } from 'vitest'
import { providePlainLoop } from '#engine/cpu/cpu.ts'
import { compiledLoop } from '#engine/cpu/compiled/compiled-loop.ts'
import { runPlain } from '#engine/cpu/plain-loop.generated.ts'
import { Recording } from '#engine/machine/recording.ts'
import { goToWriter } from '#engine/machine/search.ts'
import type { MachineStop } from '#engine/machine/snapshot.ts'
import { EXIT, started } from '../os/linux-programs.ts'

afterEach(() => providePlainLoop(undefined))

/** Asks for the time as the processor has it, for pages that are not there yet, and the system to print. */
const SOURCE = `section .rodata
text: db "again "
section .text
global _start
_start: mov ebx, 350000
        xor r12, r12
more:   test ebx, 63
        jnz some
        rdtsc
        add r12, rax
some:   imul r12, r12, 31
        mov eax, ebx
        and eax, 0x1FFFC
        neg rax
        add [rsp + rax - 64], r12
        dec ebx
        test ebx, 0x3FFFF
        jnz next
        mov eax, 1
        mov edi, 1
        lea rsi, [rel text]
        mov edx, 6
        syscall
next:   test ebx, ebx
        jnz more
        ${EXIT(3)}`

const QUICK: readonly (readonly [string, typeof runPlain])[] = [
  ['the loop', runPlain],
  ['what is compiled', compiledLoop()],
]

function run(loop: typeof runPlain | undefined): Recording {
  providePlainLoop(loop)
  const recording = new Recording(started(SOURCE), 'end')
  let stop: MachineStop
  do stop = recording.run(77_777)
  while (stop.kind === 'budget')
  return recording
}

function stateOf({ machine, step }: Recording): unknown {
  const { words, registersAt } = machine.journal
  let sum = 0
  for (let at = 0; at < registersAt; at++) sum = (Math.imul(sum, 31) + words[at]!) | 0
  const { stop, stepCount, console } = machine
  return [step, sum, [...words.slice(registersAt)], console?.text, stop?.kind === 'exit', stepCount]
}

test.each(QUICK)('any moment of it is the same, executed again from wherever one was: %s', (_, loop) => {
  const logged = run(undefined)
  const skimmed = run(loop)
  expect(skimmed.newest).toBe(logged.newest)
  expect(stateOf(skimmed)).toEqual(stateOf(logged))
  expect(skimmed.machine.journal.oldestStep).toBeGreaterThan(skimmed.newest - (1 << 18))
  for (const step of [3_400_000, 5, 3_145_728, 3_145_727, 1_048_577, Infinity]) {
    providePlainLoop(undefined)
    logged.goTo(step)
    providePlainLoop(loop)
    skimmed.goTo(step)
    expect(stateOf(skimmed)).toEqual(stateOf(logged))
  }
})

test('stepping back from a moment is in the log', () => {
  const skimmed = run(compiledLoop())
  skimmed.goTo(3_300_000)
  expect(skimmed.machine.back(100_000)).toBe(100_000)
})

test('a word is found to have been written long before', () => {
  const skimmed = run(compiledLoop())
  const { machine } = skimmed
  skimmed.goTo(3_300_000)
  const at = machine.memory.translate((machine.registers.get('rsp') - 4096n) as never)
  if (!at.ok) throw new Error('the stack is mapped')
  const word = at.physicalAddress >> 2
  expect(goToWriter(skimmed, -1, { first: word, last: word }, () => true)).toBe('found')
  const { step } = skimmed
  machine.back(1)
  const before = machine.journal.words[word]
  machine.forward(1)
  expect(machine.journal.words[word]).not.toBe(before)
  expect(step).toBeLessThan(3_300_000)
})
