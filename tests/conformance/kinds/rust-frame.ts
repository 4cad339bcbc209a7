import { compile } from '#engine/rust/compile.ts'
import { difference } from '../difference.ts'

interface RustFrameRecord {
  readonly source: string
  readonly call: string
  readonly expect: {
    readonly locals: readonly {
      readonly name: string
      readonly type: string
      readonly size: number
      readonly rbp_offset: number
    }[]
  }
}

/** Where the locals of `f` lie that it lets be observed, in the order in which it does. */
export function check({ source, call, expect }: RustFrameRecord): string | undefined {
  const program = `${source}\nfn observe<T>(_: &T) {}\nfn main() { ${call}; }\n`
  const compiled = compile(program, { layout: 'debug' })
  if (!compiled.ok) return compiled.diagnostics[0]?.message
  const symbols = compiled.functions.find(({ name }) => name === 'f')?.symbols ?? []
  const observed = [...source.matchAll(/observe\(&(\w+)/g)].map((call) =>
    symbols.findLast(
      ({ name, scope }) => name === call[1] && scope.from <= call.index && call.index < scope.to,
    ),
  )
  const actual = observed.map(
    (symbol) => symbol && { name: symbol.name, size: symbol.size, rbp_offset: symbol.offset },
  )
  const expected = expect.locals.map(({ name, size, rbp_offset }) => ({ name, size, rbp_offset }))
  return difference('locals', expected, actual)
}
