import { describe, expect, test } from 'vitest'
import {
  frameBase,
  frameNumber,
  frameOf,
  groupedHex,
  hex,
  pageNumber,
  pageOf,
  pageOffset,
  pageStart,
  physicalAddress,
  readNumber,
  shortHex,
  virtualAddress,
  wrapAddress,
} from '#engine/units.ts'

describe('an address', () => {
  test('is a page and an offset', () => {
    const address = virtualAddress(0x7fff_007f_efffn)
    expect(pageOf(address)).toBe(0x7_fff0_07fe)
    expect(pageOffset(address)).toBe(0xfff)
    expect(pageStart(pageOf(address)) + 0xfffn).toBe(address)
  })

  test('in RAM is a frame and an offset', () => {
    const address = physicalAddress(0x5fff)
    expect(frameOf(address)).toBe(5)
    expect(frameBase(frameOf(address)) + pageOffset(address)).toBe(0x5fff)
  })

  test('outside its range is refused', () => {
    expect(() => virtualAddress(-1n)).toThrow(RangeError)
    expect(() => virtualAddress(1n << 64n)).toThrow(RangeError)
    expect(() => physicalAddress(2 ** 52)).toThrow(RangeError)
    expect(() => physicalAddress(1.5)).toThrow(RangeError)
    expect(() => pageNumber(-1)).toThrow(RangeError)
    expect(() => frameNumber(2 ** 40)).toThrow(RangeError)
  })

  test('wraps around as 64-bit sums do', () => {
    expect(wrapAddress(-1n)).toBe(0xffff_ffff_ffff_ffffn)
    expect(wrapAddress((1n << 64n) + 5n)).toBe(5n)
  })
})

describe('printing', () => {
  test.each([
    [0x7fff_007f_efffn, '0x7FFF007FEFFF', '0x7FFF_007F_EFFF', '0x7FFF…EFFF'],
    [0x5fff, '0x5FFF', '0x5FFF', '0x5FFF'],
    [0x7_fff0_07fe, '0x7FFF007FE', '0x7_FFF0_07FE', '0x7FFF…07FE'],
    [0n, '0x0', '0x0', '0x0'],
    [0x12345, '0x12345', '0x1_2345', '0x12345'],
  ])('%d as canonical, grouped and short text', (value, canonical, grouped, short) => {
    expect(hex(value)).toBe(canonical)
    expect(groupedHex(value)).toBe(grouped)
    expect(shortHex(value)).toBe(short)
  })
})

test.each([
  ['42', 42n],
  ['0x7FFF_007F', 0x7fff007fn],
  ['0b1010', 10n],
  ['0o17', 15n],
  ['1_000', 1000n],
  ['0x', undefined],
  ['12ab', undefined],
  ['', undefined],
  ['-1', undefined],
])('%j is read as %s', (text, value) => expect(readNumber(text)).toBe(value))
