import type { Machine } from '#engine/machine/machine.ts'
import type { LinkedFunction } from '#engine/machine/program.ts'

/** The variable of the running function that has a byte at a virtual address; a later one hides an earlier one. */
export function variableAt(
  { frameFunction, registers }: Machine,
  address: bigint,
): LinkedFunction['symbols'][number] | undefined {
  const distance = Number(address - registers.get('rbp'))
  return frameFunction?.symbols.findLast(({ offset, size }) => offset <= distance && distance < offset + size)
}
