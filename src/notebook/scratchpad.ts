import type { KernelWorker } from './kernel.ts'
import { LessonSession } from './lesson-session.ts'
import { definitionsOf, isUntouched, MOST_CELLS, readPad, withCell, type Pad, type PadCell } from './pad.ts'
import { REFUSALS } from './refusals.ts'
import type { SharedSources } from './share-link.ts'
import type { Refusal } from './shelf.ts'
import type { StoredPad } from './stored-pad.ts'

/** The name under which a link carries a whole pad. */
const IN_LINK = 'scratchpad'
const MOST_UNDONE = 100

const DAMAGED =
  'Something that was kept here could not be read any more: what is left of it is among the deleted cells.'
const JOINED = 'The cells that came with the link are below your own.'
const KNOWN = 'You have the cells of this link already.'
const UNREADABLE =
  'The link that brought you here carries cells that cannot be read: perhaps it was cut off on the way. Ask for it again.'
const TOO_MANY = `A pad has ${MOST_CELLS} cells at most. Delete one that you don’t need: it can be brought back.`
const NO_ROOM = `With the cells of the link the pad would have more than ${MOST_CELLS}, so none was added. Delete some, then reload the page: the link is still in its address.`

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
    const pad = kept.length > 0 ? kept : withCell([], 0, 'rust')
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

  say(said: string): void {
    this.#change({ said })
  }

  /** Makes another pad of it, whose cells keep what was written into them; it can be undone. */
  change(pad: Pad): void {
    const before = this.#current()
    if (pad === this.#now.pad) return
    if (pad.length > MOST_CELLS) return this.say(TOO_MANY)
    const after = this.#withSources(pad)
    this.#steps = [...this.#steps.slice(-MOST_UNDONE), { before, after }]
    this.#set(after)
  }

  /** Takes back the last change; whatever has happened since to other cells, here or in another tab, is no part of it. */
  async undo(): Promise<void> {
    const loaded = await import('./pads-together.ts').catch(() => undefined)
    if (loaded === undefined) return this.say(UNREACHABLE)
    const last = this.#steps.at(-1)
    if (last === undefined) return this.say('There is nothing to undo.')
    this.#steps = this.#steps.slice(0, -1)
    const pad = loaded.undone(this.#current(), last.before, last.after)
    if (pad.length > MOST_CELLS) return this.say(TOO_MANY)
    this.#set(pad)
  }

  /** Puts a cell that was taken out at the end of the pad. */
  bringBack(id: string): void {
    const cell = this.#now.removed.find((each) => each.id === id)
    if (cell !== undefined) this.change([...this.#current(), cell])
  }

  /** The storage has changed, by another tab or because somebody has emptied it: this tab shows the same from now on. */
  attend(key: string | null, text: string | null): void {
    if (!this.#store.attend(key, text)) return
    const there = this.#store.read()
    // An emptied pad is being put back by somebody, or was never kept.
    if (there.length === 0) return
    this.#isSetting = true
    this.#show(there.map((cell) => this.#reread(cell)))
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
    const loaded = await fetchTogether()
    if (loaded === undefined) {
      this.say(UNREACHABLE)
      return false
    }
    const link = await loaded.readFragment(fragment)
    if (link.kind === 'none') return false
    const text = link.kind === 'sources' ? link.sources.get(IN_LINK) : undefined
    const other = text === undefined ? undefined : readPad(text)
    if (other === undefined) {
      this.say(UNREADABLE)
      return true
    }
    const own = this.#current()
    const isNew = own.every(isUntouched) && this.#known.size === 0
    const both = loaded.joined(own, other)
    const pad = isNew && both.length > own.length ? both.slice(own.length) : both
    if (pad.length > MOST_CELLS) {
      this.say(NO_ROOM)
      return false
    }
    if (pad === own) this.say(KNOWN)
    else this.change(pad)
    const isKept = this.#refused.size === 0
    if (isKept && !isNew && pad !== own) this.say(JOINED)
    return isKept
  }

  /** The fragment that carries all cells as they are now; undefined where that is too much. */
  async linkFragment(): Promise<string | undefined> {
    const { linkFragment } = await import('./share-link.ts')
    const shared: SharedSources = new Map([[IN_LINK, JSON.stringify(this.#current())]])
    return linkFragment(shared)
  }

  /** Cells that are there keep what is written in them. */
  #withSources(pad: Pad): Pad {
    return pad.map((cell) =>
      this.session.has(cell.id) ? { ...cell, source: this.session.cell(cell.id).source } : cell,
    )
  }

  /** The pad with the sources as they are now. */
  #current(): Pad {
    return this.#withSources(this.#now.pad)
  }

  #set(pad: Pad): void {
    const now = this.#current()
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
    this.#known.delete(cell.id)
    this.#refused.delete(cell.id)
    if (!isUntouched(cell)) return this.#store.takeOut(cell)
    this.#store.drop(cell.id)
    return undefined
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

/** What reads a link and what takes its cells in. */
async function fetchTogether() {
  try {
    const [link, pads] = await Promise.all([import('./share-link.ts'), import('./pads-together.ts')])
    return { ...link, ...pads }
  } catch {
    return undefined
  }
}
