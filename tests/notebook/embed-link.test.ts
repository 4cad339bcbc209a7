import { expect, test } from 'vitest'
import { embedSnippet, isTooLongToEmbed, readEmbedded } from '#notebook/page/embed-link.ts'

test.each([
  ['#cell=accessing-x/example', { kind: 'cell', lesson: 'accessing-x', id: 'example' }],
  ['#picture=a/b/stack', { kind: 'picture', lesson: 'a', id: 'b', view: 'stack' }],
  ['#exercise=a/b&seed=7', { kind: 'exercise', lesson: 'a', id: 'b', seed: 7 }],
  ['#cell=a/b&source=mov+rax%2C+1%0Aret', { kind: 'cell', lesson: 'a', id: 'b', source: 'mov rax, 1\nret' }],
  ['#cell=a/b/stack', undefined],
  ['#picture=a/b', undefined],
  ['', undefined],
])('%s is read', (fragment, embedded) => {
  expect(readEmbedded(fragment)).toEqual(embedded)
})

test.each([
  [20_000, false],
  [20_001, true],
])('a source of %i characters is said to be too long: %s', (length, isTooLong) => {
  const source = '<'.repeat(length)
  expect(isTooLongToEmbed(source)).toBe(isTooLong)
  const snippet = embedSnippet('https://a.b/c/lessons/accessing-x/', 'Mine', 'example', source) ?? ''
  const [, address = ''] = /src="([^"]*)"/.exec(snippet) ?? []
  const read = readEmbedded(new URL(address.replaceAll('&amp;', '&')).hash)
  expect(read).toEqual({
    ...{ kind: 'cell', lesson: 'accessing-x', id: 'example' },
    ...(isTooLong ? { isTooLong } : { source }),
  })
})
