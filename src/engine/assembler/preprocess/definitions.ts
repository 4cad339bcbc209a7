import { messages, AssemblyMistake, type Span } from '../messages.ts'
import { argumentsOf, textOf, tokensOf, trimmed, type Token } from './tokens.ts'

/** What `%define` has made. */
export interface Definition {
  readonly name: string
  /** Undefined where it is used without brackets. */
  readonly parameters: readonly string[] | undefined
  readonly body: readonly Token[]
  /** `%idefine`: capital letters make no difference. */
  readonly ignoresCase: boolean
}

/** Macros may put so many pieces in place of others in all. */
const MOST_TOKENS = 1 << 17

/** The single-line macros there are, by name and number of parameters, and their expansion. */
export class Definitions {
  readonly #byName = new Map<string, Definition[]>()
  readonly #special: (name: string) => string | undefined
  #tokens = 0

  /** @param special gives a word that is computed, such as `__LINE__` */
  constructor(special: (name: string) => string | undefined) {
    this.#special = special
  }

  define(definition: Definition): void {
    const key = definition.name.toLowerCase()
    const others = (this.#byName.get(key) ?? []).filter(
      (other) => !(sameName(other, definition) && other.parameters?.length === definition.parameters?.length),
    )
    this.#byName.set(key, [...others, definition])
  }

  undefine(name: string): void {
    const key = name.toLowerCase()
    const kept = (this.#byName.get(key) ?? []).filter((one) => !(one.ignoresCase || one.name === name))
    this.#byName.set(key, kept)
  }

  has(name: string): boolean {
    return this.#named(name).length > 0 || this.#special(name) !== undefined
  }

  #named(name: string): Definition[] {
    const found = this.#byName.get(name.toLowerCase()) ?? []
    return found.filter((one) => one.ignoresCase || one.name === name)
  }

  /** Replaces every macro in a line, and those in what they become. @throws AssemblyMistake where that grows without end */
  expand(tokens: readonly Token[], span: Span): Token[] {
    const done: Token[] = []
    const waiting = [...tokens].reverse()
    while (waiting.length > 0) {
      const token = waiting.pop()!
      const replaced =
        token.kind === 'word' ? this.#replaced(token, waiting) : this.#computed(token, waiting, span)
      if (replaced === undefined) {
        done.push(token)
        continue
      }
      this.#tokens += 1 + replaced.length
      if (this.#tokens > MOST_TOKENS) throw new AssemblyMistake(span, messages.expandsTooFar())
      for (let at = replaced.length - 1; at >= 0; at--) waiting.push(replaced[at]!)
    }
    return pasted(done)
  }

  /** Replaces only what stands in `%[…]`. */
  compute(tokens: readonly Token[], span: Span): Token[] {
    const done: Token[] = []
    const waiting = [...tokens].reverse()
    while (waiting.length > 0) {
      const token = waiting.pop()!
      done.push(...(this.#computed(token, waiting, span) ?? [token]))
    }
    return tokensOf(textOf(done))
  }

  /** `%[text]` is expanded at once, and stands for what it becomes. */
  #computed(token: Token, waiting: Token[], span: Span): readonly Token[] | undefined {
    if (token.text !== '%[') return undefined
    const inside = takeUpTo(waiting, ']')
    if (inside === undefined) throw new AssemblyMistake(span, messages.unclosed('%['))
    return this.expand(inside, span).map((one) => ({ ...one, hidden: ALL }))
  }

  #replaced(token: Token, waiting: Token[]): readonly Token[] | undefined {
    if (token.hidden === ALL || token.hidden?.has(token.text.toLowerCase())) return undefined
    const special = this.#special(token.text)
    if (special !== undefined) return tokensOf(special)
    const candidates = this.#named(token.text)
    if (candidates.length === 0) return undefined
    const found = this.#chosen(candidates, waiting)
    if (found === undefined) return undefined
    const hidden = new Set([...(token.hidden ?? []), token.text.toLowerCase()])
    return found.map((one) =>
      one.kind === 'word'
        ? { ...one, hidden: one.hidden === undefined ? hidden : new Set([...one.hidden, ...hidden]) }
        : one,
    )
  }

  /** The one whose parameters are as many as the values in brackets behind it. */
  #chosen(candidates: readonly Definition[], waiting: Token[]): readonly Token[] | undefined {
    const plain = candidates.find(({ parameters }) => parameters === undefined)
    const at = waiting.findLastIndex(({ kind }) => kind !== 'space')
    if (waiting[at]?.text !== '(' || plain !== undefined) return plain?.body
    const rest = waiting.slice(0, at)
    const inside = takeUpTo(rest, ')')
    if (inside === undefined) return undefined
    const values = argumentsOf(inside)
    const fitting = candidates.find(({ parameters }) => parameters!.length === values.length)
    if (fitting === undefined) return undefined
    waiting.length = rest.length
    return fitting.body.flatMap((one) => {
      const place = one.kind === 'word' ? fitting.parameters!.indexOf(one.text) : -1
      return place < 0 ? [one] : values[place]!
    })
  }
}

/** Of a token that is not to be expanded any more. */
const ALL: ReadonlySet<string> = new Set(['*'])

function sameName(a: Definition, b: Definition): boolean {
  return (
    a.name === b.name || ((a.ignoresCase || b.ignoresCase) && a.name.toLowerCase() === b.name.toLowerCase())
  )
}

/** Takes tokens from the end of a stack up to the bracket that closes; undefined where none does. */
function takeUpTo(stack: Token[], closing: string): Token[] | undefined {
  const opening = closing === ')' ? '(' : '['
  const taken: Token[] = []
  let depth = 1
  for (let at = stack.length - 1; at >= 0; at--) {
    const token = stack[at]!
    if (token.text === opening || (closing === ']' && token.text === '%[')) depth++
    else if (token.text === closing) depth--
    if (depth === 0) {
      stack.length = at
      return taken
    }
    taken.push(token)
  }
  return undefined
}

/** `a %+ b` becomes `ab`. */
function pasted(tokens: readonly Token[]): Token[] {
  if (!tokens.some(({ text }) => text === '%+')) return [...tokens]
  const text = textOf(tokens).replace(/[ \t]*%\+[ \t]*/g, '')
  return tokensOf(text)
}

/** Name, parameters and body of a `%define` line, the word itself taken off; undefined where there is no name. */
export function readDefinition(tokens: readonly Token[]): Omit<Definition, 'ignoresCase'> | undefined {
  const [name, ...rest] = trimmed(tokens)
  if (name === undefined || (name.kind !== 'word' && name.kind !== 'parameter')) return undefined
  if (rest[0]?.text !== '(') return { name: name.text, parameters: undefined, body: trimmed(rest) }
  const stack = rest.slice(1).reverse()
  const inside = takeUpTo(stack, ')')
  if (inside === undefined) return undefined
  const parameters = argumentsOf(inside).map((part) => textOf(part).replace(/^[=&]+/, ''))
  return { name: name.text, parameters, body: trimmed(stack.reverse()) }
}
