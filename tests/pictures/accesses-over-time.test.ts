import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { HardwareName } from '#engine/machine/hardware.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import type { OverTimeView } from '#notebook/shared/picture-view.ts'
import { accessesOverTimePicture } from '#pictures/accesses-over-time-picture.ts'
import { sideBySidePicture } from '#pictures/side-by-side-picture.ts'
import { ticksOf } from '#pictures/ticks.ts'
import { cell } from '../notebook/cells.ts'
import { pathPoints } from './measure.ts'
import { DOCUMENT, expectWellSet, viewOf } from './ran.ts'

const ROUNDS = readFileSync(
  join(import.meta.dirname, '../../content/lessons/07-what-the-os-tracks/rounds.rs'),
  'utf8',
)
const LINUX = { image: 'linux', scheme: 'four-level', stop: 'end', of: [] } as const

const over = (source: string, rest: Partial<CellDefinition>, before: readonly CellDefinition[] = []) =>
  viewOf('accesses-over-time', source, rest, before)
const rounds = (hardware: HardwareName) => over(ROUNDS, { ...LINUX, hardware })
/** A path as if it began at 0. */
function shapeOf(path: string): string {
  const points = pathPoints(path)
  const [[x, y] = [0, 0]] = points
  return points.map(([px, py]) => `${Math.round(px - x)} ${Math.round(py - y)}`).join(' ')
}

const total = ({ rows }: OverTimeView, kind: keyof OverTimeView['rows'][number]['counts']) =>
  rows.reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0)

describe('five rounds over twelve pages', () => {
  const [lru, optimal] = [rounds('swap-lru'), rounds('swap-optimal')]

  it('read as many pages back as the OS has counted, and touch each for the first time once', () => {
    for (const [view, hardware] of [
      [lru, 'swap-lru'],
      [optimal, 'swap-optimal'],
    ] as const) {
      const counts = viewOf('swap', ROUNDS, { ...LINUX, hardware }).counts
      const counted = (name: string) => Number(counts.find((count) => count.name === name)!.value.value)
      expect(total(view, 'read-back')).toBe(counted('read back'))
      expect(total(view, 'evicted')).toBe(counted('written out') + counted('given up without writing'))
      expect(
        view.rows.filter(({ counts: { 'first-touch': touched } }) => touched === 1).length,
      ).toBeGreaterThan(11)
    }
    expect(total(lru, 'read-back')).toBeGreaterThan(total(optimal, 'read-back'))
  })

  it('are set well, and the caption says which rule', () => {
    expectWellSet(accessesOverTimePicture(lru))
    expectWellSet(accessesOverTimePicture(optimal))
    expect(accessesOverTimePicture(lru).caption).toContain('was not used for longest')
  })

  it('have a shape of its own for each kind of mark', () => {
    const { wide } = accessesOverTimePicture(lru)
    const signs = wide.marks.flatMap((mark) =>
      mark.kind === 'line' && mark.key.startsWith('sign ') ? [shapeOf(mark.path)] : [],
    )
    expect(signs.length).toBe(lru.marks.length)
    expect(new Set(signs).size).toBe(signs.length)
  })
})

it('tells at most 2,000 marks of a hundred thousand accesses, each where it happened', () => {
  const source = `static mut A: [[u8; 512]; 64] = [[0; 512]; 64];
fn main() { let mut j = 0; while j < 96 { let mut i = 0; while i < 64 { unsafe { A[i][j] = 1 }; i += 1; } j += 1; } }`
  const view = over(source, LINUX)
  expect(view.marks.reduce((sum, { places }) => sum + places.length, 0)).toBeLessThanOrEqual(2000)
  expect(total(view, 'access')).toBeGreaterThan(25_000)
  expect(view.perColumn).toBeGreaterThan(1)
  const picture = accessesOverTimePicture(view)
  expectWellSet(picture)
  expect(picture.caption).toContain('are told together')
  // Down the columns of an array of eight pages, each column of time has all of them.
  const data = view.rows.flatMap(({ region }, row) => (region.includes('bss') ? [row] : []))
  const accesses = view.marks.find(({ kind }) => kind === 'access')!.places
  const of = (row: number) => accesses.filter((place) => Math.floor(place / view.columnCount) === row).length
  expect(data.length).toBeGreaterThanOrEqual(8)
  for (const row of data.slice(0, 8)) expect(of(row)).toBeGreaterThan(view.columnCount / 2)
})

it('tells of a string of pages, and of a program without an operating system', () => {
  const belady = over('1 2 3 4 1 2 5 1 2 3 4 5', { language: 'access', of: [] }, [
    cell('design', 'machine x86-64\nframes 3 fifo', { language: 'machine' }),
  ])
  expect([belady.unit, belady.stepCount, belady.rows.length]).toEqual(['accesses', 12, 5])
  expect(total(belady, 'first-touch') + total(belady, 'read-back')).toBe(9)
  expectWellSet(accessesOverTimePicture(belady))
  const plain = over(DOCUMENT, {})
  expect(plain.rows.map(({ region }) => region)).toContain('stack')
  expectWellSet(accessesOverTimePicture(plain))
})

it('has round numbers along an axis', () => {
  expect(ticksOf(0, 12, 5)).toEqual([0, 5, 10])
  expect(ticksOf(0, 9800, 5)).toEqual([0, 2000, 4000, 6000, 8000])
  expect(ticksOf(3, 9, 6)).toEqual([3, 4, 5, 6, 7, 8, 9])
})

describe('under three rules side by side', () => {
  const machine = (rule: string) =>
    cell('machine', `machine x86-64\nframes 4 ${rule}`, { language: 'machine', file: 'four.machine' })
  const uses = (source: string, rule: string) =>
    viewOf('side-by-side', source, { language: 'access', after: 'machine', of: [] }, [machine(rule)])
  const STRING = 'pages 1 2 3 4 1 5 1 2 1 6 1 2'
  const view = uses(STRING, 'fifo')
  const picture = sideBySidePicture(view)

  it('are the machine’s own and two to measure it by', () => {
    const rules = (rule: string) => uses(STRING, rule).panels.map((panel) => panel.rule)
    expect(rules('fifo')).toEqual(['fifo', 'lru', 'optimal'])
    expect(rules('clock')).toEqual(['clock', 'lru', 'optimal'])
    expect(rules('optimal')).toEqual(['fifo', 'lru', 'optimal'])
  })

  it('count what the machine counts that has the rule', () => {
    for (const { rule, readBack } of view.panels) {
      const own = viewOf('accesses-over-time', STRING, { language: 'access', after: 'machine', of: [] }, [
        machine(rule),
      ])
      expect([rule, readBack]).toEqual([rule, total(own, 'read-back')])
    }
  })

  it('have their rows and their time in common, and are set well', () => {
    expectWellSet(picture)
    const panels = picture.wide.marks.filter(({ key }) => key.endsWith('axis'))
    const widths = panels.map((mark) => (mark.kind === 'line' ? shapeOf(mark.path) : ''))
    expect([panels.length, new Set(widths).size]).toEqual([3, 1])
    expect(view.rows.map(({ name }) => name)).toEqual(['0x6', '0x5', '0x4', '0x3', '0x2', '0x1'])
    expect(picture.caption).toContain('Pages read back: 2 with FIFO')
  })

  it('are run of programs, too, and nowhere that no page leaves', () => {
    const program = viewOf('side-by-side', ROUNDS, { ...LINUX, hardware: 'swap-lru' })
    const [lru, optimal] = [rounds('swap-lru'), rounds('swap-optimal')]
    expectWellSet(sideBySidePicture(program))
    const readBack = (rule: string) => program.panels.find((panel) => panel.rule === rule)?.readBack
    expect(readBack('lru')).toBe(total(lru, 'read-back'))
    expect(readBack('optimal')).toBe(total(optimal, 'read-back'))
    expect(() => viewOf('side-by-side', DOCUMENT)).toThrow('no view')
  })
})

describe('rows against columns of an array, on a machine with a cache', () => {
  const folder = join(import.meta.dirname, '../../content/lessons/24-ram-is-far-away')
  const source = (file: string) => readFileSync(join(folder, file), 'utf8')
  const small = cell('small', source('small.machine'), { language: 'machine', file: 'small.machine' })
  const views = ['rows.rs', 'columns.rs'].map((file) => {
    const definition = { after: 'small', stop: 'end', of: [] } as const
    return [
      over(source(file), definition, [small]),
      viewOf('caches', source(file), definition, [small]),
    ] as const
  })

  it('tells of lines, and of each whether it was missed, as the cache counts', () => {
    for (const [view, caches] of views) {
      expectWellSet(accessesOverTimePicture(view))
      const { counts } = caches.caches.find(({ name }) => name === 'L1d')!
      expect(view.unitOfRows).toBe('line')
      const counted = (name: string) => Number(counts.find((count) => count.name === name)!.value.value)
      expect(total(view, 'cache-miss')).toBe(counted('misses'))
      expect(total(view, 'access')).toBe(counted('hits'))
    }
  })

  it('shows the same lines on the same scale', () => {
    const [rows, columns] = views.map(([view]) => view) as [OverTimeView, OverTimeView]
    expect(rows.rows.map(({ name }) => name)).toEqual(columns.rows.map(({ name }) => name))
    expect(rows.rows.filter(({ region }) => region === 'GRID').length).toBeGreaterThan(15)
    expect(total(columns, 'cache-miss')).toBeGreaterThan(2 * total(rows, 'cache-miss'))
  })
})
