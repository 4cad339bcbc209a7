/** What rustc and nasm answer to edited cells, kept in `answers.jsonl` for machines that have neither. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#notebook/shared/language.ts'

/** A real tool's answer to a source. */
export interface Answer {
  readonly accepts: boolean
  /** The first error's code, where it has one. */
  readonly code?: string
  /** Standard output, and before a panic standard error. */
  readonly output?: string
  /** As a shell tells it; null for what came to no end. */
  readonly exit?: number | null
}

const file = join(import.meta.dirname, 'answers.jsonl')

/** Sources are known by a hash: they are made anew from lessons and edits, and need not be kept twice. */
export function keyOf(language: Language, source: string): string {
  return createHash('sha256').update(`${language}\n${source}`).digest('hex').slice(0, 12)
}

export function readAnswers(): Map<string, Answer> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  return new Map(
    lines.map((line) => {
      const { key, ...answer } = JSON.parse(line) as Answer & { key: string }
      return [key, answer]
    }),
  )
}

export function writeAnswers(answers: ReadonlyMap<string, Answer>): void {
  const lines = [...answers]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, answer]) => JSON.stringify({ key, ...answer }))
  writeFileSync(file, `${lines.join('\n')}\n`)
}
