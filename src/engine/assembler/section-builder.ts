import { PAGE_BITS, PAGE_SIZE, type VirtualAddress } from '../units.ts'
import type { Section } from './assemble.ts'

/** What a section is for, as nasm knows it by its name and by the words behind that. */
export interface SectionAttributes {
  readonly write: boolean
  readonly execute: boolean
  /** It has no bytes of its own, only a size (`nobits`). */
  readonly reserved: boolean
  /** It is for other programs than the processor and takes no room in memory (`noalloc`). */
  readonly unloaded: boolean
  readonly alignment: number
}

const OTHER: SectionAttributes = {
  write: false,
  execute: false,
  reserved: false,
  unloaded: false,
  alignment: 1,
}
const DATA = { ...OTHER, write: true, alignment: 4 }

const KNOWN: Readonly<Record<string, SectionAttributes>> = {
  '.text': { ...OTHER, execute: true, alignment: 16 },
  '.rodata': { ...OTHER, alignment: 4 },
  '.data': DATA,
  '.bss': { ...DATA, reserved: true },
  '.comment': { ...OTHER, unloaded: true },
}

/** What the words behind a section's name change. */
const WORDS: Readonly<Record<string, Partial<SectionAttributes>>> = {
  exec: { execute: true },
  noexec: { execute: false },
  write: { write: true },
  nowrite: { write: false },
  progbits: { reserved: false },
  nobits: { reserved: true },
  alloc: { unloaded: false },
  noalloc: { unloaded: true },
}

/** The attributes of a section by its name and the words behind it; others than nasm's say nothing. */
export function sectionAttributes(
  name: string,
  words: readonly string[],
  alignment: string | undefined,
): SectionAttributes {
  const attributes = words.reduce<SectionAttributes>(
    (known, word) => ({ ...known, ...WORDS[word] }),
    KNOWN[name] ?? OTHER,
  )
  return {
    ...attributes,
    unloaded: attributes.unloaded || name === '.note.GNU-stack',
    alignment: Number(alignment ?? attributes.alignment),
  }
}

/** A section that grows. */
export class SectionBuilder {
  readonly name: string
  readonly attributes: SectionAttributes
  #bytes = new Uint8Array(256)
  #byteCount = 0
  /** The largest unit that was asked for. */
  alignment: number

  constructor(name: string, attributes: SectionAttributes) {
    this.name = name
    this.attributes = attributes
    this.alignment = attributes.alignment
  }

  get byteCount(): number {
    return this.#byteCount
  }

  get isReserved(): boolean {
    return this.attributes.reserved
  }

  append(bytes: Uint8Array): void {
    const at = this.#byteCount
    this.reserve(bytes.length)
    if (!this.isReserved) this.#bytes.set(bytes, at)
  }

  /** What was added since. */
  from(offset: number): Uint8Array {
    return this.#bytes.slice(offset, this.#byteCount)
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
    const { write, execute } = this.attributes
    const bytes = this.isReserved ? new Uint8Array(0) : this.#bytes.slice(0, this.#byteCount)
    return { name: this.name, address, byteCount: this.#byteCount, bytes, write, execute }
  }
}

/** Sections that ld makes one of: `.text` and all `.text.…`, or one of any other name. */
interface Joined {
  readonly name: string
  readonly parts: SectionBuilder[]
}

/** The names that ld's script knows, in its order; each is followed by the sections of other names that are like it. */
const SCRIPT = ['.text', '.rodata', '.data', '.bss']

/** At its end ld rounds up what it knows as `.bss`. */
const BSS_ALIGNMENT = 8

/**
 * As ld does: code at the origin, constants on the next page. What can be written begins on a page of its own too, but
 * as far into its page as the constants ended, unless it then takes one page more; reserved bytes come last. Empty
 * sections have an address and take no room.
 */
export function sectionAddresses(sections: readonly SectionBuilder[], origin: bigint): Map<string, bigint> {
  const addresses = new Map<string, bigint>()
  for (const { name, attributes } of sections) if (attributes.unloaded) addresses.set(name, 0n)
  const groups = inGroups(sections)
  let next = origin
  groups.forEach((group, place) => {
    if (place === 1) next = roundedUp(next, PAGE_SIZE)
    if (place === 2) next = dataStart(next, groups)
    // Wherever code is asked to begin, there it begins.
    next = placed(group, next, place > 0, (name, address) => addresses.set(name, address))
  })
  return addresses
}

/** Code, constants, data and reserved bytes. */
function inGroups(sections: readonly SectionBuilder[]): readonly (readonly Joined[])[] {
  const groups: Joined[][] = SCRIPT.map((name) => [{ name, parts: [] }])
  for (const section of sections.filter(({ attributes }) => !attributes.unloaded)) {
    const known = SCRIPT.findIndex((name) => section.name === name || section.name.startsWith(`${name}.`))
    const place = known >= 0 ? known : groupOf(section.attributes)
    if (known >= 0) groups[place]![0]!.parts.push(section)
    else groups[place]!.push({ name: section.name, parts: [section] })
  }
  return groups
}

function groupOf({ write, execute, reserved }: SectionAttributes): number {
  if (reserved) return 3
  return write ? 2 : execute ? 0 : 1
}

/** @returns where the next group begins */
function placed(
  group: readonly Joined[],
  start: bigint,
  alignsFirst: boolean,
  tell: (name: string, address: bigint) => void,
): bigint {
  let next = start
  for (const { name, parts } of group) {
    const isEmpty = parts.every(({ byteCount }) => byteCount === 0)
    const aligned = (unit: number) =>
      isEmpty || (next === start && !alignsFirst) ? next : roundedUp(next, unit)
    next = aligned(Math.max(...parts.map(({ alignment }) => alignment)))
    for (const part of parts) {
      next = aligned(part.alignment)
      tell(part.name, next)
      next += BigInt(part.byteCount)
    }
    if (name === '.bss' && !isEmpty) next = roundedUp(next, BSS_ALIGNMENT)
  }
  return next
}

function dataStart(end: bigint, groups: readonly (readonly Joined[])[]): bigint {
  const page = roundedUp(end, PAGE_SIZE)
  const base = page + inPage(end)
  return savesPage(base, writableEnd(base, groups)) ? page : base
}

/** What lies in the first and in the last page would fit in one. */
function savesPage(from: bigint, to: bigint): boolean {
  const [first, last] = [inPage(-from), inPage(to)]
  const isInOnePage = from - inPage(from) === to - last
  return first > 0n && last > 0n && !isInOnePage && first + last <= BigInt(PAGE_SIZE)
}

/** Where the writable sections would end if they began there. */
function writableEnd(base: bigint, groups: readonly (readonly Joined[])[]): bigint {
  const end = groups.slice(2).reduce((next, group) => placed(group, next, true, () => {}), base)
  return roundedUp(end, 8)
}

function inPage(address: bigint): bigint {
  return BigInt.asUintN(PAGE_BITS, address)
}

function roundedUp(address: bigint, unit: number): bigint {
  return ((address + BigInt(unit) - 1n) / BigInt(unit)) * BigInt(unit)
}
