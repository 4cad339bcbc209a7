import { Mistake, type Diagnostic } from '../../diagnostic.ts'
import { groupedHex, PAGE_SIZE, virtualAddress, type VirtualAddress } from '../../units.ts'
import { readWritten } from '../../written-text.ts'
import { piecesOf, type Piece, type Span } from '../pieces.ts'
import { STACK_LIMIT } from '../executable.ts'
import { PRINTED_NAMES, rangeAndRights } from '../maps.ts'
import { USER_END } from '../region-list.ts'
import type { Region } from '../region.ts'
import { parser } from './parser.generated.ts'
import * as terms from './parser.terms.generated.ts'

/** A process as it is to be: what the OS reserves for it. */
export interface ProcessSpec {
  readonly name: string
  readonly regions: readonly Region[]
  /** The processor executes it. */
  readonly isRunning?: boolean
}

/** The same as it was written; without a line `process …` above it, the regions are the running process's. */
export interface WrittenProcess extends Omit<ProcessSpec, 'name'>, Span {
  readonly name: string | undefined
}

export interface WrittenProcesses {
  readonly processes: readonly WrittenProcess[]
  readonly diagnostics: readonly Diagnostic[]
}

const EXAMPLE = 'A region looks like this: 7fff007fe000-7fff00800000 rw-p [stack]'
const RIGHTS = `Write r, w and x, or - in the place of one, and p for private or s for shared. ${EXAMPLE}`
const HEADER = 'A process begins like this: process A'

/**
 * Reads processes and their regions, as `/proc/PID/maps` prints them; the columns of a file (offset, device, inode) may
 * stand there and mean nothing. Whether a machine can have them is `checkProcesses`' to say.
 */
export function parseProcesses(written: string): WrittenProcesses {
  const { tree, text: source, mistakes } = readWritten(parser, written, { accepted: '–…' })
  if (mistakes.length > 0) return { processes: [], diagnostics: mistakes }
  const processes: WrittenProcess[] = []
  const diagnostics: Diagnostic[] = []
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    if (node.type.id !== terms.Header && node.type.id !== terms.Region) continue
    try {
      const pieces = piecesOf(node, source)
      if (node.type.id === terms.Header) processes.push(readHeader(pieces, processes))
      else if (isTheKernels(pieces, source)) diagnostics.push(leftOut(pieces[0]!))
      else addRegion(processes, readRegion(pieces, source), pieces[0]!)
    } catch (mistake) {
      if (!(mistake instanceof Mistake)) throw mistake
      diagnostics.push(mistake.diagnostic)
    }
  }
  return { processes, diagnostics }
}

function readHeader(
  [keyword, name, state, more]: readonly Piece[],
  earlier: readonly WrittenProcess[],
): WrittenProcess {
  if (name === undefined) throw new Mistake(keyword!, 'This process has no name.', HEADER)
  if (!/^[A-Za-z_]\w*$/.test(name.text))
    throw new Mistake(name, `${name.text} is not a name for a process.`, 'Write letters, as in A or shell.')
  if (earlier.some((process) => process.name === name.text))
    throw new Mistake(name, `There is a process ${name.text} above already.`, 'Give this one another name.')
  const isRunning = state?.text === 'running'
  const wrong = isRunning ? more : state
  if (wrong !== undefined)
    throw new Mistake(wrong, `${wrong.text} does not belong here.`, 'Behind the name there may be: running')
  if (isRunning && earlier.some((process) => process.isRunning))
    throw new Mistake(state, 'Another process is running already.', 'The processor executes one at a time.')
  const { from, to } = { from: keyword!.from, to: name.to }
  return { name: name.text, regions: [], from, to, ...(isRunning ? { isRunning } : {}) }
}

/** Linux ends the list with a page of its own, which every process may call and none has. */
function isTheKernels([range, , ...rest]: readonly Piece[], source: string): boolean {
  return range?.kind === terms.Range && nameOf(rest, source) === '[vsyscall]'
}

function leftOut({ from, to }: Span): Diagnostic {
  return {
    message: 'This page is the kernel’s, for all processes alike: it is left out here.',
    ...{ from, to, severity: 'warning' },
  }
}

/** Adds a region to the process above it. */
function addRegion(processes: WrittenProcess[], region: Region, at: Span): void {
  const process = processes.pop() ?? { name: undefined, regions: [], from: at.from, to: at.to }
  processes.push(process)
  const other = process.regions.find(({ start, end }) => start < region.end && region.start < end)
  if (other !== undefined)
    throw new Mistake(
      at,
      `This region has addresses of ${printedName(other) || 'another one'}, from ${groupedHex(other.start)} to ${groupedHex(other.end)}.`,
      'An address belongs to one region, or to none.',
    )
  processes[processes.length - 1] = { ...process, regions: [...process.regions, region] }
}

function readRegion(pieces: readonly Piece[], source: string): Region {
  const [range, rights, ...rest] = pieces
  if (rights?.from === range!.to)
    throw new Mistake(
      { from: range!.from, to: rights.to },
      `${source.slice(range!.from, rights.to)} is no range of addresses.`,
      EXAMPLE,
    )
  const { start, end } = readRange(range!)
  if (rights === undefined) throw new Mistake(range!, 'The rights are missing.', RIGHTS)
  const word = rest[0]?.from === rights.to ? { from: rights.from, to: rest[0].to } : rights
  if (rights.kind !== terms.Rights || word !== rights)
    throw new Mistake(word, `${source.slice(word.from, word.to)} are no rights.`, RIGHTS)
  const [read, write, execute, sharing] = rights.text
  const written = nameOf(rest, source)
  const name = Object.keys(PRINTED_NAMES).find((own) => PRINTED_NAMES[own] === written) ?? written
  return {
    ...{ name, start, end, read: read === 'r', write: write === 'w', execute: execute === 'x' },
    ...(sharing === 's' ? { shared: true } : {}),
    ...growth(name, start, end),
  }
}

function growth(name: string, start: VirtualAddress, end: VirtualAddress): Partial<Region> {
  if (name === 'heap') return { grows: 'up' }
  if (name !== 'stack') return {}
  const lowest = end > STACK_LIMIT ? end - STACK_LIMIT : 0n
  return { grows: 'down', lowest: virtualAddress(lowest < start ? lowest : start) }
}

/** What stands behind the rights and the three columns about a file. */
function nameOf(pieces: readonly Piece[], source: string): string {
  const isOfFile = /^[\da-f]+ +[\da-f]+:[\da-f]+ +\d+$/i.test(
    pieces
      .slice(0, 3)
      .map(({ text }) => text)
      .join(' '),
  )
  const [first, ...more] = isOfFile ? pieces.slice(3) : pieces
  return first === undefined ? '' : source.slice(first.from, (more.at(-1) ?? first).to)
}

function readRange(piece: Piece): { start: VirtualAddress; end: VirtualAddress } {
  if (piece.kind !== terms.Range)
    throw new Mistake(
      piece,
      `${piece.text} is neither a range of addresses nor the word process.`,
      `${EXAMPLE}. ${HEADER}`,
    )
  const [start, end] = piece.text
    .split(/[-–]/)
    .map((digits) => BigInt(`0x${digits.replace(/^0x/i, '').replaceAll('_', '') || '0'}`))
  const range = { start: start!, end: end! }
  checkRange(range, piece)
  return { start: virtualAddress(range.start), end: virtualAddress(range.end) }
}

function checkRange({ start, end }: { start: bigint; end: bigint }, piece: Piece): void {
  const size = BigInt(PAGE_SIZE)
  const ragged = [start, end].find((address) => address % size !== 0n)
  if (ragged !== undefined)
    throw new Mistake(
      piece,
      `A region is made of whole pages, and ${groupedHex(ragged)} is not where one begins.`,
      `The page that it lies in begins at ${groupedHex(ragged - (ragged % size))}.`,
    )
  if (end <= start)
    throw new Mistake(
      piece,
      start === end ? 'This region is empty.' : 'This region ends before it begins.',
      'Write its first address, and then the first one behind it.',
    )
  if (end > USER_END)
    throw new Mistake(
      piece,
      `Addresses from ${groupedHex(USER_END)} up are not for processes: the kernel has them.`,
      'Leave this line out, or choose lower addresses.',
    )
}

function printedName({ name }: Region): string {
  return PRINTED_NAMES[name] ?? name
}

/** Processes as they are printed; `parseProcesses` reads them back to the same names and regions. */
export function printProcesses(processes: readonly ProcessSpec[]): string {
  return processes
    .map(({ name, regions, isRunning }) =>
      [
        `process ${name}${isRunning ? ' running' : ''}`,
        ...regions.map((region) => `${rangeAndRights(region)} ${printedName(region)}`.trimEnd()),
      ]
        .map((line) => `${line}\n`)
        .join(''),
    )
    .join('\n')
}
