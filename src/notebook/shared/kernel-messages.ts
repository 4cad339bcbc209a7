/** What the page and the kernel's worker say to each other. */
import type { CellDefinition, CellResult } from './cell.ts'
import type { AssistAnswer, AssistQuestion } from './assist.ts'
import type { OwnMistake } from './own-mistake.ts'
import type { Look, Moment } from './moment.ts'

/** One cell to run, with the source as the reader has it, and the facts that prose asks of it. */
export interface CellJob {
  readonly cell: CellDefinition
  readonly facts: readonly string[]
  /** Its last run had come so far, in instructions, and is to go on from there. */
  readonly goOnFrom?: number
}

/** How much of the kernel is here, of what is waited for: numbers of files. */
export interface Arrival {
  readonly come: number
  readonly of: number
}

export type ToKernel =
  /** Replaces whatever is still to do. */
  | { readonly type: 'run'; readonly run: number; readonly jobs: readonly CellJob[] }
  | { readonly type: 'interrupt' }
  /** The reader may be about to run this. Answered with `foreseen`, if the run is over soon. */
  | { readonly type: 'foresee'; readonly run: number; readonly job: CellJob }
  /** Answered with `assistance` or a `moment` of the same number. */
  | { readonly type: 'assist'; readonly number: number; readonly question: AssistQuestion }
  | { readonly type: 'look'; readonly number: number; readonly cell: string; readonly look: Look }

export type FromKernel =
  | { readonly type: 'ready' }
  | { readonly type: 'started'; readonly run: number; readonly cell: string }
  /** Said every now and then while a cell runs: silence means that the worker hangs. */
  | {
      readonly type: 'alive'
      readonly run: number
      readonly cell: string
      /** How many instructions have been executed. */
      readonly steps: number
    }
  /** Of what the first cells need so many files have come. */
  | ({ readonly type: 'coming' } & Arrival)
  /** A part of the kernel is fetched, which may take any time; and it has come, or is waited for no longer. */
  | { readonly type: 'fetching' }
  | { readonly type: 'fetched' }
  /** It could not be fetched, and this worker will not fetch it any more. */
  | { readonly type: 'unreachable' }
  | { readonly type: 'result'; readonly run: number; readonly cell: string; readonly result: CellResult }
  | { readonly type: 'finished'; readonly run: number }
  | {
      readonly type: 'foreseen'
      readonly run: number
      readonly job: CellJob
      readonly result: CellResult
    }
  /** Without a moment where the cell has not run to an end. */
  | {
      readonly type: 'assistance'
      readonly number: number
      readonly answer: AssistAnswer | undefined
      readonly mistakes?: readonly OwnMistake[]
    }
  | {
      readonly type: 'moment'
      readonly number: number
      readonly moment: Moment | undefined
      readonly mistakes?: readonly OwnMistake[]
    }
