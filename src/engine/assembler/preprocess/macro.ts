import { messages, AssemblyMistake, type Span } from '../messages.ts'
import { argumentsOf, textOf, trimmed, type Token } from './tokens.ts'

/** A line, and where a reader wrote what it comes from. */
export interface Line {
  readonly text: string
  readonly origin: Origin
}

export interface Origin extends Span {
  /** Line of the source, from 0. */
  readonly line: number
  /** The macro that the line stands in, and in which line of the source. */
  readonly macro?: { readonly name: string; readonly line: number }
}

/** What stands between `%macro` and `%endmacro`. */
export interface Macro {
  readonly name: string
  readonly ignoresCase: boolean
  /** `%rmacro`: it may call itself. */
  readonly isRecursive: boolean
  readonly least: number
  readonly most: number
  /** Its last parameter takes all that is left, commas too. */
  readonly isGreedy: boolean
  readonly defaults: readonly (readonly Token[])[]
  readonly lines: readonly Line[]
}

/** The head of a macro as `%macro name 1-3+ default` says it. */
export function readMacro(rest: readonly Token[], word: string, lines: readonly Line[], span: Span): Macro {
  const match = /^\s*([^\s,]+)(?:\s+(\d+)(?:\s*-\s*(\d+|\*))?\s*(\+)?(?:\.nolist)?(?![^\s,])\s*,?)?/.exec(
    textOf(rest),
  )
  if (match === null) throw new AssemblyMistake(span, messages.macroHead())
  const [head, name, least = '0', most, plus] = match
  return {
    name: name!,
    ignoresCase: word === 'imacro' || word === 'irmacro',
    isRecursive: word.includes('rm'),
    least: Number(least),
    most: most === undefined ? Number(least) : most === '*' ? Infinity : Number(most),
    isGreedy: plus !== undefined,
    defaults: argumentsOf(behind(rest, head.length)),
    lines,
  }
}

/** The tokens behind so many characters. */
function behind(tokens: readonly Token[], length: number): readonly Token[] {
  let at = 0
  let seen = 0
  while (at < tokens.length && seen < length) seen += tokens[at++]!.text.length
  return tokens.slice(at)
}

export function takes({ least, most, isGreedy }: Macro, count: number): boolean {
  return least <= count && (count <= most || isGreedy)
}

/** A macro at work: what its parameters stand for. */
export class Call {
  readonly macro: Macro
  readonly number: number
  readonly #written: string
  readonly #label: string
  #values: (readonly Token[])[]

  constructor(
    macro: Macro,
    number: number,
    { written, label, given }: { written: string; label: string; given: readonly (readonly Token[])[] },
  ) {
    this.macro = macro
    this.number = number
    this.#written = written
    this.#label = label
    this.#values = given.length > macro.most ? joined(given, macro.most) : [...given]
    while (this.#values.length < macro.least + macro.defaults.length)
      this.#values.push(macro.defaults[this.#values.length - macro.least]!)
  }

  rotate(count: number): void {
    const length = this.#values.length
    if (length === 0) return
    const first = ((count % length) + length) % length
    this.#values = [...this.#values.slice(first), ...this.#values.slice(0, first)]
  }

  /** What a parameter stands for; undefined where it is none of a macro's. @param name what stands behind the `%` */
  valueOf(name: string, span: Span): string | undefined {
    if (name === '0') return String(this.#values.length)
    if (name === '00') return this.#label
    if (name === '?') return this.#written
    if (name === '??') return this.macro.name
    if (name.startsWith('%')) return `..@${this.number}.${name.slice(1)}`
    if (/^\d+$/.test(name)) return textOf(this.#values[Number(name) - 1] ?? [])
    const condition = /^([+-])(\d+)$/.exec(name)
    if (condition !== null) return this.#condition(condition[2]!, condition[1] === '-', span)
    const range = /^(-?\d+):(-?\d+)$/.exec(name)
    return range === null ? undefined : this.#range(Number(range[1]), Number(range[2]))
  }

  /** `j%-1` jumps where `j%+1` does not. */
  #condition(number: string, isNegated: boolean, span: Span): string {
    const written = textOf(this.#values[Number(number) - 1] ?? []).toLowerCase()
    if (!/^n?(?:[abgl]e?|[ceopsz])$|^p[eo]$/.test(written))
      throw new AssemblyMistake(span, messages.notCondition(written))
    if (!isNegated) return written
    const special: Record<string, string> = { pe: 'po', po: 'pe' }
    return special[written] ?? (written.startsWith('n') ? written.slice(1) : `n${written}`)
  }

  /** Negative places count from the end; a range may run backwards. */
  #range(from: number, to: number): string {
    const count = this.#values.length
    const [first, last] = [from, to].map((place) => (place < 0 ? count + place : place - 1)) as [
      number,
      number,
    ]
    const step = first <= last ? 1 : -1
    const parts: string[] = []
    for (let at = first; step > 0 ? at <= last : at >= last; at += step) {
      if (at < 0 || at >= count) break
      parts.push(textOf(this.#values[at]!))
    }
    return parts.join(',')
  }
}

/** The last of `most` values is all that is left. */
function joined(given: readonly (readonly Token[])[], most: number): (readonly Token[])[] {
  const rest = given.slice(most - 1).map((part) => textOf(part))
  return [...given.slice(0, most - 1), [{ kind: 'other', text: rest.join(',') }]]
}

/** A call's first words: a label, the macro's name, and what is given to it. */
export function readCall(
  tokens: readonly Token[],
): readonly { name: Token; label: string; rest: readonly Token[] }[] {
  const [first, ...others] = trimmed(tokens)
  if (first?.kind !== 'word') return []
  const calls = [{ name: first, label: '', rest: others }]
  const colon = trimmed(others)[0]?.text === ':' ? trimmed(others).slice(1) : others
  const [second, ...rest] = trimmed(colon)
  if (second?.kind === 'word') calls.push({ name: second, label: first.text, rest })
  return calls
}
