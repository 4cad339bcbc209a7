/** Every access of a run: pages from the highest down, time to the right, a shape for each thing that can happen. */
import type { TraceKind } from '#engine/machine/access-trace.ts'
import { REPLACEMENT_RULES } from '#notebook/shared/replacement-rules.ts'
import { showValue } from '#notebook/shared/show-value.ts'
import type { OverTimeView } from '#notebook/shared/picture-view.ts'
import { fitted } from './lettering.ts'
import { NARROW, WIDE, type Drawing, type Format, type Picture } from './marks.ts'
import { Sheet } from './sheet.ts'
import {
  drawLegend,
  drawLevel,
  drawRowName,
  drawTime,
  drawTrace,
  ROW_HEIGHT,
  type Plot,
} from './trace-marks.ts'

/** A picture, and where in it time runs. */
export interface OverTimePicture extends Picture {
  /** Where time begins and ends, as shares of the width. */
  readonly plot: Readonly<Record<Format, { readonly from: number; readonly to: number }>>
}

export function accessesOverTimePicture(view: OverTimeView): OverTimePicture {
  return {
    wide: draw(view, 'wide'),
    narrow: draw(view, 'narrow'),
    caption: captionOf(view),
    plot: { wide: plotOf('wide'), narrow: plotOf('narrow') },
  }
}

const number = (count: number) => showValue(String(count))
const counted = (count: number, what: string) => `${number(count)} ${what}${count === 1 ? '' : 's'}`

function totalOf({ rows }: OverTimeView, kind: TraceKind): number {
  return rows.reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0)
}

function captionOf(view: OverTimeView): string {
  const { rows, perRow, perColumn, stepCount, unit, unitOfRows, isCut, policy } = view
  const accesses = (['access', 'tlb-miss', 'cache-miss', 'refused'] as const).reduce(
    (sum, kind) => sum + totalOf(view, kind),
    0,
  )
  const what =
    perRow === 1 ? counted(rows.length, unitOfRows) : `${rows.length} rows of ${perRow} ${unitOfRows}s each`
  const missed =
    unitOfRows === 'page' ? '' : ` ${number(totalOf(view, 'cache-miss'))} of them miss the first cache.`
  const time = unit === 'instructions' ? ` in ${counted(stepCount, 'instruction')}` : ''
  const told = `Time runs to the right, addresses upwards: ${number(accesses)} access${accesses === 1 ? '' : 'es'} to ${what}${time}${isCut ? ', which are not all of the run' : ''}.`
  const together =
    perColumn === 1
      ? ''
      : ` ${number(perColumn)} ${unit} are told together: a mark says that it happened at least once among them.`
  const readBack = totalOf(view, 'read-back')
  const rule = policy === undefined ? '' : ` When no frame is free, ${REPLACEMENT_RULES[policy].says}:`
  const back =
    policy === undefined
      ? ''
      : ` ${readBack === 0 ? 'nothing had to be' : `${counted(readBack, 'page')} had to be`} read back.`
  return `${told}${missed}${rule}${back}${together}`
}

const TOP = 8
const AXIS = 26
const PLOTS: Readonly<Record<Format, Plot>> = {
  wide: { left: 116, right: 596, top: TOP },
  narrow: { left: 56, right: NARROW - 6, top: TOP },
}

function plotOf(format: Format): { from: number; to: number } {
  const width = format === 'wide' ? WIDE : NARROW
  const { left, right } = PLOTS[format]
  return { from: left / width, to: right / width }
}

function draw(view: OverTimeView, format: Format): Drawing {
  const sheet = new Sheet(format === 'wide' ? WIDE : NARROW)
  const isWide = format === 'wide'
  const plot = PLOTS[format]
  const { left, right } = plot
  const bottom = TOP + view.rows.length * ROW_HEIGHT
  drawRows(view, sheet, format)
  drawTrace(sheet, 'marks', view, plot)
  const time = { stepCount: view.stepCount, unit: isWide ? view.unit : '', wanted: isWide ? 5 : 3 }
  drawTime(sheet, '', time, plot, bottom)
  if (view.step !== undefined && view.step < view.stepCount) {
    const x = left + (Math.min(view.step, view.stepCount) / Math.max(1, view.stepCount)) * (right - left)
    sheet.line('now', 'now', [
      { x, y: TOP - 6 },
      { x, y: bottom + 4 },
    ])
  }
  const kinds = view.marks.map(({ kind }) => kind)
  return sheet.drawing(drawLegend(sheet, kinds, isWide ? left : 0, bottom + AXIS) + 4)
}

/** A line for each page, its number and, where another one begins, its region’s name. */
function drawRows({ rows }: OverTimeView, sheet: Sheet, format: Format): void {
  const plot = PLOTS[format]
  let region: string | undefined
  rows.forEach((row, at) => {
    const middle = TOP + (at + 0.5) * ROW_HEIGHT
    drawRowName(sheet, `row ${at} ${row.name}`, row, plot, at)
    drawLevel(sheet, `level ${at}`, plot, at)
    const x = plot.right + 8
    if (row.region !== region && format === 'wide')
      sheet.text(`region ${at}`, fitted(row.region, 'note', WIDE - x), 'note', x, middle)
    region = row.region
  })
}
