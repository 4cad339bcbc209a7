import type { Parser } from '@lezer/common'
import type { Highlighter } from '@lezer/highlight'
import { parser as asm } from '#engine/assembler/parser.generated.ts'
import { parser as access } from '#engine/machine/access/parser.generated.ts'
import { parser as machine } from '#engine/machine/design/parser.generated.ts'
import { parser as pages } from '#engine/os/pages/parser.generated.ts'
import { parser as process } from '#engine/os/processes/parser.generated.ts'
import { RUST_MANNER } from '#engine/rust/1-parse/manner.ts'
import { parser as rust } from '#engine/rust/1-parse/parser.generated.ts'
import { forgiving } from '#engine/written-text.ts'
import type { Language } from './language.ts'
import { ASSEMBLY_CLASSES, COMMON_CLASSES } from './token-classes.ts'

/** How a language is read and coloured. */
interface Grammar {
  /** The engine's own, for colouring what the engine can read. */
  readonly parser: Parser
  /** From the grammar's tags to the classes of `token-names.ts`: at build, in prose and in the editor alike. */
  readonly classes: Highlighter
  /** What makes the rest of a line a comment. */
  readonly lineComment: string
}

const GRAMMARS: Readonly<Record<Language, Grammar>> = {
  rust: { parser: forgiving(rust, RUST_MANNER), classes: COMMON_CLASSES, lineComment: '//' },
  asm: { parser: forgiving(asm), classes: ASSEMBLY_CLASSES, lineComment: ';' },
  pages: { parser: forgiving(pages), classes: COMMON_CLASSES, lineComment: '#' },
  access: { parser: forgiving(access), classes: COMMON_CLASSES, lineComment: '#' },
  process: { parser: forgiving(process), classes: COMMON_CLASSES, lineComment: '#' },
  machine: { parser: forgiving(machine), classes: COMMON_CLASSES, lineComment: '#' },
  // Words and comments, as a command line has them.
  elf: { parser: forgiving(pages), classes: COMMON_CLASSES, lineComment: '#' },
}

export function grammarOf(language: Language): Grammar {
  return GRAMMARS[language]
}
