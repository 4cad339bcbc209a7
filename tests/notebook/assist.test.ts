import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AssistQuestion } from '#notebook/shared/assist.ts'
import { explain } from '#notebook/worker/assist/explain.ts'
import { suggest } from '#notebook/worker/assist/suggest.ts'
import { LANGUAGE_NAMES, type Language } from '#notebook/shared/language.ts'
import { CellRun } from '#notebook/worker/run-cell.ts'
import { cell } from './cells.ts'

/** A question at the `|` in a source. */
function at(language: Language, marked: string): AssistQuestion {
  const cursor = marked.indexOf('|')
  return { ask: 'suggest', cell: 'c', language, source: marked.replace('|', ''), at: cursor }
}

const texts = (question: AssistQuestion) => suggest(question).map(({ text }) => text)

describe('what could be written', () => {
  test('at the beginning of a line of assembly is an instruction, behind it a register or a label', () => {
    expect(texts(at('asm', 'start:\n  mo|'))).toEqual(expect.arrayContaining(['mov', 'movzx', 'add']))
    expect(texts(at('asm', 'start:\n  mo|'))).not.toContain('rax')
    expect(texts(at('asm', 'start:\n  jmp s|'))).toEqual(
      expect.arrayContaining(['start', 'rax', 'al', 'r15d']),
    )
  })

  test('in Rust is a variable that is in scope, with its type', () => {
    const source =
      'fn main() {\n    let apple: u8 = 1;\n    { let pear = 2; let _ = pear; }\n    let y = ap|ple;\n    let later = y;\n}'
    const found = suggest(at('rust', source))
    expect(found).toContainEqual({ text: 'apple', kind: 'variable', about: 'u8' })
    expect(found.map(({ text }) => text)).not.toContain('pear')
    expect(found.map(({ text }) => text)).not.toContain('later')
  })

  test('in Rust that is half typed are the names that were given', () => {
    expect(texts(at('rust', 'fn help() {}\nfn main() { let apple = 1; let y = ap|'))).toEqual(
      expect.arrayContaining(['apple', 'help', 'main', 'while', 'usize']),
    )
  })

  test('in an access is a keyword first', () => {
    expect(texts(at('access', 're|'))).toEqual(['read', 'write', 'switch', 'pages', 'addresses'])
    expect(texts(at('access', 'read u8 [r|'))).toContain('rbp')
  })
})

describe('what a word means', () => {
  const PROGRAM = 'fn main() {\n    let x: u8 = 42;\n    let y: u32 = 100;\n}'
  const run = new CellRun(cell('c', PROGRAM), [])
  run.toEnd()
  const machine = run.tour()!.recording.machine
  const said = (language: Language, marked: string) => {
    const explanation = explain(at(language, marked), machine)
    return explanation && [explanation.title, ...explanation.lines].join('\n')
  }

  test('of an instruction, from its row', () => {
    expect(said('asm', 'ad|d eax, 1')).toMatch(
      /^add\nAdds the source.*\nIt sets CF, PF, AF, ZF, SF, OF\.\nFor example/,
    )
    expect(said('asm', 'mo|v eax, 1')).toContain('It changes no flags.')
  })

  test('of a register: whose bits, and what they held', () => {
    expect(said('asm', 'mov al|, 1')).toMatch(
      /^AL\nThe low 8 bits of RAX\.\nAt the end of the last run it held 0x/,
    )
    expect(said('asm', 'mov ah|, 1')).toContain('Bits 15 to 8 of RAX.')
    expect(said('access', 'read u8 [rb|p - 1]')).toContain('it held 0x7FFF_007F_F000')
  })

  test('of a variable: type, size, slot and value', () => {
    expect(said('rust', PROGRAM.replace('y: u32', 'y|: u32'))).toBe(
      'y: u32\n4 bytes, aligned to 4.\nIts slot begins at RBP −5.\nAt the end of the last run it held 100.',
    )
  })

  test('of a flag', () => {
    expect(said('asm', '; zf| is set')).toMatch(/^ZF, zero\n0: .*\n1: /)
  })

  test('of nothing in particular is nothing', () => {
    for (const source of ['|', '  | ', 'fn ma|in() {}', '42|']) expect(said('rust', source)).toBeUndefined()
  })
})

test('any text, at any place, in any language, gets an answer', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LANGUAGE_NAMES), fc.string(), fc.nat(), (language, source, place) => {
      const question = {
        ask: 'suggest' as const,
        cell: 'c',
        language,
        source,
        at: place % (source.length + 1),
      }
      expect(suggest(question)).toBeInstanceOf(Array)
      expect(() => explain(question)).not.toThrow()
    }),
  )
})
