import { edit } from './edit.ts'
import type { PageKind } from './page-kind.ts'

/** As an edit is answered; what is said besides is about parts of the budget. */
export const build: PageKind<'build'> = {
  empty: ({ cell }, listings) => ({ ...edit.empty({ kind: 'edit', cell }, listings), kind: 'build' }),
  read: (stored, empty) => ({ ...edit.read(stored, { ...empty, kind: 'edit' }), kind: 'build' }),
  fromEdit: (source) => ({ kind: 'build', source }),
  solved: (solution, { cell }, listings) =>
    edit.solved({ ...solution, kind: 'edit' }, { kind: 'edit', cell }, listings),
}
