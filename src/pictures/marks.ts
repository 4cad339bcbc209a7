/**
 * What a picture is made of, as plain data. Lengths are CSS pixels where a reader has not changed the size of text.
 * A mark's key says which mark it is from one state of the machine to the next: what keeps its key moves, and does not
 * blink.
 */
import type { LabelLook } from './lettering.ts'

/** What every mark may have. */
interface OnItsWay {
  /** Of a picture of a way, at which station it is reached, from 0. Where the way is gone step by step, it waits until then. */
  readonly station?: number
}

/** Text on one line; `y` is its baseline. */
export interface Label extends OnItsWay {
  readonly kind: 'label'
  readonly key: string
  readonly x: number
  readonly y: number
  readonly text: string
  readonly look: LabelLook
  readonly anchor?: 'middle' | 'end'
  /** Texts of things that it stands for (thing.ts). */
  readonly things?: string
  /** Facts that it tells: it is marked when a run has changed one. */
  readonly facts?: readonly string[]
  /** Only the compiler knows it: it is gone where a reader looks through another’s eyes. */
  readonly isCompilers?: true
}

/** A rectangle with what is written into it; labels count from its upper left corner. */
export interface Box extends OnItsWay {
  readonly kind: 'box'
  readonly key: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** What it stands for, of which its looks are made. */
  readonly look: string
  readonly labels: readonly Label[]
  readonly things?: string
  readonly facts?: readonly string[]
}

/** A line that leads somewhere, or divides, or hatches. */
export interface Line extends OnItsWay {
  readonly kind: 'line'
  readonly key: string
  readonly path: string
  readonly look: string
  /** Its arrowhead, as a path. */
  readonly head?: string
  /** The corners of what it covers, for those who lay out what is around it. */
  readonly things?: string
}

export type Mark = Label | Box | Line

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly marks: readonly Mark[]
}

/** The same picture for a page and for a phone. */
export interface Picture {
  readonly wide: Drawing
  readonly narrow: Drawing
  /** What there is to see, in a sentence or two. */
  readonly caption: string
}

/** Widths of both. A picture is as high as it needs to be. */
export const WIDE = 680
export const NARROW = 300

export type Format = 'wide' | 'narrow'
