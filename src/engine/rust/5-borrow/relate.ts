import { argumentVariance, regionsIn, varianceOf, type Region, type RegionType } from './region-types.ts'

/** Used as: what is found must live as long as what is wanted, or exactly as long. */
export type Relation = 'sub' | 'equal'

/** Pairs of regions, of which the first has to outlive the second (Rust reference, "Subtyping and variance"). */
export function relatedRegions(
  found: RegionType,
  wanted: RegionType,
  relation: Relation,
): (readonly [longer: Region, shorter: Region])[] {
  const pair = (one: Region, other: Region, how: Relation): (readonly [Region, Region])[] =>
    how === 'sub'
      ? [[one, other]]
      : [
          [one, other],
          [other, one],
        ]
  if (wanted.kind === 'dyn')
    return regionsIn(found).flatMap((each) =>
      pair(each, wanted.region, found.kind === 'dyn' ? relation : 'sub'),
    )
  if (found.kind === 'reference' && wanted.kind === 'reference') {
    // What is behind a `dyn` may be seen as living shorter even through a `&mut`: that is a coercion.
    const isFixed = found.mutable && wanted.mutable && wanted.target.kind !== 'dyn'
    return [
      ...pair(found.region, wanted.region, relation),
      ...relatedRegions(found.target, wanted.target, isFixed ? 'equal' : relation),
    ]
  }
  if (found.kind === 'pointer' && wanted.kind === 'pointer')
    return relatedRegions(found.target, wanted.target, wanted.mutable ? 'equal' : relation)
  if (found.kind === 'tuple' && wanted.kind === 'tuple')
    return found.elements.flatMap((each, index) => relatedRegions(each, wanted.elements[index]!, relation))
  if (found.kind === 'struct' && wanted.kind === 'struct')
    return [
      ...found.regions.flatMap((each, index) => {
        const isFixed = varianceOf(found.type, index) === 'invariant'
        return pair(each, wanted.regions[index]!, isFixed ? 'equal' : relation)
      }),
      ...found.arguments.flatMap((each, index) => {
        if (regionsIn(each).length === 0) return []
        const isFixed = argumentVariance(found.type, index) === 'invariant'
        return relatedRegions(each, wanted.arguments[index]!, isFixed ? 'equal' : relation)
      }),
    ]
  if ((found.kind === 'box' || found.kind === 'elements') && found.kind === wanted.kind)
    return relatedRegions(found.target, (wanted as typeof found).target, relation)
  return []
}
