/** Lines of pictures, as paths. */
import { round } from './lettering.ts'
import type { Line } from './marks.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

type Direction = 'right' | 'left' | 'up' | 'down'

const HEAD_LENGTH = 7
const HEAD_HALF = 3.5

/** The arrowhead whose tip is at a point. */
export function head({ x, y }: Point, direction: Direction): string {
  const sign = direction === 'right' || direction === 'down' ? -1 : 1
  const isLevel = direction === 'right' || direction === 'left'
  const [dx, dy] = isLevel ? [sign * HEAD_LENGTH, HEAD_HALF] : [HEAD_HALF, sign * HEAD_LENGTH]
  const other = isLevel ? { x: x + dx, y: y - dy } : { x: x - dx, y: y + dy }
  return `M${point({ x, y })}L${point({ x: x + dx, y: y + dy })}L${point(other)}Z`
}

/** Straight from point to point, with rounded corners. */
export function bent(points: readonly Point[], radius = 5): string {
  return points
    .map((here, index) => {
      const before = points[index - 1]
      const after = points[index + 1]
      if (before === undefined) return `M${point(here)}`
      if (after === undefined) return `L${point(here)}`
      const reach = Math.min(radius, distance(before, here) / 2, distance(here, after) / 2)
      return `L${point(towards(here, before, reach))}Q${point(here)} ${point(towards(here, after, reach))}`
    })
    .join('')
}

/** A line with an arrowhead at its end; the last stretch says which way it points. */
export function arrow(key: string, look: string, points: readonly Point[], things?: string): Line {
  const [before, end] = [points.at(-2)!, points.at(-1)!]
  const direction = directionOf(before, end)
  // The line ends inside its head, so that the tip stays sharp.
  const stop = towards(end, before, Math.min(HEAD_LENGTH - 1, distance(before, end)))
  return {
    kind: 'line',
    key,
    look,
    path: bent([...points.slice(0, -1), stop]),
    head: head(end, direction),
    ...(things === undefined ? {} : { things }),
  }
}

export function line(key: string, look: string, points: readonly Point[]): Line {
  return { kind: 'line', key, look, path: bent(points) }
}

/** Several strokes that belong together. */
export function strokes(
  key: string,
  look: string,
  all: readonly { readonly from: Point; readonly to: Point }[],
): Line {
  return { kind: 'line', key, look, path: all.map(({ from, to }) => `M${point(from)}L${point(to)}`).join('') }
}

/** Slanting strokes that fill a rectangle. */
export function hatching(key: string, x: number, y: number, width: number, height: number): Line {
  const STEP = 7
  const strokes: string[] = []
  for (let at = STEP; at < width + height; at += STEP) {
    const from = { x: x + Math.max(0, at - height), y: y + Math.min(at, height) }
    const to = { x: x + Math.min(at, width), y: y + Math.max(0, at - width) }
    strokes.push(`M${point(from)}L${point(to)}`)
  }
  return { kind: 'line', key, look: 'hatching', path: strokes.join('') }
}

function directionOf(from: Point, to: Point): Direction {
  if (Math.abs(to.x - from.x) >= Math.abs(to.y - from.y)) return to.x >= from.x ? 'right' : 'left'
  return to.y >= from.y ? 'down' : 'up'
}

function distance(one: Point, other: Point): number {
  return Math.hypot(other.x - one.x, other.y - one.y)
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to) || 1
  return {
    x: from.x + ((to.x - from.x) * length) / whole,
    y: from.y + ((to.y - from.y) * length) / whole,
  }
}

function point({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`
}
