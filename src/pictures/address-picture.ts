/** How an address is divided, its bits to scale as far as words have room. */
import { textWidth } from './lettering.ts'
import { NARROW, WIDE, type Drawing, type Format } from './marks.ts'
import { Sheet } from './sheet.ts'

/** A part of an address; `look` is what it is for. */
export interface AddressPart {
  readonly name: string
  readonly bits: number
  readonly look: string
}

const HEIGHT = 40
const LINE = 16

/** From the highest bits to the lowest; below each part the numbers of its first and last bit. */
export function addressDrawing(parts: readonly AddressPart[], format: Format): Drawing {
  const sheet = new Sheet(format === 'wide' ? WIDE : NARROW)
  const widths = widthsOf(parts, sheet.width - 1)
  let bit = parts.reduce((sum, { bits }) => sum + bits, 0)
  let x = 0.5
  parts.forEach(({ name, bits, look }, at) => {
    const width = widths[at]!
    const first = bit - 1
    bit -= bits
    const anchor = 'middle'
    sheet.box(`${at} ${name}`, {
      ...{ x, y: 0.5, width, height: HEIGHT, look },
      labels: [
        { key: 'name', text: name, look: 'word', x: width / 2, middle: 13, anchor },
        { key: 'bits', text: String(bits), look: 'digits', x: width / 2, middle: 30, anchor },
      ],
    })
    const range = first === bit ? String(first) : `${first}…${bit}`
    if (textWidth(range, 'faint') + 8 <= width)
      sheet.text(`range ${at}`, range, 'faint', x + width / 2, HEIGHT + LINE / 2 + 3, { anchor })
    x += width
  })
  return sheet.drawing(HEIGHT + LINE + 4)
}

/** In proportion to bits, but none so narrow that its name has no room. */
function widthsOf(parts: readonly AddressPart[], width: number): number[] {
  const least = parts.map(({ name }) => textWidth(name, 'word') + 8)
  const spare = Math.max(0, width - least.reduce((sum, one) => sum + one, 0))
  const all = parts.reduce((sum, { bits }) => sum + bits, 0)
  return parts.map(({ bits }, at) => least[at]! + (spare * bits) / all)
}
