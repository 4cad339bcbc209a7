/** A reader's edits of one lesson, kept in their browser and nowhere else. */
export interface StoredEdit {
  readonly source: string
  /** Hash of the author's snippet that was edited: tells when the author has changed it since. */
  readonly original: string
}

/** The part of `localStorage` that is needed; a test passes its own. */
export type EditStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const VERSION = 1
/** Characters: longer sources are nobody's writing. */
export const LONGEST_SOURCE = 100_000

/**
 * Keeps edits under one key per lesson, which another tab may write too: each change is made to what is there now.
 * A store that is absent, full or damaged costs only that nothing is kept: no method throws, and `broken` turns true.
 */
export class StoredEdits {
  #store: EditStore | undefined
  /** Where in the store it all is. */
  readonly key: string
  /** The browser refused to keep or to give back something. */
  broken = false

  constructor(key: string, openStore: () => EditStore | undefined) {
    this.key = key
    this.#store = this.#attempt(openStore)
    if (!this.#store) this.broken = true
  }

  get(cell: string): StoredEdit | undefined {
    return this.#read().get(cell)
  }

  get cells(): readonly string[] {
    return [...this.#read().keys()]
  }

  /** @returns whether the browser has kept it */
  set(cell: string, edit: StoredEdit): boolean {
    if (!isEdit(edit)) return this.#refuse()
    return this.#write(this.#read().set(cell, edit))
  }

  /** @returns whether the browser has forgotten it */
  delete(cell: string): boolean {
    const edits = this.#read()
    edits.delete(cell)
    return this.#write(edits)
  }

  #read(): Map<string, StoredEdit> {
    const text = this.#attempt(() => this.#store?.getItem(this.key) ?? undefined)
    if (text === undefined) return new Map()
    const edits = this.#attempt(() => parseEdits(text))
    if (!edits) this.broken = true
    return edits ?? new Map<string, StoredEdit>()
  }

  #write(edits: ReadonlyMap<string, StoredEdit>): boolean {
    const kept = this.#attempt(() => {
      if (!this.#store) return false
      if (edits.size === 0) this.#store.removeItem(this.key)
      else
        this.#store.setItem(this.key, JSON.stringify({ version: VERSION, cells: Object.fromEntries(edits) }))
      return true
    })
    return kept === true || this.#refuse()
  }

  #refuse(): false {
    this.broken = true
    return false
  }

  #attempt<Result>(action: () => Result): Result | undefined {
    try {
      return action()
    } catch {
      this.broken = true
      return undefined
    }
  }
}

/** The cells of which another tab has written something else: texts of the store before and after. */
export function cellsThatDiffer(before: string | null, after: string | null): readonly string[] {
  const [old, now] = [before, after].map(readEdits) as [Map<string, StoredEdit>, Map<string, StoredEdit>]
  const all = new Set([...old.keys(), ...now.keys()])
  return [...all].filter((cell) => old.get(cell)?.source !== now.get(cell)?.source)
}

function readEdits(text: string | null): Map<string, StoredEdit> {
  try {
    return (text === null ? undefined : parseEdits(text)) ?? new Map<string, StoredEdit>()
  } catch {
    return new Map()
  }
}

/** What was stored, if it has the shape that was written; undefined for anything else. */
function parseEdits(text: string): Map<string, StoredEdit> | undefined {
  const stored: unknown = JSON.parse(text)
  if (!isRecord(stored) || stored['version'] !== VERSION || !isRecord(stored['cells'])) return undefined
  const entries = Object.entries(stored['cells']).filter((entry): entry is [string, StoredEdit] =>
    isEdit(entry[1]),
  )
  return new Map(entries)
}

function isEdit(value: unknown): value is StoredEdit {
  if (!isRecord(value)) return false
  const { source, original } = value
  return typeof source === 'string' && source.length <= LONGEST_SOURCE && typeof original === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
