import type { Diagnostic } from '../../diagnostic.ts'
import { entryBase, PRESENT } from '../../memory/entry.ts'
import { isCanonical, largePageDepth, largePagesOf, type PagingScheme } from '../../memory/scheme.ts'
import { frameOf, hex, PAGE_BITS, PAGE_SIZE, pageStart, physicalAddress } from '../../units.ts'
import type { FrameOwner, Kernel } from '../kernel.ts'
import type { WrittenRow } from './parse-pages.ts'
import { sizeText } from './print-pages.ts'

/** What a machine must provide for rows to be checked against it. */
export interface RowTarget {
  readonly scheme: PagingScheme
  readonly ramByteCount: number
  readonly kernel: Kernel
}

/** Frames that stay free for the program and its tables. */
const SPARE_FRAMES = 24

/** What is wrong with rows on this machine: errors keep them from being used, warnings say what will happen. */
export function checkRows(rows: readonly WrittenRow[], target: RowTarget): Diagnostic[] {
  const { lookup } = target.scheme
  if (lookup.kind === 'radix' && lookup.levels.length === 0) return rows.slice(0, 1).map(noTable)
  if (target.kernel.linux !== undefined) return rows.slice(0, 1).map(notYours)
  const large = rows.flatMap((row) => checkLarge(row, rows, target.scheme))
  if (large.length > 0) return large
  const owners = target.kernel.frameOwners()
  if (target.kernel.image.tablesBelow !== undefined) return checkBare(rows, target)
  return [...rows.flatMap((row) => checkRow(row, target, owners)), ...checkRoom(rows, target)]
}

/** A large page has a size that an entry can map, begins at a multiple of it, as its frame does, and has no other row inside. */
function checkLarge(row: WrittenRow, rows: readonly WrittenRow[], scheme: PagingScheme): Diagnostic[] {
  const { byteCount } = row
  if (byteCount === undefined) return []
  const pageByteCount = 2 ** scheme.pageBits
  const sizes = [...largePagesOf(scheme).map((page) => sizeText(page.byteCount)), sizeText(pageByteCount)]
  if (largePageDepth(scheme, byteCount) === undefined && byteCount !== pageByteCount)
    return [
      error(
        row.from,
        row.to,
        `No page of this machine has ${sizeText(byteCount)}.`,
        `There are pages of ${sizes.join(', ')}.`,
      ),
    ]
  const pages = byteCount / pageByteCount
  const help = `A large page is as long as the addresses that one entry above is about, so it begins where those do.`
  if (row.page % pages !== 0)
    return [
      error(row.pageFrom, row.pageTo, `No page of ${sizeText(byteCount)} begins at ${hex(row.page)}.`, help),
    ]
  const base = (entryBase(row.entry) / PAGE_SIZE) * pageByteCount
  if (base % byteCount !== 0)
    return [
      error(
        row.frameFrom,
        row.frameTo,
        `A page of ${sizeText(byteCount)} begins in RAM at a multiple of its size, which ${hex(base)} is not.`,
        'The processor puts the offset into the bits below: they have to be zero.',
      ),
    ]
  const inside = rows.find(
    (other) => other !== row && row.page <= other.page && other.page < row.page + pages,
  )
  return inside === undefined
    ? []
    : [
        error(
          inside.from,
          inside.to,
          `Page ${hex(inside.page)} lies within the large page at ${hex(row.page)}.`,
          'Remove one of the two rows.',
        ),
      ]
}

/** Rows of a machine that only translates: its pages have a size of their own, and RAM has no owners. */
function checkBare(rows: readonly WrittenRow[], target: RowTarget): Diagnostic[] {
  const { scheme, kernel } = target
  const { lookup, pageBits, virtualBits } = scheme
  const pageCount = 2 ** (virtualBits - pageBits)
  const frameByteCount = 2 ** pageBits
  const end = kernel.image.tablesBelow!
  const found = rows.flatMap((row): Diagnostic[] => {
    const base = (entryBase(row.entry) / PAGE_SIZE) * frameByteCount
    if (row.page >= pageCount)
      return [
        error(
          row.pageFrom,
          row.pageTo,
          `There is no page ${hex(row.page)}.`,
          `The last is ${hex(pageCount - 1)}.`,
        ),
      ]
    if (base + frameByteCount <= end || (row.entry & BigInt(PRESENT)) === 0n) return []
    const help = `The last frame begins at ${hex(end - frameByteCount)}.`
    return [
      error(row.frameFrom, row.frameTo, `RAM has no frame at ${hex(base)}: it ends at ${hex(end)}.`, help),
    ]
  })
  const levels = lookup.kind === 'radix' ? lookup.levels.slice(1) : []
  const sizes = levels.map((_, depth) =>
    Math.max(frameByteCount, kernel.pageTable().tableByteCount(depth + 1)),
  )
  const room = Math.floor(end / (frameByteCount + sizes.reduce((sum, size) => sum + size, 0)))
  const tooMany = tablesHaveRoom(rows, target, sizes) ? [] : rows.slice(room, room + 1)
  return [
    ...found,
    ...tooMany.map(({ from, to }) =>
      error(
        from,
        to,
        'RAM may have no room for this row and its tables.',
        `So many rows are sure to fit: ${room}.`,
      ),
    ),
  ]
}

/**
 * Whether all tables that rows need are sure to find a place, where rows share them: each takes a stretch as long as the
 * longest, in which no row names a frame. Those of earlier rows stay where they are.
 * @param sizes of a table of each level below the root
 */
function tablesHaveRoom(
  rows: readonly WrittenRow[],
  { scheme, kernel }: RowTarget,
  sizes: readonly number[],
): boolean {
  if (sizes.length === 0 || scheme.lookup.kind !== 'radix') return true
  const { levels } = scheme.lookup
  const frameByteCount = 2 ** scheme.pageBits
  const stretch = Math.max(...sizes)
  const named = new Set(
    rows.map(({ entry }) => Math.floor(((entryBase(entry) / PAGE_SIZE) * frameByteCount) / stretch)),
  )
  let [covered, needed] = [1, 0]
  for (const { bits } of levels.slice(1).toReversed()) {
    covered *= 2 ** bits
    const pages = covered
    needed += new Set(rows.map(({ page }) => Math.floor(page / pages))).size
  }
  const kept = kernel.pageTable().tables().length - 1
  return needed + kept + named.size <= Math.floor(kernel.image.tablesBelow! / stretch)
}

function error(from: number, to: number, message: string, help: string): Diagnostic {
  return { from, to, message, help, severity: 'error' }
}

function noTable({ from, to }: WrittenRow): Diagnostic {
  return {
    message: 'This machine has no page table: every address is the number of a byte in RAM.',
    help: 'Run these rows on a machine with the scheme one-level or four-level.',
    from,
    to,
    severity: 'error',
  }
}

function notYours({ from, to }: WrittenRow): Diagnostic {
  return {
    message: 'On this machine the operating system keeps the page table, and counts who uses each frame.',
    help: 'Programs change it with mmap, munmap and mprotect; rows can be written on the image walkthrough.',
    from,
    to,
    severity: 'error',
  }
}

function checkRow(row: WrittenRow, target: RowTarget, owners: ReadonlyMap<number, FrameOwner>): Diagnostic[] {
  const atPage = { from: row.pageFrom, to: row.pageTo }
  const atFrame = { from: row.frameFrom, to: row.frameTo }
  const { virtualBits } = target.scheme
  if (pageStart(row.page) >= 1n << 64n || !isCanonical(pageStart(row.page), virtualBits)) {
    return [
      {
        ...atPage,
        message: notCanonical(row, virtualBits),
        help: pageHelp(row, virtualBits),
        severity: 'error',
      },
    ]
  }
  if ((row.entry & BigInt(PRESENT)) === 0n) return []
  const base = entryBase(row.entry)
  if (base >= target.ramByteCount) {
    const message = `RAM has no frame at ${hex(base)}: it ends at ${hex(target.ramByteCount)}.`
    return [
      {
        ...atFrame,
        message,
        help: `The last frame begins at ${hex(target.ramByteCount - 4096)}.`,
        severity: 'error',
      },
    ]
  }
  const owner = owners.get(frameOf(physicalAddress(base)))
  const warning = owner === undefined ? undefined : ownerWarning(base, owner, target.kernel.current.name)
  return warning === undefined ? [] : [{ ...atFrame, ...warning, severity: 'warning' }]
}

function notCanonical({ page }: WrittenRow, virtualBits: number): string {
  return `No program can use page ${hex(page)}: of an address, only ${virtualBits} bits are looked up, and those above must repeat the topmost.`
}

function pageHelp({ page }: WrittenRow, virtualBits: number): string {
  const shorter = Math.floor(page / 2 ** PAGE_BITS)
  const wasAddress =
    page % 2 ** PAGE_BITS === 0 && isCanonical(pageStart(shorter as typeof page), virtualBits)
  if (wasAddress)
    return `If ${hex(page)} is meant as an address, its page number is ${hex(shorter)}: the address without its last three digits.`
  return `The highest page of a program is ${hex(2 ** (virtualBits - 1 - PAGE_BITS) - 1)}.`
}

function ownerWarning(
  base: number,
  owner: FrameOwner,
  current: string,
): { message: string; help: string } | undefined {
  if (owner.purpose === 'page table') {
    return {
      message: `The frame at ${hex(base)} holds a page table of process ${owner.process}. Whoever can write to this page can change where pages lead.`,
      help: 'Choose a free frame, unless that is what you want to see.',
    }
  }
  if (owner.purpose === 'code') {
    return {
      message: `The frame at ${hex(base)} holds code of process ${owner.process}.`,
      help: 'Choose a free frame, unless you want to read the code as data.',
    }
  }
  if (owner.process === current) return undefined
  return {
    message: `The frame at ${hex(base)} belongs to process ${owner.process}: the two now share it.`,
    help: 'Choose a free frame, unless you want them to share it.',
  }
}

/** Rows need frames too: a list ends with its frame, and a tree may need three tables for one page. */
function checkRoom(rows: readonly WrittenRow[], { scheme, kernel }: RowTarget): Diagnostic[] {
  const { lookup } = scheme
  const tooMany = (room: number, help: string): Diagnostic[] =>
    rows.slice(room, room + 1).map(({ from, to }) => ({
      message: `The page table has no room for this row: ${room} fit.`,
      help,
      from,
      to,
      severity: 'error',
    }))
  if (lookup.kind === 'list')
    return tooMany(
      lookup.capacity - SPARE_FRAMES,
      'The list is one frame long. A tree of tables grows as needed.',
    )
  const tablesEach = lookup.levels.length - 1
  return tooMany(
    Math.floor((kernel.freeFrameCount() - SPARE_FRAMES) / tablesEach),
    'Every row may need tables of its own, and RAM is small.',
  )
}
