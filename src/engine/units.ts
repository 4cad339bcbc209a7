/**
 * Addresses, page numbers and frame numbers as types of their own, and how they are printed.
 *
 * A virtual address is a bigint of 64 bits; a physical address and the numbers of pages and frames fit a
 * JavaScript number exactly (x86-64 has at most 52 physical address bits).
 */

declare const brand: unique symbol
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name }

/** What a program computes with: 0 ≤ address < 2^64. */
export type VirtualAddress = Branded<bigint, 'VirtualAddress'>
/** A byte of RAM: 0 ≤ address < 2^52. */
export type PhysicalAddress = Branded<number, 'PhysicalAddress'>
/** A virtual address without its offset: address >> 12. */
export type PageNumber = Branded<number, 'PageNumber'>
/** A physical address without its offset: address >> 12. */
export type FrameNumber = Branded<number, 'FrameNumber'>

/** Bits of an address that count bytes within a page of 4 KiB. */
export const PAGE_BITS = 12
/** Bytes in a page, and in the frame that holds it. */
export const PAGE_SIZE = 4096

const VIRTUAL_LIMIT = 1n << 64n
const PHYSICAL_LIMIT = 2 ** 52
const PAGE_LIMIT = 2 ** 52
const FRAME_LIMIT = 2 ** 40

/** @throws RangeError outside 0 … 2^64 − 1 */
export function virtualAddress(address: bigint): VirtualAddress {
  if (address < 0n || address >= VIRTUAL_LIMIT) throw new RangeError(`not a virtual address: ${address}`)
  return address as VirtualAddress
}

/** The address that 64-bit arithmetic yields: the sum wraps around at 2^64. */
export function wrapAddress(address: bigint): VirtualAddress {
  return BigInt.asUintN(64, address) as VirtualAddress
}

/** @throws RangeError outside 0 … 2^52 − 1 */
export function physicalAddress(address: number): PhysicalAddress {
  return inRange(address, PHYSICAL_LIMIT, 'a physical address') as PhysicalAddress
}

/** @throws RangeError outside 0 … 2^52 − 1 */
export function pageNumber(page: number): PageNumber {
  return inRange(page, PAGE_LIMIT, 'a page number') as PageNumber
}

/** @throws RangeError outside 0 … 2^40 − 1 */
export function frameNumber(frame: number): FrameNumber {
  return inRange(frame, FRAME_LIMIT, 'a frame number') as FrameNumber
}

function inRange(value: number, limit: number, what: string): number {
  if (!Number.isSafeInteger(value) || value < 0 || value >= limit)
    throw new RangeError(`not ${what}: ${value}`)
  return value
}

/** The page that holds an address. */
export function pageOf(address: VirtualAddress): PageNumber {
  return Number(address >> BigInt(PAGE_BITS)) as PageNumber
}

/** How many bytes into its page an address lies. */
export function pageOffset(address: VirtualAddress | PhysicalAddress): number {
  return typeof address === 'bigint' ? Number(address & BigInt(PAGE_SIZE - 1)) : address % PAGE_SIZE
}

/** The first address of a page. */
export function pageStart(page: PageNumber): VirtualAddress {
  return (BigInt(page) << BigInt(PAGE_BITS)) as VirtualAddress
}

/** The frame that holds a byte of RAM. */
export function frameOf(address: PhysicalAddress): FrameNumber {
  return Math.floor(address / PAGE_SIZE) as FrameNumber
}

/** The first byte of a frame. */
export function frameBase(frame: FrameNumber): PhysicalAddress {
  return (frame * PAGE_SIZE) as PhysicalAddress
}

/** The canonical text, `0x7FFF007FEFFF`: what facts carry and what machines read. */
export function hex(value: bigint | number): string {
  return '0x' + digits(value)
}

/** The text for people: digits in groups of four from the right, `0x7FFF_007F_EFFF`; `0x5FFF` stays as it is. */
export function groupedHex(value: bigint | number): string {
  return '0x' + digits(value).replace(/\B(?=(.{4})+$)/g, '_')
}

/**
 * A page number in the groups of the addresses it stands for: `0x7FFF_007F_E` is the beginning of `0x7FFF_007F_EFFF`.
 * Of pages that are not of 4 KiB it is grouped as any number is.
 */
export function groupedPage(page: bigint | number, pageBits = PAGE_BITS): string {
  if (pageBits !== PAGE_BITS) return groupedHex(BigInt(page))
  const offsetDigits = PAGE_BITS / 4
  return digits(page).length > 4
    ? groupedHex(BigInt(page) << BigInt(PAGE_BITS)).slice(0, -offsetDigits)
    : hex(page)
}

/** The short form of the document, `0x7FFF…EFFF`: the first four and the last four digits where there are more than eight. */
export function shortHex(value: bigint | number): string {
  const all = digits(value)
  return all.length > 8 ? `0x${all.slice(0, 4)}…${all.slice(-4)}` : '0x' + all
}

/** An address in groups, cut at what its short form leaves out: its beginning, that middle, its end; or whole, if it is short. */
export function foldedHex(value: bigint): readonly string[] {
  const whole = groupedHex(value)
  const beginning = '0x' + digits(value).slice(0, 4)
  return digits(value).length > 8 && whole.startsWith(beginning)
    ? [beginning, whole.slice(beginning.length, -4), whole.slice(-4)]
    : [whole]
}

function digits(value: bigint | number): string {
  return value.toString(16).toUpperCase()
}

/**
 * A number as people write it: decimal, `0x…`, `0b…` or `0o…`, with `_` between digits.
 * Undefined where it is none.
 */
export function readNumber(text: string): bigint | undefined {
  const plain = text.replaceAll('_', '').toLowerCase()
  const isNumber = /^(0x[\da-f]+|0b[01]+|0o[0-7]+|\d+)$/.test(plain)
  return isNumber ? BigInt(plain) : undefined
}

/**
 * The number of the first process, and of its one thread. On Linux it is whichever is free; here it is always the same,
 * so that a panic, which names its thread by it, says the same in every run.
 */
export const FIRST_PID = 1000
