/** What a Linux machine prints of its own processes pastes whole into a cell. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { cell } from './cells.ts'

const MAPS = '/proc/self/maps'
const isThere = existsSync(MAPS)
if (!isThere) console.warn('skipped: this machine has no list of its regions')

test.skipIf(!isThere)('this machine’s own list pastes whole, and runs', () => {
  const source = readFileSync(MAPS, 'utf8')
  const run = new CellRun(cell('maps', source, { language: 'process', image: 'linux', show: ['maps'] }), [])
  run.advance(1000)
  const { state, diagnostics } = run.result()
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(state).toBe('done')
})
