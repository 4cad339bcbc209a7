import { plainLines, readKept, writeKept } from './kept-text.ts'
import { LONGEST_SOURCE } from './limits.ts'
import { readCell, readPad, type Pad, type PadCell } from './pad.ts'
import { Shelf, type Refusal, type ShelfStorage } from './shelf.ts'

/** Where the order of the cells is kept; any other name is a cell's. */
const ORDER = 'order'
const MOST_REMOVED = 50

interface Kept {
  readonly cell: PadCell
  /** When it was taken out of the pad, in milliseconds since 1970; undefined for one that is in it. */
  readonly gone: number | undefined
}

/**
 * A pad in the reader's browser: each cell has a place of its own, so that damage to one, or another tab's writing into
 * it, reaches no other. A cell that is taken out stays there, and can be brought back.
 */
export class StoredPad {
  readonly #shelf: Shelf
  /** Something could not be read; what is left of it is among the cells that were taken out. */
  isDamaged = false

  constructor(key: string, open: () => ShelfStorage | undefined) {
    this.#shelf = new Shelf(`${key}:`, open)
    this.#takeOver(key, open)
  }

  get isAbsent(): boolean {
    return this.#shelf.isAbsent
  }

  /** The cells in their order; those without a place in it come last. */
  read(): Pad {
    const order = this.#order()
    const place = ({ id }: PadCell) => (order.includes(id) ? order.indexOf(id) : order.length)
    return this.#all()
      .filter(({ gone }) => gone === undefined)
      .map(({ cell }) => cell)
      .sort((a, b) => place(a) - place(b))
  }

  /** Cells that were taken out and are not in the pad again, the last one first. */
  removed(): Pad {
    const pad = this.read()
    return this.#gone().filter((gone) => !pad.some((cell) => isSame(gone, cell)))
  }

  #gone(): Pad {
    return this.#all()
      .filter(({ gone }) => gone !== undefined)
      .sort((a, b) => b.gone! - a.gone!)
      .map(({ cell }) => cell)
  }

  source(id: string): string | undefined {
    return this.#read(id)?.cell.source
  }

  /**
   * Keeps a cell as it is now. What stands there and this page had not read is put aside before.
   * @param known the source that this page has read or kept there last
   */
  keep(cell: PadCell, known: string | undefined): Refusal | undefined {
    if (this.isAbsent) return 'absent'
    if (cell.source.length > LONGEST_SOURCE) return 'long'
    return this.#putNewsAside(cell, known) ?? this.#put(cell, undefined)
  }

  /** What stands in the place of a cell and this page had not read. */
  #putNewsAside(cell: PadCell, known: string | undefined): Refusal | undefined {
    const there = this.#read(cell.id)
    const isNews = there !== undefined && ![known, cell.source].includes(there.cell.source)
    return isNews ? this.putAside(there.cell) : undefined
  }

  keepOrder(pad: Pad): Refusal | undefined {
    return this.#shelf.put(ORDER, JSON.stringify(pad.map(({ id }) => id)))
  }

  /**
   * Takes a cell out of the pad, and keeps it, in a place of its own: another tab may still write into the cell's.
   * @param known the source that this page has read or kept there last
   */
  takeOut(cell: PadCell, known?: string): Refusal | undefined {
    const refusal = this.#putNewsAside(cell, known)
    if (refusal !== undefined) return refusal
    // Where there is no room for both, the place of the cell itself has to do.
    if (this.putAside(cell) !== undefined) return this.#put(cell, Date.now())
    this.drop(cell.id)
    return undefined
  }

  /** Takes a cell out of the pad that nothing was written into. */
  remove(cell: PadCell, known: string | undefined): Refusal | undefined {
    const refusal = this.#putNewsAside(cell, known)
    if (refusal === undefined) this.drop(cell.id)
    return refusal
  }

  /** Keeps a copy of a cell among those that were taken out. */
  putAside(cell: PadCell): Refusal | undefined {
    const all = this.#gone()
    if (all.some((gone) => gone.id !== cell.id && isSame(gone, cell))) return undefined
    for (const { id } of all.slice(MOST_REMOVED - 1)) this.drop(id)
    return this.#put({ ...cell, id: this.#freeId() }, Date.now())
  }

  drop(id: string): void {
    this.#shelf.remove(id)
  }

  /** Another tab has written, or, where the key is null, the reader has emptied the storage. @returns whether it is of the pad */
  attend(key: string | null, text: string | null): boolean {
    if (key === null) this.#shelf.putBack()
    return key !== null && this.#shelf.hear(key, text) !== undefined
  }

  #all(): Kept[] {
    return this.#shelf
      .names()
      .filter((name) => name !== ORDER)
      .flatMap((name) => this.#read(name) ?? [])
  }

  #read(id: string): Kept | undefined {
    const text = this.#shelf.get(id)
    if (text === undefined) return undefined
    const kept = readKept(text)
    const source = plainLines(kept.source)
    const cell = readCell({ ...kept.header, id, source })
    if (cell !== undefined) {
      const gone = kept.header?.['gone']
      return { cell, gone: typeof gone === 'number' ? gone : undefined }
    }
    this.isDamaged = true
    const remains = readCell({ id, source, language: 'rust' })
    return remains && { cell: remains, gone: 0 }
  }

  #put({ id, source, ...options }: PadCell, gone: number | undefined): Refusal | undefined {
    return this.#shelf.put(id, writeKept(gone === undefined ? options : { ...options, gone }, source))
  }

  #order(): readonly unknown[] {
    try {
      const order: unknown = JSON.parse(this.#shelf.get(ORDER) ?? '[]')
      return Array.isArray(order) ? order : []
    } catch {
      return []
    }
  }

  #freeId(): string {
    const id = `c${100_000_000 + Math.floor(Math.random() * 899_999_999)}`
    return this.#shelf.get(id) === undefined ? id : this.#freeId()
  }

  /** A pad used to be kept all together. What can't be read of it is among the cells that were taken out. */
  #takeOver(key: string, open: () => ShelfStorage | undefined): void {
    const together = new Shelf(key, open)
    const text = together.get('')
    if (text === undefined) return
    const cells = readPad(text)
    this.isDamaged ||= cells === undefined
    const refusals =
      cells === undefined
        ? [this.putAside(readCell({ id: 'c1', language: 'rust', source: text })!)]
        : cells.map((cell) => this.#takeOne(cell))
    if (cells && this.#shelf.get(ORDER) === undefined) refusals.push(this.keepOrder(cells))
    if (refusals.every((refusal) => refusal === undefined)) together.remove('')
  }

  #takeOne(cell: PadCell): Refusal | undefined {
    const there = this.#read(cell.id)
    if (there === undefined) return this.#put({ ...cell, source: plainLines(cell.source) }, undefined)
    return there.cell.source === cell.source ? undefined : this.putAside(cell)
  }
}

const isSame = (one: PadCell, other: PadCell) =>
  one.language === other.language && one.source === other.source
