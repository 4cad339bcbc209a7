/**
 * An executable file as Linux loads it (System V ABI, chapters 4 and 5): the header, a program header for each run of
 * pages, and behind the bytes the names of sections and symbols, for debuggers.
 *
 * What the course's compiler or assembler has made runs outside of the course, too: on any x86-64 Linux, natively.
 */
import type { Section } from '../assembler/assemble.ts'
import { processStart, type Program } from '../machine/program.ts'
import {
  EM_X86_64,
  ET_EXEC,
  HEADER_BYTE_COUNT,
  PF_R,
  PF_W,
  PF_X,
  PROGRAM_HEADER_BYTE_COUNT,
  PT_LOAD,
  SECTION_HEADER_BYTE_COUNT,
  SHF_ALLOC,
  SHF_EXECINSTR,
  SHF_WRITE,
  SHT_NOBITS,
  SHT_PROGBITS,
  SHT_STRTAB,
  SHT_SYMTAB,
  STB_GLOBAL,
  STT_NOTYPE,
  SYMBOL_BYTE_COUNT,
} from './elf-format.ts'
import { PAGE_SIZE, type VirtualAddress } from '../units.ts'
import { utf8 } from '../utf8.ts'

/** Sections that share pages, or stand for zeros behind one: they are loaded together. */
interface Segment {
  readonly address: bigint
  readonly bytes: Uint8Array
  readonly byteCount: number
  readonly write: boolean
  readonly execute: boolean
}

interface SectionHeader {
  readonly name: string
  readonly type: number
  readonly flags?: number
  readonly address?: bigint
  readonly offset: number
  readonly byteCount: number
  readonly link?: number
  readonly firstGlobal?: number
  readonly entryByteCount?: number
}

/** @returns the file's bytes */
export function writeElf(program: Program): Uint8Array<ArrayBuffer> {
  const { sections, labels } = program.assembly
  const present = sections.filter(({ byteCount }) => byteCount > 0)
  const segments = segmentsOf(present)
  const headers = HEADER_BYTE_COUNT + PROGRAM_HEADER_BYTE_COUNT * segments.length
  const offsets = offsetsOf(segments, headers)
  const symbols = symbolTable(labels, present)
  const symbolsAt = endOf(segments, offsets, headers)
  const namesAt = symbolsAt + symbols.table.length
  const tables = [
    { name: '.symtab', type: SHT_SYMTAB, offset: symbolsAt, byteCount: symbols.table.length },
    { name: '.strtab', type: SHT_STRTAB, offset: namesAt, byteCount: symbols.names.length },
  ]
  const ofProgram = present.map((section) => sectionHeader(section, segments, offsets))
  const symbolNames = present.length + 2
  const described: SectionHeader[] = [
    ...ofProgram,
    { ...tables[0]!, link: symbolNames, firstGlobal: 1, entryByteCount: SYMBOL_BYTE_COUNT },
    tables[1]!,
  ]
  const sectionNames = texts([...described.map(({ name }) => name), '.shstrtab'])
  const sectionNamesAt = namesAt + symbols.names.length
  described.push({
    ...{ name: '.shstrtab', type: SHT_STRTAB },
    ...{ offset: sectionNamesAt, byteCount: sectionNames.bytes.length },
  })
  const sectionHeadersAt = alignUp(sectionNamesAt + sectionNames.bytes.length, 8)
  const file = new Uint8Array(sectionHeadersAt + SECTION_HEADER_BYTE_COUNT * (described.length + 1))
  writeHeader(file, processStart(program), segments.length, sectionHeadersAt, described.length + 1)
  segments.forEach((segment, number) => {
    writeProgramHeader(file, number, segment, offsets[number]!)
    if (segment.bytes.length > 0) file.set(segment.bytes, offsets[number])
  })
  file.set(symbols.table, symbolsAt)
  file.set(symbols.names, namesAt)
  file.set(sectionNames.bytes, sectionNamesAt)
  described.forEach((section, index) => {
    const at = sectionHeadersAt + SECTION_HEADER_BYTE_COUNT * (index + 1)
    writeSectionHeader(file, at, section, sectionNames.places[index]!)
  })
  return file
}

/** A page has one set of rights: what meets in one is loaded in one piece, with the rights of all. */
function segmentsOf(sections: readonly Section[]): Segment[] {
  const sorted = [...sections].sort((one, other) => (one.address < other.address ? -1 : 1))
  return sorted.reduce<Segment[]>((segments, section) => {
    const last = segments.at(-1)
    const meets = last && pageOf(last.address + BigInt(last.byteCount) - 1n) >= pageOf(section.address)
    return meets ? [...segments.slice(0, -1), joined(last, section)] : [...segments, section]
  }, [])
}

function joined(one: Segment, other: Segment): Segment {
  const distance = Number(other.address - one.address)
  const bytes = new Uint8Array(other.bytes.length === 0 ? one.bytes.length : distance + other.bytes.length)
  bytes.set(one.bytes)
  if (other.bytes.length > 0) bytes.set(other.bytes, distance)
  const byteCount = Math.max(one.byteCount, distance + other.byteCount)
  return {
    ...{ address: one.address, bytes, byteCount },
    ...{ write: one.write || other.write, execute: one.execute || other.execute },
  }
}

/** Where each lies in the file: at the same place in its page as in memory, since whole pages are mapped. */
function offsetsOf(segments: readonly Segment[], headers: number): number[] {
  let end = headers
  return segments.map(({ address, bytes }) => {
    const offset = alignUp(end, PAGE_SIZE) + Number(address % BigInt(PAGE_SIZE))
    if (bytes.length > 0) end = offset + bytes.length
    return offset
  })
}

function endOf(segments: readonly Segment[], offsets: readonly number[], headers: number): number {
  const ends = segments.map(({ bytes }, number) => (bytes.length > 0 ? offsets[number]! + bytes.length : 0))
  return alignUp(Math.max(headers, ...ends), 8)
}

function sectionHeader(
  { name, address, byteCount, bytes, write, execute }: Section,
  segments: readonly Segment[],
  offsets: readonly number[],
): SectionHeader {
  const number = segments.findLastIndex((segment) => segment.address <= address)
  return {
    ...{ name, address, byteCount },
    type: bytes.length === 0 ? SHT_NOBITS : SHT_PROGBITS,
    flags: SHF_ALLOC | (write ? SHF_WRITE : 0) | (execute ? SHF_EXECINSTR : 0),
    offset: offsets[number]! + Number(address - segments[number]!.address),
  }
}

/** Each label is a symbol of the section that it lies in. The first symbol is always nothing. */
function symbolTable(
  labels: ReadonlyMap<string, VirtualAddress>,
  sections: readonly Section[],
): { readonly table: Uint8Array; readonly names: Uint8Array } {
  const names = texts([...labels.keys()])
  const table = new Uint8Array(SYMBOL_BYTE_COUNT * (labels.size + 1))
  const view = new DataView(table.buffer)
  ;[...labels.values()].forEach((address, index) => {
    const at = SYMBOL_BYTE_COUNT * (index + 1)
    view.setUint32(at, names.places[index]!, true)
    view.setUint8(at + 4, (STB_GLOBAL << 4) | STT_NOTYPE)
    view.setUint16(at + 6, sectionOf(address, sections) + 1, true)
    view.setBigUint64(at + 8, address, true)
  })
  return { table, names: names.bytes }
}

/** A label may stand behind a section's last byte. */
function sectionOf(address: bigint, sections: readonly Section[]): number {
  const holds = (end: number) =>
    sections.findIndex(
      (each) => each.address <= address && address < each.address + BigInt(each.byteCount + end),
    )
  return holds(0) >= 0 ? holds(0) : holds(1)
}

/** Texts one behind the other, each with a zero at its end, behind an empty one. */
function texts(all: readonly string[]): { readonly bytes: Uint8Array; readonly places: readonly number[] } {
  const encoded = all.map((text) => utf8(`${text}\0`))
  const places: number[] = []
  const byteCount = encoded.reduce((end, bytes) => {
    places.push(end)
    return end + bytes.length
  }, 1)
  const bytes = new Uint8Array(byteCount)
  encoded.forEach((each, index) => bytes.set(each, places[index]))
  return { bytes, places }
}

function writeHeader(
  file: Uint8Array,
  entry: bigint,
  segmentCount: number,
  sectionHeadersAt: number,
  sectionCount: number,
): void {
  const view = new DataView(file.buffer)
  // 64 bits, the lowest byte first, version 1, for System V.
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])
  view.setUint16(16, ET_EXEC, true)
  view.setUint16(18, EM_X86_64, true)
  view.setUint32(20, 1, true)
  view.setBigUint64(24, entry, true)
  view.setBigUint64(32, BigInt(HEADER_BYTE_COUNT), true)
  view.setBigUint64(40, BigInt(sectionHeadersAt), true)
  view.setUint16(52, HEADER_BYTE_COUNT, true)
  view.setUint16(54, PROGRAM_HEADER_BYTE_COUNT, true)
  view.setUint16(56, segmentCount, true)
  view.setUint16(58, SECTION_HEADER_BYTE_COUNT, true)
  view.setUint16(60, sectionCount, true)
  view.setUint16(62, sectionCount - 1, true)
}

function writeProgramHeader(file: Uint8Array, number: number, segment: Segment, offset: number): void {
  const view = new DataView(file.buffer, HEADER_BYTE_COUNT + PROGRAM_HEADER_BYTE_COUNT * number)
  const { address, bytes, byteCount, write, execute } = segment
  view.setUint32(0, PT_LOAD, true)
  view.setUint32(4, PF_R | (write ? PF_W : 0) | (execute ? PF_X : 0), true)
  view.setBigUint64(8, BigInt(offset), true)
  view.setBigUint64(16, address, true)
  view.setBigUint64(24, address, true)
  view.setBigUint64(32, BigInt(bytes.length), true)
  view.setBigUint64(40, BigInt(byteCount), true)
  view.setBigUint64(48, BigInt(PAGE_SIZE), true)
}

function writeSectionHeader(file: Uint8Array, at: number, section: SectionHeader, name: number): void {
  const view = new DataView(file.buffer, at)
  view.setUint32(0, name, true)
  view.setUint32(4, section.type, true)
  view.setBigUint64(8, BigInt(section.flags ?? 0), true)
  view.setBigUint64(16, section.address ?? 0n, true)
  view.setBigUint64(24, BigInt(section.offset), true)
  view.setBigUint64(32, BigInt(section.byteCount), true)
  view.setUint32(40, section.link ?? 0, true)
  view.setUint32(44, section.firstGlobal ?? 0, true)
  view.setBigUint64(48, 1n, true)
  view.setBigUint64(56, BigInt(section.entryByteCount ?? 0), true)
}

const pageOf = (address: bigint) => address / BigInt(PAGE_SIZE)
const alignUp = (offset: number, alignment: number) => Math.ceil(offset / alignment) * alignment
