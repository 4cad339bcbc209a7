/** A number as it is written, and as it lies in memory: the lines between the two cross. */
import { groupedHex, shortHex } from '#engine/units.ts'
import { showValue } from '#notebook/shared/show-value.ts'
import type { BytesView } from '#notebook/shared/picture-view.ts'
import { fitted, textWidth } from './lettering.ts'
import { NARROW, WIDE, type Drawing, type Format, type Picture } from './marks.ts'
import { Sheet } from './sheet.ts'

interface Plan {
  readonly left: number
  readonly cell: number
}

const PLANS: Readonly<Record<Format, Plan>> = {
  wide: { left: 132, cell: 64 },
  narrow: { left: 0.5, cell: 37 },
}
const CELL_HEIGHT = 32
const CROSSING = 54
const SECTION = 30

export function bytesPicture(view: BytesView): Picture {
  return { wide: draw(view, 'wide'), narrow: draw(view, 'narrow'), caption: captionOf(view) }
}

function captionOf({ name, bytes, widened, isSigned, cut }: BytesView): string {
  const order =
    bytes.length === 1
      ? `${name} is one byte, and its two digits are all there is to it.`
      : `The digits of ${name} are written with the largest part first; in memory the smallest part lies first, at the lowest address: the lines cross.`
  const wide =
    widened === undefined
      ? ''
      : ` Widened to eight bytes, the new ones are ${isSigned ? 'copies of its sign' : 'zeros'}.`
  return `${order}${wide}${cut === undefined ? '' : ` Cut to its first byte, it would be ${showValue(cut.value)}.`}`
}

function draw(view: BytesView, format: Format): Drawing {
  const sheet = new Sheet(format === 'wide' ? WIDE : NARROW)
  const plan = PLANS[format]
  const { bytes, widened } = view
  const isLone = bytes.length === 1
  let y = drawValue(view, sheet, format)
  if (!isLone) {
    y = section(sheet, format, 'as it is written', y)
    const digits = [...bytes].reverse()
    digits.forEach(({ byte, things }, at) =>
      drawCell(sheet, plan, {
        key: `digit ${bytes.length - 1 - at}`,
        at,
        y,
        text: byte.value,
        things,
        look: lookOf(bytes.length - 1 - at, bytes.length),
      }),
    )
    bytes.forEach((_, index) => {
      const from = middleOf(plan, bytes.length - 1 - index)
      const to = middleOf(plan, index)
      sheet.arrow(`crossing ${index}`, `crossing${index === 0 ? ' least' : ''}`, [
        { x: from, y: y + CELL_HEIGHT },
        { x: to, y: y + CELL_HEIGHT + CROSSING - 1 },
      ])
    })
    y += CELL_HEIGHT + CROSSING
    side(sheet, format, 'in memory', y)
  } else y = section(sheet, format, 'in memory', y)
  bytes.forEach(({ byte, address, things }, index) => {
    drawCell(sheet, plan, {
      key: `byte ${index}`,
      at: index,
      y,
      text: byte.value,
      things,
      look: lookOf(index, bytes.length),
      fact: byte.fact,
    })
    drawAddress(sheet, plan, format, address, index, y + CELL_HEIGHT, bytes.length)
  })
  y += CELL_HEIGHT + 24
  if (widened === undefined) return sheet.drawing(y)
  y = section(sheet, format, 'in 64 bits', y)
  widened.forEach((text, at) =>
    drawCell(sheet, plan, {
      key: `wide ${at}`,
      at,
      y,
      text,
      look: at < bytes.length ? lookOf(at, bytes.length) : 'pair filling',
    }),
  )
  return sheet.drawing(y + CELL_HEIGHT + 4)
}

const lookOf = (index: number, count: number) =>
  index === 0 && count > 1 ? 'pair least' : index === count - 1 && count > 1 ? 'pair most' : 'pair'

function drawValue({ name, type, value, bytes }: BytesView, sheet: Sheet, format: Format): number {
  const shown = value === undefined ? '' : ` = ${showValue(value.value)}`
  const text = `${name}${type === undefined ? '' : `: ${type}`}${shown}`
  const things = `variable:${name} ${bytes[0]!.things.replace(/\d+$/, String(bytes.length))}`
  sheet.text(
    'value',
    fitted(text, 'code', sheet.width - PLANS[format].left),
    'code',
    PLANS[format].left,
    12,
    {
      isCompilers: true,
      ...(/^\w+$/.test(name) ? { things } : {}),
      ...(value === undefined ? {} : { facts: [value.fact] }),
    },
  )
  return 24
}

/** What a row is: beside it, or where there is no room, above it. */
function section(sheet: Sheet, format: Format, text: string, y: number): number {
  if (format === 'wide') {
    side(sheet, format, text, y + 6)
    return y + 6
  }
  sheet.text(text, text, 'note', 0, y + SECTION / 2 - 2)
  return y + SECTION
}

function side(sheet: Sheet, format: Format, text: string, y: number): void {
  if (format === 'wide')
    sheet.text(text, text, 'note', PLANS.wide.left - 14, y + CELL_HEIGHT / 2, { anchor: 'end' })
}

const middleOf = ({ left, cell }: Plan, at: number) => left + (at + 0.5) * cell

interface Cell {
  readonly key: string
  readonly at: number
  readonly y: number
  readonly text: string
  readonly look: string
  readonly things?: string
  readonly fact?: string
}

function drawCell(sheet: Sheet, { left, cell }: Plan, { key, at, y, text, look, things, fact }: Cell): void {
  sheet.box(key, {
    x: left + at * cell,
    y,
    width: cell,
    height: CELL_HEIGHT,
    look,
    ...(things === undefined ? {} : { things }),
    ...(fact === undefined ? {} : { facts: [fact] }),
    labels: [{ key: 'pair', text, look: 'code', x: cell / 2, middle: CELL_HEIGHT / 2, anchor: 'middle' }],
  })
}

/** The first in full, of the others the last digits: they are neighbours. */
function drawAddress(
  sheet: Sheet,
  { left, cell }: Plan,
  format: Format,
  address: string,
  index: number,
  y: number,
  count: number,
): void {
  const text = `…${address.slice(-2)}`
  const first =
    count === 1 ? (format === 'wide' ? groupedHex(BigInt(address)) : shortHex(BigInt(address))) : text
  const x = count === 1 ? left : left + (index + 0.5) * cell - textWidth(text, 'faint') / 2
  sheet.text(`address ${index}`, index === 0 ? first : text, 'faint', x, y + 12)
}
