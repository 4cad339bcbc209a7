import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Machine } from '#engine/machine/machine.ts'
import { link } from '#engine/machine/program.ts'
import { compile, type SymbolInfo } from '#engine/rust/compile.ts'
import { virtualAddress } from '#engine/units.ts'
import { program, type GeneratedProgram } from './program-arbitrary.ts'

const STEPS = 100_000

/** Compiles, assembles, loads and runs a program, up to where its first function gives up its frame. */
function run(
  source: string,
  layout: 'packed' | 'debug',
): { machine: Machine; symbols: readonly SymbolInfo[] } {
  const compilation = compile(source, { layout })
  if (!compilation.ok) throw new Error(compilation.diagnostics[0]?.message)
  const machine = Machine.boot('walkthrough', 'one-level')
  const linked = link(compilation.assembly, machine.codeOrigin, compilation)
  if (!linked.ok) throw new Error(`${linked.diagnostics[0]?.message}\n${compilation.assembly}`)
  machine.load(linked.program)
  machine.run(STEPS)
  return { machine, symbols: compilation.functions[0]?.symbols ?? [] }
}

function valueOf({ registers, memory }: Machine, { offset, size, type }: SymbolInfo): bigint {
  const bytes = memory.peek(virtualAddress(registers.get('rbp') + BigInt(offset)), size)
  if (bytes === undefined) throw new Error('the frame is not in memory')
  const pattern = bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  return type.startsWith('i') ? BigInt.asIntN(8 * size, pattern) : pattern
}

function values({ source, variables }: GeneratedProgram, layout: 'packed' | 'debug') {
  const { machine, symbols } = run(source, layout)
  const found = symbols.map((symbol) => `${symbol.name}: ${symbol.type} = ${valueOf(machine, symbol)}`)
  return { found, expected: variables.map(({ name, type, value }) => `${name}: ${type} = ${value}`) }
}

describe('a program computes what its syntax tree says', () => {
  test.each(['packed', 'debug'] as const)('%s', (layout) => {
    fc.assert(
      fc.property(program, (generated) => {
        const { found, expected } = values(generated, layout)
        expect({ source: generated.source, values: found }).toEqual({
          source: generated.source,
          values: expected,
        })
      }),
      { numRuns: 150 },
    )
  })
})

describe('by hand', () => {
  test('more intermediate results than registers', () => {
    const depth = 12
    const source = `fn f() { let a = 2; let x = ${'a + a * ('.repeat(depth)}a${')'.repeat(depth)}; }`
    const { machine, symbols } = run(source, 'packed')
    let expected = 2n
    for (let level = 0; level < depth; level++) expected = 2n + 2n * expected
    expect(symbols.map((symbol) => valueOf(machine, symbol))).toEqual([2n, expected])
  })

  test('a call comes back to the same frame', () => {
    const source = 'fn main() { let a: u8 = 1; helper(); let b = a + 1; } fn helper() { let c: u64 = 7; }'
    const { machine, symbols } = run(source, 'packed')
    expect(symbols.map((symbol) => valueOf(machine, symbol))).toEqual([1n, 2n])
  })

  test.each(['rax', 'add', 'byte', 'main2', '_start'])('a function called %s can be called', (name) => {
    const { machine, symbols } = run(`fn main() { ${name}(); let x: u8 = 42; } fn ${name}() {}`, 'packed')
    expect(symbols.map((symbol) => valueOf(machine, symbol))).toEqual([42n])
  })
})
