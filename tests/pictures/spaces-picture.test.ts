import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SchemeName } from '#engine/memory/scheme.ts'
import type { SpacesView } from '#notebook/shared/picture-view.ts'
import { spacesPicture } from '#pictures/spaces-picture.ts'
import type { Line } from '#pictures/marks.ts'
import { cell } from '../notebook/cells.ts'
import { DOCUMENT, expectWellSet, viewOf } from './ran.ts'

const LESSON = join(import.meta.dirname, '../../content/lessons/06-why-page-tables')
const [first, second] = ['first.rs', 'second.rs'].map((file) => readFileSync(join(LESSON, file), 'utf8')) as [
  string,
  string,
]

function pair(scheme: SchemeName): SpacesView {
  const before = cell('first', first, { image: 'pair', scheme, process: 'A' })
  return viewOf('spaces', second, { process: 'B' }, [before])
}

const mapped = ({ processes }: SpacesView) =>
  processes.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'region' ? part.pages : [])))
const arrows = (view: SpacesView) =>
  spacesPicture(view).wide.marks.filter((mark): mark is Line => mark.kind === 'line')

const VIEWS: [string, SpacesView][] = [
  ['one process', viewOf('spaces', DOCUMENT)],
  ['four levels', viewOf('spaces', DOCUMENT, { scheme: 'four-level' })],
  ['a Linux process', viewOf('spaces', DOCUMENT, { image: 'linux', scheme: 'four-level' })],
  ['two without page tables', pair('none')],
  ['two with page tables', pair('one-level')],
]

describe.each(VIEWS)('%s', (_, view) => {
  it('is set well', () => expectWellSet(spacesPicture(view)))

  it('has an arrow for every page that is present, and none for one that is not', () => {
    expect(arrows(view)).toHaveLength(mapped(view).filter(({ frame }) => frame !== undefined).length)
  })

  it('tells every frame of RAM once', () => {
    let end = Number(view.frames[0]!.start) + view.frames[0]!.count * 4096
    for (const { start, count } of view.frames) {
      expect(Number(start) + count * 4096).toBe(end)
      end = Number(start)
    }
    expect(end).toBe(0)
  })
})

it('lets arrows meet where two programs use the same byte, and keeps them apart with page tables', () => {
  expect(
    pair('none')
      .frames.filter(({ isShared }) => isShared)
      .map(({ start }) => start),
  ).toEqual(['0x6000', '0x5000'])
  expect(pair('one-level').frames.some(({ isShared }) => isShared)).toBe(false)
  expect(spacesPicture(pair('none')).caption).toContain('there their arrows meet')
})

it('shows the same addresses in two processes, and different frames', () => {
  const [a, b] = pair('one-level').processes.map(({ parts }) =>
    parts.flatMap((part) =>
      part.kind === 'region' ? part.pages.filter(({ frame }) => frame !== undefined) : [],
    ),
  )
  expect(a!.map(({ start }) => start)).toEqual(b!.map(({ start }) => start))
  for (const { frame } of a!) expect(b!.map((page) => page.frame)).not.toContain(frame)
})

describe('beside a swap area', () => {
  const two = cell('two', 'machine x86-64\nframes 2 fifo', { language: 'machine', file: 'two.machine' })
  const after = (source: string) =>
    viewOf('spaces', source, { language: 'access', after: 'two', of: [] }, [two])
  const ends = (view: SpacesView, look: string) =>
    spacesPicture(view)
      .wide.marks.filter((mark): mark is Line => mark.kind === 'line' && mark.look === look)
      .map(({ key }) => key.replace(/^.* maps /, ''))

  it('an arrow leads from each page that was moved out to its place there', () => {
    const view = after('pages 1 2 3 4')
    expectWellSet(spacesPicture(view))
    expect(ends(view, 'maps').sort()).toEqual(['0x3000', '0x4000'])
    expect(ends(view, 'maps swapped').sort()).toEqual(['0x1000', '0x2000'])
    expect(view.swap!.used).toHaveLength(2)
    expect(spacesPicture(view).caption).toContain('A dashed arrow')
  })

  it('a page keeps its arrow when it travels', () => {
    const keys = (view: SpacesView) =>
      arrows(view)
        .map(({ key }) => key)
        .sort()
    expect(keys(after('pages 1 2 3 1'))).toEqual(keys(after('pages 1 2 3')))
  })
})
