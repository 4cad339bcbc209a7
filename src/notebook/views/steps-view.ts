import { executedTexts, MOST_MOMENTS, momentText } from './executed-texts.ts'
import type { ViewInput } from './view-input.ts'
import type { StepsView } from './view.ts'

const REGISTERS = ['rip', 'rsp', 'rbp', 'rax']

/** The registers at the function's entry and after each instruction it executed. */
export function stepsView(input: ViewInput): StepsView {
  const { facts } = input
  const texts = executedTexts(input.machine)
  const rows: StepsView['rows'][number][] = []
  for (let moment = 0; moment < MOST_MOMENTS; moment++) {
    const values = REGISTERS.flatMap((register) => {
      const shown = facts.get(`after(${moment}).registers.${register}`)
      return shown ? [{ ...shown, register }] : []
    })
    if (values.length === 0) break
    rows.push({ text: momentText(texts, moment), values })
  }
  const more = texts.length >= MOST_MOMENTS ? facts.get('steps.count') : undefined
  return { kind: 'steps', registers: REGISTERS, rows, ...(more ? { more } : {}) }
}
