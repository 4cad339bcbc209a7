import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile } from '#engine/rust/compile.ts'
import { runProgram } from './run-program.ts'

const lessons = join(import.meta.dirname, '../../../content/lessons')
const cells = globSync('*/*.rs', { cwd: lessons })
  .sort()
  .map((name) => ({ name, source: readFileSync(join(lessons, name), 'utf8') }))

/** Those that are about a fault: 128 and the signal. */
const FAULTS: Readonly<Record<string, number>> = { '17-permissions/constant.rs': 139 }

const LAYOUTS = ['packed', 'debug'] as const

function compiled(source: string, layout: (typeof LAYOUTS)[number], isProcess = false) {
  const compilation = compile(source, { layout, isProcess })
  if (!compilation.ok) throw new Error(`${source}\n${compilation.diagnostics[0]?.message ?? ''}`)
  return compilation
}

/** The statement behind the last one of the first function. */
function withStatement(source: string, statement: string): string {
  const end = source.lastIndexOf('}')
  return `${source.slice(0, end)}    ${statement}\n}\n`
}

/** The instructions of a source's statements, each under its statement's text; not those of the frame. */
function instructionsOf({ assembly }: { readonly assembly: string }): ReadonlyMap<string, string> {
  const blocks = assembly.split('\n\n').map((block) => block.split('\n'))
  return new Map(
    blocks.flatMap(([first = '', ...rest]) =>
      first.startsWith('    ; ') && !first.includes('Function ') ? [[first, rest.join('\n')]] : [],
    ),
  )
}

describe('a program on a Linux process ends by itself', () => {
  const programs = [
    ...[
      'fn main() {}',
      'fn example() {}',
      'fn rax() { let x = 1; }',
      'fn helper() {}\n\nfn main() { helper(); }',
      'fn first() -> u8 { 200 }\n\nfn second() {}',
      'fn outer() { fn inner() {} inner(); }',
    ].map((source) => ({ name: source, source })),
    ...cells,
  ]

  it.each(LAYOUTS.flatMap((layout) => programs.map((program) => ({ layout, ...program }))))(
    '$layout: $name',
    ({ layout, name, source }) => {
      const stdout: unknown = source.includes('println!') ? expect.stringMatching(/\n$/) : ''
      expect(runProgram(source, layout)).toEqual({ stdout, exit_code: FAULTS[name] ?? 0, panic: null })
    },
  )

  it('writes what was printed without an end of line', () => {
    expect(runProgram('fn main() { print!("hi"); }', 'debug')).toMatchObject({ stdout: 'hi', exit_code: 0 })
    const early = 'fn main() { print!("a"); if true { print!("b"); return; } print!("c"); }'
    expect(runProgram(early, 'debug')).toMatchObject({ stdout: 'ab', exit_code: 0 })
  })
})

/** Types whose values are printed as they are. */
const SIMPLE = /^(?:[iu](?:8|16|32|64|size)|bool|char)$/

describe.each(LAYOUTS)('printing leaves alone what stands beside it, %s', (layout) => {
  const printed = cells.flatMap(({ name, source }) => {
    const [, first] = /let (?:mut )?(\w+)/.exec(source.slice(source.lastIndexOf('fn '))) ?? []
    const symbols = compiled(source, layout).functions.flatMap((func) => func.symbols)
    const variable = symbols.find((symbol) => symbol.name === first)
    // What prints other things needs room of its own in the frame.
    const isSimple = variable !== undefined && SIMPLE.test(variable.type)
    if (source.includes('while') || !isSimple) return []
    return [{ name, source, statement: `println!("{}", ${variable.name});` }]
  })

  it.each(printed)('$name', ({ source, statement }) => {
    const [before, after] = [source, withStatement(source, statement)].map((text) => compiled(text, layout))
    expect(before && instructionsOf(before).size).toBeGreaterThan(0)
    for (const [text, instructions] of before ? instructionsOf(before) : [])
      expect(after && instructionsOf(after).get(text)).toBe(instructions)
    const places = (compilation: typeof before) =>
      compilation?.functions[0]?.symbols.map(({ name, type, offset }) => ({ name, type, offset }))
    expect(places(after)).toEqual(places(before))
    expect(after?.functions[0]?.frameSize).toBe(before?.functions[0]?.frameSize)
  })
})

describe('statements that need no check are the same wherever they stand', () => {
  const bare = compiled('fn f() { let a: u8 = 42; let b = a; let c: u8 = b + 1; }', 'packed')
  const wanted = instructionsOf(bare)

  it.each([
    'println!("{a}");',
    'let mut i = 0; while i < 3 { i += 1; }',
    'for i in 0..3 { println!("{}", i); }',
    'let r = &c; println!("{r}");',
    'if c == 43 { return; }',
  ])('beside %s', (statement) => {
    const found = instructionsOf(
      compiled(`fn f() { let a: u8 = 42; let b = a; let c: u8 = b + 1; ${statement} }`, 'packed'),
    )
    for (const [text, instructions] of wanted) expect(found.get(text)).toBe(instructions)
  })

  it.each([
    ['a loop changes it', 'let mut x: u8 = 250; while x > 0 { let y = x + 10; x = y; }'],
    ['a reference changes it', 'let mut x: u8 = 250; let r = &mut x; *r = 255; let y = x + 1;'],
    ['a block may change it', 'let mut x: u8 = 250; if x > 3 { x = 255; } let y = x + 1;'],
    ['a tuple changes it', 'let mut x: u8 = 250; let z; (x, z) = (255, 1); let y = x + z;'],
  ])('but where %s it is checked', (_why, body) => {
    expect(runProgram(`fn main() { ${body} }`, 'packed')).toMatchObject({
      exit_code: 101,
      panic: 'attempt to add with overflow',
    })
  })
})

it('says which variables a reference keeps aligned', () => {
  const [main] = compiled(
    'fn main() { let x: u8 = 1; let y: u32 = 2; let z: u16 = 3; let r = &y; println!("{z} {r}"); }',
    'packed',
  ).functions
  const of = (name: string) => main?.symbols.find((symbol) => symbol.name === name)
  expect(of('y')).toMatchObject({ offset: -8, isReferredTo: true })
  expect(of('z')).toMatchObject({ offset: -10 })
  expect(of('z')?.isReferredTo).toBeUndefined()
})
