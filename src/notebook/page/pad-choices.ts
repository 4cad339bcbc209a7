/** What a reader chooses between for a cell of the scratchpad, as they read it. Fetched with the first choice. */
import type { PadHardware, PadImage, PadScheme } from './pad.ts'

export const IMAGE_CHOICES = {
  walkthrough: 'the course’s machine',
  pair: 'two processes, A and B',
  linux: 'a Linux process',
} as const satisfies Record<PadImage, string>

export const SCHEME_CHOICES = {
  none: 'no paging',
  'base-limit': 'base and limit',
  segments: 'two segments',
  'one-level': 'one level',
  'four-level': 'four levels',
  'five-level': 'five levels',
} as const satisfies Record<PadScheme, string>

/** `usual` is what the machine has anyway. */
export const HARDWARE_CHOICES = {
  usual: 'no other hardware',
  'small-tlb': 'a very small TLB',
  tlb: 'a TLB as processors have it',
  'forgetful-tlb': 'a TLB that the OS forgets to flush',
  'little-ram': 'very little RAM',
  'swap-fifo': 'less RAM, and swap: first in, first out',
  'swap-clock': 'less RAM, and swap: clock',
  'swap-lru': 'less RAM, and swap: least recently used',
  'swap-optimal': 'less RAM, and swap: optimal',
} as const satisfies Record<PadHardware | 'usual', string>

export const LAYOUT_CHOICES = {
  debug: 'laid out as rustc does',
  packed: 'packed, as in the lessons',
} as const
