import { lookAtMoments } from './moments.ts'
import type { ViewInput } from './view-input.ts'
import type { StepsView } from './view.ts'

const REGISTERS = ['rip', 'rsp', 'rbp', 'rax']

/** The registers at the function's entry and after each instruction it executed. */
export function stepsView(input: ViewInput): StepsView {
  const { facts } = input
  const { moments, more } = lookAtMoments(input, (moment) =>
    REGISTERS.map((register) => ({
      register,
      fact: `after(${moment}).registers.${register}`,
      value: facts.need(`registers.${register}`).value,
    })),
  )
  return {
    kind: 'steps',
    registers: REGISTERS,
    rows: moments.map(({ text, seen }) => ({ text, values: seen })),
    ...(more ? { more: facts.need('steps.count') } : {}),
  }
}
