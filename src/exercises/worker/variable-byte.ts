import { numberTerm, subject, variable, type Subject } from '#engine/facts/fact.ts'
import type { AddressTerm } from '#engine/machine/access/address-expression.ts'

/** A byte of a variable, as `memory(y + 1)` and `byte(y + 1)` name one. */
export interface VariableByte {
  readonly name: string
  readonly variable: Subject
  /** How far above the variable's lowest byte it lies. */
  readonly distance: bigint
  /** Another byte of the same variable, asked for in the same way. */
  readonly byteAt: (distance: bigint) => Subject
}

/** Undefined where a subject is no byte, or one that is not counted upwards from a variable. */
export function variableByte({ kind, parameters }: Subject): VariableByte | undefined {
  if (kind !== 'memory' && kind !== 'byte') return undefined
  const [first, second, ...others] = parameters[0].terms
  if (first?.kind !== 'symbol' || first.sign < 0 || others.length > 0) return undefined
  if (second !== undefined && (second.kind !== 'number' || second.sign < 0)) return undefined
  const name = first.text
  return {
    name,
    variable: variable(name),
    distance: second?.value ?? 0n,
    byteAt: (distance) => byteOf(kind, first, distance),
  }
}

function byteOf(kind: 'memory' | 'byte', base: AddressTerm, distance: bigint): Subject {
  const place = { terms: [base, numberTerm(distance)] }
  return kind === 'memory' ? subject(kind, place, undefined) : subject(kind, place)
}
