import { NO_FLAGS, writesFlags, type Instruction } from './instruction.ts'

/** SF, ZF, AF, PF and CF. */
const LOW_FLAGS = 0xd5
/** What a program may change: the status flags, DF, NT, AC and ID; TF would stop it after each instruction. */
const USER_FLAGS = LOW_FLAGS | 0x24_4c00

export const stack: readonly Instruction[] = [
  {
    mnemonic: 'push',
    summary: 'Lowers RSP and stores the operand where it then points.',
    example: 'push rbp',
    flags: NO_FLAGS,
    uses: ['r'],
    forms: [
      ['50+r', 'r64'],
      ['66 50+r', 'r16'],
      ['6A ib', 'imm8'],
      ['68 id', 'imm32'],
      ['66 6A ib', 'imm8'],
      ['66 68 iw', 'imm16'],
      ['FF /6', 'r/m64'],
      ['FF /6', 'r/m16'],
    ],
    execute: (m) => m.push(m.read(0)),
  },
  {
    mnemonic: 'pop',
    summary: 'Loads what RSP points to into the operand and raises RSP; the bytes stay in memory.',
    example: 'pop rbp',
    flags: NO_FLAGS,
    uses: ['w'],
    forms: [
      ['58+r', 'r64'],
      ['66 58+r', 'r16'],
      ['8F /0', 'r/m64'],
      ['8F /0', 'r/m16'],
    ],
    execute: (m) => m.write(0, m.pop(m.size)),
  },
  {
    mnemonic: 'pushfq',
    aliases: ['pushf'],
    summary: 'Pushes the flags.',
    example: 'pushfq',
    flags: NO_FLAGS,
    uses: [],
    isRare: true,
    forms: [['9C', '']],
    execute: (m) => m.push(m.allFlags()),
  },
  {
    mnemonic: 'pushfw',
    summary: 'Pushes the lower 16 bits of the flags.',
    example: 'pushfw',
    flags: NO_FLAGS,
    uses: [],
    isRare: true,
    forms: [['66 9C', '']],
    execute: (m) => m.push(m.truncate(m.allFlags(), 16)),
  },
  {
    mnemonic: 'popfq',
    aliases: ['popf'],
    summary: 'Pops the flags; those that only the kernel may change stay.',
    example: 'popfq',
    flags: writesFlags('cf pf af zf sf df of'),
    uses: [],
    isRare: true,
    forms: [['9D', '']],
    execute: (m) => m.setFlags(m.pop(64), USER_FLAGS),
  },
  {
    mnemonic: 'popfw',
    summary: 'Pops the lower 16 bits of the flags.',
    example: 'popfw',
    flags: writesFlags('cf pf af zf sf df of'),
    uses: [],
    isRare: true,
    forms: [['66 9D', '']],
    execute: (m) => m.setFlags(m.zeroExtend(m.pop(16), 64), USER_FLAGS & 0xffff),
  },
  {
    mnemonic: 'lahf',
    summary: 'Copies SF, ZF, AF, PF and CF to AH.',
    example: 'lahf',
    flags: NO_FLAGS,
    uses: [],
    isRare: true,
    forms: [['9F', '']],
    execute: (m) =>
      m.setRegister(
        'ah',
        m.or(m.truncate(m.and(m.allFlags(), m.constant(LOW_FLAGS, 64)), 8), m.constant(2, 8)),
      ),
  },
  {
    mnemonic: 'sahf',
    summary: 'Copies AH to SF, ZF, AF, PF and CF.',
    example: 'sahf',
    flags: writesFlags('cf pf af zf sf'),
    uses: [],
    isRare: true,
    forms: [['9E', '']],
    execute: (m) => m.setFlags(m.zeroExtend(m.register('ah'), 64), LOW_FLAGS),
  },
  {
    mnemonic: 'enter',
    summary:
      'Builds a stack frame: pushes RBP, makes it RSP, and reserves bytes; with a level, copies outer frames.',
    example: 'enter 16, 0',
    flags: NO_FLAGS,
    uses: ['r', 'r'],
    unsignedImmediate: true,
    isRare: true,
    forms: [['C8 iw ib', 'imm16, imm8']],
    execute: (m) => {
      const level = m.and(m.read(1), m.constant(31, 8))
      m.push(m.register('rbp'))
      const frame = m.register('rsp')
      for (let depth = 1; depth < 31; depth++) {
        const isDeeper = m.negate(m.signOf(m.subtract(level, m.constant(depth + 1, 8))))
        m.when(isDeeper, () => {
          const outer = m.subtract(m.register('rbp'), m.constant(8, 64))
          m.setRegister('rbp', outer)
          m.push(m.load(outer, 64))
        })
      }
      m.when(m.negate(m.isZero(level)), () => m.push(frame))
      m.setRegister('rbp', frame)
      m.setRegister('rsp', m.subtract(m.register('rsp'), m.zeroExtend(m.read(0), 64)))
    },
  },
  {
    mnemonic: 'leave',
    summary: 'Tears a stack frame down: RSP becomes RBP, then RBP is popped.',
    example: 'leave',
    flags: NO_FLAGS,
    uses: [],
    forms: [
      ['C9', ''],
      ['66 C9', ''],
    ],
    execute: (m) => {
      m.setRegister('rsp', m.register('rbp'))
      if (m.size === 16) m.setRegister('bp', m.pop(16))
      else m.setRegister('rbp', m.pop(64))
    },
  },
  {
    mnemonic: 'call',
    summary: 'Pushes the address of the next instruction and jumps to the operand.',
    example: 'call example',
    flags: NO_FLAGS,
    uses: ['r'],
    forms: [
      ['E8 cd', 'rel32'],
      ['FF /2', 'r/m64'],
    ],
    execute: (m) => {
      const destination = m.target(0)
      m.push(m.next())
      m.jump(destination)
    },
  },
  {
    mnemonic: 'ret',
    aliases: ['retn'],
    summary: 'Pops an address and jumps to it; an operand says how many more bytes RSP is raised by.',
    example: 'ret',
    flags: NO_FLAGS,
    uses: ['r'],
    unsignedImmediate: true,
    forms: [
      ['C3', ''],
      ['C2 iw', 'imm16'],
    ],
    execute: (m) => {
      const returnAddress = m.pop(64)
      if (m.operandCount > 0) {
        const released = m.zeroExtend(m.read(0), 64)
        m.setRegister('rsp', m.add(m.register('rsp'), released))
      }
      m.jump(returnAddress)
    },
  },
]
