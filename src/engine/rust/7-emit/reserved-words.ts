/** Names that a Rust function may have and that mean something else in assembly. */
const RESERVED = new Set(
  [
    'al ah ax eax rax bl bh bx ebx rbx cl ch cx ecx rcx dl dh dx edx rdx',
    'sil si esi rsi dil di edi rdi spl sp esp rsp bpl bp ebp rbp rip',
    'cs ds es fs gs ss byte word dword qword tword oword yword zword ptr offset short near far strict nosplit to',
    'rel abs rep repe repz repne repnz lock db dw dd dq dt do resb resw resd resq rest reso equ times incbin',
    'section segment global extern default bits align seg wrt alignb use16 use32 use64 static common absolute cpu',
    'float list warning org group xmmword xacquire xrelease bnd a32 o16 o64 struc istruc endstruc at iend',
    'mov movzx movsx movsxd lea xchg add adc sub sbb cmp inc dec neg xadd cmpxchg and or xor test not',
    'shl sal shr sar rol ror rcl rcr mul imul div idiv bt bts btr btc bsf bsr bswap',
    'cbw cwde cdqe cwd cdq cqo push pop pushf popf leave enter call ret retn retf jmp loop loope loopne nop hlt wait in out',
    'cmpxchg8b cmpxchg16b shld shrd popcnt lzcnt tzcnt movbe adcx adox crc32 andn bextr bzhi blsr blsmsk blsi sarx shlx shrx',
    'rorx mulx pdep pext pushfq pushfw popfq popfw loopz loopnz jrcxz jecxz pause endbr64 mfence lfence sfence xlat xlatb',
    'prefetchnta prefetcht0 prefetcht1 prefetcht2 prefetchw rdtsc wbinvd invd clts rdmsr wrmsr swapgs',
    'syscall sysret sysenter sysexit int int1 int3 into ud2 iret cpuid clc stc cmc cld std cli sti lahf sahf',
  ]
    .join(' ')
    .split(' '),
)

const FAMILIES =
  /^(?:r(?:[89]|1[0-5])[bwd]?|[cd]r\d+|[xyz]?mm\d+|st\d|k[0-7]|(?:set|cmov|j)n?(?:[abgl]e?|[ceopsz]|p[eo])|(?:movs|stos|lods|cmps|scas)[bwdq])$/

/** nasm's way to say that a word is a label whatever else it may mean: `$rax`. Capital letters make no difference. */
export function labelText(name: string): string {
  const word = name.toLowerCase()
  return RESERVED.has(word) || FAMILIES.test(word) ? `$${name}` : name
}
