import type { CellDefinition } from '#notebook/shared/cell.ts'

/** A cell as a lesson would have it, with everything that a test does not care about filled in. */
export function cell(id: string, source: string, rest: Partial<CellDefinition> = {}): CellDefinition {
  return {
    id,
    file: `${id}.rs`,
    language: 'rust',
    source,
    image: 'walkthrough',
    scheme: 'one-level',
    layout: 'packed',
    stop: 'before-leave',
    show: [],
    of: [],
    ...rest,
  }
}
