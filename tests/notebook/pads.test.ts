import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { padKey } from '#notebook/page/pad-key.ts'
import { deletePad, padTitles, renamePad, TAKEN } from '#notebook/page/pads.ts'
import { firstPad } from '#notebook/page/pad.ts'
import { StoredPad } from '#notebook/page/stored-pad.ts'
import { SharedStorage } from './faulty-storage.ts'

const BASE = 'pagewalk:/:scratchpad'
const OTHERS = { 'pagewalk:/course/:scratchpad:order': '["c1"]', 'pagewalk:/:heap:c1': 'text' }

let storage: SharedStorage
beforeEach(() => {
  storage = new SharedStorage()
  for (const [key, text] of Object.entries(OTHERS)) storage.items.set(key, text)
})

/** Keeps a cell with this source in a pad. */
function write(title: string, source: string): void {
  const pad = new StoredPad(padKey(BASE, title), () => storage.open())
  const cells = firstPad().map((cell) => ({ ...cell, source }))
  pad.keep(cells[0]!, undefined)
  pad.keepOrder(cells)
}

const read = (title: string) =>
  new StoredPad(padKey(BASE, title), () => storage.open()).read().map(({ source }) => source)
const titles = () => padTitles(BASE, storage.open())

describe('pads', () => {
  test('whatever they are called, each has its own cells, and other things of the course are no pads', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' }), { maxLength: 6 }), (names) => {
        storage.items.clear()
        for (const [key, text] of Object.entries(OTHERS)) storage.items.set(key, text)
        for (const name of names) write(name, `// ${name.length} ${names.indexOf(name)}`)
        expect(new Set(titles())).toEqual(new Set(names))
        for (const name of names) expect(read(name)).toEqual([`// ${name.length} ${names.indexOf(name)}`])
      }),
    )
  })

  test('a pad with another title has the same cells', () => {
    write('', 'mine')
    write('Week 3: maps@home', 'homework')
    expect(renamePad(BASE, storage.open(), '', 'Notes')).toBeUndefined()
    expect(titles()).toEqual(['Notes', 'Week 3: maps@home'])
    expect(read('Notes')).toEqual(['mine'])
    expect(read('')).toEqual([])
    expect(renamePad(BASE, storage.open(), 'Notes', 'Week 3: maps@home')).toBe(TAKEN)
    expect(read('Week 3: maps@home')).toEqual(['homework'])
  })

  test('where there is no room for it, a pad stays what it was', () => {
    write('Notes', 'mine')
    const before = [...storage.items]
    storage.fault = 'full'
    expect(renamePad(BASE, storage.open(), 'Notes', 'Other')).toMatch(/no room/)
    expect([...storage.items]).toEqual(before)
  })

  test('a pad that is deleted takes nothing else along', () => {
    write('', 'mine')
    write('Notes', 'others')
    deletePad(BASE, storage.open(), '')
    expect(titles()).toEqual(['Notes'])
    deletePad(BASE, storage.open(), 'Notes')
    expect(Object.fromEntries(storage.items)).toEqual(OTHERS)
  })
})
