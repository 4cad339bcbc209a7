/** The picture that a link to a page is shown with elsewhere: what the page is called, and what is seen on it. */
import { escapeHtml } from '#notebook/shared/escape-html.ts'
import { textSize, textWidth, type LabelLook } from '#pictures/lettering.ts'
import type { Drawing } from '#pictures/marks.ts'
import { CARD_HEIGHT, CARD_WIDTH } from './card-size.ts'
import { PARTIES } from '#widgets/view/parties.ts'
import { drawingSvg } from './drawing-svg.ts'
import { fontOf } from './font.ts'
import { lightColour } from './palette.ts'

const MARGIN = 64
/** Words on the left, the picture on the right of it. */
const COLUMN = { width: 470, right: 590 }
/** How high the bands along the foot are. */
const BAND = 12

export interface Card {
  readonly title: string
  readonly description: string
  readonly picture?: Drawing | undefined
}

export function cardSvg({ title, description, picture }: Card): string {
  const width = picture ? COLUMN.width : CARD_WIDTH - 2 * MARGIN
  const heading = paragraph(title, {
    size: picture ? 50 : 76,
    width,
    top: picture ? 150 : 250,
    look: 'name',
    ink: 'ink',
  })
  const text = paragraph(description, {
    size: picture ? 27 : 36,
    width,
    top: heading.bottom + (picture ? 34 : 50),
    look: 'word',
    ink: 'ink-soft',
  })
  const size = `width="${CARD_WIDTH}" height="${CARD_HEIGHT}"`
  const paper = `<rect ${size} fill="${lightColour('paper')}"/>`
  const name = `<text x="${MARGIN}" y="84" ${fontOf('note')} font-size="34" fill="${lightColour('ink-soft')}">Pagewalk</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${paper}${bands()}${name}${heading.svg}${text.svg}${picture ? placed(picture) : ''}</svg>`
}

/** The parties' colours along the foot: the course's mark. */
function bands(): string {
  const parties = Object.keys(PARTIES)
  const width = CARD_WIDTH / parties.length
  return parties
    .map(
      (party, index) =>
        `<rect x="${index * width}" y="${CARD_HEIGHT - BAND}" width="${width}" height="${BAND}" fill="${lightColour(party)}"/>`,
    )
    .join('')
}

/** The drawing, as large as the right half has room for. */
function placed(drawing: Drawing): string {
  const room = { width: CARD_WIDTH - MARGIN - COLUMN.right, height: 510 }
  const scale = Math.min(room.width / drawing.width, room.height / drawing.height)
  const x = COLUMN.right + (room.width - drawing.width * scale) / 2
  const y = 60 + (room.height - drawing.height * scale) / 2
  return `<g transform="translate(${x} ${y}) scale(${scale})">${drawingSvg(drawing)}</g>`
}

interface Setting {
  readonly size: number
  readonly width: number
  /** Baseline of the first line. */
  readonly top: number
  readonly look: LabelLook
  readonly ink: string
}

function paragraph(text: string, { size, width, top, look, ink }: Setting) {
  const lines = wrapped(text, (line) => setWidth(line, size, look) <= width)
  const step = size * 1.22
  const attributes = `${fontOf(look)} font-size="${size}" fill="${lightColour(ink)}"`
  const svg = lines.map(
    (line, index) => `<text x="${MARGIN}" y="${top + index * step}" ${attributes}>${escapeHtml(line)}</text>`,
  )
  return { svg: svg.join(''), bottom: top + (lines.length - 1) * step + size * 0.4 }
}

function setWidth(line: string, size: number, look: LabelLook): number {
  return (textWidth(line, look) * size) / textSize(look)
}

/** Filled line by line; a word that is wider than a line stands alone on one. */
function wrapped(text: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
