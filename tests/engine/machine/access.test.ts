import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fact } from '#engine/facts.ts'
import { factText } from '#engine/facts/fact-value.ts'
import { parseAccesses, printAccesses } from '#engine/machine/access/parse-access.ts'
import { performAccesses } from '#engine/machine/access/perform.ts'
import { Machine } from '#engine/machine/machine.ts'
import { VALUE_TYPES } from '#engine/machine/value.ts'
import { access, ranRust } from './walkthrough.ts'

const mistakes = (source: string) =>
  parseAccesses(source).diagnostics.map(({ from, to, message }) => [source.slice(from, to), message])

const ask = (machine: Machine, name: string) => {
  const value = fact(machine, name)
  return value && factText(value)
}

describe('accesses', () => {
  test('are read one a line, with comments', () => {
    const source =
      'read u8 [rbp - 1] ; x\n\n# a write\r\nwrite i16 0x7FFF007FEFFB = -3\nswitch B // the other\nread bool flag'
    const { statements, diagnostics } = parseAccesses(source)
    expect(diagnostics).toEqual([])
    expect(printAccesses(statements)).toBe(
      'read u8 [rbp - 1]\nwrite i16 0x7FFF007FEFFB = -3\nswitch B\nread bool flag\n',
    )
  })

  test.each([
    ['raed u8 [rbp]', 'raed', /not something that can be done/],
    ['read', 'read', /missing/],
    ['read u8', 'u8', /missing/],
    ['read u9 [rbp]', 'u9', /not a type/],
    ['read u8 [rbp - 1', '1', /missing/],
    ['read u8 [rbp] twice', 'twice', /does not belong/],
    ['read u8 0x7FFF…EFFF', '0x7FFF…EFFF', /leaves digits out/],
    ['read u8 0xEFFG', '0xEFFG', /not a number/],
    ['write u8 x = 300', '300', /does not fit u8/],
    ['write i8 x = -129', '-129', /does not fit i8/],
    ['write bool x = 2', '2', /does not fit bool/],
    ['write u8 x', 'x', /missing/],
    ['switch', 'switch', /missing/],
    ['read u8\n [rbp]', 'u8', /missing/],
    ['@', '@', /does not belong/],
  ])('%s', (source, marked, message) => {
    expect(mistakes(source)).toEqual([[marked, expect.stringMatching(message)]])
  })

  test('what is printed is read back to itself', () => {
    const term = fc.oneof(
      fc.constantFrom('rbp', 'rsp', 'rax', 'x', 'counter'),
      fc.bigInt(0n, (1n << 64n) - 1n).map((value) => `0x${value.toString(16)}`),
    )
    const address = fc.tuple(term, fc.array(fc.tuple(fc.constantFrom('+', '-'), term), { maxLength: 2 }))
    const operand = address.map(
      ([first, rest]) => `[${first}${rest.map(([sign, more]) => ` ${sign} ${more}`).join('')}]`,
    )
    const integer = fc.constantFrom('u8', 'u16', 'u32', 'u64', 'i8', 'i16', 'i32', 'i64')
    const line = fc.oneof(
      fc.tuple(fc.constantFrom(...VALUE_TYPES), operand).map(([type, at]) => `read ${type} ${at}`),
      fc.tuple(integer, operand, fc.nat(127)).map(([type, at, value]) => `write ${type} ${at} = ${value}`),
      fc.constantFrom('switch A', 'switch B'),
    )
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const first = parseAccesses(lines.join('\n'))
        expect(first.diagnostics).toEqual([])
        expect(first.statements).toHaveLength(lines.length)
        const printed = printAccesses(first.statements)
        expect(printAccesses(parseAccesses(printed).statements)).toBe(printed)
      }),
    )
  })

  test('any text is read and performed, with diagnostics that lie inside it', () => {
    const piece = fc.constantFrom(
      'read',
      'write',
      'u8',
      '[',
      ']',
      'rbp',
      '-',
      '+',
      '1',
      '=',
      '0x',
      '…',
      '\n',
      ' ',
      '#',
      'x',
      '🙂',
    )
    const machine = ranRust()
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join(' ')),
        ),
        (source) => {
          const parsed = parseAccesses(source)
          const performed = performAccesses(machine, parsed.statements)
          for (const { from, to } of [...parsed.diagnostics, ...performed.diagnostics]) {
            expect(0 <= from && from < to && to <= source.length).toBe(true)
          }
        },
      ),
    )
  })
})

describe('performing', () => {
  test('a read tells how its address came about, the walk, the byte and the value', () => {
    const machine = ranRust(undefined, 'four-level')
    const { records } = access(machine, 'read u8 [rbp - 1]')
    expect(records).toMatchObject([
      {
        text: 'read u8 [rbp - 1]',
        computed: {
          address: 0x7fff_007f_efffn,
          base: { register: 'rbp', value: 0x7fff_007f_f000n },
          displacement: -1n,
        },
        parts: [
          {
            byteCount: 1,
            translation: { steps: [{ index: 255 }, { index: 508 }, { index: 3 }, { index: 510 }] },
          },
        ],
        physicalAddress: 0x5fff,
        bytes: Uint8Array.of(42),
        value: '42',
      },
    ])
  })

  test('a variable is known by its name', () => {
    const machine = ranRust()
    expect(access(machine, 'read u32 y\nread u8 [y + 1]').records).toMatchObject([
      { value: '100' },
      { value: '0' },
    ])
    expect(access(machine, 'read u8 z').diagnostics).toMatchObject([{ from: 8, to: 9, help: /x, y/ }])
  })

  test('an access across a page has two parts, and a write tells what it replaced', () => {
    const machine = ranRust()
    const { records } = access(machine, 'write u32 [rbp - 2] = 0x01020304\nread u32 [rbp - 2]')
    expect(records).toMatchObject([
      { parts: [{ byteCount: 2 }, { byteCount: 2 }], replaced: Uint8Array.of(0, 42, 0xf0, 0xff) },
      { value: '16909060', bytes: Uint8Array.of(4, 3, 2, 1) },
    ])
  })

  test('a fault is what an access yields, and the next one is performed', () => {
    const machine = ranRust()
    const { records } = access(
      machine,
      'read u8 0x7FFF00400000\nread u8 0x800000000000\nread u8 [rbp + 0x7FFFFFFFFFFF0000]\nread u8 x',
    )
    expect(records).toMatchObject([
      { fault: { kind: 'page-fault', errorCode: 4 } },
      { fault: { kind: 'general-protection' } },
      { fault: { kind: 'stack-fault' } },
      { value: '42' },
    ])
    expect(['fault.kind', 'access(0).fault', 'access(3).value'].map((name) => ask(machine, name))).toEqual([
      'stack-fault',
      'page-fault',
      '42',
    ])
  })

  test('a switch loads the other process, and is not counted as an access', () => {
    const machine = Machine.boot('pair', 'one-level')
    expect(access(machine, 'switch B\nread u8 [rbp]').records).toMatchObject([
      { kind: 'switch', from: 'A', process: 'B', root: 0x11000 },
      { process: 'B', physicalAddress: 0x16ff0 },
    ])
    expect(ask(machine, 'access(0).physicalAddress')).toBe('0x16FF0')
    expect(access(machine, 'switch C').diagnostics).toMatchObject([
      { from: 7, to: 8, help: 'Its processes are A and B.' },
    ])
  })
})
