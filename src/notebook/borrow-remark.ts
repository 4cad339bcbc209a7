import { parserOf } from './parsers.ts'
import type { CellDefinition } from './cell.ts'

const NOT_CHECKED = 'Whether its references conflict is not checked here; rustc checks it.'

/** Said of a program with references: the course's compiler takes some that rustc's borrow checker refuses. */
export function borrowRemark({
  language,
  source,
}: Pick<CellDefinition, 'language' | 'source'>): string | undefined {
  if (language !== 'rust' || !source.includes('&')) return undefined
  let borrows = false
  parserOf('rust')
    .parse(source)
    .iterate({ enter: ({ name }) => void (borrows ||= name === 'ReferenceExpression') })
  return borrows ? NOT_CHECKED : undefined
}
