import type { PageNumber } from '../units.ts'

/** Which pages were used at which steps: ascending, by process and page. Plain data, as a snapshot keeps it. */
export type PageUses = ReadonlyMap<string, readonly number[]>

/** Takes down which pages are used. */
export class UseRecorder {
  readonly #uses = new Map<string, number[]>()

  get uses(): PageUses {
    return this.#uses
  }

  /** Steps must not descend. Using a page twice in a step is using it once. */
  add(process: string, page: PageNumber, step: number): void {
    const key = keyOf(process, page)
    const steps = this.#uses.get(key)
    if (steps === undefined) this.#uses.set(key, [step])
    else if (steps.at(-1) !== step) steps.push(step)
  }
}

/** The first step from one on at which a page is used; Infinity where none is known. */
export function nextUse(uses: PageUses, process: string, page: PageNumber, from: number): number {
  const steps = uses.get(keyOf(process, page)) ?? []
  let [low, high] = [0, steps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (steps[middle]! < from) low = middle + 1
    else high = middle
  }
  return steps[low] ?? Infinity
}

function keyOf(process: string, page: PageNumber): string {
  return `${process} ${page}`
}
