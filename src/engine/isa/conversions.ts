import { NO_FLAGS, type Instruction } from './instruction.ts'

function widening(
  mnemonic: string,
  encoding: string,
  from: string,
  to: string,
  size: 16 | 32 | 64,
): Instruction {
  return {
    mnemonic,
    summary: `Widens ${from.toUpperCase()} to ${to.toUpperCase()}, keeping the sign.`,
    example: mnemonic,
    flags: NO_FLAGS,
    uses: [],
    forms: [[encoding, '']],
    execute: (m) => m.setRegister(to, m.signExtend(m.register(from), size)),
  }
}

function signFill(
  mnemonic: string,
  encoding: string,
  from: string,
  to: string,
  size: 16 | 32 | 64,
): Instruction {
  return {
    mnemonic,
    summary: `Fills ${to.toUpperCase()} with the sign of ${from.toUpperCase()}: what a signed division needs before it.`,
    example: mnemonic,
    flags: NO_FLAGS,
    uses: [],
    forms: [[encoding, '']],
    execute: (m) =>
      m.setRegister(to, m.select(m.signOf(m.register(from)), m.constant(-1, size), m.constant(0, size))),
  }
}

export const conversions: readonly Instruction[] = [
  widening('cbw', '66 98', 'al', 'ax', 16),
  widening('cwde', '98', 'ax', 'eax', 32),
  widening('cdqe', 'REX.W 98', 'eax', 'rax', 64),
  signFill('cwd', '66 99', 'ax', 'dx', 16),
  signFill('cdq', '99', 'eax', 'edx', 32),
  signFill('cqo', 'REX.W 99', 'rax', 'rdx', 64),
]
