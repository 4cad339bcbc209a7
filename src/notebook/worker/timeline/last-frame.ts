import type { Machine } from '#engine/machine/machine.ts'
import { functionAt } from '#engine/machine/program.ts'
import type { Recording } from '#engine/machine/recording.ts'

/** What comes after a program's own last instruction is the runtime's: to write what is left, to tell a panic, to leave. */
const MOST_STEPS_AFTER = 1 << 16

/**
 * Where a program that has ended was last in a function of the reader's, with its frame set up: the step, and the
 * function's name. Undefined while the program goes on, and where no compiler knows of any function.
 */
export function lastFrame(
  recording: Recording,
): { readonly step: number; readonly function: string } | undefined {
  if (!hasEnded(recording)) return undefined
  const { machine, step: end } = recording
  const first = Math.max(0, end - MOST_STEPS_AFTER)
  let found: string | undefined
  let step = end
  // RIP may stand in front of a function that was never called.
  while (found === undefined && step > first) {
    step -= 1
    recording.goTo(step)
    found = machine.frameFunction?.name
  }
  recording.goTo(end)
  return found === undefined ? undefined : { step, function: found }
}

/** It is at its end, and no frame is set up there any more. */
function hasEnded({ machine, step, newest }: Recording): boolean {
  return step === newest && isOver(machine) && machine.frameFunction === undefined
}

/** The process has left, what was called has returned, or a routine of the runtime’s has failed. */
function isOver({ stop, program, registers }: Machine): boolean {
  if (program?.linkMap === undefined || stop === undefined) return false
  if (stop.kind === 'fault' || stop.kind === 'signal') return functionAt(program, registers.rip) === undefined
  return stop.kind === 'exit' || stop.kind === 'reached' || stop.kind === 'halt'
}
