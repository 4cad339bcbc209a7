import fc from 'fast-check'
import { assemble } from '#engine/assembler/assemble.ts'

/** Sources that use every kind of operand; they loop, and may fault. Memory operands lie on the stack, some across pages. */

const REGISTERS: Record<number, readonly string[]> = {
  8: ['al', 'cl', 'dl', 'bl', 'sil', 'dil', 'r8b', 'r15b', 'ah', 'ch', 'dh', 'bh'],
  16: ['ax', 'cx', 'dx', 'bx', 'si', 'di', 'r8w', 'r15w'],
  32: ['eax', 'ecx', 'edx', 'ebx', 'esi', 'edi', 'r8d', 'r15d'],
  64: ['rax', 'rcx', 'rdx', 'rbx', 'rsi', 'rdi', 'r8', 'r15'],
}
const SIZE_WORDS: Record<number, string> = { 8: 'byte', 16: 'word', 32: 'dword', 64: 'qword' }
const CONDITIONS = ['o', 'no', 'b', 'ae', 'e', 'ne', 'be', 'a', 's', 'ns', 'p', 'np', 'l', 'ge', 'le', 'g']

const anySize = fc.constantFrom(8, 16, 32, 64)
const wideSize = fc.constantFrom(16, 32, 64)
const registerOf = (size: number) => fc.constantFrom(...REGISTERS[size]!)
const number = fc.oneof(fc.integer({ min: -128, max: 127 }), fc.integer({ min: -0x8000, max: 0x7fff }))
const small = fc.integer({ min: -128, max: 127 })

/** Around RSP, which lies 256 bytes below the end of the stack, or around RBP, which lies on the border of two pages. */
const address = fc.oneof(
  fc.integer({ min: -64, max: 64 }).map((offset) => `[rsp + ${offset}]`),
  fc.integer({ min: -12, max: 12 }).map((offset) => `[rbp + ${offset}]`),
  fc
    .tuple(fc.integer({ min: -8, max: 8 }), fc.constantFrom(1, 2, 4, 8))
    .map(([offset, scale]) => `[rbp + r12*${scale} + ${offset}]`),
)
const memoryOf = (size: number) => address.map((text) => `${SIZE_WORDS[size]!} ${text}`)
const placeOf = (size: number) => fc.oneof(registerOf(size), memoryOf(size))

const twoOperands = fc
  .tuple(fc.constantFrom('add', 'sub', 'adc', 'sbb', 'and', 'or', 'xor', 'cmp', 'mov', 'test'), anySize)
  .chain(([name, size]) =>
    fc.oneof(
      fc.tuple(placeOf(size), registerOf(size)).map(([to, from]) => `${name} ${to}, ${from}`),
      fc.tuple(registerOf(size), placeOf(size)).map(([to, from]) => `${name} ${to}, ${from}`),
      fc.tuple(placeOf(size), size === 8 ? small : number).map(([to, value]) => `${name} ${to}, ${value}`),
    ),
  )
const oneOperand = fc
  .tuple(fc.constantFrom('inc', 'dec', 'neg', 'not', 'mul', 'imul', 'div', 'idiv'), anySize)
  .chain(([name, size]) => placeOf(size).map((place) => `${name} ${place}`))
const shifts = fc
  .tuple(fc.constantFrom('shl', 'shr', 'sar', 'rol', 'ror'), anySize)
  .chain(([name, size]) =>
    fc
      .tuple(placeOf(size), fc.oneof(fc.constant('cl'), fc.integer({ min: 0, max: 255 }).map(String)))
      .map(([place, count]) => `${name} ${place}, ${count}`),
  )
const widening = fc
  .tuple(fc.constantFrom('movzx', 'movsx'), fc.constantFrom([16, 8], [32, 8], [64, 8], [32, 16], [64, 16]))
  .chain(([name, [to, from]]) =>
    fc.tuple(registerOf(to!), placeOf(from!)).map(([place, source]) => `${name} ${place}, ${source}`),
  )
const wideRegisters = wideSize.chain((size) =>
  fc
    .tuple(fc.constantFrom('imul', 'bsf', 'bsr', 'cmove', 'cmovl', 'cmova'), registerOf(size), placeOf(size))
    .map(([name, to, from]) => `${name} ${to}, ${from}`),
)
const multiplied = wideSize.chain((size) =>
  fc.tuple(registerOf(size), placeOf(size), small).map(([to, from, by]) => `imul ${to}, ${from}, ${by}`),
)
const exchanges = fc
  .tuple(fc.constantFrom('xchg', 'xadd', 'cmpxchg'), anySize)
  .chain(([name, size]) => fc.tuple(placeOf(size), registerOf(size)).map(([a, b]) => `${name} ${a}, ${b}`))
const vectorRegister = fc.constantFrom('xmm0', 'xmm1', 'xmm2', 'xmm9')
/** Names by the size of the second operand in memory; all of them take a register there too. */
const VECTORS: Readonly<Record<string, string>> = {
  oword:
    'movups paddd paddq psubb pmullw pmaddwd pcmpeqb pcmpgtw punpcklbw packsswb pxor addps mulpd divps maxpd sqrtps cmpltps cvtdq2ps cvtps2dq cvtpd2dq andnpd unpckhps psllw',
  qword: 'movsd movq addsd subsd mulsd divsd sqrtsd minsd ucomisd cvtsd2ss cvtps2pd cvtdq2pd',
  dword: 'movss movd addss mulss divss comiss cvtss2sd cvtsi2sd cvtsi2ss',
}
const vectors = fc.constantFrom(...Object.keys(VECTORS)).chain((size) =>
  fc
    .tuple(
      fc.constantFrom(...VECTORS[size]!.split(' ')),
      vectorRegister,
      fc.oneof(
        vectorRegister,
        registerOf(32),
        address.map((text) => `${size} ${text}`),
      ),
    )
    .map(([name, to, from]) => `${name} ${to}, ${from}`),
)
const vectorOthers = fc.oneof(
  fc
    .tuple(fc.constantFrom('movups', 'movdqu', 'movsd', 'movss', 'movhps', 'movaps'), address, vectorRegister)
    .map(([name, to, from]) => `${name} ${to}, ${from}`),
  fc
    .tuple(
      fc.constantFrom('pshufd', 'pshuflw', 'shufps', 'cmpsd', 'cmpps'),
      vectorRegister,
      vectorRegister,
      fc.nat(7),
    )
    .map(([name, to, from, number]) => `${name} ${to}, ${from}, ${number}`),
  fc
    .tuple(
      fc.constantFrom('cvttsd2si eax', 'cvtsd2si rax', 'cvttss2si ecx', 'movq rax', 'pmovmskb esi'),
      vectorRegister,
    )
    .map(([to, from]) => `${to}, ${from}`),
  fc.constantFrom(
    'pextrw eax, xmm1, 3',
    'pinsrw xmm1, ecx, 5',
    'pslldq xmm2, 3',
    'psraw xmm0, 4',
    'movhlps xmm0, xmm1',
  ),
)
const others = fc.oneof(
  fc.constantFrom(
    'cbw',
    'cwde',
    'cdqe',
    'cwd',
    'cdq',
    'cqo',
    'stc',
    'clc',
    'cmc',
    'nop',
    'push -5',
    'push rax',
  ),
  fc.constantFrom('push qword [rbp - 4]', 'pop rcx', 'pop qword [rbp + 5]', 'push cx', 'pop dx', 'push rsp'),
  fc.constantFrom('lea rax, [rcx + rdx*4 - 7]', 'lea ecx, [rbp + 3]', 'mov rax, 0x123456789ABCDEF'),
  fc.constantFrom(
    'lea rdi, [rbp - 3]\nstosq',
    'lea rdi, [rbp + 9]\nlea rsi, [rsp]\nmovsd',
    'call .next\n.next: pop rdx',
    'mov ecx, 9\nlea rdi, [rbp - 5]\nrep stosb',
    'mov ecx, 3\nlea rdi, [rbp + 6]\nlea rsi, [rbp - 9]\nstd\nrep movsd\ncld',
    'xor ecx, ecx\nrep movsq',
  ),
  fc
    .tuple(fc.constantFrom(...CONDITIONS), placeOf(8))
    .map(([condition, place]) => `set${condition} ${place}`),
  fc
    .tuple(fc.constantFrom('bt'), wideSize)
    .chain(([name, size]) => placeOf(size).map((place) => `${name} ${place}, 70`)),
)
const jump = fc
  .tuple(fc.constantFrom(...CONDITIONS.map((condition) => `j${condition}`), 'jmp'), fc.nat(19))
  .map(([name, to]) => `${name} line${to}`)

/** One line that assembles: not every register goes with every other. */
const randomInstruction = fc
  .oneof(
    { arbitrary: twoOperands, weight: 6 },
    { arbitrary: oneOperand, weight: 2 },
    { arbitrary: shifts, weight: 2 },
    widening,
    wideRegisters,
    multiplied,
    exchanges,
    others,
    { arbitrary: vectors, weight: 3 },
    vectorOthers,
  )
  .filter((line) => assemble(line).ok)

/** Twenty lines that jump among themselves. */
export const randomProgram = fc
  .tuple(
    fc.array(fc.oneof({ arbitrary: randomInstruction, weight: 5 }, jump), { minLength: 20, maxLength: 20 }),
    fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }),
  )
  .map(([lines, seed]) => {
    const body = lines.map((line, index) => `line${index}: ${line.replaceAll('.next', `next${index}`)}`)
    const start = `_start: mov rax, ${seed}\nmov rcx, ~${seed}\nlea rbp, [rsp - 0xF00]\nlea rdx, [rsp + rax]\nmov r8, rax\nmov r12, -1\nmovq xmm1, rax\ncvtsi2sd xmm2, rcx`
    return [start, ...body, 'int3'].join('\n')
  })
