import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assemble } from '#engine/assembler/assemble.ts'
import { compile } from '#engine/rust/compile.ts'
import { virtualAddress } from '#engine/units.ts'
import { program } from './program-arbitrary.ts'

const folder = join(import.meta.dirname, 'samples')
const samples = readdirSync(folder).map((sample) => readFileSync(join(folder, sample, 'main.rs'), 'utf8'))

const WORDS =
  'fn let mut x y u8 u32 bool char true 1 0xFF 1u8 \'a\' "s" ( ) { } [ ] ; : , = + - * / += == && & | ! . .. :: -> # ' +
  "< > << >> if else match while for loop return break as struct use println! // /* */ ' \\ @ _ é 𝒳 \n " +
  'macro_rules! m m! $ $x $x:expr $( )* => unsafe impl const static mod pub trait enum 1.5 1e9 99999999999999999999'

const WORD = /\w+!?|"(?:[^"\\]|\\.)*"|'[^']*'|\s+|./gsu

/** A program, or at least one error; every message has text and a place inside the source. */
function expectAnAnswer(source: string): void {
  const { ok, diagnostics } = compile(source, { layout: 'packed' })
  if (!ok) expect(diagnostics[0]?.severity).toBe('error')
  for (const { message, help, from, to } of diagnostics) {
    expect(message).not.toBe('')
    expect(help).not.toBe('')
    const isInside = 0 <= from && from <= to && to <= source.length
    const isSomething = from < to || source === ''
    expect({ source, message, from, to, isInside, isSomething }).toMatchObject({
      isInside: true,
      isSomething: true,
    })
  }
}

describe('any text has an answer', () => {
  test('characters at random', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectAnAnswer), { numRuns: 500 })
  })

  test('words at random', () => {
    const words = fc.array(fc.constantFrom(...WORDS.split(' ')), { maxLength: 60 })
    fc.assert(
      fc.property(words, fc.constantFrom('', ' '), (chosen, space) => expectAnAnswer(chosen.join(space))),
      { numRuns: 1000 },
    )
  })

  test('words at random inside a function', () => {
    const words = fc.array(fc.constantFrom(...WORDS.split(' ')), { maxLength: 30 })
    fc.assert(
      fc.property(words, (chosen) => expectAnAnswer(`fn f() { let x = 1; ${chosen.join(' ')} }`)),
      { numRuns: 1000 },
    )
  })

  test('every beginning of every sample', () => {
    for (const source of samples)
      for (let end = 0; end < source.length; end++) expectAnAnswer(source.slice(0, end))
  })

  test('samples with a piece taken out, put in twice, or replaced', () => {
    const place = fc.nat({ max: 300 })
    const piece = fc.oneof(
      fc.constantFrom(...WORDS.split(' ')),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    )
    const mutation = fc.tuple(fc.constantFrom(...samples), place, fc.nat({ max: 12 }), piece)
    fc.assert(
      fc.property(mutation, ([source, at, length, inserted]) => {
        const rest = source.slice(at + length)
        expectAnAnswer(source.slice(0, at) + rest)
        expectAnAnswer(source.slice(0, at + length) + source.slice(at, at + length) + rest)
        expectAnAnswer(source.slice(0, at) + inserted + rest)
      }),
      { numRuns: 1000 },
    )
  })

  test('well-typed programs are accepted, and mutations of them answered', () => {
    const cut = fc.tuple(fc.nat({ max: 1000 }), fc.nat({ max: 20 }))
    fc.assert(
      fc.property(program, cut, ({ source }, [at, length]) => {
        const { ok, diagnostics } = compile(source, { layout: 'debug' })
        expect({
          ok,
          source,
          errors: diagnostics.filter(({ severity }) => severity === 'error'),
        }).toMatchObject({ ok: true })
        expectAnAnswer(source.slice(0, at) + source.slice(at + length))
      }),
      { numRuns: 300 },
    )
  })
})

describe('real programs with words changed', () => {
  const programs = join(import.meta.dirname, 'programs')
  const sources = readdirSync(programs).map((name) =>
    readFileSync(join(programs, name, 'main.rs'), 'utf8').match(WORD),
  )
  const words = [...new Set(sources.flatMap((source) => source ?? []))].filter((word) => word.trim() !== '')
  const PIECES =
    'todo!() return break continue loop{} () _ .. 0..1 &x *x -1 !true x.0 x.len() a[0] main() {1} (1,2) [1,2] [0;n] "s" ' +
    'u8::MAX Box::new(1) if(true){1}else{2} println!("{}",1) unsafe{1} x+1 x=1 x+=1 1==1 1<<40 S{a:1} x.into()'
  const piece = fc.oneof(fc.constantFrom(...words), fc.constantFrom(...PIECES.split(' ')), fc.constant(''))
  const change = fc.record({
    at: fc.nat({ max: 5000 }),
    taken: fc.nat({ max: 4 }),
    piece,
    from: fc.nat(5000),
  })
  const mutant = fc.record({
    source: fc.constantFrom(...sources),
    changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    isCopied: fc.boolean(),
  })

  /** How many of them it takes is an environment variable's to say. */
  const numRuns = Number(process.env['PAGEWALK_MUTANTS'] ?? 400)

  test('have an answer, and what is accepted assembles', () => {
    fc.assert(
      fc.property(mutant, ({ source, changes, isCopied }) => {
        const all = [...(source ?? [])]
        for (const { at, taken, piece: inserted, from } of changes)
          all.splice(at % all.length, taken, inserted, ...(isCopied ? all.slice(from, from + taken) : []))
        const text = all.join('')
        expectAnAnswer(text)
        const compiled = compile(text, { layout: 'debug', isProcess: true })
        if (!compiled.ok) return
        const assembled = assemble(compiled.assembly, { origin: virtualAddress(0x40_1000n) })
        expect({ text, assembled: assembled.ok }).toEqual({ text, assembled: true })
      }),
      { numRuns },
    )
  })
})

describe('what threw once has an answer', () => {
  test.each([
    'fn main() { let n = 3; let a = [0; n]; }',
    'fn main() { let n = 3; let a = [0; { n }]; }',
    'fn main() { let a = [1, 2]; let b = [0; a.len()]; }',
    'fn main() { let n = 3; let a: [u8; n]; }',
    'fn f(n: usize) { let a = [0; n + 1]; }',
    'fn f() -> u8 { 3 } fn main() { assert_eq!(f() == 3); }',
    'fn main() { println!("{}", todo!()); }',
    'fn main() { println!("{:?}", return); }',
    'fn main() { println!("{}", loop {}); }',
    'fn main() { let x = !todo!(); }',
    'fn main() { let x = -todo!(); }',
    'fn main() { let x = todo!() + 1; }',
    'fn main() { let x = 1 + todo!(); }',
    'fn main() { let mut x = 1; x += todo!(); }',
  ])('%s', expectAnAnswer)

  test('an array’s length is no variable’s value', () => {
    const { diagnostics } = compile('fn main() { let n = 3; let a = [0; n]; }', { layout: 'packed' })
    expect(diagnostics).toMatchObject([{ code: 'E0435', from: 35, to: 36 }])
  })
})

describe('bounded', () => {
  const hostile: Readonly<Record<string, string>> = {
    parentheses: `fn f() { let x = ${'('.repeat(50_000)}1${')'.repeat(50_000)}; }`,
    'open parentheses': '('.repeat(100_000),
    'open blocks': 'fn f() '.padEnd(100_000, '{'),
    'minus signs': `fn f() { let x = ${'-'.repeat(100_000)}1; }`,
    sums: `fn f() { let x = 1${' + 1'.repeat(50_000)}; }`,
    assignments: `fn f() { let x; ${'x = '.repeat(50_000)}1; }`,
    'struct sums': `fn f() { ${'a {} + '.repeat(50_000)}; }`,
    casts: `fn f() { let x = 1${' as u8'.repeat(50_000)}; }`,
    references: `fn f() { let x = ${'&'.repeat(100_000)}y; }`,
    types: `fn f() { let x: ${'Vec<'.repeat(20_000)}u8${'>'.repeat(20_000)}; }`,
    calls: `fn f() { ${'f('.repeat(20_000)}${')'.repeat(20_000)}; }`,
    closures: `fn f() { ${'|| '.repeat(50_000)}1; }`,
    returns: `fn f() { ${'return '.repeat(50_000)}1; }`,
    comments: '/*'.repeat(100_000),
    'closed comments': '/*'.repeat(50_000) + '*/'.repeat(50_000),
    quotes: "'".repeat(100_000),
    escapes: "'\\".repeat(50_000),
    'open string': `"${'\\"'.repeat(50_000)}`,
    digits: `fn f() { let x = ${'9'.repeat(200_000)}; }`,
    'zero digits': `fn f() { let x = ${'0'.repeat(200_000)}; }`,
    'binary digits': `fn f() { let x = 0b${'1'.repeat(200_000)}; }`,
    'long name': `fn f() { let ${'x'.repeat(200_000)} = ${'y'.repeat(200_000)}; }`,
    'many mistakes': `fn f() { ${'valeu; '.repeat(20_000)} }`,
    'many functions': 'fn f() {} '.repeat(10_000),
  }

  // Each takes a second or two; what grows with the square of its length would not come to an end in time.
  test.each(Object.entries(hostile))('%s', { timeout: 120_000 }, (_name, source) => {
    expectAnAnswer(source)
  })
})
