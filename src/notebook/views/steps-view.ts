import { disassemble } from '#engine/assembler/disassemble.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { instructionAt } from '#engine/machine/program.ts'
import type { VirtualAddress } from '#engine/units.ts'
import type { ViewInput } from './view-input.ts'
import type { StepsView } from './view.ts'

const MOST = 32
/** Bytes. */
const LONGEST_INSTRUCTION = 15
const REGISTERS = ['rip', 'rsp', 'rbp', 'rax']

/** The registers at the function's entry and after each instruction it executed. */
export function stepsView(input: ViewInput): StepsView {
  const { facts } = input
  const texts = executedTexts(input.machine)
  const rows: StepsView['rows'][number][] = []
  for (let moment = 0; moment < MOST; moment++) {
    const values = REGISTERS.flatMap((register) => {
      const shown = facts.get(`after(${moment}).registers.${register}`)
      return shown ? [{ ...shown, register }] : []
    })
    if (values.length === 0) break
    rows.push({ text: moment === 0 ? 'at the entry' : (texts[moment - 1] ?? '\u2026'), values })
  }
  const more = texts.length >= MOST ? facts.get('steps.count') : undefined
  return { kind: 'steps', registers: REGISTERS, rows, ...(more ? { more } : {}) }
}

/** What was executed since the function's entry, in order, found by going back in time. */
function executedTexts(machine: Machine): string[] {
  const undone = machine.back(Number.MAX_SAFE_INTEGER)
  // A program begins with the call of its function, which comes before the entry.
  const before = machine.listing === machine.program ? machine.forward() : 0
  const texts: string[] = []
  for (let step = before; step < undone && texts.length < MOST; step++) {
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
