/** Where a reader wants time to stop. */
export type Breakpoint =
  /** Before what comes from that line of the source, counted from 0. */
  | { readonly on: 'line'; readonly line: number }
  /** Before the instruction at an address. */
  | { readonly on: 'instruction'; readonly address: bigint }
  /** Behind a write to any byte of a thing, or a read of one; the thing is named by its text. */
  | { readonly on: 'write' | 'read'; readonly thing: string }
  | { readonly on: 'fault' }

/** Whether two breakpoints are for the same. */
export function isSameBreakpoint(one: Breakpoint, other: Breakpoint): boolean {
  if (one.on === 'line') return other.on === 'line' && one.line === other.line
  if (one.on === 'instruction') return other.on === 'instruction' && one.address === other.address
  if (one.on === 'write' || one.on === 'read') return one.on === other.on && one.thing === other.thing
  return one.on === other.on
}
