import type { TaskKind } from '#exercises/shared/presented.ts'
import { build } from './build.ts'
import { choose } from './choose.ts'
import { classify } from './classify.ts'
import { edit } from './edit.ts'
import { fault } from './fault.ts'
import { order } from './order.ts'
import type { PageKind } from './page-kind.ts'
import { predict } from './predict.ts'

const KINDS: { readonly [Kind in TaskKind]: PageKind<Kind> } = {
  ...{ predict, choose, edit, fault, build, classify, order },
}

/** What the page knows of a way to answer. */
export function pageKind<Kind extends TaskKind>(kind: Kind): PageKind<Kind> {
  return KINDS[kind]
}
