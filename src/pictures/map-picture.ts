/**
 * An address space to scale, from the whole down to a byte: each bar is a small piece of the one above it, magnified.
 * What would be narrower than a hair is drawn as one.
 */
import { groupedHex } from '#engine/units.ts'
import type { MapView } from '#notebook/shared/picture-view.ts'
import { fitted, textWidth } from './lettering.ts'
import { NARROW, WIDE, type Drawing, type Format, type Picture } from './marks.ts'
import { Sheet } from './sheet.ts'
import { sizeText } from './size-text.ts'

/** Each bar has 2 to the power of this many times less than the one above it. */
const STEP_BITS = 10
/** So much has the last one: bytes can be told apart. */
const LAST_BITS = 7

/** @param place which of the view's places is magnified */
export function mapPicture(view: MapView, place = 0): Picture {
  const focus = BigInt(view.places[place]?.address ?? view.regions[0]?.start ?? 0)
  return { wide: draw(view, focus, 'wide'), narrow: draw(view, focus, 'narrow'), caption: captionOf(view) }
}

interface Range {
  readonly start: bigint
  readonly end: bigint
}

const rangeOf = ({ start, end }: { readonly start: string; readonly end: string }): Range => ({
  start: BigInt(start),
  end: BigInt(end),
})
const lengthOf = (ranges: readonly Range[]) => ranges.reduce((sum, { start, end }) => sum + end - start, 0n)

function captionOf({ bits, regions, resident }: MapView): string {
  const whole = 1n << BigInt(bits)
  const mapped = lengthOf(regions.map(rangeOf))
  const kept = resident === undefined ? undefined : lengthOf(resident.map(rangeOf))
  const share = mapped === 0n ? 0n : whole / mapped
  const rare = share < 2n ? '' : `: one byte in ${grouped(share)}`
  const inRam =
    kept === undefined ? '' : ` ${kept === 0n ? 'None of it is' : `${sizeText(kept)} are`} in RAM.`
  return `Of ${sizeText(whole)} the process has ${sizeText(mapped)}${rare}.${inRam} Each bar is a piece of the one above it, ${2 ** STEP_BITS} times as large.`
}

const grouped = (count: bigint) => count.toString().replace(/\B(?=(\d{3})+$)/g, '\u202F')

/** How many bits the bars have, from the whole down. */
function scalesOf(bits: number): number[] {
  const scales = [bits]
  while (scales.at(-1)! > LAST_BITS) scales.push(Math.max(LAST_BITS, scales.at(-1)! - STEP_BITS))
  return scales
}

const TITLE = 20
const BAR = 24
const BETWEEN = 26
/** Room for an arrowhead at either end. */
const MARGIN = 4

function draw(view: MapView, focus: bigint, format: Format): Drawing {
  const sheet = new Sheet(format === 'wide' ? WIDE : NARROW)
  const scales = scalesOf(view.bits)
  scales.forEach((bits, at) => {
    const size = 1n << BigInt(bits)
    const start = (focus / size) * size
    const bar = { sheet, window: { start, end: start + size }, top: at * (TITLE + BAR + BETWEEN) + TITLE, at }
    drawBar(view, bar)
    const below = scales[at + 1]
    drawMagnified(bar, focus, below === undefined ? 1n : 1n << BigInt(below), below === undefined)
  })
  return sheet.drawing(scales.length * (TITLE + BAR + BETWEEN) - 6)
}

interface Bar {
  readonly sheet: Sheet
  readonly window: Range
  readonly top: number
  readonly at: number
}

function xIn({ sheet, window }: Bar, address: bigint): number {
  const inside = address < window.start ? window.start : address > window.end ? window.end : address
  const share = Number(inside - window.start) / Number(window.end - window.start)
  return MARGIN + share * (sheet.width - 2 * MARGIN)
}

function drawBar(view: MapView, bar: Bar): void {
  const { sheet, window, top, at } = bar
  const size = sizeText(window.end - window.start)
  const from = `from ${groupedHex(window.start)}`
  sheet.text(`size ${at}`, at === 0 ? `${size}: all of it` : size, 'name', 0, top - 11)
  if (at > 0 && textWidth(size, 'name') + textWidth(from, 'digits') + 20 < sheet.width)
    sheet.text(`from ${at}`, from, 'digits', sheet.width, top - 11, { anchor: 'end' })
  sheet.box(`scale ${at}`, { x: MARGIN, y: top, width: sheet.width - 2 * MARGIN, height: BAR, look: 'scale' })
  view.regions.forEach((region, index) =>
    drawRange(bar, rangeOf(region), {
      key: `region ${at} ${index}`,
      look: 'region',
      inset: 0,
      height: BAR,
      name: region.name,
    }),
  )
  view.resident?.forEach((run, index) =>
    drawRange(bar, rangeOf(run), {
      key: `resident ${at} ${index}`,
      look: 'resident',
      inset: 15,
      height: BAR - 15,
      name: '',
    }),
  )
}

const HAIR = 1.5

function drawRange(
  bar: Bar,
  { start, end }: Range,
  {
    key,
    look,
    inset,
    height,
    name,
  }: { key: string; look: string; inset: number; height: number; name: string },
): void {
  const { sheet, window, top } = bar
  if (end <= window.start || start >= window.end) return
  const x = Math.min(xIn(bar, start), sheet.width - MARGIN - HAIR)
  const width = Math.max(HAIR, xIn(bar, end) - x)
  const text = width > 24 ? fitted(name, 'note', width - 8) : ''
  sheet.box(key, {
    ...{ x, y: top + inset, width, height, look },
    things: `virtual:0x${start.toString(16)}+${end - start}`,
    labels: text === name && text !== '' ? [{ key: 'name', text, look: 'note', x: 4, middle: 8 }] : [],
  })
}

/** The piece of this bar that the next one shows; in the last bar, the byte itself. */
function drawMagnified(bar: Bar, focus: bigint, size: bigint, isLast: boolean): void {
  const { sheet, top, at } = bar
  const start = (focus / size) * size
  const [left, right] = [xIn(bar, start), xIn(bar, start + size)]
  const bottom = top + BAR
  if (isLast) {
    const middle = (left + right) / 2
    sheet.arrow(`place ${at}`, 'place', [
      { x: middle, y: bottom + 12 },
      { x: middle, y: bottom + 1 },
    ])
    const text = groupedHex(focus)
    const room = textWidth(text, 'digits')
    const x = middle + 8 + room <= sheet.width ? middle + 8 : middle - 8 - room
    sheet.text('address', text, 'digits', x, bottom + 11)
    return
  }
  const next = bottom + BETWEEN + TITLE
  sheet.strokes(`zoom ${at}`, 'zoom', [
    { from: { x: left, y: bottom + 1 }, to: { x: MARGIN, y: next - 22 } },
    { from: { x: right, y: bottom + 1 }, to: { x: sheet.width - MARGIN, y: next - 22 } },
  ])
}
