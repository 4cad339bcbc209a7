import { sha256 } from './sha256.ts'

/** Crockford's: no letter that looks like a digit or like another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A digest of a text that can be written on paper, fifty bits of it: `7K3QX-9MZT2`. */
export function shortCode(text: string): string {
  const digest = BigInt(`0x${sha256(text).slice(0, 16)}`) >> 14n
  const letters = Array.from(
    { length: 10 },
    (_, place) => LETTERS[Number((digest >> BigInt(45 - 5 * place)) & 31n)],
  )
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}
