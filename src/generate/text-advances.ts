import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import { faces, type Face } from '../site/fonts/faces.ts'
import type { GeneratedFile } from './generated-file.ts'

const PATH = 'src/pictures/advances.generated.ts'
const require = createRequire(import.meta.url)

/** The width of each character of a face, in thousandths of its size, as the font file's `hmtx` table has it. */
async function advancesOf(face: Face): Promise<Record<string, number>> {
  const original = readFileSync(require.resolve(face.source))
  const font = await subsetFont(original, face.characters, { targetFormat: 'sfnt', keepFeatures: [] })
  const table = tablesOf(font)
  const unitsPerEm = font.readUInt16BE(table('head') + 18)
  const wideCount = font.readUInt16BE(table('hhea') + 34)
  const advance = (glyph: number) => font.readUInt16BE(table('hmtx') + 4 * Math.min(glyph, wideCount - 1))
  const glyphs = glyphsOf(font, table('cmap'))
  const characters = [...new Set(face.characters)].filter((character) => glyphs.has(character))
  return Object.fromEntries(
    characters.map((one) => [one, Math.round((1000 * advance(glyphs.get(one)!)) / unitsPerEm)]),
  )
}

function tablesOf(font: Buffer): (tag: string) => number {
  const count = font.readUInt16BE(4)
  const starts = new Map<string, number>()
  for (let at = 12; at < 12 + 16 * count; at += 16)
    starts.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8))
  return (tag) => starts.get(tag)!
}

/** Glyph numbers by character, of the first subtable of format 4: Unicode’s basic plane, in segments. */
function glyphsOf(font: Buffer, cmap: number): Map<string, number> {
  const subtables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index),
  )
  const at = subtables.find((subtable) => font.readUInt16BE(subtable) === 4)!
  const size = font.readUInt16BE(at + 6)
  const glyphs = new Map<string, number>()
  for (let segment = 0; segment < size; segment += 2) {
    const end = font.readUInt16BE(at + 14 + segment)
    const start = font.readUInt16BE(at + 16 + size + segment)
    const delta = font.readUInt16BE(at + 16 + 2 * size + segment)
    const rangeAt = at + 16 + 3 * size + segment
    const range = font.readUInt16BE(rangeAt)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const found = range === 0 ? code : font.readUInt16BE(rangeAt + range + 2 * (code - start))
      if (found !== 0) glyphs.set(String.fromCodePoint(code), (found + delta) & 0xffff)
    }
  }
  return glyphs
}

/** How wide text is, for pictures that are laid out where no browser is. */
export async function textAdvances(): Promise<GeneratedFile[]> {
  const wanted = faces.filter(({ name }) => name.startsWith('text-'))
  const entries = await Promise.all(wanted.map(async (face) => [face.name, await advancesOf(face)] as const))
  const text = `/** Written by \`npm run generate\` from the font files: widths of characters, in thousandths of the size. */
export const ADVANCES = ${JSON.stringify(Object.fromEntries(entries), undefined, 1)}
`
  return [{ path: PATH, text, source: 'src/site/fonts/faces.ts' }]
}
