/** The whole way of one value, in bands by who knows it: down from its name to its byte, and back up. */
import { groupedHex, groupedPage, PAGE_BITS, PAGE_SIZE } from '#engine/units.ts'
import { showBytes, showValue } from '#notebook/shared/show-value.ts'
import { thingText } from '#notebook/shared/thing.ts'
import type { JourneyView } from '#notebook/shared/view.ts'
import { fitted, textWidth } from './lettering.ts'
import type { Point } from './lines.ts'
import { NARROW, WIDE, type Drawing, type Format, type Picture } from './marks.ts'
import { Sheet } from './sheet.ts'

type Who = 'compiler' | 'cpu' | 'os' | 'ram'

const NAMES: Readonly<Record<Who, string>> = {
  compiler: 'compiler',
  cpu: 'CPU',
  os: 'operating system',
  ram: 'RAM',
}

export function journeyPicture(view: JourneyView): Picture {
  return { wide: draw(view, 'wide'), narrow: draw(view, 'narrow'), caption: captionOf(view) }
}

function captionOf({ name, value, physicalAddress }: JourneyView): string {
  const end =
    physicalAddress === undefined
      ? 'It ends at the page table: there is no frame for its page.'
      : `It ends at the byte of RAM ${groupedHex(BigInt(physicalAddress.value))}${value === undefined ? '' : `, and ${showValue(value.value)} comes back`}.`
  return `The way of ${name}, from its name down to RAM, and who knows it at each station. ${end}`
}

/** A box with a line of text, and what it is called below. */
interface Station {
  readonly key: string
  readonly who: Who
  readonly text: string
  /** What it is, in a word or two. */
  readonly about: string
  readonly x: number
  readonly y: number
  readonly width?: number
  readonly facts?: readonly string[]
  readonly things?: string | undefined
  readonly isWrong?: boolean
}

interface Placed {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly middle: number
  readonly centre: number
}

const BOX = 32
const ABOUT = 18

/** The stations in the order of the way; who tells of it says a sentence for each. */
export const JOURNEY_STATIONS = ['source', 'slot', 'sum', 'address', 'page', 'row', 'byte', 'value'] as const

/** What belongs to a station of another name. */
const PART_OF: Readonly<Record<string, (typeof JOURNEY_STATIONS)[number]>> = {
  offset: 'page',
  frame: 'byte',
  'by offset': 'byte',
  back: 'value',
}

/** At which station a box, or the arrow to it, is reached. */
function stationOf(key: string): number {
  const name = key.replace(/^to /, '')
  return JOURNEY_STATIONS.findIndex((station) => station === (PART_OF[name] ?? name))
}

class Stage {
  readonly sheet: Sheet
  readonly format: Format

  constructor(sheet: Sheet, format: Format) {
    this.sheet = sheet
    this.format = format
  }

  band(who: Who, key: string, y: number, height: number): void {
    const { width } = this.sheet
    this.sheet.box(`band ${key}`, { x: 0.5, y: y + 0.5, width: width - 1, height, look: `band ${who}` })
    this.sheet.text(`who ${key}`, NAMES[who], 'name', width - 12, y + 15, { anchor: 'end' })
  }

  station({ key, who, text, about, x, y, width, facts, things, isWrong }: Station): Placed {
    this.sheet.station = stationOf(key)
    const room = this.sheet.width - x - 10
    const shown = fitted(text, 'code', room - 20)
    const own = width ?? textWidth(shown, 'code') + 20
    this.sheet.box(key, {
      x,
      y,
      width: own,
      height: BOX,
      look: `station ${who}${isWrong ? ' wrong' : ''}`,
      ...(facts === undefined ? {} : { facts }),
      ...(things ? { things } : {}),
      labels: [{ key: 'text', text: shown, look: 'code', x: own / 2, middle: BOX / 2, anchor: 'middle' }],
    })
    this.sheet.text(`about ${key}`, fitted(about, 'note', room), 'note', x + 2, y + BOX + 10)
    this.sheet.station = undefined
    return { left: x, right: x + own, top: y, bottom: y + BOX, middle: y + BOX / 2, centre: x + own / 2 }
  }

  way(key: string, who: Who, points: readonly Point[]): void {
    this.sheet.station = stationOf(key)
    this.sheet.arrow(key, `way ${who}`, points)
    this.sheet.station = undefined
  }
}

/** What the stations stand for, as texts of things. */
function thingsOf(view: JourneyView) {
  const { name, page, frameBase, physicalAddress, virtualAddress, bytes } = view
  const byteCount = bytes === undefined ? 1 : showBytes(bytes.value).split(' ').length
  const range = (kind: 'virtual' | 'physical', start: bigint, count: number) =>
    thingText({ kind, start, byteCount: count })
  const isOfPage =
    page !== undefined && BigInt(page.value) === BigInt(virtualAddress.value) >> BigInt(PAGE_BITS)
  const inPage = isOfPage ? range('virtual', BigInt(page.value) << BigInt(PAGE_BITS), PAGE_SIZE) : undefined
  const inFrame = isOfPage && frameBase ? range('physical', BigInt(frameBase.value), PAGE_SIZE) : undefined
  return {
    variable: thingText({ kind: 'variable', name }),
    rbp: thingText({ kind: 'register', name: 'rbp' }),
    address: range('virtual', BigInt(virtualAddress.value), byteCount),
    page: inPage,
    row: [inPage, inFrame].filter((thing) => thing !== undefined).join(' '),
    frame: inFrame,
    byte: physicalAddress && range('physical', BigInt(physicalAddress.value), byteCount),
  }
}

/** The stations’ texts. */
function textsOf(view: JourneyView) {
  const {
    name,
    type,
    offset,
    value,
    rbp,
    virtualAddress,
    page,
    pageOffset,
    frameBase,
    physicalAddress,
    bytes,
  } = view
  const distance = Number(offset.value)
  const step = `${distance < 0 ? '−' : '+'} ${Math.abs(distance)}`
  const address = groupedHex(BigInt(virtualAddress.value))
  return {
    source: `let ${name}: ${type.value}${value === undefined ? '' : ` = ${showValue(value.value)}`};`,
    slot: `rbp ${step}`,
    sum: `${groupedHex(BigInt(rbp.value))} ${step}`,
    address,
    page: page && groupedPage(BigInt(page.value)),
    pageOffset: pageOffset && groupedHex(BigInt(pageOffset.value)),
    row:
      page &&
      (frameBase
        ? `${groupedPage(BigInt(page.value))} → ${groupedHex(BigInt(frameBase.value))}`
        : 'no frame'),
    frame: frameBase && groupedHex(BigInt(frameBase.value)),
    byte: physicalAddress && groupedHex(BigInt(physicalAddress.value)),
    bytes: bytes === undefined ? '' : showBytes(bytes.value),
    value: value && showValue(value.value),
  }
}

function draw(view: JourneyView, format: Format): Drawing {
  const stage = new Stage(new Sheet(format === 'wide' ? WIDE : NARROW), format)
  return format === 'wide' ? drawWide(view, stage) : drawNarrow(view, stage)
}

const BAND = 74
/** Left of what the operating system’s band is called. */
const BACK = 546
const FRAME = 264
const GAP = 8

function drawWide(view: JourneyView, stage: Stage): Drawing {
  const { sheet } = stage
  const texts = textsOf(view)
  const isPaged = texts.page !== undefined
  const cpuHeight = isPaged ? 132 : BAND
  const cpuTop = BAND + GAP
  const osTop = cpuTop + cpuHeight + GAP
  const ramTop = isPaged ? osTop + BAND + GAP : osTop
  const things = thingsOf(view)
  stage.band('compiler', 'compiler', 0, BAND)
  stage.band('cpu', 'cpu', cpuTop, cpuHeight)
  if (isPaged) stage.band('os', 'os', osTop, BAND)
  const source = stage.station({
    key: 'source',
    who: 'compiler',
    text: texts.source,
    about: 'a name',
    x: 16,
    y: 14,
    things: things.variable,
    facts: [view.value?.fact ?? ''],
  })
  const slot = stage.station({
    key: 'slot',
    who: 'compiler',
    text: texts.slot,
    about: 'a distance',
    x: Math.max(300, source.right + 40),
    y: 14,
    things: things.variable,
    facts: [view.offset.fact],
  })
  stage.way('to slot', 'compiler', [
    { x: source.right + 2, y: source.middle },
    { x: slot.left - 2, y: slot.middle },
  ])
  const sum = stage.station({
    key: 'sum',
    who: 'cpu',
    text: texts.sum,
    about: 'what RBP holds, and the distance',
    x: 16,
    y: cpuTop + 14,
    things: things.rbp,
    facts: [view.rbp.fact],
  })
  const address = stage.station({
    key: 'address',
    who: 'cpu',
    text: texts.address,
    about: 'a virtual address',
    x: 300,
    y: cpuTop + 14,
    things: things.address,
    facts: [view.virtualAddress.fact],
  })
  stage.way('to sum', 'cpu', [
    { x: slot.left + 14, y: slot.bottom + ABOUT + 2 },
    { x: slot.left + 14, y: cpuTop - GAP / 2 },
    { x: sum.centre, y: cpuTop - GAP / 2 },
    { x: sum.centre, y: sum.top - 2 },
  ])
  stage.way('to address', 'cpu', [
    { x: sum.right + 2, y: sum.middle },
    { x: address.left - 2, y: address.middle },
  ])
  if (!isPaged) {
    const end = drawEnd(view, stage, ramTop, address)
    return sheet.drawing(end)
  }
  const splitTop = cpuTop + 80
  const page = stage.station({
    key: 'page',
    who: 'os',
    text: texts.page!,
    about: 'page',
    x: 300,
    y: splitTop,
    things: things.page,
    facts: [view.page?.fact ?? ''],
  })
  const offset = stage.station({
    key: 'offset',
    who: 'cpu',
    text: texts.pageOffset ?? '',
    about: 'offset',
    x: page.right + 4,
    y: splitTop,
    facts: [view.pageOffset?.fact ?? ''],
  })
  stage.way('to page', 'cpu', [
    { x: page.right - 8, y: address.bottom + 2 },
    { x: page.right - 8, y: page.top - 2 },
  ])
  // Its arrow comes from the right.
  const rowRoom = page.left + 46 - (textWidth(texts.row!, 'code') + 20)
  const row = stage.station({
    key: 'row',
    who: 'os',
    text: texts.row!,
    about: texts.frame === undefined ? 'the page is not there' : 'page-table entry',
    x: Math.min(158, rowRoom),
    things: things.row,
    y: osTop + 14,
    isWrong: texts.frame === undefined,
    facts: [view.frameBase?.fact ?? ''],
  })
  stage.way('to row', 'os', [
    { x: page.left + 60, y: page.bottom + 2 },
    { x: page.left + 60, y: osTop + 30 },
    { x: row.right + 2, y: osTop + 30 },
  ])
  if (texts.byte === undefined) return sheet.drawing(ramTop)
  return sheet.drawing(drawEnd(view, stage, ramTop, address, { row, offset }))
}

/** RAM’s band, and the value’s way back. */
function drawEnd(
  view: JourneyView,
  stage: Stage,
  ramTop: number,
  address: Placed,
  from?: { readonly row: Placed; readonly offset: Placed },
): number {
  const texts = textsOf(view)
  stage.band('ram', 'ram', ramTop, BAND)
  const offsetX = from === undefined ? address.left + 40 : from.offset.centre
  const text = `${texts.byte}${texts.bytes === '' || texts.bytes.length > 12 ? '' : `: ${texts.bytes}`}`
  const width = textWidth(text, 'code') + 20
  const byte = stage.station({
    key: 'byte',
    who: 'ram',
    text,
    about: 'the byte',
    x: Math.max(320, offsetX - width / 2),
    y: ramTop + 14,
    things: thingsOf(view).byte,
    facts: [view.physicalAddress?.fact ?? '', view.bytes?.fact ?? ''],
  })
  if (from === undefined)
    stage.way('to byte', 'cpu', [
      { x: offsetX, y: address.bottom + ABOUT + 2 },
      { x: offsetX, y: byte.top - 2 },
    ])
  else {
    const frame = stage.station({
      key: 'frame',
      who: 'ram',
      text: texts.frame!,
      about: 'a frame',
      x: FRAME,
      y: ramTop + 14,
      things: thingsOf(view).frame,
      facts: [view.frameBase?.fact ?? ''],
    })
    stage.way('to frame', 'os', [
      { x: frame.left + 30, y: from.row.bottom + 2 },
      { x: frame.left + 30, y: frame.top - 2 },
    ])
    stage.way('to byte', 'ram', [
      { x: frame.right + 2, y: frame.middle },
      { x: byte.left - 2, y: byte.middle },
    ])
    stage.way('by offset', 'cpu', [
      { x: offsetX, y: from.offset.bottom + ABOUT + 2 },
      { x: offsetX, y: byte.top - 2 },
    ])
  }
  if (texts.value !== undefined) {
    const y = address.top
    const shown = fitted(texts.value, 'code', 80)
    const box = textWidth(shown, 'code') + 20
    const back = stage.station({
      key: 'value',
      who: 'ram',
      text: shown,
      about: 'the value',
      x: BACK - box,
      y,
    })
    stage.way('back', 'ram', [
      { x: byte.right + 2, y: byte.middle },
      { x: back.right - 12, y: byte.middle },
      { x: back.right - 12, y: back.bottom + ABOUT + 3 },
    ])
  }
  return ramTop + BAND + 2
}

function drawNarrow(view: JourneyView, stage: Stage): Drawing {
  const { sheet } = stage
  const texts = textsOf(view)
  const things = thingsOf(view)
  const stations: (Omit<Station, 'x' | 'y'> | undefined)[] = [
    { key: 'source', who: 'compiler', text: texts.source, about: 'a name', things: things.variable },
    { key: 'slot', who: 'compiler', text: texts.slot, about: 'a distance', things: things.variable },
    {
      key: 'sum',
      who: 'cpu',
      text: texts.sum,
      about: 'what RBP holds, and the distance',
      things: things.rbp,
    },
    { key: 'address', who: 'cpu', text: texts.address, about: 'a virtual address', things: things.address },
    texts.page === undefined
      ? undefined
      : {
          key: 'page',
          who: 'cpu',
          text: `${texts.page}  ${texts.pageOffset}`,
          about: 'page, and offset in it',
          things: things.page,
        },
    texts.row === undefined
      ? undefined
      : {
          key: 'row',
          who: 'os',
          text: texts.row,
          about: texts.frame === undefined ? 'the page is not there' : 'a row of the page table',
          things: things.row,
          isWrong: texts.frame === undefined,
        },
    texts.byte === undefined
      ? undefined
      : {
          key: 'byte',
          who: 'ram',
          text: `${texts.byte}${texts.bytes.length > 12 ? '' : `: ${texts.bytes}`}`,
          about: texts.frame === undefined ? 'the byte' : 'frame and offset, and the byte there',
          things: things.byte,
        },
    texts.byte === undefined || texts.value === undefined
      ? undefined
      : { key: 'value', who: 'cpu', text: texts.value, about: 'the value, back in the CPU' },
  ]
  const all = stations.filter((station) => station !== undefined)
  const STEP = BOX + ABOUT + 18
  let y = 0
  let before: Placed | undefined
  all.forEach((station, index) => {
    const isFirst = all[index - 1]?.who !== station.who
    if (isFirst) {
      y += index === 0 ? 0 : GAP
      const same = all.slice(index).findIndex(({ who }) => who !== station.who)
      const count = same < 0 ? all.length - index : same
      stage.band(station.who, station.key, y, count * STEP + 20)
      y += 28
    }
    const placed = stage.station({ ...station, x: 12, y })
    if (before !== undefined)
      stage.way(`to ${station.key}`, station.who, [
        { x: ARROW, y: before.bottom + ABOUT + 4 },
        { x: ARROW, y: placed.top - 2 },
      ])
    before = placed
    y += STEP
    const isLast = all[index + 1]?.who !== station.who
    if (isLast) y += -8
  })
  return sheet.drawing(y + 2)
}

const ARROW = 30
