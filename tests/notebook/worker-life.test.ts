import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LONGEST_SILENCE, WorkerLife, type PlainWorker } from '#notebook/page/worker-life.ts'

class SilentWorker implements PlainWorker<string, string> {
  readonly heard: string[] = []
  isEnded = false
  onmessage: PlainWorker<string, string>['onmessage'] = null
  onerror: PlainWorker<string, string>['onerror'] = null

  postMessage(message: string): void {
    this.heard.push(message)
  }

  terminate(): void {
    this.isEnded = true
  }
}

let workers: SilentWorker[] = []
let heard: string[] = []
const life = () =>
  new WorkerLife<string, string>(
    () => {
      workers.push(new SilentWorker())
      return workers.at(-1)!
    },
    {
      received: (message) => heard.push(message),
      isOnItsWay: (message) => message === 'coming',
      lost: (reason) => heard.push(reason),
    },
  )

beforeEach(() => {
  vi.useFakeTimers()
  workers = []
  heard = []
})
afterEach(() => vi.useRealTimers())

test('a worker is created with the first message, and heard', () => {
  const worker = life()
  expect(worker.isAlive).toBe(false)
  expect(worker.send('one')).toBe(true)
  expect(worker.send('two')).toBe(true)
  expect(workers.map((each) => each.heard)).toEqual([['one', 'two']])
  expect(worker.isReady).toBe(false)
  workers[0]!.onmessage?.({ data: 'coming' })
  expect(worker.isReady).toBe(false)
  workers[0]!.onmessage?.({ data: 'here' })
  workers[0]!.onmessage?.({ data: 'coming' })
  expect([worker.isReady, heard]).toEqual([true, ['coming', 'here', 'coming']])
})

test('one that is silent while it is watched is ended, and replaced with the next message', () => {
  const worker = life()
  worker.send('one')
  worker.watch()
  vi.advanceTimersByTime(LONGEST_SILENCE - 1)
  expect(heard).toEqual([])
  vi.advanceTimersByTime(1)
  expect([heard, worker.isAlive, workers[0]!.isEnded]).toEqual([['silent'], false, true])
  worker.send('two')
  expect(workers[1]!.heard).toEqual(['two'])
})

test('one of which nothing is expected may be silent', () => {
  const worker = life()
  worker.send('one')
  worker.watch()
  worker.rest()
  vi.advanceTimersByTime(10 * LONGEST_SILENCE)
  expect([heard, worker.isAlive]).toEqual([[], true])
})

test('one that fails before it has said anything has not come', () => {
  const worker = life()
  worker.send('one')
  workers[0]!.onerror?.({})
  worker.send('two')
  workers[1]!.onmessage?.({ data: 'here' })
  workers[1]!.onerror?.({})
  expect(heard).toEqual(['unreachable', 'here', 'failed'])
})

test('a browser without workers sends nothing', () => {
  const worker = new WorkerLife<string, string>(
    () => {
      throw new Error('no workers here')
    },
    { received: () => {}, isOnItsWay: () => false, lost: () => {} },
  )
  expect(worker.send('one')).toBe(false)
})
