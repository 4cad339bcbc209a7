/** What a cell of a lesson is, and what comes out when it has run. Plain data: it crosses to the worker and back. */
import type { Diagnostic } from '#engine/diagnostic.ts'
import type { HardwareName } from '#engine/machine/hardware.ts'
import type { SchemeName } from '#engine/memory/scheme.ts'
import type { ImageName } from '#engine/os/images.ts'
import type { Language } from './language.ts'
import type { OwnMistake } from './own-mistake.ts'
import type { ViewData, ViewName } from './view.ts'

/** An executable beside a lesson. */
export interface CellExecutable {
  readonly name: string
  /** Its bytes in base64, where they are at hand. */
  readonly bytes?: string
  /** Where they are fetched from, where they are not. */
  readonly url?: string
  /** What it was made from. */
  readonly source?: { readonly name: string; readonly text: string }
}

/** One `<Cell …/>` of a lesson with its attributes resolved and its snippet read. */
export interface CellDefinition {
  readonly id: string
  /** The snippet's name beside the lesson, as the reader sees it. */
  readonly file: string
  readonly language: Language
  /** The snippet as its author wrote it. */
  readonly source: string
  readonly title?: string
  /** The file that a command names, where the lesson has it. */
  readonly executable?: CellExecutable
  /** The cell whose machine this one starts from; without it the cell boots one. */
  readonly after?: string
  readonly image: ImageName
  readonly scheme: SchemeName
  /** What its machine has besides what its image says. */
  readonly hardware?: HardwareName
  /** The process that runs the cell. */
  readonly process?: string
  readonly layout: 'packed' | 'debug'
  readonly stop: 'before-leave' | 'end'
  readonly show: readonly ViewName[]
  /** The moment of the run that is shown, `after("sub rsp, 8")` or `before("leave")`; without it the end. */
  readonly at?: string
  /** What the program reads from standard input, as it was typed: U+0004 is Ctrl+D. */
  readonly input?: string
  /** What the views are about, in the vocabulary's terms: a variable, or `address(…)`. */
  readonly of: readonly string[]
}

/** A cell's name within its lesson, where its author gave it none: its file's without the ending. */
export function defaultId(file: string): string {
  return file.replace(/\.\w+$/, '')
}

/** What stands above a cell. */
export function shownTitle({ title, file }: CellDefinition): string {
  return title ?? file
}

/** What a reader can see of a cell's progress. */
export type CellState = 'fresh' | 'stale' | 'running' | 'done' | 'diagnostic' | 'interrupted'

/** What running a cell yields. A cell that did not compile has diagnostics and no views. */
export interface CellResult {
  /** `stale`: it could not run, because the cell it comes after has left no machine behind. */
  readonly state: 'done' | 'diagnostic' | 'interrupted' | 'stale'
  readonly diagnostics: readonly Diagnostic[]
  /** How the run ended, in prose, where that needs saying: a fault, the step budget, an interrupt. */
  readonly message?: string
  readonly views: readonly ViewData[]
  /** The program has come so far, in instructions, and could go on from there. */
  readonly goesOnFrom?: number
  /** It goes on as soon as something is typed. */
  readonly waitsForInput?: true
  /** Where the course itself was wrong; what it did right is here all the same. */
  readonly mistakes?: readonly OwnMistake[]
  /** Canonical text of every fact that was asked for and exists. */
  readonly facts: Readonly<Record<string, string>>
}
