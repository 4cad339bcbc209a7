import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { middleOf } from '#engine/rust/middle.ts'
import { Interpreter } from './mir-interpreter.ts'
import type { Outcome } from './run-program.ts'
import { wideProgram } from './wide-program.ts'

/** Blocks that one program may run through here; those that need more are left to the machine. */
const BUDGET = 10_000

/** What a program does by its middle representation; undefined where that takes too long. */
function interpret(source: string): Outcome | undefined {
  const middle = middleOf(source)
  if (!middle.ok) throw new Error(middle.diagnostics[0]?.message)
  const constants = new Map(middle.constants.map((constant) => [constant.item, constant]))
  return new Interpreter(
    middle.bodies,
    (item) => constants.get(item)!.type,
    (item) => constants.get(item)!.value,
    BUDGET,
  ).run()
}

/** Those of the last have no instructions yet. */
const folders = ['programs', 'enums', 'understood'].map((name) => join(import.meta.dirname, name))
const programs = folders.flatMap((folder) =>
  readdirSync(folder).map((name) => [name, join(folder, name)] as const),
)
const withoutAddress = ({ panic, ...rest }: Outcome) => ({
  ...rest,
  panic: panic?.replace(/but is 0x[0-9a-f]+$/, 'but is 0x…') ?? null,
})

describe('the middle representation of a program does what rustc’s program does', () => {
  test.each(programs)('%s', (_name, program) => {
    const source = readFileSync(join(program, 'main.rs'), 'utf8')
    const expected = JSON.parse(readFileSync(join(program, 'expected.json'), 'utf8')) as Outcome
    const outcome = interpret(source)
    if (outcome) expect(withoutAddress(outcome)).toEqual(withoutAddress(expected))
  })

  test('and that of a drawn program what its syntax tree says', () => {
    fc.assert(
      fc.property(wideProgram, ({ source, stdout, panic }) => {
        const outcome = interpret(source)
        if (outcome)
          expect({ source, outcome }).toEqual({
            source,
            outcome: { stdout, exit_code: panic === null ? 0 : 101, panic },
          })
      }),
      { numRuns: Number(process.env['PAGEWALK_DRAWN'] ?? 40) },
    )
  })
})
