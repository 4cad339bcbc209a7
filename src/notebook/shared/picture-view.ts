/** Views that are drawn, as plain data; each has the table that says the same. Things as in machine-view.ts. */
import type { TraceKind } from '#engine/machine/access-trace.ts'
import type { CacheDesign } from '#engine/memory/cache.ts'
import type { Costs, Counted } from '#engine/memory/cost.ts'
import type { ReplacementName } from '#engine/os/replacement.ts'
import type { MapsView } from './machine-view.ts'
import type { Shown, SplitField, SplitView, StackSlot, StackView, TableView } from './view.ts'

/** A run of bytes of the stack that belong together. */
export interface FrameSlot {
  readonly what: StackSlot['what']
  /** Of its lowest byte. */
  readonly address: string
  readonly byteCount: number
  /** From the lowest address up. */
  readonly bytes: readonly Shown[]
  readonly things: string
  readonly name?: string
  readonly type?: string
  readonly value?: Shown
  readonly why?: NonNullable<StackSlot['why']>
  /** How many of its bytes, the highest ones, are left out. */
  readonly omitted?: number
  /** Of an array. */
  readonly elementByteCount?: number
  /** Bytes inside it that belong to none of its parts, from its lowest byte. */
  readonly gaps?: readonly { readonly offset: number; readonly size: number }[]
  /** The address that a reference or pointer holds. */
  readonly pointsTo?: string
  /** The function that a return address leads back to. */
  readonly leadsTo?: string
  readonly focus?: true
}

export interface StackFrame {
  readonly function?: string
  readonly isRunning?: true
  /** The fixed point that its distances are measured from. */
  readonly rbp?: string
  /** From the highest address to the lowest. */
  readonly slots: readonly FrameSlot[]
}

export interface FrameView {
  readonly kind: 'frame'
  /** From the highest address to the lowest: the running function's is the last. */
  readonly frames: readonly StackFrame[]
  /** More frames lie above. */
  readonly isCut: boolean
  readonly rsp: Shown
  readonly rbp: Shown
  /** First addresses of pages that begin inside. */
  readonly pageStarts: readonly string[]
  /** What is pointed at elsewhere: on the heap, in the program's data. */
  readonly targets: readonly {
    /** Where the variable begins that points at it. */
    readonly from: string
    readonly address: string
    readonly region: string
    readonly things: string
    readonly text: string
  }[]
  /** The same as a table. */
  readonly stack: StackView
}

/** An entry that was read on the way. */
export interface WalkEntry {
  /** Of the table: `PML4`, or `row` in a list. */
  readonly level: string
  /** Where its table begins. */
  readonly table: string
  readonly index: number
  /** How many entries the table has. */
  readonly of: number
  readonly flags: readonly string[]
  /** Where it leads. */
  readonly next?: string
  /** The number of the page that a list’s row is about. */
  readonly page?: string
  readonly fact: string
  readonly things: string
}

/** The way of one access within one page. */
export interface PageWay {
  readonly virtualAddress: string
  readonly byteCount: number
  readonly things: string
  /** From the highest bit to the lowest, those that choose something. */
  readonly fields: readonly (Omit<SplitField, 'value'> & { readonly value: string })[]
  readonly root?: { readonly base: string; readonly register: string; readonly things: string }
  /** The page’s number, as the TLB keeps it. */
  readonly page: string
  /** What the TLB said. */
  readonly tlb?: 'hit' | 'miss'
  /** In the order in which they were read; none where the TLB knew the answer. */
  readonly entries: readonly WalkEntry[]
  /** The registers that say where the segment lies. */
  readonly segment?: { readonly name: string; readonly base: string; readonly limit: string }
  /** Where it ends. */
  readonly frame?: {
    readonly base: string
    readonly byteCount: number
    readonly physicalAddress: string
    readonly things: string
  }
  /** Some of the frame’s bytes, from the lowest. */
  readonly bytes: readonly {
    readonly address: string
    readonly byte: Shown
    readonly isAccessed: boolean
    /** The variable that it belongs to. */
    readonly name?: string
  }[]
  /** Why it ends before it has got anywhere. */
  readonly fault?: string
}

/** One access: from the instruction to the byte, and back. */
export interface WalkView {
  readonly kind: 'walk'
  readonly access: 'read' | 'write' | 'fetch' | 'look-up'
  /** What is looked up, for people. */
  readonly of: string
  /** What makes the access: an instruction, or a line of an access cell. */
  readonly text?: string
  readonly when?: 'executed' | 'next'
  /** What the address is the sum of. */
  readonly terms: readonly { readonly name?: string; readonly value: string; readonly things?: string }[]
  /** How many bits of an address count bytes within a page. */
  readonly pageBits: number
  /** Two where it lies across the edge of a page. */
  readonly ways: readonly PageWay[]
  /** What the value comes from, or goes into. */
  readonly register?: { readonly name: string; readonly value: string; readonly things: string }
  readonly split: SplitView
  readonly table: TableView
}

/** A number, and its bytes as they lie in memory. */
export interface BytesView {
  readonly kind: 'bytes'
  readonly name: string
  readonly type?: string
  readonly value?: Shown
  /** From the lowest address. */
  readonly bytes: readonly { readonly address: string; readonly byte: Shown; readonly things: string }[]
  /** The same number in eight bytes, from the lowest; absent where the type is no integer, or has eight already. */
  readonly widened?: readonly string[]
  /** The sign is copied into the new bytes; else they are zero. */
  readonly isSigned: boolean
  /** What the first byte alone would be. */
  readonly cut?: { readonly type: string; readonly value: string }
}

/** A page of a process. */
export interface SpacePage {
  readonly start: string
  /** Where it lies in RAM; absent where it is only promised. */
  readonly frame?: string
  /** In which place of the swap area it lies, where it is not in RAM. */
  readonly place?: number
  readonly things: string
}

/** Part of an address space, from the highest down. */
export type SpacePart =
  | {
      readonly kind: 'region'
      readonly name: string
      readonly pages: readonly SpacePage[]
      /** Pages of it that are not shown one by one. */
      readonly more: number
    }
  | { readonly kind: 'gap'; readonly byteCount: string }

/** One to three processes beside one RAM. */
export interface SpacesView {
  readonly kind: 'spaces'
  readonly processes: readonly {
    readonly name: string
    readonly isCurrent: boolean
    readonly parts: readonly SpacePart[]
  }[]
  /** From the highest address down; runs of frames that no page leads to are one row. */
  readonly frames: readonly {
    readonly start: string
    readonly count: number
    readonly about: string
    readonly kind: 'used' | 'table' | 'free' | 'other'
    /** Pages of several processes lie in it. */
    readonly isShared: boolean
    readonly things: string
  }[]
  /** The swap area beside RAM, where there is one. */
  readonly swap?: {
    readonly placeCount: number
    /** Places that hold the only copy of a page. */
    readonly used: readonly number[]
  }
  readonly isPaged: boolean
  /** How many bits of an address count bytes within a page. */
  readonly pageBits: number
  readonly table: TableView
}

/** What happened to a page, in the order in which it is told. */
export const TRACE_KINDS = [
  'access',
  'tlb-miss',
  'cache-miss',
  'first-touch',
  'copied',
  'read-back',
  'evicted',
  'refused',
] as const satisfies readonly TraceKind[]

/** Every access of a run: page against time. */
export interface OverTimeView {
  readonly kind: 'accesses-over-time'
  /** What time is counted in: of programs instructions, of access cells their lines. */
  readonly unit: 'instructions' | 'accesses'
  readonly stepCount: number
  /** The run has more, which is not told. */
  readonly isCut: boolean
  /** Where the reader is, if anywhere in it. */
  readonly step?: number
  /** From the highest address down, process after process; each is as many pages, of which some were used. */
  readonly rows: readonly {
    readonly name: string
    readonly region: string
    readonly things: string
    readonly counts: Readonly<Partial<Record<TraceKind, number>>>
  }[]
  /** What rows are of: on a machine with caches, of their lines. */
  readonly unitOfRows: 'page' | 'line'
  /** How many of them a row stands for. */
  readonly perRow: number
  /** So many steps are told together. */
  readonly columnCount: number
  readonly perColumn: number
  /** Of each kind the places where it happened, as column + columnCount × row, ascending. */
  readonly marks: readonly { readonly kind: TraceKind; readonly places: readonly number[] }[]
  /** Which page leaves when no frame is free, where the machine has such a rule. */
  readonly policy?: ReplacementName
}

/** The same accesses under several rules for which page leaves, on one scale. */
export interface SideBySideView extends Pick<OverTimeView, 'unit' | 'stepCount' | 'isCut'> {
  readonly kind: 'side-by-side'
  /** As in `OverTimeView`; they are those of every panel. */
  readonly rows: readonly Omit<OverTimeView['rows'][number], 'counts'>[]
  readonly panels: readonly (Pick<OverTimeView, 'columnCount' | 'perColumn' | 'marks'> & {
    readonly rule: ReplacementName
    /** Pages, each as often as it was. */
    readonly readBack: number
    readonly evicted: number
  })[]
}

/** How one number follows from another: each point is a run of the machine, with one thing of it changed. */
export interface CurveView {
  readonly kind: 'curve'
  readonly about: 'faults' | 'tlb-misses'
  /** What is changed, and what is counted. */
  readonly x: string
  readonly y: string
  readonly series: readonly {
    readonly name: string
    /** Ascending in x. */
    readonly points: readonly { readonly x: number; readonly y: number }[]
  }[]
  /** So much of it the machine has itself. */
  readonly own?: number
  /** Runs are told of so many first instructions only. */
  readonly cutAt?: number
}

/** An address space to scale. Addresses and sizes are texts of bigints: a page cannot carry them otherwise. */
export interface MapView {
  readonly kind: 'map'
  readonly process: string
  /** How many bits an address of a program has. */
  readonly bits: number
  /** From the lowest address up. */
  readonly regions: readonly { readonly name: string; readonly start: string; readonly end: string }[]
  /** Runs of pages that are in RAM; absent where nothing says which are. */
  readonly resident?: readonly { readonly start: string; readonly end: string }[]
  /** What it can be magnified around; the first is what the cell is about. */
  readonly places: readonly { readonly name: string; readonly address: string }[]
  readonly maps: MapsView
}

/** What was counted, and what each of it costs until a reader says otherwise. */
export interface CostsView {
  readonly counted: Counted
  readonly prices: Costs
}

/** What lies in the caches, the one nearest to the processor first. */
export interface CachesView {
  readonly kind: 'caches'
  readonly caches: readonly {
    readonly name: string
    readonly design: Omit<CacheDesign, 'name' | 'seed'> & { readonly setCount: number }
    readonly usedLines: number
    readonly dirtyLines: number
    readonly sets: readonly {
      readonly index: number
      /** Those that hold something, by way. */
      readonly lines: readonly {
        readonly way: number
        /** Physical address of its first byte. */
        readonly start: string
        readonly isDirty: boolean
        /** Names of what lies in it; empty where it has no owner. */
        readonly whose: string
        readonly things: string
        /** It makes room when its set needs it next. */
        readonly leavesNext?: true
      }[]
    }[]
    /** Sets that hold something and are not shown. */
    readonly hiddenSets: number
    readonly emptySets: number
    readonly counts: readonly { readonly name: string; readonly value: Shown }[]
    readonly missRate?: Shown
  }[]
  readonly costs: CostsView
  readonly cycles?: Shown
  readonly cyclesEach?: Shown
}

export type PictureViewData =
  | FrameView
  | WalkView
  | BytesView
  | SpacesView
  | OverTimeView
  | SideBySideView
  | CurveView
  | MapView
  | CachesView
