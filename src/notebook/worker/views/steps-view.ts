import { subject } from '#engine/facts/fact.ts'
import { shownAt, tellMoments } from './moments.ts'
import type { ViewInput } from './view-input.ts'
import type { StepsView } from '#notebook/shared/view.ts'

const REGISTERS = ['rip', 'rsp', 'rbp', 'rax']

/** The registers at the function's entry and after each instruction it executed. */
export function stepsView({ machine, recording, facts }: ViewInput): StepsView {
  const rows = tellMoments(recording, (moment, text) => ({
    text,
    values: REGISTERS.flatMap((register) => {
      const shown = shownAt(facts, moment, { subject: subject('registers'), property: register })
      return shown ? [{ ...shown, register }] : []
    }),
  }))
  const isCut = machine.stepCount > rows.length
  return { kind: 'steps', registers: REGISTERS, rows, ...(isCut ? { more: facts.need('steps.count') } : {}) }
}
