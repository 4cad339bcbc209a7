import type { Diagnostic } from '#engine/diagnostic.ts'
import type { CellDefinition, CellState } from '#notebook/shared/cell.ts'
import type { Keeping } from './keeping.ts'
import type { KernelWorker } from './kernel.ts'
import type { Arrival } from '#notebook/shared/kernel-messages.ts'
import type { OwnMistake } from '#notebook/shared/own-mistake.ts'
import type { Origin } from './stored-edits.ts'
import type { ViewData } from '#notebook/shared/view.ts'

/** A cell as the reader has it before them. Replaced by a new one at every change. */
export interface LiveCell {
  readonly definition: CellDefinition
  readonly source: string
  readonly state: CellState
  /** How many runs of the lesson's cells there had been when this one ran last. */
  readonly count?: number
  /** Undefined until the cell has run in the browser: the page's own output stands. */
  readonly views?: readonly ViewData[]
  readonly changed: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
  readonly message?: string
  /** How many instructions have been executed, said of a run that takes long. */
  readonly progress?: number
  /** It waits for the kernel, of which so much has come. */
  readonly coming?: Arrival
  /** The program has come so far, in instructions, and could go on from there. */
  readonly goesOnFrom?: number
  /** What was typed for the program to read. */
  readonly input?: string
  readonly waitsForInput?: true
  /** Where the course itself was wrong. */
  readonly mistakes?: readonly OwnMistake[]
  /** What the reader wrote here earlier, where something else has come in its place, and what that was. */
  readonly offered?: { readonly source: string; readonly inFavourOf: Exclude<Origin, 'own'> }
  /** What is written here is not kept, and why. */
  readonly notice?: string
}

/** What becomes of a cell: what is undefined is not there any more. */
export type CellChange = { readonly [Key in keyof LiveCell]?: LiveCell[Key] | undefined }

/** What the session needs of the page. */
export interface LessonPage {
  readonly cells: readonly CellDefinition[]
  /** Of the lesson's page, where that is not the one that is open. */
  readonly address?: string
  /** What keeps the reader's sources, or how to get it when there is something to keep; none where the page keeps them otherwise. */
  readonly keeping?: Keeping | (() => Promise<Keeping>)
  createWorker(): KernelWorker
  /** Facts that prose asks of a cell. */
  factsAskedOf(cell: string): readonly string[]
  /** Puts new facts into the prose. */
  showFacts(cell: string, facts: Readonly<Record<string, string>>): void
  /** What the page shows of a cell before it has run in the browser. */
  factsShownBy(cell: string): ReadonlyMap<string, string>
}

/** Why a cell did not come to its end. */
export const LOST = {
  unreachable: 'The simulator could not be loaded. Check your connection and run the cell again.',
  silent: 'This cell gave no sign of life for four seconds and was stopped. Change it and run it again.',
  restarted: 'The simulator was restarted before this cell had come to its end. Run it again.',
  failed:
    'The simulator has made a mistake of its own and was restarted. What you wrote is still here; run it again.',
}

export const NOT_KEPT =
  'This browser does not keep what you write here: it will be gone when you leave the page.'
