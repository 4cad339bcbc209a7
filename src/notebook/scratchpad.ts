import type { KernelWorker } from './kernel.ts'
import { NOT_KEPT } from './lesson-page.ts'
import { LessonSession } from './lesson-session.ts'
import { definitionsOf, joined, readPad, withCell, type Pad } from './pad.ts'
import { linkFragment, readFragment, type SharedSources } from './share-link.ts'
import { StoredEdits } from './stored-edits.ts'

/** The name under which a link carries a whole pad. */
const IN_LINK = 'scratchpad'
const MOST_UNDONE = 100

const DAMAGED = 'What was kept here could not be read any more, so this is a new scratchpad.'
const JOINED = 'The cells that came with the link are below your own.'
const UNREADABLE =
  'The link that brought you here carries cells that cannot be read: perhaps it was cut off on the way. Ask for it again.'

/** Where a pad is kept: `localStorage`, of which each call may throw. */
export interface PadStore {
  read(): string | null
  write(text: string): void
}

/** What the reader has before them. Replaced by a new one at every change. */
export interface ScratchpadState {
  readonly pad: Pad
  /** Something to say about the whole pad. */
  readonly said: string
  readonly canUndo: boolean
}

/** The scratchpad: its cells, what was done to them, and where they are kept. */
export class Scratchpad {
  readonly session: LessonSession
  readonly #store: PadStore
  readonly #onChange: () => void
  #now: ScratchpadState
  #undone: readonly Pad[] = []
  #isAdopting = false
  readonly #watching = new Map<string, () => void>()

  constructor(store: PadStore, createWorker: () => KernelWorker, onChange: () => void) {
    this.#store = store
    this.#onChange = onChange
    const { pad, said } = this.#read()
    this.#now = { pad: pad ?? withCell([], 0, 'rust'), said, canUndo: false }
    this.session = new LessonSession({
      cells: definitionsOf(this.#now.pad),
      // A pad keeps its sources itself, all together.
      edits: new StoredEdits('', () => ({ getItem: () => null, setItem: () => {}, removeItem: () => {} })),
      createWorker,
      factsAskedOf: () => [],
      showFacts: () => {},
      factsShownBy: () => new Map(),
    })
    this.#watchSources()
  }

  get now(): ScratchpadState {
    return this.#now
  }

  say(said: string): void {
    this.#change({ said })
  }

  /** Makes another pad of it, whose cells keep what was written into them; it can be undone. */
  change(pad: Pad): void {
    if (pad === this.#now.pad) return
    this.#undone = [...this.#undone.slice(-MOST_UNDONE), this.#current()]
    this.#set(this.#withSources(pad))
  }

  /** Takes back the last change; what was written since into cells that stay is no part of it. */
  undo(): void {
    const last = this.#undone.at(-1)
    if (last === undefined) return
    this.#undone = this.#undone.slice(0, -1)
    this.#set(this.#withSources(last))
  }

  /** Another tab has written a pad: this one shows the same from now on, so that neither overwrites the other. */
  adopt(text: string): void {
    const other = readPad(text)
    if (other === undefined || text === JSON.stringify(this.#current())) return
    // Nothing of it is written back: two tabs would answer each other for ever.
    this.#isAdopting = true
    this.#set(other)
    this.#isAdopting = false
  }

  /** Takes in what a link carries, below what is here. */
  async takeLink(fragment: string): Promise<void> {
    const link = await readFragment(fragment)
    if (link.kind === 'none') return
    const text = link.kind === 'sources' ? link.sources.get(IN_LINK) : undefined
    const other = text === undefined ? undefined : readPad(text)
    if (other === undefined) return this.say(UNREADABLE)
    const isNew = this.#read().pad === undefined
    this.change(isNew ? other : joined(this.#current(), other))
    if (!isNew) this.say(JOINED)
  }

  /** The fragment that carries all cells as they are now. */
  linkFragment(): Promise<string> {
    const shared: SharedSources = new Map([[IN_LINK, JSON.stringify(this.#current())]])
    return linkFragment(shared)
  }

  /** Cells that are there keep what is written in them. */
  #withSources(pad: Pad): Pad {
    const sources = new Map(this.#current().map(({ id, source }) => [id, source]))
    return pad.map((cell) => ({ ...cell, source: sources.get(cell.id) ?? cell.source }))
  }

  /** The pad with the sources as they are now. */
  #current(): Pad {
    return this.#now.pad.map((cell) => ({ ...cell, source: this.session.cell(cell.id).source }))
  }

  #set(pad: Pad): void {
    this.session.setCells(definitionsOf(pad))
    for (const { id, source } of pad) this.session.edit(id, source)
    this.#change({ pad })
    this.#watchSources()
    this.#keep()
  }

  #watchSources(): void {
    for (const { id } of this.#now.pad) {
      if (!this.#watching.has(id))
        this.#watching.set(
          id,
          this.session.subscribe(id, () => this.#keep()),
        )
    }
    for (const [id, stop] of this.#watching) {
      if (this.#now.pad.some((cell) => cell.id === id)) continue
      stop()
      this.#watching.delete(id)
    }
  }

  #read(): { pad: Pad | undefined; said: string } {
    try {
      const text = this.#store.read()
      const pad = text === null ? undefined : readPad(text)
      return { pad, said: text !== null && pad === undefined ? DAMAGED : '' }
    } catch {
      return { pad: undefined, said: NOT_KEPT }
    }
  }

  #keep(): void {
    // While cells are exchanged some have gone whose last word is still to come.
    if (this.#isAdopting || this.#now.pad.some(({ id }) => !this.session.has(id))) return
    try {
      this.#store.write(JSON.stringify(this.#current()))
    } catch {
      this.say(NOT_KEPT)
    }
  }

  #change(change: Partial<ScratchpadState>): void {
    this.#now = { ...this.#now, ...change, canUndo: this.#undone.length > 0 }
    this.#onChange()
  }
}
