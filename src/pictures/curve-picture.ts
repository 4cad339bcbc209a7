/** Curves whose points are runs of a machine: a line, a shape and a word for each. */
import { showValue } from '#notebook/shared/show-value.ts'
import type { CurveView } from '#notebook/shared/picture-view.ts'
import { fitted, round, textWidth } from './lettering.ts'
import { NARROW, WIDE, type Drawing, type Format, type Picture } from './marks.ts'
import { Sheet } from './sheet.ts'
import { spread } from './spread.ts'
import { ticksOf } from './ticks.ts'

export function curvePicture(view: CurveView): Picture {
  return { wide: draw(view, 'wide'), narrow: draw(view, 'narrow'), caption: captionOf(view) }
}

const number = (count: number) => showValue(String(count))

function captionOf(view: CurveView): string {
  const { series, x, y, cutAt } = view
  const runs = series.reduce((sum, { points }) => sum + points.length, 0)
  const told = `The same ${cutAt === undefined ? '' : `first ${number(cutAt)} instructions `}on ${runs} machines: ${y} against ${x}.`
  const rise = series.flatMap(({ name, points }) =>
    points.flatMap((point, at) => {
      const before = points[at - 1]
      return before !== undefined && before.y < point.y ? [{ name, before, point }] : []
    }),
  )[0]
  if (rise === undefined) return told
  const anomaly = view.about === 'faults' ? ' This is Belady’s anomaly.' : ''
  return `${told} Under ${rise.name}, ${number(rise.point.x)} ${x} cause more of them than ${number(rise.before.x)}: ${number(rise.point.y)} instead of ${number(rise.before.y)}.${anomaly}`
}

const TOP = 26
const HEIGHT = 220
const PLOTS = { wide: { left: 56, right: 570 }, narrow: { left: 46, right: 226 } } as const
const LINE = 17

interface Plot {
  readonly sheet: Sheet
  readonly left: number
  readonly right: number
  readonly xOf: (x: number) => number
  readonly yOf: (y: number) => number
}

function draw(view: CurveView, format: Format): Drawing {
  const sheet = new Sheet(format === 'wide' ? WIDE : NARROW)
  const { left, right } = PLOTS[format]
  const all = view.series.flatMap(({ points }) => points)
  const xs = [...new Set(all.map(({ x }) => x))].sort((one, other) => one - other)
  const most = Math.max(1, ...all.map(({ y }) => y))
  const [first = 0, last = 1] = [xs[0], xs.at(-1)]
  // Numbers that double lie as far from each other as those that count up by one.
  const scale = view.about === 'tlb-misses' ? (x: number) => Math.log2(x) : (x: number) => x
  const span = Math.max(1, scale(last) - scale(first))
  const plot: Plot = {
    ...{ sheet, left, right },
    xOf: (x) => left + 8 + ((scale(x) - scale(first)) / span) * (right - left - 16),
    yOf: (y) => TOP + HEIGHT - (y / most) * HEIGHT,
  }
  drawAxes(view, plot, xs, most)
  if (view.own !== undefined && view.own >= first && view.own <= last)
    sheet.strokes('own', 'own', [
      { from: { x: plot.xOf(view.own), y: TOP }, to: { x: plot.xOf(view.own), y: TOP + HEIGHT } },
    ])
  view.series.forEach((one, index) => drawSeries(one, index, plot))
  drawNames(view, plot)
  return sheet.drawing(TOP + HEIGHT + 44)
}

function drawAxes(
  view: CurveView,
  { sheet, left, right, xOf, yOf }: Plot,
  xs: readonly number[],
  most: number,
): void {
  sheet.text('y', fitted(view.y, 'note', sheet.width), 'note', 0, 9)
  for (const y of ticksOf(0, most, 5)) {
    sheet.strokes(`level ${y}`, y === 0 ? 'axis' : 'grid', [
      { from: { x: left, y: yOf(y) }, to: { x: right, y: yOf(y) } },
    ])
    sheet.text(`y ${y}`, number(y), 'faint', left - 6, yOf(y), { anchor: 'end' })
  }
  let free = -Infinity
  for (const x of xs) {
    const half = textWidth(number(x), 'faint') / 2
    if (xOf(x) - half < free) continue
    free = xOf(x) + half + 6
    sheet.text(`x ${x}`, number(x), 'faint', xOf(x), TOP + HEIGHT + 13, { anchor: 'middle' })
  }
  const middle = (left + right) / 2
  sheet.text('x', fitted(view.x, 'note', right - left), 'note', middle, TOP + HEIGHT + 32, {
    anchor: 'middle',
  })
}

/** Around a point: a circle would say as little as another circle. */
const SHAPES: readonly (readonly (readonly [number, number])[])[] = [
  [
    [-3, -3],
    [3, -3],
    [3, 3],
    [-3, 3],
  ],
  [
    [0, -4.5],
    [4, 3],
    [-4, 3],
  ],
  [
    [0, -4.5],
    [4.5, 0],
    [0, 4.5],
    [-4.5, 0],
  ],
  [
    [-4, -3],
    [4, -3],
    [0, 4.5],
  ],
]

function drawSeries(
  { name, points }: CurveView['series'][number],
  index: number,
  { sheet, xOf, yOf }: Plot,
): void {
  if (points.length === 0) return
  const places = points.map(({ x, y }) => ({ x: xOf(x), y: yOf(y) }))
  const corners = places.map(({ x, y }) => `${round(x)} ${round(y)}`)
  sheet.add({ kind: 'line', key: `series ${name}`, look: `series s${index}`, path: `M${corners.join('L')}` })
  const shape = SHAPES[index % SHAPES.length]!
  const path = places
    .map(({ x, y }) => `M${shape.map(([dx, dy]) => `${round(x + dx)} ${round(y + dy)}`).join('L')}Z`)
    .join('')
  sheet.add({ kind: 'line', key: `points ${name}`, look: `points s${index}`, path })
}

/** Each curve’s name at its end, and its shape before it. */
function drawNames({ series }: CurveView, { sheet, right, yOf }: Plot): void {
  const named = series
    .map((one, index) => ({ ...one, index, end: one.points.at(-1) }))
    .filter(({ end }) => end !== undefined)
    .sort((one, other) => other.end!.y - one.end!.y)
  const middles = spread(
    named.map(({ end }) => ({ middle: yOf(end!.y), height: LINE })),
    TOP - 6,
    TOP + HEIGHT + 6,
  )
  named.forEach(({ name, index }, at) => {
    const [x, y] = [right + 10, middles[at]!]
    const shape = SHAPES[index % SHAPES.length]!
    const path = `M${shape.map(([dx, dy]) => `${round(x + dx)} ${round(y + dy)}`).join('L')}Z`
    sheet.add({ kind: 'line', key: `sign ${name}`, look: `points s${index}`, path })
    sheet.text(`name ${name}`, fitted(name, 'word', sheet.width - x - 10), 'word', x + 10, y)
  })
}
