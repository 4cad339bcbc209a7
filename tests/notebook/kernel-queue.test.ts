import { expect, it } from 'vitest'
import type { CellResult } from '#notebook/cell.ts'
import type { CellJob, FromKernel } from '#notebook/kernel-messages.ts'
import { KernelQueue, type RunningCell } from '#notebook/kernel-queue.ts'
import { cell } from './cells.ts'

const job = (id: string): CellJob => ({ cell: cell(id, ''), facts: [] })

/** A cell that needs so many slices. */
function running(slices: number): RunningCell {
  let left = slices
  let state: CellResult['state'] = 'done'
  return {
    advance: () => --left <= 0,
    keep: () => {},
    interrupt: () => void (state = 'interrupted'),
    result: () => ({ state, diagnostics: [], views: [], facts: {} }),
  }
}

function setUp(slices: number) {
  const posted: FromKernel[] = []
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve))
  const queue = new KernelQueue(
    () => running(slices),
    (message) => posted.push(message),
    pause,
  )
  return {
    queue,
    posted,
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

it('gives an earlier run up when a later one comes', async () => {
  const { queue, said } = setUp(5)
  const first = queue.receive({ type: 'run', run: 1, jobs: [job('a'), job('b')] })
  await queue.receive({ type: 'run', run: 2, jobs: [job('c')] })
  await first
  expect(said()).toEqual(['started a', 'started c', 'result c', 'finished'])
})
