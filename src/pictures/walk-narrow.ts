/** The walk on a phone: one station below the other, each beside the field that chooses in it. */
import { groupedHex } from '#engine/units.ts'
import { fitted } from './lettering.ts'
import {
  bitsText,
  CELL_HEIGHT,
  drawBytes,
  drawRegister,
  fieldText,
  flagsText,
  nextText,
  rowText,
  stationsOf,
  windowOf,
  wrapped,
  type Station,
  type WayInput,
} from './walk-parts.ts'

const FIELD = 118
const TABLE = 146
const FIELD_HEIGHT = 44
const STEP = FIELD_HEIGHT + 34
const CELLS = 8
const REGISTER_WIDTH = 160

export function drawNarrowWay(input: WayInput): number {
  const { sheet, view, way, index, top } = input
  const { width } = sheet
  const stations = stationsOf(way)
  const fields = way.fields.filter(({ part }) => part !== 'unused')
  const lead = width - 18
  let y = top + 34
  if (index > 0)
    sheet.text(
      `second ${index}`,
      `the other ${way.byteCount === 1 ? 'byte' : `${way.byteCount} bytes`}`,
      'note',
      0,
      y - 18,
    )
  else if (way.root !== undefined)
    sheet.text('root', 'CR3', 'name', TABLE - 48, y - 12, { things: 'register:cr3' })
  if (way.root !== undefined && index === 0)
    sheet.arrow('to root', 'os', [
      { x: TABLE - 16, y: y - 12 },
      { x: TABLE - 1, y: y - 12 },
    ])
  stations.forEach((station, at) => {
    const field = station.kind === 'segment' ? undefined : fields[at]
    if (field !== undefined) drawField(input, field, y)
    const { isFound } = drawStation(input, station, at, y)
    const isLast = at === stations.length - 1 && way.frame === undefined
    if (isFound && !isLast)
      sheet.arrow(`to ${index} ${at + 1}`, 'os', [
        { x: lead, y: y + FIELD_HEIGHT },
        { x: lead, y: y + STEP - 1 },
      ])
    y += STEP
  })
  if (way.frame === undefined) return drawFault(input, y)
  const offset = fields.find(({ part }) => part === 'offset')
  if (offset !== undefined) drawField(input, offset, y)
  drawFrame(input, y)
  const cells = windowOf(way, CELLS)
  const row = { x: 0, y: y + FIELD_HEIGHT + 34, cellWidth: width / CELLS }
  sheet.strokes(`zoom ${index}`, 'zoom', [
    { from: { x: TABLE, y: y + FIELD_HEIGHT }, to: { x: 0, y: row.y } },
    { from: { x: width, y: y + FIELD_HEIGHT }, to: { x: width, y: row.y } },
  ])
  const bottom = drawBytes(input, cells, row)
  if (view.register === undefined || index > 0) return bottom
  return drawValue(input, cells, row, bottom)
}

function drawField(
  { sheet, way, index }: WayInput,
  field: WayInput['way']['fields'][number],
  y: number,
): void {
  sheet.box(`field ${index} ${field.name}`, {
    x: 0.5,
    y,
    width: FIELD,
    height: FIELD_HEIGHT,
    look: `field ${field.part}`,
    things: way.things,
    labels: [
      {
        key: 'bits',
        text: bitsText(field.bits, FIELD - 8),
        look: 'digits',
        x: FIELD / 2,
        middle: 14,
        anchor: 'middle',
      },
      {
        key: 'value',
        text: fieldText(field, FIELD - 8),
        look: 'word',
        x: FIELD / 2,
        middle: 31,
        anchor: 'middle',
      },
    ],
  })
  sheet.arrow(`choose ${index} ${field.name}`, 'cpu', [
    { x: FIELD + 1, y: y + FIELD_HEIGHT / 2 },
    { x: TABLE - 1, y: y + FIELD_HEIGHT / 2 },
  ])
}

function drawStation(input: WayInput, station: Station, at: number, y: number): { isFound: boolean } {
  const { sheet, way, index } = input
  const width = sheet.width - TABLE - 0.5
  const { header, first, second, isFound, things } = saidOf(way, station)
  sheet.text(`base ${index} ${at}`, fitted(header, 'digits', width - 30), 'digits', TABLE + 4, y - 11)
  sheet.box(`entry ${index} ${at}`, {
    x: TABLE,
    y,
    width,
    height: FIELD_HEIGHT,
    look: isFound ? 'entry' : 'entry wrong',
    ...(things === undefined ? {} : { things }),
    labels: [
      { key: 'first', text: fitted(first, 'digits', width - 16), look: 'digits', x: 8, middle: 14 },
      { key: 'second', text: fitted(second, 'code', width - 16), look: 'code', x: 8, middle: 31 },
    ],
  })
  return { isFound }
}

interface Said {
  readonly header: string
  readonly first: string
  readonly second: string
  readonly isFound: boolean
  readonly things?: string
}

function saidOf(way: WayInput['way'], station: Station): Said {
  switch (station.kind) {
    case 'table': {
      const { entry } = station
      return {
        header: groupedHex(BigInt(entry.table)),
        first: `${entry.index}: ${flagsText(entry.flags)}`,
        second: `→ ${nextText(entry)}`,
        isFound: entry.next !== undefined,
        things: entry.things,
      }
    }
    case 'list': {
      const entry = station.entries.at(-1)
      const isFound = entry?.next !== undefined
      const [page, next] =
        entry === undefined || !isFound ? ['no row', 'for this page'] : rowText(entry).split(' → ')
      return {
        header: groupedHex(BigInt(entry?.table ?? way.root ?? 0)),
        first: page ?? '',
        second: isFound ? `→ ${next}` : (next ?? ''),
        isFound,
        ...(entry === undefined ? {} : { things: entry.things }),
      }
    }
    case 'tlb':
      return {
        header: 'TLB',
        first: groupedHex(BigInt(way.virtualAddress)).slice(0, -3),
        second: `→ ${groupedHex(BigInt(way.frame?.base ?? 0))}`,
        isFound: true,
      }
    case 'segment':
      return {
        header: way.segment!.name,
        first: `limit ${groupedHex(BigInt(way.segment!.limit))}`,
        second: `base ${groupedHex(BigInt(way.segment!.base))}`,
        isFound: way.frame !== undefined,
      }
  }
}

function drawFrame({ sheet, way, index }: WayInput, y: number): void {
  const frame = way.frame!
  const width = sheet.width - TABLE - 0.5
  const isWhole = way.entries.length === 0 && way.tlb !== 'hit'
  const header = isWhole ? 'RAM' : groupedHex(BigInt(frame.base))
  sheet.text(
    `frame base ${index}`,
    fitted(header, 'digits', width - 30),
    isWhole ? 'note' : 'digits',
    TABLE + 4,
    y - 11,
  )
  sheet.box(`frame ${index}`, {
    x: TABLE,
    y,
    width,
    height: FIELD_HEIGHT,
    look: 'byte accessed',
    things: frame.things,
    labels: [
      { key: 'first', text: isWhole ? 'byte' : 'frame, and in it byte', look: 'note', x: 8, middle: 14 },
      {
        key: 'address',
        text: fitted(groupedHex(BigInt(frame.physicalAddress)), 'code', width - 16),
        look: 'code',
        x: 8,
        middle: 31,
      },
    ],
  })
}

function drawValue(
  { sheet, view }: WayInput,
  cells: readonly { isAccessed: boolean }[],
  { x, y, cellWidth }: { x: number; y: number; cellWidth: number },
  bottom: number,
): number {
  const last = cells.findLastIndex(({ isAccessed }) => isAccessed)
  const middle = x + (last + 0.5) * cellWidth
  const top = bottom + 20
  const left = Math.min(Math.max(0.5, middle - REGISTER_WIDTH / 2), sheet.width - REGISTER_WIDTH - 0.5)
  const way = [
    { x: middle, y: y + CELL_HEIGHT + (cells.length > 0 ? 42 : 0) },
    { x: middle, y: top - 1 },
  ]
  sheet.arrow('value', 'value', view.access === 'write' ? way.toReversed() : way)
  drawRegister(view, sheet, { x: left, y: top, width: REGISTER_WIDTH })
  return top + 32
}

function drawFault({ sheet, way, index }: WayInput, y: number): number {
  const lines = wrapped(way.fault ?? '', 'word', sheet.width - 24)
  sheet.strokes(`end ${index}`, 'fault', [
    { from: { x: 2, y: y - 6 }, to: { x: 12, y: y + 4 } },
    { from: { x: 2, y: y + 4 }, to: { x: 12, y: y - 6 } },
  ])
  lines.forEach((text, at) => sheet.text(`fault ${index} ${at}`, text, 'word', 20, y + at * 19))
  return y + lines.length * 19
}
