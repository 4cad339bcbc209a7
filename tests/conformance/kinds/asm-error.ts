import { assemble } from '#engine/assembler/assemble.ts'

/** A program that nasm refuses, and the lines in which it finds something wrong, from 1. */
interface AsmErrorRecord {
  readonly source: string
  readonly expect: { readonly line: number; readonly message: string; readonly lines: readonly number[] }
}

export function check({ source, expect }: AsmErrorRecord): string | undefined {
  const result = assemble(source)
  if (result.ok) return `is assembled; nasm: line ${expect.line}: ${expect.message}`
  const lines = [...new Set(result.diagnostics.map(({ from }) => lineOf(source, from)))].sort((a, b) => a - b)
  const wanted = [...new Set(expect.lines)].sort((a, b) => a - b)
  return lines.join() === wanted.join()
    ? undefined
    : `lines ${lines.join()} (${result.diagnostics[0]!.message}) instead of ${wanted.join()} (${expect.message})`
}

function lineOf(source: string, at: number): number {
  return source.slice(0, at).split('\n').length
}
