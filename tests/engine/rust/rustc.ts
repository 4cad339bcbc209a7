import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { panicMessage, type Outcome } from './run-program.ts'

/** Undefined where there is none: what needs it is skipped. */
export const rustc = ['rustc', join(homedir(), '.cargo/bin/rustc')].find(
  (path) => spawnSync(path, ['--version']).status === 0,
)
if (rustc === undefined)
  console.warn('rustc is absent: nothing was compared with it; stored outcomes served where there are any.')

const output = mkdtempSync(join(tmpdir(), 'pagewalk-programs-'))
afterAll(() => rmSync(output, { recursive: true }))

const SIGABRT = 134

/** Compiles a program by rustc and runs it. @throws Error with rustc's words if it is refused */
export function runByRustc(source: string): Outcome {
  const executable = join(output, 'program')
  const options = ['--edition=2024', '-A', 'warnings', '-o', executable, '-']
  const compiled = spawnSync(rustc ?? '', options, { input: source, encoding: 'utf8' })
  if (compiled.status !== 0) throw new Error(compiled.stderr)
  const { stdout, stderr, status } = spawnSync(executable, { encoding: 'utf8' })
  return { stdout, exit_code: status ?? SIGABRT, panic: panicMessage(stderr) }
}
