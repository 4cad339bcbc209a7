/** What the course itself gets wrong, wherever it is, costs the reader only that. */
import { describe, expect, it, vi } from 'vitest'
import type { FromKernel } from '#notebook/shared/kernel-messages.ts'
import { KernelQueue } from '#notebook/worker/kernel-queue.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { KeptRuns } from '#notebook/worker/timeline/kept-runs.ts'
import type { ViewInput } from '#notebook/worker/views/view-input.ts'
import { takeMistakes } from '../no-own-mistakes.ts'
import { cell } from './cells.ts'

const broken = vi.hoisted(() => ({ view: false, compiler: false }))

vi.mock('#notebook/worker/views/stack-view.ts', async (original) => {
  const real = await original<typeof import('#notebook/worker/views/stack-view.ts')>()
  const stackView: typeof real.stackView = (input) => {
    if (!broken.view) return real.stackView(input)
    ;(input as ViewInput).recording.goTo(0)
    throw new Error('no such slot')
  }
  return { ...real, stackView }
})

vi.mock('#engine/rust/compile.ts', async (original) => {
  const real = await original<typeof import('#engine/rust/compile.ts')>()
  const compile: typeof real.compile = (...given) => {
    if (broken.compiler) throw new Error('no such node')
    return real.compile(...given)
  }
  return { ...real, compile }
})

const SOURCE = 'fn main() {\n    let x: u8 = 42;\n}'
const definition = cell('c1', SOURCE, { show: ['stack', 'symbols', 'registers'] })

describe('a mistake of the course’s own', () => {
  it('in a view leaves the other views, and the machine where it was', () => {
    broken.view = true
    const run = new CellRun(definition, ['x.value', 'steps.count'])
    run.toEnd()
    const { views, mistakes, facts, state } = run.result()
    broken.view = false
    expect(state).toBe('done')
    expect(views.map(({ kind }) => kind)).toEqual(['symbols', 'registers'])
    expect(facts).toEqual({ 'x.value': '42', 'steps.count': '5' })
    expect(mistakes).toEqual([
      { during: expect.stringContaining('view “stack”'), error: expect.stringContaining('no such slot') },
    ])
    expect(takeMistakes()).toBe(1)
  })

  it('in a view of a moment leaves the moment', () => {
    const runs = new KeptRuns(() => undefined)
    const run = new CellRun(definition, [])
    run.toEnd()
    runs.keep(run)
    broken.view = true
    const moment = runs.look('c1', { show: ['stack', 'symbols'], travel: { to: 'step', step: 3 } })
    broken.view = false
    expect(moment).toMatchObject({ step: 3, views: [{ kind: 'symbols' }], mistakes: [{}] })
    expect(takeMistakes()).toBe(1)
  })

  it('in the compiler is said in its cell, and the next one has its turn', async () => {
    const posted: FromKernel[] = []
    const queue = new KernelQueue(
      (job) => {
        const run = new CellRun(job.cell, job.facts)
        return {
          steps: 0,
          advance: (milliseconds) => run.advance(milliseconds),
          break: (how) => run.break(how),
          putAside: () => {},
          result: () => run.result(),
          keep: () => {},
        }
      },
      (message) => posted.push(message),
      () => new Promise((resolve) => setImmediate(resolve)),
    )
    broken.compiler = true
    const jobs = [definition, cell('c2', 'start:\n    mov eax, 6', { language: 'asm' })]
    await queue.receive({ type: 'run', run: 1, jobs: jobs.map((each) => ({ cell: each, facts: [] })) })
    broken.compiler = false
    const results = posted.flatMap((message) => (message.type === 'result' ? [message.result] : []))
    expect(results).toMatchObject([
      { state: 'interrupted', views: [], mistakes: [{ error: expect.stringContaining('no such node') }] },
      { state: 'done' },
    ])
    expect(posted.at(-1)).toEqual({ type: 'finished', run: 1 })
    expect(takeMistakes()).toBe(1)
  })
})
