import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SEED } from '../../seed.ts'
import { runByRustc, rustc } from './rustc.ts'
import { layoutsOf, runProgram, type Outcome } from './run-program.ts'

/**
 * A program is a folder: `main.rs`, and in `expected.json` what it prints and how it ends when rustc compiled it.
 * Adding a folder adds a test. In an ordinary run each is compiled for one of the two layouts, and rustc itself is asked
 * about an eighth of them; with PAGEWALK_CLOSELY=1 for both, and about all.
 */
const programs = ['programs', 'enums', 'owned'].flatMap((folder) =>
  readdirSync(join(import.meta.dirname, folder))
    .sort()
    .map((name) => `${folder}/${name}`),
)

function read(program: string): { source: string; expected: Outcome } {
  return {
    source: readFileSync(join(import.meta.dirname, program, 'main.rs'), 'utf8'),
    expected: JSON.parse(
      readFileSync(join(import.meta.dirname, program, 'expected.json'), 'utf8'),
    ) as Outcome,
  }
}

/** An address is different each time. */
function comparable(outcome: Outcome | string): Outcome | string {
  if (typeof outcome === 'string') return outcome
  const panic = outcome.panic?.replace(/but is 0x[0-9a-f]+$/, 'but is 0x…') ?? null
  return { ...outcome, panic }
}

describe.each(['packed', 'debug'] as const)('on our machine, %s', (layout) => {
  const own = programs.filter((program) => layoutsOf(read(program).source).includes(layout))
  test.each(own)('%s', (program) => {
    const { source, expected } = read(program)
    expect(comparable(runProgram(source, layout))).toEqual(comparable(expected))
  })
})

const SHARES = 8
const share = SEED % SHARES
const isWhole = process.env['PAGEWALK_CLOSELY'] === '1'
const asked = programs.filter((_program, at) => isWhole || at % SHARES === share)

describe.skipIf(rustc === undefined)('by rustc', () => {
  test.each(asked)('%s', (program) => {
    const { source, expected } = read(program)
    expect(comparable(runByRustc(source))).toEqual(comparable(expected))
  })
})
