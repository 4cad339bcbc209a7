import type { LRParser } from '@lezer/lr'
import { parser as asm } from '#engine/assembler/parser.ts'
import { parser as access } from '#engine/machine/access/parser.ts'
import { parser as pages } from '#engine/os/pages/parser.ts'
import { parser as process } from '#engine/os/processes/parser.ts'
import { parser as rust } from '#engine/rust/1-parse/parser.ts'
import type { Language } from './cell.ts'

const PARSERS: Readonly<Record<Language, LRParser>> = { rust, asm, pages, access, process }

/** What makes the rest of a line a comment. */
export const LINE_COMMENTS: Readonly<Record<Language, string>> = {
  rust: '//',
  asm: ';',
  pages: '#',
  access: '#',
  process: '#',
}

/** The grammar of a cell's language: the engine's own, for colouring. */
export function parserOf(language: Language): LRParser {
  return PARSERS[language]
}
