import { Machine } from '#engine/machine/machine.ts'
import { link } from '#engine/machine/program.ts'
import type { Hardware, MachineStop } from '#engine/machine/snapshot.ts'
import type { SchemeName } from '#engine/memory/scheme.ts'

/** System calls as lines of a program. */
export const EXIT = (code: string | number) => `mov edi, ${code}\nmov eax, 60\nsyscall`

export const WRITE = (label: string, byteCount: number) =>
  `mov edi, 1\nmov rsi, ${label}\nmov edx, ${byteCount}\nmov eax, 1\nsyscall`

export function MMAP({ address = '0', byteCount = 4096, protection = 3, flags = 0x22 } = {}): string {
  return `mov rdi, ${address}
mov rsi, ${byteCount}
mov edx, ${protection}
mov r10d, ${flags}
mov r8, -1
xor r9d, r9d
mov eax, 9
syscall`
}

export const CALL = (number: number, first: string, second = '0', third = '0') =>
  `mov rdi, ${first}\nmov rsi, ${second}\nmov rdx, ${third}\nmov eax, ${number}\nsyscall`

/** A machine with a program at its first instruction. */
export function started(source: string, scheme: SchemeName = 'four-level', hardware?: Hardware): Machine {
  const machine = Machine.boot('linux', scheme, undefined, hardware)
  const linked = link(source, machine.codeOrigin, undefined, machine.codeByteLimit)
  if (!linked.ok) throw new Error(linked.diagnostics.map(({ message }) => message).join('\n'))
  machine.load(linked.program)
  return machine
}

/** A program's whole run. */
export function ran(
  source: string,
  scheme: SchemeName = 'four-level',
  hardware?: Hardware,
): { machine: Machine; stop: MachineStop } {
  const machine = started(source, scheme, hardware)
  return { machine, stop: machine.run(1_000_000) }
}

/** What a program exits with. */
export function exitCode(source: string): number | string {
  const { stop } = ran(source)
  return stop.kind === 'exit' ? stop.code : stop.kind === 'signal' ? stop.signal.name : stop.kind
}

/** RAX after the last instruction of a program that is stopped by `hlt`. */
export function result(source: string): bigint {
  const { machine, stop } = ran(`${source}\nhlt`)
  if (stop.kind !== 'signal' || stop.signal.code !== 'SI_KERNEL') throw new Error(JSON.stringify(stop))
  return BigInt.asIntN(64, machine.registers.get('rax'))
}
