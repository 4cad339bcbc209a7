import type { PageKind } from './page-kind.ts'

export const choose: PageKind<'choose'> = {
  empty: () => ({ kind: 'choose', option: -1 }),
  read: ({ option }) => ({ kind: 'choose', option: typeof option === 'number' ? option : -1 }),
  early(_task, fields) {
    const option = fields.findIndex(({ checked }) => checked)
    return option < 0 ? undefined : { kind: 'choose', option }
  },
  solved: ({ option }, { options }) => ({ kind: 'text', text: options[option] ?? [] }),
}
