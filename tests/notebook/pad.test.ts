import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGUAGE_NAMES, type Language } from '#notebook/cell.ts'
import { CellRun } from '#notebook/run-cell.ts'
import {
  changedCell,
  definitionsOf,
  joined,
  movedCell,
  readPad,
  withCell,
  withoutCell,
  type Pad,
} from '#notebook/pad.ts'

const LANGUAGES = Object.keys(LANGUAGE_NAMES) as Language[]
const ids = (pad: Pad) => pad.map(({ id }) => id).join(' ')
const three = ['rust', 'asm', 'access'].reduce<Pad>(
  (pad, language, at) => withCell(pad, at, language as Language),
  [],
)

describe('a pad', () => {
  test('gets cells anywhere, each with a name of its own', () => {
    expect(ids(three)).toBe('c1 c2 c3')
    expect(ids(withCell(three, 0, 'pages'))).toBe('c4 c1 c2 c3')
    expect(ids(withCell(withoutCell(three, 'c2'), 1, 'pages'))).toBe('c1 c4 c3')
  })

  test('has its cells moved, and no further than its ends', () => {
    expect(ids(movedCell(three, 'c1', 1))).toBe('c2 c1 c3')
    expect(ids(movedCell(three, 'c3', -1))).toBe('c1 c3 c2')
    expect(movedCell(three, 'c1', -1)).toBe(three)
    expect(movedCell(three, 'c3', 1)).toBe(three)
    expect(movedCell(three, 'nobody', 1)).toBe(three)
  })

  test('lets a cell start from the one above it, wherever that has gone', () => {
    const after = (pad: Pad) => definitionsOf(pad).map((cell) => cell.after)
    expect(after(three)).toEqual([undefined, 'c1', 'c2'])
    expect(after(movedCell(three, 'c2', -1))).toEqual([undefined, undefined, 'c1'])
    expect(after(withoutCell(three, 'c2'))).toEqual([undefined, 'c1'])
    expect(after(changedCell(three, 'c2', { follows: false }))).toEqual([undefined, undefined, 'c2'])
  })

  test('is read as it was written', () => {
    expect(readPad(JSON.stringify(three))).toEqual(three)
  })

  test('that is damaged is none', () => {
    for (const text of ['', '{}', 'null', '[1]', '[null]', JSON.stringify([three[0], three[0]])]) {
      expect(readPad(text)).toBeUndefined()
    }
    expect(readPad(JSON.stringify(changedCell(three, 'c1', { id: '"><b>' })))).toBeUndefined()
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readPad(text) ?? []).toBeInstanceOf(Array)
      }),
    )
  })

  test('takes another one in below, and loses none of its own', () => {
    const both = joined(three, three)
    expect(ids(both)).toBe('c1 c2 c3 c4 c5 c6')
    expect(both.slice(0, 3)).toEqual(three)
  })

  test('stays within bounds', () => {
    const many = Array.from({ length: 150 }).reduce<Pad>((pad) => withCell(pad, 0, 'asm'), [])
    expect(many).toHaveLength(100)
    expect(joined(many, three)).toHaveLength(100)
  })
})

test.each(LANGUAGES)('the first source of a %s cell runs', (language) => {
  const [cell] = definitionsOf(withCell([], 0, language))
  const run = new CellRun(cell!, [])
  run.toEnd()
  expect(run.result().diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(run.result().views.length).toBeGreaterThan(0)
})
