import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { compile } from '#engine/rust/compile.ts'

/**
 * A sample is a folder: `main.rs`, and in `expected.json` what the course's compiler answers (its first error, or the
 * warnings it gives) and, only where it differs, what rustc answers. Adding a folder adds a test.
 */
interface Expected {
  readonly course: Answer
  readonly rustc?: Answer
}

interface Answer {
  readonly accepts: boolean
  readonly code?: string | null
  /** Counted from 1. */
  readonly line?: number
  readonly warnings?: readonly string[]
}

const folder = join(import.meta.dirname, 'samples')
const samples = readdirSync(folder).sort()

function read(sample: string): { source: string; expected: Expected } {
  return {
    source: readFileSync(join(folder, sample, 'main.rs'), 'utf8'),
    expected: JSON.parse(readFileSync(join(folder, sample, 'expected.json'), 'utf8')) as Expected,
  }
}

function answerOfCourse(source: string): Answer {
  const { ok, diagnostics } = compile(source, { layout: 'packed' })
  const warnings = diagnostics.flatMap(({ severity, code }) => (severity === 'warning' ? [code ?? ''] : []))
  if (ok) return { accepts: true, ...(warnings.length > 0 && { warnings }) }
  const first = diagnostics[0]
  if (first === undefined) throw new Error('refused without a word')
  return { accepts: false, code: first.code ?? null, line: source.slice(0, first.from).split('\n').length }
}

describe('the course’s compiler', () => {
  test.each(samples)('%s', (sample) => {
    const { source, expected } = read(sample)
    expect(answerOfCourse(source)).toEqual(expected.course)
  })
})

const rustc = ['rustc', join(homedir(), '.cargo/bin/rustc')].find(
  (path) => spawnSync(path, ['--version']).status === 0,
)
if (rustc === undefined)
  console.warn('rustc is absent: its answers to the samples were skipped; the stored ones served.')

interface RustcDiagnostic {
  readonly level: string
  readonly code: { readonly code: string } | null
  readonly rendered: string
}

const output = mkdtempSync(join(tmpdir(), 'pagewalk-rustc-'))
afterAll(() => rmSync(output, { recursive: true }))

function answerOfRustc(source: string): Answer {
  const options = [
    '--edition=2024',
    // Of a library's functions none is `main`.
    `--crate-type=${/^fn main\b/m.test(source) ? 'bin' : 'lib'}`,
    '--emit=obj',
    '--error-format=json',
    '-o',
    join(output, 'sample.o'),
    '-',
  ]
  const { stderr } = spawnSync(rustc ?? '', options, { input: source, encoding: 'utf8' })
  const diagnostics = stderr
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as RustcDiagnostic)
  const first = diagnostics.find(({ level }) => level === 'error')
  if (first === undefined) return { accepts: true }
  return {
    accepts: false,
    code: first.code?.code ?? null,
    line: Number(/--> [^:]*:(\d+):/.exec(first.rendered)?.[1]),
  }
}

describe.skipIf(rustc === undefined)('rustc', () => {
  test.each(samples)('%s', (sample) => {
    const { source, expected } = read(sample)
    const { accepts, code, line } = expected.rustc ?? expected.course
    expect(answerOfRustc(source)).toEqual(accepts ? { accepts } : { accepts, code, line })
  })

  test('accepts everything that the course accepts', () => {
    const wrong = samples
      .map(read)
      .filter(({ expected }) => expected.course.accepts && expected.rustc?.accepts === false)
    expect(wrong).toEqual([])
  })
})
