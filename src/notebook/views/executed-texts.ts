import { disassemble } from '#engine/assembler/disassemble.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { instructionAt } from '#engine/machine/program.ts'
import type { VirtualAddress } from '#engine/units.ts'

/** How many moments a view tells one by one. */
export const MOST_MOMENTS = 32
/** Bytes. */
const LONGEST_INSTRUCTION = 15

/** The instructions executed since the function's entry, in order, found by going back in time. */
export function executedTexts(machine: Machine): string[] {
  const undone = machine.back(Number.MAX_SAFE_INTEGER)
  // A program begins with the call of its function, which comes before the entry.
  const before = machine.listing === machine.program ? machine.forward() : 0
  const texts: string[] = []
  for (let step = before; step < undone && texts.length < MOST_MOMENTS; step++) {
    texts.push(textAt(machine, machine.registers.rip))
    machine.forward()
  }
  machine.forward(Number.MAX_SAFE_INTEGER)
  return texts
}

/** As the listing has it; behind the listing, as the bytes say. */
function textAt({ listing, memory }: Machine, address: VirtualAddress): string {
  const listed = listing && instructionAt(listing, address)?.text
  const bytes = memory.peek(address, LONGEST_INSTRUCTION) ?? memory.peek(address, 1)
  return listed ?? (bytes && disassemble(bytes, address)?.text) ?? '\u2026'
}

/** What a moment is called: the instruction that has just been executed. */
export function momentText(texts: readonly string[], moment: number): string {
  return moment === 0 ? 'at the entry' : (texts[moment - 1] ?? '\u2026')
}
