import {
  isAddressRegister,
  printAddress,
  type AddressExpression,
} from '../machine/access/address-expression.ts'
import { hex } from '../units.ts'
import type { Fact, Moment, Subject, VariablePlace } from './fact.ts'
import { IDENTIFIER } from './parse-fact.ts'
import { isReserved, rowOf, type Parameter } from './vocabulary.ts'

/** A fact as it is written: what `parseFact` reads back. */
export function printFact({ moment, subject, property }: Fact): string {
  const asked = property === '' ? printSubject(subject) : `${printSubject(subject)}.${property}`
  return moment === undefined ? asked : `after(${printMoment(moment)}).${asked}`
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
  return moment.kind === 'step' ? String(moment.step) : quoted(moment.text)
}

/** A word of the vocabulary that stands alone is the vocabulary's, and a variable called so says what it is. */
function printVariable(place: VariablePlace): string {
  const text = printPlace(place)
  return isReserved(text) ? `variable(${text})` : text
}

function printPlace({ function: inFunction, name }: VariablePlace): string {
  return inFunction === undefined ? name : `${inFunction}::${name}`
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
