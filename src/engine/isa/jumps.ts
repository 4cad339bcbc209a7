import { CONDITIONS } from './flags.ts'
import { NO_FLAGS, type Instruction } from './instruction.ts'

const hexByte = (value: number) => value.toString(16).toUpperCase()

const conditionalJumps: readonly Instruction[] = CONDITIONS.map(({ code, names, meaning }) => ({
  mnemonic: `j${names[0]}`,
  aliases: names.slice(1).map((name) => `j${name}`),
  summary: `Jumps if ${meaning}.`,
  example: `j${names[0]} .done`,
  flags: NO_FLAGS,
  uses: ['r'],
  forms: [
    [`7${hexByte(code)} cb`, 'rel8'],
    [`0F 8${hexByte(code)} cd`, 'rel32'],
  ],
  execute: (m) => m.when(m.condition(code), () => m.jump(m.target(0))),
}))

export const jumps: readonly Instruction[] = [
  {
    mnemonic: 'jmp',
    summary: 'Continues at another address.',
    example: 'jmp .again',
    flags: NO_FLAGS,
    uses: ['r'],
    forms: [
      ['EB cb', 'rel8'],
      ['E9 cd', 'rel32'],
      ['FF /4', 'r/m64'],
    ],
    execute: (m) => m.jump(m.target(0)),
  },
  ...conditionalJumps,
  ...loops(),
]

/** Jumps that count in RCX, or in ECX with prefix 67. */
function loops(): readonly Instruction[] {
  const kinds: readonly (readonly [string, readonly string[], number, string])[] = [
    ['loop', [], 0xe2, ''],
    ['loope', ['loopz'], 0xe1, ' and the zero flag is set'],
    ['loopne', ['loopnz'], 0xe0, ' and the zero flag is clear'],
  ]
  const counting = kinds.map(([mnemonic, aliases, opcode, rest]): Instruction => ({
    mnemonic,
    aliases,
    summary: `Takes one from RCX, and jumps if it is not zero then${rest}.`,
    example: `${mnemonic} .again`,
    flags: NO_FLAGS,
    uses: ['r', 'r'],
    isRare: true,
    forms: [
      [`${hexByte(opcode)} cb`, 'rel8'],
      [`${hexByte(opcode)} cb`, 'rel8, RCX'],
      [`67 ${hexByte(opcode)} cb`, 'rel8, ECX'],
    ],
    execute: (m) => {
      const rest = m.address(m.subtract(m.register('rcx'), m.constant(1, 64)))
      const some = m.negate(m.isZero(rest))
      const zero = m.flag('zf')
      m.setRegister('rcx', rest)
      const holds = mnemonic === 'loop' ? some : m.and(some, mnemonic === 'loope' ? zero : m.negate(zero))
      m.when(holds, () => m.jump(m.target(0)))
    },
  }))
  const empty = (['jrcxz', 'jecxz'] as const).map((mnemonic): Instruction => ({
    mnemonic,
    summary: `Jumps if ${mnemonic === 'jrcxz' ? 'RCX' : 'ECX'} is zero.`,
    example: `${mnemonic} .done`,
    flags: NO_FLAGS,
    uses: ['r'],
    isRare: true,
    forms: [[mnemonic === 'jrcxz' ? 'E3 cb' : '67 E3 cb', 'rel8']],
    execute: (m) => m.when(m.isZero(m.address(m.register('rcx'))), () => m.jump(m.target(0))),
  }))
  return [...counting, ...empty]
}
