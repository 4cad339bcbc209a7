import { createKernel } from '#notebook/create-kernel.ts'
import { useSession } from '#notebook/lesson-in-browser.ts'
import { LessonSession } from '#notebook/lesson-session.ts'
import { definitionsOf, joined, readPad, withCell, type Pad } from '#notebook/pad.ts'
import { linkFragment, readFragment } from '#notebook/share-link.ts'
import { StoredEdits } from '#notebook/stored-edits.ts'

const KEY = `pagewalk:${import.meta.env.BASE_URL}:scratchpad`
/** The name under which a link carries a whole pad. */
const IN_LINK = 'scratchpad'
const MOST_UNDONE = 100

const NOT_KEPT = 'This browser does not keep what you write here: it will be gone when you leave the page.'
const DAMAGED = 'What was kept here could not be read any more, so this is a new scratchpad.'
const JOINED = 'The cells that came with the link are below your own.'

/** The scratchpad in the browser: its cells, what was done to them, and where they are kept. */
export class Scratchpad {
  pad = $state.raw<Pad>([])
  /** Something to say about the whole pad. */
  said = $state('')
  #undone = $state.raw<readonly Pad[]>([])
  readonly session: LessonSession
  #watching = new Map<string, () => void>()

  constructor() {
    const kept = this.#read()
    this.pad = kept ?? withCell([], 0, 'rust')
    this.session = new LessonSession({
      cells: definitionsOf(this.pad),
      edits: new StoredEdits('', memoryStore),
      createWorker: createKernel,
      factsAskedOf: () => [],
      showFacts: () => {},
      factsShownBy: () => new Map(),
    })
    useSession(this.session)
    this.#watchSources()
  }

  get canUndo(): boolean {
    return this.#undone.length > 0
  }

  /** Makes another pad of it, whose cells keep what was written into them; it can be undone. */
  change(pad: Pad): void {
    if (pad === this.pad) return
    const current = this.#current()
    this.#undone = [...this.#undone.slice(-MOST_UNDONE), current]
    const sources = new Map(current.map(({ id, source }) => [id, source]))
    this.#set(pad.map((cell) => ({ ...cell, source: sources.get(cell.id) ?? cell.source })))
  }

  undo(): void {
    const last = this.#undone.at(-1)
    if (last === undefined) return
    this.#undone = this.#undone.slice(0, -1)
    this.#set(last)
  }

  /** Takes in what a link carries, below what is here. */
  async takeLink(fragment: string): Promise<void> {
    const link = await readFragment(fragment)
    if (link.kind === 'none') return
    history.replaceState(history.state, '', location.pathname)
    const text = link.kind === 'sources' ? link.sources.get(IN_LINK) : undefined
    const other = text === undefined ? undefined : readPad(text)
    if (other === undefined) {
      this.said =
        'The link that brought you here carries cells that cannot be read: perhaps it was cut off on the way. Ask for it again.'
      return
    }
    const isNew = this.#read() === undefined
    this.change(isNew ? other : joined(this.#current(), other))
    if (!isNew) this.said = JOINED
  }

  async link(): Promise<string> {
    const url = new URL(location.href)
    url.hash = await linkFragment(new Map([[IN_LINK, JSON.stringify(this.#current())]]))
    return url.href
  }

  /** The pad with the sources as they are now. */
  #current(): Pad {
    return this.pad.map((cell) => ({ ...cell, source: this.session.cell(cell.id).source }))
  }

  #set(pad: Pad): void {
    this.session.setCells(definitionsOf(pad))
    for (const { id, source } of pad) this.session.edit(id, source)
    this.pad = pad
    this.#watchSources()
    this.#keep()
  }

  #watchSources(): void {
    for (const { id } of this.pad) {
      if (!this.#watching.has(id))
        this.#watching.set(
          id,
          this.session.subscribe(id, () => this.#keep()),
        )
    }
    for (const [id, stop] of this.#watching) {
      if (this.pad.some((cell) => cell.id === id)) continue
      stop()
      this.#watching.delete(id)
    }
  }

  #read(): Pad | undefined {
    try {
      const text = globalThis.localStorage.getItem(KEY)
      const pad = text === null ? undefined : readPad(text)
      if (text !== null && pad === undefined) this.said = DAMAGED
      return pad
    } catch {
      this.said = NOT_KEPT
      return undefined
    }
  }

  #keep(): void {
    try {
      globalThis.localStorage.setItem(KEY, JSON.stringify(this.#current()))
    } catch {
      this.said = NOT_KEPT
    }
  }
}

/** A pad keeps its sources itself, all together. */
function memoryStore(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  return { getItem: () => null, setItem: () => {}, removeItem: () => {} }
}
