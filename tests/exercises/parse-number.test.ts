import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseBytes, parseNumber } from '#exercises/worker/parse-number.ts'

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
    ['24575 B', 24575n, 10],
    ['24575 b', 24575n, 10],
    ['24,575 bytes', 24575n, 10],
    ['24575bytes', 24575n, 10],
    ['0x5FFF B', 24575n, 16],
    ['5FFFh B', 24575n, 16],
    ['5FFF bytes', 24575n, 16],
    ['\u22125 B', -5n, 10],
    ['4 KiB', 4096n, 10],
    ['4KiB', 4096n, 10],
    ['2 MiB', 2_097_152n, 10],
    ['16 pages', 16n, 10],
    ['3 levels', 3n, 10],
    ['12 cycles', 12n, 10],
    ['32 bits', 32n, 10],
    ['5FFB', 24571n, 16],
    ['0x24575B', 0x24575bn, 16],
    ['7FFF 007F EFFF', 0x7fff007fefffn, 16],
  ] as const)('reads %s', (text, value, base) => {
    expect(parseNumber(text)).toEqual({ ok: true, value, base })
  })

  test.each([
    ['', 'Type a number first'],
    ['0x7FFF…EFFF', 'The short form leaves digits out'],
    ['0x7FFF...EFFF', 'The short form leaves digits out'],
    ['101b', 'binary and as hexadecimal'],
    ['0b12', 'like a binary number'],
    ['24575B', '24575 bytes and as hexadecimal'],
    ['24575d', '24575 in decimal and as hexadecimal'],
    ['1e5', '1 with 5 zeros and as hexadecimal'],
    ['4 KB', 'Write KiB'],
    ['4096 bananas', 'is not a number'],
    ['bytes', 'is not a number'],
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

  test('reads a number with a unit as it reads the number', () => {
    const numbers = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n })
    fc.assert(
      fc.property(numbers, fc.constantFrom('B', 'bytes', 'bits', 'pages', 'cycles', 'ns'), (value, unit) => {
        for (const form of [`${value}`, `0x${value.toString(16)}`, `0${value.toString(16)}h`])
          expect(parseNumber(`${form} ${unit}`)).toEqual(parseNumber(form))
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
