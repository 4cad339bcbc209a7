import { disassemble } from '#engine/assembler/disassemble.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { Recording } from '#engine/machine/recording.ts'
import { instructionAt } from '#engine/machine/program.ts'
import type { Fact } from '#engine/facts/fact.ts'
import { entryOf } from '#engine/facts/moment.ts'
import { printFact } from '#engine/facts/print-fact.ts'
import type { VirtualAddress } from '#engine/units.ts'
import type { FactReader } from '../fact-reader.ts'
import type { Shown } from '#notebook/shared/view.ts'

/** How many moments a view tells one by one. */
const MOST_MOMENTS = 32
/** Bytes. */
const LONGEST_INSTRUCTION = 15

/**
 * Goes to the function's entry and from there to the moment after each instruction, and takes down what `tell` sees
 * there; at most 32 moments. The machine is back where it was afterwards. One journey serves all of them: a run of a
 * million steps is walked back once.
 */
export function tellMoments<T>(recording: Recording, tell: (moment: number, text: string) => T): T[] {
  const { machine, step: now } = recording
  if (machine.stepCount !== now) return []
  recording.goTo(entryOf(machine))
  const told: T[] = []
  let text = 'at the entry'
  for (let moment = 0; moment < MOST_MOMENTS && recording.step <= now; moment++) {
    told.push(tell(moment, text))
    if (recording.step === now) break
    text = textAt(machine, machine.registers.rip)
    recording.goTo(recording.step + 1)
  }
  recording.goTo(now)
  return told
}

/** A fact of the machine as it is at a moment, under the name by which it can be asked for from the end. */
export function shownAt(facts: FactReader, step: number, fact: Fact): Shown | undefined {
  const value = facts.text(fact)
  return value === undefined
    ? undefined
    : { fact: printFact({ ...fact, moment: { kind: 'step', step } }), value }
}

/** As the listing has it; behind the listing, as the bytes say. */
function textAt({ listing, memory }: Machine, address: VirtualAddress): string {
  const listed = listing && instructionAt(listing, address)?.text
  const bytes = memory.peek(address, LONGEST_INSTRUCTION) ?? memory.peek(address, 1)
  return listed ?? (bytes && disassemble(bytes, address)?.text) ?? '\u2026'
}
