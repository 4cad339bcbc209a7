import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SEED } from '../seed.ts'
import { checkRecord, type VectorRecord } from './run.ts'

interface Run extends VectorRecord {
  readonly config: Readonly<Record<string, number>>
  /** What the simulator was called with. */
  readonly args?: string
}

const SCRIPT = join(import.meta.dirname, 'textbook-runs.py')
const hasPython = spawnSync('python3', ['--version']).status === 0
if (!hasPython) console.log('skipped: fresh runs of the textbooks’ simulators, since there is no python3')

/** More of them where somebody waits for it. */
const RUNS_EACH = process.env['PAGEWALK_CLOSELY'] === '1' ? 500 : 25

function simulate(asked: readonly Run[]): Run[] {
  const input = asked.map(({ kind, id, config }) => JSON.stringify({ kind, id, config })).join('\n')
  const { status, stdout, stderr } = spawnSync('python3', [SCRIPT], { input, maxBuffer: 2 ** 28 })
  expect([status, String(stderr)]).toEqual([0, ''])
  return String(stdout)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Run)
}

function recorded(name: string): Run[] {
  const file = join(import.meta.dirname, 'vectors', `textbook-${name}.jsonl`)
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Run)
}

const KINDS: Readonly<Record<string, (number: number) => Record<string, number>>> = {
  relocation: (number) => ({ asize: 2 ** (7 + (number % 10)), psize: 2 ** (11 + (number % 10)), n: 12 }),
  segmentation: (number) => ({ asize: 2 ** (7 + (number % 8)), psize: 2 ** (10 + (number % 8)), n: 12 }),
  linear(number) {
    const pageBits = 5 + (number % 9)
    const sizes = { page_size: 2 ** pageBits, page_offset_bits: pageBits }
    const all = { ...sizes, asize: 2 ** (pageBits + 4), psize: 2 ** (pageBits + 6) }
    return { ...all, used_percent: 25 * (1 + (number % 4)), n: 12 }
  },
  multilevel: (number) => ({ allocated: 1 + (number % 90), n: 12 }),
}

describe.skipIf(!hasPython)('the textbooks’ simulators, run anew', () => {
  test.each(['relocation', 'segmentation', 'linear'])('give for %s what is recorded of them', (name) => {
    // One of them was told its limit instead of drawing it.
    const records = recorded(name).filter(({ args }) => !/ -[bl] /.test(args!))
    expect(records.length).toBeGreaterThan(10)
    const told = (run: object) =>
      JSON.stringify(run, ['base', 'limit', 'page_table', 'segments', 'trace', 'va', 'pa'])
    const again = simulate(records)
    expect(again.map(told)).toEqual(records.map(told))
  })

  test.each(Object.entries(KINDS))(
    'agree on %s for seeds of which nothing is recorded',
    async (name, configOf) => {
      const asked = Array.from({ length: RUNS_EACH }, (_, number): Run => {
        const config = { seed: 1000 * SEED + number, ...configOf(number) }
        return { kind: `textbook-${name}`, id: `${name} ${config.seed}`, config }
      })
      for (const run of simulate(asked))
        expect([run.id, await checkRecord(run, '')]).toEqual([run.id, undefined])
    },
  )
})
