import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PRESETS } from '#engine/machine/design/presets.ts'
import type { Snapshot } from '#engine/machine/snapshot.ts'
import type { ReplacementName } from '#engine/os/replacement.ts'
import type { CellDefinition, CellResult } from '#notebook/shared/cell.ts'
import type { Language } from '#notebook/shared/language.ts'
import type { ViewName, ViewOf } from '#notebook/shared/view.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { BELADY, INDEPENDENT, TWENTY } from '../engine/os/page-policies.ts'

/** More of them where somebody waits for it. */
const NUM_RUNS = process.env['PAGEWALK_CLOSELY'] === '1' ? 1000 : 60

function ran(language: Language, source: string, show: readonly ViewName[], before?: Snapshot) {
  const cell: CellDefinition = {
    ...{ id: language, image: 'walkthrough', scheme: 'four-level', stop: 'before-leave', layout: 'packed' },
    ...{ file: '', of: [], language, source, show },
  }
  const run = new CellRun(cell, [], before)
  run.toEnd()
  return { result: run.result(), machine: run.machine() }
}

const machines = new Map<string, Snapshot>()

/** The machine of a cell that counts frames out. */
function machineOf(policy: ReplacementName, frameCount: number): Snapshot {
  const line = `frames ${frameCount} ${policy}`
  if (!machines.has(line)) machines.set(line, ran('machine', `machine x86-64\n${line}`, []).machine!)
  return machines.get(line)!
}

function viewOf<Name extends ViewName>({ views, ...rest }: CellResult, name: Name): ViewOf<Name> {
  expect(rest).toMatchObject({ state: 'done', diagnostics: [] })
  return views.find((view): view is ViewOf<Name> => view.kind === name)!
}

/** Which references of a string fault, as an access cell tells it of its accesses. */
function faults(policy: ReplacementName, frameCount: number, pages: readonly number[]): boolean[] {
  const { result } = ran('access', pages.join(' '), ['accesses'], machineOf(policy, frameCount))
  return viewOf(result, 'accesses').accesses.map(({ answers }) => answers !== undefined)
}

const count = (...asked: Parameters<typeof faults>) => faults(...asked).filter(Boolean).length

const POLICIES: readonly ReplacementName[] = ['fifo', 'clock', 'lru', 'optimal']
const pages = fc.array(fc.nat(7), { minLength: 1, maxLength: 24 })
const frames = fc.integer({ min: 1, max: 6 })

describe('reference strings in cells', () => {
  test('of Belady fault 9 times with three frames and 10 with four; the textbooks’ twenty 15, 12 and 9 times', () => {
    expect([count('fifo', 3, BELADY), count('fifo', 4, BELADY)]).toEqual([9, 10])
    expect((['fifo', 'lru', 'optimal'] as const).map((policy) => count(policy, 3, TWENTY))).toEqual([
      15, 12, 9,
    ])
  })

  test.each(POLICIES)('under %s fault where an independent implementation says', (policy) => {
    fc.assert(
      fc.property(frames, pages, (frameCount, string) => {
        expect(faults(policy, frameCount, string)).toEqual(INDEPENDENT[policy](frameCount, string))
      }),
      { numRuns: NUM_RUNS },
    )
  })

  test('under LRU keep with a frame more what they have with fewer, and under no policy fault less than under the optimal one', () => {
    fc.assert(
      fc.property(frames, pages, (frameCount, string) => {
        const [few, more] = [faults('lru', frameCount, string), faults('lru', frameCount + 1, string)]
        expect(more.every((isFault, at) => !isFault || few[at])).toBe(true)
        const counts = POLICIES.map((policy) => count(policy, frameCount, string))
        expect(Math.min(...counts)).toBe(counts[POLICIES.indexOf('optimal')])
      }),
      { numRuns: Math.ceil(NUM_RUNS / 4) },
    )
  })
})

describe('the frames of every machine that has a name', () => {
  const named = Object.keys(PRESETS).map((name) => [name, 2 ** PRESETS[name]!.scheme.pageBits] as const)
  test.each(named)(
    '%s: each is drawn, in its own size, and a page’s is no longer free',
    (name, byteCount) => {
      const { lookup } = PRESETS[name]!.scheme
      const hasTable = lookup.kind === 'list' || lookup.levels.length > 0
      const { machine } = ran('machine', `machine ${name}`, [])
      const frame = 12
      const { result } = hasTable
        ? ran('pages', `3 -> ${frame * byteCount} RW`, ['frames', 'spaces'], machine)
        : ran('access', 'addresses 1', ['frames', 'spaces'], machine)
      const view = viewOf(result, 'frames')
      expect(view.legend.reduce((sum, { count: of }) => sum + of, 0)).toBe(view.frameCount)
      // Of a large RAM, several frames are drawn as one.
      expect(view.frameByteCount % byteCount).toBe(0)
      const place = Math.floor((frame * byteCount) / view.frameByteCount)
      const taken = view.runs.some(({ first, last }) => first <= place && place <= last)
      if (hasTable) expect(taken).toBe(true)
      const tables = view.legend.find(({ kind }) => kind === 'table')?.count ?? 0
      // One of a VAX’s tables has 8 MiB.
      if (name === 'vax') expect(tables * view.frameByteCount).toBeGreaterThanOrEqual(2 ** 23)
      expect(result.mistakes).toBeUndefined()
      if (hasTable) expect(result.views.map(({ kind }) => kind)).toEqual(['frames', 'spaces'])
    },
  )
})
