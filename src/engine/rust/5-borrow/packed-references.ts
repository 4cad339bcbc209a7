import { layoutOf } from '../3-check/type-layout.ts'
import { isUnsized, known } from '../3-check/types.ts'
import { typeOfPart, type MirBody, type Place } from '../4-mir/mir.ts'
import { messages } from '../messages.ts'
import type { Complaints } from './complaints.ts'

/** A reference leads to an aligned address, and a field of a packed struct need not have one (E0793). */
export function checkPackedReferences({ locals, blocks }: MirBody, complaints: Complaints): void {
  const isPacked = ({ local, projection }: Place): boolean => {
    let type = known(locals[local]!.type)
    let most = Infinity
    for (const part of projection) {
      if (part.kind === 'deref') most = Infinity
      else if (type.kind === 'struct') most = Math.min(most, type.item.representation.packed ?? Infinity)
      type = typeOfPart(type, part)
    }
    return most < Infinity && !isUnsized(type) && layoutOf(type).alignment > most
  }
  for (const { statements } of blocks)
    for (const statement of statements)
      if (statement.kind === 'assign' && statement.value.kind === 'ref' && isPacked(statement.value.place))
        complaints.say(statement, messages.packedReference)
}
