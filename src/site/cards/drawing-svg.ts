/** A picture of the machine as an SVG that stands alone: what the site's style sheet says is written into it. */
import { textSize } from '#pictures/lettering.ts'
import type { Box, Drawing, Label, Line, Mark } from '#pictures/marks.ts'
import { escapeHtml } from '#notebook/shared/escape-html.ts'
import { PARTIES } from '#widgets/view/parties.ts'
import { fontOf } from './font.ts'
import { lightColour } from './palette.ts'

/** The marks of a drawing, as elements of an SVG. */
export function drawingSvg({ marks }: Drawing): string {
  return marks.map(markSvg).join('')
}

function markSvg(mark: Mark): string {
  if (mark.kind === 'label') return labelSvg(mark)
  return mark.kind === 'box' ? boxSvg(mark) : lineSvg(mark)
}

function labelSvg({ x, y, text, look, anchor }: Label): string {
  const ink = lightColour(look === 'faint' || look === 'note' ? 'ink-soft' : 'ink')
  const place = `x="${x}" y="${y}" text-anchor="${anchor ?? 'start'}"`
  return `<text ${place} fill="${ink}" font-size="${textSize(look)}" ${fontOf(look)} xml:space="preserve">${escapeHtml(text)}</text>`
}

function boxSvg({ x, y, width, height, look, labels }: Box): string {
  const party = look.split(' ').find((word) => word in PARTIES)
  const fill = lightColour(party ? `${party}-soft` : 'paper-raised')
  const paint = `fill="${fill}" stroke="${lightColour(party ?? 'ink-faint')}"`
  const rectangle = `<rect width="${width}" height="${height}" rx="2" ${paint}/>`
  return `<g transform="translate(${x} ${y})">${rectangle}${labels.map(labelSvg).join('')}</g>`
}

function lineSvg({ path, head }: Line): string {
  const ink = lightColour('ink-soft')
  const line = `<path d="${path}" fill="none" stroke="${ink}" stroke-width="1.25"/>`
  return head === undefined ? line : `${line}<path d="${head}" fill="${ink}"/>`
}
