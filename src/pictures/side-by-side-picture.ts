/** The same accesses under several rules, beside one another: rows of pages and time are those of all. */
import { REPLACEMENT_RULES } from '#notebook/shared/replacement-rules.ts'
import { showValue } from '#notebook/shared/show-value.ts'
import { TRACE_KINDS, type SideBySideView } from '#notebook/shared/picture-view.ts'
import { textWidth } from './lettering.ts'
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

export function sideBySidePicture(view: SideBySideView): Picture {
  return { wide: draw(view, 'wide'), narrow: draw(view, 'narrow'), caption: captionOf(view) }
}

function captionOf({ panels, unit, stepCount, isCut }: SideBySideView): string {
  const counts = panels.map(
    ({ rule, readBack }) => `${showValue(String(readBack))} with ${REPLACEMENT_RULES[rule].name}`,
  )
  const some = isCut ? ' The run has more, which is not told.' : ''
  return `The same ${showValue(String(stepCount))} ${unit} under ${panels.length} rules for which page leaves, on one scale. Pages read back: ${counts.join(', ')}.${some}`
}

const HEAD = 22
const AXIS = 26
const GAP = 22
/** Beside the last column a mark needs half its width. */
const EDGE = 8

/** On a page they stand beside one another, on a phone one below the other. */
function draw(view: SideBySideView, format: Format): Drawing {
  const sheet = new Sheet(format === 'wide' ? WIDE : NARROW)
  const height = view.rows.length * ROW_HEIGHT
  const names = Math.max(...view.rows.map(({ name }) => textWidth(name, 'digits')))
  const left = Math.min(116, Math.ceil(names) + 14)
  const isWide = format === 'wide'
  const across = isWide ? view.panels.length : 1
  const width = (sheet.width - left - EDGE - GAP * (across - 1)) / across
  view.panels.forEach((panel, at) => {
    const from = isWide ? left + at * (width + GAP) : left
    const top = HEAD + (isWide ? 0 : at * (HEAD + height + AXIS))
    drawPanel(view, panel, sheet, { left: from, right: from + width, top })
    if (isWide && at > 0) return
    view.rows.forEach((row, index) =>
      drawRowName(sheet, `row ${at} ${index}`, row, { left, right: left, top }, index),
    )
  })
  const bottom = isWide ? HEAD + height + AXIS : view.panels.length * (HEAD + height + AXIS)
  const kinds = TRACE_KINDS.filter((kind) =>
    view.panels.some(({ marks }) => marks.some((mark) => mark.kind === kind)),
  )
  return sheet.drawing(drawLegend(sheet, kinds, isWide ? left : 0, bottom) + 4)
}

function drawPanel(
  { rows, stepCount }: SideBySideView,
  panel: SideBySideView['panels'][number],
  sheet: Sheet,
  plot: Plot,
): void {
  const { left, right, top } = plot
  const { rule, readBack, columnCount, perColumn } = panel
  const name = REPLACEMENT_RULES[rule].name
  const middle = top - HEAD / 2 - 2
  sheet.text(`rule ${rule}`, name, 'name', left, middle)
  const count = `${showValue(String(readBack))} read back`
  sheet.text(`count ${rule}`, count, 'note', left + textWidth(name, 'name') + 8, middle)
  rows.forEach((_, at) => drawLevel(sheet, `level ${rule} ${at}`, plot, at))
  // Columns of so many steps may reach beyond the last one.
  const whole = (columnCount * perColumn) / Math.max(1, stepCount)
  drawTrace(sheet, `marks ${rule}`, panel, { ...plot, right: left + (right - left) * whole })
  drawTime(sheet, `${rule} `, { stepCount, unit: '', wanted: 3 }, plot, top + rows.length * ROW_HEIGHT)
}
