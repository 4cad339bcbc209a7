import { littleEndian } from '../../bits.ts'
import { virtualAddress, type VirtualAddress } from '../../units.ts'
import type { SegmentBase } from '../../isa/registers.ts'
import type { AddressSpaceCalls } from '../address-space-calls.ts'
import { decodeUtf8 } from '../decode-utf8.ts'
import type { ErrorName } from '../error-number.ts'
import type { Files } from '../files/files.ts'
import type { LinuxProcess, ProcessEnd, Waiting } from '../linux-process.ts'
import type { Signal } from '../signal.ts'

/** What a system call works on: the process that made it. */
export interface Caller {
  /** As it is now; `update` keeps it as a call has changed it. */
  readonly process: LinuxProcess
  readonly stackPointer: bigint
  /** The number of its process group: the pid of the first process. */
  readonly group: number
  /** The number of the process that forked it; 1 for the first. */
  readonly parent: number
  readonly addressSpace: AddressSpaceCalls
  readonly files: Files
  /** Nanoseconds since 1970, by the machine's clock. */
  readonly now: bigint
  /** Nanoseconds since the machine was switched on. */
  readonly uptime: bigint
  /** The bytes of the process from an address up to the first that it may not read; at most that many. */
  readBytes(address: VirtualAddress, byteCount: number): Uint8Array
  /** False where the process may not write all of them; none is written then. */
  writeBytes(address: VirtualAddress, bytes: Uint8Array): boolean
  random(byteCount: number): Uint8Array
  update(changes: Partial<LinuxProcess>): void
  setSegmentBase(name: SegmentBase, value: bigint): void
  segmentBase(name: SegmentBase): bigint
  end(end: ProcessEnd): void
  fork(): number | ErrorName
  /** Lets the next process run; this one goes on where it is. */
  yield(): void
  /** Lets others run; this one makes the same call again when there may be another answer; at once if it need not wait. */
  callAgain(why: Waiting | undefined): void
  /** Lets others run; this one goes on behind the call. */
  pause(why: Waiting): void
  /** Somebody who waits for that may have an answer now. */
  wake(why: Waiting['for']): void
  /** Sends a signal to processes; false where there is none of that number. */
  send(pid: number, signal: Signal | undefined): boolean
  /** Goes back to where a signal had interrupted the process. */
  returnFromSignal(): void
  /**
   * A child that has ended, that one or any, which is forgotten thereby; `none` if there is no such child, `running` if
   * none has ended.
   */
  reapChild(pid: number | undefined): { readonly pid: number; readonly end: ProcessEnd } | 'none' | 'running'
}

/** What goes into RAX: a number, or the error. Undefined leaves the registers as they are. */
export type Result = bigint | ErrorName | undefined

/** One system call. */
export interface SystemCall {
  /** In RAX, for `syscall`; undefined for one that only programs of 32 bits have. */
  readonly number?: number
  /** In EAX, for `int 0x80`. */
  readonly number32?: number
  readonly name: string
  /** What it takes, in RDI, RSI, RDX, R10, R8 and R9; for `int 0x80` in EBX, ECX, EDX, ESI, EDI and EBP. */
  readonly takes: readonly string[]
  readonly summary: string
  readonly execute: (caller: Caller, given: readonly bigint[]) => Result
}

/** `syscall` and `int 0x80`, in bytes: a call that is made again goes back to it. */
export const CALL_BYTE_COUNT = 2n
/** No process has addresses from here on. */
export const USER_LIMIT = 1n << 47n
const LONGEST_PATH = 4096

/** A C `int` among a call's arguments: its lower half, signed. */
export function int(given: bigint | undefined): number {
  return Number(BigInt.asIntN(32, given!))
}

/** Reads all of so many bytes; undefined where the process may not. */
export function readAll(caller: Caller, address: bigint, byteCount: number): DataView | undefined {
  if (address + BigInt(byteCount) > USER_LIMIT) return undefined
  const bytes = caller.readBytes(virtualAddress(address), byteCount)
  return bytes.length < byteCount ? undefined : new DataView(bytes.buffer, bytes.byteOffset, byteCount)
}

/** Writes an answer. False where the process may not. */
export function writeAll(caller: Caller, address: bigint, bytes: Uint8Array): boolean {
  return address + BigInt(bytes.length) <= USER_LIMIT && caller.writeBytes(virtualAddress(address), bytes)
}

/** Writes an answer where the program wants it, unless that is nowhere. False where it cannot be. */
export function tell(caller: Caller, address: bigint, bytes: Uint8Array): boolean {
  return address === 0n || writeAll(caller, address, bytes)
}

/** Zero, or what is wrong with the address that was given for the answer. */
export function answered(isTold: boolean): 0n | 'EFAULT' {
  return isTold ? 0n : 'EFAULT'
}

/** Numbers of 64 bits, one behind the other. */
export function longs(...values: readonly bigint[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [...littleEndian(BigInt.asUintN(64, value), 8)]))
}

/** A text in the process's memory, up to its zero byte. */
export function readPath(caller: Caller, address: bigint): { readonly path: string } | ErrorName {
  if (address >= USER_LIMIT) return 'EFAULT'
  const bytes = caller.readBytes(virtualAddress(address), LONGEST_PATH)
  const end = bytes.indexOf(0)
  if (end >= 0) return { path: decodeUtf8(bytes.subarray(0, end)) }
  return bytes.length < LONGEST_PATH ? 'EFAULT' : 'ENAMETOOLONG'
}
