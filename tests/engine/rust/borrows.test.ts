import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '#engine/diagnostic.ts'
import { middleOf } from '#engine/rust/middle.ts'
import { SEED } from '../../seed.ts'
import { rustc } from './rustc.ts'

/**
 * Small programs about moving, lending and ends of lives, several to a file, each below its name; `answers.json` has the
 * code and line of rustc's first error, or null where it has none.
 */
const folder = join(import.meta.dirname, 'borrows')
const answers = JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as Record<string, Answer>
type Answer = { readonly code: string | null; readonly line: number } | null

const programs = readdirSync(folder)
  .filter((file) => file.endsWith('.rs'))
  .flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split(/^\/\/# /m)
      .slice(1)
      .map((text) => {
        const [name = '', ...lines] = text.split('\n')
        return { name: `${file.slice(0, -3)}/${name}`, source: lines.join('\n') }
      }),
  )

function firstError(source: string): Diagnostic | undefined {
  const middle = middleOf(source)
  return middle.ok ? undefined : middle.diagnostics.find(({ severity }) => severity === 'error')
}

const lineOf = (source: string, at: number) => source.slice(0, at).split('\n').length

describe('the course’s compiler answers as rustc does', () => {
  test.each(programs)('$name', ({ name, source }) => {
    const error = firstError(source)
    const answer = error ? { code: error.code ?? null, line: lineOf(source, error.from) } : null
    expect(answer).toEqual(answers[name])
  })
})

describe('what is said of it', () => {
  const find = (name: string) => programs.find((program) => program.name === name)!.source

  test.each([
    ['conflicts/two-mutable', ['&mut x', '*a += 1']],
    ['conflicts/mutable-then-shared', ['&mut x', '*a += *b']],
    ['ends/inner-scope', ['}', 'r']],
    ['moves/moved-twice', ['b']],
    ['loops/moved-in-loop', ['b']],
    ['ends/moved-while-lent', ['&b', 'r']],
  ])('%s shows the places that have to do with it', (name, texts) => {
    const source = find(name)
    const { labels } = firstError(source)!
    expect(labels?.map(({ from, to }) => source.slice(from, to))).toEqual(texts)
  })

  test('every message has a help, and every label a sentence’s part', () => {
    for (const { source } of programs) {
      const error = firstError(source)
      if (error === undefined) continue
      expect(error.help).toMatch(/\.$/)
      for (const { text, from, to } of error.labels ?? []) {
        expect(text).toMatch(/^(?:and |it |its |this |the |`)/)
        expect(to).toBeGreaterThan(from)
      }
    }
  })
})

const SAMPLED = 12

/** A few of them, with each seed others. */
const sampled = fc.sample(fc.shuffledSubarray(programs, { minLength: SAMPLED, maxLength: SAMPLED }), {
  seed: SEED,
  numRuns: 1,
})[0]!

describe.skipIf(rustc === undefined)('rustc', () => {
  test.each(sampled)('$name', ({ name, source }) => {
    const options = [
      '--edition=2024',
      '--emit=metadata',
      '--error-format=json',
      '-A',
      'warnings',
      '-o',
      '/dev/null',
      '-',
    ]
    const { stderr } = spawnSync(rustc ?? '', options, { input: source, encoding: 'utf8' })
    const said = stderr
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { level: string; code: { code: string } | null; rendered: string })
    const error = said.find(({ level }) => level === 'error')
    const line = Number(/--> [^:]*:(\d+):/.exec(error?.rendered ?? '')?.[1])
    expect(error ? { code: error.code?.code ?? null, line } : null).toEqual(answers[name])
  })
})
