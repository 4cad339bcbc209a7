/**
 * 32-bit and PAE paging of x86 (Intel SDM volume 3, sections 5.3 and 5.4): CR4.PSE = 1, MAXPHYADDR = 40, CR0.WP and
 * EFER.NXE as told. The four entries that CR3 leads to in PAE are read like the others, not kept in the processor.
 */
import { bit, bits, type Access, type Mark, type Reference, type ReferenceMachine } from './reference.ts'

interface Settings {
  readonly pae: boolean
  readonly writeProtect: boolean
  readonly noExecuteEnable: boolean
}

export function referenceX86(
  machine: ReferenceMachine,
  { pae, writeProtect, noExecuteEnable }: Settings,
  address: bigint,
  access: Access,
): Reference {
  if (address >> 32n !== 0n) return { fault: 'too wide' }
  const size = pae ? 8 : 4
  const isFetch = access === 'fetch' && noExecuteEnable
  const pageFault = (present: boolean, reserved = false) => {
    const code =
      (present ? 1 : 0) + (access === 'write' ? 2 : 0) + (machine.user ? 4 : 0) + (reserved ? 8 : 0)
    return { fault: `#PF ${code + (isFetch ? 16 : 0)}` }
  }
  let [table, write, user, never] = [machine.root, true, true, false]
  const marks: Mark[] = []
  for (const [shift, top] of pae
    ? ([
        [30, 31],
        [21, 29],
        [12, 20],
      ] as const)
    : ([
        [22, 31],
        [12, 21],
      ] as const)) {
    const at = table + BigInt(size) * bits(address, shift, top)
    const entry = machine.word(at, size)
    if (entry === undefined) return { fault: 'no RAM' }
    if (!bit(entry, 0)) return pageFault(false)
    const isPointer = pae && shift === 30
    const large = shift > 12 && !isPointer && bit(entry, 7)
    if (pae) {
      const alwaysZero = bits(entry, 40, 62) !== 0n || (bit(entry, 63) && (isPointer || !noExecuteEnable))
      const pointer = isPointer && (bits(entry, 1, 2) !== 0n || bits(entry, 5, 8) !== 0n)
      if (alwaysZero || pointer || (large && bits(entry, 13, 20) !== 0n)) return pageFault(true, true)
    } else if (large && bit(entry, 21)) return pageFault(true, true)
    if (!isPointer) {
      write &&= bit(entry, 1)
      user &&= bit(entry, 2)
      never ||= pae && bit(entry, 63)
      const ends = large || shift === 12
      const used = entry | 0x20n | (ends && access === 'write' ? 0x40n : 0n)
      if (used !== entry) marks.push({ at, entry: used })
    }
    if (shift > 12 && !large) {
      table = bits(entry, 12, pae ? 39 : 31) << 12n
      continue
    }
    if (machine.user && !user) return pageFault(true)
    if (access === 'fetch' && never) return pageFault(true)
    if (access === 'write' && !write && (machine.user || writeProtect)) return pageFault(true)
    const low = bits(entry, shift, pae ? 39 : 31) << BigInt(shift)
    const high = large && !pae ? bits(entry, 13, 20) << 32n : 0n
    const physical = high + low + bits(address, 0, shift - 1)
    return physical < machine.ramByteCount ? { physical, marks } : { fault: 'no RAM' }
  }
  throw new Error('the last level ends the walk')
}
