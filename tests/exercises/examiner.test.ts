import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { examine } from '#exercises/worker/examine.ts'
import { Examiner, type ExaminerWorker } from '#exercises/page/examiner.ts'
import type { ToExaminer } from '#exercises/shared/exercise-messages.ts'
import { readExercises } from '#exercises/build/read-exercises.ts'

const { exercises } = readExercises(
  'exercises.yaml',
  `exercises:
  - id: offset
    kind: predict
    title: Offset
    prompt: Where?
    parameters: { type: { choice: [u16, u32] } }
    given: [{ rust: 'fn f() { let x: \${type} = 1; }' }]
    ask: x.offset
    explanation: There.
`,
  [],
)
const SHEET = { offset: exercises[0]! }

/** A worker that answers at once, or not at all. */
class FakeWorker implements ExaminerWorker {
  onmessage: ExaminerWorker['onmessage'] = null
  onerror: ExaminerWorker['onerror'] = null
  terminated = false
  readonly #answers: boolean

  constructor(answers: boolean) {
    this.#answers = answers
  }

  postMessage(message: ToExaminer): void {
    if (this.#answers) void Promise.resolve().then(() => this.onmessage?.({ data: examine(message) }))
  }

  terminate(): void {
    this.terminated = true
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the examiner', () => {
  test('shows variants and judges answers', async () => {
    const examiner = new Examiner(
      () => new FakeWorker(true),
      () => Promise.resolve(SHEET),
    )
    const shown = await examiner.present('lesson', 'offset', 3)
    expect(shown).toMatchObject({ id: 'offset', seed: 3 })
    const texts = shown.solution.kind === 'predict' ? shown.solution.values : []
    expect(await examiner.judge('lesson', 'offset', 3, { kind: 'predict', texts })).toMatchObject({
      outcome: 'passed',
    })
  })

  test('gives up a worker that is silent, and starts another', async () => {
    const workers = [new FakeWorker(false), new FakeWorker(true)]
    let started = 0
    const examiner = new Examiner(
      () => workers[started++]!,
      () => Promise.resolve(SHEET),
    )
    const asked = examiner.present('lesson', 'offset', 1)
    const refused = expect(asked).rejects.toThrow('gave no answer')
    await vi.advanceTimersByTimeAsync(20_000)
    await refused
    expect(workers[0]!.terminated).toBe(true)
    await expect(examiner.present('lesson', 'offset', 1)).resolves.toMatchObject({ seed: 1 })
  })

  test('says so when the exercises cannot be loaded, and tries again', async () => {
    let tries = 0
    const examiner = new Examiner(
      () => new FakeWorker(true),
      () => (++tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(SHEET)),
    )
    await expect(examiner.present('lesson', 'offset', 1)).rejects.toThrow('could not be loaded')
    await expect(examiner.present('lesson', 'offset', 1)).resolves.toMatchObject({ seed: 1 })
  })

  test.each(['constructor', '__proto__', 'gone'])('says that it has no exercise “%s”', async (id) => {
    const examiner = new Examiner(
      () => new FakeWorker(true),
      () => Promise.resolve(SHEET),
    )
    await expect(examiner.present('lesson', id, 1)).rejects.toThrow('not part of the course')
  })

  test('says so when a question cannot be sent, and answers the next one', async () => {
    const worker = new FakeWorker(true)
    const examiner = new Examiner(
      () => worker,
      () => Promise.resolve(SHEET),
    )
    const post = vi.spyOn(worker, 'postMessage').mockImplementationOnce(() => {
      throw new DOMException('could not be cloned', 'DataCloneError')
    })
    await expect(examiner.present('lesson', 'offset', 1)).rejects.toThrow('a mistake of its own')
    await expect(examiner.present('lesson', 'offset', 1)).resolves.toMatchObject({ seed: 1 })
    expect(post).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(worker.terminated).toBe(false)
  })

  test('says so when the simulator fails', async () => {
    const worker = new FakeWorker(false)
    const examiner = new Examiner(
      () => worker,
      () => Promise.resolve(SHEET),
    )
    const asked = examiner.present('lesson', 'offset', 1)
    const refused = expect(asked).rejects.toThrow('could not be loaded')
    await vi.advanceTimersByTimeAsync(10)
    worker.onerror?.({})
    await refused
  })
})
