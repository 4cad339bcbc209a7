/**
 * A small generator of pseudo-random numbers (mulberry32): the same seed yields the same numbers in every browser,
 * so that a link to a variant of an exercise shows everybody the same one.
 */
export class Random {
  #state: number

  /** @param attempt tells apart the tries of one seed, of which only the first acceptable one is shown */
  constructor(seed: number, attempt = 0) {
    this.#state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(attempt, 0x85ebca6b)) >>> 0
  }

  /** A number from 0 to below 2^32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  /** A whole number from 0 to below `limit`, which is at most 2^32. */
  below(limit: number): number {
    return Math.floor((this.next() / 2 ** 32) * limit)
  }

  /** @throws RangeError for an empty list */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)]
    if (items.length === 0) throw new RangeError('nothing to pick from')
    return item as Item
  }

  /** The items in another order (Fisher and Yates). */
  shuffle<Item>(items: readonly Item[]): Item[] {
    const shuffled = [...items]
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.below(last + 1)
      ;[shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!]
    }
    return shuffled
  }
}
