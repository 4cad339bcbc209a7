import { PAGE_BITS, PAGE_SIZE, type VirtualAddress } from '../units.ts'
import type { Section } from './assemble.ts'

/** What the sections' names mean, in the order in which they are laid out; others are like `.data`. */
const KINDS: Record<string, { readonly write: boolean; readonly execute: boolean }> = {
  '.text': { write: false, execute: true },
  '.rodata': { write: false, execute: false },
  '.data': { write: true, execute: false },
  '.bss': { write: true, execute: false },
}

function kindOf(name: string) {
  return KINDS[name] ?? KINDS['.data']!
}

/** A section that grows. */
export class SectionBuilder {
  readonly name: string
  #bytes = new Uint8Array(256)
  #byteCount = 0
  /** The largest unit that was asked for. */
  alignment = 4

  constructor(name: string) {
    this.name = name
  }

  get byteCount(): number {
    return this.#byteCount
  }

  /** `.bss` has no bytes of its own, only a size. */
  get isReserved(): boolean {
    return this.name === '.bss'
  }

  get isWritable(): boolean {
    return kindOf(this.name).write
  }

  append(bytes: Uint8Array): void {
    const at = this.#byteCount
    this.reserve(bytes.length)
    if (!this.isReserved) this.#bytes.set(bytes, at)
  }

  /** Adds zeros. */
  reserve(byteCount: number): void {
    this.#byteCount += byteCount
    if (this.isReserved || this.#byteCount <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#byteCount, 2 * this.#bytes.length))
    larger.set(this.#bytes)
    this.#bytes = larger
  }

  /** Adds what lies from `from` to the end that many times more. */
  repeat(from: number, times: number): void {
    const unit = this.#byteCount - from
    this.reserve(unit * times)
    if (this.isReserved) return
    for (let at = from + unit; at < this.#byteCount; at += unit) this.#bytes.copyWithin(at, from, from + unit)
  }

  /** Makes the section begin at a multiple. */
  alignTo(unit: number): void {
    this.alignment = Math.max(this.alignment, unit)
  }

  /** Fills up to a multiple. */
  align(to: number, filler: number): void {
    this.alignTo(to)
    const missing = (to - (this.#byteCount % to)) % to
    this.append(new Uint8Array(missing).fill(filler))
  }

  finish(address: VirtualAddress): Section {
    const bytes = this.isReserved ? new Uint8Array(0) : this.#bytes.slice(0, this.#byteCount)
    return { name: this.name, address, byteCount: this.#byteCount, bytes, ...kindOf(this.name) }
  }
}

/**
 * As ld does: `.text` at the origin, `.rodata` on the next page. What can be written begins on a page of its own too, but
 * behind `.rodata` as far into its page as that ended, unless it then takes one page more; `.bss` directly behind `.data`.
 */
export function sectionAddresses(sections: readonly SectionBuilder[], origin: bigint): Map<string, bigint> {
  const order = (name: string) => {
    const place = Object.keys(KINDS).indexOf(name)
    return place < 0 ? 2 : place
  }
  const sorted = [...sections].sort((a, b) => order(a.name) - order(b.name))
  const addresses = new Map<string, bigint>()
  let next = origin
  let before: SectionBuilder | undefined
  for (const section of sorted) {
    if (before !== undefined) next = roundedUp(firstFree(next, before, section, sorted), section.alignment)
    addresses.set(section.name, next)
    next += BigInt(section.byteCount)
    if (section.byteCount > 0) before = section
  }
  return addresses
}

function firstFree(
  end: bigint,
  before: SectionBuilder,
  section: SectionBuilder,
  all: readonly SectionBuilder[],
): bigint {
  if (before.isWritable && section.isWritable) return end
  const page = roundedUp(end, PAGE_SIZE)
  if (!section.isWritable || before.name !== '.rodata') return page
  const base = page + inPage(end)
  return savesPage(base, writableEnd(base, all)) ? page : base
}

/** What lies in the first and in the last page would fit in one. */
function savesPage(from: bigint, to: bigint): boolean {
  const [first, last] = [inPage(-from), inPage(to)]
  const isInOnePage = from - inPage(from) === to - last
  return first > 0n && last > 0n && !isInOnePage && first + last <= BigInt(PAGE_SIZE)
}

/** Where the writable sections would end if they began there. */
function writableEnd(base: bigint, sections: readonly SectionBuilder[]): bigint {
  const end = sections
    .filter(({ isWritable }) => isWritable)
    .reduce((next, { byteCount, alignment }) => roundedUp(next, alignment) + BigInt(byteCount), base)
  return roundedUp(end, 8)
}

function inPage(address: bigint): bigint {
  return BigInt.asUintN(PAGE_BITS, address)
}

function roundedUp(address: bigint, unit: number): bigint {
  return ((address + BigInt(unit) - 1n) / BigInt(unit)) * BigInt(unit)
}
