/** From the machine code back to the source: what the views' links are made of. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { link } from '#engine/machine/program.ts'
import { compile } from '#engine/rust/compile.ts'
import { virtualAddress } from '#engine/units.ts'
import { SEED } from '../../seed.ts'

const folder = join(import.meta.dirname, 'programs')
/** An ordinary run takes a third of the programs in each layout, another third with each seed of the tests. */
const SHARES = process.env['PAGEWALK_CLOSELY'] === '1' ? 1 : 3
const programs = readdirSync(folder).sort()
const drawn = (layout: Layout) =>
  programs.filter((_, at) => (at + SEED + (layout === 'debug' ? 1 : 0)) % SHARES === 0)

type Layout = 'packed' | 'debug'

function compiled(program: string, layout: Layout) {
  const source = readFileSync(join(folder, program, 'main.rs'), 'utf8')
  const compilation = compile(source, { layout })
  if (!compilation.ok) throw new Error(compilation.diagnostics[0]?.message)
  const linked = link(compilation.assembly, virtualAddress(0x40_1000n), compilation, 1 << 30)
  if (!linked.ok) throw new Error(linked.diagnostics[0]?.message)
  return { source, compilation, program: linked.program }
}

/** The reader's own function that each line of the assembly belongs to: they come first, in order, and then the runtime. */
function functionsByLine({ assembly, functions }: Compiled) {
  let count = 0
  return assembly.split('\n').map((text) => {
    const label = /^([\w$][\w.$]*):/.exec(text)?.[1]
    if (label !== undefined && label !== '_start') count++
    return functions[count - 1]
  })
}

type Compiled = Extract<ReturnType<typeof compile>, { ok: true }>

/** A slot of the frame that an instruction names, as its distance from RBP. */
const slotOf = (text: string) => /\[rbp - (\d+)\]/.exec(text)?.[1]

describe.each(['packed', 'debug'] as const)('in the layout %s', (layout) => {
  test.each(drawn(layout))('%s', (name) => {
    const { source, compilation, program } = compiled(name, layout)
    const functionOf = functionsByLine(compilation)
    const own = program.assembly.instructions.filter(({ line }) => functionOf[line] !== undefined)
    expect(new Set(own.map(({ line }) => functionOf[line]))).toEqual(new Set(compilation.functions))
    for (const { text, line } of own) {
      const func = functionOf[line]!
      const { from = -1, to = -1 } = program.linkMap!.lines[line] ?? {}
      expect(0 <= from && from < to && to <= source.length, `${name}: ${text}`).toBe(true)
      const slot = slotOf(text)
      if (slot !== undefined) expect(Number(slot), text).toBeLessThanOrEqual(func.frameSize)
    }
    for (const func of compilation.functions) {
      for (const { name: variable, from, to, scope, offset, size } of func.symbols) {
        expect(source.slice(from, to)).toBe(variable)
        expect(scope.to, variable).toBeGreaterThan(to)
        expect(offset + size, variable).toBeLessThanOrEqual(0)
        expect(-offset, variable).toBeLessThanOrEqual(func.localBytes)
      }
    }
  })

  test('an assignment leads to its own characters, its slot to its variable', () => {
    const source = 'fn f() {\n    let mut x: u8 = 1;\n    let y: u32 = 7;\n    x = 5;\n}'
    const compilation = compile(source, { layout })
    if (!compilation.ok) throw new Error('it compiles')
    const [x, y] = compilation.functions[0]!.symbols
    const spansOf = (offset: number) =>
      compilation.assembly.split('\n').flatMap((text, index) => {
        const { from, to } = compilation.lines[index] ?? {}
        return slotOf(text) === String(-offset) ? [source.slice(from, to)] : []
      })
    expect(spansOf(x!.offset)).toEqual(['let mut x: u8 = 1;', 'x = 5;'])
    expect(spansOf(y!.offset)).toEqual(['let y: u32 = 7;'])
  })
})
