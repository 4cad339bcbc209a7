import type { Access } from '../fault.ts'
import type { Level } from '../scheme.ts'

/** Entries of page tables that an architecture defines. A textbook's is described where it is used. */
export type EntryFormatName =
  'x86-64' | 'x86-32' | 'x86-pae' | 'sv32' | 'sv39' | 'arm-4k' | 'arm-16k' | 'arm-64k'

export type Architecture = 'x86' | 'risc-v' | 'arm' | 'textbook'

/*
 * What an entry permits, whatever its format: three bits for programs, three for the kernel.
 *
 *     5   4   3   2   1   0
 *   ┌───┬───┬───┬───┬───┬───┐
 *   │ X │ W │ R │ X │ W │ R │    Where tables restrict what is below them, the levels are combined by `&`.
 *   └───┴───┴───┴───┴───┴───┘
 *      kernel      user
 */
export const USER_READ = 1
export const USER_WRITE = 2
export const USER_EXECUTE = 4
export const KERNEL_READ = 8
export const KERNEL_WRITE = 16
export const KERNEL_EXECUTE = 32
export const ALL_PERMISSIONS = 63

/** The permission that an access needs. */
export function permissionFor(access: Access, isUser: boolean): number {
  return 1 << (isUser ? access : access + 3)
}

/** Who sets accessed and dirty bits: the processor; or the OS, that a fault tells of the first use. */
export type Marks = 'processor' | 'software'

/** Where an entry stands, and what the processor is set to. */
export interface EntryPlace {
  readonly level: Level
  /** From the root, which is 0. */
  readonly depth: number
  readonly isLast: boolean
  /** Bits of the address below those that index this table: of the offset, if the entry maps a page. */
  readonly shift: number
  /** Bits of a physical address on this machine. */
  readonly physicalBits: number
  readonly marks: Marks
  /** x86: EFER.NXE and CR0.WP. */
  readonly noExecuteEnable: boolean
  readonly writeProtect: boolean
}

/** Why an entry can't be used although it is there. */
export type EntryFlaw = 'reserved-bit' | 'misaligned-page' | 'address-size'

/** What an entry says where it stands. */
export type EntryReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'flawed'; readonly flaw: EntryFlaw }
  | { readonly kind: 'table'; readonly base: number; readonly permissions: number }
  | {
      readonly kind: 'page'
      readonly base: number
      readonly permissions: number
      readonly isAccessed: boolean
      readonly isDirty: boolean
      readonly isGlobal: boolean
    }

/** What an OS wants an entry of the last level to say. */
export interface PageMapping {
  readonly base: number
  readonly write: boolean
  readonly execute: boolean
  readonly user: boolean
  readonly accessed: boolean
  readonly dirty: boolean
  readonly global: boolean
}

/** An access that has led through an entry. */
export interface EntryUse {
  readonly depth: number
  /** The entry maps the page, and does not only lead to another table. */
  readonly isPage: boolean
  readonly isWrite: boolean
}

/** A kind of page-table entry: how its bits are read and made. */
export interface EntryFormat {
  readonly architecture: Architecture
  /** 1, 4 or 8. */
  readonly byteCount: number
  /** Its bits as the manual abbreviates them, lowest first, but for those of the address. */
  readonly bits: readonly { readonly name: string; readonly bit: number }[]
  read(entry: bigint, place: EntryPlace): EntryReading
  /** Levels combined may forbid what none of them does alone. */
  finish?(permissions: number): number
  /** The entry after an access has led through it, as the processor leaves it. */
  used(entry: bigint, use: EntryUse): bigint
  /** The entry of the last level that says this. */
  makePage(mapping: PageMapping, marks: Marks): bigint
  /** The same entry where it maps a large page, above the last level. */
  makeLarge(page: bigint): bigint
  /** The entry of a table at that depth that leads to another. */
  makeTable(base: number, depth: number): bigint
  /** What an entry of the last level says; undefined where its page is absent. */
  mapping(entry: bigint): PageMapping | undefined
}

/** The names of the bits that are set in an entry, lowest first: `P R/W U/S A`, `V R W U`. */
export function bitNames({ bits }: Pick<EntryFormat, 'bits'>, entry: bigint): string[] {
  return bits.filter(({ bit }) => has(entry, bit)).map(({ name }) => name)
}

/** What each architecture calls the register that says where the first table lies. */
export const ROOT_REGISTERS: Readonly<Record<Architecture, string>> = {
  x86: 'CR3',
  'risc-v': 'satp',
  arm: 'TTBR0',
  textbook: 'PTBR',
}

export const ABSENT = { kind: 'absent' } as const

/** It is there, and can't be used. */
export function flawed(flaw: EntryFlaw): EntryReading {
  return { kind: 'flawed', flaw }
}

/** Whether a bit of an entry is set. */
export function has(entry: bigint, bit: number): boolean {
  return ((entry >> BigInt(bit)) & 1n) !== 0n
}

/** Some of an entry's bits, `from` the lowest, in their places. */
export function field(entry: bigint, from: number, to: number): bigint {
  return ((entry >> BigInt(from)) & ((1n << BigInt(to - from + 1)) - 1n)) << BigInt(from)
}

/** The bits that are on, by their numbers. */
export function bitsOf(flags: Readonly<Record<number, boolean>>): bigint {
  return Object.entries(flags).reduce((sum, [bit, isOn]) => (isOn ? sum | (1n << BigInt(bit)) : sum), 0n)
}
