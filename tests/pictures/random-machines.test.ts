/** Pictures of machines that nobody has designed: nothing overlaps, and arrows are what the tables say, no more and no fewer. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SpacesView, WalkView } from '#notebook/shared/picture-view.ts'
import type { Box, Drawing, Line } from '#pictures/marks.ts'
import { spacesPicture } from '#pictures/spaces-picture.ts'
import { walkPicture } from '#pictures/walk-picture.ts'
import { cell } from '../notebook/cells.ts'
import { pathPoints } from './measure.ts'
import { DOCUMENT, expectWellSet, viewOf } from './ran.ts'

const RUNS = { numRuns: Number(process.env['PAGEWALK_PICTURES'] ?? 40) }

const lines = ({ marks }: Drawing, look: string) =>
  marks.filter((mark): mark is Line => mark.kind === 'line' && mark.look === look)
const boxes = ({ marks }: Drawing, look: RegExp) =>
  marks.filter((mark): mark is Box => mark.kind === 'box' && look.test(mark.look))

/** A table of so many levels, in pages that hold one of its tables each, with some pages in it. */
const machine = fc
  .record({
    pageBits: fc.integer({ min: 6, max: 12 }),
    levels: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 }),
    hasTlb: fc.boolean(),
    rows: fc.array(
      fc.record({
        page: fc.double({ min: 0, max: 0.9999, noNaN: true }),
        rights: fc.constantFrom('R', 'RW'),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    reads: fc.array(
      fc.record({
        row: fc.nat(4),
        type: fc.constantFrom('u8', 'u16', 'u32', 'u64'),
        /** From the beginning of the page; before it and behind it may be nothing. */
        offset: fc.double({ min: -0.2, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ pageBits, levels, hasTlb, rows, reads }) => {
    const bits = levels.map((share) => 1 + Math.floor(share * (pageBits - 4)))
    const pageCount = 2 ** bits.reduce((sum, one) => sum + one, 0)
    const size = 2 ** pageBits
    const pages = [...new Map(rows.map(({ page, rights }) => [Math.floor(page * pageCount), rights]))]
    const table = pages.map(([page, rights], at) => `${page} -> ${(at + 3) * size} ${rights}`)
    const design = [
      'machine multilevel',
      'entry 4 bytes',
      `page ${size} bytes`,
      `addresses ${pageBits + Math.log2(pageCount)}`,
      'upper zero',
      `levels ${bits.join(' ')}`,
      'ram 1 MiB',
      ...(hasTlb ? ['tlb 4 entries 4 ways lru'] : []),
    ]
    const accesses = reads.map(({ row, type, offset }) => {
      const start = pages[row % pages.length]![0] * size
      const last = pageCount * size - 8
      return `read ${type} ${Math.max(0, Math.min(last, start + Math.floor(offset * size)))}`
    })
    return { pageBits, design: design.join('\n'), table: table.join('\n'), accesses: accesses.join('\n') }
  })

function expectArrows(view: WalkView, { wide }: { wide: Drawing }): void {
  const read = view.ways.flatMap(({ entries }) => entries)
  const leading = read.filter(({ next }) => next !== undefined).length
  const roots = view.ways.filter(({ root }) => root !== undefined).length
  const remembered = view.ways.filter(({ tlb }) => tlb === 'hit').length
  expect(boxes(wide, /^entry( wrong)?$/)).toHaveLength(read.length + remembered)
  expect(boxes(wide, /^entry wrong$/)).toHaveLength(read.length - leading)
  expect(lines(wide, 'os')).toHaveLength(roots + leading + remembered)
  expect(lines(wide, 'fault')).toHaveLength(view.ways.filter(({ fault }) => fault !== undefined).length)
}

it('draws the walks of any machine: an arrow for every entry that leads on, none for one that does not', () => {
  const seen = { hits: 0, faults: 0, second: 0 }
  fc.assert(
    fc.property(machine, ({ pageBits, design, table, accesses }) => {
      const before = [
        cell('design', design, { language: 'machine' }),
        cell('rows', table, { language: 'pages', after: 'design' }),
      ]
      const view = viewOf('walk', accesses, { language: 'access', after: 'rows', of: [] }, before)
      expect(view.pageBits).toBe(pageBits)
      const picture = walkPicture(view)
      expectWellSet(picture)
      expectArrows(view, picture)
      seen.hits += view.ways.some(({ tlb }) => tlb === 'hit') ? 1 : 0
      seen.faults += view.ways.some(({ fault }) => fault !== undefined) ? 1 : 0
      seen.second += view.ways.length - 1
    }),
    RUNS,
  )
  // Each kind of way was among them.
  expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([])
})

/** Pages of the stack, of code and of the heap, as the document’s process has them. */
const SPACES = [0x7fff007f0, 0x400000000, 0x100000000]

const table = fc
  .uniqueArray(fc.record({ space: fc.nat(2), page: fc.nat(15) }), {
    minLength: 1,
    maxLength: 9,
    selector: ({ space, page }) => SPACES[space]! + page,
  })
  .chain((pages) =>
    fc
      .uniqueArray(fc.integer({ min: 16, max: 250 }), { minLength: pages.length, maxLength: pages.length })
      .map((frames) =>
        pages.map(({ space, page }, at) => ({ page: SPACES[space]! + page, frame: frames[at]! * 4096 })),
      ),
  )

/** Where an arrow begins and where its tip is. */
function ends({ path, head }: Line): string {
  const [[, from] = [0, 0]] = pathPoints(path)
  const [[, to] = [0, 0]] = pathPoints(head!)
  return `${from.toFixed(1)} ${to.toFixed(1)}`
}

function expectedEnds(view: SpacesView, { marks }: Drawing): string[] {
  const middle = (key: string) => {
    const box = marks.find((mark): mark is Box => mark.kind === 'box' && mark.key === key)!
    return (box.y + box.height / 2).toFixed(1)
  }
  return view.processes.flatMap(({ name, parts }) =>
    parts.flatMap((part) =>
      part.kind === 'gap'
        ? []
        : part.pages.flatMap(({ start, frame }) =>
            frame === undefined ? [] : [`${middle(`${name} page ${start}`)} ${middle(`frame ${frame}`)}`],
          ),
    ),
  )
}

it('draws an arrow from every page that is shown and present to its own frame, whatever the table, and no other', () => {
  fc.assert(
    fc.property(table, fc.constantFrom('one-level', 'four-level'), (rows, scheme) => {
      const source = rows.map(({ page, frame }) => `${page} -> ${frame} RW`).join('\n')
      const before = [cell('before', DOCUMENT, { scheme })]
      const view = viewOf('spaces', source, { language: 'pages', after: 'before', of: [], scheme }, before)
      const picture = spacesPicture(view)
      expectWellSet(picture)
      for (const drawing of [picture.wide, picture.narrow])
        expect(lines(drawing, 'maps').map(ends).sort()).toEqual(expectedEnds(view, drawing).sort())
    }),
    RUNS,
  )
})

it('draws a large page with fewer tables, and the bits that they leave as its offset', () => {
  const lesson = join(import.meta.dirname, '../../content/lessons/26-other-machines')
  const source = (file: string) => readFileSync(join(lesson, file), 'utf8')
  const before = [
    cell('large', source('large.machine'), { language: 'machine' }),
    cell('window', source('window.pages'), { language: 'pages', after: 'large' }),
  ]
  const definition = { language: 'access', after: 'window', of: [] } as const
  const view = viewOf('walk', source('large.access'), definition, before)
  const [way] = view.ways
  expect(way!.entries.map(({ level }) => level)).toEqual(['PML4', 'PDPT', 'PD'])
  expect(way!.entries.at(-1)!.flags).toContain('PS')
  expect(way!.fields.map(({ part, bits }) => [part, bits.length])).toEqual([
    ...Array.from({ length: 3 }, () => ['index', 9]),
    ['offset', 21],
  ])
  expectWellSet(walkPicture(view))
  expectArrows(view, walkPicture(view))
})
