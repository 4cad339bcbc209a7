/** The walk on a phone: one station below the other, each beside the field that chooses in it. */
import { groupedHex } from '#engine/units.ts'
import { fitted } from './lettering.ts'
import {
  CELL_HEIGHT,
  choosersOf,
  drawBytes,
  drawCross,
  drawField,
  drawFrameHeader,
  drawRegister,
  FIELD_HEIGHT,
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

const FIELD = 118
const TABLE = 146
const STEP = FIELD_HEIGHT + 34
const CELLS = 8
const REGISTER_WIDTH = 160

export function drawNarrowWay(input: WayInput): number {
  const { sheet, view, way, index, top } = input
  const { width } = sheet
  const stations = stationsOf(way)
  const choosers = choosersOf(way)
  const lead = width - 18
  let y = top + 34
  input.reach(index > 0 ? `split ${index}` : 'entry 0 0')
  if (index > 0) sheet.text(`second ${index}`, otherBytes(way), 'note', 0, y - 18)
  else if (way.root !== undefined)
    sheet.text('root', way.root.register, 'name', TABLE - 20, y - 12, {
      anchor: 'end',
      ...(way.root.things === '' ? {} : { things: way.root.things }),
    })
  if (way.root !== undefined && index === 0)
    sheet.arrow('to root', 'os', [
      { x: TABLE - 16, y: y - 12 },
      { x: TABLE - 1, y: y - 12 },
    ])
  stations.forEach((station, at) => {
    const reached = stationName(station, index, at)
    // A list is searched from its first row on.
    chooser(input, choosers[at], y, station.kind === 'list' ? `entry ${index} 0` : reached)
    input.reach(reached)
    const { isFound } = drawStation(input, station, at, y)
    const isLast = at === stations.length - 1 && way.frame === undefined
    const next = stations[at + 1]
    input.reach(next === undefined ? `frame ${index}` : stationName(next, index, at + 1))
    if (isFound && !isLast)
      sheet.arrow(`to ${index} ${at + 1}`, 'os', [
        { x: lead, y: y + FIELD_HEIGHT },
        { x: lead, y: y + STEP - 1 },
      ])
    y += STEP
  })
  input.reach(`frame ${index}`)
  if (way.frame === undefined) return drawFault(input, y)
  chooser(input, choosers[stations.length], y, `frame ${index}`)
  drawFrame(input, y)
  input.reach(`ram ${index}`)
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

/** A field, and its arrow to the station beside it, which is reached by it. */
function chooser(
  input: WayInput,
  field: WayInput['way']['fields'][number] | undefined,
  y: number,
  station: string,
): void {
  input.reach(`split ${input.index}`)
  if (field !== undefined) drawField(input, field, { x: 0.5, y, width: FIELD })
  input.reach(station)
  if (field === undefined) return
  input.sheet.arrow(`choose ${input.index} ${field.name}`, 'cpu', [
    { x: FIELD + 1, y: y + FIELD_HEIGHT / 2 },
    { x: TABLE - 1, y: y + FIELD_HEIGHT / 2 },
  ])
}

function drawStation(input: WayInput, station: Station, at: number, y: number): { isFound: boolean } {
  const { sheet, way, index } = input
  const width = sheet.width - TABLE - 0.5
  const header = headerOf(way, station)
  const { first, second, isFound, things } = saidOf(input, station)
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
  readonly first: string
  readonly second: string
  readonly isFound: boolean
  readonly things?: string
}

function saidOf({ way, view: { pageBits } }: WayInput, station: Station): Said {
  switch (station.kind) {
    case 'table': {
      const { entry } = station
      return {
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
        entry === undefined || !isFound ? ['no row', 'for this page'] : rowText(entry, pageBits)
      return {
        first: page,
        second: isFound ? `→ ${next}` : next,
        isFound,
        ...(entry === undefined ? {} : { things: entry.things }),
      }
    }
    case 'tlb': {
      const [page, frame] = rememberedText(way, pageBits)
      return { first: page, second: `→ ${frame}`, isFound: true }
    }
    case 'segment':
      return {
        first: `limit ${groupedHex(BigInt(way.segment!.limit))}`,
        second: `base ${groupedHex(BigInt(way.segment!.base))}`,
        isFound: way.frame !== undefined,
      }
  }
}

function drawFrame(input: WayInput, y: number): void {
  const { sheet, way, index } = input
  const frame = way.frame!
  const width = sheet.width - TABLE - 0.5
  const { isWhole } = drawFrameHeader(input, { x: TABLE + 4, middle: y - 11, room: width - 30 })
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
  input: WayInput,
  cells: readonly { isAccessed: boolean }[],
  { x, y, cellWidth }: { x: number; y: number; cellWidth: number },
  bottom: number,
): number {
  const { sheet, view } = input
  const last = cells.findLastIndex(({ isAccessed }) => isAccessed)
  const middle = x + (last + 0.5) * cellWidth
  const top = bottom + 20
  const left = Math.min(Math.max(0.5, middle - REGISTER_WIDTH / 2), sheet.width - REGISTER_WIDTH - 0.5)
  const way = [
    { x: middle, y: y + CELL_HEIGHT + (cells.length > 0 ? 42 : 0) },
    { x: middle, y: top - 1 },
  ]
  sheet.arrow('value', 'value', view.access === 'write' ? way.toReversed() : way)
  drawRegister(input, { x: left, y: top, width: REGISTER_WIDTH })
  return top + 32
}

function drawFault(input: WayInput, y: number): number {
  const { sheet, way, index } = input
  const lines = wrapped(way.fault ?? '', 'word', sheet.width - 24)
  drawCross(input, { x: 7, y: y - 1 })
  lines.forEach((text, at) => sheet.text(`fault ${index} ${at}`, text, 'word', 20, y + at * 19))
  return y + lines.length * 19
}
