import type { Assembly } from '../assembler/assemble.ts'
import { labelOf, type Program } from '../machine/program.ts'
import { regionOf } from '../os/region.ts'
import { virtualAddress } from '../units.ts'
import { CodeReader } from './code-reader.ts'
import { readDebugFunctions } from './debug-functions.ts'
import { readElf, type ElfFile } from './elf-file.ts'
import { imageOf, type ElfImage } from './elf-image.ts'
import { readSymbols } from './elf-symbols.ts'
import { readLines, type LineRow } from './line-table.ts'

/** How an executable is started, and what is known beside it. */
export interface ElfOptions {
  /** The path that it was called by, which is its first argument too. */
  readonly path: string
  /** What follows the path. */
  readonly arguments?: readonly string[]
  /** The text of a source that it was made from, by the name that its line table has for it. */
  readonly source?: { readonly name: string; readonly text: string }
}

type ElfProgramResult =
  { readonly ok: true; readonly program: Program } | { readonly ok: false; readonly message: string }

/** A program from an executable file, ready to be loaded; or a sentence that says why it cannot be. Never throws. */
export function elfProgram(bytes: Uint8Array, options: ElfOptions): ElfProgramResult {
  const read = readElf(bytes)
  if (!read.ok) return read
  const mapped = imageOf(read.file)
  if (!mapped.ok) return mapped
  const { image } = mapped
  const symbols = readSymbols(read.file, image.bias)
  const lines = readLines(read.file).map((row) => ({ ...row, address: row.address + image.bias }))
  const lineOf = lineFinder(lines, options.source?.name)
  const { regions, file: segments } = image.executable
  const code = segments.filter(({ address }) => regionOf(regions, address)?.execute === true)
  const reader = new CodeReader(code, symbols, lineOf)
  const listings = new Map<bigint, Program>()
  const whole: Program = {
    ...programOf(options.source?.text ?? '', [], new Map()),
    ...describedFunctions(read.file, reader, image.bias, lines, options.source?.name),
    entry: { label: reader.rangeAt(image.entry)?.name ?? '_start', address: image.entry },
    start: virtualAddress(regions[0]!.start),
    end: regions.at(-1)!.end,
    started: startOf(bytes, image, read.file.programHeaders.length, options),
    code: {
      ...(options.source === undefined ? {} : { source: options.source }),
      lineStarts: lineStarts(lines, options.source?.name),
      instructionAt: (address) => reader.instructionAt(address),
      listingAt: (address) => listingAt(reader, whole, listings, address),
    },
  }
  return { ok: true, program: whole }
}

/** What the compiler has noted of the source's functions; nothing where it has not. */
function describedFunctions(
  file: ElfFile,
  reader: CodeReader,
  bias: bigint,
  lines: readonly LineRow[],
  source: string | undefined,
): Partial<Pick<Program, 'linkMap' | 'functionEnds' | 'assembly'>> {
  const starts = lineStarts(lines, source).map((address) => address - bias)
  const described = source === undefined ? [] : readDebugFunctions(file, source, starts)
  const placed = described.flatMap(({ linked, start, end }) => {
    const first = reader.instructionAt(start + bias)
    if (first === undefined || end <= start) return []
    // where a function may be jumped to indirectly, that is said before it begins
    const skipped = first.text === 'endbr64' ? BigInt(first.bytes.length) : 0n
    return [{ linked, start: virtualAddress(start + bias + skipped), end: end + bias }]
  })
  if (placed.length === 0) return {}
  const labels = new Map(placed.map(({ linked, start }) => [labelOf(linked), start] as const))
  return {
    linkMap: { lines: [], functions: placed.map(({ linked }) => linked) },
    functionEnds: new Map(placed.map(({ linked, end }) => [labelOf(linked), end] as const)),
    assembly: { sections: [], instructions: [], labels, constants: new Map(), globals: [] },
  }
}

function startOf(
  bytes: Uint8Array,
  { executable, entry, headersAt }: ElfImage,
  count: number,
  { path, arguments: given = [] }: ElfOptions,
): NonNullable<Program['started']> {
  return {
    executable,
    entry,
    file: { path, bytes },
    arguments: [path, ...given],
    environment: [],
    headers: { at: headersAt, count },
  }
}

/** So many functions stay listed. */
const MOST_LISTINGS = 64

function listingAt(
  reader: CodeReader,
  whole: Program,
  listings: Map<bigint, Program>,
  address: bigint,
): Program | undefined {
  const range = reader.rangeAt(address)
  if (range === undefined) return undefined
  const key = range.start
  const known = listings.get(key)
  if (known?.assembly.instructions.some((one) => one.address === address)) return known
  const instructions = reader.list(range, virtualAddress(address))
  const labels = new Map(range.name === undefined ? [] : [[range.name, virtualAddress(range.start)] as const])
  const listing = { ...whole, ...programOf(whole.source, instructions, labels) }
  if (listings.size >= MOST_LISTINGS) listings.clear()
  listings.set(key, listing)
  return listing
}

function programOf(
  source: string,
  instructions: Assembly['instructions'],
  labels: Assembly['labels'],
): Pick<Program, 'source' | 'assembly' | 'entry' | 'start' | 'end' | 'linkMap' | 'functionEnds'> {
  const [first, last] = [instructions[0], instructions.at(-1)]
  const start = first?.address ?? virtualAddress(0n)
  return {
    source,
    assembly: { sections: [], instructions, labels, constants: new Map(), globals: [] },
    entry: undefined,
    start,
    end: last === undefined ? start : virtualAddress(last.address + BigInt(last.bytes.length)),
    linkMap: undefined,
    functionEnds: new Map(),
  }
}

/** Where the code of a line of that source begins. */
function lineStarts(lines: readonly LineRow[], name: string | undefined): readonly bigint[] {
  if (name === undefined) return []
  return lines
    .filter(({ file, line }, index) => file === name && line !== lines[index - 1]?.line)
    .map(({ address }) => address)
}

/** Tells the line, from 0, of that source which an address comes from; -1 for none. */
function lineFinder(lines: readonly LineRow[], name: string | undefined): (address: bigint) => number {
  if (name === undefined) return () => -1
  return (address) => {
    let [low, high] = [0, lines.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (lines[middle]!.address <= address) low = middle + 1
      else high = middle
    }
    const row = lines[low - 1]
    return row?.file === name ? row.line - 1 : -1
  }
}
