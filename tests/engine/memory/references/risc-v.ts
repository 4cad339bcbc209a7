/**
 * The address translation of RISC-V, step by step as the privileged specification numbers it (section "Virtual Address
 * Translation Process"), for Sv32, Sv39 and Sv48, without Svnapot and Svpbmt, with SUM and MXR clear.
 */
import { bit, bits, type Access, type Mark, type Reference, type ReferenceMachine } from './reference.ts'

const PAGE_FAULT = { read: 13, write: 15, fetch: 12 }
const ACCESS_FAULT = { read: 5, write: 7, fetch: 1 }

export function referenceRiscV(
  machine: ReferenceMachine,
  { levels, vpnBits }: { readonly levels: number; readonly vpnBits: number },
  va: bigint,
  access: Access,
): Reference {
  const pageFault = { fault: `scause ${PAGE_FAULT[access]}` }
  const accessFault = { fault: `scause ${ACCESS_FAULT[access]}` }
  const pteSize = vpnBits === 10 ? 4 : 8
  const width = 12 + levels * vpnBits
  if (vpnBits === 10 ? va >> 32n !== 0n : BigInt.asUintN(64, BigInt.asIntN(width, va)) !== va)
    return vpnBits === 10 ? { fault: 'too wide' } : pageFault
  let a = machine.root // step 1
  for (let i = levels - 1; ; i--) {
    const shift = 12 + i * vpnBits
    const at = a + bits(va, shift, shift + vpnBits - 1) * BigInt(pteSize)
    const pte = machine.word(at, pteSize) // step 2
    if (pte === undefined) return accessFault
    const [v, r, w, x, u] = [0, 1, 2, 3, 4].map((index) => bit(pte, index))
    if (!v || (!r && w)) return pageFault // step 3
    if (pteSize === 8 && bits(pte, 54, 63) !== 0n) return pageFault
    const ppn = pteSize === 8 ? bits(pte, 10, 53) : bits(pte, 10, 31)
    if (!r && !x) {
      if (bit(pte, 4) || bit(pte, 6) || bit(pte, 7)) return pageFault // reserved in an entry that is no leaf
      if (i === 0) return pageFault // step 4
      a = ppn << 12n
      continue
    }
    if (bits(ppn, 0, i * vpnBits - 1) !== 0n) return pageFault // a misaligned superpage
    if (u !== machine.user || !{ read: r, write: w, fetch: x }[access]) return pageFault
    const marks: Mark[] = []
    const used = pte | (1n << 6n) | (access === 'write' ? 1n << 7n : 0n)
    if (used !== pte) {
      if (machine.software) return pageFault // Svade
      marks.push({ at, entry: used }) // Svadu
    }
    const offset = BigInt(shift)
    const physical = ((ppn << 12n) & ~((1n << offset) - 1n)) | (va & ((1n << offset) - 1n))
    return physical < machine.ramByteCount ? { physical, marks } : accessFault
  }
}
