import { EXECUTE, WRITE, type Access, type NativeFault } from '../fault.ts'
import type { WalkFailure } from '../walker.ts'
import type { Architecture } from './entry-format.ts'

/** A walk that failed, as a fault handler is told of it. */
export interface FailedWalk {
  readonly failure: WalkFailure
  readonly access: Access
  readonly isUser: boolean
  /** The level whose entry was read last, or could not be, counted as the architecture does. */
  readonly level: number
  /** It was a table that lies in no RAM, not the page. */
  readonly isInWalk: boolean
}

const NATIVE: Readonly<Record<Architecture, (walk: FailedWalk) => NativeFault | undefined>> = {
  x86: () => undefined,
  textbook: () => undefined,
  'risc-v': riscvFault,
  arm: armFault,
}

/** What an architecture calls a fault; undefined where it is the course's own name. */
export function nativeFault(architecture: Architecture, walk: FailedWalk): NativeFault | undefined {
  return NATIVE[architecture](walk)
}

/** By access: read, write, fetch (RISC-V privileged specification, table of scause values). */
const RISCV_VERBS = ['load', 'store/AMO', 'instruction'] as const
const PAGE_FAULT_CODES = [13, 15, 12] as const
const ACCESS_FAULT_CODES = [5, 7, 1] as const

/** An address that no memory answers for is an access fault; everything else is a page fault, whatever its cause. */
function riscvFault({ failure, access }: FailedWalk): NativeFault | undefined {
  // Registers of 32 bits hold no such address.
  if (failure === 'too-wide') return undefined
  const isAccessFault = failure === 'no-ram'
  return {
    name: `${RISCV_VERBS[access]} ${isAccessFault ? 'access' : 'page'} fault`,
    register: 'scause',
    code: (isAccessFault ? ACCESS_FAULT_CODES : PAGE_FAULT_CODES)[access],
  }
}

/*
 * ESR_EL1 of an abort (Arm ARM, ISS encoding for an exception from a Data Abort)
 *
 *   31   26  25  24        7   6   5      0
 * ┌────────┬────┬────────────┬─────┬────────┐   EC    0x24 a program's access, 0x25 the kernel's; 0x20, 0x21 a fetch
 * │   EC   │ IL │     …      │ WnR │  xFSC  │   WnR   a write
 * └────────┴────┴────────────┴─────┴────────┘   xFSC  what it was, and in its lowest two bits the level
 */
const [ADDRESS_SIZE, TRANSLATION, ACCESS_FLAG, PERMISSION] = [0, 4, 8, 12]
const [EXTERNAL_ABORT, EXTERNAL_ABORT_ON_WALK] = [0x10, 0x14]
const LONG_INSTRUCTION = 2 ** 25
const WRITE_NOT_READ = 64

const ARM_NAMES: readonly (readonly [code: number, name: string, failures: readonly WalkFailure[]])[] = [
  [ADDRESS_SIZE, 'address size fault', ['address-size']],
  [TRANSLATION, 'translation fault', ['not-present', 'not-canonical', 'too-wide', 'beyond-limit']],
  [ACCESS_FLAG, 'access flag fault', ['not-accessed']],
]

function armFault({ failure, access, isUser, level, isInWalk }: FailedWalk): NativeFault {
  const [status, name] = ARM_NAMES.find(([, , failures]) => failures.includes(failure)) ?? [
    PERMISSION,
    'permission fault',
  ]
  const isExternal = failure === 'no-ram'
  const external = isInWalk ? EXTERNAL_ABORT_ON_WALK + level : EXTERNAL_ABORT
  const syndrome = isExternal ? external : status + level
  const abort = (access === EXECUTE ? 0x20 : 0x24) + (isUser ? 0 : 1)
  return {
    name: isExternal
      ? `synchronous external abort${isInWalk ? ` on a table walk, level ${level}` : ''}`
      : `${name}, level ${level}`,
    register: 'ESR_EL1',
    code: abort * 2 ** 26 + LONG_INSTRUCTION + (access === WRITE ? WRITE_NOT_READ : 0) + syndrome,
  }
}
