import type { Journal } from '../journal.ts'
import { ACCESSED, DIRTY, GLOBAL } from './entry.ts'
import { WRITE, type Access } from './fault.ts'
import type { EntryFormat } from './formats/entry-format.ts'
import { readEntry, writeEntry } from './formats/stored-entry.ts'
import type { Walker } from './walker.ts'
import type { WatchedFrames } from './watched-frames.ts'

/** What an access leaves in the page table's entries that led to its page. */
export class UseMarks {
  readonly #journal: Journal
  readonly #walker: Walker
  readonly #frames: WatchedFrames

  constructor(journal: Journal, walker: Walker, frames: WatchedFrames) {
    this.#journal = journal
    this.#walker = walker
    this.#frames = frames
  }

  /** Whether the page that was found last has been marked as written to. */
  get foundDirty(): boolean {
    return this.#walker.page?.isDirty ?? (this.#lastEntry & DIRTY) !== 0
  }

  /** Whether it stays in a TLB when CR3 is loaded. */
  get foundGlobal(): boolean {
    return this.#walker.page?.isGlobal ?? (this.#lastEntry & GLOBAL) !== 0
  }

  /** The lower half of the entry that the last walk ended at, of x86-64. */
  get #lastEntry(): number {
    const { visited, visitedCount } = this.#walker
    return visitedCount === 0 ? 0 : this.#journal.words[visited[visitedCount - 1]! >> 2]!
  }

  /** Sets the accessed bit of the entries that led here, and the dirty bit of the last. */
  mark(access: Access): void {
    const { format, scheme, visited, visitedCount } = this.#walker
    if (format !== undefined) return this.#markFormatted(format, access)
    const first = scheme.lookup.kind === 'list' ? visitedCount - 1 : 0
    for (let at = first; at < visitedCount; at++) {
      const word = visited[at]! >> 2
      const isLast = at === visitedCount - 1
      const old = this.#journal.words[word]!
      const used = old | ACCESSED | (isLast && access === WRITE ? DIRTY : 0)
      if (used !== old) this.#journal.writeWord(word, used)
      this.#frames.noteTable(visited[at]!)
    }
  }

  /** The same where entries are not those of x86-64. RISC-V and ARM may leave it to the OS. */
  #markFormatted(format: EntryFormat, access: Access): void {
    const { visited, visitedCount } = this.#walker
    const isLeftToSoftware = this.#walker.scheme.marks === 'software' && format.architecture !== 'x86'
    for (let depth = 0; depth < visitedCount; depth++) {
      const at = visited[depth]!
      this.#frames.noteTable(at)
      if (isLeftToSoftware) continue
      const old = readEntry(this.#journal, at, format.byteCount)
      const use = { depth, isPage: depth === visitedCount - 1, isWrite: access === WRITE }
      const used = format.used(old, use)
      if (used !== old) writeEntry(this.#journal, at, format.byteCount, used)
    }
  }
}
