/**
 * What a processor with four levels does, written down a second time: straight from the manual's tables, with big
 * integers and nothing shared with the engine.
 */
export interface ReferenceMachine {
  readonly word: (address: bigint) => bigint
  readonly ramByteCount: bigint
  readonly root: bigint
  readonly user: boolean
  readonly writeProtect: boolean
  readonly noExecuteEnable: boolean
}

const bit = (value: bigint, index: bigint) => ((value >> index) & 1n) === 1n

export interface ReferenceAccess {
  readonly physical: bigint
  /** Entries that are otherwise after it: accessed in every level, dirty where a write's page is mapped. */
  readonly marks: readonly { readonly at: bigint; readonly entry: bigint }[]
}

/** Where the access leads, or what stops it: then no entry of its first page is marked. */
export function referenceWalk(
  machine: ReferenceMachine,
  address: bigint,
  access: 'read' | 'write' | 'fetch',
): ReferenceAccess | string {
  if (BigInt.asUintN(64, BigInt.asIntN(48, address)) !== address) return 'not canonical'
  let [table, write, user, fetch] = [machine.root, true, true, true]
  const used = new Map<bigint, bigint>()
  for (const shift of [39n, 30n, 21n, 12n]) {
    if (table + 4096n > machine.ramByteCount) return 'no RAM'
    const at = table + 8n * ((address >> shift) & 511n)
    const entry = machine.word(at)
    if (!bit(entry, 0n)) return 'not present'
    const large = shift > 12n && bit(entry, 7n)
    const mustBeZero = ((1n << 52n) - (1n << 40n)) | (machine.noExecuteEnable ? 0n : 1n << 63n)
    const offset = (1n << shift) - 1n
    if ((entry & mustBeZero) !== 0n || (large && (shift === 39n || (entry & offset & ~0x1fffn) !== 0n)))
      return 'reserved'
    write &&= bit(entry, 1n)
    user &&= bit(entry, 2n)
    fetch &&= !bit(entry, 63n)
    const base = entry & 0xf_ffff_ffff_f000n
    const isLast = shift === 12n || large
    used.set(at, (used.get(at) ?? entry) | 0x20n | (isLast && access === 'write' ? 0x40n : 0n))
    if (!isLast) {
      table = base
      continue
    }
    if (machine.user && !user) return 'supervisor'
    if (access === 'fetch' && !fetch) return 'no execute'
    if (access === 'write' && !write && (machine.user || machine.writeProtect)) return 'read only'
    const physical = (base & ~offset) | (address & offset)
    if (physical >= machine.ramByteCount) return 'no RAM'
    return { physical, marks: [...used].map(([place, value]) => ({ at: place, entry: value })) }
  }
  throw new Error('the last level ends the walk')
}
