/**
 * The entries of RISC-V's page tables (The RISC-V Instruction Set Manual volume II, Sv32, and Sv39 with which Sv48
 * shares them).
 *
 *    63 … 54  53               10 9   8 7   6   5   4   3   2   1   0
 *   ┌────────┬───────────────────┬─────┬───┬───┬───┬───┬───┬───┬───┬───┐   An entry without R, W and X leads to a
 *   │reserved│   page number     │free │ D │ A │ G │ U │ X │ W │ R │ V │   table, whatever its level; any other maps
 *   └────────┴───────────────────┴─────┴───┴───┴───┴───┴───┴───┴───┴───┘   a page. W without R is reserved.
 *
 * In Sv32 the page number ends at bit 31. Svnapot and Svpbmt, which use bits 63 … 61, are not there. The kernel does
 * not touch pages of programs (SUM = 0), and what may only be executed is not read (MXR = 0).
 */
import {
  ABSENT,
  ALL_PERMISSIONS,
  bitsOf,
  field,
  flawed,
  has,
  USER_EXECUTE,
  USER_READ,
  USER_WRITE,
  type EntryFormat,
  type EntryPlace,
  type EntryReading,
  type PageMapping,
} from './entry-format.ts'

const [VALID, READ, WRITE, EXECUTE, USER, GLOBAL, ACCESSED, DIRTY] = [0, 1, 2, 3, 4, 5, 6, 7] as const
const BITS = ['V', 'R', 'W', 'X', 'U', 'G', 'A', 'D'].map((name, bit) => ({ name, bit }))
/** Where the page number begins, in the entry and in a physical address. */
const [NUMBER_BIT, PAGE_BITS] = [10, 12]

function readEntry(topBit: number, entry: bigint, place: EntryPlace): EntryReading {
  if (!has(entry, VALID)) return ABSENT
  const [read, write, execute] = [has(entry, READ), has(entry, WRITE), has(entry, EXECUTE)]
  if ((write && !read) || entry >> BigInt(topBit + 1) !== 0n) return flawed('reserved-bit')
  const number = field(entry, NUMBER_BIT, topBit) >> BigInt(NUMBER_BIT)
  const base = Number(number) * 2 ** PAGE_BITS
  if (!read && !execute) {
    const isReserved = place.isLast || has(entry, USER) || has(entry, ACCESSED) || has(entry, DIRTY)
    return isReserved ? flawed('reserved-bit') : { kind: 'table', base, permissions: ALL_PERMISSIONS }
  }
  if (!place.isLast && place.level.largePage !== true) return flawed('reserved-bit')
  if (base % 2 ** place.shift !== 0) return flawed('misaligned-page')
  const rights = (read ? USER_READ : 0) | (write ? USER_WRITE : 0) | (execute ? USER_EXECUTE : 0)
  return {
    kind: 'page',
    base,
    permissions: has(entry, USER) ? rights : rights << 3,
    isAccessed: has(entry, ACCESSED),
    isDirty: has(entry, DIRTY),
    isGlobal: has(entry, GLOBAL),
  }
}

function makePage({ base, write, execute, user, accessed, dirty, global }: PageMapping): bigint {
  const flags = bitsOf({
    [VALID]: true,
    [READ]: true,
    [WRITE]: write,
    [EXECUTE]: execute,
    [USER]: user,
    [GLOBAL]: global,
    [ACCESSED]: accessed,
    [DIRTY]: dirty,
  })
  return numberedBy(base) | flags
}

function numberedBy(base: number): bigint {
  return (BigInt(base) >> BigInt(PAGE_BITS)) << BigInt(NUMBER_BIT)
}

function mapping(topBit: number, entry: bigint): PageMapping | undefined {
  if (!has(entry, VALID)) return undefined
  return {
    base: Number(field(entry, NUMBER_BIT, topBit) >> BigInt(NUMBER_BIT)) * 2 ** PAGE_BITS,
    write: has(entry, WRITE),
    execute: has(entry, EXECUTE),
    user: has(entry, USER),
    accessed: has(entry, ACCESSED),
    dirty: has(entry, DIRTY),
    global: has(entry, GLOBAL),
  }
}

/** @param topBit the highest of the page number */
function formatOf(byteCount: number, topBit: number): EntryFormat {
  return {
    architecture: 'risc-v',
    byteCount,
    bits: BITS,
    read: (entry, place) => readEntry(topBit, entry, place),
    used: (entry, { isPage, isWrite }) =>
      isPage ? entry | bitsOf({ [ACCESSED]: true, [DIRTY]: isWrite }) : entry,
    makePage: (wanted, marks) =>
      makePage(marks === 'software' ? { ...wanted, accessed: true, dirty: wanted.write } : wanted),
    makeLarge: (page) => page,
    makeTable: (base) => numberedBy(base) | 1n,
    mapping: (entry) => mapping(topBit, entry),
  }
}

export const SV32 = formatOf(4, 31)
export const SV39 = formatOf(8, 53)
