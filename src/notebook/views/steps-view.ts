import { instructionAt } from '#engine/machine/program.ts'
import type { ViewInput } from './view-input.ts'
import type { StepsView } from './view.ts'

const MOST = 32
const REGISTERS = ['rip', 'rsp', 'rbp', 'rax']

/** The registers at the function's entry and after each instruction it executed. */
export function stepsView(input: ViewInput): StepsView {
  const { facts } = input
  const texts = executedTexts(input)
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

/** What was executed in the listing, in order, found by going back in time. */
function executedTexts({ machine }: ViewInput): string[] {
  const { listing } = machine
  if (!listing) return []
  const undone = machine.back(Number.MAX_SAFE_INTEGER)
  const texts: string[] = []
  for (let step = 0; step < undone && texts.length < MOST; step++) {
    const text = instructionAt(listing, machine.registers.rip)?.text
    if (text !== undefined) texts.push(text)
    machine.forward()
  }
  machine.forward(Number.MAX_SAFE_INTEGER)
  return texts
}
