import { layoutsOf, runProgram, type Outcome } from '../../engine/rust/run-program.ts'
import { difference } from '../difference.ts'

interface RustProgramRecord {
  readonly source: string
  readonly expect: Outcome
}

/** A whole program, what it prints and how it ends, wherever its variables lie. */
export function check({ source, expect }: RustProgramRecord): string | undefined {
  for (const layout of layoutsOf(source)) {
    const outcome = runProgram(source, layout)
    if (typeof outcome === 'string') return outcome
    const found = difference(layout, expect, outcome)
    if (found !== undefined) return found
  }
  return undefined
}
