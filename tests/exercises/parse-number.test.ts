import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBytes, parseNumber } from '#exercises/parse-number.ts'

describe('parseNumber', () => {
  test.each([
    ['0x5FFF', 24575n, 16],
    ['0X5fff', 24575n, 16],
    ['5fffh', 24575n, 16],
    ['5FFF', 24575n, 16],
    ['24575', 24575n, 10],
    ['24,575', 24575n, 10],
    ['24 575', 24575n, 10],
    ['24\u202F575', 24575n, 10],
    ["0x7FFF'007F'EFFF", 0x7fff007fefffn, 16],
    ['0x7FFF_007F_EFFF', 0x7fff007fefffn, 16],
    ['  42  ', 42n, 10],
    ['42h', 0x42n, 16],
    ['0b101010', 42n, 2],
    ['0o52', 42n, 8],
    ['-5', -5n, 10],
    ['\u22125', -5n, 10],
    ['\u2212 0x5', -5n, 16],
    ['+7', 7n, 10],
    ['0', 0n, 10],
  ] as const)('reads %s', (text, value, base) => {
    expect(parseNumber(text)).toEqual({ ok: true, value, base })
  })

  test.each([
    ['', 'Type a number first'],
    ['0x7FFF…EFFF', 'The short form leaves digits out'],
    ['0x7FFF...EFFF', 'The short form leaves digits out'],
    ['101b', 'binary and as hexadecimal'],
    ['0b12', 'like a binary number'],
    ['rbp - 1', 'is a calculation'],
    ['0x5000 + 0xFFF', 'is a calculation'],
    ['forty-two', 'is not a number'],
    ['0x', 'is not a number'],
    ['9'.repeat(200), 'longer than any number'],
  ])('refuses %s with a sentence', (text, part) => {
    expect(parseNumber(text)).toMatchObject({ ok: false, message: expect.stringContaining(part) as string })
  })

  test('reads every number back in every form', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), (value) => {
        const hexadecimal = value.toString(16)
        const forms = [
          value.toString(),
          `0x${hexadecimal}`,
          `0${hexadecimal}h`,
          `0b${value.toString(2)}`.slice(0, 90),
        ]
        for (const form of forms.slice(0, 3)) expect(parseNumber(form)).toMatchObject({ ok: true, value })
      }),
    )
  })

  test('throws at nothing', () => {
    fc.assert(fc.property(fc.string({ maxLength: 120 }), (text) => void parseNumber(text)))
  })
})

describe('parseBytes', () => {
  test.each([
    ['64 00 00 00', '64000000'],
    ['64000000', '64000000'],
    ['0x64, 0x00', '6400'],
    ['2A', '2a'],
    ['2ah', '2a'],
    ['4 0', '0400'],
  ])('reads %s', (text, bytes) => expect(parseBytes(text)).toEqual({ ok: true, bytes }))

  test.each(['', '100', 'xy', '6 4 zz'])('refuses “%s”', (text) =>
    expect(parseBytes(text)).toMatchObject({ ok: false }),
  )
})
