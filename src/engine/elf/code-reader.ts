import type { AssembledInstruction } from '../assembler/assemble.ts'
import { disassemble } from '../assembler/disassemble.ts'
import { LONGEST_INSTRUCTION } from '../isa/decode.ts'
import type { FileSegment } from '../os/linux-process.ts'
import { virtualAddress, type VirtualAddress } from '../units.ts'
import type { ElfSymbol } from './elf-symbols.ts'

/** So many instructions are listed at a time, at most: a long function is listed in parts. */
const MOST_LISTED = 400
/** Where no symbol says where functions begin, so many bytes before an instruction are listed with it, and behind it. */
const BYTES_BEFORE = 96
const BYTES_BEHIND = 192
/** Code that lies farther from its function's beginning is listed alone. */
const FARTHEST = 1n << 14n

/** A run of addresses that is listed together. */
export interface CodeRange {
  readonly start: bigint
  readonly end: bigint
  /** The function, if the file has its name. */
  readonly name: string | undefined
}

/** Reads an executable's code: which function holds an address, and its instructions. */
export class CodeReader {
  readonly #segments: readonly FileSegment[]
  /** In the order of their addresses. */
  readonly #symbols: readonly ElfSymbol[]
  readonly #lineOf: (address: bigint) => number

  /**
   * @param segments what of the program is code
   * @param symbols with the addresses that they have in memory
   * @param lineOf the line of the source that an address comes from, counted from 0; -1 for none
   */
  constructor(
    segments: readonly FileSegment[],
    symbols: readonly ElfSymbol[],
    lineOf: (address: bigint) => number,
  ) {
    this.#segments = segments
    this.#symbols = symbols
    this.#lineOf = lineOf
  }

  /** What is listed with an address; undefined where no code of the file is. */
  rangeAt(address: bigint): CodeRange | undefined {
    const segment = this.#segmentAt(address)
    if (segment === undefined) return undefined
    const end = segment.address + BigInt(segment.bytes.length)
    const index = this.#lastSymbol(address)
    const symbol = this.#symbols[index]
    const isInside =
      symbol !== undefined &&
      symbol.address >= segment.address &&
      (symbol.byteCount === undefined || address < symbol.address + BigInt(symbol.byteCount))
    if (!isInside) return this.#window(segment, address, end)
    const next = this.#symbols[index + 1]
    const behind =
      symbol.byteCount === undefined ? (next?.address ?? end) : symbol.address + BigInt(symbol.byteCount)
    const range = { start: symbol.address, end: behind < end ? behind : end, name: symbol.name }
    if (address - range.start <= FARTHEST) return range
    return { ...this.#window(segment, address, range.end), name: symbol.name }
  }

  /** The earliest beginning from which decoding comes to the address exactly. */
  #window(segment: FileSegment, address: bigint, end: bigint): CodeRange {
    const lowest = address - BigInt(BYTES_BEFORE)
    let start = lowest < segment.address ? segment.address : lowest
    while (start < address && !this.#leadsTo(start, address)) start++
    const behind = address + BigInt(BYTES_BEHIND)
    return { start, end: behind < end ? behind : end, name: undefined }
  }

  #leadsTo(start: bigint, address: bigint): boolean {
    let at = start
    while (at < address) {
      const byteCount = this.instructionAt(at)?.bytes.length
      if (byteCount === undefined) return false
      at += BigInt(byteCount)
    }
    return at === address
  }

  /** The last symbol that does not lie behind an address; -1 where all do. */
  #lastSymbol(address: bigint): number {
    let [low, high] = [0, this.#symbols.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#symbols[middle]!.address <= address) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  #segmentAt(address: bigint): FileSegment | undefined {
    return this.#segments.find(
      (segment) => segment.address <= address && address < segment.address + BigInt(segment.bytes.length),
    )
  }

  /** The instruction whose bytes begin at an address; undefined where none is. */
  instructionAt(address: bigint): AssembledInstruction | undefined {
    const segment = this.#segmentAt(address)
    if (segment === undefined) return undefined
    const at = Number(address - segment.address)
    const bytes = segment.bytes.subarray(at, at + LONGEST_INSTRUCTION)
    const found = disassemble(bytes, virtualAddress(address))
    return (
      found && {
        address: virtualAddress(address),
        bytes: bytes.slice(0, found.byteCount),
        text: found.text,
        line: this.#lineOf(address),
        from: 0,
        to: 0,
      }
    )
  }

  /** The instructions of a range, of a long one those around an address. Bytes that are none are passed over. */
  list(range: CodeRange, around: VirtualAddress): readonly AssembledInstruction[] {
    const listed: AssembledInstruction[] = []
    const farthest = around + BigInt((MOST_LISTED / 2) * LONGEST_INSTRUCTION)
    const { start } = range
    const end = range.end < farthest ? range.end : farthest
    let isPast = 0
    for (let at = start; at < end && isPast < MOST_LISTED / 2;) {
      const instruction = this.instructionAt(at)
      at += BigInt(instruction?.bytes.length ?? 1)
      if (instruction === undefined) continue
      listed.push(instruction)
      if (instruction.address >= around) isPast++
      else if (listed.length > MOST_LISTED / 2 && isPast === 0) listed.shift()
    }
    return listed
  }
}
