import { Budget, DwarfReader, DwarfTexts, OutOfBounds, sectionNamed } from './dwarf-reader.ts'
import type { ElfFile } from './elf-file.ts'

/** From an address on, up to the next row's, the code comes from this line. */
export interface LineRow {
  readonly address: bigint
  /** The file's name without its folders; undefined where no line's code begins. */
  readonly file: string | undefined
  /** Counted from 1; 0 where the code comes from no line. */
  readonly line: number
}

/** What a hostile table could ask for is bounded. */
const MOST_ROWS = 200_000
/** Units, files and operations together. */
const MOST_OPERATIONS = 1 << 20
/** A unit counts as so many. */
const UNIT_COST = 64

/**
 * Reads .debug_line (DWARF 5, section 6.2; versions 2 to 5): which instructions come from which line, in the order of
 * the addresses. What cannot be understood is left out. Never throws.
 */
export function readLines(file: ElfFile): readonly LineRow[] {
  const known = { texts: new DwarfTexts(file), budget: new Budget(MOST_OPERATIONS) }
  const rows: LineRow[] = []
  const bytes = sectionNamed(file, '.debug_line')
  let at = 0
  while (at + 4 <= bytes.length && rows.length < MOST_ROWS && !known.budget.isSpent) {
    const unit = new DwarfReader(bytes, at)
    const isLong = unit.u32() === 0xffff_ffff
    const byteCount = isLong ? unit.u64() : unit.u32From(at)
    const end = unit.at + byteCount
    if (byteCount < 4 || end > bytes.length) break
    try {
      readUnit(new DwarfReader(bytes.subarray(0, end), unit.at), isLong ? 8 : 4, known, rows)
    } catch (thrown) {
      if (!(thrown instanceof OutOfBounds)) throw thrown
    }
    at = end
  }
  return rows.sort((one, other) => (one.address < other.address ? -1 : one.address > other.address ? 1 : 0))
}

/** What all units share. */
interface Known {
  readonly texts: DwarfTexts
  readonly budget: Budget
}

/** What a unit's header says of its program. */
interface Header {
  readonly leastLength: number
  readonly lineBase: number
  readonly lineRange: number
  readonly opcodeBase: number
  readonly argumentCounts: readonly number[]
  /** By number, as the program uses them. */
  readonly files: (string | undefined)[]
}

function readUnit(reader: DwarfReader, offsetSize: 4 | 8, known: Known, rows: LineRow[]): void {
  known.budget.spend(UNIT_COST)
  const version = reader.u16()
  if (version < 2 || version > 5) return
  if (version === 5) reader.skip(2)
  const headerLength = offsetSize === 8 ? reader.u64() : reader.u32()
  const programAt = reader.at + headerLength
  const leastLength = reader.u8()
  if (version >= 4) reader.skip(1)
  reader.skip(1)
  const lineBase = reader.i8()
  const lineRange = reader.u8()
  const opcodeBase = reader.u8()
  if (lineRange === 0 || opcodeBase === 0) return
  const argumentCounts = Array.from({ length: opcodeBase - 1 }, () => reader.u8())
  const files = version === 5 ? readFiles5(reader, offsetSize, known) : readFiles(reader, known)
  reader.at = programAt
  runProgram(reader, { leastLength, lineBase, lineRange, opcodeBase, argumentCounts, files }, known, rows)
}

/** Up to version 4: folders, then files with three numbers each; files are counted from 1. */
function readFiles(reader: DwarfReader, { budget }: Known): (string | undefined)[] {
  while (reader.text() !== '') budget.spend(1)
  const files: (string | undefined)[] = [undefined]
  for (;;) {
    const name = reader.text()
    if (name === '') return files
    budget.spend(1)
    files.push(lastPart(name))
    for (let number = 0; number < 3; number++) reader.unsigned()
  }
}

const PATH = 1

/** In version 5 both lists say first how their entries are made. */
function readFiles5(reader: DwarfReader, offsetSize: 4 | 8, known: Known): (string | undefined)[] {
  readEntries(reader, offsetSize, known)
  return readEntries(reader, offsetSize, known).map((name) => name && lastPart(name))
}

function readEntries(reader: DwarfReader, offsetSize: 4 | 8, known: Known): (string | undefined)[] {
  const formats = Array.from({ length: reader.u8() }, () => [reader.unsigned(), reader.unsigned()] as const)
  const count = reader.unsigned()
  if (formats.length === 0 && count > 0) throw new OutOfBounds()
  known.budget.spend(count)
  return Array.from({ length: count }, () => {
    let path: string | undefined
    for (const [content, form] of formats) {
      const value = readForm(reader, form, offsetSize, known)
      if (content === PATH) path = value
    }
    return path
  })
}

/** A value in one of the forms that occur here (DWARF 5, section 7.5.6); the text, if it is one. */
function readForm(
  reader: DwarfReader,
  form: number,
  offsetSize: 4 | 8,
  { texts }: Known,
): string | undefined {
  const offset = () => (offsetSize === 8 ? reader.u64() : reader.u32())
  switch (form) {
    case 0x08:
      return reader.text()
    case 0x0e:
      return texts.at('other', offset())
    case 0x1f:
      return texts.at('line', offset())
    case 0x0b:
      return void reader.skip(1)
    case 0x05:
      return void reader.skip(2)
    case 0x06:
      return void reader.skip(4)
    case 0x07:
      return void reader.skip(8)
    case 0x1e:
      return void reader.skip(16)
    case 0x0f:
      return void reader.unsigned()
    case 0x09:
      return void reader.skip(reader.unsigned())
    default:
      throw new OutOfBounds()
  }
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/*
 * The standard opcodes (DWARF 5, section 6.2.5.2) that change what a row says; of others the arguments are skipped.
 */
const [COPY, ADVANCE_ADDRESS, ADVANCE_LINE, SET_FILE, CONSTANT_ADDRESS, FIXED_ADDRESS] = [1, 2, 3, 4, 8, 9]
const [END_SEQUENCE, SET_ADDRESS] = [1, 2]

/** Runs a line-number program, and keeps the rows that it makes. */
function runProgram(reader: DwarfReader, header: Header, { budget }: Known, rows: LineRow[]): void {
  const { opcodeBase, lineRange, lineBase, leastLength } = header
  const state = { address: 0n, file: 1, line: 1 }
  const advance = (operation: number) => {
    state.address = BigInt.asUintN(64, state.address + BigInt(Math.trunc(operation) * leastLength))
  }
  const append = (isEnd = false) => {
    if (rows.length >= MOST_ROWS) throw new OutOfBounds()
    const { address, line } = state
    rows.push({ address, file: isEnd ? undefined : header.files[state.file], line: isEnd ? 0 : line })
  }
  while (reader.at < reader.bytes.length) {
    budget.spend(1)
    const opcode = reader.u8()
    if (opcode >= opcodeBase) {
      advance(Math.floor((opcode - opcodeBase) / lineRange))
      state.line += lineBase + ((opcode - opcodeBase) % lineRange)
      append()
    } else if (opcode === 0) {
      if (extended(reader, state, append)) Object.assign(state, { address: 0n, file: 1, line: 1 })
    } else if (opcode === COPY) append()
    else if (opcode === ADVANCE_ADDRESS) advance(Math.min(reader.unsigned(), 2 ** 48))
    else if (opcode === ADVANCE_LINE) state.line += reader.signed()
    else if (opcode === SET_FILE) state.file = reader.unsigned()
    else if (opcode === CONSTANT_ADDRESS) advance(Math.floor((255 - opcodeBase) / lineRange))
    else if (opcode === FIXED_ADDRESS)
      state.address = BigInt.asUintN(64, state.address + BigInt(reader.u16()))
    else for (let count = header.argumentCounts[opcode - 1]!; count > 0; count--) reader.unsigned()
  }
}

/** An opcode behind a zero byte. @returns whether a run of addresses has ended */
function extended(
  reader: DwarfReader,
  state: { address: bigint },
  append: (isEnd: boolean) => void,
): boolean {
  const byteCount = reader.unsigned()
  const end = reader.at + byteCount
  const opcode = byteCount === 0 ? 0 : reader.u8()
  if (opcode === SET_ADDRESS && byteCount === 9) state.address = reader.long()
  if (opcode === END_SEQUENCE) append(true)
  if (!(end <= reader.bytes.length)) throw new OutOfBounds()
  reader.at = end
  return opcode === END_SEQUENCE
}
