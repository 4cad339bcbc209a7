import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runByRustc, rustc } from './rustc.ts'
import { runProgram } from './run-program.ts'
import { wideProgram, type WideProgram } from './wide-program.ts'

/** Each is compiled whole, with what prints and panics. */
const RUNS = process.env['PAGEWALK_CLOSELY'] === '1' ? 240 : 24

const outcome = ({ stdout, panic }: WideProgram) => ({
  stdout,
  exit_code: panic === null ? 0 : 101,
  panic,
})

describe('a program of the whole language does what its syntax tree says', () => {
  test.each(['packed', 'debug'] as const)('%s', (layout) => {
    fc.assert(
      fc.property(wideProgram, (program) => {
        const { source } = program
        expect({ source, outcome: runProgram(source, layout) }).toEqual({ source, outcome: outcome(program) })
      }),
      { numRuns: RUNS },
    )
  })

  test.skipIf(rustc === undefined)('and so it does by rustc', () => {
    fc.assert(
      fc.property(wideProgram, (program) => {
        const { source } = program
        expect({ source, outcome: runByRustc(source) }).toEqual({ source, outcome: outcome(program) })
      }),
      { numRuns: RUNS / 3 },
    )
  })
})
