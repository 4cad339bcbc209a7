import { expect, test } from 'vitest'
import * as bits from '#engine/bits.ts'

test('words become bytes, least significant first, and back', () => {
  expect([...bits.littleEndian(0x1234n, 4)]).toEqual([0x34, 0x12, 0, 0])
  expect([...bits.littleEndian(-2n, 2)]).toEqual([0xfe, 0xff])
  expect(bits.fromLittleEndian([0x64, 0, 0, 0x80])).toBe(0x80000064n)
})

test('widening keeps the sign', () => {
  expect(bits.signExtend(0x80n, 8, 32)).toBe(0xffffff80n)
  expect(bits.signExtend(0x7fn, 8, 64)).toBe(0x7fn)
  expect(bits.signed(0xffn, 8)).toBe(-1n)
  expect(bits.unsigned(-1n, 16)).toBe(0xffffn)
  expect(bits.mask(48)).toBe(0xffff_ffff_ffffn)
})

test('a number fits where its bits do', () => {
  expect([-128n, 127n, 128n].map((value) => bits.fitsSigned(value, 8))).toEqual([true, true, false])
  expect([-1n, 255n, 256n].map((value) => bits.fitsUnsigned(value, 8))).toEqual([false, true, false])
})

test('a 64-bit number is two halves', () => {
  const value = 0x8000_0001_ffff_fffen
  expect(bits.highHalf(value)).toBe(0x8000_0001 | 0)
  expect(bits.lowHalf(value)).toBe(-2)
  expect(bits.fromHalves(bits.lowHalf(value), bits.highHalf(value))).toBe(value)
})
