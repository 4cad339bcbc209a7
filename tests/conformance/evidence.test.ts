/** The page that says what the engine was compared with tells of every record, and of every kind that is checked. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { evidence, judgedClaims, storedAnswers } from '#site/evidence.ts'
import { ownVectorFiles } from './run.ts'

const rows = evidence()
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean).length

test('every record is counted once', () => {
  const records = ownVectorFiles().reduce((sum, file) => sum + linesOf(file), 0)
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(records)
})

test('nothing is told of that was never compared', () => {
  expect(rows.filter(({ count }) => count === 0)).toEqual([])
})

test('every answer of rustc and nasm is counted, and every claim', () => {
  const { accepted, refused } = storedAnswers()
  expect(accepted + refused).toBe(linesOf(join(import.meta.dirname, '../content/reader-edits/answers.jsonl')))
  expect(Math.min(accepted, refused)).toBeGreaterThan(0)
  expect(judgedClaims()).toEqual({ all: 93, exact: 39 })
})
