import type { Diagnostic } from '../diagnostic.ts'
import { parse } from './1-parse/parse.ts'
import { resolve } from './2-resolve/resolve.ts'
import { library } from './library/library.ts'
import { analyse } from './analyse.ts'
import type { CheckedConstant } from './3-check/check.ts'
import type { MirBody } from './4-mir/mir.ts'

export type Middle =
  | { readonly ok: true; readonly bodies: readonly MirBody[]; readonly constants: readonly CheckedConstant[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** The middle representation of every function of a program, or what is wrong with it. */
export function middleOf(source: string): Middle {
  const parsed = parse(source)
  if (!parsed.ok) return parsed
  const { bodies, constants, diagnostics } = analyse(resolve(parsed.program, library(parsed.words)))
  return diagnostics.some(({ severity }) => severity === 'error')
    ? { ok: false, diagnostics }
    : { ok: true, bodies, constants }
}
