import { IMAGES } from '#engine/os/images.ts'
import { regionOf } from '#engine/os/region.ts'
import { virtualAddress } from '#engine/units.ts'
import { difference } from '../difference.ts'

/** Which region of the document an address lies in. */
interface RegionRecord {
  readonly input: { readonly va: string }
  readonly expect: { readonly region: string | null }
}

export function check({ input, expect }: RegionRecord): string | undefined {
  const { regions } = IMAGES.walkthrough.processes[0]!.withPaging
  const found = regionOf(regions, virtualAddress(BigInt(input.va)))
  return difference('region', expect.region, found?.name ?? null)
}
