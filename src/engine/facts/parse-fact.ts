/**
 * Reads a fact. The machine panel reads thousands on the page, at every move of the pointer, where a parser
 * generator's tables and its runtime would weigh more than all else that the panel needs.
 *
 *   Fact       = [ "after" "(" ( Count | String ) ")" "." ] Subject { "." "walk" "(" Name ")" } [ "." Identifier ]
 *   Subject    = Word [ "(" Parameter { "," Parameter } ")" ] | Variable
 *   Variable   = { Identifier "::" } Identifier
 *   Address    = [ Sign ] Term { Sign Term }
 *   Term       = Number | Identifier | "variable" "(" Identifier ")"
 *   Name       = Identifier | String
 *
 * What a Word takes, and what can be asked of it, stands in the vocabulary's table. A word that can stand without
 * parentheses is never a variable there; any other name is one.
 */
import { Mistake, type Diagnostic } from '../diagnostic.ts'
import { isAddressRegister, type AddressExpression } from '../machine/access/address-expression.ts'
import { readNumber } from '../units.ts'
import type { Fact, Moment, Subject, VariablePlace } from './fact.ts'
import { isReserved, propertyRow, rowOf, SUBJECTS, type Parameter, type SubjectKind } from './vocabulary.ts'

type Parsed<Value> = ({ readonly ok: true } & Value) | { readonly ok: false; readonly diagnostic: Diagnostic }

/** A question to a machine from its text; what is wrong with it, if it is none. */
export function parseFact(text: string): Parsed<{ readonly fact: Fact }> {
  return reading(text, (reader) => ({ fact: reader.fact() }))
}

/** What a question can be about: `x`, `address(rbp - 1)`. */
export function parseSubject(text: string): Parsed<{ readonly subject: Subject }> {
  return reading(text, (reader) => ({ subject: reader.subject() }))
}

/** An address on its own: `rbp - 1`, `y + 2`. */
export function parseAddress(text: string): AddressExpression | undefined {
  const parsed = reading(text, (reader) => ({ address: reader.address() }))
  return parsed.ok ? parsed.address : undefined
}

function reading<Value>(text: string, read: (reader: FactReading) => Value): Parsed<Value> {
  try {
    const reader = new FactReading(text)
    const value = read(reader)
    reader.end()
    return { ok: true, ...value }
  } catch (error) {
    if (error instanceof Mistake) return { ok: false, diagnostic: error.diagnostic }
    throw error
  }
}

/** As Rust has them; a raw one keeps its mark. */
export const IDENTIFIER = String.raw`(?:r#)?[\p{XID_Start}_]\p{XID_Continue}*`
const TOKENS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['identifier', new RegExp(IDENTIFIER, 'uy')],
  ['number', /\d\w*/y],
  ['string', /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/sy],
  ['symbol', /::|[^]/uy],
]
const SPACE = /\s*/y
/** Words that are the vocabulary's where a parenthesis follows. */
const AFTER = /after\s*\(/y
const WALK = /\.\s*walk\s*\(/y
/** Words that a message lists. */
const MOST_LISTED = 12

interface Token {
  readonly kind: 'identifier' | 'number' | 'string' | 'symbol' | 'end'
  readonly text: string
  readonly from: number
  readonly to: number
}

/** One text being read from left to right. */
class FactReading {
  readonly #text: string
  #next: Token

  constructor(text: string) {
    this.#text = text
    this.#next = this.#tokenAt(0)
  }

  fact(): Fact {
    if (!this.#follows(AFTER)) return this.#question()
    this.#take()
    const moment = this.#between(() => this.#moment())
    this.#symbol('.')
    return { moment, ...this.#question() }
  }

  subject(): Subject {
    let subject = this.#subject()
    while (this.#follows(WALK)) {
      if (propertyRow(subject.kind, 'virtualAddress') === undefined)
        this.#fail('Only an address is walked for.', 'For example: x.walk(pml4).index.')
      this.#take()
      this.#take()
      subject = { kind: 'walk', parameters: [subject, this.#between(() => this.#name())] }
    }
    return subject
  }

  address(): AddressExpression {
    const terms = [this.#term(this.#sign() ?? 1)]
    for (let sign = this.#sign(); sign !== undefined; sign = this.#sign()) terms.push(this.#term(sign))
    return { terms }
  }

  /** @throws Mistake where something is left */
  end(): void {
    if (this.#next.kind !== 'end') this.#fail(`“${this.#next.text}” belongs to no fact.`, 'Leave it out.')
  }

  #question(): { readonly subject: Subject; readonly property: string } {
    const { from } = this.#next
    const subject = this.subject()
    const { asks } = rowOf(subject.kind)
    const span = { from, to: this.#next.from }
    const written = this.#text.slice(from, span.to).trim()
    if (this.#next.text !== '.') {
      if (propertyRow(subject.kind, '') !== undefined) return { subject, property: '' }
      throw new Mistake(span, `What is asked of ${written}?`, canBeAsked(asks))
    }
    this.#take()
    const property = this.#identifier('what is asked')
    if (propertyRow(subject.kind, property.text) !== undefined) return { subject, property: property.text }
    const ofVariable = isReserved(written) ? ` A variable of that name is written variable(${written}).` : ''
    throw new Mistake(
      property,
      `There is no “${property.text}” of ${written}.`,
      canBeAsked(asks) + ofVariable,
    )
  }

  #subject(): Subject {
    const word = this.#identifier('a subject')
    const { text } = word
    if (this.#next.text === '(') return this.#call(word)
    if (this.#next.text !== '::' && isReserved(text)) {
      const parameters = rowOf(text as SubjectKind).takes.map(() => undefined)
      return { kind: text, parameters } as unknown as Subject
    }
    return { kind: 'variable', parameters: [this.#variable(text)] }
  }

  #call(word: Token): Subject {
    const kind = word.text as SubjectKind
    const row = Object.hasOwn(SUBJECTS, kind) && kind !== 'walk' ? rowOf(kind) : undefined
    if (row === undefined || row.takes.length === 0) {
      const known = Object.keys(SUBJECTS).filter((other) => rowOf(other as SubjectKind).takes.length > 0)
      throw new Mistake(
        word,
        `Nothing is called ${word.text}(…).`,
        `With parentheses there are ${listed(known)}`,
      )
    }
    const parameters = this.#between(() => row.takes.map((taken, at) => this.#parameter(taken, at === 0)))
    return { kind, parameters } as unknown as Subject
  }

  #parameter(taken: Parameter, isFirst: boolean): unknown {
    if (taken.endsWith('?') && this.#next.text === ')' && !isFirst) return undefined
    if (!isFirst) this.#symbol(',')
    switch (taken) {
      case 'address':
        return this.address()
      case 'number':
        return this.#number('a number')
      case 'count':
      case 'count?':
        return this.#count()
      case 'name':
      case 'name?':
        return this.#name()
      case 'variable':
        return this.#variable(this.#identifier('a variable').text)
      case 'subject':
        return this.subject()
    }
  }

  /** Of several names the last is the variable’s. */
  #variable(first: string): VariablePlace {
    const names = [first]
    while (this.#next.text === '::') {
      this.#take()
      names.push(this.#identifier('a name').text)
    }
    const name = names.pop()!
    return names.length === 0 ? { name } : { function: names.join('::'), name }
  }

  #moment(): Moment {
    if (this.#next.kind === 'string') return { kind: 'instruction', text: unquoted(this.#take().text) }
    return { kind: 'step', step: this.#count() }
  }

  #sign(): 1 | -1 | undefined {
    if (this.#next.text !== '+' && this.#next.text !== '-') return undefined
    return this.#take().text === '-' ? -1 : 1
  }

  #term(sign: 1 | -1): AddressExpression['terms'][number] {
    if (this.#next.kind === 'number') {
      const value = this.#number('a number')
      return { sign, kind: 'number', text: String(value), value }
    }
    const { text } = this.#identifier('a number, a register or a variable')
    if (text === 'variable' && this.#next.text === '(')
      return {
        sign,
        kind: 'symbol',
        text: this.#between(() => this.#identifier('a variable').text),
        value: 0n,
      }
    return { sign, kind: isAddressRegister(text) ? 'register' : 'symbol', text, value: 0n }
  }

  #number(what: string): bigint {
    const value = this.#next.kind === 'number' ? readNumber(this.#next.text) : undefined
    if (value === undefined) return this.#expected(what)
    this.#take()
    return value
  }

  #count(): number {
    const { from, to } = this.#next
    const count = Number(this.#number('a number'))
    if (Number.isSafeInteger(count)) return count
    throw new Mistake({ from, to }, 'Nothing is counted so far.', 'Write a smaller number.')
  }

  #name(): string {
    return this.#next.kind === 'string' ? unquoted(this.#take().text) : this.#identifier('a name').text
  }

  #between<Value>(read: () => Value): Value {
    this.#symbol('(')
    const value = read()
    this.#symbol(')')
    return value
  }

  #identifier(what: string): Token {
    return this.#next.kind === 'identifier' ? this.#take() : this.#expected(what)
  }

  #symbol(symbol: string): void {
    if (this.#next.text !== symbol || this.#next.kind !== 'symbol') this.#expected(`“${symbol}”`)
    this.#take()
  }

  #expected(what: string): never {
    const found = this.#next.kind === 'end' ? 'the end' : `“${this.#next.text}”`
    return this.#fail(`Here ${what} should stand, not ${found}.`, 'For example: x.physicalAddress.')
  }

  #fail(message: string, help: string): never {
    throw new Mistake(this.#next, message, help)
  }

  #take(): Token {
    const token = this.#next
    this.#next = this.#tokenAt(token.to)
    return token
  }

  #follows(pattern: RegExp): boolean {
    pattern.lastIndex = this.#next.from
    return pattern.test(this.#text)
  }

  #tokenAt(at: number): Token {
    SPACE.lastIndex = at
    SPACE.test(this.#text)
    const from = SPACE.lastIndex
    for (const [kind, pattern] of TOKENS) {
      pattern.lastIndex = from
      const text = pattern.exec(this.#text)?.[0]
      if (text !== undefined) return { kind, text, from, to: from + text.length }
    }
    return { kind: 'end', text: '', from: this.#text.length, to: this.#text.length }
  }
}

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\([^])/g, '$1')
}

function canBeAsked(asks: object): string {
  const names = Object.keys(asks).filter((name) => name !== '')
  return names.length === 0 ? 'It is a fact by itself.' : `It can be asked for ${listed(names)}`
}

function listed(names: readonly string[]): string {
  const more = names.length > MOST_LISTED ? ', …' : '.'
  return names.slice(0, MOST_LISTED).join(', ') + more
}
