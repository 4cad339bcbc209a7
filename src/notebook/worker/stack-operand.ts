import type { Machine } from '#engine/machine/machine.ts'

/** What the address of an access without an operand is counted from: `push` goes to RSP − 8, `pop` to RSP, `leave` to RBP. */
export function stackOperand(
  { registers }: Machine,
  address: bigint,
): { readonly base: 'rsp' | 'rbp'; readonly displacement: number } {
  const base = address !== registers.get('rsp') && address === registers.get('rbp') ? 'rbp' : 'rsp'
  return { base, displacement: Number(BigInt.asIntN(64, address - registers.get(base))) }
}
