import type { StackByte, StackSlot } from '#notebook/shared/view.ts'

/** One line of the stack's table: bytes side by side, or one alone. */
export interface StackRow {
  /** Of the lowest byte in the row. */
  readonly address: string
  readonly bytes: readonly StackByte[]
  /** Which bytes of its variable these are, where it takes several rows: 0 is the least significant. */
  readonly place?: string
}

/**
 * Words that are not taken apart stay in one row; of variables and unused bytes so many stand side by side, highest rows
 * first. @param starts addresses at which a row begins in any case
 */
export function stackRows(slot: StackSlot, width: number, starts: readonly string[]): StackRow[] {
  const [lowest] = slot.bytes
  if (!lowest) return []
  if (slot.what !== 'variable' && slot.what !== 'unused')
    return [{ address: lowest.address, bytes: slot.bytes }]
  const rows: StackByte[][] = []
  for (const byte of slot.bytes) {
    const row = rows.at(-1)
    if (row && row.length < width && !starts.includes(byte.address)) row.push(byte)
    else rows.push([byte])
  }
  let first = 0
  const placed = rows.map((bytes): StackRow => {
    const place = placeOf(first, (first += bytes.length) - 1)
    const isTold = slot.what === 'variable' && rows.length > 1
    return { address: bytes[0]!.address, bytes, ...(isTold ? { place } : {}) }
  })
  return placed.reverse()
}

const placeOf = (first: number, last: number) =>
  first === last ? `byte ${first}` : `bytes ${first} to ${last}`

const WHY_UNUSED: Record<NonNullable<StackSlot['why']>, string> = {
  alignment: 'unused: so that what lies below is aligned',
  temporaries: 'for intermediate results',
  rounding: 'unused: the frame is rounded up',
}

/** What a slot is, in words. */
export function slotName(slot: StackSlot): string {
  const NAMES: Record<StackSlot['what'], string> = {
    variable: slot.name ?? '',
    'return-address': 'return address',
    'saved-rbp': 'the caller\u2019s RBP, saved',
    unused: WHY_UNUSED[slot.why ?? 'rounding'],
    below: 'below RSP: free',
    caller: 'the caller\u2019s',
    other: '',
  }
  return NAMES[slot.what]
}

/** What is said of a variable that is too large to be shown whole. */
export function omittedText({ bytes, omitted = 0 }: StackSlot): string {
  return `(its first ${bytes.length} bytes; ${omitted} more lie above)`
}
