/** A long run takes no more memory than it may, and can be visited at each of its moments all the same. */
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
    mov rdx, -4000
fill:
    mov [rbp + rdx], ecx
    add rdx, 4
    jnz fill
    inc ecx
    jmp round
`

const STEPS = 10_000_000
const MOST_BYTES = 40_000

function recorded(): Recording {
  const machine = Machine.boot('walkthrough', 'one-level')
  machine.load(assemblyProgram(FILLING, machine.codeOrigin))
  const recording = new Recording(machine, 'end', MOST_BYTES)
  while (recording.newest < STEPS) {
    const { kind } = recording.run(Math.min(100_000, STEPS - recording.newest))
    // A run that ends would be asked to go on for ever.
    if (kind !== 'budget') throw new Error(`the run ended at step ${recording.newest}: ${kind}`)
    expect(recording.checkpointBytes).toBeLessThan(MOST_BYTES)
  }
  return recording
}

test('its checkpoints take no more than so much, and every moment is still there', () => {
  const recording = recorded()
  const round = () => Number(recording.machine.registers.get('rcx'))
  const rounds = round()
  for (const step of [STEPS - 1, 3, 3_500_000, 6_172_839, 500_000, STEPS]) {
    recording.goTo(step)
    expect(recording.step).toBe(step)
    expect(Math.abs(round() - (step / STEPS) * rounds)).toBeLessThan(2)
  }
})
