import { beforeEach, describe, expect, test } from 'vitest'
import type { Language } from '#notebook/shared/language.ts'
import { StoredPad } from '#notebook/page/stored-pad.ts'
import { SharedStorage, type TabStorage } from './faulty-storage.ts'
import { movedCell, withCell, withoutCell } from '#notebook/page/pad.ts'
import { padFragment } from '#notebook/page/pad-links.ts'
import { Scratchpad } from '#notebook/page/scratchpad.ts'
import { SpokenWorker } from './spoken-worker.ts'

let storage: SharedStorage
let scratchpad: Scratchpad

const open = (tab: TabStorage | undefined = storage.open()) =>
  new Scratchpad(
    new StoredPad('pad', () => tab),
    () => new SpokenWorker(),
    () => {},
  )
const hear = (tab: TabStorage, pad: Scratchpad) => tab.hear((key, text) => pad.attend(key, text))
const order = (pad = scratchpad) => pad.now.pad.map(({ id }) => id)
const sources = (pad = scratchpad) => order(pad).map((id) => pad.session.cell(id).source)
const removed = (pad = scratchpad) => pad.now.removed.map(({ source }) => source)
/** Adds a cell, and writes into it. @returns its name */
function add(language: Language, source: string, at = scratchpad.now.pad.length, pad = scratchpad): string {
  pad.change(withCell(pad.now.pad, at, language))
  const { id } = pad.now.pad[at]!
  pad.session.edit(id, source)
  return id
}

beforeEach(() => {
  storage = new SharedStorage()
  scratchpad = open()
})

describe('the scratchpad', () => {
  test('keeps what is written, and has it on the next visit', () => {
    scratchpad.session.edit('c1', 'mine')
    const id = add('asm', 'nop')
    scratchpad = open()
    expect([order(), sources()]).toEqual([
      ['c1', id],
      ['mine', 'nop'],
    ])
  })

  test('takes back a change, and not what was written since', async () => {
    scratchpad.change(withCell(scratchpad.now.pad, 1, 'asm'))
    scratchpad.session.edit('c1', 'written since')
    await scratchpad.undo()
    expect([sources(), scratchpad.now.canUndo]).toEqual([['written since'], false])
    expect(sources(open())).toEqual(['written since'])
  })

  test('brings a deleted cell back with what was in it, by undoing and from the list, after a reload too', async () => {
    const id = add('asm', 'nop')
    scratchpad.change(withoutCell(scratchpad.now.pad, id))
    expect(removed()).toEqual(['nop'])
    await scratchpad.undo()
    expect([sources()[1], removed()]).toEqual(['nop', []])
    scratchpad.change(withoutCell(scratchpad.now.pad, id))
    scratchpad = open()
    expect([order(), removed()]).toEqual([['c1'], ['nop']])
    scratchpad.bringBack(scratchpad.now.removed[0]!.id)
    expect([sources(open())[1], open().now.pad[1]?.language]).toEqual(['nop', 'asm'])
  })

  test('loses nothing that was written into a cell whose adding is undone', async () => {
    add('asm', 'nop')
    await scratchpad.undo()
    expect([order(), removed(open())]).toEqual([['c1'], ['nop']])
  })

  test('keeps what is written in a cell that is moved', () => {
    const id = add('asm', 'nop')
    scratchpad.change(movedCell(scratchpad.now.pad, id, -1))
    expect([order(), sources()[0]]).toEqual([[id, 'c1'], 'nop'])
    expect(order(open())).toEqual([id, 'c1'])
  })

  test('shows what another tab has written', () => {
    const [one, other] = [storage.open(), storage.open()]
    const [here, there] = [open(one), open(other)]
    const id = add('asm', 'from over there', 1, there)
    hear(one, here)
    expect([order(here), sources(here)[1]]).toEqual([['c1', id], 'from over there'])
    storage.items.set('pad:order', 'damaged')
    here.attend('pad:order', 'damaged')
    expect(order(here)).toContain(id)
  })

  test('of two tabs that delete, add and undo mixes no languages and loses no source', async () => {
    const [one, other] = [storage.open(), storage.open()]
    scratchpad.session.edit('c1', 'fn main() { let first: u8 = 1; }')
    const second = add('rust', 'fn main() { let second: u8 = 2; }')
    const [here, there] = [open(one), open(other)]
    here.change(withoutCell(here.now.pad, second))
    hear(other, there)
    const added = add('asm', 'mov eax, 1', 1, there)
    hear(one, here)
    await here.undo()
    hear(other, there)
    for (const pad of [here, there, open()]) {
      expect(Object.fromEntries(pad.now.pad.map(({ id, language }) => [id, language]))).toEqual({
        c1: 'rust',
        [second]: 'rust',
        [added]: 'asm',
      })
      expect(pad.session.cell(second).source).toContain('second')
      expect(pad.session.cell(added).source).toBe('mov eax, 1')
    }
  })

  test('loses nothing that is written into a cell while another tab deletes it as it was', () => {
    scratchpad.session.edit('c1', 'first')
    const id = add('asm', 'nop')
    const [here, there] = [storage.open(), storage.open()]
    const [one, other] = [open(here), open(there)]
    one.session.edit(id, 'written here')
    other.change(withoutCell(other.now.pad, id))
    hear(here, one)
    expect([order(one), removed(one)]).toEqual([['c1'], expect.arrayContaining(['nop', 'written here'])])
  })

  test('deletes what another tab has written only as it was read', () => {
    const id = add('asm', 'nop')
    const late = storage.open()
    const sleeper = open(late)
    scratchpad.session.edit(id, 'unheard of')
    // It has slept: the storage has the news, and the page was not told.
    late.hear(() => {})
    sleeper.change(withoutCell(sleeper.now.pad, id))
    expect(removed(open())).toEqual(expect.arrayContaining(['unheard of', 'nop']))
  })

  test('puts a link’s cells below its own, and says so; its own link adds nothing', async () => {
    scratchpad.session.edit('c1', 'sent')
    const fragment = (await padFragment(scratchpad.cells)) ?? ''
    expect(await scratchpad.takeLink(fragment)).toBe(true)
    expect([sources(), scratchpad.now.said]).toEqual([['sent'], 'You have the cells of this link already.'])
    expect(scratchpad.now.canUndo).toBe(false)
    scratchpad.session.edit('c1', 'mine')
    await scratchpad.takeLink(fragment)
    expect(sources()).toEqual(['mine', 'sent'])
    expect(scratchpad.now.said).toMatch(/below your own/)
    await scratchpad.takeLink(fragment.slice(0, -5))
    expect(scratchpad.now.said).toMatch(/cannot be read/)
  })

  test('of somebody who has none becomes the link’s, whole', async () => {
    scratchpad.change(withoutCell(scratchpad.now.pad, 'c1'))
    add('asm', 'mov eax, 7')
    add('access', 'read u8 [rsp]')
    const fragment = (await padFragment(scratchpad.cells)) ?? ''
    storage = new SharedStorage()
    scratchpad = open()
    expect(await scratchpad.takeLink(fragment)).toBe(true)
    expect(sources()).toEqual(['mov eax, 7', 'read u8 [rsp]'])
    expect(sources(open())).toEqual(sources())
  })

  test('of somebody who has none gets all cells of a link, also those that look like a new pad’s', async () => {
    add('rust', 'fn main() { let y: u8 = 1; }')
    const fragment = (await padFragment(scratchpad.cells)) ?? ''
    const sent = sources()
    storage = new SharedStorage()
    scratchpad = open()
    await scratchpad.takeLink(fragment)
    expect(sources()).toEqual(sent)
  })

  test('says where it has as many cells as it can hold, and takes none of a link that are too many', async () => {
    add('asm', 'nop')
    const fragment = (await padFragment(scratchpad.cells)) ?? ''
    storage = new SharedStorage()
    scratchpad = open()
    for (let count = 1; count < 100; count++) add('rust', `fn main() { /* ${count} */ }`)
    expect(scratchpad.now.pad).toHaveLength(100)
    scratchpad.change(withCell(scratchpad.now.pad, 0, 'rust'))
    expect(scratchpad.now.said).toMatch(/100 cells at most/)
    expect(await scratchpad.takeLink(fragment)).toBe(false)
    expect([scratchpad.now.pad.length, scratchpad.now.said]).toEqual([
      100,
      expect.stringMatching(/more than 100/),
    ])
  })

  test('keeps everything else where a source has become too long, and says so', () => {
    scratchpad.session.edit('c1', 'short')
    const id = add('asm', 'nop')
    scratchpad.session.edit('c1', 'x'.repeat(100_001))
    expect(scratchpad.now.said).toMatch(/longer than the 100,000/)
    expect(sources(open())).toEqual(['short', 'nop'])
    scratchpad.session.edit('c1', 'short again')
    expect([scratchpad.now.said, sources(open())]).toEqual(['', ['short again', 'nop']])
    expect(order(open())).toEqual(['c1', id])
  })

  test('takes over what used to be kept all together, and puts aside what it cannot read', () => {
    const cell = { id: 'c1', language: 'asm', source: 'nop\r\nnop', follows: false }
    const rest = { image: 'walkthrough', scheme: 'one-level', layout: 'debug' }
    storage.items.set(
      'pad',
      JSON.stringify([
        { ...cell, ...rest },
        { ...cell, ...rest, id: 'c2', source: 'x'.repeat(200_000) },
      ]),
    )
    expect(sources(open()).map((source) => source.length)).toEqual([7, 200_000])
    expect(storage.items.has('pad')).toBe(false)
    storage = new SharedStorage()
    storage.items.set('pad', '{"no')
    const damaged = open()
    expect([damaged.now.said, removed(damaged)]).toEqual([expect.stringMatching(/deleted cells/), ['{"no']])
    expect(removed(open())).toEqual(['{"no'])
  })

  test('of which one value is damaged has all the others, and the rest of that one', () => {
    scratchpad.session.edit('c1', 'first')
    add('asm', 'second')
    for (const name of [...storage.items.keys()]) {
      const whole = storage.items.get(name)!
      for (const damaged of [whole.slice(4), whole.replace('"', '?'), whole.replace(':2', ':9')]) {
        storage.items.set(name, damaged)
        const pad = open()
        const all = [...sources(pad), ...removed(pad)]
        for (const source of ['first', 'second'])
          expect(
            all.some((each) => each.endsWith(source)),
            damaged,
          ).toBe(true)
      }
      storage.items.set(name, whole)
    }
  })

  test('is kept again where somebody sweeps the storage', () => {
    const tab = storage.open()
    const pad = open(tab)
    pad.session.edit('c1', 'mine')
    storage.sweep()
    hear(tab, pad)
    expect([sources(pad), sources(open())]).toEqual([['mine'], ['mine']])
  })

  test('a store that refuses costs only that nothing is kept', () => {
    storage.fault = 'forbidden'
    scratchpad = open()
    scratchpad.change(withCell(scratchpad.now.pad, 0, 'asm'))
    expect(scratchpad.now.pad).toHaveLength(2)
    expect(scratchpad.now.said).toMatch(/does not keep what you write/)
    expect(
      new Scratchpad(
        new StoredPad('pad', () => undefined),
        () => new SpokenWorker(),
        () => {},
      ).now.said,
    ).toMatch(/does not keep/)
  })
})
