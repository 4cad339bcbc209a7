import { known } from '../3-check/types.ts'
import { typeOfPart, type MirBody, type Place } from '../4-mir/mir.ts'

/** Why a place cannot be changed; or whose `mut` it is that lets it be. */
export type Permission =
  | { readonly obstacle: string; readonly local?: number }
  | { readonly obstacle: undefined; readonly by: number | undefined }

/** What is reached through a `&mut` may be changed; everything else as the variable says that it is part of. */
export function permissionFor(body: MirBody, { local, projection }: Place): Permission {
  const types = [known(body.locals[local]!.type)]
  for (const part of projection) types.push(typeOfPart(types.at(-1)!, part))
  let isThroughMutable = false
  for (let index = projection.length - 1; index >= 0; index--) {
    const base = types[index]!
    if (projection[index]?.kind !== 'deref' || base.kind === 'box') continue
    if (base.kind !== 'reference' && base.kind !== 'pointer') continue
    if (base.mutable && base.kind === 'pointer') return { obstacle: undefined, by: undefined }
    if (base.mutable) {
      isThroughMutable = true
      continue
    }
    const item = staticBehind(body, local)
    if (item !== undefined && index === 0) return { obstacle: `\`${item}\` is an immutable static item` }
    return {
      obstacle:
        base.kind === 'reference' ? 'it is behind a `&` reference' : 'it is behind a `*const` pointer',
      local,
    }
  }
  if (isThroughMutable) return { obstacle: undefined, by: undefined }
  const { name, mutable } = body.locals[local]!
  if (mutable || name === undefined) return { obstacle: undefined, by: local }
  return { obstacle: `\`${name}\` is not declared as mutable`, local }
}

/** The static that a temporary was made to refer to. */
export function staticBehind({ blocks, locals }: MirBody, local: number): string | undefined {
  if (locals[local]!.name !== undefined) return undefined
  for (const { statements } of blocks)
    for (const statement of statements)
      if (statement.kind === 'assign' && statement.place.local === local && statement.value.kind === 'use') {
        const { operand } = statement.value
        if (operand.kind === 'constant' && operand.constant.kind === 'static')
          return operand.constant.item.name.text
      }
  return undefined
}
