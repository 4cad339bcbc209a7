import { CONDITIONS } from './flags.ts'
import { NO_FLAGS, type Instruction } from './instruction.ts'

const hexDigit = (value: number) => value.toString(16).toUpperCase()

const sets: readonly Instruction[] = CONDITIONS.map(({ code, names, meaning }) => ({
  mnemonic: `set${names[0]}`,
  aliases: names.slice(1).map((name) => `set${name}`),
  summary: `Stores 1 if ${meaning}, else 0.`,
  example: `set${names[0]} al`,
  flags: NO_FLAGS,
  uses: ['w'],
  forms: [[`0F 9${hexDigit(code)} /0`, 'r/m8']],
  execute: (m) => m.write(0, m.select(m.condition(code), m.constant(1, 8), m.constant(0, 8))),
}))

const conditionalMoves: readonly Instruction[] = CONDITIONS.map(({ code, names, meaning }) => ({
  mnemonic: `cmov${names[0]}`,
  aliases: names.slice(1).map((name) => `cmov${name}`),
  summary: `Copies the source to the destination if ${meaning}. Memory is read, and a 32-bit destination's upper half cleared, either way.`,
  example: `cmov${names[0]} eax, ecx`,
  flags: NO_FLAGS,
  uses: ['rw', 'r'],
  forms: [
    [`0F 4${hexDigit(code)} /r`, 'r16, r/m16'],
    [`0F 4${hexDigit(code)} /r`, 'r32, r/m32'],
    [`REX.W 0F 4${hexDigit(code)} /r`, 'r64, r/m64'],
  ],
  execute: (m) => {
    const before = m.read(0)
    const source = m.read(1)
    m.write(0, m.select(m.condition(code), source, before))
  },
}))

export const conditionals: readonly Instruction[] = [...sets, ...conditionalMoves]
