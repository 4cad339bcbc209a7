/** A fact as a value: a question to a machine, taken apart. */
import type { AddressExpression, AddressTerm } from '../machine/access/address-expression.ts'
import type { Parameter, SUBJECTS, SubjectKind } from './vocabulary.ts'

/** A moment of a run: after so many instructions of the called function, or after or before the first that reads like this. */
export type Moment =
  | { readonly kind: 'step'; readonly step: number }
  | { readonly kind: 'instruction'; readonly text: string; readonly isBefore?: true }

export interface Fact {
  /** The machine as it is now, where none is named. */
  readonly moment?: Moment
  readonly subject: Subject
  /** The name behind the dot; '' of a subject that is a fact by itself, such as `root`. */
  readonly property: string
}

/** From a value to a part of it, or to what it points at. */
export type PlaceStep =
  /** By the name of a struct's field, or its number in a tuple. */
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'element'; readonly index: number }
  | { readonly kind: 'target' }

/** Which variable is meant, of several that one function calls so the one declared last; and what of it. */
export interface VariablePlace {
  /** Where none is named, the function whose frame it is now. */
  readonly function?: string
  /** Of the calls of this function that have not returned: 0 is the innermost, and meant where none is named. */
  readonly call?: number
  readonly name: string
  readonly path?: readonly PlaceStep[]
}

interface ParameterValues {
  address: AddressExpression
  number: bigint
  count: number
  'count?': number | undefined
  name: string
  'name?': string | undefined
  variable: VariablePlace
  subject: Subject
}

type Values<Takes extends readonly Parameter[]> = { readonly [At in keyof Takes]: ParameterValues[Takes[At]] }

/** The values of what a subject takes, in the table's order; undefined where one is left out. */
export type ParametersOf<Kind extends SubjectKind> = Values<(typeof SUBJECTS)[Kind]['takes']>

/** What is asked about. */
export type Subject = {
  [Kind in SubjectKind]: { readonly kind: Kind; readonly parameters: ParametersOf<Kind> }
}[SubjectKind]

export function subject<Kind extends SubjectKind>(kind: Kind, ...parameters: ParametersOf<Kind>): Subject {
  return { kind, parameters } as unknown as Subject
}

/** A variable whatever it is called, of the running function or of the one that is named. */
export function variable(name: string, inFunction?: string): Subject {
  return subject('variable', inFunction === undefined ? { name } : { function: inFunction, name })
}

/** An address that is known as a number. */
export function addressSubject(address: bigint | number): Subject {
  return subject('address', numberExpression(BigInt(address)))
}

export function numberExpression(value: bigint): AddressExpression {
  return { terms: [numberTerm(value)] }
}

export function numberTerm(value: bigint): AddressTerm {
  return { sign: 1, kind: 'number', text: String(value), value }
}

/** The number, where an address is one and nothing else. */
export function plainNumber({ terms }: AddressExpression): bigint | undefined {
  const [first, ...others] = terms
  return first?.kind === 'number' && first.sign === 1 && others.length === 0 ? first.value : undefined
}
