import { describe, expect, it } from 'vitest'
import type { JourneyView } from '#notebook/shared/view.ts'
import { journeyPicture } from '#pictures/journey-picture.ts'
import type { Box, Drawing, Line } from '#pictures/marks.ts'
import { cell } from '../notebook/cells.ts'
import { labelsOf } from './measure.ts'
import { DOCUMENT, expectWellSet, viewOf } from './ran.ts'

const texts = (drawing: Drawing) => labelsOf(drawing).map(({ what }) => what)
const bands = ({ marks }: Drawing) =>
  marks
    .filter((mark): mark is Box => mark.kind === 'box' && mark.look.startsWith('band'))
    .map(({ look }) => look)

const VIEWS: [string, JourneyView][] = [
  ['x', viewOf('journey', DOCUMENT)],
  ['y', viewOf('journey', DOCUMENT, { of: ['y'] })],
  ['without pages', viewOf('journey', DOCUMENT, { scheme: 'none' })],
  ['four levels', viewOf('journey', DOCUMENT, { scheme: 'four-level' })],
  [
    'a long list',
    viewOf('journey', 'fn example() {\n    let x: [u64; 4] = [1, 2, 3, 18364758544493064720];\n}'),
  ],
  [
    'a long name',
    viewOf('journey', 'fn example() {\n    let a_rather_long_name_for_it: i64 = -9000000000000000000;\n}', {
      of: ['a_rather_long_name_for_it'],
    }),
  ],
]

describe.each(VIEWS)('%s', (_, view) => {
  it('is set well', () => expectWellSet(journeyPicture(view)))
})

it('goes down through who knows it, and comes back', () => {
  const { wide, narrow, caption } = journeyPicture(viewOf('journey', DOCUMENT))
  expect(bands(wide)).toEqual(['band compiler', 'band cpu', 'band os', 'band ram'])
  expect(bands(narrow)).toEqual(['band compiler', 'band cpu', 'band os', 'band ram', 'band cpu'])
  for (const drawing of [wide, narrow])
    expect(texts(drawing)).toEqual(
      expect.arrayContaining([
        'let x: u8 = 42;',
        'rbp − 1',
        '0x7FFF_007F_EFFF',
        '0x7FFF_007F_E → 0x5000',
        '0x5FFF: 2a',
        '42',
      ]),
    )
  expect(wide.marks.filter((mark): mark is Line => mark.kind === 'line')).toHaveLength(9)
  expect(caption).toBe(
    'The way of x, from its name down to RAM, and who knows it at each station. It ends at the byte of RAM 0x5FFF, and 42 comes back.',
  )
})

it('an arrow comes to a row from beside it, however wide the row is', () => {
  const view = viewOf('journey', DOCUMENT)
  const wide = { ...view, frameBase: { fact: '', value: '0x7FFF44000000' } }
  for (const shown of [view, wide]) {
    const { marks } = journeyPicture(shown).wide
    const row = marks.find(({ key }) => key === 'row') as Box
    const page = marks.find(({ key }) => key === 'page') as Box
    expect(row.x + row.width + 10).toBeLessThan(page.x + 60)
  }
})

it('ends at the page table where the page has no frame', () => {
  const table = cell('table', '0x7FFF007FF → 0x6000 RW', { language: 'pages', file: 'table.pages' })
  const view = viewOf('journey', DOCUMENT, {}, [table])
  const picture = journeyPicture(view)
  expectWellSet(picture)
  expect(texts(picture.wide)).toContain('no frame')
  expect(bands(picture.wide)).not.toContain('band ram')
})
