import { mergeProgress, readProgressFile, writeProgressFile, type ProgressRecords } from './progress-file.ts'
import { mergeRecords, readRecordText, withReached, type ProgressRecord } from './progress-record.ts'

/** The part of `localStorage` that is needed; a test passes its own. */
export type ProgressStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What was found when the store was opened. */
export interface Damage {
  /** Records of which a part could be read. */
  readonly repaired: number
  /** Records that could not be read at all. Their text is put aside, and goes into the exported file. */
  readonly lost: number
}

/** What an import has done. */
export type Imported =
  | { readonly ok: true; readonly records: number; readonly unreadable: number; readonly kept: boolean }
  | { readonly ok: false; readonly message: string }

/**
 * A reader's progress, in their browser and nowhere else: one entry for each exercise, so that what happens to one
 * leaves the others alone. No method throws; a browser that keeps nothing costs only that nothing is kept.
 */
export class ProgressStore {
  readonly #prefix: string
  readonly #storage: ProgressStorage | undefined
  #records = new Map<string, ProgressRecord>()
  readonly #listeners = new Set<() => void>()
  readonly damage: Damage
  /** The browser refused to keep something. */
  notKept = false

  /** @param prefix tells apart copies of the course under one origin; ends with a colon */
  constructor(prefix: string, openStorage: () => ProgressStorage | undefined) {
    this.#prefix = prefix
    this.#storage = this.#attempt(openStorage)
    this.damage = this.#open()
  }

  get records(): ProgressRecords {
    return this.#records
  }

  get(key: string): ProgressRecord | undefined {
    return this.#records.get(key)
  }

  /** What another tab has reached, and not told yet, is not taken back by it. */
  set(key: string, record: ProgressRecord): void {
    const stored = this.#stored(key)
    this.#records.set(key, stored ? withReached(record, stored) : record)
    this.#write(key, this.#records.get(key)!)
    this.#tell()
  }

  delete(key: string): void {
    this.#records.delete(key)
    this.#attempt(() => this.#storage?.removeItem(this.#prefix + key))
    this.#tell()
  }

  /** Forgets everything, what was put aside included. */
  clear(): void {
    for (const key of this.#keys()) this.#attempt(() => this.#storage?.removeItem(key))
    this.#records.clear()
    this.#tell()
  }

  /** The exercise worked on last. */
  get last(): string | undefined {
    const [latest] = [...this.#records].sort(([, a], [, b]) => b.at - a.at)
    return latest?.[0]
  }

  export(): string {
    const aside = this.#keys().filter((key) => key.startsWith(this.#aside('')))
    return writeProgressFile(
      this.#records,
      aside.flatMap((key) => this.#read(key) ?? []),
    )
  }

  /** Merges the progress of a file into this one. */
  import(text: string): Imported {
    const file = readProgressFile(text)
    if (!file.ok) return file
    this.#records = mergeProgress(this.#records, file.records)
    for (const key of file.records.keys()) this.#write(key, this.#records.get(key)!)
    this.#tell()
    return { ok: true, records: file.records.size, unreadable: file.unreadable, kept: !this.notKept }
  }

  /** Takes up what another tab has stored. Where the whole store has been emptied, what is known here is kept again. */
  reread(storageKey: string | null): void {
    if (storageKey === null) for (const [key, record] of this.#records) this.#write(key, record)
    else if (storageKey.startsWith(this.#prefix)) this.#rereadKey(storageKey.slice(this.#prefix.length))
    else return
    this.#tell()
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #rereadKey(key: string): void {
    const stored = this.#stored(key)
    if (!stored) return void this.#records.delete(key)
    const mine = this.#records.get(key)
    const merged = mine ? mergeRecords(mine, stored) : stored
    this.#records.set(key, merged)
    // Both tabs come to the same, in whatever order they have written, and the second finds nothing to add.
    if (JSON.stringify(merged) !== JSON.stringify(stored)) this.#write(key, merged)
  }

  #stored(key: string): ProgressRecord | undefined {
    const text = this.#read(this.#prefix + key)
    const read = text === undefined ? undefined : readRecordText(text)
    if (text !== undefined && !read?.whole) this.#putAside(key, text)
    return read?.record
  }

  #open(): Damage {
    const damage = { repaired: 0, lost: 0 }
    for (const storageKey of this.#keys().filter((key) => !key.startsWith(this.#aside('')))) {
      const key = storageKey.slice(this.#prefix.length)
      const text = this.#read(storageKey) ?? ''
      const read = readRecordText(text)
      if (read) this.#records.set(key, read.record)
      if (read?.whole) continue
      damage[read ? 'repaired' : 'lost'] += 1
      if (this.#putAside(key, text) && read) this.#write(key, read.record)
    }
    return damage
  }

  #putAside(key: string, text: string): boolean {
    const done = this.#attempt(() => {
      this.#storage?.setItem(this.#aside(key), text)
      this.#storage?.removeItem(this.#prefix + key)
      return true
    })
    return done === true
  }

  #write(key: string, record: ProgressRecord): void {
    const kept = this.#attempt(() => {
      this.#storage?.setItem(this.#prefix + key, JSON.stringify(record))
      return this.#storage !== undefined
    })
    if (!kept) this.notKept = true
  }

  #aside(key: string): string {
    return `${this.#prefix}unreadable:${key}`
  }

  #read(storageKey: string): string | undefined {
    return this.#attempt(() => this.#storage?.getItem(storageKey) ?? undefined)
  }

  #keys(): string[] {
    const all = this.#attempt(() =>
      Array.from({ length: this.#storage?.length ?? 0 }, (_, index) => this.#storage?.key(index) ?? ''),
    )
    return (all ?? []).filter((key) => key.startsWith(this.#prefix))
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  #attempt<Result>(action: () => Result): Result | undefined {
    try {
      return action()
    } catch {
      return undefined
    }
  }
}
