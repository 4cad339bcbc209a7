import { describe, expect, it, vi } from 'vitest'
import { Foresight } from '#notebook/worker/foresight.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { cell } from './cells.ts'

const SHORT = 'fn example() {\n    let x: u8 = 42;\n}'
const LONG = 'fn example() {\n    let mut i: u32 = 0;\n    while i < 400_000 {\n        i += 1;\n    }\n}'
const job = (source: string) => ({
  cell: cell('example', source, { show: ['stack', 'registers'], of: ['x'] }),
  facts: ['registers.rsp'],
})

function finished(run: CellRun | undefined): CellRun {
  if (run === undefined) throw new Error('nothing was foreseen')
  run.toEnd()
  return run
}

describe('a cell that is run ahead', () => {
  it.each([SHORT, LONG, 'fn example() { let x: u8 = 300; }', 'fn exam'])(
    'gives what it would have given: %s',
    (source) => {
      const foresight = new Foresight()
      const shown = foresight.foresee(job(source), undefined)
      const foreseen = finished(foresight.take(job(source), undefined))
      const run = new CellRun(job(source).cell, job(source).facts)
      run.toEnd()
      expect(foreseen.result()).toEqual(run.result())
      expect(shown ?? run.result()).toEqual(run.result())
      expect(foreseen.machine()?.words).toEqual(run.machine()?.words)
    },
  )

  it('is given away once', () => {
    const foresight = new Foresight()
    foresight.foresee(job(SHORT), undefined)
    expect(foresight.take(job(SHORT), undefined)).toBeDefined()
    expect(foresight.take(job(SHORT), undefined)).toBeUndefined()
  })

  it('that broke off in its midst is not given away', () => {
    const foresight = new Foresight()
    const advance = vi.spyOn(CellRun.prototype, 'advance').mockImplementationOnce(() => {
      throw new Error('a part is missing')
    })
    expect(() => foresight.foresee(job(SHORT), undefined)).toThrow('a part is missing')
    advance.mockRestore()
    expect(foresight.take(job(SHORT), undefined)).toBeUndefined()
  })

  it('is nothing to another source, other facts, or another machine to start from', () => {
    const foresight = new Foresight()
    const before = finished(new CellRun(job(SHORT).cell, []))
    const other = finished(new CellRun(job(SHORT).cell, []))
    foresight.foresee(job(SHORT), before.machine())
    expect(foresight.take(job(LONG), undefined)).toBeUndefined()
    expect(foresight.take({ ...job(SHORT), facts: [] }, undefined)).toBeUndefined()
    expect(foresight.take(job(SHORT), other.machine())).toBeUndefined()
    expect(foresight.take(job(SHORT), before.machine())).toBeDefined()
  })

  it('that never ends is left after a moment, and can be interrupted like any other', () => {
    const foresight = new Foresight()
    const endless = job('fn example() { loop {} }')
    expect(foresight.foresee(endless, undefined)).toBeUndefined()
    const run = foresight.take(endless, undefined)
    expect(run?.advance(0)).toBe(false)
    run?.break('Interrupted')
    expect(run?.result().state).toBe('interrupted')
  })
})
