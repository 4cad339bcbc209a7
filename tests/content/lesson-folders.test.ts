import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { lessonFolders } from '#notebook/build/lesson-folders.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

test('lessons lie in the course’s folder, and behind them in one that is named', () => {
  expect(lessonFolders(undefined, ROOT)).toEqual(['content/lessons'])
  expect(lessonFolders('', ROOT)).toEqual(['content/lessons'])
  expect(lessonFolders('./tests/site/own-lessons/', ROOT)).toEqual([
    'content/lessons',
    'tests/site/own-lessons',
  ])
  expect(lessonFolders('content/lessons', ROOT)).toEqual(['content/lessons'])
})

test('a folder that is not there, or that lies elsewhere, is refused in a sentence', () => {
  for (const own of ['no-such-folder', '..', '/tmp', '.', 'README.md', 'content'])
    expect(() => lessonFolders(own, ROOT)).toThrow(
      `PAGEWALK_LESSONS names ${own}: there is no such folder of lessons inside`,
    )
})
