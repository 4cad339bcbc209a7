import type { Journal, Slot } from '../journal.ts'

/** Numbers that count up, each undone by itself: a program has several of them for every access. */
export class Counters<Name extends string> {
  readonly #slots: Readonly<Record<Name, Slot<number>>>
  readonly #names: readonly Name[]

  constructor(journal: Journal, names: readonly Name[]) {
    this.#names = names
    this.#slots = byName(names, () => journal.slot(0))
  }

  get all(): Readonly<Record<Name, number>> {
    return byName(this.#names, (name) => this.#slots[name].get())
  }

  count(name: Name, more = 1): void {
    const slot = this.#slots[name]
    slot.set(slot.get() + more)
  }

  /** Takes over what was counted elsewhere. */
  adopt(counts: Readonly<Record<Name, number>>): void {
    for (const name of this.#names) this.#slots[name].set(counts[name])
  }

  clear(): void {
    for (const name of this.#names) this.#slots[name].set(0)
  }
}

function byName<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): Record<Name, Value> {
  const made: Partial<Record<Name, Value>> = {}
  for (const name of names) made[name] = make(name)
  return made as Record<Name, Value>
}
