import { REGISTER_NAMES } from '#engine/isa/registers.ts'
import type { RegistersView } from '#notebook/shared/view.ts'
import type { ViewInput } from './view-input.ts'

const ALWAYS = ['rip', 'rsp', 'rbp', 'rax']
const ABOUT: Readonly<Record<string, string>> = {
  rip: 'the next instruction',
  rsp: 'the end of the stack',
  rbp: 'the frame\u2019s fixed point',
  rax: 'values',
}
/** Names for the low bits of a register, by number: 32, 16 and 8 of them. */
const LOW_NAMES = [REGISTER_NAMES.slice(16, 32), REGISTER_NAMES.slice(32, 48), REGISTER_NAMES.slice(48, 64)]
const BIT_COUNTS = [32, 16, 8]

/** The registers every lesson speaks of, those the listing uses besides, and the names it uses for parts of them. */
export function registersView({ machine, facts }: ViewInput): RegistersView {
  const words = wordsOf(machine.listing?.assembly.instructions.map(({ text }) => text) ?? [])
  const shown = REGISTER_NAMES.slice(0, 16).filter((name, number) => {
    return !ALWAYS.includes(name) && (words.has(name) || partsOf(number, words).length > 0)
  })
  return {
    kind: 'registers',
    registers: [...ALWAYS, ...shown].flatMap((name) => [
      { name, value: facts.need(`registers.${name}`), about: ABOUT[name] ?? '' },
      ...partsOf(REGISTER_NAMES.indexOf(name), words).map(({ part, bits }) => ({
        name: part,
        value: facts.need(`registers.${part}`),
        about: `the low ${bits} bits of ${name.toUpperCase()}`,
        part: true as const,
      })),
    ]),
  }
}

function wordsOf(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => text.toLowerCase().match(/[a-z]\w*/g) ?? []))
}

function partsOf(number: number, words: ReadonlySet<string>): { part: string; bits: number }[] {
  return LOW_NAMES.flatMap((names, index) => {
    const part = names[number]
    return part !== undefined && number < 16 && words.has(part)
      ? [{ part, bits: BIT_COUNTS[index] ?? 0 }]
      : []
  })
}
