import { REGISTER_NAMES } from '../isa/registers.ts'
import { DataName, DirectiveName, Equ, Prefix, Register, Relative, Size, TimesName } from './parser.terms.ts'

/** The words that are no names, by the kind of node the grammar makes of them. */
const KINDS = new Map<string, number>([
  ...words(Register, REGISTER_NAMES.join(' ') + ' rip'),
  ...words(Size, 'byte word dword qword ptr offset short near far strict'),
  ...words(Relative, 'rel abs'),
  ...words(Prefix, 'rep repe repz repne repnz lock'),
  ...words(DataName, 'db dw dd dq resb resw resd resq'),
  ...words(Equ, 'equ'),
  ...words(TimesName, 'times'),
  ...words(DirectiveName, 'section segment global extern default bits align alignb'),
])

function words(kind: number, text: string): [string, number][] {
  return text.split(' ').map((word) => [word, kind])
}

/** Called by the parser for every word; -1 leaves it a name. Capital letters make no difference, as in nasm. */
export function wordKind(word: string, _stack?: unknown): number {
  return KINDS.get(word.toLowerCase()) ?? -1
}
