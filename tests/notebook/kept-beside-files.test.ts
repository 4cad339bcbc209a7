import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keptBesideFiles } from '#notebook/build/kept-beside-files.ts'

test('what is made of a folder is kept until a file in it changes, comes or goes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lesson-'))
  const file = join(folder, 'lesson.mdx')
  writeFileSync(file, 'one')
  mkdirSync(join(folder, 'snippets'))
  let made = 0
  const make = keptBesideFiles(() => ++made)
  expect([make('a', file), make('a', file)]).toEqual([1, 1])
  expect(make('b', file), 'of another lesson').toBe(2)
  writeFileSync(file, 'longer')
  expect([make('a', file), make('a', file)]).toEqual([3, 3])
  writeFileSync(join(folder, 'snippets', 'x.rs'), '')
  expect([make('a', file), make('a', file)]).toEqual([4, 4])
  rmSync(join(folder, 'snippets', 'x.rs'))
  expect([make('a', file), make('a', file)]).toEqual([5, 5])
  rmSync(folder, { recursive: true })
})
