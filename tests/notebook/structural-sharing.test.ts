import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shareUnchanged } from '#notebook/page/structural-sharing.ts'

const data = fc.jsonValue()

it('says the same as what is now, whatever was before', () => {
  fc.assert(
    fc.property(data, data, (before, now) => {
      const expected = structuredClone(now)
      expect(shareUnchanged(before, now)).toEqual(expected)
    }),
  )
})

it('is the very same as before where nothing has changed', () => {
  fc.assert(
    fc.property(data, (before) => {
      expect(shareUnchanged(before, structuredClone(before))).toBe(before)
    }),
  )
})

it('keeps what stands beside a change, and nothing around it', () => {
  const before = { rows: [{ value: 1 }, { value: 2 }], name: 'x' }
  const kept = shareUnchanged(before, { rows: [{ value: 1 }, { value: 3 }], name: 'x' })
  expect(kept).not.toBe(before)
  expect(kept.rows).not.toBe(before.rows)
  expect(kept.rows[0]).toBe(before.rows[0])
})

it('leaves alone what is no plain data', () => {
  const now = { bytes: new Uint8Array([1]) }
  expect(shareUnchanged({ bytes: new Uint8Array([1]) }, now)).toBe(now)
  expect(shareUnchanged({ length: 0 }, [])).toEqual([])
})
