/** Lines of pictures, as paths. */
import { round } from './lettering.ts'
import type { Line } from './marks.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

const HEAD_LENGTH = 7
const HEAD_HALF = 3.5

/** The arrowhead whose tip is at a point, of a line that comes from another. */
export function head(tip: Point, from: Point): string {
  const back = towards(tip, from, HEAD_LENGTH)
  const [dx, dy] = [
    ((back.x - tip.x) / HEAD_LENGTH) * HEAD_HALF,
    ((back.y - tip.y) / HEAD_LENGTH) * HEAD_HALF,
  ]
  return `M${point(tip)}L${point({ x: back.x - dy, y: back.y + dx })}L${point({ x: back.x + dy, y: back.y - dx })}Z`
}

/** Straight from point to point, with rounded corners. */
function bent(points: readonly Point[], radius = 5): string {
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

/** A line with an arrowhead at its end. */
export function arrow(key: string, look: string, points: readonly Point[], things?: string): Line {
  const [before, end] = [points.at(-2)!, points.at(-1)!]
  // The line ends inside its head, so that the tip stays sharp.
  const stop = towards(end, before, Math.min(HEAD_LENGTH - 1, distance(before, end)))
  return {
    kind: 'line',
    key,
    look,
    path: bent([...points.slice(0, -1), stop]),
    head: head(end, before),
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
