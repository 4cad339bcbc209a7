import type { Machine } from '#engine/machine/machine.ts'
import type { Recording } from '#engine/machine/recording.ts'
import type { CellDefinition } from '../cell.ts'
import { showValue } from '../show-value.ts'
import type { FactReader } from '../fact-reader.ts'
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
}

/** The same for views that tell of one moment, and know nothing of the run that has led there. */
export type AtOneMoment = Pick<ViewInput, 'machine' | 'facts' | 'cell'>

/** What a cell is about, with the prefix under which the vocabulary knows its address, page and frame. */
export interface Subject {
  /** For people: `x`, `rbp - 1`, or the address itself as it reads best. */
  readonly name: string
  readonly prefix: string
}

/**
 * What the author named in `of`; where nothing is named, or it is gone after an edit, the accesses the cell made,
 * or the first variable of the function.
 */
export function subjectsOf({ machine, facts, cell }: AtOneMoment): Subject[] {
  const named = cell.of
    .map(subjectNamed)
    .filter(({ prefix }) => facts.text(`${prefix}.virtualAddress`) !== undefined)
  if (named.length > 0) return named
  const accesses = machine.accesses.filter(({ kind }) => kind !== 'switch')
  if (accesses.length > 0) {
    return accesses.map(({ text }, index) => ({ name: text, prefix: `access(${index})` }))
  }
  return (machine.frameFunction?.symbols ?? []).slice(0, 1).map(({ name }) => subjectNamed(name))
}

function subjectNamed(of: string): Subject {
  const name = /^address\((.*)\)$/.exec(of)?.[1] ?? of
  return { name: /^0x/.test(name) ? showValue(name) : name, prefix: of }
}
