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
