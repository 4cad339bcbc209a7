/**
 * The languages of cells. What is said here is known to the page from its first load; grammars.ts has what reads them,
 * worker/languages what the worker does with them, page/pad-languages.ts how a reader's own cells begin.
 */
export interface LanguageRow {
  /** As people call it. */
  readonly name: string
  /** Of a snippet's file. */
  readonly ending: string
  /** A program in it can be saved as a file that Linux runs. */
  readonly isCompiled?: true
}

export const LANGUAGES = {
  rust: { name: 'Rust', ending: 'rs', isCompiled: true },
  asm: { name: 'Assembly', ending: 'asm', isCompiled: true },
  pages: { name: 'Page table', ending: 'pages' },
  access: { name: 'Accesses', ending: 'access' },
  process: { name: 'Processes', ending: 'process' },
  machine: { name: 'Machine', ending: 'machine' },
  elf: { name: 'Executable', ending: 'elf' },
} as const satisfies Readonly<Record<string, LanguageRow>>

export type Language = keyof typeof LANGUAGES

export const LANGUAGE_NAMES = Object.keys(LANGUAGES) as readonly Language[]
