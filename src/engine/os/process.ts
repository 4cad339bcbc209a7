import { FIRST_MXCSR, REGISTER_NAMES, SEGMENT_BASES, VECTOR_NAMES, type Registers } from '../isa/registers.ts'
import { FIRST_X87, packed, unpacked } from '../isa/x87/unit.ts'
import type { PageNumber, PhysicalAddress } from '../units.ts'
import type { Region } from './region.ts'

/** All that a process finds again when it goes on, but RIP and RFLAGS. */
const OWN_NAMES = [...REGISTER_NAMES.slice(0, 16), ...SEGMENT_BASES]

/** The registers of a process that is not running, by name. */
export type SavedRegisters = Readonly<Record<string, bigint>>

/** What the OS keeps about a process. It knows ranges of addresses and pages, and nothing of variables. */
export interface Process {
  readonly name: string
  /** Its CR3: where its root table begins. */
  readonly root: PhysicalAddress
  readonly regions: readonly Region[]
  /** The pages that hold its program, which the loader put into the page table. */
  readonly loaderPages: readonly PageNumber[]
  /** As it will find them again; those of the running process are in the processor. */
  readonly registers: SavedRegisters
}

/** Keeps the processor's registers, to be put back when the process runs again. */
export function saveRegisters(registers: Registers): SavedRegisters {
  return Object.fromEntries([
    ...OWN_NAMES.map((name) => [name, registers.get(name)] as const),
    ...VECTOR_NAMES.map((name) => [name, registers.get(name)] as const).filter(([, value]) => value !== 0n),
    ['mxcsr', registers.get('mxcsr')],
    ['x87', packed(registers.x87)],
    ['rip', registers.rip],
    ['rflags', registers.flags],
  ])
}

/** Puts kept registers into the processor; what is not named becomes zero. */
export function restoreRegisters(registers: Registers, saved: SavedRegisters): void {
  for (const name of [...OWN_NAMES, ...VECTOR_NAMES]) registers.set(name, saved[name] ?? 0n)
  registers.set('mxcsr', saved['mxcsr'] ?? BigInt(FIRST_MXCSR))
  registers.x87 = unpacked(saved['x87'] ?? FIRST_X87)
  registers.rip = saved['rip'] ?? 0n
  registers.flags = saved['rflags'] ?? FIRST_FLAGS
}

/** Bit 1, which is always set, and IF: interrupts are enabled in every user program. */
const FIRST_FLAGS = 0x202n
