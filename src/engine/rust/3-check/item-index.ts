import type {
  ConstantItem,
  EnumItem,
  FunctionItem,
  ImplementationItem,
  NamedType,
  StructItem,
  TraitItem,
} from '../1-parse/syntax.ts'
import type { Resolution } from '../2-resolve/resolve.ts'

/** A function or constant, and the trait that asks for it. */
export interface TraitMember {
  readonly trait: TraitItem
  readonly member: FunctionItem | ConstantItem
}

/** Where to look for what belongs to types, as far as names alone tell. */
export interface ItemIndex {
  readonly traits: ReadonlyMap<string, TraitItem>
  readonly structs: ReadonlyMap<string, StructItem>
  readonly traitMembers: ReadonlyMap<string, readonly TraitMember[]>
  /** Traits that have a type of the name. */
  readonly traitTypes: ReadonlyMap<string, readonly TraitItem[]>
  readonly implementations: ReadonlyMap<TraitItem, readonly ImplementationItem[]>
  /** Implementations without a trait that have a member of the name. */
  readonly members: ReadonlyMap<string, readonly ImplementationItem[]>
}

const indices = new WeakMap<Resolution, ItemIndex>()

/** Of a program's own items, or of the library's: made once for each. */
export function indexOf(resolution: Resolution): ItemIndex {
  const found = indices.get(resolution) ?? made(resolution)
  indices.set(resolution, found)
  return found
}

function made(resolution: Resolution): ItemIndex {
  const { traits, implementations } = resolution
  return {
    traits: new Map(traits.toReversed().map((trait) => [trait.name.text, trait])),
    structs: new Map(resolution.structs.toReversed().map((item) => [item.name.text, item])),
    traitMembers: grouped(traits, (trait) =>
      [...trait.functions, ...trait.constants].map((member) => [member.name.text, { trait, member }]),
    ),
    traitTypes: grouped(traits, (trait) => trait.types.map(({ name }) => [name.text, trait])),
    implementations: grouped(implementations, (item) => {
      const trait = traitOf(resolution, item)
      return trait ? [[trait, item]] : []
    }),
    members: grouped(implementations, (item) =>
      item.trait
        ? []
        : [...new Set([...item.functions, ...item.constants].map(({ name }) => name.text))].map((name) => [
            name,
            item,
          ]),
    ),
  }
}

function grouped<Item, Key, Value>(
  items: readonly Item[],
  entriesOf: (item: Item) => readonly (readonly [Key, Value])[],
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>()
  for (const item of items)
    for (const [key, value] of entriesOf(item)) {
      const group = groups.get(key)
      if (group) group.push(value)
      else groups.set(key, [value])
    }
  return groups
}

/** The library's resolution first, then the program's own. */
export function levelsOf(resolution: Resolution): readonly Resolution[] {
  return resolution.beneath ? [resolution.beneath, resolution] : [resolution]
}

/** The library's own trait of a name: what programs declare may have the same one. */
export function libraryTrait({ beneath }: Resolution, name: string): TraitItem | undefined {
  return beneath && indexOf(beneath).traits.get(name)
}

/** The library's own struct of a name. */
export function libraryStruct({ beneath }: Resolution, name: string): StructItem | undefined {
  return beneath && indexOf(beneath).structs.get(name)
}

/** The trait that an implementation gives. */
export function traitOf({ types }: Resolution, { trait }: ImplementationItem): TraitItem | undefined {
  const item = trait?.kind === 'named' ? types.get(trait) : undefined
  return item?.kind === 'trait' ? item : undefined
}

/** Structs and enums that have an `impl` of a trait of the library's, and the first such. */
export function implementedBy(
  resolution: Resolution,
  trait: TraitItem | undefined,
): ReadonlyMap<StructItem | EnumItem, ImplementationItem> {
  const found = new Map<StructItem | EnumItem, ImplementationItem>()
  for (const item of (trait && indexOf(resolution).implementations.get(trait)) ?? []) {
    if (item.self.kind !== 'named') continue
    const owner = resolution.types.get(item.self satisfies NamedType)
    if ((owner?.kind === 'struct' || owner?.kind === 'enum') && !found.has(owner)) found.set(owner, item)
  }
  return found
}
