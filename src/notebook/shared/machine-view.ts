/**
 * Views of the whole machine at one moment, as plain data: what a reader looks into beside the prose. `things` are
 * texts of what an element stands for (thing.ts), several with a space between.
 */
import type { CostsView } from './picture-view.ts'
import type { Shown } from './view.ts'

export interface SourceView {
  readonly kind: 'source'
  readonly lines: readonly {
    /** Characters of the source, the line's end not included. */
    readonly from: number
    readonly to: number
    readonly tokens: readonly { readonly text: string; readonly class: string; readonly from: number }[]
    /** Something was compiled from what begins here. */
    readonly hasCode: boolean
    readonly mark?: 'executed' | 'next' | 'both'
  }[]
  /** The next instruction was made from no line of this source. */
  readonly isElsewhere?: true
}

export interface MirView {
  readonly kind: 'mir'
  readonly lines: readonly {
    readonly text: string
    /** How far in it stands. */
    readonly depth: number
    /** The characters of the source that it is from. */
    readonly from?: number
    readonly to?: number
  }[]
}

export interface FlagsView {
  readonly kind: 'flags'
  readonly flags: readonly {
    readonly name: string
    readonly title: string
    readonly bit: number
    readonly value: Shown
    /** What that value says. */
    readonly meaning: string
  }[]
}

/** An entry of a table that is not empty, or a run of neighbours that is passed over. */
export type TreeRow =
  | {
      readonly kind: 'entry'
      readonly depth: number
      readonly level: string
      readonly index: number
      readonly things: string
      readonly entry: Shown
      readonly flags: readonly string[]
      /** Where it leads: the next table, or a frame. Absent where it is not present. */
      readonly next?: string
      /** The page, for an entry that maps one. */
      readonly page?: string
      /** How long that page is, where it is a large one. */
      readonly size?: string
      /** Whose walk goes through it. */
      readonly ways: readonly string[]
    }
  | {
      readonly kind: 'run'
      readonly depth: number
      readonly level: string
      readonly first: number
      readonly last: number
      readonly count: number
      readonly things: string
    }

export interface TreeView {
  readonly kind: 'tree'
  /** Of an offset: how page numbers are told. */
  readonly pageBits: number
  readonly process?: string
  /** Absent where the machine has no page tables. */
  readonly root?: Shown
  readonly isList: boolean
  readonly rows: readonly TreeRow[]
  readonly ways: readonly { readonly of: string; readonly address: string; readonly end: string }[]
}

export interface TlbView {
  readonly kind: 'tlb'
  /** Of an offset: how page numbers are told. */
  readonly pageBits: number
  /** None where nothing is counted; two where instructions have one of their own. */
  readonly tlbs: readonly OneTlb[]
  /** The same counts as numbers, to reckon with. */
  readonly costs?: CostsView
  /** What the OS has told them lately, or should have, in words. */
  readonly told: readonly string[]
}

interface OneTlb {
  readonly holds: 'data' | 'instructions' | 'data and instructions'
  readonly design: {
    readonly entryCount: number
    readonly wayCount: number
    readonly setCount: number
    readonly replacement: string
    readonly isTagged: boolean
  }
  /** Sets that remember something; the entry that would make room next is last. */
  readonly sets: readonly {
    readonly index: number
    readonly entries: readonly {
      readonly things: string
      readonly page: string
      readonly frameBase: string
      /** The process whose page table said so. */
      readonly space: string
      readonly flags: readonly string[]
      /** What the page table says by now, where it says something else. */
      readonly outdated?: string
    }[]
  }[]
  readonly counts: readonly { readonly name: string; readonly value: Shown }[]
}

export type MapsRow =
  | {
      readonly kind: 'region'
      readonly name: string
      readonly things: string
      readonly start: string
      readonly end: string
      readonly rights: string
      readonly pageCount: number
      readonly residentPageCount?: number
      /** Length of its bar, from 0 to 1. */
      readonly length: number
      /** How far up RSP and RIP point into it, from 0 to 1. */
      readonly pointers: readonly { readonly name: string; readonly address: string; readonly at: number }[]
    }
  | {
      readonly kind: 'guard' | 'gap'
      readonly things: string
      readonly start: string
      readonly end: string
      readonly byteCount: string
    }

export interface MapsView {
  readonly kind: 'maps'
  readonly process: string
  /** Whether bars are as long as regions are large, or grow by the same length with each doubling. */
  readonly scale: 'linear' | 'logarithmic'
  /** From the highest address to the lowest. */
  readonly rows: readonly MapsRow[]
  /** The text of /proc/PID/maps, from the lowest address up. */
  readonly text: readonly { readonly things: string; readonly line: string }[]
}

export type FrameKind = 'kernel' | 'table' | 'code' | 'stack' | 'heap' | 'other' | 'shared' | 'zeros' | 'free'

export interface FramesView {
  readonly kind: 'frames'
  readonly frameCount: number
  readonly frameByteCount: number
  readonly perRow: number
  /** Rows of frames; neighbouring rows that are all of one kind are told as one. */
  readonly rows: readonly {
    readonly first: number
    readonly rowCount: number
    readonly kinds: readonly FrameKind[]
    readonly owners: readonly string[]
  }[]
  readonly legend: readonly { readonly kind: FrameKind; readonly count: number; readonly about: string }[]
  /** Frames in use, as runs of neighbours with one owner. */
  readonly runs: readonly { readonly first: number; readonly last: number; readonly about: string }[]
  /** Frames that the stack pointer and the next instruction lie in. */
  readonly marks: readonly { readonly frame: number; readonly name: string }[]
}

export interface SwapView {
  readonly kind: 'swap'
  /** Absent where the machine has no swap area. */
  readonly design?: { readonly placeCount: number; readonly replacement: string }
  /** Pages that have a frame, in the order of their arrival. */
  readonly resident: readonly {
    readonly things: string
    readonly page: string
    readonly processes: string
    readonly frameBase: string
    readonly flags: readonly string[]
    /** The place in the swap area that has the page as it came back. */
    readonly place?: number
    /** The step that will use it, where that is known. */
    readonly usedNext?: number
    readonly leavesNext?: true
  }[]
  /** Places in the swap area whose page is not in RAM. */
  readonly places: readonly {
    readonly place: number
    readonly things: string
    readonly page: string
    readonly processes: string
  }[]
  readonly counts: readonly { readonly name: string; readonly value: Shown }[]
}

export interface HexRow {
  readonly virtual?: string
  readonly physical?: string
  /** From the lowest address; absent where there are no bytes. */
  readonly bytes: readonly Shown[]
  readonly text: string
  /** Whether another page, or frame, begins with it. */
  readonly begins?: true
}

export interface HexView {
  readonly kind: 'hex'
  readonly of: string
  readonly address: string
  readonly byteCount: number
  /** Both go from the lowest address up, and have the same address in the same row. */
  readonly virtual: readonly HexRow[]
  readonly physical: readonly HexRow[]
}

export interface CountersView {
  readonly kind: 'counters'
  readonly counters: readonly { readonly name: string; readonly value: Shown; readonly about: string }[]
}

export interface RegisterFileView {
  readonly kind: 'register-file'
  readonly registers: readonly {
    readonly name: string
    readonly value: Shown
    /** All sixteen digits. */
    readonly digits: string
    /** Names for its low bits: 32, 16, 8, and the 8 above them. */
    readonly names?: { readonly d: string; readonly w: string; readonly b: string; readonly h?: string }
    readonly about?: string
  }[]
}

export interface VectorsView {
  readonly kind: 'vectors'
  /** What the bits can be taken for, and which of it the program takes them for. */
  readonly kinds: readonly string[]
  readonly likely: number
  readonly registers: readonly {
    readonly name: string
    readonly value: Shown
    /** For each kind, the highest element first. */
    readonly elements: readonly (readonly string[])[]
  }[]
  readonly mxcsr: Shown
  /** What MXCSR says, as phrases. */
  readonly modes: readonly string[]
}

export interface CallsView {
  readonly kind: 'calls'
  /** The running function first, then its callers. */
  readonly frames: readonly {
    readonly function: string
    readonly start: string
    readonly end: string
    readonly things: string
    readonly locals: readonly {
      readonly name: string
      readonly type: string
      readonly address: string
      readonly things: string
      readonly value?: Shown
    }[]
    readonly savedRbp?: { readonly address: string; readonly things: string; readonly value: Shown }
    readonly returnAddress?: {
      readonly address: string
      readonly things: string
      readonly value: Shown
      /** The function it leads back to. */
      readonly to?: string
    }
  }[]
  /** The processor is in code that no compiler has described: its label. */
  readonly routine?: string
  /** More frames lie above than are shown. */
  readonly isCut?: true
}

export interface BitsView {
  readonly kind: 'bits'
  readonly addresses: readonly {
    readonly of: string
    readonly virtualAddress: Shown
    readonly things: string
    /** From the highest bit to the lowest. */
    readonly fields: readonly {
      readonly name: string
      readonly part: 'unused' | 'page' | 'index' | 'offset'
      readonly from: number
      readonly bits: string
      readonly value?: Shown
    }[]
  }[]
}

export type MachineViewData =
  | SourceView
  | MirView
  | FlagsView
  | TreeView
  | TlbView
  | MapsView
  | FramesView
  | SwapView
  | HexView
  | CountersView
  | RegisterFileView
  | VectorsView
  | CallsView
  | BitsView
