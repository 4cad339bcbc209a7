/** What both formats of the walk draw alike. */
import { groupedHex, groupedPage } from '#engine/units.ts'
import { showValue } from '#notebook/shared/show-value.ts'
import type { PageWay, WalkEntry, WalkView } from '#notebook/shared/picture-view.ts'
import { fitted, textWidth, type LabelLook } from './lettering.ts'
import type { Sheet } from './sheet.ts'

export interface WayInput {
  readonly sheet: Sheet
  readonly view: WalkView
  readonly way: PageWay
  /** The first way, or the second. */
  readonly index: number
  readonly top: number
  /** Says which station of the way is drawn next (walk-stations.ts). */
  readonly reach: (station: string) => void
}

/** What a field of the address leads to. */
export type Station =
  | { readonly kind: 'table'; readonly entry: WalkEntry }
  /** A list’s rows as far as they were read. */
  | { readonly kind: 'list'; readonly entries: readonly WalkEntry[] }
  | { readonly kind: 'tlb' }
  | { readonly kind: 'segment' }

export const FIELD_HEIGHT = 44

/** One for each field but the offset, in the order of the way. */
export function stationsOf({ entries, tlb, segment }: PageWay): Station[] {
  if (segment !== undefined) return [{ kind: 'segment' }]
  if (tlb === 'hit') return [{ kind: 'tlb' }]
  if (entries[0]?.level === 'row') return [{ kind: 'list', entries }]
  return entries.map((entry) => ({ kind: 'table', entry }))
}

/** The name of a station of a way: of a list, that of the row at which its search ends. */
export function stationName(station: Station, way: number, at: number): string {
  switch (station.kind) {
    case 'table':
      return `entry ${way} ${at}`
    case 'list':
      return `entry ${way} ${station.entries.length - 1}`
    case 'tlb':
      return `tlb ${way}`
    case 'segment':
      return `split ${way}`
  }
}

/** What chooses at each station and in the frame: a field of the address, or where a register says it alone, nothing. */
export function choosersOf(way: PageWay): (PageWay['fields'][number] | undefined)[] {
  const used = way.fields.filter(({ part }) => part !== 'unused')
  return used.length > stationsOf(way).length ? used : [undefined, ...used]
}

/** What stands above a station. */
export function headerOf({ root, segment }: PageWay, station: Station): string {
  switch (station.kind) {
    case 'tlb':
      return 'TLB'
    case 'segment':
      return segment!.name
    case 'table':
      return groupedHex(BigInt(station.entry.table))
    case 'list':
      return groupedHex(BigInt(station.entries[0]?.table ?? root?.base ?? 0))
  }
}

/** What stands above the piece of RAM that the way ends in. */
export function drawFrameHeader(
  { sheet, way, index }: WayInput,
  { x, middle, room }: { readonly x: number; readonly middle: number; readonly room: number },
): { readonly isWhole: boolean } {
  const isWhole = way.entries.length === 0 && way.tlb !== 'hit'
  const header = isWhole ? 'RAM' : groupedHex(BigInt(way.frame!.base))
  sheet.text(`frame base ${index}`, fitted(header, 'digits', room), isWhole ? 'note' : 'digits', x, middle)
  return { isWhole }
}

/** A field of the address: its bits, and what they come to. */
export function drawField(
  { sheet, view, way, index }: WayInput,
  field: PageWay['fields'][number],
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): void {
  const said = { x: width / 2, anchor: 'middle' } as const
  sheet.box(`field ${index} ${field.name}`, {
    ...{ x, y, width, height: FIELD_HEIGHT },
    look: `field ${field.part}`,
    things: way.things,
    labels: [
      { ...said, key: 'bits', text: bitsText(field.bits, width - 8), look: 'digits', middle: 14 },
      { ...said, key: 'value', text: fieldText(field, view.pageBits, width - 8), look: 'word', middle: 31 },
    ],
  })
}

/** Which bytes a second way is about. */
export function otherBytes({ byteCount }: PageWay): string {
  return `the other ${byteCount === 1 ? 'byte' : `${byteCount} bytes`}`
}

/** Where a way ends too early. */
export function drawCross(
  { sheet, index }: WayInput,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  const reach = 5
  sheet.strokes(`end ${index}`, 'fault', [
    { from: { x: x - reach, y: y - reach }, to: { x: x + reach, y: y + reach } },
    { from: { x: x - reach, y: y + reach }, to: { x: x + reach, y: y - reach } },
  ])
}

/** A page's number; where an offset is whole digits, in the groups of the addresses that it stands for. */
function pageText(page: string, pageBits: number): string {
  return groupedPage(BigInt(page), pageBits)
}

/** What the TLB remembers, in its two halves. */
export function rememberedText({ page, frame }: PageWay, pageBits: number): [page: string, frame: string] {
  return [pageText(page, pageBits), groupedHex(BigInt(frame?.base ?? 0))]
}

const SHORT: Readonly<Record<string, string>> = { 'R/W': 'W', 'U/S': 'U' }

export function flagsText(flags: readonly string[]): string {
  return flags.map((flag) => SHORT[flag] ?? flag).join(' ')
}

/** With gaps between them where there is room. */
export function fittingFlags(flags: readonly string[], room: number): string {
  const text = flagsText(flags)
  return fitted(textWidth(text, 'faint') <= room ? text : text.replaceAll(' ', ''), 'faint', room)
}

export function nextText(entry: WalkEntry): string {
  return entry.next === undefined ? 'nothing' : groupedHex(BigInt(entry.next))
}

/** A list's row, in its two halves. */
export function rowText({ page, next }: WalkEntry, pageBits: number): [page: string, frame: string] {
  return [
    page === undefined ? '' : pageText(page, pageBits),
    next === undefined ? '…' : groupedHex(BigInt(next)),
  ]
}

function fieldText({ name, part, value }: PageWay['fields'][number], pageBits: number, room: number): string {
  const shown =
    part === 'page' ? pageText(value, pageBits) : part === 'index' ? value : groupedHex(BigInt(value))
  const short =
    part === 'page' ? 'page' : part === 'offset' && name.length > 8 ? 'address' : name.toLowerCase()
  const label = part === 'index' ? name : short
  const whole = `${label} ${shown}`
  return textWidth(whole, 'word') <= room ? whole : fitted(shown, 'word', room)
}

/** The bits in fours from the right, if there is room for the gaps. */
function bitsText(bits: string, room: number): string {
  const grouped = bits.length > 9 ? bits.replace(/\B(?=(.{4})+$)/g, ' ') : bits
  return textWidth(grouped, 'digits') <= room ? grouped : fitted(bits, 'digits', room)
}

/** Text in lines that have room. */
export function wrapped(text: string, look: LabelLook, room: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(`${last} ${word}`, look) <= room)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(fitted(word, look, room))
  }
  return lines
}

/** So many of the bytes around those accessed, with all of those. */
export function windowOf({ bytes }: PageWay, count: number): PageWay['bytes'] {
  const first = bytes.findIndex(({ isAccessed }) => isAccessed)
  const accessed = bytes.filter(({ isAccessed }) => isAccessed).length
  const before = Math.max(0, Math.floor((count - accessed) / 2))
  const start = Math.max(0, Math.min(bytes.length - count, first - before))
  return bytes.slice(start, start + count)
}

export interface ByteRow {
  readonly x: number
  readonly y: number
  readonly cellWidth: number
}

export const CELL_HEIGHT = 30

/** The bytes side by side, ascending, with where the accessed ones are and whose they are below. */
export function drawBytes(
  { sheet, way, index }: WayInput,
  cells: PageWay['bytes'],
  { x, y, cellWidth }: ByteRow,
): number {
  cells.forEach(({ address, byte, isAccessed }, at) => {
    sheet.box(`byte ${index} ${at}`, {
      x: x + at * cellWidth,
      y,
      width: cellWidth,
      height: CELL_HEIGHT,
      look: isAccessed ? 'byte accessed' : 'byte',
      things: `physical:${address.toLowerCase()}+1`,
      facts: [byte.fact],
      labels: [
        {
          key: 'digits',
          text: byte.value.replace('0x', ''),
          look: isAccessed ? 'code' : 'faint',
          x: cellWidth / 2,
          middle: CELL_HEIGHT / 2,
          anchor: 'middle',
        },
      ],
    })
  })
  const below = y + CELL_HEIGHT
  drawNames(sheet, index, cells, { x, y: below, cellWidth })
  const at = Math.max(
    0,
    cells.findIndex(({ isAccessed }) => isAccessed),
  )
  const label = way.frame === undefined ? '' : `${groupedHex(BigInt(way.frame.physicalAddress))}`
  const edge = x + at * cellWidth
  const width = textWidth(label, 'digits')
  // Beside its stroke: to the right of it, or where no room is, to the left.
  const left = edge + 4 + width <= sheet.width ? edge + 4 : edge - 4 - width
  sheet.strokes(`at ${index}`, 'tape', [{ from: { x: edge, y: below + 2 }, to: { x: edge, y: below + 36 } }])
  sheet.text(`address ${index}`, label, 'digits', left, below + 32)
  return below + 40
}

/** A brace under each variable’s bytes, with its name. */
function drawNames(sheet: Sheet, index: number, cells: PageWay['bytes'], { x, y, cellWidth }: ByteRow): void {
  for (let at = 0; at < cells.length; at++) {
    const { name } = cells[at]!
    if (name === undefined || cells[at - 1]?.name === name) continue
    let end = at
    while (cells[end + 1]?.name === name) end += 1
    const [from, to] = [x + at * cellWidth + 3, x + (end + 1) * cellWidth - 3]
    sheet.line(`brace ${index} ${name}`, 'brace', [
      { x: from, y: y + 3 },
      { x: from, y: y + 6 },
      { x: to, y: y + 6 },
      { x: to, y: y + 3 },
    ])
    sheet.text(`name ${index} ${name}`, fitted(name, 'code', to - from), 'code', (from + to) / 2, y + 15, {
      anchor: 'middle',
      isCompilers: true,
      things: `variable:${name}`,
    })
  }
}

/** What the value comes from or goes to. */
export function drawRegister(
  { sheet, view: { register, access }, reach }: Pick<WayInput, 'sheet' | 'view' | 'reach'>,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): void {
  if (register === undefined) return
  // What is written is there from the beginning.
  reach(access === 'write' ? 'address' : 'register')
  const { name, value, things } = register
  const number =
    /^0x[\dA-F]+$/.test(value) && value.length <= 10 ? ` = ${showValue(BigInt(value).toString())}` : ''
  const text = `${showValue(value)}${number}`
  const room = width - 16 - textWidth(name, 'name') - 8
  const shown = textWidth(text, 'code') <= room ? text : showValue(value)
  sheet.box('register', {
    x,
    y,
    width,
    height: 32,
    look: 'register',
    ...(things === '' ? {} : { things }),
    labels: [
      { key: 'name', text: name, look: 'name', x: 8, middle: 16 },
      {
        key: 'value',
        text: fitted(shown, 'code', room),
        look: 'code',
        x: width - 8,
        middle: 16,
        anchor: 'end',
      },
    ],
  })
}
