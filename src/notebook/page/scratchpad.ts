import type { KernelWorker } from './kernel.ts'
import { LessonSession } from './lesson-session.ts'
import { definitionsOf, firstPad, isUntouched, MOST_CELLS, type Pad, type PadCell } from './pad.ts'
import { REFUSALS } from './refusals.ts'
import type { Refusal } from './shelf.ts'
import type { StoredPad } from './stored-pad.ts'
import type { Bringer } from './take-in.ts'

const MOST_UNDONE = 100

const DAMAGED =
  'Something that was kept here could not be read any more: what is left of it is among the deleted cells.'
const TOO_MANY = `A pad has ${MOST_CELLS} cells at most. Delete one that you don’t need: it can be brought back.`
const UNREACHABLE = 'What this takes could not be loaded. Check your connection and try again.'

/** What the reader has before them. Replaced by a new one at every change. */
export interface ScratchpadState {
  readonly pad: Pad
  /** Something to say about the whole pad. */
  readonly said: string
  readonly canUndo: boolean
  /** Cells that were taken out, the last one first. */
  readonly removed: Pad
}

/** A step that can be undone. */
interface Step {
  readonly before: Pad
  readonly after: Pad
}

/** The scratchpad: its cells, what was done to them, and where they are kept. */
export class Scratchpad {
  readonly session: LessonSession
  readonly #store: StoredPad
  readonly #onChange: () => void
  #now: ScratchpadState
  #steps: readonly Step[] = []
  /** The source of each cell that this page has read or kept last. */
  readonly #known = new Map<string, string>()
  /** Cells whose source was written here, and not taken over from another tab. */
  readonly #written = new Set<string>()
  /** What is not kept, by cell; by the empty name, the order of them. */
  readonly #refused = new Map<string, Refusal>()
  #isSetting = false
  readonly #watching = new Map<string, () => void>()

  constructor(store: StoredPad, createWorker: () => KernelWorker, onChange: () => void) {
    this.#store = store
    this.#onChange = onChange
    const kept = store.read()
    const pad = kept.length > 0 ? kept : firstPad()
    for (const { id, source } of kept) this.#known.set(id, source)
    const said = store.isDamaged ? DAMAGED : store.isAbsent ? REFUSALS.absent : ''
    this.#now = { pad, said, canUndo: false, removed: store.removed() }
    this.session = new LessonSession({
      cells: definitionsOf(pad),
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

  /** The pad with the sources as they are now. */
  get cells(): Pad {
    return this.#withSources(this.#now.pad)
  }

  say(said: string): void {
    this.#change({ said })
  }

  /** Makes another pad of it, whose cells keep what was written into them; it can be undone. */
  change(pad: Pad): void {
    const before = this.cells
    if (pad === this.#now.pad) return
    if (pad.length > MOST_CELLS) return this.say(TOO_MANY)
    const after = this.#withSources(pad)
    this.#steps = [...this.#steps.slice(-MOST_UNDONE), { before, after }]
    this.#set(after)
  }

  /** Takes back the last change; whatever has happened since to other cells, here or in another tab, is no part of it. */
  async undo(): Promise<void> {
    const loaded = await this.fetch(() => import('./pads-together.ts'))
    if (loaded === undefined) return
    const last = this.#steps.at(-1)
    if (last === undefined) return this.say('There is nothing to undo.')
    this.#steps = this.#steps.slice(0, -1)
    const pad = loaded.undone(this.cells, last.before, last.after)
    if (pad.length > MOST_CELLS) return this.say(TOO_MANY)
    this.#set(pad)
  }

  /** Puts a cell that was taken out at the end of the pad. */
  bringBack(id: string): void {
    const cell = this.#now.removed.find((each) => each.id === id)
    if (cell !== undefined) this.change([...this.cells, cell])
  }

  /** The storage has changed, by another tab or because the reader has emptied it: this tab shows the same from now on. */
  attend(key: string | null, text: string | null): void {
    if (!this.#store.attend(key, text)) return
    const there = this.#store.read()
    // What was deleted there, as it was known there, may have been written into here since.
    const unkept = this.cells.filter(
      (cell) =>
        !there.some(({ id }) => id === cell.id) &&
        !isUntouched(cell) &&
        this.#store.putAside(cell) !== undefined,
    )
    // An emptied pad is being put back by another tab, or was never kept.
    if (there.length === 0) return
    this.#isSetting = true
    this.#show([...there.map((cell) => this.#reread(cell)), ...unkept])
    this.#isSetting = false
  }

  /** What another tab has written into a cell. What was written here and not there is put aside. */
  #reread(cell: PadCell): PadCell {
    const { id, source } = cell
    if (!this.session.has(id)) this.#known.set(id, source)
    const here = this.session.has(id) ? this.session.cell(id).source : source
    if (here === source) return cell
    const mine = { ...cell, source: here }
    if (this.#written.has(id) && !isUntouched(mine) && this.#store.putAside(mine) !== undefined) return mine
    this.#written.delete(id)
    this.#known.set(id, source)
    return cell
  }

  /**
   * Takes in what a link carries, below what is here.
   * @returns whether the address may let go of it
   */
  async takeLink(fragment: string): Promise<boolean> {
    const loaded = await this.fetch(() => import('./pad-links.ts'))
    if (loaded === undefined) return false
    const other = await loaded.readPadFragment(fragment)
    if (other !== undefined) return this.takeIn(other, 'link')
    this.say(loaded.UNREADABLE)
    return true
  }

  /** Takes in other cells, below what is here. @returns whether all of them are kept here now */
  async takeIn(other: Pad, by: Bringer): Promise<boolean> {
    const loaded = await this.fetch(() => import('./take-in.ts'))
    if (loaded === undefined) return false
    const own = this.cells
    const { pad, said, isTaken } = loaded.takeIn(own, other, this.#known.size > 0, by)
    if (pad !== own) this.change(pad)
    const isKept = this.#refused.size === 0
    // A change that is not kept has said so.
    if (said !== '' && (isKept || pad === own)) this.say(said)
    return isKept && isTaken
  }

  /** What something takes that the reader asks for; where that can't be had it is said, and the answer is undefined. */
  async fetch<Module>(load: () => Promise<Module>): Promise<Module | undefined> {
    try {
      return await load()
    } catch {
      this.say(UNREACHABLE)
      return undefined
    }
  }

  /** Cells that are there keep what is written in them. */
  #withSources(pad: Pad): Pad {
    return pad.map((cell) =>
      this.session.has(cell.id) ? { ...cell, source: this.session.cell(cell.id).source } : cell,
    )
  }

  #set(pad: Pad): void {
    const now = this.cells
    // A pad that nothing was written into yet is kept as a whole by its first change.
    const before = new Set(this.#known.size === 0 ? [] : now.map((cell) => JSON.stringify(cell)))
    const gone = now.filter(({ id }) => !pad.some((cell) => cell.id === id))
    this.#isSetting = true
    this.#show(pad)
    this.#isSetting = false
    for (const cell of gone) this.#tell(cell.id, this.#takeOut(cell))
    const news = pad.filter((cell) => !before.has(JSON.stringify(cell)))
    for (const cell of news) this.#tell(cell.id, this.#keepCell(cell))
    this.#tell('', this.#store.keepOrder(pad))
    this.#change({ removed: this.#store.removed() })
  }

  #show(pad: Pad): void {
    this.session.setCells(definitionsOf(pad))
    for (const { id, source } of pad) this.session.edit(id, source)
    this.#watchSources(pad)
    this.#change({ pad, removed: this.#store.removed() })
  }

  #takeOut(cell: PadCell): Refusal | undefined {
    const known = this.#known.get(cell.id)
    this.#known.delete(cell.id)
    this.#refused.delete(cell.id)
    return isUntouched(cell) ? this.#store.remove(cell, known) : this.#store.takeOut(cell, known)
  }

  #keepCell(cell: PadCell): Refusal | undefined {
    const refusal = this.#store.keep(cell, this.#known.get(cell.id))
    if (refusal === undefined) this.#known.set(cell.id, cell.source)
    return refusal
  }

  #watchSources(pad = this.#now.pad): void {
    for (const { id } of pad) {
      if (!this.#watching.has(id))
        this.#watching.set(
          id,
          this.session.subscribe(id, () => this.#keep(id)),
        )
    }
    for (const [id, stop] of this.#watching) {
      if (pad.some((cell) => cell.id === id)) continue
      stop()
      this.#watching.delete(id)
    }
  }

  /** A cell has changed: where that is its source, it is kept. */
  #keep(id: string): void {
    const cell = this.#now.pad.find((each) => each.id === id)
    if (this.#isSetting || cell === undefined || !this.session.has(id)) return
    const { source } = this.session.cell(id)
    const known = this.#known.get(id) ?? cell.source
    if (source === known && !this.#refused.has(id)) return
    this.#written.add(id)
    if (this.#known.size === 0) this.#tell('', this.#store.keepOrder(this.#now.pad))
    this.#tell(id, this.#keepCell({ ...cell, source }))
  }

  /** Says once that something is not kept, and takes it back when all of it is. */
  #tell(id: string, refusal: Refusal | undefined): void {
    const isSaid = [...this.#refused.values()].includes(refusal as Refusal)
    const wasRefused = this.#refused.delete(id)
    if (refusal !== undefined) this.#refused.set(id, refusal)
    if (refusal !== undefined && !isSaid) this.say(REFUSALS[refusal])
    else if (wasRefused && this.#refused.size === 0) this.say('')
  }

  #change(change: Partial<ScratchpadState>): void {
    this.#now = { ...this.#now, ...change, canUndo: this.#steps.length > 0 }
    this.#onChange()
  }
}
