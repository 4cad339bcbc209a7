import { virtualAddress, pageOf } from '../units.ts'
import { fromHalves } from '../bits.ts'
import { UseRecorder, type PageUses } from '../os/page-uses.ts'
import type { Machine } from './machine.ts'

/** The future is known for so many steps; what is used later counts as never used again. */
const FORESEEN_STEPS = 200_000

/**
 * Runs a loaded program to see which pages it uses when: what the optimal replacement must know beforehand. Programs
 * do not see how much RAM there is, so it does the same where RAM is short.
 */
export function rehearse(machine: Machine): PageUses {
  const recorder = new UseRecorder()
  const { memory, kernel } = machine
  let step = 0
  memory.onUse = (low, high) =>
    recorder.add(machine.current.name, pageOf(virtualAddress(fromHalves(low, high))), step)
  while (kernel.linux!.isRunning && step < FORESEEN_STEPS) {
    machine.step()
    step = machine.stepCount
  }
  return recorder.uses
}
