/**
 * The stage 1 translation of ARMv8 for the addresses of TTBR0 with T0SZ = 16, EL1&0 regime, without LPA, PAN and WXN
 * (Arm ARM, VMSAv8-64). With `software` the processor has no FEAT_HAFDBS; else TCR_EL1.HA and HD are set.
 */
import { bit, bits, type Access, type Mark, type Reference, type ReferenceMachine } from './reference.ts'

const GRANULES = {
  4: { page: 12, starts: [39, 30, 21, 12], block: [1, 2] },
  16: { page: 14, starts: [47, 36, 25, 14], block: [2] },
  64: { page: 16, starts: [42, 29, 16], block: [2] },
} as const

export function referenceArm(
  machine: ReferenceMachine,
  granule: 4 | 16 | 64,
  physicalBits: number,
  va: bigint,
  access: Access,
): Reference {
  const { page, starts, block } = GRANULES[granule]
  const ec = (access === 'fetch' ? 0x20 : 0x24) + (machine.user ? 0 : 1)
  const abort = (fsc: number) => {
    const iss = (access === 'write' ? 1 << 6 : 0) | fsc
    return { fault: `ESR ${((BigInt(ec) << 26n) | (1n << 25n) | BigInt(iss)).toString(16)}` }
  }
  if (va >> 48n !== 0n) return abort(0b000100)
  let table = machine.root
  let [noUser, readOnly, userNever, kernelNever] = [false, false, false, false]
  let top = 48
  for (const [step, shift] of starts.entries()) {
    const level = 4 - starts.length + step
    const at = table + 8n * bits(va, shift, top - 1)
    top = shift
    const entry = machine.word(at, 8)
    if (entry === undefined) return abort(0b010100 | level)
    const type = bits(entry, 0, 1)
    const isBlock = level < 3 && type === 1n && (block as readonly number[]).includes(level)
    if (!isBlock && type !== 3n) return abort(0b000100 | level)
    const isTable = level < 3 && type === 3n
    const low = isTable ? page : shift
    const output = bits(entry, low, 47) << BigInt(low)
    if (output >> BigInt(physicalBits) !== 0n) return abort(0b000000 | level)
    if (isTable) {
      kernelNever ||= bit(entry, 59)
      userNever ||= bit(entry, 60)
      noUser ||= bit(entry, 61)
      readOnly ||= bit(entry, 62)
      table = output
      continue
    }
    if (machine.software && !bit(entry, 10)) return abort(0b001000 | level)
    const writable = (!bit(entry, 7) || (bit(entry, 51) && !machine.software)) && !readOnly
    const userData = bit(entry, 6) && !noUser
    const mayUser = { read: userData, write: userData && writable, fetch: !bit(entry, 54) && !userNever }
    const mayKernel = {
      read: true,
      write: writable,
      fetch: !bit(entry, 53) && !kernelNever && !mayUser.write,
    }
    if (!(machine.user ? mayUser : mayKernel)[access]) return abort(0b001100 | level)
    const physical = output | bits(va, 0, shift - 1)
    if (physical >= machine.ramByteCount) return abort(0b010000)
    const marked = entry | (1n << 10n)
    const cleared = access === 'write' ? marked & ~(1n << 7n) : marked
    const marks: Mark[] = machine.software || cleared === entry ? [] : [{ at, entry: cleared }]
    return { physical, marks }
  }
  throw new Error('the last level ends the walk')
}
