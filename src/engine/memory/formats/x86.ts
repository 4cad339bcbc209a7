/**
 * The entries of x86's three kinds of page tables (Intel SDM volume 3, chapter 5: 32-bit, PAE, 4- and 5-level paging).
 *
 *   63  62    52 51                        12 11   9  8   7    6   5   4   3   2   1   0
 * ┌────┬────────┬────────────────────────────┬──────┬───┬────┬───┬───┬───┬───┬───┬───┬───┐
 * │ XD │ ignored│ base address, bits 51 … 12 │ free │ G │ PS │ D │ A │PCD│PWT│U/S│R/W│ P │
 * └────┴────────┴────────────────────────────┴──────┴───┴────┴───┴───┴───┴───┴───┴───┴───┘
 * An entry of 32-bit paging is the lower half alone. In PAE, bits 62 … 52 are reserved too, and of the four entries of
 * its first table everything but P, PWT, PCD and the base.
 */
import {
  ABSENT,
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
  type PageMapping,
} from './entry-format.ts'

const [P, WRITE, USER, ACCESSED, DIRTY, SIZE, GLOBAL, NO_EXECUTE] = [0, 1, 2, 5, 6, 7, 8, 63] as const
const BITS = ['P', 'R/W', 'U/S', 'PWT', 'PCD', 'A', 'D', 'PS', 'G'].map((name, bit) => ({ name, bit }))
const WIDE_BITS = [...BITS, { name: 'NX', bit: NO_EXECUTE }]

type Kind = '32' | 'pae' | '64'

/** The bits that must be zero in an entry of this kind at this place. */
function reserved(kind: Kind, place: EntryPlace, isLarge: boolean): bigint {
  const { physicalBits, noExecuteEnable, shift } = place
  if (kind === '32') return isLarge ? field(-1n, 13 + Math.max(0, physicalBits - 32), 21) : 0n
  const addressBits = field(-1n, physicalBits, kind === 'pae' ? 62 : 51)
  if (kind === 'pae' && place.depth === 0)
    return addressBits | field(-1n, 1, 2) | field(-1n, 5, 8) | field(-1n, 63, 63)
  const inPage = isLarge ? field(-1n, 13, shift - 1) : 0n
  return addressBits | inPage | (noExecuteEnable ? 0n : field(-1n, 63, 63))
}

function permissionsOf(entry: bigint, { writeProtect }: EntryPlace): number {
  const [write, user, execute] = [has(entry, WRITE), has(entry, USER), !has(entry, NO_EXECUTE)]
  const ofUser = USER_READ | (write ? USER_WRITE : 0) | (execute ? USER_EXECUTE : 0)
  const ofKernel = KERNEL_READ | (write || !writeProtect ? KERNEL_WRITE : 0) | (execute ? KERNEL_EXECUTE : 0)
  return (user ? ofUser : 0) | ofKernel
}

/** What an entry points to; of a large page of 32-bit paging, bits 20 … 13 are the address's 39 … 32 (PSE-36). */
function baseOf(kind: Kind, entry: bigint, shift: number, isLarge: boolean): number {
  if (kind !== '32') return Number(field(entry, shift, 51))
  const low = Number(field(entry, shift, 31))
  return isLarge ? low + Number(field(entry, 13, 20) >> 13n) * 2 ** 32 : low
}

function readEntry(kind: Kind, entry: bigint, place: EntryPlace): EntryReading {
  if (!has(entry, P)) return ABSENT
  const { level, isLast, shift } = place
  const hasSize = !isLast && has(entry, SIZE) && !(kind === 'pae' && place.depth === 0)
  if (hasSize && level.largePage !== true) return flawed('reserved-bit')
  if ((entry & reserved(kind, place, hasSize)) !== 0n) return flawed('reserved-bit')
  const isRootOfPae = kind === 'pae' && place.depth === 0
  const permissions = isRootOfPae ? 63 : permissionsOf(entry, place)
  if (!isLast && !hasSize) return { kind: 'table', base: baseOf(kind, entry, 12, false), permissions }
  return {
    kind: 'page',
    base: baseOf(kind, entry, shift, hasSize),
    permissions,
    isAccessed: has(entry, ACCESSED),
    isDirty: has(entry, DIRTY),
    isGlobal: has(entry, GLOBAL),
  }
}

function makePage({ base, write, execute, user, accessed, dirty, global }: PageMapping): bigint {
  const flags = bitsOf({
    [P]: true,
    [WRITE]: write,
    [USER]: user,
    [ACCESSED]: accessed,
    [DIRTY]: dirty,
    [GLOBAL]: global,
    [NO_EXECUTE]: !execute,
  })
  return BigInt(base) | flags
}

function mapping(entry: bigint): PageMapping | undefined {
  if (!has(entry, P)) return undefined
  return {
    base: Number(field(entry, 12, 51)),
    write: has(entry, WRITE),
    execute: !has(entry, NO_EXECUTE),
    user: has(entry, USER),
    accessed: has(entry, ACCESSED),
    dirty: has(entry, DIRTY),
    global: has(entry, GLOBAL),
  }
}

function formatOf(kind: Kind): EntryFormat {
  const isBare = (depth: number) => kind === 'pae' && depth === 0
  return {
    architecture: 'x86',
    byteCount: kind === '32' ? 4 : 8,
    bits: kind === '32' ? BITS : WIDE_BITS,
    read: (entry, place) => readEntry(kind, entry, place),
    used: (entry, { depth, isPage, isWrite }) =>
      isBare(depth) ? entry : entry | bitsOf({ [ACCESSED]: true, [DIRTY]: isPage && isWrite }),
    // Without a bit for it, every page may be executed.
    makePage: (wanted) => makePage(kind === '32' ? { ...wanted, execute: true } : wanted),
    makeLarge: (page) => page | bitsOf({ [SIZE]: true }),
    makeTable: (base, depth) => BigInt(base) | (isBare(depth) ? 1n : 7n),
    mapping,
  }
}

export const X86_64 = formatOf('64')
export const X86_32 = formatOf('32')
export const X86_PAE = formatOf('pae')
