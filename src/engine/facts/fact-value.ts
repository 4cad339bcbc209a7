import { hex } from '../units.ts'

/** An answer. Addresses and bit patterns are printed in hexadecimal, counts, values and distances in decimal. */
export type FactValue =
  | { readonly kind: 'address' | 'number' | 'signed'; readonly value: bigint }
  | { readonly kind: 'bytes' | 'text'; readonly value: string }

/** An answer as it stands in the page: `0x5FFF`, `42`, `-5`, `2a`, `RW`. */
export function factText({ kind, value }: FactValue): string {
  return kind === 'address' ? hex(value as bigint) : value.toString()
}

export const address = (value: bigint | number): FactValue => ({ kind: 'address', value: BigInt(value) })
export const number = (value: bigint | number): FactValue => ({ kind: 'number', value: BigInt(value) })
export const signed = (value: bigint | number): FactValue => ({ kind: 'signed', value: BigInt(value) })
export const text = (value: string): FactValue => ({ kind: 'text', value })
export const bytes = (value: Uint8Array): FactValue => ({ kind: 'bytes', value: bytesText(value) })

/** Bytes as facts carry them: two small hexadecimal digits each, the lowest address first. */
export function bytesText(value: Iterable<number>): string {
  return Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
