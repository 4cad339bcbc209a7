/** What a run of a hundred million steps costs, and that it can be visited all the same. */
import { expect, test } from 'vitest'
import { Machine } from '#engine/machine/machine.ts'
import { Recording } from '#engine/machine/recording.ts'
import { assemblyProgram } from './walkthrough.ts'

/** Fills a page of the stack over and over, so that no checkpoint shares it with the one before. */
const FILLING = `main:
    push rbp
    mov rbp, rsp
    xor ecx, ecx
round:
    mov edx, -4000
fill:
    mov [rbp + rdx], ecx
    add edx, 4
    jnz fill
    inc ecx
    jmp round
`

function recorded(source: string, steps: number): Recording {
  const machine = Machine.boot('walkthrough', 'one-level')
  machine.load(assemblyProgram(source, machine.codeOrigin))
  const recording = new Recording(machine, 'end')
  while (recording.newest < steps) recording.run(Math.min(100_000, steps - recording.newest))
  return recording
}

test(
  'its checkpoints take no more than so much, and every moment is still there',
  { timeout: 120_000 },
  () => {
    const recording = recorded(FILLING, 20_000_000)
    const round = () => Number(recording.machine.registers.get('rcx'))
    const rounds = round()
    for (const step of [19_999_999, 3, 7_000_000, 12_345_678, 1_000_000, 20_000_000]) {
      recording.goTo(step)
      expect(recording.step).toBe(step)
      expect(Math.abs(round() - (step / 20_000_000) * rounds)).toBeLessThan(2)
    }
  },
)
