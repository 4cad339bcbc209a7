/**
 * An ELF file as Linux reads it (System V ABI, chapter 4; x86-64 supplement): the header, what is loaded where, and the
 * sections that a debugger reads. Nothing in it is believed: every place is checked against the file's end first.
 *
 *     0   7F 'E' 'L' 'F', class (2: 64 bits), order (1: lowest byte first), …
 *    16   type, machine, version, entry, place of the program headers, of the section headers, flags, sizes and counts
 */
import {
  EM_X86_64,
  ET_DYN,
  ET_EXEC,
  HEADER_BYTE_COUNT,
  PROGRAM_HEADER_BYTE_COUNT,
  PT_INTERP,
  SECTION_HEADER_BYTE_COUNT,
  SHF_COMPRESSED,
  SHT_NOBITS,
} from './elf-format.ts'

/** A part of the file that is loaded, or that says something about the process. */
export interface ProgramHeader {
  readonly type: number
  readonly flags: number
  readonly offset: number
  readonly address: bigint
  readonly fileByteCount: number
  readonly byteCount: bigint
}

/** A part of the file by its name. */
export interface ElfSection {
  readonly name: string
  readonly type: number
  readonly flags: bigint
  readonly address: bigint
  readonly bytes: Uint8Array
  /** The number of the section that this one refers to. */
  readonly link: number
}

export interface ElfFile {
  readonly bytes: Uint8Array
  /** Its addresses count from wherever it is loaded. */
  readonly isRelocatable: boolean
  readonly entry: bigint
  readonly programHeaders: readonly ProgramHeader[]
  /** Where the program headers lie in the file, for the auxiliary vector. */
  readonly headerOffset: number
  readonly sections: readonly ElfSection[]
}

export type ElfResult =
  { readonly ok: true; readonly file: ElfFile } | { readonly ok: false; readonly message: string }

/** A larger file is refused before anything of it is read. */
const MOST_FILE_BYTES = 1 << 25
/** Linux reads no more program headers than fit in a page. */
const MOST_PROGRAM_HEADERS = 73
const MOST_SECTIONS = 4096

/** Other machines that people have files of, by the number in the header. */
const MACHINES: Readonly<Record<number, string>> = {
  3: '32-bit x86',
  8: 'MIPS',
  20: 'PowerPC',
  21: '64-bit PowerPC',
  40: '32-bit ARM',
  183: '64-bit ARM',
  243: 'RISC-V',
}

/** What other files begin with that are dropped for executables. */
const OTHER_KINDS: readonly (readonly [start: readonly number[], what: string])[] = [
  [[0x4d, 0x5a], 'a program of Windows'],
  [[0xcf, 0xfa, 0xed, 0xfe], 'a program of macOS'],
  [[0xca, 0xfe, 0xba, 0xbe], 'a program of macOS, or of Java'],
  [[0x23, 0x21], 'a script'],
  [[0x21, 0x3c, 0x61, 0x72, 0x63, 0x68, 0x3e], 'a library of object files'],
  [[0x1f, 0x8b], 'a compressed file'],
  [[0x50, 0x4b], 'a compressed folder'],
  [[0x00, 0x61, 0x73, 0x6d], 'a WebAssembly module'],
]

/** Reads the headers of a static x86-64 executable, or says in a sentence what it is instead. Never throws. */
export function readElf(bytes: Uint8Array): ElfResult {
  const refusal = refusalOf(bytes)
  if (refusal !== undefined) return { ok: false, message: refusal }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const headerOffset = placeAt(view, 32)
  const count = view.getUint16(56, true)
  const end = headerOffset + count * PROGRAM_HEADER_BYTE_COUNT
  if (view.getUint16(54, true) !== PROGRAM_HEADER_BYTE_COUNT || count === 0 || count > MOST_PROGRAM_HEADERS)
    return damaged('its program headers have the wrong size, or are too many')
  if (end > bytes.length) return damaged('it ends before its program headers do')
  const programHeaders = Array.from({ length: count }, (_, index) =>
    readProgramHeader(view, headerOffset + index * PROGRAM_HEADER_BYTE_COUNT),
  )
  if (programHeaders.some(({ type }) => type === PT_INTERP)) return { ok: false, message: DYNAMIC }
  const isRelocatable = view.getUint16(16, true) === ET_DYN
  const entry = view.getBigUint64(24, true)
  const sections = readSections(view, bytes)
  return { ok: true, file: { bytes, isRelocatable, entry, programHeaders, headerOffset, sections } }
}

const DYNAMIC =
  'This program is linked dynamically: it asks Linux for a loader and for libraries, and they are not here. ' +
  'Link it with -static (gcc), or with -C target-feature=+crt-static (rustc).'

function damaged(why: string): ElfResult {
  return { ok: false, message: `This file is damaged: ${why}.` }
}

/** What the first bytes say it is, if it is no executable for x86-64. */
function refusalOf(bytes: Uint8Array): string | undefined {
  if (bytes.length > MOST_FILE_BYTES) return `This file is larger than ${MOST_FILE_BYTES >> 20} MiB.`
  if (bytes.length === 0) return 'This file is empty.'
  if (![0x7f, 0x45, 0x4c, 0x46].every((byte, at) => bytes[at] === byte)) {
    const other = OTHER_KINDS.find(([start]) => start.every((byte, at) => bytes[at] === byte))?.[1]
    return `This is ${other ?? 'no executable'}: an ELF file is needed, as Linux runs them.`
  }
  if (bytes.length < HEADER_BYTE_COUNT) return 'This file is damaged: it ends within its header.'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const machine = view.getUint16(18, true)
  if (bytes[4] !== 2 || bytes[5] !== 1 || machine !== EM_X86_64) {
    const name = MACHINES[machine]
    return `This program is for ${name === undefined || machine === EM_X86_64 ? 'another machine' : name}: 64-bit x86 (x86-64) is needed.`
  }
  const type = view.getUint16(16, true)
  if (type === ET_EXEC || type === ET_DYN) return undefined
  return type === 1
    ? 'This is an object file: what it lacks, a linker must add. Link it with -static.'
    : 'This is an ELF file, but no executable.'
}

/** A place in the file; what is beyond all files counts as infinite. */
function placeAt(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true))
}

function readProgramHeader(view: DataView, at: number): ProgramHeader {
  return {
    type: view.getUint32(at, true),
    flags: view.getUint32(at + 4, true),
    offset: placeAt(view, at + 8),
    address: view.getBigUint64(at + 16, true),
    fileByteCount: placeAt(view, at + 32),
    byteCount: view.getBigUint64(at + 40, true),
  }
}

/** The sections as far as they make sense: nothing of them is needed to run the program. */
function readSections(view: DataView, bytes: Uint8Array): readonly ElfSection[] {
  const offset = placeAt(view, 40)
  const [size, count, namesAt] = [58, 60, 62].map((at) => view.getUint16(at, true)) as [
    number,
    number,
    number,
  ]
  if (size !== SECTION_HEADER_BYTE_COUNT || count > MOST_SECTIONS) return []
  if (offset + size * count > bytes.length) return []
  const headers = Array.from({ length: count }, (_, index) => offset + index * size)
  const contents = headers.map((at) => contentOf(view, bytes, at))
  const names = contents[namesAt]
  return headers.map((at, index) => ({
    name: names === undefined ? '' : textAt(names, view.getUint32(at, true)),
    type: view.getUint32(at + 4, true),
    flags: view.getBigUint64(at + 8, true),
    address: view.getBigUint64(at + 16, true),
    bytes: contents[index]!,
    link: view.getUint32(at + 40, true),
  }))
}

const NOTHING = new Uint8Array(0)

function contentOf(view: DataView, bytes: Uint8Array, at: number): Uint8Array {
  const [from, byteCount] = [placeAt(view, at + 24), placeAt(view, at + 32)]
  const isThere = view.getUint32(at + 4, true) !== SHT_NOBITS && from + byteCount <= bytes.length
  const isCompressed = (view.getBigUint64(at + 8, true) & BigInt(SHF_COMPRESSED)) !== 0n
  return isThere && !isCompressed ? bytes.subarray(from, from + byteCount) : NOTHING
}

/** Names are no longer. */
const LONGEST_NAME = 1024

/** The text that begins at a place, up to its zero byte; characters beyond ASCII are shown as question marks. */
export function textAt(bytes: Uint8Array, at: number): string {
  const longest = bytes.subarray(at, at + LONGEST_NAME)
  const end = longest.indexOf(0)
  const text = longest.slice(0, end < 0 ? undefined : end)
  text.forEach((byte, place) => {
    if (byte < 0x20 || byte >= 0x7f) text[place] = 0x3f
  })
  return String.fromCharCode(...text)
}
