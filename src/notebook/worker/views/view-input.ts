import { subject, variable } from '#engine/facts/fact.ts'
import { parseSubject } from '#engine/facts/parse-fact.ts'
import { printParameters } from '#engine/facts/print-fact.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { Recording } from '#engine/machine/recording.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { showValue } from '#notebook/shared/show-value.ts'
import type { FactReader, FactsAbout } from '../fact-reader.ts'
import type { CodeMap } from '../timeline/code-map.ts'

/** What a view is made from: the machine after the cell has run, and what the author wants to see of it. */
export interface ViewInput {
  readonly machine: Machine
  /** The run that has led there. */
  readonly recording: Recording
  /** What stands where in the code it runs. */
  readonly code: CodeMap
  readonly facts: FactReader
  readonly cell: CellDefinition
  /** A reader is at this moment and points at nothing: what the next instruction does comes before what the cell is about. */
  readonly isVisit?: true
  /** The reader is at the phase that fetches the next instruction. */
  readonly isFetch?: true
  /** The program has ended, and this is a moment before that: what came next then is not what comes next. */
  readonly isPast?: true
}

/** The same for views that tell of one moment, and know nothing of the run that has led there. */
export type AtOneMoment = Pick<ViewInput, 'machine' | 'facts' | 'cell'>

/** What a cell is about, and what can be asked of it: its address, its page, its frame. */
export interface Subject {
  /** For people: `x`, `rbp - 1`, or the address itself as it reads best. */
  readonly name: string
  readonly about: FactsAbout
}

/**
 * What the author named in `of`; where nothing is named, or it is gone after an edit, the accesses the cell made,
 * or the first variable of the function.
 */
export function subjectsOf({ machine, facts, cell }: AtOneMoment): Subject[] {
  const named = cell.of
    .flatMap((of) => subjectNamed(facts, of))
    .filter(({ about }) => about.text('virtualAddress') !== undefined)
  if (named.length > 0) return named
  const accesses = machine.accesses.filter(({ kind }) => kind !== 'switch')
  if (accesses.length > 0) {
    return accesses.map(({ text }, index) => ({ name: text, about: facts.about(subject('access', index)) }))
  }
  const symbols = machine.frameFunction?.symbols ?? []
  return symbols.slice(0, 1).map(({ name }) => ({ name, about: facts.about(variable(name)) }))
}

function subjectNamed(facts: FactReader, of: string): Subject[] {
  const parsed = parseSubject(of)
  if (!parsed.ok) return []
  const [name = of] = printParameters(parsed.subject)
  return [{ name: /^0x/.test(name) ? showValue(name) : name, about: facts.about(parsed.subject) }]
}
