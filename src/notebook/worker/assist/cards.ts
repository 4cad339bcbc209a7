/** Cards about what several languages name: registers and flags. */
import { fact } from '#engine/facts.ts'
import { subject, type Fact } from '#engine/facts/fact.ts'
import { factText } from '#engine/facts/fact-value.ts'
import { FLAGS } from '#engine/isa/flags.ts'
import { registerNamed, registerOf, type Register } from '#engine/isa/registers.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { showValue } from '#notebook/shared/show-value.ts'
import type { Card } from '../languages/language.ts'

/** A register, or a flag. */
export function processorCard(word: string, machine: Machine | undefined): Card | undefined {
  return registerCard(word, machine) ?? flagCard(word)
}

/** Which bits of which register a name is for, and what it held at the end of the run. */
function registerCard(word: string, machine: Machine | undefined): Card | undefined {
  const name = word.toLowerCase()
  const register = registerNamed(name)
  if (register === undefined) return undefined
  const about = aboutRegister(register)
  return {
    title: name.toUpperCase(),
    lines: [capital(about), ...heldLine(machine, { subject: subject('registers'), property: name })],
  }
}

function aboutRegister({ number, size, high }: Register): string {
  if (size === 128) return 'A register of 128 bits: floats, doubles or whole numbers, one beside the other.'
  if (size === 64) return 'A register of 64 bits.'
  const bits = high ? 'bits 15 to 8' : `the low ${size} bits`
  return `${bits} of ${registerOf(number, 64).name.toUpperCase()}.`
}

function flagCard(word: string): Card | undefined {
  const flag = FLAGS.find(({ name }) => name === word.toLowerCase())
  if (flag === undefined) return undefined
  const [clear, set] = flag.meanings
  return { title: `${flag.name.toUpperCase()}, ${flag.title}`, lines: [`0: ${clear}.`, `1: ${set}.`] }
}

/** What something held when the run ended, as a line of a card; none where that is not known. */
export function heldLine(machine: Machine | undefined, asked: Fact): string[] {
  const held = machine && fact(machine, asked)
  return held === undefined
    ? []
    : [`At the end of the last run it held ${showValue(factText(held), 'full')}.`]
}

export const flagNames = (flags: readonly string[]) => flags.map((flag) => flag.toUpperCase()).join(', ')

export const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)
