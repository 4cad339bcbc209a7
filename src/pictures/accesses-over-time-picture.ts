/** Every access of a run: pages from the highest down, time to the right, a shape for each thing that can happen. */
import type { TraceKind } from '#engine/machine/access-trace.ts'
import { showValue } from '#notebook/shared/show-value.ts'
import { TRACE_KINDS, type OverTimeView } from '#notebook/shared/picture-view.ts'
import { fitted, round, textWidth } from './lettering.ts'
import { NARROW, WIDE, type Drawing, type Format, type Picture } from './marks.ts'
import { Sheet } from './sheet.ts'
import { ticksOf } from './ticks.ts'

/** What readers call what happened to a page. */
export const TRACE_WORDS: Readonly<Record<TraceKind, string>> = {
  access: 'access',
  'tlb-miss': 'access, TLB miss',
  'first-touch': 'first touch',
  copied: 'copied',
  'read-back': 'read back',
  evicted: 'moved out',
  refused: 'fault',
}

const POLICIES: Readonly<Record<string, string>> = {
  fifo: 'the page that came first leaves',
  clock: 'the page leaves that came first and was not used since',
  lru: 'the page leaves that was not used for longest',
  optimal: 'the page leaves that will not be used for longest',
}

/** A picture, and where in it time runs. */
export interface OverTimePicture extends Picture {
  /** Where time begins and ends, as shares of the width. */
  readonly plot: Readonly<Record<Format, { readonly from: number; readonly to: number }>>
}

export function accessesOverTimePicture(view: OverTimeView): OverTimePicture {
  return {
    wide: draw(view, 'wide'),
    narrow: draw(view, 'narrow'),
    caption: captionOf(view),
    plot: { wide: plotOf('wide'), narrow: plotOf('narrow') },
  }
}

const number = (count: number) => showValue(String(count))
const counted = (count: number, what: string) => `${number(count)} ${what}${count === 1 ? '' : 's'}`

function totalOf({ rows }: OverTimeView, kind: TraceKind): number {
  return rows.reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0)
}

function captionOf(view: OverTimeView): string {
  const { rows, perRow, perColumn, stepCount, unit, isCut, policy } = view
  const accesses = totalOf(view, 'access') + totalOf(view, 'tlb-miss') + totalOf(view, 'refused')
  const what = perRow === 1 ? counted(rows.length, 'page') : `${rows.length} rows of ${perRow} pages each`
  const time = unit === 'instructions' ? ` in ${counted(stepCount, 'instruction')}` : ''
  const told = `Time runs to the right, addresses upwards: ${number(accesses)} access${accesses === 1 ? '' : 'es'} to ${what}${time}${isCut ? ', which are not all of the run' : ''}.`
  const together =
    perColumn === 1
      ? ''
      : ` ${number(perColumn)} ${unit} are told together: a mark says that it happened at least once among them.`
  const readBack = totalOf(view, 'read-back')
  const rule = policy === undefined ? '' : ` When no frame is free, ${POLICIES[policy] ?? policy}:`
  const back =
    policy === undefined
      ? ''
      : ` ${readBack === 0 ? 'nothing had to be' : `${counted(readBack, 'page')} had to be`} read back.`
  return `${told}${rule}${back}${together}`
}

const ROW = 16
const TOP = 8
const AXIS = 26
const PLOTS = { wide: { left: 116, right: 596 }, narrow: { left: 56, right: NARROW - 6 } } as const

function plotOf(format: Format): { from: number; to: number } {
  const width = format === 'wide' ? WIDE : NARROW
  const { left, right } = PLOTS[format]
  return { from: left / width, to: right / width }
}

function draw(view: OverTimeView, format: Format): Drawing {
  const sheet = new Sheet(format === 'wide' ? WIDE : NARROW)
  const { left, right } = PLOTS[format]
  const bottom = TOP + view.rows.length * ROW
  drawRows(view, sheet, format)
  for (const { kind, places } of view.marks)
    sheet.add({
      kind: 'line',
      key: `marks ${kind}`,
      look: `trace ${kind}`,
      path: pathOf(kind, places, { view, left, width: right - left }),
    })
  drawAxis(view, sheet, format, bottom)
  if (view.step !== undefined && view.step < view.stepCount) {
    const x = left + (Math.min(view.step, view.stepCount) / Math.max(1, view.stepCount)) * (right - left)
    sheet.line('now', 'now', [
      { x, y: TOP - 6 },
      { x, y: bottom + 4 },
    ])
  }
  return sheet.drawing(drawLegend(view, sheet, format, bottom + AXIS) + 4)
}

/** A line for each page, its number and, where another one begins, its region’s name. */
function drawRows({ rows }: OverTimeView, sheet: Sheet, format: Format): void {
  const { left, right } = PLOTS[format]
  let region: string | undefined
  rows.forEach(({ name, things, ...row }, at) => {
    const y = TOP + at * ROW
    sheet.box(`row ${at} ${name}`, {
      ...{ x: 0.5, y, width: left - 6, height: ROW },
      look: 'page',
      things,
      labels: [
        {
          key: 'page',
          text: ending(name, left - 12),
          look: 'digits',
          x: left - 10,
          middle: ROW / 2,
          anchor: 'end',
        },
      ],
    })
    sheet.strokes(`level ${at}`, 'level', [
      { from: { x: left, y: y + ROW / 2 }, to: { x: right, y: y + ROW / 2 } },
    ])
    if (row.region !== region && format === 'wide')
      sheet.text(`region ${at}`, fitted(row.region, 'note', WIDE - right - 8), 'note', right + 8, y + ROW / 2)
    region = row.region
  })
}

/** A page’s number, or as much of its end as has room, behind its process’s name if it has one. */
function ending(name: string, room: number): string {
  if (textWidth(name, 'digits') <= room) return name
  const process = /^\w+(?=: )/.exec(name)?.[0] ?? ''
  for (let from = process.length + 1; from < name.length; from++) {
    const shown = `${process}…${name.slice(from)}`
    if (textWidth(shown, 'digits') <= room) return shown
  }
  return ''
}

interface Plot {
  readonly view: OverTimeView
  readonly left: number
  readonly width: number
}

/** The marks of one kind as one path; accesses that follow each other are one bar. */
function pathOf(kind: TraceKind, places: readonly number[], { view, left, width }: Plot): string {
  const { columnCount } = view
  const column = width / columnCount
  const parts: string[] = []
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!
    const row = Math.floor(place / columnCount)
    const y = TOP + row * ROW + ROW / 2
    const x = left + (place % columnCount) * column
    if (kind !== 'access') {
      parts.push(shapeAt(kind, x + column / 2, y))
      continue
    }
    let last = at
    while (places[last + 1] === places[last]! + 1 && places[last + 1]! % columnCount !== 0) last += 1
    const length = round(Math.max(1.5, (last - at + 1) * column - (column > 4 ? 1 : 0)))
    parts.push(`M${round(x)} ${y - 2}h${length}v4h-${length}z`)
    at = last
  }
  return parts.join('')
}

/** Corners around a point, stroke by stroke. */
type Shape = readonly (readonly (readonly [dx: number, dy: number])[])[]

const closed = (...corners: Shape[number]): Shape => [[...corners, corners[0]!]]

/** Of each kind its shape, apart from its hue. */
const SHAPES: Readonly<Record<TraceKind, Shape>> = {
  access: closed([-4, -2], [4, -2], [4, 2], [-4, 2]),
  'tlb-miss': closed([-3, -3], [3, -3], [3, 3], [-3, 3]),
  'first-touch': closed([-5, 4], [0, -5], [5, 4]),
  copied: [
    [
      [0, -4],
      [0, 4],
    ],
    [
      [-4, 0],
      [4, 0],
    ],
  ],
  'read-back': closed([0, -5], [4, 0], [0, 5], [-4, 0]),
  evicted: [
    [
      [-3, -3],
      [3, 3],
    ],
    [
      [-3, 3],
      [3, -3],
    ],
  ],
  refused: [
    [
      [-5, -5],
      [5, 5],
    ],
    [
      [-5, 5],
      [5, -5],
    ],
  ],
}

/** The shapes as paths from their middles on: thousands are drawn while the reader scrubs. */
const PATHS = Object.fromEntries(
  TRACE_KINDS.map((kind) => {
    let [x, y] = [0, 0]
    const to = ([dx, dy]: readonly [number, number]) => {
      const way = `${dx - x} ${dy - y}`
      ;[x, y] = [dx, dy]
      return way
    }
    return [kind, SHAPES[kind].map((stroke) => `m${stroke.map(to).join('l')}`).join('')]
  }),
) as Record<TraceKind, string>

function shapeAt(kind: TraceKind, x: number, y: number): string {
  return `M${round(x)} ${round(y)}${PATHS[kind]}`
}

function drawAxis({ stepCount, unit }: OverTimeView, sheet: Sheet, format: Format, bottom: number): void {
  const { left, right } = PLOTS[format]
  const scale = (step: number) => left + (step / Math.max(1, stepCount)) * (right - left)
  sheet.line('axis', 'axis', [
    { x: left, y: bottom + 2 },
    { x: right, y: bottom + 2 },
  ])
  const name = format === 'wide' ? unit : ''
  let free = -Infinity
  for (const step of ticksOf(0, stepCount, format === 'wide' ? 5 : 3)) {
    const text = number(step)
    const half = textWidth(text, 'faint') / 2
    const x = Math.min(Math.max(half, scale(step)), sheet.width - half)
    if (x - half < free) continue
    free = x + half + 8
    sheet.strokes(`tick ${step}`, 'axis', [
      { from: { x: scale(step), y: bottom + 2 }, to: { x: scale(step), y: bottom + 6 } },
    ])
    sheet.text(`step ${step}`, text, 'faint', x, bottom + 15, { anchor: 'middle' })
  }
  if (free + textWidth(name, 'note') < sheet.width)
    sheet.text('unit', name, 'note', Math.max(free, right - 30), bottom + 15)
}

/** Each shape with its word, in as many lines as it takes. */
function drawLegend({ marks }: OverTimeView, sheet: Sheet, format: Format, top: number): number {
  const from = format === 'wide' ? PLOTS.wide.left : 0
  let [x, y] = [from, top + 12]
  for (const { kind } of marks) {
    const text = TRACE_WORDS[kind]
    const width = 20 + textWidth(text, 'note') + 16
    if (x + width > sheet.width && x > from) [x, y] = [from, y + 20]
    sheet.add({ kind: 'line', key: `sign ${kind}`, look: `trace ${kind}`, path: shapeAt(kind, x + 8, y) })
    sheet.text(`word ${kind}`, text, 'note', x + 20, y)
    x += width
  }
  return y + 10
}
