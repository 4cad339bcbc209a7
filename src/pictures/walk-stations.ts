import type { WalkView } from '#notebook/shared/picture-view.ts'

/** Stations of the way of an access, by the names that phases of an instruction have for them, in order. */
export function walkStations({ ways }: Pick<WalkView, 'ways'>): string[] {
  const along = ways.flatMap(({ entries }, way) => [
    `split ${way}`,
    `tlb ${way}`,
    ...entries.map((_, entry) => `entry ${way} ${entry}`),
    `frame ${way}`,
    `ram ${way}`,
  ])
  return ['address', ...along, 'register']
}
