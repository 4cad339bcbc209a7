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
]
