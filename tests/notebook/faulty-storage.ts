import type { ShelfStorage } from '#notebook/page/shelf.ts'

/** What a browser's storage may do to a page. */
export type Fault = 'none' | 'full' | 'forbidden'

/** The storage of one browser, which several tabs share; each has a view of it that may be told of changes late. */
export class SharedStorage {
  readonly items = new Map<string, string>()
  readonly tabs: TabStorage[] = []
  fault: Fault = 'none'

  open(): TabStorage {
    const tab = new TabStorage(this)
    this.tabs.push(tab)
    return tab
  }

  /** Somebody else empties it; every tab is told so. */
  sweep(): void {
    this.items.clear()
    for (const tab of this.tabs) tab.swept()
  }
}

/** A tab's `localStorage`: what it writes it sees at once, what others write only when it is told. */
export class TabStorage implements ShelfStorage {
  readonly #shared: SharedStorage
  #view: Map<string, string>
  #keys: string[] = []
  /** Keys of changes by other tabs that this one has not been told of; null: everything was removed. */
  #news: [key: string | null, value: string | null][] = []

  constructor(shared: SharedStorage) {
    this.#shared = shared
    this.#view = new Map(shared.items)
  }

  get length(): number {
    return this.#view.size
  }

  key(index: number): string | null {
    if (index === 0) this.#keys = [...this.#view.keys()]
    return this.#keys[index] ?? null
  }

  getItem(key: string): string | null {
    if (this.#shared.fault === 'forbidden') throw new DOMException('refused', 'SecurityError')
    return this.#view.get(key) ?? null
  }

  setItem(key: string, value: string): void {
    this.#refuse()
    this.#view.set(key, value)
    this.#shared.items.set(key, value)
    this.#tell(key)
  }

  removeItem(key: string): void {
    if (this.#shared.fault === 'forbidden') throw new DOMException('refused', 'SecurityError')
    this.#view.delete(key)
    this.#shared.items.delete(key)
    this.#tell(key)
  }

  swept(): void {
    this.#view.clear()
    this.#news.push([null, null])
  }

  /** Is told of everything that others have done, in order. */
  hear(attend: (key: string | null, value: string | null) => void): void {
    for (let news = this.#news.shift(); news !== undefined; news = this.#news.shift()) {
      if (news[0] !== null) this.#see(news[0])
      attend(...news)
    }
  }

  #see(key: string): void {
    const value = this.#shared.items.get(key)
    if (value === undefined) this.#view.delete(key)
    else this.#view.set(key, value)
  }

  #tell(key: string): void {
    const value = this.#shared.items.get(key) ?? null
    for (const other of this.#shared.tabs) if (other !== this) other.#news.push([key, value])
  }

  #refuse(): void {
    if (this.#shared.fault === 'forbidden') throw new DOMException('refused', 'SecurityError')
    if (this.#shared.fault === 'full') throw new DOMException('no room', 'QuotaExceededError')
  }
}
