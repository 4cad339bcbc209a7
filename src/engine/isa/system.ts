import { NO_FLAGS, writesFlags, type Instruction } from './instruction.ts'

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
    mnemonic: 'int',
    summary:
      'Calls an interrupt handler, which a program may not, except for 3, the breakpoint: general protection.',
    example: 'int 0x80',
    flags: NO_FLAGS,
    uses: ['r'],
    unsignedImmediate: true,
    forms: [['CD ib', 'imm8']],
    execute: (m) => {
      const isBreakpoint = m.isEqual(m.read(0), m.constant(3, 8))
      m.when(isBreakpoint, () => m.stop('breakpoint'))
      m.when(m.negate(isBreakpoint), () => m.fault('general-protection'))
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
