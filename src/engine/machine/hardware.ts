import type { TlbDesign } from '../memory/tlb.ts'
import type { ReplacementName } from '../os/replacement.ts'
import { PAGE_SIZE } from '../units.ts'
import type { Hardware } from './snapshot.ts'

/** Hardware that a machine may have, by the name that a cell gives it. */
export type HardwareName = 'small-tlb' | 'tlb' | 'forgetful-tlb' | 'little-ram' | SwapHardwareName
/** Less RAM still, and a swap area: 24 frames, of which the kernel and a program's page tables take about the half. */
type SwapHardwareName = `swap-${ReplacementName}`

/** As small as can be watched: four translations, the one used longest ago makes room. */
const SMALL: TlbDesign = { entryCount: 4, wayCount: 4, replacement: 'lru', tagged: false }
/** As a first-level data TLB of real processors is built: 64 entries in sets of four, kept apart by address space. */
const USUAL: TlbDesign = { entryCount: 64, wayCount: 4, replacement: 'lru', tagged: true }
const LITTLE_RAM_BYTE_COUNT = 1 << 17

const withSwap = (replacement: ReplacementName): Hardware => ({
  ramByteCount: 24 * PAGE_SIZE,
  swap: { pageCount: 64, replacement },
})

export const HARDWARE: Readonly<Record<HardwareName, Hardware>> = {
  'small-tlb': { tlb: SMALL },
  tlb: { tlb: USUAL },
  /** The OS does not tell it when it changes a page table. */
  'forgetful-tlb': { tlb: SMALL, forgetsTlb: true },
  'little-ram': { ramByteCount: LITTLE_RAM_BYTE_COUNT },
  'swap-fifo': withSwap('fifo'),
  'swap-clock': withSwap('clock'),
  'swap-lru': withSwap('lru'),
  'swap-optimal': withSwap('optimal'),
}
