import { textAt, type ElfFile } from './elf-file.ts'

/** What is read goes on behind the end, or is more than anybody would have written. */
export class OutOfBounds extends Error {}

/** How much is read of one table at most: what a hostile file could ask for without being large. */
export class Budget {
  #rest: number

  constructor(most: number) {
    this.#rest = most
  }

  /** @throws OutOfBounds where there is not so much left */
  spend(count: number): void {
    this.#rest -= count
    if (this.#rest < 0) throw new OutOfBounds()
  }

  get isSpent(): boolean {
    return this.#rest < 0
  }
}

/** So many characters of names are read, of each name once. */
const MOST_CHARACTERS = 1 << 21

/** The names that tables refer to by their places. */
export class DwarfTexts {
  readonly #sections: Readonly<Record<'line' | 'other', Uint8Array>>
  readonly #known = new Map<string, string>()
  readonly #budget = new Budget(MOST_CHARACTERS)

  constructor(file: ElfFile) {
    this.#sections = {
      line: sectionNamed(file, '.debug_line_str'),
      other: sectionNamed(file, '.debug_str'),
    }
  }

  at(section: 'line' | 'other', offset: number): string {
    const key = `${section}${offset}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const text = textAt(this.#sections[section], offset)
    this.#budget.spend(text.length + 1)
    this.#known.set(key, text)
    return text
  }
}

/** The bytes of a section; none where there is no such section. */
export function sectionNamed({ sections }: ElfFile, name: string): Uint8Array {
  return sections.find((one) => one.name === name)?.bytes ?? new Uint8Array(0)
}

/** Reads numbers in order; reading behind the end is noticed. */
export class DwarfReader {
  readonly bytes: Uint8Array
  at: number
  readonly #view: DataView

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes
    this.at = at
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  #take(byteCount: number): number {
    const from = this.at
    if (byteCount < 0 || from + byteCount > this.bytes.length) throw new OutOfBounds()
    this.at = from + byteCount
    return from
  }

  skip(byteCount: number): void {
    this.#take(byteCount)
  }

  u8(): number {
    return this.bytes[this.#take(1)]!
  }

  i8(): number {
    return (this.u8() << 24) >> 24
  }

  u16(): number {
    return this.#view.getUint16(this.#take(2), true)
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), true)
  }

  u32From(at: number): number {
    return this.#view.getUint32(at, true)
  }

  u64(): number {
    return Number(this.long())
  }

  long(): bigint {
    return this.#view.getBigUint64(this.#take(8), true)
  }

  /** A number in as many bytes as it needs, seven bits each. */
  unsigned(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.u8()
      value += (byte & 127) * Math.min(scale, 2 ** 60)
      if (byte < 128) return value
    }
  }

  signed(): number {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.u8()
      if (shift < 64n) value |= BigInt(byte & 127) << shift
      if (byte < 128) return Number(BigInt.asIntN(Number(shift < 57n ? shift + 7n : 64n), value))
    }
  }

  text(): string {
    const text = textAt(this.bytes, this.at)
    const end = this.bytes.indexOf(0, this.at)
    if (end < 0) throw new OutOfBounds()
    this.at = end + 1
    return text
  }
}
