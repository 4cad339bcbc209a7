import { NO_FLAGS, writesFlags, type Instruction } from './instruction.ts'
import type { Semantics } from './semantics.ts'

/** Orders to memory, which a processor alone need not wait for. */
function orders(names: string, summary: string, encodings: readonly string[]): Instruction[] {
  return names.split(' ').map((mnemonic, index) => ({
    mnemonic,
    summary,
    example: mnemonic,
    flags: NO_FLAGS,
    uses: [],
    isRare: true,
    forms: [[encodings[index]!, '']],
    execute: () => {},
  }))
}

/** Unwinders ask for the shadow stack: a processor without one does nothing, so that they find what they have put there. */
function shadowStackReads(): Instruction[] {
  const rows: readonly (readonly [string, string, string, string])[] = [
    ['rdsspd', 'eax', 'F3 0F 1E /1', 'r32'],
    ['rdsspq', 'rax', 'F3 REX.W 0F 1E /1', 'r64'],
  ]
  return rows.map(([mnemonic, register, encoding, operand]) => ({
    mnemonic,
    summary: 'Reads where the shadow stack is; this processor has none, and does nothing.',
    example: `${mnemonic} ${register}`,
    flags: NO_FLAGS,
    uses: ['r'],
    isRare: true,
    forms: [[encoding, operand]],
    execute: () => {},
  }))
}

/** Hints that an address will be used: there is nothing here that could bring it nearer. */
function hints(names: string, encodings: readonly string[]): Instruction[] {
  return names.split(' ').map((mnemonic, index) => ({
    mnemonic,
    summary: 'Hints that this memory will be used soon; nothing is read.',
    example: `${mnemonic} [rax]`,
    flags: NO_FLAGS,
    uses: ['r'],
    isRare: true,
    forms: [[encodings[index]!, 'm']],
    execute: () => {},
  }))
}

const KERNEL_EXAMPLES: Readonly<Record<string, string>> = {
  in: 'in al, 0x60',
  out: 'out 0x60, al',
  invlpg: 'invlpg [rax]',
  lgdt: 'lgdt [rax]',
  lidt: 'lidt [rax]',
  mov: 'mov cr3, rax',
}

/** To and from a control register: always 64 bits, without REX.W. */
function controlMoves(number: number): (readonly [string, string])[] {
  return [
    [`0F 22 /${number}`, `CR${number}, r64`],
    [`0F 20 /${number}`, `r64, CR${number}`],
  ]
}

/** What only the kernel may do: a program on one of these faults. */
function kernelOnly(): Instruction[] {
  const rows: readonly (readonly [string, ...(readonly (readonly [string, string])[])])[] = [
    ['in', ['E4 ib', 'AL, imm8'], ['E5 ib', 'EAX, imm8'], ['EC', 'AL, DX'], ['ED', 'EAX, DX']],
    ['out', ['E6 ib', 'imm8, AL'], ['E7 ib', 'imm8, EAX'], ['EE', 'DX, AL'], ['EF', 'DX, EAX']],
    ['cli', ['FA', '']],
    ['sti', ['FB', '']],
    ['wbinvd', ['0F 09', '']],
    ['invd', ['0F 08', '']],
    ['clts', ['0F 06', '']],
    ['rdmsr', ['0F 32', '']],
    ['wrmsr', ['0F 30', '']],
    ['swapgs', ['0F 01 F8', '']],
    ['invlpg', ['0F 01 /7', 'm']],
    ['lgdt', ['0F 01 /2', 'm']],
    ['lidt', ['0F 01 /3', 'm']],
    ['mov', ...[0, 2, 3, 4].flatMap(controlMoves)],
  ]
  return rows.map(([mnemonic, ...forms]) => ({
    mnemonic,
    summary: 'An instruction that only the kernel may use: a program on one faults.',
    example: KERNEL_EXAMPLES[mnemonic] ?? mnemonic,
    flags: NO_FLAGS,
    uses: ['r', 'r'],
    unsignedImmediate: true,
    isRare: true,
    forms,
    execute: (m) => m.fault('general-protection'),
  }))
}

/**
 * Leaves of `cpuid`, and EAX, EBX, ECX and EDX for each: the name, `Pagewalk x86`; what every x86-64 processor has, and
 * of what came later the integer instructions; no leaf of caches or of AVX.
 */
const CPUID: readonly (readonly [number, readonly [number, number, number, number]])[] = [
  [0, [7, 0x65676150, 0x36387820, 0x6b6c6177]],
  // CX16, MOVBE, POPCNT; and FPU, TSC, CX8, CMOV, FXSR, SSE, SSE2
  [1, [0x600, 0x800, 0x00c0_2000, 0x0700_8111]],
  // BMI1, BMI2, ADX
  [7, [0, 0x0008_0108, 0, 0]],
  [0x8000_0000, [0x8000_0001, 0, 0, 0]],
  // LAHF, LZCNT; and SYSCALL, NX, long mode
  [0x8000_0001, [0, 0, 0x21, 0x2010_0800]],
]

function readClock<Word>(m: Semantics<Word>): void {
  const clock = m.clock()
  m.setRegister('eax', m.truncate(clock, 32))
  m.setRegister('edx', m.truncate(m.shiftRight(clock, m.constant(32, 8)), 32))
}

export const system: readonly Instruction[] = [
  {
    mnemonic: 'nop',
    summary: 'Does nothing.',
    example: 'nop',
    flags: NO_FLAGS,
    uses: [],
    forms: [
      ['90', ''],
      ['0F 1F /0', 'r/m16'],
      ['0F 1F /0', 'r/m32'],
      ['REX.W 0F 1F /0', 'r/m64'],
    ],
    execute: () => {},
  },
  {
    mnemonic: 'pause',
    summary: 'Does nothing, for a moment: in loops that wait for another processor.',
    example: 'pause',
    flags: NO_FLAGS,
    uses: [],
    isRare: true,
    forms: [['F3 90', '']],
    execute: () => {},
  },
  {
    mnemonic: 'endbr64',
    summary: 'Marks where indirect jumps may lead; else it does nothing.',
    example: 'endbr64',
    flags: NO_FLAGS,
    uses: [],
    isRare: true,
    forms: [['F3 0F 1E FA', '']],
    execute: () => {},
  },
  ...shadowStackReads(),
  ...orders(
    'mfence lfence sfence',
    'Waits until earlier accesses to memory are done; with one processor there is nothing to wait for.',
    ['0F AE F0', '0F AE E8', '0F AE F8'],
  ),
  ...hints('prefetchnta prefetcht0 prefetcht1 prefetcht2 prefetch prefetchw', [
    '0F 18 /0',
    '0F 18 /1',
    '0F 18 /2',
    '0F 18 /3',
    '0F 0D /0',
    '0F 0D /1',
  ]),
  {
    mnemonic: 'xlatb',
    aliases: ['xlat'],
    summary: 'Replaces AL by the byte of a table at RBX that it numbers.',
    example: 'xlatb',
    flags: NO_FLAGS,
    uses: [],
    isRare: true,
    forms: [['D7', '']],
    execute: (m) => {
      const at = m.add(m.register('rbx'), m.zeroExtend(m.register('al'), 64))
      m.setRegister('al', m.load(m.address(at), 8))
    },
  },
  {
    mnemonic: 'rdtsc',
    summary: 'The processor’s clock, in EDX and EAX: here it counts instructions.',
    example: 'rdtsc',
    flags: NO_FLAGS,
    uses: [],
    isRare: true,
    forms: [['0F 31', '']],
    execute: readClock,
  },
  {
    mnemonic: 'rdtscp',
    summary: 'The processor’s clock, in EDX and EAX, and the processor’s number, 0, in ECX.',
    example: 'rdtscp',
    flags: NO_FLAGS,
    uses: [],
    isRare: true,
    forms: [['0F 01 F9', '']],
    execute: (m) => {
      readClock(m)
      m.setRegister('ecx', m.constant(0, 32))
    },
  },
  {
    mnemonic: 'cpuid',
    summary: 'Tells what the processor is and can, by the number in EAX.',
    example: 'cpuid',
    flags: NO_FLAGS,
    uses: [],
    isRare: true,
    forms: [['0F A2', '']],
    execute: (m) => {
      const leaf = m.register('eax')
      const places = ['eax', 'ebx', 'ecx', 'edx'] as const
      places.forEach((name, place) => {
        const known = CPUID.reduce(
          (found, [number, values]) =>
            m.select(m.isEqual(leaf, m.constant(number, 32)), m.constant(values[place]!, 32), found),
          m.constant(0, 32),
        )
        m.setRegister(name, known)
      })
    },
  },
  ...kernelOnly(),
  {
    mnemonic: 'hlt',
    summary: 'Stops the processor. An operating system may; a program on one faults.',
    example: 'hlt',
    flags: NO_FLAGS,
    uses: [],
    forms: [['F4', '']],
    execute: (m) => m.stop('halt'),
  },
  {
    mnemonic: 'syscall',
    summary: 'Asks the operating system: RCX becomes the address of the next instruction, R11 the flags.',
    example: 'syscall',
    flags: NO_FLAGS,
    uses: [],
    forms: [['0F 05', '']],
    execute: (m) => {
      m.setRegister('rcx', m.next())
      m.setRegister('r11', m.allFlags())
      m.stop('syscall')
    },
  },
  {
    mnemonic: 'int3',
    summary: 'A breakpoint: control goes to the debugger.',
    example: 'int3',
    flags: NO_FLAGS,
    uses: [],
    forms: [['CC', '']],
    execute: (m) => m.stop('breakpoint'),
  },
  {
    mnemonic: 'int1',
    aliases: ['icebp'],
    summary: 'A breakpoint of the processor’s own: control goes to the debugger.',
    example: 'int1',
    flags: NO_FLAGS,
    uses: [],
    isRare: true,
    forms: [['F1', '']],
    execute: (m) => m.stop('breakpoint'),
  },
  {
    mnemonic: 'int',
    summary:
      'Calls an interrupt handler: 0x80 asks the operating system as 32-bit programs do, 3 is the breakpoint; all others a program may not call.',
    example: 'int 0x80',
    flags: NO_FLAGS,
    uses: ['r'],
    unsignedImmediate: true,
    forms: [['CD ib', 'imm8']],
    execute: (m) => {
      const isBreakpoint = m.isEqual(m.read(0), m.constant(3, 8))
      const isCall = m.isEqual(m.read(0), m.constant(0x80, 8))
      m.when(isBreakpoint, () => m.stop('breakpoint'))
      m.when(isCall, () => m.stop('interrupt'))
      m.when(m.negate(m.or(isBreakpoint, isCall)), () => m.fault('general-protection'))
    },
  },
  {
    mnemonic: 'ud2',
    summary: 'The instruction that is never one: raises an invalid-opcode fault.',
    example: 'ud2',
    flags: NO_FLAGS,
    uses: [],
    forms: [['0F 0B', '']],
    execute: (m) => m.fault('invalid-opcode'),
  },
  {
    mnemonic: 'clc',
    summary: 'Clears the carry flag.',
    example: 'clc',
    flags: writesFlags('cf'),
    uses: [],
    forms: [['F8', '']],
    execute: (m) => m.setFlag('cf', m.constant(0, 8)),
  },
  {
    mnemonic: 'stc',
    summary: 'Sets the carry flag.',
    example: 'stc',
    flags: writesFlags('cf'),
    uses: [],
    forms: [['F9', '']],
    execute: (m) => m.setFlag('cf', m.constant(1, 8)),
  },
  {
    mnemonic: 'cmc',
    summary: 'Inverts the carry flag.',
    example: 'cmc',
    flags: writesFlags('cf'),
    uses: [],
    forms: [['F5', '']],
    execute: (m) => m.setFlag('cf', m.negate(m.flag('cf'))),
  },
  {
    mnemonic: 'cld',
    summary: 'Clears the direction flag: string instructions go upwards.',
    example: 'cld',
    flags: writesFlags('df'),
    uses: [],
    forms: [['FC', '']],
    execute: (m) => m.setFlag('df', m.constant(0, 8)),
  },
  {
    mnemonic: 'std',
    summary: 'Sets the direction flag: string instructions go downwards.',
    example: 'std',
    flags: writesFlags('df'),
    uses: [],
    forms: [['FD', '']],
    execute: (m) => m.setFlag('df', m.constant(1, 8)),
  },
]
