/** Moments of a cell's run: how a reader asks for one, and what the worker answers. */
import type { Direction } from '#engine/machine/search.ts'
import type { Breakpoint } from './breakpoint.ts'
import type { OwnMistake } from './own-mistake.ts'
import type { ViewData, ViewName } from './view.ts'

/** Where in time a reader wants to go. */
export type Travel =
  | { readonly to: 'step'; readonly step: number }
  /** Just before the last step that reads or writes what the cell is about; else the end. */
  | { readonly to: 'subject' }
  /** The next line of the source; calls are executed whole. */
  | { readonly to: 'line'; readonly direction: Direction }
  /** The next instruction of the same function: calls are executed whole. */
  | { readonly to: 'over'; readonly direction: Direction }
  /** Where the function was called from. */
  | { readonly to: 'out'; readonly direction: Direction }
  /** When code is the next to be executed: an instruction, or what characters of the source were compiled to. */
  | { readonly to: 'place'; readonly thing: string; readonly direction: Direction }
  /** Where it was written last, up to now. */
  | { readonly to: 'write'; readonly thing: string }
  | { readonly to: 'fault'; readonly direction: Direction }
  | {
      readonly to: 'breakpoint'
      readonly direction: Direction
      readonly breakpoints: readonly Breakpoint[]
    }

/** How far something has been looked for that is not found yet. */
export interface Searched {
  /** Instructions. */
  readonly steps: number
  /** How deeply calls are nested there, compared with where the reader is. */
  readonly depth: number
}

/** What a reader asks of a cell's machine: where to go in time, and what to show there. */
export interface Look {
  readonly travel?: Travel
  /** What the last look has answered: it is looked for from there on. */
  readonly searched?: Searched
  readonly show: readonly ViewName[]
  /** Whether the next instruction is to be taken apart. */
  readonly phases?: boolean
  /** At which of its phases the reader is: that one is told of, where nothing is pointed at. */
  readonly phase?: number
  /** What is pointed at, as the text of a thing. */
  readonly thing?: string
}

/** An instruction at its address, as the timeline tells it. */
export interface MomentInstruction {
  readonly address: string
  readonly text: string
  /** What the compiler says of it. */
  readonly comment?: string
  /** The line of the source it comes from, from 0. */
  readonly line?: number
}

/** A machine at one moment of its run, as plain data. */
export interface Moment {
  /** How many instructions have been executed, and how many the run has. */
  readonly step: number
  readonly newest: number
  readonly executed?: MomentInstruction
  readonly next?: MomentInstruction
  /** The function that the next instruction belongs to. */
  readonly function?: string
  /** The function whose frame is shown, as it last was, where the program has ended. */
  readonly lastFrameOf?: string
  /** Why the reader is not where they wanted to go. */
  readonly note?: string
  /** Where they wanted to go is not found yet: who asks again, from here, has it looked for further. */
  readonly searched?: Searched
  readonly views: readonly ViewData[]
  /** Where the course itself was wrong. */
  readonly mistakes?: readonly OwnMistake[]
  /** What the next instruction will do; empty where it was not asked for. */
  readonly phases: readonly PhaseRow[]
  /** What is pointed at is code, and not data. */
  readonly isCode: boolean
  /** Texts of the things that belong to what is pointed at. */
  readonly related: readonly string[]
}

/** One phase of a step, in words. */
export interface PhaseRow {
  readonly title: string
  readonly detail: string
  /** Who does it. */
  readonly who: 'cpu' | 'os' | 'ram'
  /** The thing it is about, as its text. */
  readonly thing?: string
  /** Where it is on the way of an address; nowhere, where that is not under way or done. */
  readonly place?: WalkPlace
}

/** A station of the way that the picture of an access shows, by its name (walk-stations.ts). */
export interface WalkPlace {
  /** Whose address is looked up: that of the instruction itself, or of what it reads or writes first. */
  readonly of: 'fetch' | 'access'
  readonly station: string
}
