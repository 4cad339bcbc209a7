import { hex, type VirtualAddress } from '../units.ts'

/** What an access wants to do, as the number that page-table checks and the translation cache use. */
export type Access = 0 | 1 | 2
export const READ = 0
export const WRITE = 1
export const EXECUTE = 2

export type FaultKind =
  | 'divide-error'
  | 'breakpoint'
  | 'invalid-opcode'
  | 'stack-fault'
  | 'general-protection'
  | 'page-fault'
  | 'machine-check'
  | 'simd-exception'

/** Why a page fault was raised; the error code says less (it cannot tell a read-only page from a kernel's page). */
export type PageFaultCause =
  | 'not-present'
  | 'read-only'
  | 'no-execute'
  | 'supervisor-only'
  | 'reserved-bit'
  /** Of other architectures than x86. */
  | 'not-readable'
  | 'user-only'
  | 'misaligned-page'
  | 'address-size'
  | 'not-accessed'
  | 'not-dirty'
  | 'not-canonical'

/** What an architecture itself calls a fault, and the number by which its handler is told. */
export interface NativeFault {
  readonly name: string
  /** Where the number is found: `scause`, `ESR_EL1`. */
  readonly register: string
  readonly code: number
}

/** What floating-point arithmetic met (Intel SDM volume 1, section 4.9.1), an underflow or a denormal operand alike. */
export type ArithmeticCause = 'invalid-operation' | 'division-by-zero' | 'overflow' | 'underflow' | 'inexact'

/** Instructions that x86 has and this processor has not. */
export type OpcodeCause = 'avx' | 'sse'

/** An address beyond its segment, one that is no multiple of 16 where a vector must lie, or one of too many bits. */
export type AddressCause = 'beyond-limit' | 'misaligned' | 'too-wide'

/**
 * What the processor does instead of completing an instruction. A value that is returned, never thrown:
 * a program that misbehaves is no error of the simulator.
 */
export interface Fault {
  readonly kind: FaultKind
  /** The number under which the processor looks up the handler (Intel SDM volume 3, table 6-1). */
  readonly vector: number
  readonly errorCode: number
  /** The faulting address: CR2 for page faults, the address itself where the processor keeps none. */
  readonly address?: VirtualAddress
  readonly access?: Access
  /**
   * Of a page fault; or why the address was no page table's business; or of floating-point arithmetic; or what bytes
   * are that are no instruction here.
   */
  readonly cause?: PageFaultCause | AddressCause | ArithmeticCause | OpcodeCause
  /** Missing where the architecture is x86-64, whose names the others are. */
  readonly native?: NativeFault
}

const VECTORS: Record<FaultKind, number> = {
  'divide-error': 0,
  breakpoint: 3,
  'invalid-opcode': 6,
  'stack-fault': 12,
  'general-protection': 13,
  'page-fault': 14,
  'machine-check': 18,
  'simd-exception': 19,
}

/*
 * Error code of a page fault (Intel SDM volume 3, figure 4-12)
 *
 *   4   3    2   1   0
 * ┌───┬────┬───┬───┬───┐   P  the page was present: a right was missing     U  it came from user mode (CPL 3)
 * │ I │RSVD│ U │ W │ P │   W  the access was a write                        I  it was an instruction fetch
 * └───┴────┴───┴───┴───┘   RSVD  an entry has a reserved bit set
 */
const ERROR_PRESENT = 1
const ERROR_WRITE = 2
const ERROR_USER = 4
const ERROR_RESERVED = 8
const ERROR_FETCH = 16

/** A fault without an address: `divide-error`, `invalid-opcode`, `breakpoint`. */
export function fault(kind: FaultKind): Fault {
  return { kind, vector: VECTORS[kind], errorCode: 0 }
}

/** A fault of bytes that are no instruction, or one that is not here. */
export function opcodeFault(cause: OpcodeCause | undefined): Fault {
  return cause === undefined ? fault('invalid-opcode') : { ...fault('invalid-opcode'), cause }
}

/** A fault of floating-point arithmetic, by MXCSR as it then is: the first that occurred and is not masked counts. */
export function arithmeticFault(mxcsr: number): Fault {
  const unmasked = mxcsr & ~(mxcsr >> 7)
  const [, cause] = ARITHMETIC_CAUSES.find(([bits]) => (unmasked & bits) !== 0)!
  return { ...fault('simd-exception'), cause }
}

/** Bits of MXCSR, in the order in which Linux looks at them. */
const ARITHMETIC_CAUSES: readonly (readonly [number, ArithmeticCause])[] = [
  [0x01, 'invalid-operation'],
  [0x04, 'division-by-zero'],
  [0x08, 'overflow'],
  [0x12, 'underflow'],
  [0x20, 'inexact'],
]

/** A fault of an access that is no page fault: a non-canonical address, or a byte that no RAM answers for. */
export function accessFault(kind: FaultKind, address: VirtualAddress, access: Access): Fault {
  return { kind, vector: VECTORS[kind], errorCode: 0, address, access }
}

/** A general-protection fault of a vector that must lie at a multiple of 16 and does not. */
export function alignmentFault(address: VirtualAddress, access: Access): Fault {
  return { ...accessFault('general-protection', address, access), cause: 'misaligned' }
}

/** A general-protection fault of an address that its segment does not reach. */
export function limitFault(address: VirtualAddress, access: Access): Fault {
  return { ...accessFault('general-protection', address, access), cause: 'beyond-limit' }
}

/** The same of an address that has more bits than the machine's. */
export function widthFault(address: VirtualAddress, access: Access): Fault {
  return { ...accessFault('general-protection', address, access), cause: 'too-wide' }
}

/** No entry was found that maps the page. */
const ABSENT_CAUSES: ReadonlySet<PageFaultCause> = new Set(['not-present', 'not-canonical'])

/** A page fault, its error code as the processor would push it. `fetchBit` is false where no-execute is off: then the I bit stays 0. */
export function pageFault(
  address: VirtualAddress,
  access: Access,
  cause: PageFaultCause,
  user: boolean,
  fetchBit = true,
): Fault {
  const errorCode =
    (ABSENT_CAUSES.has(cause) ? 0 : ERROR_PRESENT) |
    (access === WRITE ? ERROR_WRITE : 0) |
    (user ? ERROR_USER : 0) |
    (cause === 'reserved-bit' ? ERROR_RESERVED : 0) |
    (access === EXECUTE && fetchBit ? ERROR_FETCH : 0)
  return { kind: 'page-fault', vector: VECTORS['page-fault'], errorCode, address, access, cause }
}

const CAUSES: Record<PageFaultCause | AddressCause | ArithmeticCause | OpcodeCause, string> = {
  avx: 'these bytes are an instruction of AVX: x86 has it, and this processor has not',
  sse: 'these bytes are an instruction that came after SSE2: x86 has it, and this processor has not',
  'invalid-operation': 'this operation on floating-point numbers has no result, and MXCSR does not mask that',
  'division-by-zero': 'a floating-point number was divided by zero, and MXCSR does not mask that',
  overflow: 'a floating-point result was too large, and MXCSR does not mask that',
  underflow: 'a floating-point number was too small, and MXCSR does not mask that',
  inexact: 'a floating-point result had to be rounded, and MXCSR does not mask that',
  misaligned: 'the address of this vector is not a multiple of 16',
  'beyond-limit': 'the address lies beyond the limit of its segment',
  'too-wide': 'the address has more bits than this machine’s addresses',
  'not-present': 'no row of the page table maps this page',
  'read-only': 'the page may be read but not written',
  'no-execute': 'the page holds data, and may not be executed',
  'supervisor-only': 'the page belongs to the kernel',
  'reserved-bit': 'an entry on the way has a bit set that must be zero',
  'not-readable': 'the page may be executed but not read',
  'user-only': 'the page belongs to a program, and the kernel keeps off it',
  'misaligned-page': 'a large page does not begin at a multiple of its size',
  'address-size': 'an entry on the way leads beyond the physical addresses of this machine',
  'not-accessed': 'the page is used for the first time, and the OS has to mark it as accessed',
  'not-dirty': 'the page is written for the first time, and the OS has to mark it as dirty',
  'not-canonical': 'the bits above those that are looked up are not as they must be',
}

const SENTENCES: Record<Exclude<FaultKind, 'page-fault'>, string> = {
  'divide-error': 'a division by zero, or one whose quotient does not fit its register',
  breakpoint: 'a breakpoint (int3)',
  'invalid-opcode': 'these bytes are no instruction of this processor',
  'stack-fault': 'the stack address is not canonical: bits 63 to 47 must be equal',
  'general-protection': 'the address is not canonical: bits 63 to 47 must be equal',
  'machine-check': 'no RAM answers at this physical address',
  'simd-exception': 'floating-point arithmetic met what MXCSR does not mask',
}

/** One sentence for people: what happened, and where. */
export function describeFault(fault: Fault): string {
  const why = reasonOf(fault) + nativeName(fault)
  if (fault.address === undefined) return capitalised(`${why}.`)
  return capitalised(`${why}. It happened on ${accessName(fault.access)} ${hex(fault.address)}.`)
}

/** What the machine's own architecture calls it: ` (load page fault, scause = 0xD)`. */
function nativeName({ native }: Fault): string {
  return native === undefined ? '' : ` (${native.name}, ${native.register} = ${hex(native.code)})`
}

/** A general-protection fault that is about no address. */
const FORBIDDEN = 'this instruction is the kernel’s alone, or it sets a bit that must stay zero'

function reasonOf({ kind, cause, address }: Fault): string {
  if (kind === 'page-fault') return `page fault: ${CAUSES[cause ?? 'not-present']}`
  if (kind === 'general-protection' && address === undefined) return FORBIDDEN
  return cause === undefined ? SENTENCES[kind] : CAUSES[cause]
}

function accessName(access: Access | undefined): string {
  return access === WRITE ? 'writing' : access === EXECUTE ? 'fetching an instruction at' : 'reading'
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
