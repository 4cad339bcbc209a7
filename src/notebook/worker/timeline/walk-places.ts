/** Where each phase of an instruction is on the way that its picture shows. */
import type { StepPhase } from '#engine/machine/step-phases.ts'
import type { WalkPlace } from '#notebook/shared/moment.ts'

/**
 * One for each phase. First the way of the instruction itself, then that of its first access; what comes behind that, and
 * what comes of a fault, is on neither.
 */
export function walkPlaces(phases: readonly StepPhase[]): (WalkPlace | undefined)[] {
  let of: WalkPlace['of'] | undefined = 'fetch'
  let [way, entry] = [0, 0]

  function placeOf({ kind }: StepPhase): WalkPlace | undefined {
    if (kind === 'effective-address') {
      of = of === 'fetch' ? 'access' : undefined
      way = -1
    }
    if (kind === 'split') [way, entry] = [way + 1, 0]
    const station = stationOf(kind)
    const place = of === undefined || station === undefined ? undefined : { of, station }
    if (kind === 'fault') of = undefined
    return place
  }

  function stationOf(kind: StepPhase['kind']): string | undefined {
    // Without pages nothing is split.
    const here = Math.max(0, way)
    switch (kind) {
      case 'effective-address':
        return 'address'
      case 'split':
        return `split ${here}`
      case 'tlb':
        return `tlb ${here}`
      case 'walk':
        return `entry ${here} ${entry++}`
      case 'cache':
      case 'fault':
        return `frame ${here}`
      case 'fetch':
      case 'ram':
        return `ram ${here}`
      case 'register':
        return of === 'access' ? 'register' : undefined
      case 'system':
        return undefined
    }
  }

  return phases.map(placeOf)
}
