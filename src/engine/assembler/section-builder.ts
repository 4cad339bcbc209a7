import { PAGE_SIZE, type VirtualAddress } from '../units.ts'
import type { Section } from './assemble.ts'

/** What the sections' names mean, in the order in which they are laid out; others are like `.data`. */
const KINDS: Record<string, { readonly write: boolean; readonly execute: boolean }> = {
  '.text': { write: false, execute: true },
  '.rodata': { write: false, execute: false },
  '.data': { write: true, execute: false },
  '.bss': { write: true, execute: false },
}

/** A section that grows. */
export class SectionBuilder {
  readonly name: string
  #bytes = new Uint8Array(256)
  #byteCount = 0

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

  /** Fills up to a multiple. */
  align(to: number, filler: number): void {
    const missing = (to - (this.#byteCount % to)) % to
    this.append(new Uint8Array(missing).fill(filler))
  }

  finish(address: VirtualAddress): Section {
    const bytes = this.isReserved ? new Uint8Array(0) : this.#bytes.slice(0, this.#byteCount)
    const kind = KINDS[this.name] ?? KINDS['.data']!
    return { name: this.name, address, byteCount: this.#byteCount, bytes, ...kind }
  }
}

/** `.text` at the origin, each other section on the next free page; `.bss` directly behind `.data`, as ld does. */
export function sectionAddresses(sections: readonly SectionBuilder[], origin: bigint): Map<string, bigint> {
  const order = (name: string) => {
    const place = Object.keys(KINDS).indexOf(name)
    return place < 0 ? 2 : place
  }
  const addresses = new Map<string, bigint>()
  let next = origin
  for (const section of [...sections].sort((a, b) => order(a.name) - order(b.name))) {
    const unit =
      addresses.size === 0 ? 1n : section.name === '.bss' && addresses.has('.data') ? 16n : BigInt(PAGE_SIZE)
    next = ((next + unit - 1n) / unit) * unit
    addresses.set(section.name, next)
    next += BigInt(section.byteCount)
  }
  return addresses
}
