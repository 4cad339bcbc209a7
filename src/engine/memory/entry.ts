/**
 * A page-table entry of x86-64: 64 bits, the same in every level (Intel SDM volume 3, tables 4-15 to 4-20).
 *
 *   63  62    52 51                        12 11   9  8   7    6   5   4   3   2   1   0
 * ┌────┬────────┬────────────────────────────┬──────┬───┬────┬───┬───┬───┬───┬───┬───┬───┐
 * │ NX │ ignored│ base address, bits 51 … 12 │ free │ G │ PS │ D │ A │PCD│PWT│U/S│R/W│ P │
 * └────┴────────┴────────────────────────────┴──────┴───┴────┴───┴───┴───┴───┴───┴───┴───┘
 */

export const NATIVE_ENTRY_BYTE_COUNT = 8

interface EntryBit {
  /** As the manual abbreviates it. */
  readonly name: string
  readonly bit: number
  readonly meaning: string
}

/** The bits by name, for people. The masks below are what code uses. */
const ENTRY_BITS = [
  { name: 'P', bit: 0, meaning: 'present: without it the other bits mean nothing' },
  { name: 'R/W', bit: 1, meaning: 'may be written' },
  { name: 'U/S', bit: 2, meaning: 'user mode may use it' },
  { name: 'PWT', bit: 3, meaning: 'caches write through' },
  { name: 'PCD', bit: 4, meaning: 'caches are bypassed' },
  { name: 'A', bit: 5, meaning: 'accessed: set by the processor when it uses the entry' },
  { name: 'D', bit: 6, meaning: 'dirty: set by the processor when it writes to the page' },
  { name: 'PS', bit: 7, meaning: 'this entry maps a large page, the walk ends here' },
  { name: 'G', bit: 8, meaning: 'global: stays in the TLB when CR3 changes' },
  { name: 'NX', bit: 63, meaning: 'no execute: instructions may not be fetched from it' },
] as const satisfies readonly EntryBit[]

export const PRESENT = 1 << 0
export const WRITABLE = 1 << 1
export const USER = 1 << 2
export const ACCESSED = 1 << 5
export const DIRTY = 1 << 6
export const PAGE_SIZE_BIT = 1 << 7
export const GLOBAL = 1 << 8
/** Of an entry that is not present, the OS's own: its page is in the swap area, at the place that stands where a frame's number would. */
export const SWAPPED = 1 << 10
/** NX, in the upper half of an entry. */
export const NO_EXECUTE_HIGH = 1 << 31

/**
 * How many bits a physical address has on the simulated processor (CPUID reports it as MAXPHYADDR). Address bits of
 * an entry above it are reserved.
 */
export const PHYSICAL_ADDRESS_BITS = 40

/** The reserved address bits, in the upper half of an entry: 51 … MAXPHYADDR. */
export const RESERVED_HIGH = (1 << (52 - 32)) - (1 << (PHYSICAL_ADDRESS_BITS - 32))

const BASE_MASK = ((1n << 52n) - 1n) & ~0xfffn

/** What a mapping permits. */
export interface Rights {
  readonly write: boolean
  readonly execute: boolean
  readonly user: boolean
}

/** The byte address an entry points to: a table, or a frame of 4 KiB. */
export function entryBase(entry: bigint): number {
  return Number(entry & BASE_MASK)
}

/** The entry that maps to this base address with these rights. */
export function makeEntry(base: number, rights: Rights): bigint {
  const flags = PRESENT | (rights.write ? WRITABLE : 0) | (rights.user ? USER : 0)
  const noExecute = rights.execute ? 0n : 1n << 63n
  return noExecute | BigInt(base) | BigInt(flags)
}

/** An entry above the last level: it permits everything, so that the last level decides. */
export function makeTableEntry(base: number): bigint {
  return makeEntry(base, { write: true, execute: true, user: true })
}

/** The names of the bits that are set, lowest first: `P R/W U/S A`. */
export function entryBitNames(entry: bigint): string[] {
  return ENTRY_BITS.filter(({ bit }) => (entry >> BigInt(bit)) & 1n).map(({ name }) => name)
}
