/** The stack, drawn to scale by the byte: high addresses on top, a tape measure down from each frame's RBP. */
import { groupedHex } from '#engine/units.ts'
import { showValue } from '#notebook/shared/show-value.ts'
import type { FrameSlot, FrameView, StackFrame } from '#notebook/shared/picture-view.ts'
import { baseline, fitted, round, textWidth, type LabelLook } from './lettering.ts'
import { arrow, hatching, line, strokes } from './lines.ts'
import {
  NARROW,
  WIDE,
  type Box,
  type Drawing,
  type Format,
  type Label,
  type Mark,
  type Picture,
} from './marks.ts'
import { spread } from './spread.ts'

interface Columns {
  readonly width: number
  /** Addresses end here. */
  readonly pointers: number
  /** The tape measure. */
  readonly tape: number
  readonly left: number
  readonly right: number
  /** What the boxes are begins here. */
  readonly labels: number
}

const COLUMNS: Readonly<Record<Format, Columns>> = {
  wide: { width: WIDE, pointers: 168, tape: 218, left: 232, right: 404, labels: 440 },
  narrow: { width: NARROW, pointers: 32, tape: 72, left: 82, right: 158, labels: 182 },
}

/** Heights in pixels. */
const TALLEST_BYTE = 22
const SHORTEST_BYTE = 4
/** So many bytes are drawn as tall as that; of more, each is lower. */
const BYTES_AT_TALLEST = 20
/** Bytes lower than this are drawn without their digits. */
const LOWEST_WITH_DIGITS = 15
/** Eight bytes that are not taken apart are folded to this. */
const WORD_HEIGHT = 28
const BETWEEN_FRAMES = 12
const TITLE = 22
const BESIDE_TITLE = 60
const MARGIN = 10
const LABEL = 19
const NUMBER = 13
/** Distances end so far before the tape, and begin so far behind the registers’ names. */
const [DISTANCE, BESIDE_DISTANCE] = [9, 4]

/** A slot at its place. */
interface Placed {
  readonly slot: FrameSlot
  readonly frame: StackFrame
  /** A variable’s is its name, so that it stays itself where it moves. */
  readonly key: string
  readonly top: number
  readonly height: number
  /** Every byte has a row of its own. */
  readonly isOpen: boolean
}

export function framePicture(view: FrameView): Picture {
  return {
    wide: draw(view, 'wide'),
    narrow: draw(view, 'narrow'),
    caption: captionOf(view),
  }
}

function captionOf({ frames, pageStarts, targets }: FrameView): string {
  const running = frames.at(-1)
  const named = running?.function
  const about =
    named === undefined
      ? 'The stack around RSP, high addresses on top.'
      : frames.length > 1
        ? `The frames of ${frames.map((frame) => frame.function).join(', ')}: high addresses on top, the running function at the bottom.`
        : `The frame of ${named}, high addresses on top. The tape measures down from RBP, byte by byte.`
  const folded = frames.some(({ slots }) => slots.some(isWord))
    ? ' Words of eight bytes are folded into one row.'
    : ''
  const pages = pageStarts.length > 0 ? ' The dashed line is where one page ends and the next begins.' : ''
  const pointing = targets.length > 0 ? ' Arrows lead to what a reference points at.' : ''
  return `${about}${folded}${pages}${pointing}`
}

function isWord({ what }: FrameSlot): boolean {
  return what !== 'variable' && what !== 'unused'
}

/** The tape measure stands as far from the registers as its longest distance needs. */
function columnsFor({ frames }: FrameView, format: Format): Columns {
  const columns = COLUMNS[format]
  const { pointers, tape, left, right, labels } = columns
  const longest = Math.max(0, ...frames.map(longestDistance))
  const shift = Math.max(0, longest - (tape - DISTANCE - BESIDE_DISTANCE - pointers))
  return { ...columns, tape: tape + shift, left: left + shift, right: right + shift, labels: labels + shift }
}

/** In pixels. The lowest byte is furthest from RBP. */
function longestDistance({ rbp, slots }: StackFrame): number {
  const last = slots.findLast((slot) => !isWord(slot))
  if (rbp === undefined || last === undefined) return 0
  return Math.ceil(textWidth(distanceText(Number(BigInt(last.address) - BigInt(rbp))), 'digits'))
}

function distanceText(distance: number): string {
  return showValue(String(distance))
}

function draw(view: FrameView, format: Format): Drawing {
  const columns = columnsFor(view, format)
  const placed = placeSlots(view)
  const last = placed.at(-1)
  const bottom = (last === undefined ? 0 : last.top + last.height) + MARGIN
  const marks: Mark[] = [
    ...view.frames.flatMap((frame) => titleOf(frame, placed, columns)),
    ...placed.flatMap((one) => slotMarks(one, columns)),
    ...view.frames.flatMap((frame) => tapeOf(frame, placed, columns)),
    ...pointersOf(view, placed, columns, format),
  ]
  const { marks: said, bottom: saidTo } = sayings(view, placed, columns, format, bottom)
  return {
    width: columns.width,
    height: round(Math.max(bottom, saidTo + MARGIN)),
    marks: [...marks, ...said],
  }
}

function placeSlots({ frames }: FrameView): Placed[] {
  const open = frames.flatMap(({ slots }) => slots.filter((slot) => !isWord(slot)))
  const byteCount = open.reduce((sum, slot) => sum + slot.byteCount, 0)
  const byteHeight = Math.min(
    TALLEST_BYTE,
    Math.max(SHORTEST_BYTE, (TALLEST_BYTE * BYTES_AT_TALLEST) / Math.max(1, byteCount)),
  )
  let top = 0
  return frames.flatMap((frame, index) => {
    top += (index === 0 ? 2 : BETWEEN_FRAMES) + (frame.function === undefined ? 0 : TITLE)
    return frame.slots.map((slot): Placed => {
      const namesakes = frame.slots.filter(({ name }) => name !== undefined && name === slot.name)
      const key = slot.name === undefined ? slot.address : `${index} ${slot.name} ${namesakes.indexOf(slot)}`
      const natural = slot.byteCount * byteHeight
      const height = round(isWord(slot) ? Math.min(WORD_HEIGHT, Math.max(LABEL, natural)) : natural)
      const placed = {
        slot,
        frame,
        key,
        top,
        height,
        isOpen: !isWord(slot) && byteHeight >= LOWEST_WITH_DIGITS,
      }
      top = round(top + height)
      return placed
    })
  })
}

function titleOf(frame: StackFrame, placed: readonly Placed[], { left, right }: Columns): Label[] {
  const first = placed.find((one) => one.frame === frame)
  if (frame.function === undefined || first === undefined) return []
  const room = right - left + BESIDE_TITLE
  const text = fitted(`frame of ${frame.function}`, 'note', room)
  return [
    {
      kind: 'label',
      key: `title ${first.slot.address}`,
      x: (left + right) / 2,
      y: first.top - 7,
      anchor: 'middle',
      text,
      look: 'note',
      isCompilers: true,
    },
  ]
}

/** What a slot's box looks like. */
function lookOf({ what, focus }: FrameSlot): string {
  return focus ? 'slot variable focus' : `slot ${what}`
}

function slotMarks({ slot, key: own, top, height, isOpen }: Placed, { left, right }: Columns): Mark[] {
  const width = right - left
  const key = `slot ${own}`
  const box: Box = {
    kind: 'box',
    key,
    x: left,
    y: top,
    width,
    height,
    look: lookOf(slot),
    things: slot.things,
    labels: digitsOf(slot, width, height, isOpen),
    ...(slot.value === undefined ? {} : { facts: [slot.value.fact] }),
  }
  const byteHeight = height / slot.byteCount
  const rules = ruling(slot, byteHeight, isOpen).map(([look, heights]) =>
    strokes(
      `${key} ${look}`,
      look,
      heights.map((y) => ({ from: { x: left, y: top + y }, to: { x: right, y: top + y } })),
    ),
  )
  const unused = slot.what === 'unused' ? [{ from: 0, size: slot.byteCount }] : []
  const gaps = (slot.gaps ?? []).map(({ offset, size }) => ({ from: offset, size }))
  const hatched = [...unused, ...gaps]
    .filter(({ from, size }) => from + size <= slot.byteCount)
    .map(({ from, size }, index) =>
      hatching(
        `${key} hatching ${index}`,
        left,
        top + height - (from + size) * byteHeight,
        width,
        size * byteHeight,
      ),
    )
  return [box, ...hatched, ...rules]
}

/** Between bytes that have rows of their own, and between the elements of an array: heights from the box’s top. */
function ruling(slot: FrameSlot, byteHeight: number, isOpen: boolean): [look: string, heights: number[]][] {
  const { byteCount, elementByteCount: size } = slot
  const inside = Array.from({ length: byteCount - 1 }, (_, index) => index + 1)
  const isEdge = (row: number) => size !== undefined && (byteCount - row) % size === 0
  const edges = size !== undefined && size * byteHeight >= 4 ? inside.filter(isEdge) : []
  const rows = isOpen ? inside.filter((row) => !edges.includes(row)) : []
  const found: [string, number[]][] = [
    ['rule', rows.map((row) => row * byteHeight)],
    ['rule edge', edges.map((row) => row * byteHeight)],
  ]
  return found.filter(([, heights]) => heights.length > 0)
}

/** The bytes, each in its row; of a word, side by side. */
function digitsOf(slot: FrameSlot, width: number, height: number, isOpen: boolean): Label[] {
  const x = width / 2
  const label = (key: string, text: string, middle: number, facts: readonly string[]): Label => ({
    kind: 'label',
    key,
    x,
    y: baseline(middle, 'digits'),
    text,
    look: 'digits',
    anchor: 'middle',
    facts,
  })
  if (isOpen) {
    const byteHeight = height / slot.byteCount
    return slot.bytes.map(({ value, fact }, index) =>
      label(`byte ${index}`, value.replace('0x', ''), height - (index + 0.5) * byteHeight, [fact]),
    )
  }
  if (!isWord(slot)) return []
  const all = slot.bytes.map(({ value }) => value.replace('0x', '')).join(' ')
  const text = textWidth(all, 'digits') <= width - 4 ? all : `${slot.byteCount} bytes`
  return [
    label(
      'bytes',
      text,
      height / 2,
      slot.bytes.map(({ fact }) => fact),
    ),
  ]
}

/** From RBP downwards: a stroke at every byte, the distance at each that a variable begins with. */
function tapeOf(frame: StackFrame, placed: readonly Placed[], { tape }: Columns): Mark[] {
  const { rbp } = frame
  if (rbp === undefined) return []
  const below = placed.filter(
    (one) => one.frame === frame && !isWord(one.slot) && BigInt(one.slot.address) < BigInt(rbp),
  )
  const [first, last] = [below[0], below.at(-1)]
  if (first === undefined || last === undefined) return []
  const heights = [first.top, ...below.flatMap(ticksOf)]
  const whole = { from: { x: tape, y: first.top }, to: { x: tape, y: last.top + last.height } }
  const ticks = heights.map((y) => ({ from: { x: tape - 5, y }, to: { x: tape, y } }))
  return [
    strokes(`tape ${rbp}`, 'tape', [whole, ...ticks]),
    ...distances(below, BigInt(rbp)).map(({ slot, distance, middle, isStart }): Label => ({
      kind: 'label',
      key: `distance ${rbp} ${distance}`,
      x: tape - DISTANCE,
      y: baseline(middle, 'digits'),
      anchor: 'end',
      text: distanceText(distance),
      look: isStart ? 'digits' : 'faint',
      isCompilers: true,
      ...(isStart ? { things: slot.things } : {}),
    })),
  ]
}

function ticksOf({ slot, top, height, isOpen }: Placed): number[] {
  if (!isOpen) return [top + height]
  return Array.from({ length: slot.byteCount }, (_, row) => top + ((row + 1) * height) / slot.byteCount)
}

interface Distance {
  readonly slot: FrameSlot
  readonly distance: number
  readonly middle: number
  /** A variable begins here. */
  readonly isStart: boolean
}

/** Those of the bytes that have room for a number, from the top; first come those that variables begin with. */
function distances(below: readonly Placed[], rbp: bigint): Distance[] {
  const all = below.flatMap(({ slot, top, height, isOpen }) => {
    if (!isOpen && slot.what !== 'variable') return []
    const byteHeight = height / slot.byteCount
    const start = Number(BigInt(slot.address) - rbp)
    return Array.from({ length: isOpen ? slot.byteCount : 1 }, (_, byte): Distance => {
      const middle = top + height - byte * byteHeight - Math.min(byteHeight, TALLEST_BYTE) / 2
      return { slot, distance: start + byte, middle, isStart: byte === 0 && slot.what === 'variable' }
    }).reverse()
  })
  const starts = apart(all.filter(({ isStart }) => isStart))
  const others = all.filter(({ isStart }) => !isStart)
  return [
    ...starts,
    ...others.filter(({ middle }) => starts.every((one) => Math.abs(one.middle - middle) >= NUMBER)),
  ]
}

/** Each at least a number’s height below the one before. */
function apart(all: readonly Distance[]): Distance[] {
  const kept: Distance[] = []
  for (const one of all) if (one.middle - (kept.at(-1)?.middle ?? -Infinity) >= NUMBER) kept.push(one)
  return kept
}

/** RSP and RBP, at the lower edges of the bytes that they point to. */
function pointersOf(
  { rsp, rbp }: FrameView,
  placed: readonly Placed[],
  { pointers, left }: Columns,
  format: Format,
): Mark[] {
  const found = [
    { name: 'RBP', value: rbp.value },
    { name: 'RSP', value: rsp.value },
  ].flatMap(({ name, value }) => {
    const y = edgeOf(placed, value)
    return y === undefined ? [] : [{ name, value, y }]
  })
  const merged = found.length === 2 && found[0]!.y === found[1]!.y
  const shown = merged ? [{ ...found[0]!, name: 'RBP, RSP' }] : found
  const middles = spread(
    shown.map(({ y }) => ({ middle: y, height: LABEL })),
    0,
    Infinity,
  )
  return shown.flatMap(({ name, value, y }, index) => {
    const middle = middles[index]!
    const names = name.split(', ')
    const things = names.map((one) => `register:${one.toLowerCase()}`).join(' ')
    const address = groupedHex(BigInt(value))
    const nameX = format === 'wide' ? pointers - textWidth(address, 'digits') - 8 : pointers
    const label = (key: string, x: number, text: string, look: LabelLook): Label => ({
      kind: 'label',
      key,
      x,
      y: baseline(middle, look),
      anchor: 'end',
      text,
      look,
      things,
      facts: names.map((one) => `registers.${one.toLowerCase()}`),
    })
    const narrowNames = names.map((one, at): Label => ({
      ...label(`pointer ${one}`, nameX, one, 'name'),
      y: baseline(middle + (at - (names.length - 1) / 2) * 15, 'name'),
    }))
    return [
      ...(format === 'wide'
        ? [
            label(`pointer ${names[0]}`, nameX, name, 'name'),
            label(`address ${names[0]}`, pointers, address, 'digits'),
          ]
        : narrowNames),
      arrow(`arrow ${names[0]}`, 'pointer', [
        { x: pointers + 5, y: middle },
        ...(middle === y
          ? []
          : [
              { x: pointers + 12, y: middle },
              { x: pointers + 12, y },
            ]),
        { x: left - 1, y },
      ]),
    ]
  })
}

/** The height of the lower edge of the byte at an address. */
function edgeOf(placed: readonly Placed[], address: string): number | undefined {
  const at = placed.find(({ slot }) => {
    const distance = BigInt(address) - BigInt(slot.address)
    return distance >= 0n && distance < BigInt(slot.byteCount)
  })
  if (at === undefined) return undefined
  const byte = Number(BigInt(address) - BigInt(at.slot.address))
  return round(at.top + at.height - (byte * at.height) / at.slot.byteCount)
}

const WHY: Readonly<Record<NonNullable<FrameSlot['why']>, string>> = {
  alignment: 'unused, for alignment',
  temporaries: 'for intermediate results',
  rounding: 'unused, rounded up',
}

interface Saying {
  readonly key: string
  /** Where it wants to be. */
  readonly middle: number
  readonly height: number
  readonly draw: (middle: number) => Mark[]
}

/** What the boxes are, beside them; where they are low, the words make room for each other. */
function sayings(
  view: FrameView,
  placed: readonly Placed[],
  columns: Columns,
  format: Format,
  bottom: number,
): { marks: Mark[]; bottom: number } {
  const all = [
    ...placed.flatMap((one) => slotSayings(view, one, columns, format)),
    ...view.pageStarts.flatMap((start) => boundary(start, placed, columns)),
  ].sort((one, other) => one.middle - other.middle)
  const middles = spread(all, 0, bottom)
  const last = all.at(-1)
  return {
    marks: [
      ...all.flatMap(({ draw: drawn }, index) => drawn(middles[index]!)),
      ...placed.flatMap((one, index) => inwardArrow(one, index, placed, columns)),
    ],
    bottom: last === undefined ? 0 : middles.at(-1)! + last.height / 2,
  }
}

function slotSayings(view: FrameView, placed: Placed, columns: Columns, format: Format): Saying[] {
  const { slot, top, height } = placed
  const { labels, right, width } = columns
  const middle = top + height / 2
  const lines = linesOf(slot, width - labels, format)
  if (lines.length === 0) return []
  const wanted: Saying = {
    key: slot.address,
    middle,
    height: LABEL * lines.length,
    draw: (at) => [
      ...leader(slot, placed, at, columns),
      ...lines.map(({ text, look, isCompilers, facts }, index): Label => ({
        kind: 'label',
        key: `said ${placed.key} ${index}`,
        x: labels,
        y: baseline(at + (index - (lines.length - 1) / 2) * LABEL, look),
        text,
        look,
        ...(slot.what === 'variable' ? { things: slot.things } : {}),
        ...(isCompilers ? { isCompilers } : {}),
        ...(facts === undefined ? {} : { facts }),
      })),
    ],
  }
  const target = view.targets.find(({ from }) => from === slot.address)
  if (target === undefined) return [wanted]
  const room = width - labels - 4
  const text = fitted(target.text, 'code', room - 60)
  const boxWidth = textWidth(text, 'code') + 16
  const pointed: Saying = {
    key: `target ${target.from}`,
    middle: middle + 1,
    height: LABEL + 9,
    draw: (at) => [
      arrow(`points ${placed.key}`, 'pointing', [
        { x: right, y: middle },
        { x: right + 12, y: middle },
        { x: right + 12, y: at },
        { x: labels + 3, y: at },
      ]),
      {
        kind: 'box',
        key: `target ${target.from}`,
        x: labels + 4,
        y: round(at - 12),
        width: round(boxWidth),
        height: 24,
        look: 'target',
        things: target.things,
        labels: [{ kind: 'label', key: 'text', x: 8, y: baseline(12, 'code'), text, look: 'code' }],
      },
      {
        kind: 'label',
        key: `region ${target.from}`,
        x: round(labels + boxWidth + 10),
        y: baseline(at, 'note'),
        text: whereText(target, room - boxWidth - 8),
        look: 'note',
      },
    ],
  }
  return [wanted, pointed]
}

/** The region that something lies in, and its address where there is room for it. */
function whereText({ region, address }: FrameView['targets'][number], room: number): string {
  const whole = `${region}, ${groupedHex(BigInt(address))}`
  return textWidth(whole, 'note') <= room ? whole : fitted(region, 'note', room)
}

interface Words {
  readonly text: string
  readonly look: LabelLook
  readonly isCompilers?: true
  readonly facts?: readonly string[]
}

function linesOf(slot: FrameSlot, room: number, format: Format): Words[] {
  const { what, name, type, value, leadsTo } = slot
  const note = (text: string): Words[] => [{ text: fitted(text, 'note', room), look: 'note' }]
  switch (what) {
    case 'variable': {
      const shown = value === undefined || slot.pointsTo !== undefined ? '' : ` = ${showValue(value.value)}`
      const typed = `${name}: ${type}`
      const facts = value === undefined ? {} : { facts: [value.fact] }
      const whole = `${typed}${shown}`
      const more = slot.omitted === undefined ? [] : note(`its first ${slot.byteCount} bytes`)
      if (shown === '' || textWidth(whole, 'code') <= room)
        return [{ text: fitted(whole, 'code', room), look: 'code', isCompilers: true, ...facts }, ...more]
      return [
        { text: fitted(typed, 'code', room), look: 'code', isCompilers: true },
        { text: fitted(shown.trim(), 'code', room), look: 'code', isCompilers: true, ...facts },
        ...more,
      ]
    }
    case 'return-address':
      return note(
        leadsTo === undefined || format === 'narrow' ? 'return address' : `return address, into ${leadsTo}`,
      )
    case 'saved-rbp':
      return note(format === 'narrow' ? 'caller’s RBP' : 'the caller’s RBP, saved')
    case 'unused':
      return note(format === 'narrow' ? 'unused' : WHY[slot.why ?? 'rounding'])
    case 'below':
      return note('below RSP: free')
    case 'caller':
      return note('the caller’s')
    case 'other':
      return []
  }
}

/** A thin line to words that had to move away from their box. */
function leader(
  slot: FrameSlot,
  { key: own, top, height }: Placed,
  at: number,
  { right, labels }: Columns,
): Mark[] {
  const near = Math.min(Math.max(at, top + 2), top + height - 2)
  const from = Math.abs(near - at) < 1 ? at : top + height / 2
  const key = `leader ${own}`
  const look = slot.what === 'variable' ? 'leader variable' : 'leader'
  return [
    line(key, look, [
      { x: right + 3, y: from },
      ...(from === at
        ? []
        : [
            { x: right + 9, y: from },
            { x: labels - 12, y: at },
          ]),
      { x: labels - 5, y: at },
    ]),
  ]
}

function boundary(
  start: string,
  placed: readonly Placed[],
  { left, right, labels, width }: Columns,
): Saying[] {
  const y = edgeOf(placed, start)
  if (y === undefined) return []
  return [
    {
      key: `page ${start}`,
      middle: y,
      height: LABEL,
      draw: (at) => [
        line(`page ${start}`, 'boundary', [
          { x: left - 4, y },
          { x: right + 6, y },
          { x: labels - 10, y: at },
          { x: labels - 5, y: at },
        ]),
        {
          kind: 'label',
          key: `page ${start} said`,
          x: labels,
          y: baseline(at, 'note'),
          text: fitted('page boundary', 'note', width - labels),
          look: 'note',
        },
      ],
    },
  ]
}

/** From a reference to what it points at on this very stack. */
function inwardArrow(
  { slot, key, top, height }: Placed,
  index: number,
  placed: readonly Placed[],
  { right }: Columns,
): Mark[] {
  const to = slot.pointsTo === undefined ? undefined : edgeOf(placed, slot.pointsTo)
  if (to === undefined) return []
  const lane = right + 10 + (index % 3) * 5
  const from = top + height / 2
  return [
    arrow(`points ${key}`, 'pointing', [
      { x: right, y: from },
      { x: lane, y: from },
      { x: lane, y: to - 5 },
      { x: right + 1, y: to - 5 },
    ]),
  ]
}
