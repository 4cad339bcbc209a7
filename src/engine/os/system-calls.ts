import { littleEndian } from '../bits.ts'
import { PAGE_SIZE, virtualAddress, type VirtualAddress } from '../units.ts'
import type { ProcessEnd } from './linux-process.ts'
import type { AddressSpaceCalls } from './address-space-calls.ts'
import { ERRORS, type ErrorName } from './error-number.ts'

/** What a system call works on: the process that made it. */
export interface Caller {
  readonly pid: number
  /** The number of its process group: the pid of the first process. */
  readonly group: number
  readonly addressSpace: AddressSpaceCalls
  /** The bytes of the process from an address up to the first that it may not read; at most that many. */
  readBytes(address: VirtualAddress, byteCount: number): Uint8Array
  /** False where the process may not write all of them; none is written then. */
  writeBytes(address: VirtualAddress, bytes: Uint8Array): boolean
  print(bytes: Uint8Array): void
  end(end: ProcessEnd): void
  fork(): number | ErrorName
  /** Lets the next process run; this one goes on where it is. */
  yield(): void
  /** Lets the next process run; this one makes the same call again when it is its turn. */
  callAgain(): void
  /**
   * A child that has ended, that one or any, which is forgotten thereby; `none` if there is no such child, `running` if
   * none has ended.
   */
  reapChild(pid: number | undefined): { readonly pid: number; readonly end: ProcessEnd } | 'none' | 'running'
}

/** What goes into RAX: a number, or the error. Undefined leaves the registers as they are. */
type Result = bigint | ErrorName | undefined

interface SystemCall {
  readonly number: number
  readonly name: string
  /** What it takes, in RDI, RSI, RDX, R10, R8 and R9. */
  readonly takes: readonly string[]
  readonly summary: string
  readonly execute: (caller: Caller, given: readonly bigint[]) => Result
}

/** Numbers of the calls that even a machine without Linux answers. */
export const WRITE_CALL = 1n
const EXIT_CALLS: ReadonlySet<bigint> = new Set([60n, 231n])

const MOST_BYTES_AT_ONCE = 0x7fff_f000n
const USER_LIMIT = 1n << 47n

/** The system calls that are answered. All others return ENOSYS. */
const SYSTEM_CALLS: readonly SystemCall[] = [
  {
    number: 1,
    name: 'write',
    takes: ['fd', 'buffer', 'count'],
    summary: 'Writes bytes to standard output (1) or standard error (2).',
    execute: (caller, [fd, buffer, count]) => write(caller, fd!, buffer!, count!),
  },
  {
    number: 9,
    name: 'mmap',
    takes: ['address', 'length', 'protection', 'flags', 'fd', 'offset'],
    summary: 'Reserves a range of addresses.',
    execute: ({ addressSpace }, given) => addressSpace.map(given),
  },
  {
    number: 10,
    name: 'mprotect',
    takes: ['address', 'length', 'protection'],
    summary: 'Changes what may be done with a range of addresses.',
    execute: ({ addressSpace }, [address, length, protection]) =>
      addressSpace.protect(address!, length!, protection!),
  },
  {
    number: 11,
    name: 'munmap',
    takes: ['address', 'length'],
    summary: 'Gives a range of addresses back.',
    execute: ({ addressSpace }, [address, length]) => addressSpace.unmap(address!, length!),
  },
  {
    number: 12,
    name: 'brk',
    takes: ['address'],
    summary: 'Moves the end of the heap, and returns where it is.',
    execute: ({ addressSpace }, [address]) => addressSpace.setBreak(address!),
  },
  {
    number: 24,
    name: 'sched_yield',
    takes: [],
    summary: 'Lets the next process run.',
    execute: (caller) => {
      caller.yield()
      return 0n
    },
  },
  {
    number: 39,
    name: 'getpid',
    takes: [],
    summary: 'The number of the process.',
    execute: ({ pid }) => BigInt(pid),
  },
  {
    number: 57,
    name: 'fork',
    takes: [],
    summary: 'Makes a copy of the process, which shares its frames until one of them writes.',
    execute: (caller) => {
      const child = caller.fork()
      return typeof child === 'number' ? BigInt(child) : child
    },
  },
  {
    number: 60,
    name: 'exit',
    takes: ['code'],
    summary: 'Ends the process.',
    execute: exit,
  },
  {
    number: 61,
    name: 'wait4',
    takes: ['pid', 'status', 'options', 'usage'],
    summary: 'Waits until a child has ended, and returns its number.',
    execute: waitForChild,
  },
  {
    number: 231,
    name: 'exit_group',
    takes: ['code'],
    summary: 'Ends the process with all its threads.',
    execute: exit,
  },
]

const BY_NUMBER = new Map(SYSTEM_CALLS.map((call) => [BigInt(call.number), call]))

/** A system call's name and what it takes; one that is not answered goes by its number. */
export function describeSystemCall(number: bigint): {
  readonly name: string
  readonly takes: readonly string[]
} {
  return BY_NUMBER.get(BigInt.asIntN(32, number)) ?? { name: `call ${number}`, takes: [] }
}

/** Answers a system call. What goes into RAX, or undefined where nothing does. */
export function answerSystemCall(
  caller: Caller,
  number: bigint,
  given: readonly bigint[],
): bigint | undefined {
  // The number is an int: only the lower half of RAX counts.
  const call = BY_NUMBER.get(BigInt.asIntN(32, number))
  const result = call === undefined ? 'ENOSYS' : call.execute(caller, given)
  return result === undefined ? undefined : resultWord(result)
}

/** What a result is in RAX: errors are negative there. */
export function resultWord(result: bigint | ErrorName): bigint {
  return typeof result === 'string' ? BigInt.asUintN(64, BigInt(-ERRORS[result])) : result
}

/** Whether a call of that number ends the process. */
export function isExit(number: bigint): boolean {
  return EXIT_CALLS.has(number)
}

/** The low byte of what is given: a parent sees no more of it. */
export function exitCode(given: bigint): number {
  return Number(given & 0xffn)
}

/** A pipe takes a page at a time, and a page that cannot be read whole not at all. */
export function write(
  caller: Pick<Caller, 'readBytes' | 'print'>,
  fd: bigint,
  buffer: bigint,
  count: bigint,
): bigint | ErrorName {
  const descriptor = BigInt.asIntN(32, fd)
  if (descriptor !== 1n && descriptor !== 2n) return 'EBADF'
  if (buffer + count > USER_LIMIT) return 'EFAULT'
  const wanted = Number(count < MOST_BYTES_AT_ONCE ? count : MOST_BYTES_AT_ONCE)
  let done = 0
  while (done < wanted) {
    const portion = Math.min(PAGE_SIZE, wanted - done)
    const bytes = caller.readBytes(virtualAddress(buffer + BigInt(done)), portion)
    if (bytes.length < portion) return done === 0 ? 'EFAULT' : BigInt(done)
    caller.print(bytes)
    done += portion
  }
  return BigInt(done)
}

function exit(caller: Caller, [code]: readonly bigint[]): undefined {
  caller.end({ kind: 'exit', code: exitCode(code!) })
}

const WNOHANG = 1
/** WUNTRACED and WCONTINUED ask for what does not happen here; __WNOTHREAD and __WALL make no difference. */
const WAIT_OPTIONS = WNOHANG | 2 | 8 | 0x2000_0000 | 0x4000_0000
/** Only children that were cloned without SIGCHLD, which none was; unless __WALL says all. */
const WAIT_CLONE = 0x8000_0000 | 0
const WAIT_ALL = 0x4000_0000
/** `struct rusage`. */
const USAGE_BYTE_COUNT = 144

function waitForChild(caller: Caller, [pid, status, options, usage]: readonly bigint[]): Result {
  const wanted = Number(BigInt.asIntN(32, pid!))
  const given = Number(BigInt.asIntN(32, options!))
  if ((given & ~(WAIT_OPTIONS | WAIT_CLONE)) !== 0) return 'EINVAL'
  if (wanted === -0x8000_0000) return 'ESRCH'
  const isForClones = (given & WAIT_CLONE) !== 0 && (given & WAIT_ALL) === 0
  // All processes are of the group of the first one.
  const hasGroup = wanted >= -1 || wanted === -caller.group
  const child = isForClones || !hasGroup ? 'none' : caller.reapChild(wanted > 0 ? wanted : undefined)
  if (child === 'none') return 'ECHILD'
  if (child === 'running') {
    if ((given & WNOHANG) !== 0) return 0n
    caller.callAgain()
    return undefined
  }
  const isTold =
    tell(caller, status!, littleEndian(BigInt(waitStatus(child.end)), 4)) &&
    tell(caller, usage!, new Uint8Array(USAGE_BYTE_COUNT))
  return isTold ? BigInt(child.pid) : 'EFAULT'
}

/** Writes an answer where the program wants it, unless that is nowhere. False where it cannot be. */
function tell(caller: Caller, address: bigint, bytes: Uint8Array): boolean {
  if (address === 0n) return true
  return address < USER_LIMIT && caller.writeBytes(virtualAddress(address), bytes)
}

/** As `wait` encodes it: an exit code in the second byte, or a signal's number in the first. */
function waitStatus(end: ProcessEnd): number {
  return end.kind === 'exit' ? end.code << 8 : end.signal.number
}
