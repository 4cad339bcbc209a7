import { hex } from '../units.ts'
import { QUANTITIES, type Quantity } from './quantity.ts'

/** An answer. Addresses and bit patterns are printed in hexadecimal, counts, values and distances in decimal. */
export type FactValue =
  | { readonly kind: 'address' | 'number' | 'signed'; readonly value: bigint }
  | { readonly kind: 'bytes' | 'text'; readonly value: string }

/** What a machine says; a `value` as Rust writes it. */
export type Answer = bigint | number | string | Uint8Array

/** An answer as it stands in the page: `0x5FFF`, `42`, `-5`, `2a`, `RW`. */
export function factText({ kind, value }: FactValue): string {
  return kind === 'address' ? hex(value as bigint) : value.toString()
}

/** An answer as what it is. */
export function factValue(answer: Answer, quantity: Quantity): FactValue {
  const { prints } = QUANTITIES[quantity]
  if (prints === 'value') return valueOfType(String(answer))
  if (prints === 'bytes') return { kind: prints, value: bytesText(answer as Uint8Array) }
  if (prints === 'text') return { kind: prints, value: String(answer) }
  return { kind: prints, value: BigInt(answer as bigint | number) }
}

/** Numbers as numbers, so that they can be compared; other values as Rust writes them. */
function valueOfType(value: string): FactValue {
  if (!/^-?\d+$/.test(value)) return { kind: 'text', value }
  return { kind: value.startsWith('-') ? 'signed' : 'number', value: BigInt(value) }
}

/** Bytes as facts carry them: two small hexadecimal digits each, the lowest address first. */
export function bytesText(value: Iterable<number>): string {
  return Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
