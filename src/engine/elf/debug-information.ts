import { Budget, DwarfReader, DwarfTexts, OutOfBounds, sectionNamed } from './dwarf-reader.ts'
import type { ElfFile } from './elf-file.ts'

/**
 * .debug_info as a tree (DWARF 5, section 7.5): entries with a tag and attributes, which .debug_abbrev says how to read.
 * What cannot be understood ends the unit that it is in.
 */
export interface DebugEntry {
  readonly tag: number
  readonly children: readonly DebugEntry[]
  /** By number, see `Attribute`. */
  readonly attributes: ReadonlyMap<number, DebugValue>
}

/** A number, a text, an address, or the bytes of an expression. */
export type DebugValue = number | bigint | string | Uint8Array

export const Tag = {
  arrayType: 0x01,
  enumerationType: 0x04,
  parameter: 0x05,
  lexicalBlock: 0x0b,
  member: 0x0d,
  pointerType: 0x0f,
  unit: 0x11,
  structureType: 0x13,
  typedef: 0x16,
  unionType: 0x17,
  subrangeType: 0x21,
  baseType: 0x24,
  constType: 0x26,
  subprogram: 0x2e,
  variable: 0x34,
  volatileType: 0x35,
  restrictType: 0x37,
  namespace: 0x39,
} as const

export const Attribute = {
  location: 0x02,
  name: 0x03,
  byteSize: 0x0b,
  lowAddress: 0x11,
  highAddress: 0x12,
  upperBound: 0x2f,
  count: 0x37,
  memberLocation: 0x38,
  encoding: 0x3e,
  frameBase: 0x40,
  type: 0x49,
  alignment: 0x88,
} as const

/** A unit of the program, and its entries by their places in it. */
export interface DebugUnit {
  readonly root: DebugEntry
  readonly entryAt: ReadonlyMap<number, DebugEntry>
}

/** Entries and attributes together; what a hostile table could ask for is bounded. */
const MOST_PARTS = 1 << 19
const DEEPEST = 64
/** A unit counts as so many. */
const UNIT_COST = 64

interface Abbreviation {
  readonly tag: number
  readonly hasChildren: boolean
  readonly parts: readonly (readonly [attribute: number, form: number, constant: number])[]
}

/** What the reading of one unit needs. */
interface Unit {
  readonly reader: DwarfReader
  readonly abbreviations: ReadonlyMap<number, Abbreviation>
  readonly offsetSize: 4 | 8
  readonly version: number
  /** Where it begins: references within it count from there. */
  readonly start: number
  readonly texts: DwarfTexts
  readonly budget: Budget
  readonly entryAt: Map<number, DebugEntry>
}

/**
 * The units whose first entry is wanted. Never throws.
 * @param isWanted told of that entry of each
 */
export function readDebugUnits(file: ElfFile, isWanted: (root: DebugEntry) => boolean): readonly DebugUnit[] {
  const bytes = sectionNamed(file, '.debug_info')
  const shared = { texts: new DwarfTexts(file), budget: new Budget(MOST_PARTS) }
  const units: DebugUnit[] = []
  let at = 0
  while (at + 4 <= bytes.length && !shared.budget.isSpent) {
    const reader = new DwarfReader(bytes, at)
    const isLong = reader.u32() === 0xffff_ffff
    const byteCount = isLong ? reader.u64() : reader.u32From(at)
    const end = reader.at + byteCount
    if (byteCount < 4 || end > bytes.length) break
    try {
      const inside = new DwarfReader(bytes.subarray(0, end), reader.at)
      const unit = readUnit(file, inside, { start: at, offsetSize: isLong ? 8 : 4, ...shared }, isWanted)
      if (unit !== undefined) units.push(unit)
    } catch (thrown) {
      if (!(thrown instanceof OutOfBounds)) throw thrown
    }
    at = end
  }
  return units
}

const COMPILE_UNIT = 1

function readUnit(
  file: ElfFile,
  reader: DwarfReader,
  known: Pick<Unit, 'start' | 'offsetSize' | 'texts' | 'budget'>,
  isWanted: (root: DebugEntry) => boolean,
): DebugUnit | undefined {
  known.budget.spend(UNIT_COST)
  const version = reader.u16()
  if (version < 2 || version > 5) return undefined
  if (version === 5 && reader.u8() !== COMPILE_UNIT) return undefined
  if (version === 5) reader.skip(1)
  const abbreviationsAt = known.offsetSize === 8 ? reader.u64() : reader.u32()
  if (version < 5) reader.skip(1)
  const abbreviations = readAbbreviations(file, abbreviationsAt, known.budget)
  const unit: Unit = { reader, version, abbreviations, ...known, entryAt: new Map() }
  const rootAt = reader.at
  const root = readHead(unit)
  if (root === undefined || !isWanted(root)) return undefined
  reader.at = rootAt
  const whole = readEntry(unit, 0)
  return whole === undefined ? undefined : { root: whole, entryAt: unit.entryAt }
}

function readAbbreviations(file: ElfFile, at: number, budget: Budget): Map<number, Abbreviation> {
  const reader = new DwarfReader(sectionNamed(file, '.debug_abbrev'), at)
  const found = new Map<number, Abbreviation>()
  for (;;) {
    const code = reader.unsigned()
    if (code === 0) return found
    const tag = reader.unsigned()
    const hasChildren = reader.u8() !== 0
    const parts: [number, number, number][] = []
    for (;;) {
      budget.spend(1)
      const [attribute, form] = [reader.unsigned(), reader.unsigned()]
      const constant = form === IMPLICIT_CONSTANT ? reader.signed() : 0
      if (attribute === 0 && form === 0) break
      parts.push([attribute, form, constant])
    }
    found.set(code, { tag, hasChildren, parts })
  }
}

/** An entry without its children; undefined for the one that ends a list of them. */
function readHead(unit: Unit): (DebugEntry & { readonly hasChildren: boolean }) | undefined {
  const { reader, abbreviations, budget } = unit
  budget.spend(1)
  const code = reader.unsigned()
  if (code === 0) return undefined
  const abbreviation = abbreviations.get(code)
  if (abbreviation === undefined) throw new OutOfBounds()
  const attributes = new Map<number, DebugValue>()
  for (const [attribute, form, constant] of abbreviation.parts) {
    budget.spend(1)
    const value = form === IMPLICIT_CONSTANT ? constant : readValue(unit, form)
    if (value !== undefined) attributes.set(attribute, value)
  }
  return { tag: abbreviation.tag, attributes, children: [], hasChildren: abbreviation.hasChildren }
}

function readEntry(unit: Unit, depth: number): DebugEntry | undefined {
  const at = unit.reader.at - unit.start
  const head = readHead(unit)
  if (head === undefined) return undefined
  if (depth > DEEPEST) throw new OutOfBounds()
  const children: DebugEntry[] = []
  const entry = { tag: head.tag, attributes: head.attributes, children }
  unit.entryAt.set(at, entry)
  while (head.hasChildren && unit.reader.at < unit.reader.bytes.length) {
    const child = readEntry(unit, depth + 1)
    if (child === undefined) break
    children.push(child)
  }
  return entry
}

const IMPLICIT_CONSTANT = 0x21

/** A value in any form (DWARF 5, section 7.5.6); undefined for one that is not looked at here. */
function readValue(unit: Unit, form: number): DebugValue | undefined {
  const { reader, texts, offsetSize, version } = unit
  const offset = () => (offsetSize === 8 ? reader.u64() : reader.u32())
  const block = (byteCount: number) => {
    const from = reader.at
    reader.skip(byteCount)
    return reader.bytes.subarray(from, from + byteCount)
  }
  switch (form) {
    case 0x01:
      return reader.long()
    case 0x03:
      return block(reader.u16())
    case 0x04:
      return block(reader.u32())
    case 0x05:
    case 0x12:
      return reader.u16()
    case 0x06:
    case 0x13:
      return reader.u32()
    case 0x07:
    case 0x14:
      return reader.u64()
    case 0x08:
      return reader.text()
    case 0x09:
    case 0x18:
      return block(reader.unsigned())
    case 0x0a:
      return block(reader.u8())
    case 0x0b:
    case 0x0c:
    case 0x11:
      return reader.u8()
    case 0x0d:
      return reader.signed()
    case 0x0e:
      return texts.at('other', offset())
    case 0x1f:
      return texts.at('line', offset())
    case 0x0f:
    case 0x15:
      return reader.unsigned()
    case 0x16: {
      const real = reader.unsigned()
      if (real === 0x16 || real === IMPLICIT_CONSTANT) throw new OutOfBounds()
      return readValue(unit, real)
    }
    case 0x19:
      return 1
    // what counts from elsewhere, and is passed over
    case 0x10:
      return void (version === 2 ? reader.skip(8) : offset())
    case 0x17:
    case 0x1d:
      return void offset()
    case 0x1a:
    case 0x1b:
    case 0x22:
    case 0x23:
      return void reader.unsigned()
    case 0x1c:
    case 0x28:
    case 0x2c:
      return void reader.skip(4)
    case 0x25:
    case 0x29:
      return void reader.skip(1)
    case 0x26:
    case 0x2a:
      return void reader.skip(2)
    case 0x27:
    case 0x2b:
      return void reader.skip(3)
    case 0x1e:
      return void reader.skip(16)
    case 0x20:
      return void reader.skip(8)
    default:
      throw new OutOfBounds()
  }
}
