import type { AddressExpression } from '../machine/access/address-expression.ts'
import { plainNumber, type Fact, type Subject } from './fact.ts'
import { printParameters } from './print-fact.ts'
import { QUANTITIES, type PointedAt } from './quantity.ts'
import { propertyRow, rowOf } from './vocabulary.ts'

/** What a fact is of: a variable or register by its name, or so many bytes from an address on. */
export type FactThing =
  | { readonly kind: 'variable' | 'register'; readonly name: string }
  | { readonly kind: 'virtual' | 'physical'; readonly start: bigint; readonly byteCount: number }

/**
 * The thing that a fact's value points at, or else that the fact is about; undefined where there is none. Another
 * moment's value is nothing that this one shows elsewhere.
 * @param value the fact's canonical text
 */
export function thingOf({ moment, subject, property }: Fact, value: string): FactThing | undefined {
  const row = propertyRow(subject.kind, property)
  if (moment !== undefined || row === undefined) return undefined
  const { pointsAt } = QUANTITIES[row.quantity] as { readonly pointsAt?: PointedAt }
  if (pointsAt !== undefined) return /^0x/.test(value) ? range(pointsAt, BigInt(value)) : undefined
  const { thing } = rowOf(subject.kind)
  if (thing === 'register') return { kind: thing, name: property }
  if (thing === 'variable') return { kind: thing, name: printParameters(subject).join() }
  return thing && rangeFrom(thing, subject)
}

/** From what stands first in the parentheses on, where that is a number, as many as stand second. */
function rangeFrom(thing: PointedAt, { parameters }: Subject): FactThing | undefined {
  const [from, byteCount = thing.byteCount] = parameters as readonly [AddressExpression | bigint, number?]
  const start = typeof from === 'bigint' ? from : plainNumber(from)
  return start === undefined ? undefined : range({ ...thing, byteCount }, start)
}

function range({ memory, byteCount, scale }: PointedAt, at: bigint): FactThing {
  return { kind: memory, start: at * BigInt(scale), byteCount }
}
