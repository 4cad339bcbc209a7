import type { ArithmeticCause, Fault, OpcodeCause } from '../memory/fault.ts'
import { hex, virtualAddress, type VirtualAddress } from '../units.ts'

/** Signals by number, from 1 on (signal(7)). */
const NAMES =
  'SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE SIGALRM ' +
  'SIGTERM SIGSTKFLT SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGXCPU SIGXFSZ SIGVTALRM SIGPROF ' +
  'SIGWINCH SIGIO SIGPWR SIGSYS'
const NUMBERS: ReadonlyMap<string, number> = new Map(NAMES.split(' ').map((name, index) => [name, index + 1]))
/** Signals have numbers from 1 to this; the upper half has no meaning of its own. */
export const SIGNAL_COUNT = 64
const FIRST_REAL_TIME = 34

/** Why a signal was sent, as `siginfo` names it, with the number of each. */
const CODES = {
  SEGV_MAPERR: 1,
  SEGV_ACCERR: 2,
  BUS_ADRERR: 2,
  FPE_INTDIV: 1,
  FPE_FLTDIV: 3,
  FPE_FLTOVF: 4,
  FPE_FLTUND: 5,
  FPE_FLTRES: 6,
  FPE_FLTINV: 7,
  ILL_ILLOPN: 2,
  CLD_EXITED: 1,
  CLD_KILLED: 2,
  SI_KERNEL: 0x80,
  SI_USER: 0,
  SI_TKILL: -6,
} as const

export type SignalName = string
export type SignalCode = keyof typeof CODES

/** What Linux tells a process: that it misbehaved, or that another process sent it a signal. */
export interface Signal {
  readonly name: SignalName
  readonly number: number
  readonly code: SignalCode
  /** `si_code`. */
  readonly codeValue: number
  /** `si_addr`: the address that could not be accessed, or the instruction's; 0 where Linux gives none. */
  readonly address: VirtualAddress
  /** In words. */
  readonly reason: string
  /** The process that sent it, or that it is about, with what `si_status` says of that. */
  readonly sender?: { readonly pid: number; readonly status?: number }
}

const NOWHERE = virtualAddress(0n)

/** The signal of that name and reason. */
export function signal(
  name: SignalName,
  code: SignalCode,
  reason: string,
  address: VirtualAddress = NOWHERE,
): Signal {
  return { name, number: NUMBERS.get(name)!, code, codeValue: CODES[code], address, reason }
}

/** The signal of that number, as a process sends it to another or to itself. */
export function sentSignal(number: number, code: SignalCode, sender: number, isOwn: boolean): Signal {
  const reason = isOwn ? 'it sent that to itself' : `process ${sender} sent it that`
  const name = signalName(number)
  return { name, number, code, codeValue: CODES[code], address: NOWHERE, reason, sender: { pid: sender } }
}

/** What a parent is told of a child that has ended: its exit code, or the number of the signal that ended it. */
export function childSignal(pid: number, isExit: boolean, status: number): Signal {
  const told = signal('SIGCHLD', isExit ? 'CLD_EXITED' : 'CLD_KILLED', 'a child has ended')
  return { ...told, sender: { pid, status } }
}

function signalName(number: number): SignalName {
  const known = NAMES.split(' ')[number - 1]
  return known ?? `SIGRTMIN${number >= FIRST_REAL_TIME ? '+' : ''}${number - FIRST_REAL_TIME}`
}

const OPCODES: Readonly<Partial<Record<OpcodeCause, string>>> = {
  avx: 'it came to an instruction of AVX, which x86 has and this processor has not',
  sse: 'it came to an instruction that came after SSE2, which x86 has and this processor has not',
}

const ARITHMETIC: Readonly<Record<ArithmeticCause, readonly [SignalCode, string]>> = {
  'invalid-operation': ['FPE_FLTINV', 'floating-point arithmetic had no result, and MXCSR did not mask that'],
  'division-by-zero': [
    'FPE_FLTDIV',
    'it divided a floating-point number by zero, and MXCSR did not mask that',
  ],
  overflow: ['FPE_FLTOVF', 'a floating-point result was too large, and MXCSR did not mask that'],
  underflow: ['FPE_FLTUND', 'a floating-point number was too small, and MXCSR did not mask that'],
  inexact: ['FPE_FLTRES', 'a floating-point result had to be rounded, and MXCSR did not mask that'],
}

/** The signal for a fault that is no page fault, raised by the instruction at `rip`. */
export function signalOf({ kind, cause, address }: Fault, rip: VirtualAddress): Signal {
  switch (kind) {
    case 'divide-error':
      return signal('SIGFPE', 'FPE_INTDIV', 'it divided by zero, or the quotient did not fit', rip)
    case 'invalid-opcode':
      return signal(
        'SIGILL',
        'ILL_ILLOPN',
        OPCODES[cause as OpcodeCause] ?? 'it came to bytes that are no instruction of this processor',
        rip,
      )
    case 'breakpoint':
      return signal('SIGTRAP', 'SI_KERNEL', 'it came to a breakpoint, and no debugger was there')
    case 'stack-fault':
      return signal('SIGBUS', 'SI_KERNEL', 'it used an address of the stack that is not canonical')
    case 'general-protection':
      return signal(
        'SIGSEGV',
        'SI_KERNEL',
        cause === 'misaligned'
          ? 'it used a vector at an address that is not a multiple of 16'
          : address === undefined
            ? 'it came to an instruction that is the kernel’s alone, or set a bit that must stay zero'
            : 'it used an address that is not canonical',
      )
    case 'machine-check':
      return signal('SIGBUS', 'BUS_ADRERR', 'no RAM answered at the physical address', rip)
    case 'simd-exception': {
      const [code, reason] = ARITHMETIC[cause as ArithmeticCause]
      return signal('SIGFPE', code, reason, rip)
    }
    case 'page-fault':
      throw new Error('a page fault is answered by the region it happened in')
  }
}

/** One sentence for people: what ended the program, and why. */
export function describeSignal({ name, code, address, reason }: Signal): string {
  const place = address === NOWHERE ? '' : `, at ${hex(address)}`
  return `The program was ended by ${name} (${code}${place}): ${reason}.`
}

/** The error code of a page fault as a signal carries it: at the kernel's addresses Linux hides what is mapped there. */
export function signalErrorCode({ errorCode, address }: Fault): number {
  return address !== undefined && address >= 1n << 47n ? errorCode | 1 : errorCode
}
