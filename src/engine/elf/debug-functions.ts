import type { LinkedFunction, LinkedVariable } from '../machine/program.ts'
import { Attribute, readDebugUnits, Tag, type DebugEntry, type DebugUnit } from './debug-information.ts'
import { DebugTypes, textOf } from './debug-types.ts'
import { DwarfReader, OutOfBounds } from './dwarf-reader.ts'
import type { ElfFile } from './elf-file.ts'

/** A function that a compiler has described, and where its code lies. */
export interface DebugFunction {
  readonly linked: LinkedFunction
  readonly start: bigint
  readonly end: bigint
}

/** Of one source, no more are read. */
const MOST_FUNCTIONS = 2000
const MOST_VARIABLES = 1000

/**
 * The functions that come from a source and keep their variables below RBP, as compilers without optimisation have
 * them; others are left out. Never throws.
 * @param source the name of the file, without its folders
 * @param lineStarts where the code of its lines begins, in the order of the addresses in the file
 */
export function readDebugFunctions(
  file: ElfFile,
  source: string,
  lineStarts: readonly bigint[],
): readonly DebugFunction[] {
  const comesFrom = (start: bigint, end: bigint) => lineStarts.some((at) => start <= at && at < end)
  const units = readDebugUnits(file, (root) => {
    const { start, end } = extentOf(root)
    return nameOfSource(textOf(root) ?? '') === source || comesFrom(start, end)
  })
  return units.flatMap((unit) => {
    const types = new DebugTypes(unit)
    return functionsIn(unit.root)
      .filter((entry) => comesFrom(extentOf(entry).start, extentOf(entry).start + 1n))
      .flatMap((entry) => functionOf(entry, types, unit) ?? [])
  })
}

/** rustc appends the part of the crate: `main.rs/@/main.1f2e-cgu.0`. */
function nameOfSource(name: string): string {
  const path = name.split('/@/')[0]!
  return path.slice(path.lastIndexOf('/') + 1)
}

function functionsIn(root: DebugEntry): readonly DebugEntry[] {
  const found: DebugEntry[] = []
  const visit = (entry: DebugEntry): void => {
    for (const child of entry.children) {
      if (found.length >= MOST_FUNCTIONS) return
      if (child.tag === Tag.subprogram) found.push(child)
      if (child.tag === Tag.namespace || child.tag === Tag.structureType) visit(child)
    }
  }
  visit(root)
  return found
}

/** Where code lies in one piece; nowhere, if it does not. */
function extentOf({ attributes }: DebugEntry): { readonly start: bigint; readonly end: bigint } {
  const start = attributes.get(Attribute.lowAddress)
  const high = attributes.get(Attribute.highAddress)
  if (typeof start !== 'bigint') return { start: 0n, end: 0n }
  const end =
    typeof high === 'bigint' ? high : start + BigInt(typeof high === 'number' ? Math.trunc(high) : 0)
  return { start, end }
}

const FRAME_ADDRESS = 0x9c
const RBP_REGISTER = 0x56
/** The canonical frame address lies above the caller’s RBP and the return address. */
const ABOVE_RBP = 16

/** What is added to a variable’s distance from the frame’s base to have that from RBP; undefined for another base. */
function baseOf(entry: DebugEntry): number | undefined {
  const base = entry.attributes.get(Attribute.frameBase)
  if (!(base instanceof Uint8Array) || base.length !== 1) return undefined
  return base[0] === FRAME_ADDRESS ? ABOVE_RBP : base[0] === RBP_REGISTER ? 0 : undefined
}

function functionOf(entry: DebugEntry, types: DebugTypes, unit: DebugUnit): DebugFunction | undefined {
  const described = specificationOf(entry, unit)
  const name = textOf(entry) ?? (described && textOf(described))
  const base = baseOf(entry)
  if (name === undefined || base === undefined) return undefined
  const { start, end } = extentOf(entry)
  const symbols = variablesIn(entry, types, base)
  const localBytes = symbols.reduce((most, { offset }) => Math.max(most, -offset), 0)
  return {
    start,
    end,
    linked: { name, label: `${name}@${start.toString(16)}`, frameSize: localBytes, localBytes, symbols },
  }
}

const [SPECIFICATION, ABSTRACT_ORIGIN] = [0x47, 0x31]

/** The entry that has the name of a function which is defined apart from it. */
function specificationOf({ attributes }: DebugEntry, { entryAt }: DebugUnit): DebugEntry | undefined {
  const at = attributes.get(SPECIFICATION) ?? attributes.get(ABSTRACT_ORIGIN)
  return typeof at === 'number' ? entryAt.get(at) : undefined
}

function variablesIn(entry: DebugEntry, types: DebugTypes, base: number): LinkedVariable[] {
  const found: LinkedVariable[] = []
  const visit = ({ children }: DebugEntry): void => {
    for (const child of children) {
      if (found.length >= MOST_VARIABLES) return
      const isVariable = child.tag === Tag.variable || child.tag === Tag.parameter
      const variable = isVariable ? variableOf(child, types, base) : undefined
      if (variable !== undefined) found.push(variable)
      if (child.tag === Tag.lexicalBlock) visit(child)
    }
  }
  visit(entry)
  return found
}

/** DW_OP_fbreg: so far from the frame’s base. */
const FRAME_OFFSET = 0x91

function variableOf(entry: DebugEntry, types: DebugTypes, base: number): LinkedVariable | undefined {
  const name = textOf(entry)
  const distance = distanceOf(entry.attributes.get(Attribute.location))
  if (name === undefined || distance === undefined) return undefined
  const layout = types.of(entry)
  const { extent, type } = layout
  if (extent === undefined || extent.size === 0) return undefined
  return { name, type, size: extent.size, alignment: extent.alignment, offset: base + distance, layout }
}

function distanceOf(location: unknown): number | undefined {
  if (!(location instanceof Uint8Array) || location[0] !== FRAME_OFFSET) return undefined
  try {
    const reader = new DwarfReader(location, 1)
    const distance = reader.signed()
    return reader.at === location.length && Math.abs(distance) < 2 ** 31 ? distance : undefined
  } catch (thrown) {
    if (thrown instanceof OutOfBounds) return undefined
    throw thrown
  }
}
