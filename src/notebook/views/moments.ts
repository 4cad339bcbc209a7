import { disassemble } from '#engine/assembler/disassemble.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { instructionAt } from '#engine/machine/program.ts'
import type { VirtualAddress } from '#engine/units.ts'
import type { ViewInput } from './view-input.ts'

/** How many moments a view tells one by one. */
const MOST_MOMENTS = 32
/** Bytes. */
const LONGEST_INSTRUCTION = 15

/** The function's entry, or the machine after one of the instructions executed since. */
export interface Moment<Seen> {
  /** The instruction that has just been executed. */
  readonly text: string
  readonly seen: Seen
}

export interface Moments<Seen> {
  readonly moments: readonly Moment<Seen>[]
  /** More instructions were executed than are told. */
  readonly more: boolean
}

/**
 * What `look` sees at each moment of the run, from the function's entry on; nothing where the way back there is not
 * recorded. It goes through time once: to ask `after(N).…` for each moment would go back a whole run every time.
 */
export function lookAtMoments<Seen>(
  { machine, facts }: ViewInput,
  look: (moment: number) => Seen,
): Moments<Seen> {
  if (facts.text('after(0).registers.rip') === undefined) return { moments: [], more: false }
  const undone = machine.back(Number.MAX_SAFE_INTEGER)
  // A program begins with the call of its function, which comes before the entry.
  const entry = machine.listing === machine.program ? machine.forward() : 0
  const moments: Moment<Seen>[] = [{ text: 'at the entry', seen: look(0) }]
  const last = Math.min(undone - entry, MOST_MOMENTS - 1)
  for (let moment = 1; moment <= last; moment++) {
    const text = textAt(machine, machine.registers.rip)
    machine.forward()
    moments.push({ text, seen: look(moment) })
  }
  machine.forward(Number.MAX_SAFE_INTEGER)
  return { moments, more: undone - entry > last }
}

/** As the listing has it; behind the listing, as the bytes say. */
function textAt({ listing, memory }: Machine, address: VirtualAddress): string {
  const listed = listing && instructionAt(listing, address)?.text
  const bytes = memory.peek(address, LONGEST_INSTRUCTION) ?? memory.peek(address, 1)
  return listed ?? (bytes && disassemble(bytes, address)?.text) ?? '\u2026'
}
