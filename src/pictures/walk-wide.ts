/** The walk on a page: tables side by side, each under the field that chooses in it. */
import { groupedHex } from '#engine/units.ts'
import type { WalkEntry } from '#notebook/shared/picture-view.ts'
import { fitted, textWidth } from './lettering.ts'
import type { Point } from './lines.ts'
import {
  CELL_HEIGHT,
  choosersOf,
  drawBytes,
  drawCross,
  drawField,
  drawFrameHeader,
  FIELD_HEIGHT,
  fittingFlags,
  flagsText,
  headerOf,
  nextText,
  otherBytes,
  rememberedText,
  rowText,
  stationName,
  stationsOf,
  windowOf,
  wrapped,
  type Station,
  type WayInput,
} from './walk-parts.ts'

const LEFT = 78
const RIGHT = 656
const GAP = 20
/** Where the value comes back up. */
const LANE = 668
const TABLE_HEIGHT = 168
const ENTRY_HEIGHT = 42
const ROW_HEIGHT = 26
const CELLS = 16
/** Of a list’s rows that were read, so many are drawn. */
const MOST_ROWS = 5

interface Column {
  readonly x: number
  readonly width: number
}

export function drawWideWay(input: WayInput): number {
  const { way, index, top } = input
  const stations = stationsOf(way)
  const columns = columnsFor(choosersOf(way).map((field) => field?.bits.length ?? 0))
  const fieldTop = top + (index === 0 ? 30 : 24)
  input.reach(`split ${index}`)
  drawFields(input, columns, fieldTop)
  const tableTop = fieldTop + FIELD_HEIGHT + 40
  let from = drawRoot(input, tableTop)
  stations.forEach((station, at) => {
    const column = columns[at]
    // A list is there before any of its rows is read.
    input.reach(station.kind === 'list' ? `entry ${index} 0` : stationName(station, index, at))
    if (column !== undefined) from = drawStation(input, { station, column, at, tableTop, fieldTop, from })
  })
  const last = columns.at(-1)!
  input.reach(`frame ${index}`)
  if (way.frame === undefined) return drawFault(input, columns, stations.length, tableTop, from)
  const exit = drawFrame(input, last, tableTop, fieldTop, from)
  return drawZoom(input, exit, tableTop + TABLE_HEIGHT)
}

/** Side by side: each as wide as its bits need it, the rest shared. */
function columnsFor(bitCounts: readonly number[]): Column[] {
  const count = bitCounts.length
  const room = RIGHT - LEFT - GAP * (count - 1)
  const needs = bitCounts.map((bits) => Math.max(76, textWidth('0'.repeat(bits), 'digits') + 8))
  const spare = Math.max(0, room - needs.reduce((sum, need) => sum + need, 0)) / count
  let x = LEFT
  return needs.map((need) => {
    const width = Math.min(need + spare, room)
    const column = { x, width: count === 1 ? Math.min(width, 240) : width }
    x += width + GAP
    return column
  })
}

function drawFields(input: WayInput, columns: readonly Column[], fieldTop: number): void {
  const { sheet, way, index, top } = input
  const fields = choosersOf(way)
  const first = columns[fields.findIndex((field) => field !== undefined)]!
  const middle = first.x + 40
  if (index === 0)
    sheet.arrow('to fields', 'cpu', [
      { x: middle, y: top + 1 },
      { x: middle, y: fieldTop - 1 },
    ])
  else
    sheet.text(
      `second ${index}`,
      `${otherBytes(way)}, at ${groupedHex(BigInt(way.virtualAddress))}`,
      'note',
      LEFT,
      fieldTop - 12,
    )
  fields.forEach((field, at) => {
    if (field === undefined) return
    drawField(input, field, { ...columns[at]!, y: fieldTop })
  })
}

/** Where the way begins: the register that says where the first table is. */
function drawRoot({ sheet, way, index }: WayInput, tableTop: number): Point | undefined {
  if (way.root === undefined) return undefined
  const y = tableTop - 11
  const { register, things } = way.root
  sheet.text(`root ${index}`, register, 'name', 0, y, things === '' ? {} : { things })
  return { x: textWidth(register, 'name') + 8, y }
}

interface Stop {
  readonly station: Station
  readonly column: Column
  readonly at: number
  readonly tableTop: number
  readonly fieldTop: number
  /** Where the arrow to it begins. */
  readonly from: Point | undefined
}

function drawStation(input: WayInput, stop: Stop): Point | undefined {
  const { sheet, index } = input
  const { station, column, at, tableTop, from } = stop
  const header = headerOf(input.way, station)
  if (from !== undefined) lead(input, `to ${index} ${at}`, from, { x: column.x - 2, y: tableTop - 11 })
  sheet.text(
    `base ${index} ${at}`,
    fitted(header, 'digits', column.width * 0.8),
    'digits',
    column.x + 4,
    tableTop - 11,
  )
  switch (station.kind) {
    case 'table':
      return drawTable(input, stop, station.entry)
    case 'list':
      return drawRows(input, stop, listRows(station.entries, input.view.pageBits))
    case 'tlb':
      return drawRows(input, stop, [
        {
          text: rememberedText(input.way, input.view.pageBits).join(' → '),
          flags: 'remembered',
          isFound: true,
        },
      ])
    case 'segment':
      return drawRows(input, stop, [
        { text: `base ${groupedHex(BigInt(input.way.segment!.base))}`, flags: '', isFound: true },
        { text: `limit ${groupedHex(BigInt(input.way.segment!.limit))}`, flags: '', isFound: false },
      ])
  }
}

/** From right of an entry to the left of what it leads to. */
function lead({ sheet }: WayInput, key: string, from: Point, to: Point): void {
  const lane = from.y === to.y ? from.x : to.x - GAP / 2 - 1
  sheet.arrow(
    key,
    'os',
    from.y === to.y ? [from, to] : [from, { x: lane, y: from.y }, { x: lane, y: to.y }, to],
  )
}

function tableBox(
  { sheet, index }: WayInput,
  key: string,
  { x, width }: Column,
  tableTop: number,
  look: string,
): void {
  sheet.box(`${key} ${index}`, { x, y: tableTop, width, height: TABLE_HEIGHT, look })
}

/** The share of the way down from the table’s top. */
function heightIn(share: number, height: number, tableTop: number): number {
  return tableTop + 4 + Math.min(1, Math.max(0, share)) * (TABLE_HEIGHT - height - 8)
}

function drawTable(input: WayInput, { column, at, tableTop, fieldTop }: Stop, entry: WalkEntry): Point {
  const { sheet, index } = input
  const { x, width } = column
  tableBox(input, `table ${at}`, column, tableTop, 'table')
  const y = heightIn(entry.index / Math.max(1, entry.of - 1), ENTRY_HEIGHT, tableTop)
  edges(input, `ends ${at}`, column, tableTop, {
    y,
    height: ENTRY_HEIGHT,
    first: '0',
    last: String(entry.of - 1),
  })
  const chooser = x + width * 0.85
  sheet.arrow(`choose ${index} ${at}`, 'cpu', [
    { x: chooser, y: fieldTop + FIELD_HEIGHT },
    { x: chooser, y: y - 1 },
  ])
  const isWrong = entry.next === undefined
  const room = width - 26 - textWidth(String(entry.index), 'code')
  const flags = fittingFlags(entry.flags, room)
  sheet.box(`entry ${index} ${at}`, {
    x: x + 3,
    y,
    width: width - 6,
    height: ENTRY_HEIGHT,
    look: isWrong ? 'entry wrong' : 'entry',
    things: entry.things,
    facts: [entry.fact],
    labels: [
      { key: 'index', text: String(entry.index), look: 'code', x: 6, middle: 12 },
      {
        key: 'flags',
        text: flags,
        look: 'faint',
        x: width - 12,
        middle: 12,
        anchor: 'end',
      },
      {
        key: 'next',
        text: fitted(nextText(entry), 'code', width - 16),
        look: 'code',
        x: width - 12,
        middle: 30,
        anchor: 'end',
      },
    ],
  })
  return { x: x + width - 3, y: y + 30 }
}

/** The numbers of the first and last place, where the entry leaves room for them. */
function edges(
  { sheet, index }: WayInput,
  key: string,
  { x }: Column,
  tableTop: number,
  {
    y,
    height,
    first,
    last,
  }: { readonly y: number; readonly height: number; readonly first: string; readonly last: string },
): void {
  if (y > tableTop + 20) sheet.text(`${key} ${index} first`, first, 'faint', x + 6, tableTop + 11)
  if (y + height < tableTop + TABLE_HEIGHT - 20)
    sheet.text(`${key} ${index} last`, last, 'faint', x + 6, tableTop + TABLE_HEIGHT - 11)
}

interface Row {
  readonly text: string
  readonly flags: string
  readonly isFound: boolean
  readonly things?: string
  readonly facts?: readonly string[]
  /** Which of the entries read it is. */
  readonly entry?: number
}

/** The rows as they were read, one after the other; of many, the last ones. */
function listRows(entries: readonly WalkEntry[], pageBits: number): Row[] {
  const rows = entries.map((entry, at) => ({
    entry: at,
    text: rowText(entry, pageBits).join(' → '),
    flags: flagsText(entry.flags),
    isFound: entry.next !== undefined,
    things: entry.things,
    facts: [entry.fact],
  }))
  if (rows.length <= MOST_ROWS) return rows
  const before = rows.length - MOST_ROWS + 1
  return [
    { text: `${before} rows, others`, flags: '', isFound: false, entry: 0 },
    ...rows.slice(1 - MOST_ROWS),
  ]
}

function drawRows(
  input: WayInput,
  { station, column, at, tableTop, fieldTop }: Stop,
  rows: readonly Row[],
): Point | undefined {
  const { sheet, way, index } = input
  const { x, width } = column
  tableBox(input, `table ${at}`, column, tableTop, station.kind === 'list' ? 'table' : 'inside')
  let exit: Point | undefined
  rows.forEach((row, position) => {
    const y = tableTop + 8 + position * (ROW_HEIGHT + 4)
    if (row.entry !== undefined) input.reach(`entry ${index} ${row.entry}`)
    const flagRoom = textWidth(row.flags, 'faint')
    const fits = textWidth(row.text, 'code') + flagRoom + 28 <= width - 6
    sheet.box(`row ${index} ${at} ${position}`, {
      x: x + 3,
      y,
      width: width - 6,
      height: ROW_HEIGHT,
      look: row.isFound ? 'entry' : 'row',
      ...(row.things === undefined ? {} : { things: row.things }),
      ...(row.facts === undefined ? {} : { facts: row.facts }),
      labels: [
        {
          key: 'text',
          text: fitted(row.text, 'code', width - 18),
          look: row.isFound ? 'code' : 'digits',
          x: 8,
          middle: ROW_HEIGHT / 2,
        },
        ...(fits
          ? [
              {
                key: 'flags',
                text: row.flags,
                look: 'faint' as const,
                x: width - 14,
                middle: ROW_HEIGHT / 2,
                anchor: 'end' as const,
              },
            ]
          : []),
      ],
    })
    if (row.isFound) exit = { x: x + width - 3, y: y + ROW_HEIGHT / 2 }
  })
  if (station.kind === 'list') input.reach(`entry ${index} 0`)
  // What is looked for is compared with one row after the other, from the first on.
  const chooser = x + width * 0.85
  if (choosersOf(way)[at] !== undefined)
    sheet.arrow(`choose ${index} ${at}`, 'cpu', [
      { x: chooser, y: fieldTop + FIELD_HEIGHT },
      { x: chooser, y: tableTop + 7 },
    ])
  return exit
}

/** The piece of RAM that the way ends in, drawn as the tables are. */
function drawFrame(
  input: WayInput,
  column: Column,
  tableTop: number,
  fieldTop: number,
  from: Point | undefined,
): Point {
  const { sheet, way, index } = input
  const frame = way.frame!
  const { x, width } = column
  if (from !== undefined) lead(input, `to frame ${index}`, from, { x: x - 2, y: tableTop - 11 })
  drawFrameHeader(input, { x: x + 4, middle: tableTop - 11, room: width * 0.8 })
  tableBox(input, 'frame', column, tableTop, 'frame')
  const offset = Number(BigInt(frame.physicalAddress) - BigInt(frame.base))
  const height = 28
  const y = heightIn(offset / (frame.byteCount - 1), height, tableTop)
  edges(input, 'frame ends', column, tableTop, {
    y,
    height,
    first: '0x0',
    last: groupedHex(frame.byteCount - 1),
  })
  sheet.arrow(`choose frame ${index}`, 'cpu', [
    { x: x + width * 0.85, y: fieldTop + FIELD_HEIGHT },
    { x: x + width * 0.85, y: y - 1 },
  ])
  sheet.box(`accessed ${index}`, {
    x: x + 3,
    y,
    width: width - 6,
    height,
    look: 'byte accessed',
    things: frame.things,
    labels: [
      {
        key: 'address',
        text: fitted(groupedHex(BigInt(frame.physicalAddress)), 'code', width - 16),
        look: 'code',
        x: (width - 6) / 2,
        middle: height / 2,
        anchor: 'middle',
      },
    ],
  })
  return { x, y: y + height }
}

/** The bytes around it, and the way between them and the register. */
function drawZoom(input: WayInput, exit: Point, tableBottom: number): number {
  const { sheet, view, way, index } = input
  input.reach(`ram ${index}`)
  const cells = windowOf(way, CELLS)
  const cellWidth = (RIGHT - LEFT) / CELLS
  const y = tableBottom + 40
  sheet.strokes(`zoom ${index}`, 'zoom', [
    { from: { x: exit.x, y: tableBottom }, to: { x: LEFT, y: y - 1 } },
    { from: { x: RIGHT, y: tableBottom }, to: { x: RIGHT, y: y - 1 } },
  ])
  sheet.text(`ram ${index}`, 'RAM', 'name', 0, y + CELL_HEIGHT / 2)
  const bottom = drawBytes(input, cells, { x: LEFT, y, cellWidth })
  if (view.register !== undefined && index === 0) drawValue(input, cells, { x: LEFT, y, cellWidth })
  return bottom
}

function drawValue(
  { sheet, view }: WayInput,
  cells: readonly { isAccessed: boolean }[],
  { x, y, cellWidth }: { x: number; y: number; cellWidth: number },
): void {
  const first = cells.findIndex(({ isAccessed }) => isAccessed)
  const count = cells.filter(({ isAccessed }) => isAccessed).length
  const middle = x + (first + count / 2) * cellWidth
  const REGISTER_BOTTOM = 47
  const way = [
    { x: middle, y },
    { x: middle, y: y - 14 },
    { x: LANE, y: y - 14 },
    { x: LANE, y: REGISTER_BOTTOM },
  ]
  sheet.arrow('value', 'value', view.access === 'write' ? way.toReversed() : way)
}

/** Where the way ends too early: the arrow that arrives nowhere, and why. */
function drawFault(
  input: WayInput,
  columns: readonly Column[],
  done: number,
  tableTop: number,
  from: Point | undefined,
): number {
  const { sheet, way, index } = input
  const column = columns[Math.min(done, columns.length - 1)]!
  const left = done >= columns.length ? LEFT : column.x
  const lines = wrapped(way.fault ?? '', 'word', RIGHT - left)
  const cross = { x: left - 6, y: tableTop - 11 }
  if (from !== undefined && from.x < cross.x)
    sheet.line(`ending ${index}`, 'os ending', [
      from,
      { x: left - GAP / 2 - 1, y: from.y },
      { x: left - GAP / 2 - 1, y: cross.y + 6 },
    ])
  drawCross(input, cross)
  lines.forEach((text, at) =>
    sheet.text(`fault ${index} ${at}`, text, 'word', left + 8, tableTop - 11 + at * 19),
  )
  return tableTop + Math.max(TABLE_HEIGHT, lines.length * 19)
}
