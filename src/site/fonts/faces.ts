/** One face as it is cut from an npm package: which file, which characters, which OpenType features. */
export interface Face {
  readonly name: string
  readonly source: string
  readonly characters: string
  readonly features: readonly string[]
}

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')
const TYPOGRAPHY = '\u00A0×·–—‘’“”…²³é'
const ARROWS_AND_MATH = '←↑→↓↔≤≥≠≈−'
const BOXES_AND_MARKS = '✓│─┌┐└┘├┤▸▾▶■●▲▼'
/** What an emphasised word or a heading is made of; anything else falls back to the regular face. */
const WORDS = ASCII.replace(/[<>=*+&%$#@^_`{}|~[\]\\]/g, '') + '’“”–—…'

/** Letters beyond English that lessons have in their words and their programs’: few of them are emphasised. */
const LETTERS_IN_USE = 'ÄÖÜäöüßáó„'
/** The letters of Latin-1: files of their own, fetched by pages that have any. src/styles/fonts.css says which. */
const OTHER_LETTERS =
  Array.from({ length: 64 }, (_, index) => String.fromCharCode(0xc0 + index)).join('') + '„'

const serif = (style: string) => `@fontsource/source-serif-4/files/source-serif-4-latin-${style}.woff2`

/**
 * Words that stand out are few: they do without kerning, which is a quarter of a face. Titles are set in the regular one.
 */
const textFaces = [
  {
    name: 'regular',
    source: serif('400-normal'),
    characters: ASCII + TYPOGRAPHY + LETTERS_IN_USE,
    features: ['kern', 'liga'],
  },
  { name: 'italic', source: serif('400-italic'), characters: WORDS, features: [] },
  { name: 'bold', source: serif('600-normal'), characters: WORDS, features: [] },
]

/** The four faces of the site. The monospaced one also lends its arrows to the text faces. */
export const faces: readonly Face[] = [
  ...textFaces.map((face) => ({ ...face, name: `text-${face.name}` })),
  ...textFaces.map((face) => ({
    ...face,
    name: `letters-${face.name}`,
    characters: [...OTHER_LETTERS].filter((letter) => !face.characters.includes(letter)).join(''),
  })),
  {
    name: 'code-regular',
    source: '@fontsource/commit-mono/files/commit-mono-latin-400-normal.woff2',
    characters: ASCII + TYPOGRAPHY + ARROWS_AND_MATH + BOXES_AND_MARKS,
    features: [],
  },
]
