/**
 * One access on one sheet: the instruction's sum, the address in its fields, the entry that each field chooses in its
 * table, the frame, and the bytes. Tables and frame are drawn alike, since they are alike: pieces of RAM.
 */
import { groupedHex } from '#engine/units.ts'
import type { PageWay, WalkView } from '#notebook/shared/picture-view.ts'
import { Sheet } from './sheet.ts'
import { NARROW, WIDE, type Drawing, type Format, type Picture } from './marks.ts'
import { drawNarrowWay } from './walk-narrow.ts'
import { walkStations } from './walk-stations.ts'
import { drawRegister, type WayInput } from './walk-parts.ts'
import { drawWideWay } from './walk-wide.ts'
import { fitted, textWidth } from './lettering.ts'

export function walkPicture(view: WalkView): Picture {
  return { wide: draw(view, 'wide'), narrow: draw(view, 'narrow'), caption: captionOf(view) }
}

const MADE = { read: 'reads', write: 'writes', fetch: 'is fetched', 'look-up': 'is looked up' } as const

function captionOf({ access, of, text, ways, when }: WalkView): string {
  const [first] = ways
  if (first === undefined) return 'No address is looked up.'
  const count = ways.reduce((sum, { byteCount }) => sum + byteCount, 0)
  const bytes = count === 1 ? 'one byte' : `${count} bytes`
  const where = groupedHex(BigInt(first.virtualAddress))
  const subject =
    access === 'fetch'
      ? `The next instruction is fetched from ${where}`
      : access === 'look-up'
        ? /^0x/.test(of)
          ? `The address ${where} is looked up`
          : `${of} is at ${where}`
        : `${when === 'executed' ? 'The last instruction, ' : when === 'next' ? 'The next instruction, ' : ''}${text}${when === undefined ? '' : ','} ${MADE[access]} ${bytes} at ${where}`
  return `${subject}. ${outcomeOf(ways)}`
}

function outcomeOf(ways: readonly PageWay[]): string {
  const [first, second] = ways
  const failed = ways.find(({ fault }) => fault !== undefined)
  if (failed !== undefined) return `The way ends before it gets to RAM: ${lowered(failed.fault!)}`
  const at = groupedHex(BigInt(first!.frame!.physicalAddress))
  if (second !== undefined)
    return `They lie in two pages, so there are two ways: to ${at} and to ${groupedHex(BigInt(second.frame!.physicalAddress))}.`
  if (first!.tlb === 'hit')
    return `The TLB remembers the page’s frame, so no table is read. The byte of RAM is ${at}.`
  if (first!.segment !== undefined) return `The base is added to it. The byte of RAM is ${at}.`
  const reads = new Set(first!.entries.map(({ level }) => level)).size
  if (reads === 0) return `Nothing is looked up: this is the byte of RAM itself.`
  const tables =
    first!.entries[0]?.level === 'row'
      ? 'the page’s row says'
      : reads === 1
        ? 'the table’s entry says'
        : `${NUMBERS[reads] ?? reads} tables say`
  return `${tables.slice(0, 1).toUpperCase()}${tables.slice(1)} where its page is: the byte of RAM is ${at}.`
}

const NUMBERS: Readonly<Record<number, string>> = { 2: 'Two', 3: 'Three', 4: 'Four', 5: 'Five' }
const lowered = (text: string) => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`

const BETWEEN_WAYS = 26

function draw(view: WalkView, format: Format): Drawing {
  const sheet = new Sheet(format === 'wide' ? WIDE : NARROW)
  const drawWay = format === 'wide' ? drawWideWay : drawNarrowWay
  const stations = walkStations(view)
  const reach = (station: string) => {
    const at = stations.indexOf(station)
    sheet.station = at < 0 ? undefined : at
  }
  let top = drawProcessor(view, sheet, format, reach)
  for (const [index, way] of view.ways.entries()) {
    top = drawWay({ sheet, view, way, index, top, reach })
    if (index < view.ways.length - 1) top += BETWEEN_WAYS
  }
  return sheet.drawing(top + 8)
}

const PROCESSOR_HEIGHT = 60
const REGISTER_WIDTH = 172

/** What the processor does: the instruction, the sum that its operand is, and the register at the other end. */
function drawProcessor(view: WalkView, sheet: Sheet, format: Format, reach: WayInput['reach']): number {
  const { width } = sheet
  const first = view.ways[0]
  const address = first === undefined ? '' : groupedHex(BigInt(first.virtualAddress))
  const terms = view.terms.map(({ name, value }, index) => termText(name, value, index, format))
  const sum = terms.join(' ')
  const height = format === 'wide' ? PROCESSOR_HEIGHT : sum === '' ? PROCESSOR_HEIGHT : PROCESSOR_HEIGHT + 20
  sheet.box('processor', { x: 0.5, y: 0.5, width: width - 1, height, look: 'processor' })
  const hasRegister = view.register !== undefined && format === 'wide'
  const room = width - 24 - (hasRegister ? REGISTER_WIDTH + 12 : 0)
  const title =
    view.text ??
    (view.access === 'fetch' ? 'the next instruction' : /^0x/.test(view.of) ? 'an address' : view.of)
  const said = view.when === 'executed' ? 'executed last' : view.when === 'next' ? 'comes next' : ''
  const isName = view.text === undefined && view.access === 'look-up'
  sheet.text('instruction', fitted(title, 'code', room), 'code', 12, 19, isName ? { isCompilers: true } : {})
  const end = 12 + textWidth(title, 'code') + 12
  if (said !== '' && end + textWidth(said, 'note') < 12 + room) sheet.text('when', said, 'note', end, 19)
  const things = [first?.things, ...view.terms.map((term) => term.things)].filter(Boolean).join(' ')
  reach('address')
  if (sum === '') sheet.text('address', fitted(address, 'code', room), 'code', 12, 43, { things })
  else if (format === 'wide')
    sheet.text('address', fitted(`${sum} = ${address}`, 'code', room), 'code', 12, 43, { things })
  else {
    sheet.text('terms', fitted(sum, 'code', room), 'code', 12, 43, { things })
    sheet.text('address', `= ${address}`, 'code', 12, 63, { things })
  }
  if (hasRegister)
    drawRegister({ sheet, view, reach }, { x: width - REGISTER_WIDTH - 8, y: 14, width: REGISTER_WIDTH })
  return height
}

function termText(name: string | undefined, value: string, index: number, format: Format): string {
  const isNumber = /^-?\d+$/.test(value)
  if (name === undefined && isNumber) {
    const number = BigInt(value)
    const size = number < 0n ? -number : number
    const digits = size < 10n ? size.toString() : groupedHex(size)
    return index === 0 ? digits : `${number < 0n ? '\u2212' : '+'} ${digits}`
  }
  const shown = value === '' ? '' : ` ${groupedHex(BigInt(value))}`
  return `${index === 0 ? '' : '+ '}${name ?? ''}${format === 'narrow' && index > 0 ? '' : shown}`
}
