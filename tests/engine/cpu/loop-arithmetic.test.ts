import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromHalves, highHalf, lowHalf, signed } from '#engine/bits.ts'
import {
  divideLong,
  multiplyLong,
  parity,
  signedProductHigh,
  unsignedProductHigh,
} from '#engine/cpu/loop-arithmetic.ts'

const halves = (value: bigint) => [lowHalf(value), highHalf(value)] as const
const edge = fc.constantFrom(
  0n,
  1n,
  2n ** 31n,
  2n ** 32n - 1n,
  2n ** 32n,
  2n ** 52n,
  2n ** 63n - 1n,
  2n ** 63n,
  2n ** 64n - 1n,
)
const long = fc.oneof(
  edge,
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  fc.bigInt({ min: 0n, max: 100_000n }),
)
const word = fc.oneof(fc.constantFrom(0, 1, -1, 2 ** 31 - 1, -(2 ** 31)), fc.integer())

test('the upper half of products of 32 bits', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(signedProductHigh(a, b)).toBe(highHalf(BigInt(a) * BigInt(b)))
      expect(unsignedProductHigh(a, b)).toBe(highHalf(BigInt(a >>> 0) * BigInt(b >>> 0)))
    }),
    { numRuns: 2000 },
  )
})

test('products of 64 bits', () => {
  const quad = new Int32Array(4)
  fc.assert(
    fc.property(long, long, fc.boolean(), (a, b, isSigned) => {
      multiplyLong(quad, ...halves(a), ...halves(b), isSigned)
      const product = isSigned ? signed(a, 64) * signed(b, 64) : a * b
      const found = fromHalves(quad[0]!, quad[1]!) | (fromHalves(quad[2]!, quad[3]!) << 64n)
      expect(found).toBe(BigInt.asUintN(128, product))
    }),
    { numRuns: 3000 },
  )
})

test('quotients of 64 bits, where plain numbers can tell them', () => {
  const quad = new Int32Array(4)
  fc.assert(
    fc.property(long, long, fc.boolean(), (a, b, isSigned) => {
      const known = divideLong(quad, ...halves(a), ...halves(b), isSigned)
      if (!known) return
      const [dividend, divisor] = isSigned ? [signed(a, 64), signed(b, 64)] : [a, b]
      expect(signed(fromHalves(quad[0]!, quad[1]!), 64)).toBe(signed(dividend / divisor, 64))
      expect(signed(fromHalves(quad[2]!, quad[3]!), 64)).toBe(signed(dividend % divisor, 64))
    }),
    { numRuns: 3000 },
  )
  expect(divideLong(quad, 7, 0, 2, 0, false)).toBe(true)
  expect(divideLong(quad, 7, 0, 0, 0, false)).toBe(false)
})

test('parity counts the ones of a byte', () => {
  expect([0, 1, 3, 7, 255].map((byte) => parity[byte])).toEqual([4, 0, 4, 0, 4])
})
