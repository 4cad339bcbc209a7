import type { EnumItem, ImplementationItem, NamedType, StructItem, TraitItem } from '../1-parse/syntax.ts'
import type { Resolution } from '../2-resolve/resolve.ts'

/** The library's own trait of a name: what programs declare may have the same one. */
export function libraryTrait({ traits, traitsOfLibrary }: Resolution, name: string): TraitItem | undefined {
  return traits.find((each) => each.name.text === name && traitsOfLibrary.has(each))
}

/** The trait that an implementation gives. */
export function traitOf({ types }: Resolution, { trait }: ImplementationItem): TraitItem | undefined {
  const item = trait?.kind === 'named' ? types.get(trait) : undefined
  return item?.kind === 'trait' ? item : undefined
}

/** Structs and enums that have an `impl` of a trait of the library's, and the first such. */
export function implementedBy(
  resolution: Resolution,
  name: string,
): ReadonlyMap<StructItem | EnumItem, ImplementationItem> {
  const trait = libraryTrait(resolution, name)
  const found = new Map<StructItem | EnumItem, ImplementationItem>()
  for (const item of resolution.implementations) {
    if (!trait || traitOf(resolution, item) !== trait || item.self.kind !== 'named') continue
    const owner = resolution.types.get(item.self satisfies NamedType)
    if ((owner?.kind === 'struct' || owner?.kind === 'enum') && !found.has(owner)) found.set(owner, item)
  }
  return found
}
