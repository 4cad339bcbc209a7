import { describe, expect, it, vi } from 'vitest'
import type { CellResult } from '#notebook/shared/cell.ts'
import type { CellJob, FromKernel } from '#notebook/shared/kernel-messages.ts'
import { KernelQueue, type RunningCell } from '#notebook/worker/kernel-queue.ts'
import { MissingPart } from '#notebook/shared/missing-part.ts'
import { standIns, withParts } from '#notebook/worker/parts/parts.ts'
import { cell } from './cells.ts'

const job = (id: string): CellJob => ({ cell: cell(id, ''), facts: [] })

/** A cell that needs so many slices, each of one step. */
class Running implements RunningCell {
  steps = 0
  broken: string | undefined
  isAside = false
  readonly #slices: number
  readonly #onAdvance: () => void

  constructor(slices: number, onAdvance: () => void) {
    this.#slices = slices
    this.#onAdvance = onAdvance
  }

  advance(): boolean {
    this.#onAdvance()
    return ++this.steps >= this.#slices
  }

  break(how: string): void {
    this.broken = how
  }

  putAside(): void {
    this.isAside = true
  }

  keep(): void {}

  result(): CellResult {
    const state = this.broken === undefined ? 'done' : 'interrupted'
    return { state, diagnostics: [], views: [], facts: {} }
  }
}

function setUp(slices: number, onAdvance: () => void = () => {}) {
  const posted: FromKernel[] = []
  const cells = new Map<string, Running>()
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve))
  const start = (started: CellJob) => {
    const running = new Running(slices, onAdvance)
    cells.set(started.cell.id, running)
    return running
  }
  const queue = new KernelQueue(start, (message) => posted.push(message), pause)
  return {
    queue,
    posted,
    cellOf: (id: string) => cells.get(id)!,
    said: () =>
      posted.map((message) => [message.type, 'cell' in message ? message.cell : ''].join(' ').trim()),
  }
}

it('runs jobs in order and says how each ended', async () => {
  const { queue, said } = setUp(3)
  await queue.receive({ type: 'run', run: 1, jobs: [job('a'), job('b')] })
  expect(said()).toEqual(['started a', 'result a', 'started b', 'result b', 'finished'])
})

it('hears an interrupt between two slices', async () => {
  const { queue, posted } = setUp(Infinity)
  const run = queue.receive({ type: 'run', run: 1, jobs: [job('endless')] })
  await queue.receive({ type: 'interrupt' })
  await run
  expect(posted).toContainEqual(
    expect.objectContaining({ type: 'result', result: expect.objectContaining({ state: 'interrupted' }) }),
  )
})

it('asks after ten seconds whether to go on, and says before how far it is', async () => {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const { queue, posted, cellOf } = setUp(Infinity, () => (now += 100))
  await queue.receive({ type: 'run', run: 1, jobs: [job('long')] })
  vi.restoreAllMocks()
  const alive = posted.filter(({ type }) => type === 'alive')
  expect(alive.length).toBeGreaterThan(30)
  expect(alive.at(-1)).toMatchObject({ cell: 'long', steps: expect.any(Number) })
  expect(cellOf('long').broken).toBe('Paused')
  expect(now).toBeGreaterThan(10_000)
  expect(now).toBeLessThan(10_500)
})

it('does not count the time that it takes to come to where a run was broken off', async () => {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const { queue } = setUp(Infinity, () => (now += 100))
  await queue.receive({ type: 'run', run: 1, jobs: [{ ...job('long'), goOnFrom: 200 }] })
  vi.restoreAllMocks()
  expect(now).toBeGreaterThanOrEqual(30_000)
})

it('puts a run aside before it starts the next, which may be the same', async () => {
  const { queue, cellOf, said } = setUp(5)
  const first = queue.receive({ type: 'run', run: 1, jobs: [job('a')] })
  const given = cellOf('a')
  const second = queue.receive({ type: 'run', run: 2, jobs: [job('a')] })
  expect(given.isAside).toBe(true)
  await Promise.all([first, second])
  expect(given.steps).toBe(1)
  expect(said()).toEqual(['started a', 'started a', 'result a', 'finished'])
})

it('puts a run aside that it gives up, so that it need not begin anew', async () => {
  const { queue, cellOf } = setUp(5)
  const first = queue.receive({ type: 'run', run: 1, jobs: [job('a')] })
  await queue.receive({ type: 'run', run: 2, jobs: [job('c')] })
  await first
  expect(cellOf('a').isAside).toBe(true)
  expect(cellOf('c').isAside).toBe(false)
})

it('gives an earlier run up when a later one comes', async () => {
  const { queue, said } = setUp(5)
  const first = queue.receive({ type: 'run', run: 1, jobs: [job('a'), job('b')] })
  await queue.receive({ type: 'run', run: 2, jobs: [job('c')] })
  await first
  expect(said()).toEqual(['started a', 'started c', 'result c', 'finished'])
})

describe('a cell that needs a part which has not come', () => {
  /** A part of that name, which comes or not when it is asked for. */
  function part(name: string, load: () => Promise<object>): () => void {
    const tool = standIns(name, load as () => Promise<Record<string, unknown>>, () => {})(
      'tool',
    ) as () => void
    return () => tool()
  }
  const module = { tool: () => 'works' }

  it('begins anew when it has come, and the page is told that it is fetched', async () => {
    const needs = part('late', () => Promise.resolve(module))
    const { queue, said, cellOf } = setUp(2, needs)
    await queue.receive({ type: 'run', run: 1, jobs: [job('a'), job('b')] })
    const first = ['started a', 'fetching', 'fetched', 'result a']
    expect(said()).toEqual([...first, 'started b', 'result b', 'finished'])
    expect(cellOf('a').steps).toBe(2)
  })

  it('says so where it cannot be fetched, and runs nothing more', async () => {
    const load = () => Promise.reject(new TypeError('offline'))
    const { queue, said } = setUp(1, part('far', load))
    await queue.receive({ type: 'run', run: 1, jobs: [job('a'), job('b')] })
    expect(said()).toEqual(['started a', 'fetching', 'unreachable'])
  })

  it('can be interrupted while it waits, and replaced', async () => {
    const { queue, said } = setUp(
      1,
      part('never', () => new Promise(() => {})),
    )
    const waiting = queue.receive({ type: 'run', run: 1, jobs: [job('a')] })
    await vi.waitFor(() => expect(said()).toContain('fetching'))
    await queue.receive({ type: 'interrupt' })
    await waiting
    expect(said()).toEqual(['started a', 'fetching', 'fetched', 'result a', 'finished'])
  })
})

it('a stand-in passes on what is asked of it once the module is there', async () => {
  class Real {
    readonly #secret = 42
    told(): number {
      return this.#secret
    }
  }
  const load = () => Promise.resolve({ Real, limit: 7, thing: new Real() })
  const adopted: unknown[] = []
  const standIn = standIns('whole', load, ({ limit }) => adopted.push(limit))
  const limit = standIn('limit') as number
  const thing = standIn('thing') as Real
  const Class = standIn('Real') as typeof Real
  expect(() => 3 < limit).toThrow(MissingPart)
  expect(() => new Class()).toThrow(MissingPart)
  expect(await withParts(() => thing.told())).toBe(42)
  expect(new Class().told()).toBe(42)
  expect(adopted).toEqual([7])
})

it('a part is whole although one of its modules came to be known later', async () => {
  const first = standIns(
    'grown',
    () => Promise.resolve({ tool: () => 1 }),
    () => {},
  )('tool') as () => number
  expect(await withParts(() => first())).toBe(1)
  const second = standIns(
    'grown',
    () => Promise.resolve({ tool: () => 2 }),
    () => {},
  )('tool') as () => number
  expect(await withParts(() => second())).toBe(2)
})
