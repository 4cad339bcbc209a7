import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { panicMessage, runProgram, type Outcome } from './run-program.ts'

/**
 * A program is a folder: `main.rs`, and in `expected.json` what it prints and how it ends when rustc compiled it.
 * Adding a folder adds a test.
 */
const folder = join(import.meta.dirname, 'programs')
const programs = readdirSync(folder).sort()

function read(program: string): { source: string; expected: Outcome } {
  return {
    source: readFileSync(join(folder, program, 'main.rs'), 'utf8'),
    expected: JSON.parse(readFileSync(join(folder, program, 'expected.json'), 'utf8')) as Outcome,
  }
}

/** An address is different each time. */
function comparable(outcome: Outcome | string): Outcome | string {
  if (typeof outcome === 'string') return outcome
  const panic = outcome.panic?.replace(/but is 0x[0-9a-f]+$/, 'but is 0x…') ?? null
  return { ...outcome, panic }
}

describe.each(['packed', 'debug'] as const)('on our machine, %s', (layout) => {
  test.each(programs)('%s', (program) => {
    const { source, expected } = read(program)
    expect(comparable(runProgram(source, layout))).toEqual(comparable(expected))
  })
})

const rustc = ['rustc', join(homedir(), '.cargo/bin/rustc')].find(
  (path) => spawnSync(path, ['--version']).status === 0,
)
if (rustc === undefined)
  console.warn('rustc is absent: its programs were not run; the stored outcomes served.')

const output = mkdtempSync(join(tmpdir(), 'pagewalk-programs-'))
afterAll(() => rmSync(output, { recursive: true }))

const SIGABRT = 134

function runByRustc(source: string): Outcome {
  const executable = join(output, 'program')
  const options = ['--edition=2024', '-A', 'warnings', '-o', executable, '-']
  const compiled = spawnSync(rustc ?? '', options, { input: source, encoding: 'utf8' })
  if (compiled.status !== 0) throw new Error(compiled.stderr)
  const { stdout, stderr, status } = spawnSync(executable, { encoding: 'utf8' })
  return { stdout, exit_code: status ?? SIGABRT, panic: panicMessage(stderr) }
}

describe.skipIf(rustc === undefined)('by rustc', () => {
  test.each(programs)('%s', { timeout: 60_000 }, (program) => {
    const { source, expected } = read(program)
    expect(comparable(runByRustc(source))).toEqual(comparable(expected))
  })
})
