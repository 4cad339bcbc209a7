/** Where values of calls come from and go to: those that lie in memory, and results that lie nowhere yet. */
import { sizeOf } from '../3-check/type-layout.ts'
import type { Type } from '../3-check/types.ts'
import type { Operand, Place } from '../4-mir/mir.ts'
import { inFrame, type Address, type Held } from './code.ts'
import type { Generation } from './generation.ts'
import { addressOf } from './places.ts'
import { store } from './stores.ts'

export function isUnplaced(gen: Generation, { local, projection }: Place): boolean {
  return projection.length === 0 && gen.isFleeting(local)
}

/** Where the result of a call is to be written. */
export function roomFor(gen: Generation, destination: Place, type: Type) {
  if (!isUnplaced(gen, destination)) return addressOf(gen, destination)
  const offset = gen.code.room(sizeOf(type))
  gen.fleeting.set(destination.local, { kind: 'slot', offset })
  if (gen.temporaries.usesLeft[destination.local] === 0) gen.code.giveBack(offset)
  return inFrame(offset)
}

/** What does not fit registers is passed by its address: where it is, if it is somewhere. */
export function inMemory(gen: Generation, operand: Operand, type: Type) {
  if (operand.kind !== 'constant') {
    const { local, projection } = operand.place
    const state = projection.length === 0 && gen.isFleeting(local) ? gen.fleeting.get(local) : undefined
    if (state?.kind !== 'pending') return addressOf(gen, operand.place, operand.span)
    const { value } = state
    const isCopy =
      value.kind === 'use' && value.operand.kind !== 'constant' && gen.temporaries.usesLeft[local] === 1
    if (isCopy) {
      gen.look(local)
      return addressOf(gen, (value.operand as Operand & { kind: 'copy' }).place)
    }
    return addressOf(gen, operand.place, operand.span)
  }
  const offset = gen.stepRoom(sizeOf(type))
  store(gen, inFrame(offset), { kind: 'use', operand }, [], type)
  return inFrame(offset)
}

/** Puts a result that is in a register where it belongs. */
export function keepScalar(gen: Generation, destination: Place, held: Held): void {
  const { code } = gen
  if (isUnplaced(gen, destination)) {
    if (gen.temporaries.usesLeft[destination.local]! > 0) gen.hold(destination.local, held)
    else code.release(held)
    return
  }
  const address = addressOf(gen, destination)
  code.store(address, code.operand(held), held.width)
  code.releaseAddress(address)
  code.release(held)
}

/** Where a result lies that is not kept in a register. */
export function targetOf(gen: Generation, destination: Place): Address {
  const { local, projection } = destination
  if (projection.length > 0 || !gen.isFleeting(local)) return addressOf(gen, destination)
  const offset = gen.code.room(sizeOf(gen.localType(local)))
  gen.fleeting.set(local, { kind: 'slot', offset })
  if (gen.temporaries.usesLeft[local] === 0) gen.code.giveBack(offset)
  return inFrame(offset)
}
