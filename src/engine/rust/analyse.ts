import type { Resolution } from './2-resolve/resolve.ts'
import {
  checkTypes,
  checkValues,
  warnOfIdleStatements,
  type Checked,
  type TypeChecked,
} from './3-check/check.ts'
import { buildMir } from './4-mir/build-mir.ts'
import type { MirBody } from './4-mir/mir.ts'
import { checkBorrows } from './5-borrow/check-borrows.ts'

export interface Analysed extends Checked {
  /** Of every function whose types are in order. */
  readonly bodies: readonly MirBody[]
}

/** From names to a program of which everything is known: types, then what may be looked at where, then values. */
export function analyse(resolution: Resolution): Analysed {
  const typed = checkTypes(resolution)
  const { diagnostics, program } = typed
  const bodies = resolution.diagnostics.length > 0 ? NO_BODIES : bodiesOf(typed)
  for (const { func } of typed.functions) {
    const body = bodies.get(func.item)
    if (body) diagnostics.push(...checkBorrows(body, program))
    warnOfIdleStatements(func, resolution, diagnostics)
  }
  return { ...checkValues(typed), bodies: [...bodies.values()] }
}

const NO_BODIES: ReadonlyMap<MirBody['item'], MirBody> = new Map()

function bodiesOf({ resolution, program, functions }: TypeChecked): Map<MirBody['item'], MirBody> {
  const labels = new Map(functions.map(({ func }) => [func.item, func.label]))
  const sound = functions.filter(
    ({ inference }) => !inference.hasMistakes && inference.misunderstood === undefined,
  )
  return new Map(
    sound.map(({ func: { item, label }, inference }) => [
      item,
      buildMir({ item, label, resolution, inference, program, labels }),
    ]),
  )
}
