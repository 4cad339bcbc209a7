import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { compile } from '#engine/rust/compile.ts'
import { rustc } from './rustc.ts'

/** With PAGEWALK_FRAMES=1000 as many functions are drawn. */
const COUNT = Number(process.env['PAGEWALK_FRAMES'] ?? 25)

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-frames-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A variable of a drawn function, and the statement that declares it. */
interface Drawn {
  readonly type: string
  readonly value: string
  /** It stands in a block of its own. */
  readonly isInside?: boolean
  /** Somebody takes it away, always or only if a condition holds. */
  readonly taken?: 'always' | 'perhaps' | undefined
}

const NUMBERS = ['u8', 'u16', 'u32', 'u64', 'i32', 'bool', 'char'] as const
const number = fc.constantFrom(...NUMBERS)
const valueOf = (type: string) => (type === 'bool' ? 'true' : type === 'char' ? "'x'" : '7')

const FIXED: readonly Drawn[] = [
  { type: 'P', value: 'P { x: 1, y: 7, z: 3 }' },
  { type: 'u64', value: 'if k > 1 { g(1) } else { 2 }' },
  { type: 'u64', value: 'k * 2 + 1' },
  { type: '[u32; 3]', value: '[k as u32, 2, 3]' },
  { type: '&[u16; 3]', value: '&[1u16, 2, k as u16]' },
]

const declared: fc.Arbitrary<Drawn> = fc.oneof(
  { weight: 3, arbitrary: number.map((type) => ({ type, value: valueOf(type) })) },
  {
    weight: 1,
    arbitrary: fc.array(number, { minLength: 1, maxLength: 4 }).map((types) => ({
      type: `(${types.join(', ')},)`,
      value: `(${types.map(valueOf).join(', ')},)`,
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(number, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 4 }))
      .map(([type, inner, outer]) => ({
        type: `[[${type}; ${inner}]; ${outer}]`,
        value: `[[${valueOf(type)}; ${inner}]; ${outer}]`,
      })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(number, fc.constantFrom(undefined, undefined, 'always' as const, 'perhaps' as const))
      .map(([type, taken]) => ({ type: `Box<${type}>`, value: `Box::new(${valueOf(type)})`, taken })),
  },
  { weight: 2, arbitrary: fc.constantFrom(...FIXED) },
)

const drawnFunction = fc.array(
  fc.tuple(declared, fc.nat(4)).map(([each, place]) => ({ ...each, isInside: place === 0 && !each.taken })),
  { minLength: 1, maxLength: 8 },
)

/** @param call how a variable of a type is observed or taken */
function bodyOf(
  variables: readonly Drawn[],
  call: (name: 'observe' | 'take', type: string) => string,
): string {
  const lines = variables.map(({ type, value, isInside }, index) => {
    const line = `let v${index}: ${type} = ${value}; ${call('observe', type)}(&v${index});`
    return isInside ? `{ ${line} }` : line
  })
  const ends = variables.flatMap(({ type, taken }, index) => {
    const take = `${call('take', type)}(v${index});`
    return taken === undefined ? [] : [taken === 'always' ? take : `if k > 2 { ${take} }`]
  })
  return [`${call('observe', 'u64')}(&k);`, ...lines, ...ends, `${call('observe', 'u64')}(&k);`].join('\n')
}

const SHARED = 'struct P { x: u32, y: u8, z: u16 }\n#[inline(never)]\nfn g(x: u64) -> u64 { x }\n'

/** Distances from RBP, function by function, in the order in which variables are observed. */
function askRustc(functions: readonly (readonly Drawn[])[]): readonly string[] {
  const texts = functions.map(
    (variables, index) => `#[inline(never)]\nfn f${index}(k: u64) {\n${bodyOf(variables, (name) => name)}\n}`,
  )
  const source = `#[inline(never)]
fn observe<T>(p: &T) {
    let rbp: *const isize;
    unsafe {
        std::arch::asm!("mov {}, rbp", out(reg) rbp);
        print!("{} ", p as *const T as isize - *rbp);
    }
}
#[inline(never)]
fn take<T>(_: T) {}
${SHARED}${texts.join('\n')}
fn main() {
${functions.map((_, index) => `f${index}(1); println!();`).join('\n')}
}
`
  const executable = join(folder, 'frames')
  const options = [
    '--edition=2024',
    '-A',
    'warnings',
    '-C',
    'force-frame-pointers=yes',
    '-o',
    executable,
    '-',
  ]
  const compiled = spawnSync(rustc ?? '', options, { input: source, encoding: 'utf8' })
  if (compiled.status !== 0) throw new Error(compiled.stderr)
  return spawnSync(executable, { encoding: 'utf8' })
    .stdout.trimEnd()
    .split('\n')
    .map((line) => line.trim())
}

function ours(variables: readonly Drawn[]): string {
  const helpers = new Map<string, string>()
  const call = (name: 'observe' | 'take', type: string): string => {
    const key = `${name} ${type}`
    const label = helpers.get(key)?.match(/\w+\d+/)?.[0] ?? `${name}${helpers.size}`
    helpers.set(key, `fn ${label}(_p: ${name === 'observe' ? '&' : ''}${type}) {}`)
    return label
  }
  const body = bodyOf(variables, call)
  const source = `${SHARED}${[...helpers.values()].join('\n')}\nfn f(k: u64) {\n${body}\n}\nfn main() { f(1); }`
  const compiled = compile(source, { layout: 'debug' })
  if (!compiled.ok) throw new Error(`${compiled.diagnostics[0]?.message}\n${source}`)
  const { symbols } = compiled.functions.find(({ name }) => name === 'f')!
  const offset = (name: string) => symbols.find((symbol) => symbol.name === name)!.offset
  return [offset('k'), ...variables.map((_, index) => offset(`v${index}`)), offset('k')].join(' ')
}

describe.skipIf(rustc === undefined)('variables lie where rustc puts them', () => {
  test(`in ${COUNT} drawn functions`, () => {
    const functions = fc.sample(drawnFunction, COUNT)
    const answers = askRustc(functions)
    functions.forEach((variables, index) => {
      const body = bodyOf(variables, (name) => name)
      expect(`${body}\n${ours(variables)}`).toBe(`${body}\n${answers[index]}`)
    })
  })
})

test('what only the compiler needs is named among the variables', () => {
  const source = 'fn f() { let a = [[1u16; 3]; 2]; let b: u16 = 1; }\nfn main() { f(); }'
  const compiled = compile(source, { layout: 'debug' })
  if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message)
  const { symbols, padding } = compiled.functions.find(({ name }) => name === 'f')!
  expect(symbols.map(({ name, offset }) => `${name} ${offset}`)).toEqual(['a -20', 'b -2'])
  expect(padding).toContainEqual({ offset: -8, size: 6, reason: 'temporaries' })
})
