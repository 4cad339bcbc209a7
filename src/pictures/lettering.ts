/** How text in pictures is set, and how wide it becomes. The sheet of pictures (picture.css) has a class for each look. */
import { ADVANCES } from './advances.generated.ts'

export type Face = 'text-regular' | 'text-italic' | 'text-bold' | 'code-regular'

/** Face and size in pixels of each look. */
const LETTERING = {
  /** What a machine computes with. */
  code: { face: 'code-regular', size: 13 },
  /** The same, where there is much of it. */
  digits: { face: 'code-regular', size: 12 },
  /** The same, where it matters less. */
  faint: { face: 'code-regular', size: 12 },
  /** What a thing is called. */
  name: { face: 'text-bold', size: 14 },
  /** What is said about it. */
  note: { face: 'text-italic', size: 14 },
  /** A word beside a mark. */
  word: { face: 'text-regular', size: 14 },
} as const satisfies Record<string, { readonly face: Face; readonly size: number }>

export type LabelLook = keyof typeof LETTERING

/** Of a character that a face lacks, and another one lends. */
const UNKNOWN = 600
/** Commit Mono's, of every character. */
const CODE = 600

/** In pixels. */
export function textWidth(text: string, look: LabelLook): number {
  const { face, size } = LETTERING[look]
  if (face === 'code-regular') return ([...text].length * CODE * size) / 1000
  const advances: Readonly<Record<string, number>> = ADVANCES[face]
  return ([...text].reduce((sum, one) => sum + (advances[one] ?? UNKNOWN), 0) * size) / 1000
}

export function textSize(look: LabelLook): number {
  return LETTERING[look].size
}

export function textFace(look: LabelLook): Face {
  return LETTERING[look].face
}

/** The text, or as much of its beginning as has room, with dots for the rest. */
export function fitted(text: string, look: LabelLook, room: number): string {
  if (textWidth(text, look) <= room) return text
  const characters = [...text]
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, look) > room) characters.pop()
  return `${characters.join('').trimEnd()}…`
}

/** The share of its size by which a line's baseline lies below its middle. */
const MIDDLE = 0.34

/** The baseline of a line of text whose middle is at a height. */
export function baseline(middle: number, look: LabelLook): number {
  return round(middle + MIDDLE * LETTERING[look].size)
}

/** To a tenth of a pixel: no eye sees more, and every page would carry it. */
export function round(length: number): number {
  return Math.round(length * 10) / 10
}
