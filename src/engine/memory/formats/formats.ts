import { PAGE_BITS } from '../../units.ts'
import { PHYSICAL_ADDRESS_BITS } from '../entry.ts'
import type { PagingScheme } from '../scheme.ts'
import { ARM_16K, ARM_4K, ARM_64K } from './arm.ts'
import type { EntryFormat, EntryFormatName } from './entry-format.ts'
import { plainFormat } from './plain.ts'
import { SV32, SV39 } from './risc-v.ts'
import { X86_32, X86_64, X86_PAE } from './x86.ts'

/** What architectures have. Sv48's entries are Sv39's, and five-level x86's those of four levels. */
export const ENTRY_FORMATS: Readonly<Record<EntryFormatName, EntryFormat>> = {
  'x86-64': X86_64,
  'x86-32': X86_32,
  'x86-pae': X86_PAE,
  sv32: SV32,
  sv39: SV39,
  'arm-4k': ARM_4K,
  'arm-16k': ARM_16K,
  'arm-64k': ARM_64K,
}

/** The format of a scheme's entries; those of x86-64 where it names none. */
export function entryFormatOf({ lookup, pageBits }: PagingScheme): EntryFormat {
  const entry = lookup.kind === 'radix' ? (lookup.entry ?? 'x86-64') : 'x86-64'
  return typeof entry === 'string' ? ENTRY_FORMATS[entry] : plainFormat(entry, pageBits)
}

/** Whether the processor marks in a page's entry that it was used: not every textbook's has a bit for it. */
export function hasMarksOfUse({ lookup, marks }: PagingScheme): boolean {
  const entry = lookup.kind === 'radix' ? lookup.entry : undefined
  return marks !== 'software' && (typeof entry !== 'object' || entry.accessedBit !== undefined)
}

/** Whether a scheme's entries are those of x86-64 for pages of 4 KiB, which the processor's own walk knows by heart. */
export function hasNativeEntries({ lookup, pageBits, physicalBits }: PagingScheme): boolean {
  if (lookup.kind === 'list' || lookup.levels.length === 0) return true
  const isUsual = pageBits === PAGE_BITS && (physicalBits ?? PHYSICAL_ADDRESS_BITS) === PHYSICAL_ADDRESS_BITS
  return lookup.entry === undefined && isUsual
}
