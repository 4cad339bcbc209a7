import { littleEndian } from '../bits.ts'
import { PAGE_SIZE, virtualAddress, type VirtualAddress } from '../units.ts'

/** What the stack of a new process holds, and where it begins. */
export interface InitialStack {
  /** RSP at the entry point. */
  readonly pointer: VirtualAddress
  /** From `pointer` up to the stack's end. */
  readonly bytes: Uint8Array
}

/** What a program is told at its beginning. */
export interface StackContents {
  readonly entry: VirtualAddress
  readonly arguments: readonly string[]
  readonly environment: readonly string[]
  /** Of an executable file: where its program headers lie in memory, and how many there are. */
  readonly headers?: { readonly at: bigint; readonly count: number }
}

/** Keys of the auxiliary vector (System V ABI, x86-64 supplement, figure 3.11). */
const AT = {
  PHDR: 3,
  PHENT: 4,
  PHNUM: 5,
  PAGESZ: 6,
  BASE: 7,
  FLAGS: 8,
  ENTRY: 9,
  UID: 11,
  EUID: 12,
  GID: 13,
  EGID: 14,
  PLATFORM: 15,
  HWCAP: 16,
  CLKTCK: 17,
  SECURE: 23,
  RANDOM: 25,
  HWCAP2: 26,
  EXECFN: 31,
  NULL: 0,
}

/** The 16 random bytes that every process gets; the same here each time, so that a lesson is. */
const RANDOM = Uint8Array.from({ length: 16 }, (_, index) => (index * 0x4f + 0x1d) & 0xff)

/**
 * Lays out the stack as a program finds it at its entry point (System V ABI, x86-64 supplement, section 3.4.1).
 *
 *     end − 8      0
 *     …            the file's name, strings of the environment, arguments, platform, 16 random bytes
 *                  auxiliary vector, pairs of key and value, the last with key 0
 *                  0, behind pointers to the strings of the environment
 *                  0, behind pointers to the arguments
 *     pointer      how many arguments; divisible by 16
 */
export function initialStack(end: VirtualAddress, program: StackContents): InitialStack {
  const top = new TopDown(end)
  top.push(new Uint8Array(8))
  const fileName = top.pushText(program.arguments[0] ?? '')
  const environment = [...program.environment].reverse().map((text) => top.pushText(text))
  const given = [...program.arguments].reverse().map((text) => top.pushText(text))
  const platform = top.pushText('x86_64')
  const random = top.push(RANDOM)
  const words = [
    BigInt(given.length),
    ...given.reverse(),
    0n,
    ...environment.reverse(),
    0n,
    ...auxiliaryVector({ ...program, platform, random, fileName }),
  ]
  top.alignFor(8 * words.length)
  for (const word of words.reverse()) top.push(littleEndian(word, 8))
  return { pointer: top.pointer, bytes: top.bytes }
}

function auxiliaryVector(known: {
  entry: bigint
  platform: bigint
  random: bigint
  fileName: bigint
  headers?: { readonly at: bigint; readonly count: number }
}): bigint[] {
  const pairs: [number, bigint][] = [
    ...headerPairs(known.headers),
    [AT.PAGESZ, BigInt(PAGE_SIZE)],
    [AT.CLKTCK, 100n],
    [AT.ENTRY, known.entry],
    [AT.UID, 0n],
    [AT.EUID, 0n],
    [AT.GID, 0n],
    [AT.EGID, 0n],
    [AT.SECURE, 0n],
    [AT.RANDOM, known.random],
    [AT.EXECFN, known.fileName],
    [AT.PLATFORM, known.platform],
    [AT.NULL, 0n],
  ]
  return pairs.flatMap(([key, value]) => [BigInt(key), value])
}

/** What a program needs that looks at its own file: the C library finds its variables of threads by it. */
function headerPairs(headers: StackContents['headers']): [number, bigint][] {
  if (headers === undefined) return []
  return [
    [AT.HWCAP, CPU_FEATURES],
    [AT.PHDR, headers.at],
    [AT.PHENT, PROGRAM_HEADER_BYTE_COUNT],
    [AT.PHNUM, BigInt(headers.count)],
    [AT.BASE, 0n],
    [AT.FLAGS, 0n],
    [AT.HWCAP2, 0n],
  ]
}

const PROGRAM_HEADER_BYTE_COUNT = 56n
/** EDX of `cpuid` with EAX 1. */
const CPU_FEATURES = 0x0700_8111n

/** Bytes that grow downwards. */
class TopDown {
  readonly #end: bigint
  #parts: Uint8Array[] = []
  #byteCount = 0

  constructor(end: bigint) {
    this.#end = end
  }

  get pointer(): VirtualAddress {
    return virtualAddress(this.#end - BigInt(this.#byteCount))
  }

  get bytes(): Uint8Array {
    const all = new Uint8Array(this.#byteCount)
    let at = this.#byteCount
    for (const part of this.#parts) all.set(part, (at -= part.length))
    return all
  }

  /** Returns where the bytes lie. */
  push(bytes: Uint8Array): VirtualAddress {
    this.#parts.push(bytes)
    this.#byteCount += bytes.length
    return this.pointer
  }

  pushText(text: string): VirtualAddress {
    return this.push(Uint8Array.from([...encodeUtf8(text), 0]))
  }

  /** Leaves a gap, so that the pointer is divisible by 16 after so many more bytes. */
  alignFor(byteCount: number): void {
    const misplaced = Number((this.pointer - BigInt(byteCount)) & 15n)
    this.push(new Uint8Array(misplaced))
  }
}

function encodeUtf8(text: string): number[] {
  return [...encodeURIComponent(text.toWellFormed()).matchAll(/%([\dA-F]{2})|./g)].map(([one, code]) =>
    code === undefined ? one.charCodeAt(0) : parseInt(code, 16),
  )
}
