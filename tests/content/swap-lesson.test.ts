/** What the lesson on the operating system says in words about its machine with little RAM. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { HardwareName } from '#engine/machine/hardware.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { cell } from '../notebook/cells.ts'

const rounds = readFileSync(
  join(import.meta.dirname, '../../content/lessons/07-what-the-os-tracks/rounds.rs'),
  'utf8',
)

function readBack(source: string, hardware: HardwareName): number {
  const run = new CellRun(
    cell('rounds', source, { image: 'linux', scheme: 'four-level', hardware, stop: 'end', show: [] }),
    ['os.majorFaults'],
  )
  run.toEnd()
  return Number(run.result().facts['os.majorFaults'])
}

test('with twelve pages each touch after the first round reads a page back, with eleven none does', () => {
  expect(rounds).toContain('round < 5')
  expect(readBack(rounds, 'swap-lru')).toBe((5 - 1) * 12)
  const eleven = rounds.replaceAll('12', '11')
  expect(readBack(eleven, 'swap-lru')).toBe(0)
})
