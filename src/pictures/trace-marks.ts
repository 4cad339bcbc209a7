/** What pictures of accesses over time have in common: rows of pages, marks of each kind, an axis, and what they mean. */
import type { TraceKind } from '#engine/machine/access-trace.ts'
import { showValue } from '#notebook/shared/show-value.ts'
import { TRACE_KINDS, type OverTimeView } from '#notebook/shared/picture-view.ts'
import { round, textWidth } from './lettering.ts'
import type { Sheet } from './sheet.ts'
import { ticksOf } from './ticks.ts'

/** What readers call what happened to a page. */
export const TRACE_WORDS: Readonly<Record<TraceKind, string>> = {
  access: 'access',
  'tlb-miss': 'access, TLB miss',
  'cache-miss': 'access, cache miss',
  'first-touch': 'first touch',
  copied: 'copied',
  'read-back': 'read back',
  evicted: 'moved out',
  refused: 'fault',
}

/** Of a page. */
export const ROW_HEIGHT = 16

/** Where time runs, from the first row’s upper edge down. */
export interface Plot {
  readonly left: number
  readonly right: number
  readonly top: number
}

/** A page’s number beside its row. */
export function drawRowName(
  sheet: Sheet,
  key: string,
  { name, things }: Pick<OverTimeView['rows'][number], 'name' | 'things'>,
  { left, top }: Plot,
  at: number,
): void {
  sheet.box(key, {
    ...{ x: 0.5, y: top + at * ROW_HEIGHT, width: left - 6, height: ROW_HEIGHT },
    look: 'page',
    things,
    labels: [
      {
        key: 'page',
        text: ending(name, left - 12),
        look: 'digits',
        x: left - 10,
        middle: ROW_HEIGHT / 2,
        anchor: 'end',
      },
    ],
  })
}

export function drawLevel(sheet: Sheet, key: string, { left, right, top }: Plot, at: number): void {
  const y = top + (at + 0.5) * ROW_HEIGHT
  sheet.strokes(key, 'level', [{ from: { x: left, y }, to: { x: right, y } }])
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

/** All marks, each kind as one path; `key` is what their keys begin with. */
export function drawTrace(
  sheet: Sheet,
  key: string,
  { marks, columnCount }: Pick<OverTimeView, 'marks' | 'columnCount'>,
  plot: Plot,
): void {
  for (const { kind, places } of marks)
    sheet.add({
      kind: 'line',
      key: `${key} ${kind}`,
      look: `trace ${kind}`,
      path: pathOf(kind, places, columnCount, plot),
    })
}

/** The marks of one kind as one path; accesses that follow each other are one bar. */
function pathOf(
  kind: TraceKind,
  places: readonly number[],
  columnCount: number,
  { left, right, top }: Plot,
): string {
  const column = (right - left) / columnCount
  const parts: string[] = []
  for (let at = 0; at < places.length; at++) {
    const place = places[at]!
    const row = Math.floor(place / columnCount)
    const y = top + (row + 0.5) * ROW_HEIGHT
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
  'cache-miss': [
    [
      [0, -6],
      [0, 6],
    ],
  ],
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

/** Time below the rows, in round numbers of what it is counted in. @param wanted about how many of them */
export function drawTime(
  sheet: Sheet,
  key: string,
  {
    stepCount,
    unit,
    wanted,
  }: Pick<OverTimeView, 'stepCount'> & { readonly unit: string; readonly wanted: number },
  { left, right }: Plot,
  bottom: number,
): void {
  const scale = (step: number) => left + (step / Math.max(1, stepCount)) * (right - left)
  sheet.line(`${key}axis`, 'axis', [
    { x: left, y: bottom + 2 },
    { x: right, y: bottom + 2 },
  ])
  let free = -Infinity
  for (const step of ticksOf(0, stepCount, wanted)) {
    const text = showValue(String(step))
    const half = textWidth(text, 'faint') / 2
    const x = Math.min(Math.max(half, scale(step)), sheet.width - half)
    if (x - half < free) continue
    free = x + half + 8
    sheet.strokes(`${key}tick ${step}`, 'axis', [
      { from: { x: scale(step), y: bottom + 2 }, to: { x: scale(step), y: bottom + 6 } },
    ])
    sheet.text(`${key}step ${step}`, text, 'faint', x, bottom + 15, { anchor: 'middle' })
  }
  if (free + textWidth(unit, 'note') < sheet.width)
    sheet.text(`${key}unit`, unit, 'note', Math.max(free, right - 30), bottom + 15)
}

/** Each shape with its word, in as many lines as it takes. @returns where it ends */
export function drawLegend(sheet: Sheet, kinds: readonly TraceKind[], from: number, top: number): number {
  let [x, y] = [from, top + 12]
  for (const kind of kinds) {
    const text = TRACE_WORDS[kind]
    const width = 20 + textWidth(text, 'note') + 16
    if (x + width > sheet.width && x > from) [x, y] = [from, y + 20]
    sheet.add({ kind: 'line', key: `sign ${kind}`, look: `trace ${kind}`, path: shapeAt(kind, x + 8, y) })
    sheet.text(`word ${kind}`, text, 'note', x + 20, y)
    x += width
  }
  return y + 10
}
