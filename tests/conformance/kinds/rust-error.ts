import { compile } from '#engine/rust/compile.ts'
import { difference } from '../difference.ts'

interface RustErrorRecord {
  readonly source: string
  readonly expect: { readonly code: string | null; readonly line: number }
}

/** A program with one mistake: on which line, and by which of rustc's codes, it is refused. */
export function check({ source, expect }: RustErrorRecord): string | undefined {
  const { ok, diagnostics } = compile(source, { layout: 'packed' })
  const [first] = diagnostics
  if (ok || first === undefined) return 'accepted'
  const actual = { code: first.code ?? null, line: source.slice(0, first.from).split('\n').length }
  return difference('error', { code: expect.code, line: expect.line }, actual)
}
