import { expect, it, vi } from 'vitest'
import type { CellResult } from '#notebook/shared/cell.ts'
import type { CellJob, FromKernel } from '#notebook/shared/kernel-messages.ts'
import { KernelQueue, type RunningCell } from '#notebook/worker/kernel-queue.ts'
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
