import { isCanonical, SCHEMES, tableIndices, type SchemeName } from '#engine/memory/scheme.ts'
import { hex, pageOffset, virtualAddress } from '#engine/units.ts'
import { difference } from '../difference.ts'

/** An address taken apart into the index for each level, and the offset. */
export interface IndicesRecord {
  readonly input: { readonly va: string }
  readonly expect: Readonly<Record<string, string | number | boolean>>
}

export function check(record: IndicesRecord): string | undefined {
  return checkIndices(record, 'four-level')
}

export function checkIndices({ input, expect }: IndicesRecord, scheme: SchemeName): string | undefined {
  const address = virtualAddress(BigInt(input.va))
  const found: Record<string, string | number | boolean> = {
    ...Object.fromEntries(
      tableIndices(SCHEMES[scheme], address).map(({ level, index }) => [level.toLowerCase(), index]),
    ),
    offset: hex(pageOffset(address)),
    vpn36: hex((address >> 12n) & ((1n << 36n) - 1n)),
    canonical48: isCanonical(address, SCHEMES['four-level'].virtualBits),
  }
  for (const [name, value] of Object.entries(expect)) {
    const wrong = difference(name, value, found[name])
    if (wrong !== undefined) return wrong
  }
  return undefined
}
