import { isMnemonic } from '../isa/mnemonics.ts'

/** Names that a Rust function may have and that mean something else in assembly, besides instructions. */
const RESERVED = new Set(
  [
    'al ah ax eax rax bl bh bx ebx rbx cl ch cx ecx rcx dl dh dx edx rdx',
    'sil si esi rsi dil di edi rdi spl sp esp rsp bpl bp ebp rbp rip',
    'cs ds es fs gs ss byte word dword qword tword oword yword zword ptr offset short near far strict nosplit to',
    'rel abs rep repe repz repne repnz lock db dw dd dq dt do resb resw resd resq rest reso equ times incbin',
    'section segment global extern default bits align seg wrt alignb use16 use32 use64 static common absolute cpu',
    'float list warning org group xmmword xacquire xrelease bnd a32 o16 o64 struc istruc endstruc at iend',
  ]
    .join(' ')
    .split(' '),
)

const NUMBERED = /^(?:r(?:[89]|1[0-5])[bwd]?|[cd]r\d+|[xyz]?mm\d+|st\d|k[0-7])$/

/** nasm's way to say that a word is a label whatever else it may mean: `$rax`. Capital letters make no difference. */
export function labelText(name: string): string {
  const word = name.toLowerCase()
  return RESERVED.has(word) || NUMBERED.test(word) || isMnemonic(word) ? `$${name}` : name
}
