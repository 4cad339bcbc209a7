import type { Fault } from '../memory/fault.ts'
import { hex, virtualAddress, type VirtualAddress } from '../units.ts'

const NUMBERS = { SIGILL: 4, SIGTRAP: 5, SIGABRT: 6, SIGBUS: 7, SIGFPE: 8, SIGKILL: 9, SIGSEGV: 11 } as const

/** Why a signal was sent, as `siginfo` names it, with the number of each. */
const CODES = {
  SEGV_MAPERR: 1,
  SEGV_ACCERR: 2,
  BUS_ADRERR: 2,
  FPE_INTDIV: 1,
  ILL_ILLOPN: 2,
  SI_KERNEL: 0x80,
  SI_TKILL: -6,
} as const

export type SignalName = keyof typeof NUMBERS
export type SignalCode = keyof typeof CODES

/** What Linux tells a process that misbehaved; none of ours handles one, so that it ends. */
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
}

const NOWHERE = virtualAddress(0n)

/** The signal of that name and reason. */
export function signal(
  name: SignalName,
  code: SignalCode,
  reason: string,
  address: VirtualAddress = NOWHERE,
): Signal {
  return { name, number: NUMBERS[name], code, codeValue: CODES[code], address, reason }
}

/** The signal for a fault that is no page fault, raised by the instruction at `rip`. */
export function signalOf({ kind }: Fault, rip: VirtualAddress): Signal {
  switch (kind) {
    case 'divide-error':
      return signal('SIGFPE', 'FPE_INTDIV', 'it divided by zero, or the quotient did not fit', rip)
    case 'invalid-opcode':
      return signal('SIGILL', 'ILL_ILLOPN', 'it came to bytes that are no instruction', rip)
    case 'breakpoint':
      return signal('SIGTRAP', 'SI_KERNEL', 'it came to a breakpoint, and no debugger was there')
    case 'stack-fault':
      return signal('SIGBUS', 'SI_KERNEL', 'it used an address of the stack that is not canonical')
    case 'general-protection':
      return signal(
        'SIGSEGV',
        'SI_KERNEL',
        'it used an address that is not canonical, or an instruction that only the kernel may',
      )
    case 'machine-check':
      return signal('SIGBUS', 'BUS_ADRERR', 'no RAM answered at the physical address', rip)
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
