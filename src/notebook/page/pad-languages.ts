import type { Language } from '#notebook/shared/language.ts'
import type { ViewName } from '#notebook/shared/view.ts'

/** How a reader's own cells in a language begin. */
interface PadLanguage {
  /** What stands in a new cell. */
  readonly source: string
  /** The same below a cell of another language, where that leaves something else to work on. */
  readonly below?: Readonly<Partial<Record<Language, string>>>
  readonly show: readonly ViewName[]
  /** A new cell goes on with the machine of the cell above. */
  readonly follows?: true
  /** It needs an operating system: without one, regions are only told about. */
  readonly isProcess?: true
  /** What can be chosen for it besides where it starts. */
  readonly choices: readonly ('machine' | 'layout' | 'file' | 'form')[]
}

export const PAD_LANGUAGES: Readonly<Record<Language, PadLanguage>> = {
  rust: {
    source: 'fn main() {\n    let x: u8 = 42;\n    let y: u32 = 100;\n}',
    show: ['symbols', 'stack'],
    choices: ['machine', 'layout'],
  },
  asm: {
    source: 'start:\n    mov eax, 6\n    add eax, 36',
    show: ['assembly', 'registers'],
    follows: true,
    choices: ['machine'],
  },
  pages: {
    source: '0x7FFF007FE → 0x5000 RW',
    below: { machine: '0x0F → 0x340 RW' },
    show: ['table'],
    follows: true,
    choices: ['machine'],
  },
  access: {
    source: 'read u8 [rbp - 1]',
    // Processes of one's own have no frame to look into, but a heap to touch.
    below: { process: 'write u8 0x10000000 = 7' },
    show: ['accesses', 'split', 'caches'],
    follows: true,
    choices: ['machine'],
  },
  process: {
    source: 'process A\n7fff007de000-7fff00800000 rw-p [stack]\n10000000-10100000 rw-p [heap]',
    show: ['maps', 'frames'],
    isProcess: true,
    choices: ['machine'],
  },
  machine: {
    source: 'machine x86-64\ncache L1 16 lines of 64 bytes 2 ways',
    show: ['tlb', 'caches'],
    choices: ['form'],
  },
  elf: {
    source: './program',
    show: ['assembly', 'registers'],
    isProcess: true,
    choices: ['machine', 'file'],
  },
}
