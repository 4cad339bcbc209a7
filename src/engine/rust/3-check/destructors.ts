import type { EnumItem, ImplementationItem, NamedType, StructItem, TraitItem } from '../1-parse/syntax.ts'
import type { Resolution } from '../2-resolve/resolve.ts'

/** The library's own trait of a name: what programs declare may have the same one. */
export function libraryTrait({ traits, ofLibrary }: Resolution, name: string): TraitItem | undefined {
  return traits.find((each) => each.name.text === name && each.functions.some((item) => ofLibrary.has(item)))
}

/** The trait that an implementation gives. */
export function traitOf({ types }: Resolution, { trait }: ImplementationItem): TraitItem | undefined {
  const item = trait?.kind === 'named' ? types.get(trait) : undefined
  return item?.kind === 'trait' ? item : undefined
}

/** The `impl Drop` of each type that has one. */
export function destructorsOf(
  resolution: Resolution,
): ReadonlyMap<StructItem | EnumItem, ImplementationItem> {
  const drop = libraryTrait(resolution, 'Drop')
  const found = new Map<StructItem | EnumItem, ImplementationItem>()
  for (const item of resolution.implementations) {
    if (!drop || traitOf(resolution, item) !== drop || item.self.kind !== 'named') continue
    const owner = resolution.types.get(item.self satisfies NamedType)
    if ((owner?.kind === 'struct' || owner?.kind === 'enum') && !found.has(owner)) found.set(owner, item)
  }
  return found
}
