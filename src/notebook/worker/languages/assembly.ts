import { assemble } from '#engine/assembler/assemble.ts'
import { formsOf, instructionNamed, mnemonics } from '#engine/isa/table.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { Suggestion } from '#notebook/shared/assist.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { flagNames, processorCard } from '../assist/cards.ts'
import { REGISTERS } from '../assist/words.ts'
import { nothingToDo, type Card, type Prepared, type WorkerLanguage } from './language.ts'
import { load } from './load.ts'

const INSTRUCTIONS: readonly Suggestion[] = mnemonics().map((text) => ({
  text,
  kind: 'instruction',
  about: instructionNamed(text)?.summary ?? '',
}))

/** How many forms of an instruction a card names. */
const MOST_FORMS = 6

export const assembly: WorkerLanguage = {
  prepare,
  suggest: ({ source }, isFirst) => (isFirst ? INSTRUCTIONS : [...labelsOf(source), ...REGISTERS]),
  explain: ({ text }, _question, machine) => processorCard(text, machine) ?? instructionCard(text),
}

function prepare(machine: Machine, { source }: CellDefinition): Prepared {
  const prepared = load(machine, source)
  const isEmpty = prepared.runs && machine.listing?.assembly.instructions.length === 0
  return isEmpty ? nothingToDo(source, 'an instruction, such as mov al, [rbp - 1]') : prepared
}

function labelsOf(source: string): Suggestion[] {
  const assembled = assemble(source)
  if (!assembled.ok) return named(source.match(/^[\w.]+(?=:)/gm) ?? [], 'function', 'a label')
  const { labels, constants } = assembled.assembly
  return [
    ...named(labels.keys(), 'function', 'a label'),
    ...named(constants.keys(), 'variable', 'a constant'),
  ]
}

function named(names: Iterable<string>, kind: Suggestion['kind'], about: string): Suggestion[] {
  return Array.from(names, (text) => ({ text, kind, about }))
}

/** What an instruction does, how it can be written, and which flags it changes. */
function instructionCard(word: string): Card | undefined {
  const row = instructionNamed(word.toLowerCase())
  if (row === undefined) return undefined
  const forms = formsOf(row).map(
    ({ notation: [encoding, operands] }) => `${row.mnemonic} ${operands}`.trim() + `   ${encoding}`,
  )
  const more = forms.length > MOST_FORMS ? [`and ${forms.length - MOST_FORMS} more forms`] : []
  const { written, undefined: left } = row.flags
  const flags = [
    ...(written.length > 0 ? [`It sets ${flagNames(written)}.`] : ['It changes no flags.']),
    ...(left.length > 0 ? [`It leaves ${flagNames(left)} undefined.`] : []),
  ]
  return {
    title: row.mnemonic,
    lines: [row.summary, ...flags, `For example: ${row.example}`, ...forms.slice(0, MOST_FORMS), ...more],
  }
}
