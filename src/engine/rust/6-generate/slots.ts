import { VTABLE_HEAD } from '../4-mir/vtables.ts'
import type { Generation } from './generation.ts'

/** Calls one of the methods of a `dyn`. RAX is their table. */
export function callBySlot(gen: Generation, slot: number, comment: string): void {
  const displacement = 8 * (VTABLE_HEAD + slot)
  gen.code.emit('call', [{ kind: 'memory', base: 'rax', index: undefined, displacement, width: 8 }], comment)
}
