import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LEAD, screensOf, type Block } from '#widgets/lesson/screens.ts'

const heading: Block = { kind: 'heading', height: 40 }
const text: Block = { kind: 'text', height: 100 }
const thing: Block = { kind: 'thing', height: 300 }
const answer: Block = { kind: 'answer', height: 30 }
const ROOM = 500

describe('a presented lesson', () => {
  test('has one idea a screen', () => {
    const blocks = [heading, text, text, thing, answer, text, text, heading, heading, thing, thing]
    expect(screensOf(blocks, ROOM)).toEqual([[0, 1, 2], [3, 4], [5, 6], [7, 8, 9], [10]])
  })

  test('keeps a lead with its thing where there is room', () => {
    expect(screensOf([text, thing, text], ROOM)).toEqual([[0, 1], [2]])
    const high: Block = { kind: 'thing', height: 900 }
    expect(screensOf([text, high, text, text, high], ROOM)).toEqual([[0, 1], [2, 3], [4]])
  })

  const kinds = ['heading', 'thing', 'answer', 'text'] as const
  const block = fc.record({ kind: fc.constantFrom(...kinds), height: fc.nat(1200) })

  test('loses nothing, keeps the order, and overflows only with what cannot be parted', () => {
    fc.assert(
      fc.property(fc.array(block), fc.integer({ min: 200, max: 1000 }), (blocks, room) => {
        const screens = screensOf(blocks, room)
        expect(screens.flat()).toEqual(blocks.map((_, index) => index))
        for (const screen of screens) {
          const parts = screen.map((index) => blocks[index]!).filter(({ kind }) => kind !== 'answer')
          const read = parts.filter(({ kind }) => kind !== 'heading')
          const height = parts.reduce((sum, { height }) => sum + height, 0)
          const last = parts.at(-1)
          const isLed = last?.kind === 'thing' && height - last.height <= room * LEAD
          if (read.length > 1 && !isLed) expect(height).toBeLessThanOrEqual(room)
          const begun = parts.findIndex(({ kind }) => kind !== 'heading')
          expect(parts.slice(begun).some(({ kind }) => kind === 'heading') && begun >= 0).toBe(false)
        }
      }),
    )
  })
})
