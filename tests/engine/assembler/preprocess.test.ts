import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assemble } from '#engine/assembler/assemble.ts'
import { floatBits } from '#engine/assembler/float.ts'
import { SEED } from '../../seed.ts'
import lines from './nasm-lines.json'

function assembled(source: string) {
  const result = assemble(source, { isExact: false })
  if (!result.ok) throw new Error(result.diagnostics[0]!.message)
  return result.assembly
}

/* The bytes are nasm's, recorded: of its syntax, its preprocessor and its numbers. */
test.each(lines as [string, string][])('as nasm has it: %s', (source, bytes) => {
  const result = assemble(`${source}\nfoo: nop\n`, { origin: 0n as never })
  const found = result.ok
    ? result.assembly.sections.map((section) => Buffer.from(section.bytes).toString('hex'))
    : []
  expect(found.join('')).toBe(`${bytes}90`)
})

describe('the listing', () => {
  const source = `%macro quit 1
    mov eax, 60
    mov edi, %1
    syscall
%endmacro
  quit 17   ; the end
nop`

  test('shows what a macro became, at the line where it stands', () => {
    const { instructions } = assembled(source)
    expect(instructions.map(({ text, line }) => [text, line])).toEqual([
      ['mov eax, 60', 5],
      ['mov edi, 17', 5],
      ['syscall', 5],
      ['nop', 6],
    ])
    expect(source.slice(instructions[0]!.from, instructions[0]!.to)).toBe('quit 17   ; the end')
    expect(source.slice(instructions[3]!.from, instructions[3]!.to)).toBe('nop')
  })

  test('keeps the place of what is as it was written', () => {
    const text = '%define unused 1\n  mov eax, 5 ; five\nadd eax, unused'
    const [first, second] = assembled(text).instructions
    expect(text.slice(first!.from, first!.to)).toBe('mov eax, 5')
    expect([second!.text, second!.line]).toEqual(['add eax, 1', 2])
  })
})

describe('expansion is bounded', () => {
  test.each([
    ['a macro that calls itself', '%rmacro m 0\nm\nm\n%endmacro\nm'],
    [
      'definitions that double',
      `${Array.from({ length: 40 }, (_, n) => `%define a${n + 1} a${n} a${n}`).join('\n')}\n%define a0 1\ndb a40`,
    ],
    [
      'lines that double',
      `${Array.from({ length: 40 }, (_, n) => `%macro m${n + 1} 0\nm${n}\nm${n}\n%endmacro`).join('\n')}\nm40`,
    ],
    ['a long repetition', '%rep 1000000000\nnop\n%endrep'],
    ['repetitions of nothing in repetitions', '%rep 200000\n%rep 200000\n%endrep\n%endrep'],
    ['a text that grows', '%define a "x"\n%rep 100\n%xdefine a a, a\n%endrep\ndb a'],
  ])('%s', (_, source) => {
    const began = performance.now()
    expect(assemble(source).ok).toBe(false)
    expect(performance.now() - began).toBeLessThan(30_000)
  })
})

test('the exact form stays on request, and in what a compiler writes', () => {
  const bytes = (source: string, isExact: boolean) => {
    const result = assemble(source, { isExact })
    return result.ok ? Buffer.from(result.assembly.instructions[0]!.bytes).toString('hex') : ''
  }
  for (const source of ['mov rax, 1', 'mov r8, 5']) {
    expect(bytes(source, false)).toMatch(/^(41)?b/)
    expect(bytes(source, true)).toMatch(/^4[89]/)
  }
  expect(bytes('mov rax, strict dword 1', false)).toBe('48c7c001000000')
})

test('numbers with a point are rounded to nearest, ties to even, as JavaScript does', () => {
  const view = new DataView(new ArrayBuffer(8))
  const value = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: -320, max: 279 }))
  for (const [digits, exponent] of fc.sample(value, { seed: SEED, numRuns: 2000 })) {
    const value = digits * 10 ** exponent
    const text = value.toExponential()
    view.setFloat64(0, value)
    expect(floatBits(text, 64, { from: 0, to: 0 }), text).toBe(view.getBigUint64(0))
    view.setFloat32(0, Number(text))
    if (Math.fround(value) !== 0 && text.length < 9)
      expect(floatBits(text, 32, { from: 0, to: 0 })).toBe(BigInt(view.getUint32(0)))
  }
})
