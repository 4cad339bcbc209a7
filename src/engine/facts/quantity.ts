/** What kinds of value facts have: how one is printed, and what it points at. */
import { PAGE_SIZE } from '../units.ts'

/** Bytes that a number stands for. */
export interface PointedAt {
  /** Whose addresses: the running process's, or those of RAM. */
  readonly memory: 'virtual' | 'physical'
  readonly byteCount: number
  /** How many bytes one more of it is further up; 1 for addresses. */
  readonly scale: number
}

interface QuantityRow {
  /** Addresses and bit patterns in hexadecimal, numbers in decimal; a `value` as its type has it. */
  readonly prints: 'address' | 'number' | 'signed' | 'bytes' | 'text' | 'value'
  readonly pointsAt?: PointedAt
}

/** Of a page-table entry, in every scheme that the course shows in RAM. */
export const ENTRY_BYTE_COUNT = 8

export const QUANTITIES = {
  virtualAddress: { prints: 'address', pointsAt: { memory: 'virtual', byteCount: 1, scale: 1 } },
  /** An address that says where something ends, or that a register holds: what lies there is something else. */
  pointer: { prints: 'address' },
  page: { prints: 'address', pointsAt: { memory: 'virtual', byteCount: PAGE_SIZE, scale: PAGE_SIZE } },
  pageOffset: { prints: 'address' },
  physicalAddress: { prints: 'address', pointsAt: { memory: 'physical', byteCount: 1, scale: 1 } },
  frame: { prints: 'address', pointsAt: { memory: 'physical', byteCount: PAGE_SIZE, scale: PAGE_SIZE } },
  frameBase: { prints: 'address', pointsAt: { memory: 'physical', byteCount: PAGE_SIZE, scale: 1 } },
  tableBase: { prints: 'address', pointsAt: { memory: 'physical', byteCount: PAGE_SIZE, scale: 1 } },
  entryAddress: {
    prints: 'address',
    pointsAt: { memory: 'physical', byteCount: ENTRY_BYTE_COUNT, scale: 1 },
  },
  bits: { prints: 'address' },
  distance: { prints: 'signed' },
  frameSize: { prints: 'number' },
  index: { prints: 'number' },
  count: { prints: 'number' },
  byte: { prints: 'bytes' },
  bytes: { prints: 'bytes' },
  text: { prints: 'text' },
  value: { prints: 'value' },
} as const satisfies Readonly<Record<string, QuantityRow>>

export type Quantity = keyof typeof QUANTITIES
