import type { Instruction } from './instruction.ts'

const BYTES_BELOW_RBP = 128

/** What must be there before some instructions mean anything, and labels behind them. */
const AROUND: Readonly<
  Record<string, { readonly before?: readonly string[]; readonly after?: readonly string[] }>
> = {
  div: { before: ['xor edx, edx', 'mov rax, 43', 'mov rcx, 6'] },
  idiv: { before: ['xor edx, edx', 'mov rax, 43', 'mov rcx, 6'] },
  xlatb: { before: [`lea rbx, [rbp - ${BYTES_BELOW_RBP}]`, 'mov al, 2'] },
  call: { after: ['jmp done', 'example:', 'ret', 'done:'] },
  ret: { before: ['call .there', 'jmp .done', '.there:'], after: ['.done:'] },
  ldmxcsr: { before: [`mov dword [rbp - ${BYTES_BELOW_RBP}], 0x1F80`] },
  jmp: { after: ['.again:'] },
}
const LOOP = { before: ['mov ecx, 3', '.again:'] }
const STRING = { before: ['lea rsi, [rbp - 64]', 'lea rdi, [rbp - 32]', 'mov ecx, 4'] }

/**
 * The instruction of a row, as a whole fragment that can be run: what its operands point at is in the frame, and what
 * it jumps to is there.
 */
export function runnableExample({ mnemonic, example }: Instruction): string {
  const base = /\[(r[a-z]+)\b/.exec(example)?.[1]
  const points =
    base === undefined || base === 'rbp' || base === 'rsp' ? [] : [`lea ${base}, [rbp - ${BYTES_BELOW_RBP}]`]
  const { before = [], after = [] } = around(mnemonic, example)
  const end = example.includes('.done') ? ['.done:'] : after
  return ['start:', ...[...points, ...before, example, ...end].map(indented)].join('\n')
}

function around(mnemonic: string, example: string): (typeof AROUND)[string] {
  if (mnemonic.startsWith('loop')) return LOOP
  if (/^(rep\w* )?(movs|cmps|stos|lods|scas)[bwdq]$/.test(example)) return STRING
  return AROUND[mnemonic] ?? {}
}

const indented = (line: string) => (line.endsWith(':') ? line : `    ${line}`)
