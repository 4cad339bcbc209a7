import type { RegisterOperand, Width } from './instruction.ts'

/** Registers that intermediate results may be in. */
export type RegisterName = (typeof SCRATCH)[number] | FloatRegisterName
type FloatRegisterName = (typeof FLOATS)[number]

/**
 * General-purpose ones, by the order in which they are taken. All of them belong to the called function (System V ABI), so none needs to be saved: the accumulator first, and those
 * of arguments last.
 */
export const SCRATCH = ['rax', 'rcx', 'rdx', 'r8', 'r9', 'r10', 'r11', 'rsi', 'rdi'] as const

/** Those of floating-point numbers, which pass arguments in this order; none is kept by who is called. */
export const FLOATS = ['xmm0', 'xmm1', 'xmm2', 'xmm3', 'xmm4', 'xmm5', 'xmm6', 'xmm7'] as const

export function isFloatRegister(name: string | undefined): name is FloatRegisterName {
  return name?.startsWith('xmm') === true
}

/** What passes the words of arguments, in this order. */
export const ARGUMENTS = ['rdi', 'rsi', 'rdx', 'rcx', 'r8', 'r9'] as const

const PARTS: Readonly<Record<(typeof SCRATCH)[number], Readonly<Record<Width, string>>>> = {
  rax: { 1: 'al', 2: 'ax', 4: 'eax', 8: 'rax' },
  rcx: { 1: 'cl', 2: 'cx', 4: 'ecx', 8: 'rcx' },
  rdx: { 1: 'dl', 2: 'dx', 4: 'edx', 8: 'rdx' },
  rsi: { 1: 'sil', 2: 'si', 4: 'esi', 8: 'rsi' },
  rdi: { 1: 'dil', 2: 'di', 4: 'edi', 8: 'rdi' },
  r8: { 1: 'r8b', 2: 'r8w', 4: 'r8d', 8: 'r8' },
  r9: { 1: 'r9b', 2: 'r9w', 4: 'r9d', 8: 'r9' },
  r10: { 1: 'r10b', 2: 'r10w', 4: 'r10d', 8: 'r10' },
  r11: { 1: 'r11b', 2: 'r11w', 4: 'r11d', 8: 'r11' },
}

/** The lowest bytes of a register. */
export function part(register: RegisterName, width: Width): RegisterOperand {
  return { kind: 'register', name: isFloatRegister(register) ? register : PARTS[register][width] }
}
