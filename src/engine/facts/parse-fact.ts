/**
 * Reads a fact. The machine panel reads thousands on the page, at every move of the pointer, where a parser
 * generator's tables and its runtime would weigh more than all else that the panel needs.
 *
 *   Fact       = [ Moment "." ] Subject { "." "walk" "(" Name ")" } [ "." Identifier ]
 *   Moment     = "after" "(" ( Count | String ) ")" | "before" "(" String ")"
 *   Subject    = Word [ "(" Parameter { "," Parameter } ")" ] | Place
 *   Place      = ( Variable | "(" "*" { "*" } Place ")" ) { "." ( Identifier | Digits ) | "[" Count "]" }
 *   Variable   = [ Identifier { "::" Identifier } [ "[" Count "]" ] "::" ] Identifier | "variable" "(" Place ")"
 *   Address    = [ Sign ] Term { Sign Term }
 *   Term       = Number | Identifier | "variable" "(" Identifier ")"
 *   Name       = Identifier | String
 *
 * What a Word takes, and what can be asked of it, stands in the vocabulary's table. A word that can stand without
 * parentheses is never a variable there; any other name is one. The last name behind a dot is what is asked, and those
 * before it are fields. `fib[1]` is the call of `fib` that has made the innermost one.
 */
import { isAddressRegister, type AddressExpression } from '../machine/access/address-expression.ts'
import { readNumber } from '../units.ts'
import type { Fact, Moment, PlaceStep, Subject, VariablePlace } from './fact.ts'
import { isReserved, propertyRow, rowOf, SUBJECTS, type Parameter, type SubjectKind } from './vocabulary.ts'

/** Where reading a text came to an end, and what should have stood there. misreading.ts says it in sentences. */
export class Misreading extends Error {
  readonly from: number
  readonly to: number
  readonly expected: string
  /** What was being asked about. */
  readonly subject: Subject | undefined

  constructor(
    { from, to }: { readonly from: number; readonly to: number },
    expected: string,
    subject?: Subject,
  ) {
    super(expected)
    this.from = from
    this.to = to
    this.expected = expected
    this.subject = subject
  }
}

type Parsed<Value> = ({ readonly ok: true } & Value) | { readonly ok: false; readonly misreading: Misreading }

/** A question to a machine from its text; what is wrong with it, if it is none. */
export function parseFact(text: string): Parsed<{ readonly fact: Fact }> {
  return reading(text, (reader) => ({ fact: reader.fact() }))
}

/** What a question can be about: `x`, `address(rbp - 1)`. */
export function parseSubject(text: string): Parsed<{ readonly subject: Subject }> {
  return reading(text, (reader) => ({ subject: reader.subject() }))
}

/** A variable, or a part of one, whatever it is called. */
export function parsePlace(text: string): VariablePlace | undefined {
  const parsed = reading(text, (reader) => ({ place: reader.place() }))
  return parsed.ok ? parsed.place : undefined
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
    if (error instanceof Misreading) return { ok: false, misreading: error }
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
const MOMENT = /(?:after|before)\s*\(/y
const WALK = /\.\s*walk\s*\(/y
/** Which call of a function, where `::` follows. */
const CALL = /\[\s*\d\w*\s*\]\s*::/y

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
  /** The name behind the last dot of a place. */
  #lastName: Token | undefined

  constructor(text: string) {
    this.#text = text
    this.#next = this.#tokenAt(0)
  }

  fact(): Fact {
    if (!this.#follows(MOMENT)) return this.#question()
    const isBefore = this.#take().text === 'before'
    const moment = this.#between(() => this.#moment(isBefore))
    this.#symbol('.')
    return { moment, ...this.#question() }
  }

  subject(): Subject {
    let subject = this.#subject()
    while (this.#follows(WALK)) {
      if (propertyRow(subject.kind, 'virtualAddress') === undefined)
        throw new Misreading(this.#next, 'an address', subject)
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

  /** @throws Misreading where something is left */
  end(): void {
    if (this.#next.kind !== 'end') this.#expected('the end')
  }

  #question(): { readonly subject: Subject; readonly property: string } {
    const subject = this.subject()
    if (subject.kind === 'variable') return this.#askedOf(subject.parameters[0])
    const isAsked = this.#next.text === '.'
    if (isAsked) this.#take()
    const { from, to, text, kind } = this.#next
    const property = isAsked ? text : ''
    if ((isAsked && kind !== 'identifier') || propertyRow(subject.kind, property) === undefined)
      throw new Misreading(isAsked ? { from, to } : { from, to: from }, 'a property', subject)
    if (isAsked) this.#take()
    return { subject, property }
  }

  /** The last name behind a dot is none of a field: it is what is asked. */
  #askedOf(place: VariablePlace): { readonly subject: Subject; readonly property: string } {
    const { path = [], ...variable } = place
    const last = path.at(-1)
    const [property, asked] = last?.kind === 'field' ? [last.name, this.#lastName] : ['', undefined]
    const subject = variableAt(asked ? withPath(variable, path.slice(0, -1)) : place)
    const { from } = this.#next
    if (propertyRow('variable', property) === undefined)
      throw new Misreading(asked ?? { from, to: from }, 'a property', subject)
    return { subject, property }
  }

  /** A variable, a part of one, or what lies behind it. */
  place(): VariablePlace {
    if (this.#next.text !== '(') return this.#steps(this.#variable(this.#identifier('a variable').text))
    return this.#steps(this.#between(() => this.#behind()))
  }

  #behind(): VariablePlace {
    this.#symbol('*')
    return withStep(this.#next.text === '*' ? this.#behind() : this.place(), { kind: 'target' })
  }

  #steps(whole: VariablePlace): VariablePlace {
    let place = whole
    for (;;) {
      if (this.#next.text === '[') {
        this.#take()
        place = withStep(place, { kind: 'element', index: this.#count() })
        this.#symbol(']')
      } else if (this.#next.text === '.' && !this.#follows(WALK)) {
        this.#take()
        if (!NAME_OF_FIELD.test(this.#next.text))
          throw new Misreading(this.#next, 'a property', variableAt(place))
        this.#lastName = this.#take()
        place = withStep(place, { kind: 'field', name: this.#lastName.text })
      } else return place
    }
  }

  #subject(): Subject {
    if (this.#next.text === '(') return variableAt(this.place())
    const word = this.#identifier('a subject')
    const { text } = word
    if (this.#next.text === '(') {
      const called = this.#call(word)
      return called.kind === 'variable' ? variableAt(this.#steps(called.parameters[0])) : called
    }
    if (this.#next.text !== '::' && !this.#follows(CALL) && isReserved(text)) {
      const parameters = rowOf(text as SubjectKind).takes.map(() => undefined)
      return { kind: text, parameters } as unknown as Subject
    }
    return variableAt(this.#steps(this.#variable(text)))
  }

  #call(word: Token): Subject {
    const kind = word.text as SubjectKind
    const row = Object.hasOwn(SUBJECTS, kind) && kind !== 'walk' ? rowOf(kind) : undefined
    if (row === undefined || row.takes.length === 0) throw new Misreading(word, 'a question')
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
        return this.place()
      case 'subject':
        return this.subject()
    }
  }

  /** Of several names the last is the variable’s. */
  #variable(first: string): VariablePlace {
    const names = [first]
    let call: number | undefined
    while (this.#next.text === '::' || (call === undefined && this.#follows(CALL))) {
      if (this.#take().text === '[') {
        call = this.#count()
        this.#symbol(']')
        this.#take()
      }
      names.push(this.#identifier('a name').text)
    }
    const name = names.pop()!
    if (names.length === 0) return { name }
    return { function: names.join('::'), ...(call === undefined ? {} : { call }), name }
  }

  #moment(isBefore: boolean): Moment {
    if (this.#next.kind !== 'string')
      return isBefore ? this.#expected('an instruction in quotes') : { kind: 'step', step: this.#count() }
    const text = unquoted(this.#take().text)
    return { kind: 'instruction', text, ...(isBefore ? { isBefore } : {}) }
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
    const number = this.#next
    const count = Number(this.#number('a number'))
    if (!Number.isSafeInteger(count)) throw new Misreading(number, 'a smaller number')
    return count
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
    throw new Misreading(this.#next, what)
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

const NAME_OF_FIELD = new RegExp(`^(?:${IDENTIFIER}|\\d+)$`, 'u')

function variableAt(place: VariablePlace): Subject & { readonly kind: 'variable' } {
  return { kind: 'variable', parameters: [place] }
}

function withStep(place: VariablePlace, step: PlaceStep): VariablePlace {
  return { ...place, path: [...(place.path ?? []), step] }
}

function withPath(variable: VariablePlace, path: readonly PlaceStep[]): VariablePlace {
  return path.length === 0 ? variable : { ...variable, path }
}

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\([^])/g, '$1')
}
