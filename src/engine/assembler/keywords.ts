import { isMnemonic } from '../isa/mnemonics.ts'
import { REGISTER_NAMES } from '../isa/registers.ts'
import {
  DataName,
  DirectiveName,
  Equ,
  FunctionName,
  MnemonicWord,
  Prefix,
  Register,
  Relative,
  SegmentName,
  Size,
  TimesName,
} from './parser.terms.generated.ts'

/** The words that are no names, by the kind of node the grammar makes of them. */
const KINDS = new Map<string, number>([
  ...words(Register, REGISTER_NAMES.join(' ') + ' rip'),
  ...words(SegmentName, 'cs ds es fs gs ss'),
  ...words(Size, 'byte word dword qword tword oword xmmword offset short near far strict nosplit'),
  ...words(Relative, 'rel abs'),
  ...words(Prefix, 'rep repe repz repne repnz lock xacquire xrelease bnd a32 o16 o64'),
  ...words(DataName, 'db dw dd dq dt do resb resw resd resq rest reso'),
  ...words(Equ, 'equ'),
  ...words(TimesName, 'times'),
  ...words(
    DirectiveName,
    'section segment global extern static common default bits use16 use32 use64 align alignb absolute cpu float incbin org group',
  ),
  ...words(FunctionName, functionNames()),
])

/** What registers are called that the course's processor does not have, or lets only the kernel touch. */
const OTHER_REGISTERS = /^(?:[cd]r(?:1[0-5]|\d)|[xyz]mm(?:[12]?\d|3[01])|mm[0-7]|st[0-7]|k[0-7])$/

/** `__float64__` and its like, also in nasm's newer spelling, `__?float64?__`. */
function functionNames(): string {
  const plain = ['float8', 'float16', 'float32', 'float64', 'float80m', 'float80e', 'float128l', 'float128h']
  return [...plain, 'utf16', 'utf16le', 'utf16be', 'utf32', 'utf32le', 'utf32be']
    .flatMap((name) => [`__${name}__`, `__?${name}?__`])
    .join(' ')
}

function words(kind: number, text: string): [string, number][] {
  return text.split(' ').map((word) => [word, kind])
}

/** Programs repeat their words; so many are remembered. */
const MOST_WORDS = 1 << 12
const seen = new Map<string, number>()

/** Called by the parser for every word; -1 leaves it a name. Capital letters make no difference, as in nasm. */
export function wordKind(written: string, _stack?: unknown): number {
  const known = seen.get(written)
  if (known !== undefined) return known
  if (seen.size === MOST_WORDS) seen.clear()
  const kind = kindOf(written.toLowerCase())
  seen.set(written, kind)
  return kind
}

function kindOf(word: string): number {
  const kind = KINDS.get(word)
  if (kind !== undefined) return kind
  if (OTHER_REGISTERS.test(word)) return Register
  return isMnemonic(word) ? MnemonicWord : -1
}
