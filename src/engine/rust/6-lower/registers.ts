import type { RegisterOperand, Width } from './instruction.ts'

const NAMES: readonly Readonly<Record<Width, string>>[] = [
  { 1: 'al', 2: 'ax', 4: 'eax', 8: 'rax' },
  { 1: 'cl', 2: 'cx', 4: 'ecx', 8: 'rcx' },
  { 1: 'dl', 2: 'dx', 4: 'edx', 8: 'rdx' },
  { 1: 'r8b', 2: 'r8w', 4: 'r8d', 8: 'r8' },
  { 1: 'r9b', 2: 'r9w', 4: 'r9d', 8: 'r9' },
  { 1: 'r10b', 2: 'r10w', 4: 'r10d', 8: 'r10' },
]

/**
 * Where intermediate results are kept: 0 is the accumulator, the others are needed where the right side of an operator
 * is itself a calculation. All of them belong to the called function (System V ABI), so none needs to be saved.
 */
export const LAST_REGISTER = NAMES.length - 1

export function register(index: number, width: Width): RegisterOperand {
  const name = NAMES[index]?.[width]
  if (name === undefined) throw new RangeError(`there is no register ${index}`)
  return { kind: 'register', name }
}

/** Outside the sequence, for a moment's use. */
export function scratchRegister(width: Width): RegisterOperand {
  return { kind: 'register', name: { 1: 'r11b', 2: 'r11w', 4: 'r11d', 8: 'r11' }[width] }
}
