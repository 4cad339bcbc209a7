import {
  isAddressRegister,
  printAddress,
  type AddressExpression,
} from '../machine/access/address-expression.ts'
import { hex } from '../units.ts'
import type { Fact, Moment, PlaceStep, Subject, VariablePlace } from './fact.ts'
import { IDENTIFIER } from './parse-fact.ts'
import { isReserved, rowOf, type Parameter } from './vocabulary.ts'

/** A fact as it is written: what `parseFact` reads back. */
export function printFact({ moment, subject, property }: Fact): string {
  const asked = property === '' ? printSubject(subject) : `${printSubject(subject)}.${property}`
  return moment === undefined ? asked : `${printMoment(moment)}.${asked}`
}

export function printSubject({ kind, parameters }: Subject): string {
  if (kind === 'variable') return printVariable(parameters[0])
  if (kind === 'walk') return `${printSubject(parameters[0])}.walk(${printName(parameters[1])})`
  const texts = printParameters({ kind, parameters } as Subject)
  return texts.length === 0 ? kind : `${kind}(${texts.join(', ')})`
}

/** What stands between a subject's parentheses; what is left out has no text. */
export function printParameters({ kind, parameters }: Subject): string[] {
  const { takes } = rowOf(kind)
  return takes.flatMap((taken, at) => {
    const value: unknown = parameters[at]
    return value === undefined ? [] : [PRINTERS[taken](value as never)]
  })
}

const PRINTERS: Readonly<Record<Parameter, (value: never) => string>> = {
  address: printExpression,
  number: (value: bigint) => hex(value),
  count: String,
  'count?': String,
  name: printName,
  'name?': printName,
  variable: printPlace,
  subject: printSubject,
}

function printMoment(moment: Moment): string {
  if (moment.kind === 'step') return `after(${moment.step})`
  return `${moment.isBefore ? 'before' : 'after'}(${quoted(moment.text)})`
}

/** A word of the vocabulary that begins is the vocabulary's, and a variable called so says what it is. */
function printVariable(place: VariablePlace): string {
  const { function: inFunction, name, path = [] } = place
  const begins = inFunction === undefined && path.every(({ kind }) => kind !== 'target')
  return begins && isReserved(name) ? printSteps(`variable(${name})`, path) : printPlace(place)
}

/** A place as Rust writes it: `p.x`, `a[2]`, `(*v)[0]`; `main::x` and `fib[1]::n` for another frame's. */
function printPlace({ function: inFunction, call, name, path = [] }: VariablePlace): string {
  const at = call === undefined ? '' : `[${call}]`
  return printSteps(inFunction === undefined ? name : `${inFunction}${at}::${name}`, path)
}

function printSteps(whole: string, path: readonly PlaceStep[]): string {
  return path.reduce((text, step, at) => {
    if (step.kind === 'target') return path[at - 1]?.kind === 'target' ? `(*${text.slice(1)}` : `(*${text})`
    return step.kind === 'field' ? `${text}.${step.name}` : `${text}[${step.index}]`
  }, whole)
}

function printName(name: string): string {
  return WHOLE_IDENTIFIER.test(name) ? name : quoted(name)
}

const WHOLE_IDENTIFIER = new RegExp(`^${IDENTIFIER}$`, 'u')

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

function printExpression(expression: AddressExpression): string {
  return printAddress(expression, printSymbol)
}

/** In an address a register's name is the register's. */
function printSymbol(name: string): string {
  return isAddressRegister(name) ? `variable(${name})` : name
}
