import { hash } from '#notebook/shared/hash.ts'
import { isRecord, plainLines, readKept, writeKept, type KeptText } from './kept-text.ts'
import { LONGEST_SOURCE } from './limits.ts'
import { Shelf, type Refusal, type ShelfStorage } from './shelf.ts'

/** What a reader has written into a cell, and what they had before them then. */
export interface StoredEdit {
  readonly source: string
  /** Hash of the author's snippet that was edited: tells when the author has changed it since. */
  readonly original: string
}

/** What has come in place of a version that was put aside; `own`: something that the reader chose themselves. */
export const ORIGINS = ['author', 'link', 'tab', 'own', 'damage'] as const
export type Origin = (typeof ORIGINS)[number]

/** Another source that the reader has for a cell, besides the one that stands in it. */
export interface Version {
  readonly source: string
  readonly inFavourOf: Origin
  /** The reader has not chosen yet. */
  readonly isOpen: boolean
  /** Milliseconds since 1970. */
  readonly at: number
}

/** That another tab has written. */
export interface News {
  readonly cell: string
  /** It was a version beside what stands in the cell. */
  readonly isVersion: boolean
  /** Hash of the source that the other tab knew to be there before, where it says so. */
  readonly over: unknown
}

/** Versions of one cell that the reader has decided about. */
const MOST_DECIDED = 30
/** Between a cell and the hash of a version of it. */
const AT = '@'

/**
 * A reader's edits of one lesson, in their browser and nowhere else. Each source has a place of its own in the storage,
 * so that neither damage nor another tab's writing reaches more than one. Nothing is written over that this page had
 * not read: it is put aside first, and where that is refused, so is the writing.
 */
export class StoredEdits {
  readonly #shelf: Shelf
  readonly #heir: string

  /**
   * @param key tells lessons apart, and copies of the course under one origin
   * @param heir the cell that gets what can't be told whose it was
   */
  constructor(key: string, heir: string, open: () => ShelfStorage | undefined) {
    this.#shelf = new Shelf(`${key}:`, open)
    this.#heir = heir
    this.#takeOver(key, open)
    for (const name of this.#shelf.names().filter((each) => !each.includes(AT))) this.#inspect(name)
  }

  get(cell: string): StoredEdit | undefined {
    const { header, source } = this.#read(cell) ?? {}
    if (header === undefined || source === undefined) return undefined
    return { source: plainLines(source), original: String(header['original']) }
  }

  /** The cells that the reader has something in. */
  get cells(): readonly string[] {
    return this.#shelf.names().filter((name) => !name.includes(AT) && this.get(name) !== undefined)
  }

  /** Other sources of a cell, the latest first. */
  versions(cell: string): readonly Version[] {
    return this.#versionNames(cell)
      .flatMap((name) => this.#version(name) ?? [])
      .sort((a, b) => b.at - a.at)
  }

  /**
   * Keeps what stands in a cell now; nothing, where that is the author's snippet.
   * @param known the source that this page has read or kept there last
   * @returns undefined when the browser has done so
   */
  keep(cell: string, edit: StoredEdit | undefined, known: string | undefined): Refusal | undefined {
    if (this.#shelf.isAbsent) return 'absent'
    if (edit && edit.source.length > LONGEST_SOURCE) return 'long'
    const read = this.#read(cell)
    const there = read && plainLines(read.source)
    const isNews = there !== undefined && there !== known && there !== edit?.source
    const refusal = isNews ? this.putAside(cell, there, 'tab', true) : undefined
    if (refusal !== undefined) return refusal
    if (edit === undefined) return this.#shelf.remove(cell)
    const over = hash(known ?? '')
    return this.#shelf.put(cell, writeKept({ original: edit.original, over }, edit.source))
  }

  /** Keeps a version beside what stands in the cell. One that is kept already stays as it is. */
  putAside(cell: string, source: string, inFavourOf: Origin, isOpen: boolean): Refusal | undefined {
    const name = this.#nameOf(cell, source)
    if (this.#version(name) !== undefined) return undefined
    const refusal = this.#shelf.put(name, writeKept({ inFavourOf, isOpen, at: Date.now() }, source))
    const decided = this.versions(cell).filter((version) => !version.isOpen)
    for (const { source: oldest } of decided.slice(MOST_DECIDED)) this.drop(cell, oldest)
    return refusal
  }

  /** The reader has decided about it: it is kept, and offered no more. */
  close(cell: string, source: string): void {
    const name = this.#nameOf(cell, source)
    const version = this.#version(name)
    if (version === undefined) return
    const { inFavourOf, at } = version
    this.#shelf.put(name, writeKept({ inFavourOf, isOpen: false, at }, source))
  }

  drop(cell: string, source: string): void {
    this.#shelf.remove(this.#nameOf(cell, source))
  }

  /**
   * What another tab has written, as the browser tells it.
   * @param key null: the reader has emptied the storage, and what was known here is put back
   */
  attend(key: string | null, text: string | null): News | undefined {
    if (key === null) return void this.#shelf.putBack()
    const name = this.#shelf.hear(key, text)
    if (name === undefined) return undefined
    const over = text === null ? undefined : readKept(text).header?.['over']
    return { cell: name.split(AT)[0]!, isVersion: name.includes(AT), over }
  }

  #read(cell: string): KeptText | undefined {
    const text = this.#shelf.get(cell)
    return text === undefined ? undefined : readKept(text)
  }

  /** What can't be read makes room for what can, and is offered as it is. */
  #inspect(cell: string): void {
    const read = this.#read(cell)
    if (read === undefined || typeof read.header?.['original'] === 'string') return
    if (this.putAside(cell, read.source, 'damage', true) === undefined) this.#shelf.remove(cell)
  }

  #versionNames(cell: string): string[] {
    return this.#shelf.names().filter((name) => name.startsWith(cell + AT))
  }

  /** Where this very source is kept, or could be. */
  #nameOf(cell: string, source: string): string {
    const kept = this.#versionNames(cell).find((name) => this.#version(name)?.source === source)
    if (kept !== undefined) return kept
    const name = `${cell}${AT}${hash(source)}`
    return this.#shelf.get(name) === undefined ? name : `${name}-${source.length}`
  }

  #version(name: string): Version | undefined {
    const read = this.#read(name)
    if (read === undefined) return undefined
    const { header = {} } = read
    return {
      source: plainLines(read.source),
      inFavourOf: ORIGINS.find((origin) => origin === header['inFavourOf']) ?? 'damage',
      isOpen: header['isOpen'] !== false,
      at: Number.isSafeInteger(header['at']) ? (header['at'] as number) : 0,
    }
  }

  /** Edits used to be kept all together: each gets its own place. What can't be read of them is offered as it is. */
  #takeOver(key: string, open: () => ShelfStorage | undefined): void {
    const together = new Shelf(key, open)
    const text = together.get('')
    if (text === undefined) return
    const edits = readTogether(text)
    const refusals = Object.entries(edits ?? {}).map(([cell, edit]) =>
      isEdit(edit) ? this.#takeOne(cell, edit) : 'damage',
    )
    const isWhole = edits !== undefined && !refusals.includes('damage')
    if (!isWhole) refusals.push(this.putAside(this.#heir, text, 'damage', true))
    if (refusals.every((refusal) => refusal === undefined || refusal === 'damage')) together.remove('')
  }

  #takeOne(cell: string, edit: StoredEdit): Refusal | undefined {
    const there = this.get(cell)
    if (there?.source === edit.source) return undefined
    if (there !== undefined) return this.putAside(cell, edit.source, 'tab', true)
    return this.#shelf.put(cell, writeKept({ original: edit.original }, edit.source))
  }
}

/** Undefined where it is damaged, or of an unknown version. */
function readTogether(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const stored: unknown = JSON.parse(text)
    if (!isRecord(stored) || stored['version'] !== 1 || !isRecord(stored['cells'])) return undefined
    return stored['cells']
  } catch {
    return undefined
  }
}

function isEdit(value: unknown): value is StoredEdit {
  return isRecord(value) && typeof value['source'] === 'string' && typeof value['original'] === 'string'
}
