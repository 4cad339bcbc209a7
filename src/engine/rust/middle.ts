import type { Diagnostic } from '../diagnostic.ts'
import { parse } from './1-parse/parse.ts'
import { resolve } from './2-resolve/resolve.ts'
import { check, type CheckedConstant } from './3-check/check.ts'
import { buildMir } from './4-mir/build-mir.ts'
import type { MirBody } from './4-mir/mir.ts'

export type Middle =
  | { readonly ok: true; readonly bodies: readonly MirBody[]; readonly constants: readonly CheckedConstant[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** The middle representation of every function of a program, or what is wrong with it. */
export function middleOf(source: string): Middle {
  const parsed = parse(source)
  if (!parsed.ok) return parsed
  const { functions, constants, diagnostics } = check(resolve(parsed.program))
  if (diagnostics.some(({ severity }) => severity === 'error')) return { ok: false, diagnostics }
  const labels = new Map(functions.map(({ item, label }) => [item, label]))
  return { ok: true, bodies: functions.map((func) => buildMir({ ...func, labels })), constants }
}
