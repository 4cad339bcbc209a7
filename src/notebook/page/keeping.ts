/**
 * What a reader has of each cell of a lesson: the version that stands in it, and others that came from a link, from
 * another tab, from before the author's last change, or that they gave up. Fetched when there is something to keep.
 */
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { hash } from '#notebook/shared/hash.ts'
import type { LiveCell } from './lesson-page.ts'
import { REFUSALS } from './refusals.ts'
import type { Refusal } from './shelf.ts'
import type { News, Origin, StoredEdit, StoredEdits, Version } from './stored-edits.ts'

/** What of a cell is to be another from now on. */
export type KeptChange = { [Key in 'source' | 'offered' | 'notice']?: LiveCell[Key] | undefined }

export class Keeping {
  readonly #edits: StoredEdits
  /** What this page has read or kept last, by cell. */
  readonly #known = new Map<string, string | undefined>()
  /** Cells whose source was written on this page, and not taken over from elsewhere. */
  readonly #written = new Set<string>()
  readonly #refused = new Map<string, Refusal>()

  constructor(edits: StoredEdits) {
    this.#edits = edits
  }

  /** Takes up what a link carries for a cell, and else what was left on an earlier visit. */
  takeUp(definition: CellDefinition, given: string | undefined): KeptChange & { isKept: boolean } {
    const { id, source: original } = definition
    const stale = this.#putStaleAside(definition)
    const own = stale ? undefined : this.#edits.get(id)?.source
    this.#known.set(id, own)
    const shown = own ?? original
    const offered = stale?.isKept === false ? stale.offered : this.#offered(id)
    if (given === undefined || given === shown) return { source: shown, offered, isKept: true }
    const refusal =
      (own === undefined ? undefined : this.#edits.putAside(id, own, 'link', true)) ??
      this.#store(definition, given)
    // What could not be put aside is not to be written over later either.
    if (refusal !== undefined) this.#known.delete(id)
    const aside = own === undefined ? offered : ({ source: own, inFavourOf: 'link' } as const)
    return { source: given, offered: aside, isKept: refusal === undefined }
  }

  /** An edit of a snippet that its author has changed since is offered. */
  #putStaleAside({ id, source }: CellDefinition) {
    const edit = this.#edits.get(id)
    if (edit === undefined || edit.original === hash(source) || edit.source === source) return undefined
    const refusal =
      this.#edits.putAside(id, edit.source, 'author', true) ?? this.#edits.keep(id, undefined, edit.source)
    return {
      offered: { source: edit.source, inFavourOf: 'author' } as const,
      isKept: refusal === undefined,
    }
  }

  /** Keeps what the reader has written into a cell. */
  keep(definition: CellDefinition, source: string): KeptChange {
    this.#written.add(definition.id)
    return this.#noticeOf(definition.id, this.#store(definition, source))
  }

  /** Gives a cell another source; the one that stands in it is put aside. */
  exchange(definition: CellDefinition, now: string, source: string): KeptChange {
    const { id } = definition
    const isWorthKeeping = now !== definition.source && now !== source
    const refusal =
      (isWorthKeeping ? this.#edits.putAside(id, now, 'own', false) : undefined) ??
      this.#store(definition, source)
    if (refusal === undefined) this.#edits.drop(id, source)
    else this.#known.delete(id)
    this.#written.add(id)
    return { source, offered: this.#offered(id), ...this.#noticeOf(id, refusal) }
  }

  /** The reader keeps what stands in the cell, and not what is offered. */
  decline(id: string, offered: string): KeptChange {
    this.#edits.close(id, offered)
    return { offered: this.#offered(id) }
  }

  /** Another tab has written: shows what it has. What was written here, or not known there, is put aside and offered. */
  reread(definition: CellDefinition, now: string, over: unknown): KeptChange {
    const { id } = definition
    const source = this.#edits.get(id)?.source ?? definition.source
    if (source === now) {
      this.#known.set(id, this.#edits.get(id)?.source)
      return {}
    }
    const isLost = this.#written.has(id) || over !== hash(this.#known.get(id) ?? '')
    const refusal =
      isLost && now !== definition.source ? this.#edits.putAside(id, now, 'tab', true) : undefined
    // It stands here and nowhere else.
    if (refusal !== undefined) return this.#noticeOf(id, refusal)
    this.#written.delete(id)
    this.#known.set(id, this.#edits.get(id)?.source)
    return { source, offered: this.#offered(id) }
  }

  /** What was offered may have been decided about in another tab. */
  reconsider(id: string, offered: LiveCell['offered']): KeptChange {
    const isOpen = this.#edits.versions(id).some((each) => each.isOpen && each.source === offered?.source)
    return offered === undefined || isOpen ? {} : { offered: this.#offered(id) }
  }

  attend(key: string | null, text: string | null): News | undefined {
    return this.#edits.attend(key, text)
  }

  versions(id: string): readonly Version[] {
    return this.#edits.versions(id)
  }

  /** Keeps a source of a cell that the lesson has no more. */
  putAside(id: string, source: string): void {
    this.#edits.putAside(id, source, 'link', false)
  }

  forget(id: string, source: string): KeptChange {
    this.#edits.drop(id, source)
    return { offered: this.#offered(id) }
  }

  #store({ id, source: original }: CellDefinition, source: string): Refusal | undefined {
    const edit: StoredEdit | undefined =
      source === original ? undefined : { source, original: hash(original) }
    const refusal = this.#edits.keep(id, edit, this.#known.get(id))
    if (refusal === undefined) this.#known.set(id, edit?.source)
    return refusal
  }

  #offered(id: string): LiveCell['offered'] {
    const open = this.#edits.versions(id).find(({ isOpen }) => isOpen)
    return open && { source: open.source, inFavourOf: open.inFavourOf as Exclude<Origin, 'own'> }
  }

  /** Said once in a lesson for what concerns all of it; of a source that is too long, where it is. */
  #noticeOf(id: string, refusal: Refusal | undefined): KeptChange {
    const before = this.#refused.get(id)
    if (refusal === before) return {}
    if (refusal === undefined) {
      this.#refused.delete(id)
      return { notice: undefined }
    }
    const isSaid = refusal !== 'long' && [...this.#refused.values()].includes(refusal)
    if (isSaid) return {}
    this.#refused.set(id, refusal)
    return { notice: REFUSALS[refusal] }
  }
}
