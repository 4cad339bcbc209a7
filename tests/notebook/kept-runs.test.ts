/** Runs that were broken off: they go on from there, and can be looked at meanwhile. */
import { expect, it } from 'vitest'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { KeptRuns } from '#notebook/worker/timeline/kept-runs.ts'
import { cell } from './cells.ts'

const COUNTING = 'start:\n    xor ecx, ecx\nmore:\n    inc ecx\n    jmp more'
const endless = (id: string) => cell(id, COUNTING, { language: 'asm', show: ['registers'] })
const END = { travel: { to: 'step', step: Infinity }, show: ['registers'] } as const

/** One that was broken off after so many instructions. */
function brokenOff(id: string, steps = 50_000): CellRun {
  const run = new CellRun(endless(id), [])
  run.toEnd(steps)
  return run
}

it('goes on from where it was, wherever it has been looked at', () => {
  const runs = new KeptRuns(() => undefined)
  const run = brokenOff('a')
  const { steps } = run
  expect(run.result()).toMatchObject({ state: 'interrupted', goesOnFrom: steps })
  runs.keep(run)
  expect(runs.look('a', { show: [], travel: { to: 'step', step: 3 } })?.step).toBe(3)
  expect(runs.goOn(endless('a'), undefined)).toBe(run)
  run.toEnd(120_000)
  runs.goOn(endless('a'), undefined)
  expect(run.steps).toBeGreaterThan(steps)
  expect(runs.look('a', END)).toMatchObject({ step: run.steps, newest: run.steps })
  runs.look('a', { show: [], travel: { to: 'step', step: 3 } })
  run.break('Paused')
  expect(run.result().goesOnFrom).toBe(120_000)
  const counted = Number(run.fact('registers.rcx'))
  // A call, the first instruction, and two for each round.
  expect(Math.abs(counted - (run.steps - 2) / 2)).toBeLessThan(2)
})

it('does not go on as another cell, nor when it was not broken off', () => {
  const runs = new KeptRuns(() => undefined)
  const run = brokenOff('a')
  runs.keep(run)
  expect(runs.goOn({ ...endless('a'), source: 'start:\n    nop' }, undefined)).toBeUndefined()
  expect(runs.goOn(endless('b'), undefined)).toBeUndefined()
  runs.goOn(endless('a'), undefined)
  expect(runs.goOn(endless('a'), undefined)).toBeUndefined()
})

it('keeps what goes on while others are looked at, and what took longest', () => {
  const runs = new KeptRuns(() => undefined)
  const long = brokenOff('long', 90_000)
  runs.keep(long)
  const short = brokenOff('short', 20_000)
  runs.keep(short)
  runs.goOn(endless('short'), undefined)
  for (const id of ['b', 'c', 'd']) runs.keep(brokenOff(id, 40_000))
  expect(runs.machineOf('long')).toBeDefined()
  expect(runs.machineOf('short')).toBeDefined()
  expect(runs.machineOf('b')).toBeUndefined()
  expect(short.isRunning).toBe(true)
})

it('runs what was given up again to just where it was', () => {
  const runs = new KeptRuns(() => undefined)
  const gone = brokenOff('gone', 12_345)
  const { steps } = gone
  runs.keep(gone)
  for (const id of ['b', 'c', 'd']) runs.keep(brokenOff(id, 40_000))
  expect(runs.machineOf('gone')).toBeUndefined()
  expect(runs.look('gone', END)).toMatchObject({ step: steps, newest: steps })
})
