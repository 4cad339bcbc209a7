/**
 * What the views of a cell show, as plain data: a machine goes in, one of these comes out, and a component of
 * src/widgets turns it into a table. Every value carries the name of the fact that it is.
 */
import type { MachineViewData } from './machine-view.ts'
import type { PictureViewData } from './picture-view.ts'

/** One value on the page: the fact's name in the vocabulary of facts.ts (empty where it has none), and its canonical text. */
export interface Shown {
  readonly fact: string
  readonly value: string
}

export interface SymbolsView {
  readonly kind: 'symbols'
  readonly function: string
  readonly symbols: readonly {
    readonly name: string
    readonly type: Shown
    readonly size: Shown
    /** Only where the layout observes it. */
    readonly alignment?: Shown
    readonly offset: Shown
  }[]
  /** Bytes that no variable uses, from the highest; where the layout is packed, only those that a reference is the reason of. */
  readonly padding: readonly { readonly why: string; readonly size: number; readonly offset: number }[]
  readonly localBytes: Shown
  readonly frameSize: Shown
}

export interface AssemblyView {
  readonly kind: 'assembly'
  readonly rows: readonly {
    readonly label?: string
    /** What the instructions from here on do together. */
    readonly heading?: string
    readonly address: Shown
    readonly bytes: Shown
    readonly text: Shown
    readonly comment?: string
    readonly mark?: 'executed' | 'next'
  }[]
}

export interface RegistersView {
  readonly kind: 'registers'
  readonly registers: readonly {
    readonly name: string
    readonly value: Shown
    readonly about: string
    /** A name for some of the bits of the register above it, such as AL of RAX. */
    readonly part?: true
  }[]
}

export interface StackByte {
  readonly address: string
  readonly byte: Shown
}

/** A run of stack bytes that belong together, its bytes from the lowest address to the highest. */
export interface StackSlot {
  readonly what: 'variable' | 'return-address' | 'saved-rbp' | 'unused' | 'below' | 'caller' | 'other'
  readonly name?: string
  readonly type?: string
  readonly value?: Shown
  /** How many of its bytes, the highest ones, are left out. */
  readonly omitted?: number
  /** Why bytes of the frame are no variable's. */
  readonly why?: 'alignment' | 'temporaries' | 'rounding'
  readonly bytes: readonly StackByte[]
  /** The slot (or some of it) belongs to what the cell is about. */
  readonly focus?: true
}

export interface StackView {
  readonly kind: 'stack'
  /** From the highest address to the lowest. */
  readonly slots: readonly StackSlot[]
  readonly rsp: Shown
  readonly rbp: Shown
  /** First addresses of pages that begin inside the picture. */
  readonly pageStarts: readonly string[]
}

export interface SplitField {
  readonly name: string
  readonly bits: string
  readonly value?: Shown
  readonly part: 'unused' | 'page' | 'index' | 'offset'
}

export interface SplitView {
  readonly kind: 'split'
  readonly addresses: readonly {
    readonly of: string
    readonly virtualAddress: Shown
    readonly fields: readonly SplitField[]
    readonly page: Shown | undefined
    readonly pageOffset: Shown | undefined
  }[]
}

/** One row of a one-level table. */
export interface TableRow {
  readonly page: Shown
  /** Absent where the page is not present. */
  readonly frameBase?: Shown
  readonly flags: Shown
  readonly owner: 'reader' | 'loader'
  /** What the cell is about is looked up in this row. */
  readonly used?: string
}

export interface WalkStep {
  readonly level: string
  readonly table: Shown
  readonly index: Shown
  readonly entryAddress: Shown
  readonly entry: Shown
  /** Base address of the next table or of the frame; absent where the walk ended in a fault. */
  readonly next?: Shown
}

export interface TableView {
  readonly kind: 'table'
  readonly scheme: string
  readonly process?: string
  readonly root?: Shown
  /** Base and limit of each segment, where registers do what page tables do elsewhere. */
  readonly segments: readonly {
    readonly name: string
    readonly base: string
    readonly limit: string
    readonly grows: 'up' | 'down'
  }[]
  readonly rows: readonly TableRow[]
  readonly walks: readonly {
    readonly of: string
    readonly virtualAddress: Shown
    readonly steps: readonly WalkStep[]
    readonly pageOffset?: Shown
    readonly physicalAddress?: Shown
  }[]
}

export interface RamView {
  readonly kind: 'ram'
  /** Of an offset: how page numbers are told. */
  readonly pageBits: number
  /** Frames from the highest address to the lowest, rows of eight bytes likewise; bytes of a row ascend. */
  readonly frames: readonly {
    readonly base: string
    readonly page?: string
    readonly rows: readonly {
      readonly address: string
      readonly bytes: readonly (Shown & { readonly focus?: true })[]
    }[]
  }[]
  readonly of?: string
  /** How many bytes of those, the last ones, are left out. */
  readonly omitted?: number
}

export interface StepsView {
  readonly kind: 'steps'
  readonly registers: readonly string[]
  readonly rows: readonly {
    readonly text: string
    readonly values: readonly (Shown & { readonly register: string })[]
  }[]
  /** How many instructions ran in all, where more ran than are shown. */
  readonly more?: Shown
}

export interface ConsoleView {
  readonly kind: 'console'
  readonly output: Shown
  /** The output in pieces, where some of it went to standard error. */
  readonly parts?: readonly { readonly text: string; readonly isError: boolean }[]
  /** Where the program reads: what was typed for it, and whether it waits for more. */
  readonly input?: { readonly typed: string; readonly waits: boolean }
}

export interface FilmView {
  readonly kind: 'film'
  /** The address of each word of eight bytes, from the lowest. */
  readonly words: readonly string[]
  readonly rows: readonly { readonly text: string; readonly bytes: Shown }[]
}

export interface RegionsView {
  readonly kind: 'regions'
  readonly process: string
  readonly regions: readonly {
    readonly name: string
    readonly start: Shown
    readonly end: Shown
    readonly size: Shown
    readonly rights?: string
  }[]
}

export interface AccessesView {
  readonly kind: 'accesses'
  readonly accesses: readonly {
    readonly text: string
    readonly process?: string
    readonly virtualAddress: Shown
    readonly parts: readonly {
      readonly page?: Shown
      readonly pageOffset?: Shown
      readonly frameBase?: Shown
      readonly physicalAddress?: Shown
    }[]
    readonly bytes?: Shown
    readonly value?: Shown
    /** What it took, and what of it for what: `TLB 1, page table 2 × 100, RAM 100`. */
    readonly cost?: { readonly cycles: Shown; readonly parts: string }
    /** What the operating system did so that the access could be made. */
    readonly answers?: readonly string[]
    readonly fault?: string
  }[]
}

/** One value all the way down, each stage told with who is responsible for it. */
export interface JourneyView {
  readonly kind: 'journey'
  readonly name: string
  readonly type: Shown
  readonly offset: Shown
  readonly rbp: Shown
  readonly virtualAddress: Shown
  readonly page?: Shown
  readonly pageOffset?: Shown
  readonly frameBase?: Shown
  readonly physicalAddress?: Shown
  readonly bytes?: Shown
  readonly value?: Shown
}

/** All views: a new one is named here, in worker/views/make-view.ts and in widgets/output/views.ts. */
export type ViewData =
  | SymbolsView
  | AssemblyView
  | RegistersView
  | StackView
  | SplitView
  | TableView
  | RamView
  | StepsView
  | FilmView
  | ConsoleView
  | RegionsView
  | AccessesView
  | JourneyView
  | MachineViewData
  | PictureViewData

export type ViewName = ViewData['kind']

/** What the view of a name shows. */
export type ViewOf<Name extends ViewName> = Extract<ViewData, { readonly kind: Name }>
