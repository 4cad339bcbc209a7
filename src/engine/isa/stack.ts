import { NO_FLAGS, type Instruction } from './instruction.ts'

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
