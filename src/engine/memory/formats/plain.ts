import type { PlainEntry } from '../scheme.ts'
import {
  ABSENT,
  ALL_PERMISSIONS,
  bitsOf,
  field,
  has,
  KERNEL_EXECUTE,
  KERNEL_READ,
  USER_EXECUTE,
  USER_READ,
  type EntryFormat,
  type PageMapping,
} from './entry-format.ts'

/**
 * The entries of a textbook: a valid bit, a frame's number in the lowest bits, and perhaps a bit that permits writing
 * and bits that say whether the page was used and written to. Where there is no such bit, everything is permitted.
 * Entries of tables have the valid bit and the number alone.
 */
export function plainFormat(design: PlainEntry, pageBits: number): EntryFormat {
  const { byteCount, validBit, frameBits, writeBit, accessedBit, dirtyBit } = design
  const isOn = (entry: bigint, bit: number | undefined) => bit === undefined || has(entry, bit)
  const baseOf = (entry: bigint) => Number(field(entry, 0, frameBits - 1)) * 2 ** pageBits
  const numbered = (base: number) => BigInt(base / 2 ** pageBits) | (1n << BigInt(validBit))
  const flag = (bit: number | undefined, value: boolean) => (bit === undefined ? {} : { [bit]: value })
  const readOnly = USER_READ | USER_EXECUTE | KERNEL_READ | KERNEL_EXECUTE
  return {
    architecture: 'textbook',
    byteCount,
    bits: [
      ...[{ name: 'valid', bit: validBit }],
      ...(writeBit === undefined ? [] : [{ name: 'write', bit: writeBit }]),
      ...(accessedBit === undefined ? [] : [{ name: 'used', bit: accessedBit }]),
      ...(dirtyBit === undefined ? [] : [{ name: 'dirty', bit: dirtyBit }]),
    ],
    read(entry, { isLast }) {
      if (!has(entry, validBit)) return ABSENT
      if (!isLast) return { kind: 'table', base: baseOf(entry), permissions: ALL_PERMISSIONS }
      return {
        kind: 'page',
        base: baseOf(entry),
        permissions: isOn(entry, writeBit) ? ALL_PERMISSIONS : readOnly,
        isAccessed: isOn(entry, accessedBit),
        isDirty: isOn(entry, dirtyBit),
        isGlobal: false,
      }
    },
    used: (entry, { isPage, isWrite }) =>
      isPage ? entry | bitsOf({ ...flag(accessedBit, true), ...flag(dirtyBit, isWrite) }) : entry,
    makePage: ({ base, write, accessed, dirty }) =>
      numbered(base) |
      bitsOf({ ...flag(writeBit, write), ...flag(accessedBit, accessed), ...flag(dirtyBit, dirty) }),
    makeLarge: (page) => page,
    makeTable: numbered,
    mapping(entry): PageMapping | undefined {
      if (!has(entry, validBit)) return undefined
      const write = isOn(entry, writeBit)
      const [accessed, dirty] = [isOn(entry, accessedBit), isOn(entry, dirtyBit)]
      return { base: baseOf(entry), write, execute: true, user: true, accessed, dirty, global: false }
    },
  }
}
