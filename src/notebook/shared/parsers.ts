import type { Parser } from '@lezer/common'
import { parser as asm } from '#engine/assembler/parser.generated.ts'
import { parser as access } from '#engine/machine/access/parser.generated.ts'
import { parser as machine } from '#engine/machine/design/parser.generated.ts'
import { parser as pages } from '#engine/os/pages/parser.generated.ts'
import { parser as process } from '#engine/os/processes/parser.generated.ts'
import { RUST_MANNER } from '#engine/rust/1-parse/manner.ts'
import { parser as rust } from '#engine/rust/1-parse/parser.generated.ts'
import { forgiving } from '#engine/written-text.ts'
import type { Language } from './cell.ts'

const PARSERS: Readonly<Record<Language, Parser>> = {
  rust: forgiving(rust, RUST_MANNER),
  asm: forgiving(asm),
  pages: forgiving(pages),
  access: forgiving(access),
  process: forgiving(process),
  machine: forgiving(machine),
  // Words and comments, as a command line has them.
  elf: forgiving(pages),
}

/** What makes the rest of a line a comment. */
export const LINE_COMMENTS: Readonly<Record<Language, string>> = {
  rust: '//',
  asm: ';',
  pages: '#',
  access: '#',
  process: '#',
  machine: '#',
  elf: '#',
}

/** The grammar of a cell's language: the engine's own, for colouring what the engine can read. */
export function parserOf(language: Language): Parser {
  return PARSERS[language]
}
