import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGUAGE_NAMES } from '#notebook/shared/language.ts'
import { joined, undone } from '#notebook/page/pads-together.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import {
  changedCell,
  definitionsOf,
  firstPad,
  movedCell,
  readPad,
  withCell,
  withoutCell,
  type Pad,
} from '#notebook/page/pad.ts'

const languages = (pad: Pad) => pad.map(({ language }) => language).join(' ')
const three = withCell(withCell(firstPad(), 1, 'asm'), 2, 'access')
const [, second, third] = three.map(({ id }) => id) as [string, string, string]

describe('a pad', () => {
  test('gets cells anywhere, each with a name that no other ever had', () => {
    const names = (pad: Pad) => pad.map(({ id }) => id)
    expect(new Set(names(three)).size).toBe(3)
    expect(languages(withCell(three, 0, 'pages'))).toBe('pages rust asm access')
    const without = withoutCell(three, second)
    expect(names(withCell(without, 1, 'pages'))[1]).not.toBe(second)
    expect(languages(withCell(without, 1, 'pages'))).toBe('rust pages access')
  })

  test('has its cells moved, and no further than its ends', () => {
    expect(languages(movedCell(three, 'c1', 1))).toBe('asm rust access')
    expect(languages(movedCell(three, third, -1))).toBe('rust access asm')
    expect(movedCell(three, 'c1', -1)).toBe(three)
    expect(movedCell(three, third, 1)).toBe(three)
    expect(movedCell(three, 'nobody', 1)).toBe(three)
  })

  test('lets a cell start from the one above it, wherever that has gone', () => {
    const after = (pad: Pad) => definitionsOf(pad).map((cell) => cell.after)
    expect(after(three)).toEqual([undefined, 'c1', second])
    expect(after(movedCell(three, second, -1))).toEqual([undefined, undefined, 'c1'])
    expect(after(withoutCell(three, second))).toEqual([undefined, 'c1'])
    expect(after(changedCell(three, second, { follows: false }))).toEqual([undefined, undefined, second])
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
    const other = changedCell(three, second, { source: 'nop' })
    const both = joined(three, other)
    expect(languages(both)).toBe('rust asm access rust asm access')
    expect(both.slice(0, 3)).toEqual(three)
    expect(new Set(both.map(({ id }) => id)).size).toBe(6)
  })

  test('takes nothing in that it has already', () => {
    expect(joined(three, three)).toBe(three)
    const more = [...three, ...withCell([], 0, 'process').map((cell) => ({ ...cell, id: 'c9' }))]
    expect(languages(joined(three, more))).toBe('rust asm access process')
  })

  test('is read however long it is, with the usual where an option is damaged', () => {
    const odd = { ...three[0]!, image: 'moon', scheme: 7, hardware: 'usual', source: 'x'.repeat(200_000) }
    expect(readPad(JSON.stringify([odd]))).toMatchObject([{ image: 'walkthrough', scheme: 'one-level' }])
  })

  test('without a step keeps everything that has happened besides', () => {
    const added = withCell(three, 1, 'pages')
    const theirs = withCell(added, 4, 'process')
    expect(languages(undone(theirs, three, added))).toBe('rust asm access process')
    const deleted = withoutCell(three, second)
    expect(languages(undone(withCell(deleted, 1, 'process'), three, deleted))).toBe('rust process asm access')
    const moved = movedCell(three, 'c1', 1)
    expect(languages(undone(withoutCell(moved, third), three, moved))).toBe('rust asm')
    const changed = changedCell(three, second, { follows: false })
    expect(undone(changed, three, changed)).toEqual(three)
  })
})

// An executable must be given first.
test.each(LANGUAGE_NAMES.filter((language) => language !== 'elf'))(
  'the first source of a %s cell runs',
  (language) => {
    const [cell] = definitionsOf(withCell([], 0, language))
    const run = new CellRun(cell!, [])
    run.toEnd()
    expect(run.result().diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(run.result().views.length).toBeGreaterThan(0)
  },
)
