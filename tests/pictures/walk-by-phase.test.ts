/** Every phase of an instruction stands somewhere on the picture of its way, and marks wait for the phase they belong to. */
import { describe, expect, it } from 'vitest'
import { SCHEMES, type SchemeName } from '#engine/memory/scheme.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import type { Moment } from '#notebook/shared/moment.ts'
import type { WalkView } from '#notebook/shared/picture-view.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { KeptRuns } from '#notebook/worker/timeline/kept-runs.ts'
import type { Drawing } from '#pictures/marks.ts'
import { walkPicture } from '#pictures/walk-picture.ts'
import { walkStations } from '#pictures/walk-stations.ts'
import { cell } from '../notebook/cells.ts'

/** Looks at the last instruction of a source, at one of its phases. */
function lookAt(source: string, rest: Partial<CellDefinition> = {}): (phase?: number) => Moment {
  const language = { language: 'asm', file: 'phased.asm', stop: 'end' } as const
  const run = new CellRun(cell('phased', source, { ...language, ...rest }), [])
  run.toEnd()
  const runs = new KeptRuns(() => undefined)
  runs.keep(run)
  const look = { show: ['walk'], phases: true } as const
  const step = source.split('\n').length - 1
  runs.look('phased', { ...look, travel: { to: 'step', step } })
  return (phase) => runs.look('phased', { ...look, ...(phase === undefined ? {} : { phase }) })!
}

function walkOf({ views }: Moment): WalkView {
  const walk = views.find((view) => view.kind === 'walk')
  if (walk === undefined) throw new Error('there is no walk')
  return walk
}

/** The phases of the way of an address, each with the walk that is seen then and its station in it. */
function along(look: (phase?: number) => Moment) {
  return look().phases.flatMap(({ title, place }, phase) => {
    if (place === undefined) return []
    const walk = walkOf(look(phase))
    return [{ title, of: place.of, walk, station: walkStations(walk).indexOf(place.station) }]
  })
}

const looksAt = ({ marks }: Drawing, station: number) =>
  marks.flatMap((mark) => (mark.station === station && mark.kind !== 'label' ? [mark.look] : []))

describe.each(Object.keys(SCHEMES) as SchemeName[])('under %s', (scheme) => {
  const phases = along(lookAt('mov al, [rbp - 1]', { scheme }))

  it('tells of the fetch and then of the access, each from its beginning to its end', () => {
    expect([...new Set(phases.map(({ of }) => of))]).toEqual(['fetch', 'access'])
    for (const of of ['fetch', 'access'] as const) {
      const stations = phases.filter((phase) => phase.of === of).map(({ station }) => station)
      expect(Math.min(...stations)).toBeGreaterThanOrEqual(0)
      expect(stations).toEqual([...new Set(stations)].sort((one, other) => one - other))
    }
  })

  it('shows the walk of the address that is looked up then', () => {
    for (const { of, walk } of phases)
      expect([walk.access, walk.when]).toEqual(of === 'fetch' ? ['fetch', undefined] : ['read', 'next'])
  })

  it('reaches something at every phase, both on a page and on a phone', () => {
    for (const { walk, station, title } of phases) {
      const { wide, narrow } = walkPicture(walk)
      const reached = (drawing: Drawing) => drawing.marks.filter((mark) => mark.station === station).length
      expect([title, reached(wide) > 0]).toEqual([title, true])
      // A phone shows of a list the row that is found.
      if (!title.startsWith('Row')) expect([title, reached(narrow) > 0]).toEqual([title, true])
    }
  })

  it('comes to the bytes with the reading, and to the register last', () => {
    const { walk, station } = phases.find(({ title, of }) => title === 'Read' && of === 'access')!
    expect(looksAt(walkPicture(walk).wide, station)).toEqual(
      expect.arrayContaining(['byte accessed', 'value']),
    )
    const last = phases.at(-1)!
    expect([last.title, looksAt(walkPicture(last.walk).wide, last.station)]).toEqual(['RAX', ['register']])
  })
})

it('goes the second way of a straddling access after the first', () => {
  const titles = along(lookAt('mov rbp, 0x7fff007ff000\nmov eax, [rbp - 2]', { scheme: 'four-level' }))
    .filter(({ of }) => of === 'access')
    .map(({ title }) => title.replace(/\[.*/, ''))
  const way = ['Split', 'PML4', 'PDPT', 'PD', 'PT', 'Read']
  expect(titles).toEqual(['Address', ...way, ...way, 'RAX'])
})

it('ends at the cross where the way does', () => {
  const phases = along(lookAt('mov al, [0x1234]', { scheme: 'four-level' }))
  const { title, walk, station } = phases.at(-1)!
  expect(title).toBe('Fault')
  expect(looksAt(walkPicture(walk).wide, station)).toContain('fault')
  expect(looksAt(walkPicture(walk).narrow, station)).toContain('fault')
})

it('takes the shortcut where the TLB remembers the page', () => {
  const look = lookAt('mov al, [rbp - 8]\nmov al, [rbp - 1]', { scheme: 'four-level', hardware: 'small-tlb' })
  const phases = along(look).filter(({ of }) => of === 'access')
  expect(phases.map(({ title }) => title)).toEqual(['Address', 'Split', 'TLB', 'Read'])
  const { walk, station } = phases[2]!
  expect(looksAt(walkPicture(walk).wide, station)).toContain('inside')
})

it('has nothing to show of an instruction that touches no memory but where it is fetched', () => {
  expect([...new Set(along(lookAt('mov eax, ebx')).map(({ of }) => of))]).toEqual(['fetch'])
})
