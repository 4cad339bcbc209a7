import { linuxCallName } from './calls/call-names.ts'
import type { Caller, SystemCall } from './calls/caller.ts'
import { FILE_CALLS } from './calls/file-calls.ts'
import { MEMORY_CALLS } from './calls/memory-calls.ts'
import { PROCESS_CALLS } from './calls/process-calls.ts'
import { SIGNAL_CALLS } from './calls/signal-calls.ts'
import { TIME_CALLS } from './calls/time-calls.ts'
import { ERRORS, type ErrorName } from './error-number.ts'

/** How a program asks: with `syscall`, or as programs of 32 bits do, with `int 0x80`. */
export type Gate = 'syscall' | 'interrupt'

/** The system calls that are answered. All others return ENOSYS. */
export const SYSTEM_CALLS: readonly SystemCall[] = [
  ...FILE_CALLS,
  ...MEMORY_CALLS,
  ...PROCESS_CALLS,
  ...SIGNAL_CALLS,
  ...TIME_CALLS,
]

const BY_NUMBER: Readonly<Record<Gate, ReadonlyMap<number | undefined, SystemCall>>> = {
  syscall: new Map(SYSTEM_CALLS.map((call) => [call.number, call])),
  interrupt: new Map(SYSTEM_CALLS.map((call) => [call.number32, call])),
}

/** Registers that hold a call's number and arguments, in order. */
export const GATE_REGISTERS: Readonly<Record<Gate, readonly string[]>> = {
  syscall: ['rdi', 'rsi', 'rdx', 'r10', 'r8', 'r9'],
  interrupt: ['ebx', 'ecx', 'edx', 'esi', 'edi', 'ebp'],
}

/** The call of a number, of which only the lower half of RAX counts; undefined where it is not implemented. */
export function callOf(number: bigint, gate: Gate): SystemCall | undefined {
  return BY_NUMBER[gate].get(Number(BigInt.asIntN(32, number)))
}

/** A system call's name and what it takes; one that is not answered goes by Linux's name or by its number. */
export function describeSystemCall(
  number: bigint,
  gate: Gate,
): {
  readonly name: string
  readonly takes: readonly string[]
} {
  const known = callOf(number, gate)
  if (known !== undefined) return known
  const name = gate === 'syscall' ? linuxCallName(number) : undefined
  return { name: name ?? `call ${BigInt.asIntN(32, number)}`, takes: [] }
}

/** Answers a system call. What goes into RAX, or undefined where nothing does. */
export function answerSystemCall(
  caller: Caller,
  number: bigint,
  gate: Gate,
  given: readonly bigint[],
): bigint | undefined {
  const call = callOf(number, gate)
  const result = call === undefined ? 'ENOSYS' : call.execute(caller, given)
  return result === undefined ? undefined : resultWord(result)
}

/** What a result is in RAX: errors are negative there. */
export function resultWord(result: bigint | ErrorName): bigint {
  return typeof result === 'string' ? BigInt.asUintN(64, BigInt(-ERRORS[result])) : result
}
