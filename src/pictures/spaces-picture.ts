/** Processes beside one RAM: the rows of their page tables are the arrows. High addresses are on top everywhere. */
import { groupedHex, groupedPage } from '#engine/units.ts'
import type { SpacePage, SpacePart, SpacesView } from '#notebook/shared/picture-view.ts'
import { fitted, textWidth } from './lettering.ts'
import { head, type Point } from './lines.ts'
import { NARROW, WIDE, type Drawing, type Format, type Picture } from './marks.ts'
import { Sheet } from './sheet.ts'
import { sizeText } from './size-text.ts'

type Process = SpacesView['processes'][number]
type Frame = SpacesView['frames'][number]

const ROW = 24
const FOLD = 20
const BETWEEN = 3
const TITLE = 26
const BETWEEN_PROCESSES = 24

interface Column {
  readonly x: number
  readonly width: number
}

interface Plan {
  readonly processes: readonly [Column, Column]
  readonly ram: Column
}

const PLANS: Readonly<Record<Format, Plan>> = {
  wide: {
    processes: [
      { x: 0.5, width: 176 },
      { x: WIDE - 176.5, width: 176 },
    ],
    ram: { x: 236, width: 208 },
  },
  narrow: {
    processes: [
      { x: 0.5, width: 112 },
      { x: 0.5, width: 112 },
    ],
    ram: { x: 160, width: 139.5 },
  },
}

export function spacesPicture(view: SpacesView): Picture {
  return { wide: draw(view, 'wide'), narrow: draw(view, 'narrow'), caption: captionOf(view) }
}

function captionOf({ processes, frames, isPaged }: SpacesView): string {
  const names = processes.map(({ name }) => name)
  const who =
    names.length === 1 ? 'The process' : `Processes ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  const shared = frames.filter(({ isShared }) => isShared).length
  const folded = processes.some(({ parts }) => parts.some((part) => part.kind === 'gap'))
    ? ' Gaps are folded.'
    : ''
  if (!isPaged) {
    const meet =
      shared > 0
        ? ` ${shared === 1 ? 'One frame is' : `${shared} frames are`} used by both: there their arrows meet.`
        : ''
    return `${who} beside RAM, without page tables: every address is a place in RAM, and every arrow leads to its own number.${meet}${folded}`
  }
  const pages = pagesOf(processes)
  const absent = pages.some(({ frame, place }) => frame === undefined && place === undefined)
  const away = pages.some(({ place }) => place !== undefined)
    ? ' A dashed arrow leads to where a page lies in the swap area.'
    : ''
  return `${who} beside RAM: each row of a page table is an arrow from a page to a frame.${away}${shared > 0 ? ' Where arrows meet, a frame is shared.' : ''}${absent ? ' A page without an arrow is promised, and not there.' : ''}${folded}`
}

function pagesOf(processes: SpacesView['processes']): SpacePage[] {
  return processes.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'region' ? part.pages : [])))
}

function draw(view: SpacesView, format: Format): Drawing {
  const plan = PLANS[format]
  const isAlone = view.processes.length === 1
  const sheet = new Sheet(format === 'narrow' ? NARROW : isAlone ? plan.ram.x + plan.ram.width + 1 : WIDE)
  const ram = drawRam(view, sheet, plan.ram)
  const swap = drawSwap(view, sheet, plan.ram, ram.bottom + BETWEEN)
  const tops: [number, number] = [0, 0]
  view.processes.forEach((process, index) => {
    const side = format === 'wide' && index > 0 ? 1 : 0
    tops[side] =
      drawProcess(
        { sheet, plan, side, ram, swap, isPaged: view.isPaged, pageBits: view.pageBits },
        process,
        tops[side],
      ) + BETWEEN_PROCESSES
  })
  return sheet.drawing(Math.max(swap.bottom, tops[0] - BETWEEN_PROCESSES, tops[1] - BETWEEN_PROCESSES) + 4)
}

interface Swap {
  /** The middle of each place that is drawn. */
  readonly middles: ReadonlyMap<number, number>
  readonly bottom: number
}

/** The swap area below RAM: places that a drawn page lies in one by one, the others counted. */
function drawSwap({ processes, swap }: SpacesView, sheet: Sheet, { x, width }: Column, top: number): Swap {
  const middles = new Map<number, number>()
  if (swap === undefined) return { middles, bottom: top - BETWEEN }
  const pages = pagesOf(processes)
  const drawn = swap.used.filter((place) => pages.some((page) => page.place === place))
  const free = swap.placeCount - swap.used.length
  const others = swap.used.length - drawn.length
  sheet.text('swap', 'swap area', 'name', x + width / 2, top + 12, { anchor: 'middle' })
  let y = top + TITLE
  for (const place of drawn) {
    const label = { key: 'place', text: `place ${place}`, look: 'note', x: 8, middle: ROW / 2 } as const
    sheet.box(`place ${place}`, { x, y, width, height: ROW, look: 'place', labels: [label] })
    middles.set(place, y + ROW / 2)
    y += ROW + BETWEEN
  }
  const rest = [
    free === 0 ? 'no place free' : `${free} ${free === 1 ? 'place' : 'places'} free`,
    ...(others > 0 ? [`${others} more in use`] : []),
  ].join(', ')
  sheet.text('free places', fitted(rest, 'note', width), 'note', x + width / 2, y + FOLD / 2, {
    anchor: 'middle',
  })
  return { middles, bottom: y + FOLD }
}

interface Ram {
  /** The middle of each frame’s row, by its first address. */
  readonly middles: ReadonlyMap<string, number>
  readonly bottom: number
}

function drawRam({ frames }: SpacesView, sheet: Sheet, { x, width }: Column): Ram {
  sheet.text('ram', 'RAM', 'name', x + width / 2, 10, { anchor: 'middle' })
  const middles = new Map<string, number>()
  let y = TITLE
  for (const frame of frames) {
    const height = frame.kind === 'used' ? ROW : FOLD
    drawFrame(sheet, frame, { x, y, width, height })
    middles.set(frame.start, y + height / 2)
    y += height + BETWEEN
  }
  return { middles, bottom: y }
}

function drawFrame(
  sheet: Sheet,
  frame: Frame,
  place: { x: number; y: number; width: number; height: number },
): void {
  const { start, count, about, kind, isShared, things } = frame
  const { width, height } = place
  const isRun = count > 1
  const address = groupedHex(BigInt(start))
  const said = isRun ? [`${count} frames, ${about}`, `${count} ${about}`, about] : [about]
  const room = width - 24 - textWidth(address, 'digits')
  sheet.box(`frame ${start}`, {
    ...place,
    look: `frame ${isShared ? 'shared' : kind}`,
    things,
    labels: [
      { key: 'address', text: address, look: 'digits', x: 8, middle: height / 2 },
      {
        key: 'about',
        text: firstFitting(said, room),
        look: 'note',
        x: width - 8,
        middle: height / 2,
        anchor: 'end',
      },
    ],
  })
}

interface Beside {
  readonly sheet: Sheet
  readonly plan: Plan
  /** Left of RAM, or right of it. */
  readonly side: 0 | 1
  readonly ram: Ram
  readonly swap: Swap
  readonly isPaged: boolean
  readonly pageBits: number
}

function drawProcess(beside: Beside, { name, isCurrent, parts }: Process, top: number): number {
  const { sheet, plan, side } = beside
  const { x, width } = plan.processes[side]
  const title = `${name}${isCurrent ? ', running' : ''}`
  sheet.text(`process ${name}`, fitted(title, 'name', width), 'name', x + width / 2, top + 10, {
    anchor: 'middle',
  })
  let y = top + TITLE
  parts.forEach((part, index) => {
    y = drawPart(beside, name, part, index, y)
  })
  return y
}

function drawPart(beside: Beside, process: string, part: SpacePart, index: number, top: number): number {
  const { sheet, plan, side } = beside
  const { x, width } = plan.processes[side]
  const key = `${process} ${part.kind === 'region' ? part.name : 'gap'} ${index}`
  if (part.kind === 'gap') {
    const size = sizeText(BigInt(part.byteCount))
    sheet.text(
      key,
      firstFitting([`… ${size} unused …`, `… ${size} …`], width),
      'note',
      x + width / 2,
      top + FOLD / 2,
      { anchor: 'middle' },
    )
    return top + FOLD + BETWEEN
  }
  sheet.text(`${key} name`, fitted(part.name, 'note', width - 8), 'note', x + 4, top + 9)
  let y = top + 20
  for (const page of part.pages) {
    const text = beside.isPaged
      ? pageText(BigInt(page.start), beside.pageBits)
      : groupedHex(BigInt(page.start))
    sheet.box(`${process} page ${page.start}`, {
      x,
      y,
      width,
      height: ROW,
      look: page.frame === undefined ? 'page absent' : 'page',
      things: page.things,
      labels: [
        {
          key: 'page',
          text: fitted(text, 'digits', width - 8),
          look: 'digits',
          x: width / 2,
          middle: ROW / 2,
          anchor: 'middle',
        },
      ],
    })
    drawArrow(beside, process, page, y + ROW / 2)
    y += ROW
  }
  if (part.more > 0) {
    sheet.text(
      `${key} more`,
      firstFitting([`and ${moreText(part.more, beside.pageBits)} more`, 'and more'], width),
      'note',
      x + width / 2,
      y + FOLD / 2,
      { anchor: 'middle' },
    )
    y += FOLD
  }
  return y + BETWEEN
}

/** A page's number; where an offset is whole digits, in the groups of the addresses that it stands for. */
function pageText(start: bigint, pageBits: number): string {
  const page = start >> BigInt(pageBits)
  return groupedPage(page, pageBits)
}

/** The first of these that has room; of the last, as much as has. */
function firstFitting(texts: readonly string[], room: number): string {
  return texts.find((text) => textWidth(text, 'note') <= room) ?? fitted(texts.at(-1)!, 'note', room)
}

function drawArrow(
  { sheet, plan, side, ram, swap, isPaged }: Beside,
  process: string,
  { start: page, frame, place }: SpacePage,
  from: number,
): void {
  const isSwapped = frame === undefined
  const to = isSwapped ? swap.middles.get(place ?? -1) : ram.middles.get(frame)
  if (to === undefined) return
  const column = plan.processes[side]
  const start: Point = { x: side === 0 ? column.x + column.width : column.x, y: from }
  const end: Point = { x: side === 0 ? plan.ram.x - 1 : plan.ram.x + plan.ram.width + 1, y: to }
  const stop = end.x + (side === 0 ? -6 : 6)
  const bend = (start.x + stop) / 2
  sheet.add({
    kind: 'line',
    key: `${process} maps ${page}`,
    look: isSwapped ? 'maps swapped' : isPaged ? 'maps' : 'maps direct',
    path: `M${start.x} ${start.y}C${bend} ${start.y} ${bend} ${end.y} ${stop} ${end.y}`,
    head: head(end, { x: stop, y: end.y }),
  })
}

const MOST_COUNTED = 9999

function moreText(pages: number, pageBits: number): string {
  return pages > MOST_COUNTED
    ? sizeText(BigInt(pages) << BigInt(pageBits))
    : `${pages} page${pages === 1 ? '' : 's'}`
}
