import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { CurveView } from '#notebook/shared/picture-view.ts'
import { curvePicture } from '#pictures/curve-picture.ts'
import { cell } from '../notebook/cells.ts'
import { expectWellSet, viewOf } from './ran.ts'

const LINUX = { image: 'linux', scheme: 'four-level', stop: 'end', of: [] } as const
const ROUNDS = readFileSync(
  join(import.meta.dirname, '../../content/lessons/07-what-the-os-tracks/rounds.rs'),
  'utf8',
)

const curve = (view: CurveView, name: string) =>
  view.series.find((one) => one.name === name)!.points.map(({ y }) => y)

it('counts the faults of Belady’s string as the textbooks do, and sees the curve rise', () => {
  const design = cell('design', 'machine x86-64\nframes 3 fifo', { language: 'machine' })
  const view = viewOf('curve', '1 2 3 4 1 2 5 1 2 3 4 5', { language: 'access', of: [] }, [design])
  expect(view.own).toBe(3)
  expect(curve(view, 'FIFO')).toEqual([12, 12, 9, 10, 5, 5])
  expect(curve(view, 'LRU')).toEqual([12, 12, 10, 8, 5, 5])
  expect(curve(view, 'optimal')).toEqual([12, 9, 7, 6, 5, 5])
  const picture = curvePicture(view)
  expectWellSet(picture)
  expect(picture.caption).toContain('Under FIFO, 4 frames cause more of them than 3: 10 instead of 9.')
})

it('runs a program under each rule with each number of frames, and none does better than the optimal one', () => {
  const few = ROUNDS.replaceAll('12', '5').replace('round < 5', 'round < 3')
  const view = viewOf('curve', few, { ...LINUX, hardware: 'swap-lru' })
  expectWellSet(curvePicture(view))
  const optimal = new Map(
    view.series.find(({ name }) => name === 'optimal')!.points.map(({ x, y }) => [x, y]),
  )
  for (const { points } of view.series) {
    expect(points.length).toBeGreaterThan(4)
    for (const { x, y } of points) expect(y).toBeGreaterThanOrEqual(optimal.get(x)!)
    expect(points.at(-1)!.y).toBe(points.at(-2)!.y)
  }
})

it('counts what a larger TLB would not have missed', () => {
  const view = viewOf('curve', ROUNDS, { ...LINUX, hardware: 'small-tlb' })
  const misses = curve(view, 'any place')
  expect(view.about).toBe('tlb-misses')
  expect(misses).toEqual([...misses].sort((one, other) => other - one))
  expect(misses[0]!).toBeGreaterThan(3 * misses.at(-1)!)
  expectWellSet(curvePicture(view))
})
