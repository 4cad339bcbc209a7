import type { Span } from '../messages.ts'
import type { Origin } from './macro.ts'

/** A line that was made, and whether it is as it was written. */
export interface MadeLine {
  readonly text: string
  readonly origin: Origin
  readonly isAsWritten: boolean
}

/** What the preprocessor has made of a source, and where each of its characters comes from. */
export class MadeSource {
  readonly text: string
  readonly #lines: readonly MadeLine[]
  readonly #starts: number[] = []

  constructor(lines: readonly MadeLine[]) {
    this.#lines = lines
    let at = 0
    for (const { text } of lines) {
      this.#starts.push(at)
      at += text.length + 1
    }
    this.text = lines.map(({ text }) => text).join('\n')
  }

  /** The line of the source, from 0, and the characters in it that these were made from. */
  originOf({ from, to }: Span): Origin {
    const index = this.#lineAt(from)
    const line = this.#lines[index]
    if (line === undefined) return { from: 0, to: 0, line: 0 }
    const { origin, text, isAsWritten } = line
    if (!isAsWritten) return origin
    const start = this.#starts[index]!
    const end = Math.min(to, start + text.length)
    return { ...origin, from: origin.from + from - start, to: origin.from + Math.max(from, end) - start }
  }

  #lineAt(at: number): number {
    let [low, high] = [0, this.#starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.#starts[middle]! <= at) low = middle
      else high = middle
    }
    return low
  }
}
