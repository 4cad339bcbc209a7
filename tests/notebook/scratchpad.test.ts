import { beforeEach, describe, expect, test } from 'vitest'
import { movedCell, withCell, withoutCell } from '#notebook/pad.ts'
import { Scratchpad } from '#notebook/scratchpad.ts'
import { SpokenWorker } from './spoken-worker.ts'

let kept: string | null
let scratchpad: Scratchpad

const open = () =>
  new Scratchpad(
    { read: () => kept, write: (text) => void (kept = text) },
    () => new SpokenWorker(),
    () => {},
  )
const ids = () => scratchpad.now.pad.map(({ id }) => id).join(' ')
const sourceOf = (id: string) => scratchpad.session.cell(id).source

beforeEach(() => {
  kept = null
  scratchpad = open()
})

describe('the scratchpad', () => {
  test('keeps what is written, and has it on the next visit', () => {
    scratchpad.session.edit('c1', 'mine')
    scratchpad.change(withCell(scratchpad.now.pad, 1, 'asm'))
    scratchpad = open()
    expect([ids(), sourceOf('c1')]).toEqual(['c1 c2', 'mine'])
  })

  test('takes back a change, and not what was written since', () => {
    scratchpad.change(withCell(scratchpad.now.pad, 1, 'asm'))
    scratchpad.session.edit('c1', 'written since')
    scratchpad.undo()
    expect([ids(), sourceOf('c1'), scratchpad.now.canUndo]).toEqual(['c1', 'written since', false])
  })

  test('brings a deleted cell back with what was in it', () => {
    scratchpad.change(withCell(scratchpad.now.pad, 1, 'asm'))
    scratchpad.session.edit('c2', 'nop')
    scratchpad.change(withoutCell(scratchpad.now.pad, 'c2'))
    scratchpad.undo()
    expect([ids(), sourceOf('c2')]).toEqual(['c1 c2', 'nop'])
  })

  test('keeps what is written in a cell that is moved', () => {
    scratchpad.change(withCell(scratchpad.now.pad, 1, 'asm'))
    scratchpad.session.edit('c2', 'nop')
    scratchpad.change(movedCell(scratchpad.now.pad, 'c2', -1))
    expect([ids(), sourceOf('c2')]).toEqual(['c2 c1', 'nop'])
  })

  test('shows what another tab has written', () => {
    const other = open()
    other.change(withCell(other.now.pad, 1, 'asm'))
    other.session.edit('c2', 'from over there')
    scratchpad.adopt(kept!)
    expect([ids(), sourceOf('c2')]).toEqual(['c1 c2', 'from over there'])
    scratchpad.adopt('damaged')
    expect(ids()).toBe('c1 c2')
  })

  test('puts a link’s cells below its own, and says so', async () => {
    scratchpad.session.edit('c1', 'sent')
    const fragment = await scratchpad.linkFragment()
    scratchpad.session.edit('c1', 'mine')
    await scratchpad.takeLink(fragment)
    expect([ids(), sourceOf('c1'), sourceOf('c2')]).toEqual(['c1 c2', 'mine', 'sent'])
    expect(scratchpad.now.said).toMatch(/below your own/)
    await scratchpad.takeLink(fragment.slice(0, -5))
    expect(scratchpad.now.said).toMatch(/cannot be read/)
  })

  test('a store that refuses costs only that nothing is kept', () => {
    const refuse = () => {
      throw new Error('full')
    }
    scratchpad = new Scratchpad(
      { read: refuse, write: refuse },
      () => new SpokenWorker(),
      () => {},
    )
    scratchpad.change(withCell(scratchpad.now.pad, 0, 'asm'))
    expect(scratchpad.now.pad).toHaveLength(2)
    expect(scratchpad.now.said).toMatch(/does not keep what you write/)
  })
})
