import { groupedHex, groupedPage, shortHex } from '#engine/units.ts'

/**
 * A fact's canonical text as people read it: grouped digits, a real minus sign, bytes set apart. With the fact's
 * name, a page number is grouped like the addresses it begins, and bytes are no decimal number.
 */
export function showValue(value: string, form: 'full' | 'short' = 'full', fact = ''): string {
  if (/^0x[0-9A-F]+$/.test(value)) return showHex(BigInt(value), form, fact)
  if (OF_BYTES.test(fact) && PAIRS.test(value)) return showBytes(value)
  if (/^-\d+$/.test(value)) return '\u2212' + groupThousands(value.slice(1))
  if (/^\d+$/.test(value)) return groupThousands(value)
  return value
}

/** `x.bytes`, `memory(rbp - 4, 4)`. */
const OF_BYTES = /\.bytes$|(?:^|\.)(?:memory|byte)\([^)]*\)$/
const PAIRS = /^(?:[0-9a-f]{2})+$/

function showHex(value: bigint, form: 'full' | 'short', fact: string): string {
  if (form === 'short') return shortHex(value)
  return fact.endsWith('.page') ? groupedPage(value) : groupedHex(value)
}

/** Bytes as a row of two-digit pairs: `c6 45 ff 2a`. */
export function showBytes(value: string): string {
  return value.replace(/^0x/, '').replace(/[0-9a-fA-F]{2}(?=.)/g, '$& ')
}

/** Four digits stay together (4096); longer numbers are grouped by a narrow space. */
function groupThousands(digits: string): string {
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, '\u202F')
}
