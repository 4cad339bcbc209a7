import { middleOf } from '#engine/rust/middle.ts'
import { printMir } from '#engine/rust/4-mir/print-mir.ts'
import type { MirView } from '#notebook/shared/machine-view.ts'
import type { ViewInput } from './view-input.ts'

/** What stands between a Rust program's source and its assembly, function by function. */
export function mirView({ cell, code }: Pick<ViewInput, 'cell' | 'code'>): MirView | undefined {
  if (cell.language !== 'rust') return undefined
  const known = LINES.get(code)
  if (known) return known
  const middle = middleOf(cell.source)
  if (!middle.ok) return undefined
  const lines = middle.bodies.flatMap((body, index) => [
    ...(index > 0 ? [{ text: '', depth: 0 }] : []),
    ...printMir(body),
  ])
  const view: MirView = { kind: 'mir', lines }
  LINES.set(code, view)
  return view
}

/** It stays the same for all moments of a run. */
const LINES = new WeakMap<ViewInput['code'], MirView>()
