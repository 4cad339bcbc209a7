/** Where the marks of a drawing are, measured by the advances of the font files. */
import { textSize, textWidth } from '#pictures/lettering.ts'
import type { Box, Drawing, Label } from '#pictures/marks.ts'

export interface Area {
  readonly what: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Of a line’s height, what letters and digits reach above and below the baseline. */
const [ASCENT, DESCENT] = [0.68, 0.2]
/** A tenth of a pixel is what coordinates are rounded to. */
const SLACK = 0.5

function areaOf({ text, look, anchor, x, y }: Label, within?: Box): Area {
  const width = textWidth(text, look)
  const left = (within?.x ?? 0) + x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
  const base = (within?.y ?? 0) + y
  const size = textSize(look)
  return { what: text, left, right: left + width, top: base - ASCENT * size, bottom: base + DESCENT * size }
}

export function labelsOf({ marks }: Drawing): Area[] {
  return marks.flatMap((mark) => {
    if (mark.kind === 'label') return [areaOf(mark)]
    return mark.kind === 'box' ? mark.labels.map((label) => areaOf(label, mark)) : []
  })
}

function boxesOf({ marks }: Drawing): Area[] {
  return marks.flatMap((mark) =>
    mark.kind === 'box'
      ? [
          {
            what: mark.key,
            left: mark.x,
            right: mark.x + mark.width,
            top: mark.y,
            bottom: mark.y + mark.height,
          },
        ]
      : [],
  )
}

function pointsOf({ marks }: Drawing): Area[] {
  return marks.flatMap((mark) =>
    mark.kind === 'line'
      ? pathPoints(`${mark.path}${mark.head ?? ''}`).map(([x, y]) => ({
          ...{ what: mark.key, left: x, right: x, top: y, bottom: y },
        }))
      : [],
  )
}

/** Every point that a path names, those between which it bends included. */
export function pathPoints(path: string): [x: number, y: number][] {
  const points: [number, number][] = []
  let [x, y] = [0, 0]
  for (const [, command = '', given = ''] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (given.match(/-?[\d.]+/g) ?? []).map(Number)
    const isRelative = command === command.toLowerCase()
    const step = /[hv]/i.test(command) ? 1 : 2
    for (let at = 0; at < numbers.length; at += step) {
      const [from, first = 0, second = 0] = [isRelative ? [x, y] : [0, 0], numbers[at], numbers[at + 1]]
      if (/v/i.test(command)) y = from[1]! + first
      else x = from[0]! + first
      if (step === 2) y = from[1]! + second
      points.push([x, y])
    }
  }
  return points
}

const said = ({ what, left, right, top, bottom }: Area) =>
  `${what} (${left.toFixed(1)}–${right.toFixed(1)}, ${top.toFixed(1)}–${bottom.toFixed(1)})`

/** What lies, even by a part, outside of the drawing. */
export function outside(drawing: Drawing): string[] {
  return [...labelsOf(drawing), ...boxesOf(drawing), ...pointsOf(drawing)]
    .filter(
      ({ left, right, top, bottom }) =>
        !(
          left >= -SLACK &&
          top >= -SLACK &&
          right <= drawing.width + SLACK &&
          bottom <= drawing.height + SLACK
        ),
    )
    .map(said)
}

/** Pairs of labels that lie over each other. */
export function collisions(drawing: Drawing): string[] {
  const labels = labelsOf(drawing)
  return labels.flatMap((one, index) =>
    labels
      .slice(index + 1)
      .filter(
        (other) =>
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK,
      )
      .map((other) => `${said(one)} over ${said(other)}`),
  )
}

/** Labels that leave the box they are written into. */
export function overflowing({ marks }: Drawing): string[] {
  return marks.flatMap((mark) =>
    mark.kind !== 'box'
      ? []
      : mark.labels
          .map((label) => areaOf(label, mark))
          .filter(({ left, right }) => left < mark.x - SLACK || right > mark.x + mark.width + SLACK)
          .map((area) => `${said(area)} in ${mark.key}`),
  )
}

/** Keys that two marks share: neither could keep its identity. */
export function sharedKeys({ marks }: Drawing): string[] {
  const keys = marks.map(({ key }) => key)
  return keys.filter((key, index) => keys.indexOf(key) !== index)
}
