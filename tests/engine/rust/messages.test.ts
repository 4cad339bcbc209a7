import { highlightCode, tagHighlighter, tags } from '@lezer/highlight'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parser } from '#engine/rust/1-parse/parser.generated.ts'
import { compile } from '#engine/rust/compile.ts'
import { refusals } from '#engine/rust/messages.ts'

const folder = join(import.meta.dirname, 'samples')
const sources = readdirSync(folder).map((sample) => readFileSync(join(folder, sample, 'main.rs'), 'utf8'))
const saidOfSamples = sources.flatMap((source) => compile(source, { layout: 'packed' }).diagnostics)

describe('what the course’s Rust lacks', () => {
  const nodeNames = new Set(parser.nodeSet.types.map(({ name }) => name))
  const namedElsewhere = new Set(['ByteString', 'FloatPattern', 'StructInside'])

  test.each(Object.keys(refusals))('%s is a node of the grammar, and a sample has it', (name) => {
    expect(nodeNames.has(name) || namedElsewhere.has(name)).toBe(true)
    expect(saidOfSamples.map(({ message }) => message)).toContain(refusals[name]?.message)
  })
})

test.each(['{:z}', '{:yx}', '{:yx?}', '{e}!{:q?}'])('%s is no placeholder anywhere', (text) => {
  const [said] = compile(`fn main() { println!("${text}", 1, 2); }`, { layout: 'packed' }).diagnostics
  expect(said?.message).toContain('is not a placeholder')
})

test.each(['Box<>', 'Box', 'Box<u8, u8>', "Box<'static>"])('%s says that a box has one type', (type) => {
  const [said] = compile(`fn f(x: ${type}) {} fn main() {}`, { layout: 'packed' }).diagnostics
  expect(said).toMatchObject({
    code: 'E0107',
    message: expect.stringContaining('`Box` takes 1 generic argument'),
  })
})

test.each([
  'struct W<T>(T); fn f<T>(n: u8, t: T) -> u8 { if n == 0 { 0 } else { f(n - 1, W(t)) } } fn main() { f(3, 1u8); }',
  'fn f<T>(n: u8, t: (T, T)) { if n > 0 { f(n - 1, (&t, &t)); } } fn main() { f(3, (1u8, 2u8)); }',
])('a function that needs itself with ever larger types is refused: %s', (source) => {
  const { ok, diagnostics } = compile(source, { layout: 'packed' })
  expect(ok).toBe(false)
  expect(diagnostics[0]?.message).toBe('reached the recursion limit while instantiating `f`')
})

test('a mistake in a closure is told, beside functions that are right', () => {
  const source =
    'fn g() -> u8 { 1 } fn main() { let v: Vec<_> = (1..5).map(|n| n.checked_sub(4i32)).collect(); }'
  const { ok, diagnostics } = compile(source, { layout: 'packed' })
  expect(ok).toBe(false)
  expect(diagnostics[0]).toMatchObject({ code: 'E0689' })
})

test('a box of a slice is said to be real Rust', () => {
  const source = 'fn main() { let b: Box<[i32]> = Box::new([1, 2]); }'
  const [said] = compile(source, { layout: 'packed' }).diagnostics
  expect(said?.message).toBe('A slice in a box is real Rust, but the course’s Rust does without.')
})

test.each([
  ['fn f(p: &mut u8) { *p = 1; } fn main() { let mut x = 1u8; f(&x); }', '&x'],
  ['fn main() { let x = 1u8; let p: &mut u8 = &x; *p = 2; }', '&x'],
  ['fn main() { let x = 1u8; let p: *mut u8 = &x; }', '&x'],
  ['fn f(p: &mut [u8]) {} fn main() { let a = [1u8]; f(&a); }', '&a'],
])('a shared reference is never taken for an exclusive one: %s', (source, mistaken) => {
  const [said] = compile(source, { layout: 'packed' }).diagnostics
  expect(source.slice(said?.from, said?.to)).toBe(mistaken)
  expect(said?.code).toBe('E0308')
})

describe('every message to a reader', () => {
  test('says what to try, in sentences', () => {
    for (const { message, help } of saidOfSamples) {
      expect(message.trim()).toBe(message)
      expect({ message, help }).toMatchObject({ help: expect.stringMatching(/^[A-Z`‘].*[.?`]$/s) as string })
    }
  })
})

describe('highlighting', () => {
  const highlighter = tagHighlighter([
    { tag: tags.keyword, class: 'keyword' },
    { tag: tags.modifier, class: 'keyword' },
    { tag: tags.typeName, class: 'type' },
    { tag: tags.number, class: 'number' },
    { tag: tags.bool, class: 'number' },
    { tag: tags.comment, class: 'comment' },
    { tag: tags.operator, class: 'operator' },
    { tag: tags.variableName, class: 'name' },
  ])

  test('tells the words of a program apart', () => {
    const source = 'let mut x: u8 = 4 + -y; x += 1; // c'
    const words: string[] = []
    const text = `fn f() { ${source}\n}`
    highlightCode(
      text,
      parser.parse(text),
      highlighter,
      (code, classes) => classes && words.push(`${code} ${classes}`),
      () => undefined,
    )
    expect(words).toEqual([
      'fn keyword',
      'f name',
      'let keyword',
      'mut keyword',
      'x name',
      'u8 type',
      '= operator',
      '4 number',
      '+ operator',
      '- operator',
      'y name',
      'x name',
      '+= operator',
      '1 number',
      '// c comment',
    ])
  })
})

test.each(['assert!()', 'assert_eq!(1)', 'assert_ne!()'])('%s is told what an assertion takes', (call) => {
  const [said] = compile(`fn main() { ${call}; }`, { layout: 'packed' }).diagnostics
  expect(said?.help).toContain('assert_eq!(x, 42)')
})

describe('what was probably meant is said', () => {
  const saysOf = (source: string) => compile(source, { layout: 'packed' }).diagnostics[0]

  test.each([
    [
      'fn add(a: i32) -> i32 { a + 1; }\nfn main() { add(1); }',
      /Leave it out, and the function returns the value/,
    ],
    ['fn f(x: &mut i32) {}\nfn main() { let mut a = 1; f(a); }', /Write `&mut ` before it, to lend it/],
    ['fn f(x: &i32) {}\nfn main() { f(1); }', /Write `&` before it/],
    ['fn f(x: &mut i32) {}\nfn main() { let a = 1; f(&a); }', /Write `&mut`, so that it may be changed/],
    ['fn main() { let a = 1; let b: i32 = &a; }', /Write `\*` before it to get the value/],
    ['fn main() { let x = 1; if x = 1 { } }', /To compare, write `==`/],
    ['fn main() { let mut x = 1; while x = 2 { } }', /To compare, write `==`/],
    ['fn f(x: &mut i32) { x += 1; }\nfn main() { }', /Write `\*` before it: what changes/],
    ['fn main() { let a: [i32; 3] = [1, 2]; }', /3 are wanted, and here are 2/],
    ['fn main() { prinln!("hi"); }', /Did you mean `println!`/],
    ['fn main() { match 3 { 1 => println!("a"); _ => println!("b"); } }', /parted by commas/],
    ['fn add(a, b) -> i32 { a + b }\nfn main() {}', /Each parameter names its type: `a: i32`/],
    ['fn add(a: i32, b) -> i32 { a + b }\nfn main() {}', /Each parameter names its type: `b: i32`/],
  ])('%s', (source, help) => {
    expect(saysOf(source)?.help).toMatch(help)
  })

  test.each([
    'fn f() -> i32 { println!("x"); }\nfn main() {}',
    'fn f() -> i32 { let x = 1; }\nfn main() {}',
    'fn f() -> i32 { true; }\nfn main() {}',
  ])('and not where nothing speaks for it: %s', (source) => {
    expect(saysOf(source)?.code).toBe('E0308')
    expect(saysOf(source)?.help).not.toMatch(/returns the value/)
  })

  test('a macro that Rust has is not called a mistake', () => {
    expect(saysOf('fn main() { stringify!(1); }')?.message).toMatch(/real Rust, but/)
    expect(saysOf('fn main() { zzzzzz!(1); }')?.message).toBe('cannot find macro `zzzzzz` in this scope')
  })
})

describe('an address of nothing', () => {
  const codes = (body: string) =>
    compile(`fn main() { ${body} }`, { layout: 'packed' }).diagnostics.map(({ code }) => code)

  test.each([
    'unsafe { *(0 as *mut u8) = 1; }',
    'let x: u8 = unsafe { *(0u64 as *const u8) };',
    'let x = unsafe { &*(0 as *const u8 as *const u32) };',
  ])('is not dereferenced: %s', (body) => {
    expect(codes(body)).toContain('deref_nullptr')
  })

  test.each([
    'let p = 0 as *const u8; let x = unsafe { *p };',
    'let x = unsafe { *(8 as *const u8) };',
    'let z = unsafe { &raw const *(0 as *const u8) };',
    'let x: u8 = unsafe { *(0u64 as usize as *const u8) };',
  ])('may be made, and is found out when it is used: %s', (body) => {
    expect(codes(body)).not.toContain('deref_nullptr')
  })
})
