import { messages, AssemblyMistake } from '../messages.ts'
import type { Origin } from './macro.ts'

interface Branch {
  readonly origin: Origin
  /** One of its parts has been chosen. */
  readonly isDecided: boolean
  /** The part at hand is the chosen one, and everything around it too. */
  readonly isActive: boolean
  /** What stands around it is left out. */
  readonly isSkipped: boolean
  readonly hadElse: boolean
}

/** The kinds of `%if`, by what stands behind that word. */
const KINDS = ['', 'def', 'macro', 'ctx', 'idn', 'idni', 'id', 'num', 'str', 'token', 'empty', 'env']

export interface ConditionWord {
  readonly isElse: boolean
  readonly kind: string
  readonly isNegated: boolean
}

/** Reads `elifndef` and its like; undefined where the word is no condition. */
export function conditionWord(word: string): ConditionWord | undefined {
  const [, els, rest] = /^(el)?if(.*)$/.exec(word) ?? []
  if (rest === undefined) return undefined
  const isElse = els !== undefined
  if (KINDS.includes(rest)) return { isElse, kind: rest, isNegated: false }
  const positive = rest.slice(1)
  return rest.startsWith('n') && KINDS.includes(positive)
    ? { isElse, kind: positive, isNegated: true }
    : undefined
}

/** Which lines are taken: the stack of `%if … %elif … %else … %endif`. */
export class Conditions {
  readonly #stack: Branch[] = []

  get depth(): number {
    return this.#stack.length
  }

  /** Forgets those that were begun since. */
  backTo(depth: number): void {
    this.#stack.length = Math.min(this.#stack.length, depth)
  }

  get isActive(): boolean {
    return this.#stack.at(-1)?.isActive ?? true
  }

  /** The one that was begun last and has no end yet. */
  get open(): Origin | undefined {
    return this.#stack.at(-1)?.origin
  }

  /** @param decide is asked only where the answer matters */
  begin(origin: Origin, decide: () => boolean): void {
    const isSkipped = !this.isActive
    this.#stack.push({ origin, isDecided: true, isActive: false, isSkipped, hadElse: false })
    if (isSkipped) return
    const holds = decide()
    this.#stack[this.#stack.length - 1] = {
      origin,
      isDecided: holds,
      isActive: holds,
      isSkipped,
      hadElse: false,
    }
  }

  /** @param decide undefined for `%else` */
  next(origin: Origin, word: string, decide?: () => boolean): void {
    const branch = this.#stack.pop()
    if (branch === undefined) throw new AssemblyMistake(origin, messages.noMatchingIf(word))
    const holds = !branch.hadElse && !branch.isSkipped && !branch.isDecided && (decide?.() ?? true)
    this.#stack.push({
      ...branch,
      isActive: holds,
      isDecided: branch.isDecided || holds,
      hadElse: branch.hadElse || decide === undefined,
    })
    if (branch.hadElse) throw new AssemblyMistake(origin, messages.behindElse(word))
  }

  end(origin: Origin): void {
    if (this.#stack.pop() === undefined) throw new AssemblyMistake(origin, messages.noMatchingIf('endif'))
  }
}
