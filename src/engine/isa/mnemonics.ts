/**
 * The names of x86's instructions, of Intel SDM volume 2 by what they need: words that are no labels, and that nobody
 * mistypes if the table does not have them. The editor knows them too, which knows nothing of the table.
 */
const KINDS = {
  /** Only 16- and 32-bit code has them. */
  'not in 64-bit code':
    'aaa aad aam aas arpl bound daa das into jcxz lds les loadall popa popad popaw pusha pushad pushaw salc sysexit',
  privileged:
    'cli clts getsec hlt in insb insd insw invd invept invlpg invpcid invvpid iret iretd iretq iretw lar lgdt lidt lldt lmsw lsl ltr monitor mwait out outsb outsd outsw rdmsr rdpmc rsm sgdt sidt sldt smsw sti str swapgs sysenter sysret sysretq verr verw vmcall vmclear vmlaunch vmptrld vmptrst vmread vmresume vmwrite vmxoff vmxon wbinvd wbnoinvd wrmsr xsetbv',
  general:
    'mov movzx movsx movsxd lea xchg add adc sub sbb cmp inc dec neg xadd cmpxchg and or xor test not shl sal shr sar rol ror mul imul div idiv bt bsf bsr cbw cwde cdqe cwd cdq cqo push pop leave call ret retn jmp nop syscall int int3 ud2 clc stc cmc cld std movsb movsw movsd movsq stosb stosw stosd stosq adcx adox andn bextr blsi blsmsk blsr bndcl bndcn bndcu bndldx bndmk bndmov bndstx bswap btc btr bts bzhi cldemote clflush clflushopt clui clwb cmpsb cmpsd cmpsq cmpsw cmpxchg16b cmpxchg8b cpuid crc32 emms endbr32 endbr64 enter fxrstor fxrstor64 fxsave fxsave64 int1 icebp incsspd incsspq jecxz jrcxz lahf ldmxcsr lfence lfs lgs lodsb lodsd lodsq lodsw loop loope loopne loopnz loopz lss lzcnt mfence movbe movdir64b movdiri movnti mulx pause pdep pext popcnt popf popfq popfw prefetch prefetchnta prefetcht0 prefetcht1 prefetcht2 prefetchw ptwrite pushf pushfq pushfw rcl rcr rdfsbase rdgsbase rdpid rdpkru rdrand rdseed rdsspd rdsspq rdtsc rdtscp retf retfq rorx sahf sarx scasb scasd scasq scasw senduipi serialize sfence shld shlx shrd shrx stmxcsr stui testui tpause tzcnt ud0 ud1 ud2a umonitor umwait wait wrfsbase wrgsbase wrpkru xabort xacquire xbegin xend xgetbv xlat xlatb xrelease xrstor xrstor64 xsave xsave64 xsavec xsaveopt xtest f2xm1 fabs fadd faddp fbld fbstp fchs fclex fcmovb fcmovbe fcmove fcmovnb fcmovnbe fcmovne fcmovnu fcmovu fcom fcomi fcomip fcomp fcompp fcos fdecstp fdiv fdivp fdivr fdivrp ffree ffreep fiadd ficom ficomp fidiv fidivr fild fimul fincstp finit fist fistp fisttp fisub fisubr fld fld1 fldcw fldenv fldl2e fldl2t fldlg2 fldln2 fldpi fldz fmul fmulp fnclex fninit fnop fnsave fnstcw fnstenv fnstsw fpatan fprem fprem1 fptan frndint frstor fsave fscale fsin fsincos fsqrt fst fstcw fstenv fstp fstsw fsub fsubp fsubr fsubrp ftst fucom fucomi fucomip fucomp fucompp fwait fxam fxch fxtract fyl2x fyl2xp1',
  /** With XMM registers; each may be one of AVX too, behind a `v`. */
  sse: 'addpd addps addsd addss addsubpd addsubps aesdec aesdeclast aesenc aesenclast aesimc aeskeygenassist andnpd andnps andpd andps blendpd blendps blendvpd blendvps cmppd cmpps cmpsd cmpss comisd comiss cvtdq2pd cvtdq2ps cvtpd2dq cvtpd2pi cvtpd2ps cvtpi2pd cvtpi2ps cvtps2dq cvtps2pd cvtps2pi cvtsd2si cvtsd2ss cvtsi2sd cvtsi2ss cvtss2sd cvtss2si cvttpd2dq cvttpd2pi cvttps2dq cvttps2pi cvttsd2si cvttss2si divpd divps divsd divss dppd dpps extractps haddpd haddps hsubpd hsubps insertps lddqu maskmovdqu maskmovq maxpd maxps maxsd maxss minpd minps minsd minss movapd movaps movd movddup movdq2q movdqa movdqu movhlps movhpd movhps movlhps movlpd movlps movmskpd movmskps movntdq movntdqa movntpd movntps movntq movq movq2dq movsd movshdup movsldup movss movupd movups mpsadbw mulpd mulps mulsd mulss orpd orps pabsb pabsd pabsw packssdw packsswb packusdw packuswb paddb paddd paddq paddsb paddsw paddusb paddusw paddw palignr pand pandn pavgb pavgw pblendvb pblendw pclmulqdq pcmpeqb pcmpeqd pcmpeqq pcmpeqw pcmpestri pcmpestrm pcmpgtb pcmpgtd pcmpgtq pcmpgtw pcmpistri pcmpistrm pextrb pextrd pextrq pextrw phaddd phaddsw phaddw phminposuw phsubd phsubsw phsubw pinsrb pinsrd pinsrq pinsrw pmaddubsw pmaddwd pmaxsb pmaxsd pmaxsw pmaxub pmaxud pmaxuw pminsb pminsd pminsw pminub pminud pminuw pmovmskb pmovsxbd pmovsxbq pmovsxbw pmovsxdq pmovsxwd pmovsxwq pmovzxbd pmovzxbq pmovzxbw pmovzxdq pmovzxwd pmovzxwq pmuldq pmulhrsw pmulhuw pmulhw pmulld pmullw pmuludq por psadbw pshufb pshufd pshufhw pshuflw pshufw psignb psignd psignw pslld pslldq psllq psllw psrad psraw psrld psrldq psrlq psrlw psubb psubd psubq psubsb psubsw psubusb psubusw psubw ptest punpckhbw punpckhdq punpckhqdq punpckhwd punpcklbw punpckldq punpcklqdq punpcklwd pxor rcpps rcpss roundpd roundps roundsd roundss rsqrtps rsqrtss sha1msg1 sha1msg2 sha1nexte sha1rnds4 sha256msg1 sha256msg2 sha256rnds2 shufpd shufps sqrtpd sqrtps sqrtsd sqrtss subpd subps subsd subss ucomisd ucomiss unpckhpd unpckhps unpcklpd unpcklps xorpd xorps',
  avx: 'vbroadcastf128 vbroadcasti128 vbroadcastsd vbroadcastss vcvtph2ps vcvtps2ph vextractf128 vextracti128 vgatherdpd vgatherdps vgatherqpd vgatherqps vinsertf128 vinserti128 vmaskmovpd vmaskmovps vpblendd vpbroadcastb vpbroadcastd vpbroadcastq vpbroadcastw vperm2f128 vperm2i128 vpermd vpermilpd vpermilps vpermpd vpermps vpermq vpgatherdd vpgatherdq vpgatherqd vpgatherqq vpmaskmovd vpmaskmovq vpsllvd vpsllvq vpsravd vpsrlvd vpsrlvq vtestpd vtestps vzeroall vzeroupper',
} as const

export type MnemonicKind = keyof typeof KINDS

/** Families of names too many to list: conditions; comparisons by their predicate, fused multiplications, AVX-512 and its masks. */
const FAMILIES: readonly (readonly [RegExp, MnemonicKind])[] = [
  [/^(?:j|set|cmov)(?:n?(?:[abgl]e?|[ceopsz])|p[eo])$/, 'general'],
  [/^cmp(?:eq|lt|le|unord|neq|nlt|nle|ord)[ps][sd]$/, 'sse'],
  [/^vf(?:n?m(?:add|sub)|maddsub|msubadd)(?:132|213|231)[ps][sdh]$/, 'avx'],
  [/^vcmp(?:[a-z]{2,5}(?:_[ou][qs])?)[ps][sdh]$/, 'avx'],
  [/^k(?:add|andn?|mov|not|or|ortest|shift[lr]|test|xn?or)[bwdq]$|^kunpck(?:bw|wd|dq)$/, 'avx'],
  [
    /^v(?:mov|p?(?:and|andn|or|xor|tern|broadcast|compress|expand|scatter|rol|ror|lzcnt|conflict)[a-z]*)(?:8|16|32|64|[dq])$/,
    'avx',
  ],
]

const BY_NAME = new Map(
  Object.entries(KINDS).flatMap(([kind, names]) =>
    names.split(' ').map((word) => [word, kind as MnemonicKind] as const),
  ),
)

/** What kind of instruction a name in small letters is; undefined where x86 has none such. */
export function mnemonicKind(name: string): MnemonicKind | undefined {
  const known = BY_NAME.get(name) ?? familyOf(name)
  if (known !== undefined || !name.startsWith('v')) return known
  const plain = name.slice(1)
  return (BY_NAME.get(plain) ?? familyOf(plain)) === 'sse' ? 'avx' : undefined
}

function familyOf(name: string): MnemonicKind | undefined {
  return FAMILIES.find(([pattern]) => pattern.test(name))?.[1]
}

export function isMnemonic(name: string): boolean {
  return mnemonicKind(name) !== undefined
}
