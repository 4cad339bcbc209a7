import { Mistake, type Diagnostic } from '../../diagnostic.ts'
import { makeEntry } from '../../memory/entry.ts'
import {
  frameBase,
  hex,
  PAGE_BITS,
  PAGE_SIZE,
  pageNumber,
  readNumber,
  type FrameNumber,
  type PageNumber,
} from '../../units.ts'
import { readWritten } from '../../written-text.ts'
import { piecesOf, type Piece } from '../pieces.ts'
import type { PageRow } from '../kernel.ts'
import { parser } from './parser.generated.ts'
import * as terms from './parser.terms.generated.ts'
import { MARKS, UNITS } from './print-pages.ts'

/** A row with the characters it was written in. */
export interface WrittenRow extends PageRow {
  readonly from: number
  readonly to: number
  readonly pageFrom: number
  readonly pageTo: number
  readonly frameFrom: number
  readonly frameTo: number
}

export interface WrittenPages {
  readonly rows: readonly WrittenRow[]
  readonly diagnostics: readonly Diagnostic[]
}

const PAGE_LIMIT = 1n << 52n
const PHYSICAL_LIMIT = 1n << 52n
const EXAMPLE = 'A row looks like this: 0x7FFF007FE → 0x5000 RW'

/**
 * Reads rows of a page table, as the document prints them. Whether they suit a machine is `checkRows`' to say.
 * @param pageBits of the offset in a page: frames begin at multiples of its size
 */
export function parsePages(written: string, pageBits = PAGE_BITS): WrittenPages {
  const { tree, text: source, mistakes } = readWritten(parser, written, { accepted: '→⇒…' })
  if (mistakes.length > 0) return { rows: [], diagnostics: mistakes }
  const rows: WrittenRow[] = []
  const diagnostics: Diagnostic[] = []
  for (const node of tree.topNode.getChildren('Row')) {
    try {
      const pieces = piecesOf(node, source)
      rows.push(readRow(pieces, 2 ** pageBits))
      if (pieces.length === 3 && pieces[2]!.kind === terms.Number) diagnostics.push(noRights(pieces[2]!))
    } catch (mistake) {
      if (!(mistake instanceof Mistake)) throw mistake
      diagnostics.push(mistake.diagnostic)
    }
  }
  return { rows, diagnostics: [...diagnostics, ...repeatedPages(rows)] }
}

function readRow(pieces: readonly Piece[], pageByteCount: number): WrittenRow {
  const [first, arrow, ...rest] = pieces
  const row = { from: first!.from, to: pieces.at(-1)!.to }
  const page = readPage(first!)
  if (arrow?.kind !== terms.Arrow) {
    throw new Mistake(
      arrow ?? row,
      'An arrow belongs between the page and its frame.',
      `Write → or ->. ${EXAMPLE}`,
    )
  }
  const target = rest[0]
  if (target === undefined) {
    throw new Mistake(arrow, `Page ${hex(page)} leads nowhere: the frame is missing.`, EXAMPLE)
  }
  const namesNoFrame = target.text.toLowerCase() === 'none'
  const frame = namesNoFrame ? 0 : (readFrame(target, pageByteCount) / pageByteCount) * PAGE_SIZE
  const [words, byteCount] = withoutSize(namesNoFrame ? rest : rest.slice(1))
  const entry = entryOf(frame, words)
  const [pageFrom, pageTo, frameFrom, frameTo] = [first!.from, first!.to, target.from, target.to]
  const size = byteCount === undefined ? {} : { byteCount }
  return { ...row, page, entry, ...size, pageFrom, pageTo, frameFrom, frameTo }
}

const SIZE = /^(\d+) ?([KMG]iB)$/i

/** The size of a large page, which stands last: `2 MiB`. @returns the words before it, and its bytes if there is one */
function withoutSize(words: readonly Piece[]): readonly [readonly Piece[], number | undefined] {
  for (const count of [1, 2]) {
    const last = words.slice(-count)
    const [, number, unit] = SIZE.exec(last.map(({ text }) => text).join(' ')) ?? []
    if (unit === undefined) continue
    return [words.slice(0, -count), Number(number) * UNITS[unit.toLowerCase()]!]
  }
  return [words, undefined]
}

function readPage(piece: Piece): PageNumber {
  const value = readWhole(piece, 'page number', '0x7FFF007FE')
  if (value >= PAGE_LIMIT) {
    throw new Mistake(
      piece,
      `${piece.text} is too large for a page number.`,
      'A page number is an address without its last three hexadecimal digits.',
    )
  }
  return pageNumber(Number(value))
}

function readFrame(piece: Piece, pageByteCount: number): number {
  const value = readWhole(piece, 'frame', '0x5000')
  if (value >= PHYSICAL_LIMIT) {
    throw new Mistake(
      piece,
      `${piece.text} is too large for a physical address, which has at most 52 bits.`,
      EXAMPLE,
    )
  }
  const base = Number(value)
  if (base % pageByteCount !== 0)
    throw new Mistake(piece, `No frame begins at ${hex(base)}.`, frameHelp(base, pageByteCount))
  return base
}

function frameHelp(base: number, pageByteCount: number): string {
  if (pageByteCount !== PAGE_SIZE)
    return `Frames begin at multiples of ${hex(pageByteCount)}. The one that holds this byte begins at ${hex(base - (base % pageByteCount))}.`
  const inside = `Frames begin at multiples of ${hex(PAGE_SIZE)}, so their last three digits are zero.`
  return base < PAGE_SIZE
    ? `${inside} If ${hex(base)} is meant as the frame's number, write its base address, ${hex(frameBase(base as FrameNumber))}.`
    : `${inside} The frame that holds this byte begins at ${hex(base - (base % PAGE_SIZE))}.`
}

function readWhole(piece: Piece, what: string, example: string): bigint {
  if (piece.kind === terms.Elided) {
    throw new Mistake(
      piece,
      `${piece.text} leaves digits out, and so it could be any of many.`,
      `Write the ${what} with all its digits, as in ${example}.`,
    )
  }
  const value = piece.kind === terms.Number ? readNumber(piece.text) : undefined
  if (value === undefined)
    throw new Mistake(
      piece,
      `${piece.text} is not a ${what}.`,
      `Write a number, such as ${example}. ${EXAMPLE}`,
    )
  return value
}

const RIGHTS = 'Write R or RW, and NX behind it to forbid executing.'

type Flag = 'R' | 'RW' | 'W' | 'X' | 'NX' | 'U' | 'kernel' | 'G' | 'A' | 'D' | 'none'

const FLAGS: Readonly<Record<string, readonly Flag[]>> = {
  r: ['R'],
  rw: ['RW'],
  rx: ['R', 'X'],
  rwx: ['RW', 'X'],
  x: ['X'],
  nx: ['NX'],
  w: ['W'],
  u: ['U'],
  kernel: ['kernel'],
  g: ['G'],
  a: ['A'],
  d: ['D'],
  none: ['none'],
}

const CONTRADICTIONS: readonly (readonly [Flag, Flag])[] = [
  ['R', 'RW'],
  ['X', 'NX'],
  ['U', 'kernel'],
  ...(['R', 'RW', 'W', 'X', 'NX', 'U', 'kernel', 'G', 'A', 'D'] as const).map(
    (flag): readonly [Flag, Flag] => ['none', flag],
  ),
]

/** The entry with the rights that are named, U and W apart as RISC-V has them, and G, A and D. X is what a page has without NX; none, or no word at all, is not present. */
function entryOf(frame: number, words: readonly Piece[]): bigint {
  const flags = new Set<Flag>()
  for (const word of words) {
    for (const flag of flagsOf(word)) {
      if (contradicts(flag, flags))
        throw new Mistake(word, `${word.text} contradicts another right of this row.`, RIGHTS)
      flags.add(flag)
    }
  }
  if (flags.size === 0 || flags.has('none')) return BigInt(frame)
  if (!flags.has('R') && !flags.has('RW'))
    throw new Mistake(words[0]!, 'A page that is there can be read at least.', RIGHTS)
  const marks = MARKS.reduce((sum, [flag, bit]) => sum | (flags.has(flag) ? bit : 0), 0)
  const write = flags.has('RW') || flags.has('W')
  return makeEntry(frame, { write, execute: !flags.has('NX'), user: !flags.has('kernel') }) | BigInt(marks)
}

function flagsOf(word: Piece): readonly Flag[] {
  const flags = FLAGS[word.text.toLowerCase()]
  if (flags === undefined)
    throw new Mistake(word, `${word.text} is not a right that a page can have.`, RIGHTS)
  return flags
}

function contradicts(flag: Flag, others: ReadonlySet<Flag>): boolean {
  return CONTRADICTIONS.some(([a, b]) => (flag === a && others.has(b)) || (flag === b && others.has(a)))
}

function noRights({ from, to }: Piece): Diagnostic {
  return {
    message: 'This row grants no right, so the page counts as not present.',
    help: `${RIGHTS} Write none if not present is what you mean.`,
    from,
    to,
    severity: 'warning',
  }
}

function repeatedPages(rows: readonly WrittenRow[]): Diagnostic[] {
  const seen = new Set<PageNumber>()
  return rows.flatMap((row) => {
    const isNew = !seen.has(row.page)
    seen.add(row.page)
    if (isNew) return []
    const message = `Page ${hex(row.page)} has a row already. A page is in one frame, or in none.`
    return {
      message,
      help: 'Remove one of the two rows.',
      from: row.pageFrom,
      to: row.pageTo,
      severity: 'error' as const,
    }
  })
}
