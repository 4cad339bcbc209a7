import { MXCSR_BITS } from '../floats/format.ts'
import { NO_FLAGS, type Instruction } from '../instruction.ts'

/** MXCSR, and the caches' lines. */
export const vectorControl: readonly Instruction[] = [
  {
    mnemonic: 'ldmxcsr',
    summary:
      'Loads MXCSR: how floating-point numbers are rounded, and which exceptions are faults. Bits that mean nothing must be 0.',
    example: 'ldmxcsr [rsi]',
    flags: NO_FLAGS,
    uses: ['r'],
    isRare: true,
    forms: [['NP 0F AE /2', 'm32']],
    execute: (m) => {
      const value = m.read(0)
      const isAllowed = m.isZero(m.and(value, m.constant(~MXCSR_BITS, 32)))
      m.when(m.negate(isAllowed), () => m.fault('general-protection'))
      m.setMxcsr(value)
    },
  },
  {
    mnemonic: 'stmxcsr',
    summary: 'Stores MXCSR: what occurred in floating-point arithmetic, and how it is done.',
    example: 'stmxcsr [rdi]',
    flags: NO_FLAGS,
    uses: ['w'],
    isRare: true,
    forms: [['NP 0F AE /3', 'm32']],
    execute: (m) => m.write(0, m.mxcsr()),
  },
  {
    mnemonic: 'clflush',
    summary: 'Puts the line of this byte out of the caches: what it holds stays the same.',
    example: 'clflush [rsi]',
    flags: NO_FLAGS,
    uses: ['r'],
    isRare: true,
    forms: [['NP 0F AE /7', 'm']],
    execute: (m) => void m.load(m.addressOf(0), 8),
  },
]
