/**
 * The descriptors of ARMv8's stage 1 tables, with granules of 4, 16 and 64 KiB and 48-bit addresses (Arm Architecture
 * Reference Manual for A-profile, VMSAv8-64 translation table formats).
 *
 *    63   62 61    60      59     54  53  52  51  47        12   11  10  9 8   7:6   5  4 2  1 0
 *   ┌────┬─────────┬───────┬────────┬───┬───┬────┬───┬──────────┬───┬───┬────┬──────┬──┬────┬─────┐
 *   │ NS │ APTable │UXNTab.│PXNTable│UXN│PXN│cont│DBM│ address  │ nG│ AF│ SH │AP 2:1│NS│attr│ type│
 *   └────┴─────────┴───────┴────────┴───┴───┴────┴───┴──────────┴───┴───┴────┴──────┴──┴────┴─────┘
 *
 * Type 3 is a table, and in the last level a page; type 1 a block, where the level has them. A program's page may be
 * written where AP[2] is 0; with DBM, a processor that keeps the dirty state (FEAT_HAFDBS) clears AP[2] at the first
 * write instead of refusing it. Bit 55 is the OS's: Linux keeps there that a page that is read-only now was written to.
 */
import {
  ABSENT,
  ALL_PERMISSIONS,
  bitsOf,
  field,
  flawed,
  has,
  KERNEL_EXECUTE,
  KERNEL_READ,
  KERNEL_WRITE,
  USER_EXECUTE,
  USER_READ,
  USER_WRITE,
  type EntryFormat,
  type EntryPlace,
  type EntryReading,
  type Marks,
  type PageMapping,
} from './entry-format.ts'

const [VALID, TYPE, USER, READ_ONLY, ACCESSED, NOT_GLOBAL] = [0, 1, 6, 7, 10, 11] as const
const [DIRTY_MANAGED, KERNEL_NO_EXECUTE, USER_NO_EXECUTE, WAS_DIRTY] = [51, 53, 54, 55] as const
/** In a table's descriptor, for everything below it. */
const [TABLE_KERNEL_NO_EXECUTE, TABLE_USER_NO_EXECUTE, TABLE_NO_USER, TABLE_READ_ONLY] = [
  59, 60, 61, 62,
] as const
const TOP_ADDRESS_BIT = 47

const BITS = [
  ['valid', VALID],
  ['table/page', TYPE],
  ['AP[1]', USER],
  ['AP[2]', READ_ONLY],
  ['AF', ACCESSED],
  ['nG', NOT_GLOBAL],
  ['DBM', DIRTY_MANAGED],
  ['PXN', KERNEL_NO_EXECUTE],
  ['UXN', USER_NO_EXECUTE],
] as const

function readEntry(granuleBits: number, entry: bigint, place: EntryPlace): EntryReading {
  const { isLast, level, shift, physicalBits } = place
  const isTyped = has(entry, TYPE)
  const isBlock = !isLast && !isTyped
  if (!has(entry, VALID) || (isLast && !isTyped) || (isBlock && level.largePage !== true)) return ABSENT
  const isTable = !isLast && isTyped
  const base = Number(field(entry, isTable ? granuleBits : shift, TOP_ADDRESS_BIT))
  if (base >= 2 ** physicalBits) return flawed('address-size')
  if (isTable) return { kind: 'table', base, permissions: permissionsOfTable(entry) }
  return {
    kind: 'page',
    base,
    permissions: permissionsOfPage(entry, place.marks),
    isAccessed: has(entry, ACCESSED),
    isDirty: !has(entry, READ_ONLY),
    isGlobal: !has(entry, NOT_GLOBAL),
  }
}

function permissionsOfTable(entry: bigint): number {
  const forbidden =
    (has(entry, TABLE_NO_USER) ? USER_READ | USER_WRITE : 0) |
    (has(entry, TABLE_READ_ONLY) ? USER_WRITE | KERNEL_WRITE : 0) |
    (has(entry, TABLE_USER_NO_EXECUTE) ? USER_EXECUTE : 0) |
    (has(entry, TABLE_KERNEL_NO_EXECUTE) ? KERNEL_EXECUTE : 0)
  return ALL_PERMISSIONS & ~forbidden
}

/** A page that a program can neither read nor write may still hold code that it can run. */
function permissionsOfPage(entry: bigint, marks: Marks): number {
  const write = !has(entry, READ_ONLY) || (has(entry, DIRTY_MANAGED) && marks === 'processor')
  return (
    (has(entry, USER) ? USER_READ | (write ? USER_WRITE : 0) : 0) |
    (has(entry, USER_NO_EXECUTE) ? 0 : USER_EXECUTE) |
    (KERNEL_READ | (write ? KERNEL_WRITE : 0)) |
    (has(entry, KERNEL_NO_EXECUTE) ? 0 : KERNEL_EXECUTE)
  )
}

function makePage(
  { base, write, execute, user, accessed, dirty, global }: PageMapping,
  marks: Marks,
): bigint {
  const isClean = write && !dirty && marks === 'processor'
  const flags = bitsOf({
    [VALID]: true,
    [TYPE]: true,
    [USER]: user,
    [READ_ONLY]: !write || isClean,
    [ACCESSED]: accessed || marks === 'software',
    [NOT_GLOBAL]: !global,
    [DIRTY_MANAGED]: write,
    [KERNEL_NO_EXECUTE]: user || !execute,
    [USER_NO_EXECUTE]: !user || !execute,
    [WAS_DIRTY]: dirty && !write,
  })
  return BigInt(base) | flags
}

function mapping(granuleBits: number, entry: bigint): PageMapping | undefined {
  if (!has(entry, VALID)) return undefined
  const user = has(entry, USER)
  return {
    base: Number(field(entry, granuleBits, TOP_ADDRESS_BIT)),
    write: !has(entry, READ_ONLY) || has(entry, DIRTY_MANAGED),
    execute: !has(entry, user ? USER_NO_EXECUTE : KERNEL_NO_EXECUTE),
    user,
    accessed: has(entry, ACCESSED),
    dirty: !has(entry, READ_ONLY) || has(entry, WAS_DIRTY),
    global: !has(entry, NOT_GLOBAL),
  }
}

function formatOf(granuleBits: number): EntryFormat {
  return {
    architecture: 'arm',
    byteCount: 8,
    bits: BITS.map(([name, bit]) => ({ name, bit })),
    read: (entry, place) => readEntry(granuleBits, entry, place),
    // What a program may write, the kernel must not execute.
    finish: (permissions) => ((permissions & USER_WRITE) === 0 ? permissions : permissions & ~KERNEL_EXECUTE),
    used: (entry, { isPage, isWrite }) => (isPage ? usedPage(entry, isWrite) : entry),
    makePage,
    // A block, not a page.
    makeLarge: (page) => page & ~bitsOf({ [TYPE]: true }),
    makeTable: (base) => BigInt(base) | 3n,
    mapping: (entry) => mapping(granuleBits, entry),
  }
}

function usedPage(entry: bigint, isWrite: boolean): bigint {
  const accessed = entry | bitsOf({ [ACCESSED]: true })
  return isWrite ? accessed & ~bitsOf({ [READ_ONLY]: true }) : accessed
}

export const ARM_4K = formatOf(12)
export const ARM_16K = formatOf(14)
export const ARM_64K = formatOf(16)
