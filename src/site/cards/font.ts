import { textFace, type Face, type LabelLook } from '#pictures/lettering.ts'

/** What the site's faces are called by their files: each weight is a family of its own to what draws here. */
const FONTS: Readonly<Record<Face, string>> = {
  'text-regular': 'font-family="Source Serif 4"',
  'text-italic': 'font-family="Source Serif 4" font-style="italic"',
  'text-bold': 'font-family="Source Serif 4 SemiBold"',
  'code-regular': 'font-family="CommitMono"',
}

/** The attributes that have a text of an SVG set as labels of this look are. */
export function fontOf(look: LabelLook): string {
  return FONTS[textFace(look)]
}
