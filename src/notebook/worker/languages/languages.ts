import type { Language } from '#notebook/shared/language.ts'
import { access } from './access.ts'
import { assembly } from './assembly.ts'
import { elf } from './elf.ts'
import type { WorkerLanguage } from './language.ts'
import { machine } from './machine.ts'
import { pages } from './pages.ts'
import { process } from './process.ts'
import { rust } from './rust.ts'

const LANGUAGES: Readonly<Record<Language, WorkerLanguage>> = {
  rust,
  asm: assembly,
  pages,
  access,
  process,
  machine,
  elf,
}

/** What the worker knows of a cell's language. */
export function workerLanguage(language: Language): WorkerLanguage {
  return LANGUAGES[language]
}
