import type { StackByte, StackSlot } from '#notebook/shared/view.ts'

/** One line of the stack's table: a byte of its own, or a whole word side by side. */
export interface StackRow {
  /** Of the lowest byte in the row. */
  readonly address: string
  readonly bytes: readonly StackByte[]
  /** Which byte of its variable this is, where the variable has several: 0 is the least significant. */
  readonly index?: number
}

/** Variables and unused bytes get a row for each byte, highest first; words that are not taken apart stay in one row. */
export function stackRows(slot: StackSlot): StackRow[] {
  const [lowest] = slot.bytes
  if (!lowest) return []
  if (slot.what !== 'variable' && slot.what !== 'unused')
    return [{ address: lowest.address, bytes: slot.bytes }]
  const rows = slot.bytes.map((byte, index) => ({
    address: byte.address,
    bytes: [byte],
    ...(slot.what === 'variable' && slot.bytes.length > 1 ? { index } : {}),
  }))
  return rows.reverse()
}

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
