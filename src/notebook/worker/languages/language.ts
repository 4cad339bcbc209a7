/** What the worker has to know of a cell language: one of these for each, registered in languages.ts. */
import type { Diagnostic } from '#engine/diagnostic.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { AssistQuestion, Explanation, Suggestion, Word } from '#notebook/shared/assist.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'

/** What a cell's source has come to on its machine: mistakes, or something done, or a program about to run. */
export interface Prepared {
  readonly diagnostics: readonly Diagnostic[]
  /** Something to say where all is well. */
  readonly remark?: string
  /** The machine is ready to run a program. */
  readonly runs: boolean
  /** The program is too large for this machine, and not for every one. */
  readonly isTooLarge?: boolean
  /** The program prints or allocates. */
  readonly asksSystem?: boolean
}

/** What stands beside a word that is explained. */
export type Card = Pick<Explanation, 'title' | 'lines'>

export interface WorkerLanguage {
  /** Brings a source onto a machine. Where there is an error among the diagnostics the machine is as before. */
  readonly prepare: (machine: Machine, cell: CellDefinition) => Prepared
  /** The machine that a source describes, where it does; undefined where it has a mistake. */
  readonly makeMachine?: (cell: CellDefinition) => Machine | undefined
  /** It needs no machine that could run programs of x86-64. */
  readonly worksOnBareMachines?: true
  /** It is a Linux process wherever it stands. */
  readonly isProcess?: true
  /** All that could stand at a place. @param isFirst the word there is the first of its line */
  readonly suggest?: (question: AssistQuestion, isFirst: boolean) => readonly Suggestion[]
  /** The word at a place, where it is another than usual. */
  readonly wordAt?: (source: string, at: number) => Word
  /** What a word means. @param machine as the cell has left it, where it has run */
  readonly explain?: (word: Word, question: AssistQuestion, machine: Machine | undefined) => Card | undefined
}

/** A cell that would do nothing is more likely a slip than a wish. */
export function nothingToDo(source: string, whatToWrite: string): Prepared {
  const message = `There is nothing to do here yet. Write ${whatToWrite}.`
  return { diagnostics: [{ severity: 'error', message, from: 0, to: source.length }], runs: false }
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}
