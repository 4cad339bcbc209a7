/** The part of `localStorage` that is needed; a test passes its own. */
export type ShelfStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Why something was not kept: no storage at all, no room in it, or more than is kept of one thing. */
export type Refusal = 'absent' | 'full' | 'long'

/**
 * Texts under one prefix of a reader's storage, which other tabs write too. No method throws. What has been seen here
 * is remembered, so that it can be put back where the whole storage is swept empty.
 */
export class Shelf {
  readonly #prefix: string
  readonly #storage: ShelfStorage | undefined
  readonly #seen = new Map<string, string>()

  constructor(prefix: string, open: () => ShelfStorage | undefined) {
    this.#prefix = prefix
    this.#storage = attempt(open)
    for (const name of this.names()) this.get(name)
  }

  /** The browser gives no storage. */
  get isAbsent(): boolean {
    return this.#storage === undefined
  }

  get(name: string): string | undefined {
    const text = attempt(() => this.#storage?.getItem(this.#prefix + name)) ?? undefined
    if (text !== undefined) this.#seen.set(name, text)
    return text
  }

  /** @returns undefined when it is kept */
  put(name: string, text: string): Refusal | undefined {
    if (this.#storage === undefined) return 'absent'
    try {
      this.#storage.setItem(this.#prefix + name, text)
    } catch (error) {
      return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'absent'
    }
    this.#seen.set(name, text)
    return undefined
  }

  /** @returns undefined when it is gone */
  remove(name: string): Refusal | undefined {
    const done = attempt(() => {
      this.#storage?.removeItem(this.#prefix + name)
      return true
    })
    if (done) this.#seen.delete(name)
    return done ? undefined : 'absent'
  }

  names(): string[] {
    const all = attempt(() =>
      Array.from({ length: this.#storage?.length ?? 0 }, (_, index) => this.#storage?.key(index) ?? ''),
    )
    return (all ?? [])
      .filter((key) => key.startsWith(this.#prefix))
      .map((key) => key.slice(this.#prefix.length))
  }

  /** Another tab has written. @returns under what name; undefined for another program's key */
  hear(key: string, text: string | null): string | undefined {
    if (!key.startsWith(this.#prefix)) return undefined
    const name = key.slice(this.#prefix.length)
    if (text === null) this.#seen.delete(name)
    else this.#seen.set(name, text)
    return name
  }

  /** The storage has been emptied: puts back what was there. */
  putBack(): void {
    for (const [name, text] of [...this.#seen]) if (this.#isGone(name)) this.put(name, text)
  }

  #isGone(name: string): boolean {
    return attempt(() => this.#storage?.getItem(this.#prefix + name)) === null
  }
}

function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
