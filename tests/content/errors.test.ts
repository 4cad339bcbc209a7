/** The page of errors: each program makes the mistake that it stands for, and no code of the compiler's is without one. */
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { compile } from '#engine/rust/compile.ts'
import { Random } from '#exercises/shared/random.ts'
import { SEED } from '../seed.ts'

interface ErrorEntry {
  readonly code: string
  readonly example: string
}

const themes = parse(readFileSync('content/errors.yaml', 'utf8')) as {
  readonly errors: readonly ErrorEntry[]
}[]
const entries = themes.flatMap(({ errors }) => errors)

test.each(entries)('$code is what its example is refused with', ({ code, example }) => {
  const { diagnostics } = compile(example, { layout: 'packed' })
  expect(diagnostics.find(({ severity }) => severity === 'error')?.code).toBe(code)
})

test('every code of the compiler’s has one entry', () => {
  const sources = globSync('src/engine/rust/**/*.ts').map((file) => readFileSync(file, 'utf8'))
  const codes = new Set(sources.flatMap((source) => source.match(/\bE0\d{3}\b/g) ?? []))
  expect(entries.map(({ code }) => code).toSorted()).toEqual([...codes].toSorted())
})

const ASKED = process.env['PAGEWALK_CLOSELY'] === '1' ? entries.length : 8
const rustc = ['rustc', join(homedir(), '.cargo/bin/rustc')].find(
  (path) => spawnSync(path, ['--version']).status === 0,
)
if (rustc === undefined) console.warn('rustc is absent: its codes for the examples of errors were skipped.')

describe.skipIf(rustc === undefined)('rustc', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pagewalk-errors-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test.each(new Random(SEED).shuffle(entries).slice(0, ASKED))('gives $code, too', ({ code, example }) => {
    const file = join(folder, `${code}.rs`)
    writeFileSync(file, example)
    const options = ['--edition', '2024', '--emit=metadata', '--out-dir', folder, '--error-format=json', file]
    const { stderr } = spawnSync(rustc!, options, { encoding: 'utf8' })
    const said = stderr
      .split('\n')
      .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Said] : []))
    expect(said.find(({ level }) => level === 'error')?.code?.code).toBe(code)
  })
})

interface Said {
  readonly level: string
  readonly code: { readonly code: string } | null
}
