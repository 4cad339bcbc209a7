/** Rows of a page table as they are printed: what `parsePages` reads back. */
import { ACCESSED, DIRTY, GLOBAL, PRESENT } from '../../memory/entry.ts'
import { hex, PAGE_SIZE } from '../../units.ts'
import type { PageRow } from '../kernel.ts'

/** Bits that say nothing of rights: the same in every format, as its own bits. */
export const MARKS = [
  ['G', GLOBAL],
  ['A', ACCESSED],
  ['D', DIRTY],
] as const

export const UNITS: Readonly<Record<string, number>> = { kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30 }

/** One row as it is printed; `parsePages` reads it back to the same page and entry. */
function printRow({ page, entry, byteCount }: PageRow): string {
  const base = entry & (((1n << 52n) - 1n) ^ BigInt(PAGE_SIZE - 1))
  if ((entry & BigInt(PRESENT)) === 0n) return `${hex(page)} → ${base === 0n ? '' : `${hex(base)} `}none`
  const size = byteCount === undefined ? '' : ` ${sizeText(byteCount)}`
  const marks = MARKS.filter(([, bit]) => (entry & BigInt(bit)) !== 0n).map(([flag]) => ` ${flag}`)
  return `${hex(page)} → ${hex(base)} ${flagsText(entry)}${marks.join('')}${size}`
}

/** A size as rows have it: `2 MiB`, `64 bytes`. */
export function sizeText(byteCount: number): string {
  const unit = (['GiB', 'MiB', 'KiB'] as const).find((one) => byteCount % UNITS[one.toLowerCase()]! === 0)
  return unit === undefined ? `${byteCount} bytes` : `${byteCount / UNITS[unit.toLowerCase()]!} ${unit}`
}

/** The rights of an entry, as the document prints them: `RW`, `R`, and `NX` or `kernel` behind. */
export function flagsText(entry: bigint): string {
  const isSet = (bit: number) => (entry >> BigInt(bit)) & 1n
  if (!isSet(0)) return 'none'
  return [isSet(1) ? 'RW' : 'R', isSet(63) ? 'NX' : '', isSet(2) ? '' : 'kernel'].filter(Boolean).join(' ')
}

/** Rows as they are printed, one a line. */
export function printPages(rows: readonly PageRow[]): string {
  return rows.map((row) => printRow(row) + '\n').join('')
}
