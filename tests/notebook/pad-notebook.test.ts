/** A pad as a Jupyter notebook, and what becomes of notebooks of somebody else’s. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notebookOfPad, padOfNotebook } from '#notebook/page/pad-notebook.ts'
import { changedCell, withCell, type Pad } from '#notebook/page/pad.ts'
import { LANGUAGE_NAMES } from '#notebook/shared/language.ts'

const every = LANGUAGE_NAMES.reduce<Pad>((pad, language) => withCell(pad, pad.length, language), [])
const nameless = (pad: Pad | string) =>
  typeof pad === 'string' ? pad : pad.map((cell) => ({ ...cell, id: '' }))

test('is read as it was written, whatever its cells are and start from', () => {
  const pad = changedCell(every, every[0]!.id, { hardware: 'swap-lru', layout: 'packed', source: 'ünd\n"\\' })
  expect(nameless(padOfNotebook(notebookOfPad(pad)))).toEqual(nameless(pad))
  const notebook = JSON.parse(notebookOfPad(pad)) as Record<string, unknown>
  expect(notebook).toMatchObject({ nbformat: 4, nbformat_minor: 5 })
})

test('of somebody else’s gives the code that can be run here', () => {
  const cells = [
    { cell_type: 'markdown', source: 'text' },
    { cell_type: 'code', source: ['fn main() {\r\n', '}'] },
    { cell_type: 'code', source: 'nop', metadata: { language: 'Assembly' } },
    { cell_type: 'code', source: 'print()', metadata: { language: 'Python' } },
  ]
  const text = JSON.stringify({ cells, metadata: { language_info: { name: 'rust' } } })
  expect(padOfNotebook(text)).toMatchObject([
    { language: 'rust', source: 'fn main() {\n}', image: 'walkthrough' },
    { language: 'asm', source: 'nop' },
  ])
})

test.each([
  ['', 'damaged'],
  ['{"cells":7}', 'damaged'],
  ['null', 'damaged'],
  ['{"cells":[{"cell_type":"code","source":"1"}]}', 'None of this notebook’s cells'],
])('“%s” gets a sentence', (text, says) => {
  expect(padOfNotebook(text)).toContain(says)
})

test('of any shape at all breaks nothing', () => {
  const cell = fc.dictionary(
    fc.constantFrom('cell_type', 'source', 'metadata'),
    fc.oneof(fc.json(), fc.constant('code')),
  )
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      expect(['string', 'object']).toContain(typeof padOfNotebook(JSON.stringify({ cells })))
    }),
    { numRuns: 20 },
  )
})
