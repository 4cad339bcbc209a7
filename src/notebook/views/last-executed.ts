import type { Machine } from '#engine/machine/machine.ts'
import type { VirtualAddress } from '#engine/units.ts'

/** Where the instruction executed last lies: one step back in time RIP points at it. Undefined before the first. */
export function addressExecutedLast(machine: Machine): VirtualAddress | undefined {
  if (machine.back() === 0) return undefined
  const { rip } = machine.registers
  machine.forward()
  return rip
}

/** Where the next instruction lies. Behind the call that ends a process there may be code, but nobody goes on with it. */
export function addressExecutedNext(machine: Machine): VirtualAddress | undefined {
  return machine.stop?.kind === 'exit' ? undefined : machine.registers.rip
}
