import { littleEndian } from '../../bits.ts'
import { SEGMENT_BASES, type SegmentBase } from '../../isa/registers.ts'
import { STACK_LIMIT } from '../executable.ts'
import { MOST_DESCRIPTORS } from '../files/open-file.ts'
import type { ProcessEnd } from '../linux-process.ts'
import { answered, int, longs, readAll, tell, USER_LIMIT, writeAll } from './caller.ts'
import type { Caller, Result, SystemCall } from './caller.ts'

const EXIT_CALLS: ReadonlySet<string> = new Set(['exit', 'exit_group'])

/** A call that answers the same whatever it is given. */
function constant(number: number, name: string, summary: string, answer: (caller: Caller) => number) {
  return {
    number,
    name,
    takes: [],
    summary,
    execute: (caller: Caller) => BigInt(answer(caller)),
  } as const
}

/** What makes, ends and describes processes. */
export const PROCESS_CALLS: readonly SystemCall[] = [
  {
    number: 24,
    number32: 158,
    name: 'sched_yield',
    takes: [],
    summary: 'Lets the next process run.',
    execute: (caller) => {
      caller.yield()
      return 0n
    },
  },
  { ...constant(39, 'getpid', 'The number of the process.', ({ process }) => process.pid), number32: 20 },
  {
    ...constant(186, 'gettid', 'The number of the thread, of which each process has one.', ownPid),
    number32: 224,
  },
  {
    ...constant(110, 'getppid', 'The number of the process that made this one.', ({ parent }) => parent),
    number32: 64,
  },
  constant(111, 'getpgrp', 'The number of the process group.', ({ group }) => group),
  { ...constant(102, 'getuid', 'The number of the user: 0, as nobody else is here.', zero), number32: 199 },
  { ...constant(104, 'getgid', 'The number of the user’s group.', zero), number32: 200 },
  { ...constant(107, 'geteuid', 'The number of the user whose rights count.', zero), number32: 201 },
  { ...constant(108, 'getegid', 'The number of the group whose rights count.', zero), number32: 202 },
  {
    number: 56,
    name: 'clone',
    takes: ['flags', 'stack', 'parent tid', 'child tid', 'tls'],
    summary: 'Makes a process as fork does; threads there are none.',
    execute: clone,
  },
  {
    number: 57,
    number32: 2,
    name: 'fork',
    takes: [],
    summary: 'Makes a copy of the process, which shares its frames until one of them writes.',
    execute: fork,
  },
  {
    number: 58,
    number32: 190,
    name: 'vfork',
    takes: [],
    summary: 'Makes a copy of the process, and waits until that has ended.',
    execute: (caller) => {
      const child = fork(caller)
      if (typeof child === 'bigint') caller.pause({ for: 'child' })
      return child
    },
  },
  { number: 60, number32: 1, name: 'exit', takes: ['code'], summary: 'Ends the process.', execute: exit },
  {
    number: 61,
    number32: 114,
    name: 'wait4',
    takes: ['pid', 'status', 'options', 'usage'],
    summary: 'Waits until a child has ended, and returns its number.',
    execute: waitForChild,
  },
  {
    number32: 7,
    name: 'waitpid',
    takes: ['pid', 'status', 'options'],
    summary: 'Waits until a child has ended, and returns its number.',
    execute: (caller, [pid, status, options]) => waitForChild(caller, [pid!, status!, options!, 0n]),
  },
  {
    number: 63,
    number32: 122,
    name: 'uname',
    takes: ['buffer'],
    summary: 'Tells what the system is called.',
    execute: (caller, [buffer]) => answered(writeAll(caller, buffer!, systemNames())),
  },
  {
    number: 97,
    name: 'getrlimit',
    takes: ['resource', 'limit'],
    summary: 'Tells how much a process may have of something.',
    execute: (caller, [resource, limit]) => limits(caller, int(resource), limit!),
  },
  {
    number: 302,
    name: 'prlimit64',
    takes: ['pid', 'resource', 'new limit', 'old limit'],
    summary: 'Tells how much a process may have of something.',
    execute: (caller, [pid, resource, , old]) =>
      int(pid) !== 0 && int(pid) !== caller.process.pid ? 'ESRCH' : limits(caller, int(resource), old!),
  },
  {
    number: 158,
    name: 'arch_prctl',
    takes: ['code', 'address'],
    summary: 'Moves the base of FS or GS, or tells it.',
    execute: setSegmentBase,
  },
  {
    number: 202,
    name: 'futex',
    takes: ['address', 'operation', 'value', 'timeout', 'other address', 'other value'],
    summary: 'Waits until another thread says so, or says so to others: nobody else is here.',
    execute: futex,
  },
  {
    number: 204,
    name: 'sched_getaffinity',
    takes: ['pid', 'length', 'mask'],
    summary: 'Tells on which processors the process may run: there is one.',
    execute: (caller, [, length, mask]) => {
      if (length! < 8n || length! % 8n !== 0n) return 'EINVAL'
      return writeAll(caller, mask!, longs(1n)) ? 8n : 'EFAULT'
    },
  },
  constant(218, 'set_tid_address', 'Says where to clear the thread’s number at its end.', ownPid),
  {
    ...constant(273, 'set_robust_list', 'Says which locks are to be opened if the thread dies.', zero),
    takes: ['head', 'length'],
    execute: (_, [, length]) => (length === 24n ? 0n : 'EINVAL'),
  },
  {
    number: 334,
    name: 'rseq',
    takes: ['area', 'length', 'flags', 'signature'],
    summary: 'Says where to write the number of the processor: it is always 0.',
    execute: (caller, [area, length, flags]) => {
      if (int(flags) !== 0 || int(length) < 32 || area! % 32n !== 0n) return 'EINVAL'
      return answered(writeAll(caller, area!, new Uint8Array(8)))
    },
  },
  {
    number: 231,
    number32: 252,
    name: 'exit_group',
    takes: ['code'],
    summary: 'Ends the process with all its threads.',
    execute: exit,
  },
]

function ownPid({ process }: Caller): number {
  return process.pid
}

function zero(): number {
  return 0
}

/** Whether a call ends the process. */
export function isExit({ name }: SystemCall): boolean {
  return EXIT_CALLS.has(name)
}

/** The low byte of what is given: a parent sees no more of it. */
export function exitCode(given: bigint): number {
  return Number(given & 0xffn)
}

function exit(caller: Caller, [code]: readonly bigint[]): undefined {
  caller.end({ kind: 'exit', code: exitCode(code!) })
}

function fork(caller: Caller): Result {
  const child = caller.fork()
  return typeof child === 'number' ? BigInt(child) : child
}

const CLONE_VM = 0x100n
const CLONE_PARENT_SETTID = 0x10_0000n

/** As the C library forks. What shares memory would be a thread. */
function clone(caller: Caller, [flags, stack, parentTid]: readonly bigint[]): Result {
  if ((flags! & CLONE_VM) !== 0n || stack !== 0n) return 'ENOSYS'
  const child = fork(caller)
  if (typeof child === 'bigint' && (flags! & CLONE_PARENT_SETTID) !== 0n)
    tell(caller, parentTid!, littleEndian(child, 4))
  return child
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
  const wanted = int(pid)
  const given = int(options)
  if ((given & ~(WAIT_OPTIONS | WAIT_CLONE)) !== 0) return 'EINVAL'
  if (wanted === -0x8000_0000) return 'ESRCH'
  const isForClones = (given & WAIT_CLONE) !== 0 && (given & WAIT_ALL) === 0
  // All processes are of the group of the first one.
  const hasGroup = wanted >= -1 || wanted === -caller.group
  const child = isForClones || !hasGroup ? 'none' : caller.reapChild(wanted > 0 ? wanted : undefined)
  if (child === 'none') return 'ECHILD'
  if (child === 'running') {
    if ((given & WNOHANG) !== 0) return 0n
    caller.callAgain({ for: 'child' })
    return undefined
  }
  const isTold =
    tell(caller, status!, littleEndian(BigInt(waitStatus(child.end)), 4)) &&
    tell(caller, usage!, new Uint8Array(USAGE_BYTE_COUNT))
  return isTold ? BigInt(child.pid) : 'EFAULT'
}

/** As `wait` encodes it: an exit code in the second byte, or a signal's number in the first. */
function waitStatus(end: ProcessEnd): number {
  return end.kind === 'exit' ? end.code << 8 : end.signal.number
}

/** `struct new_utsname`: six texts of 65 bytes. */
function systemNames(): Uint8Array {
  const names = ['Linux', 'pagewalk', '6.1.0', '#1', 'x86_64', '(none)']
  const bytes = new Uint8Array(65 * names.length)
  names.forEach((name, index) =>
    bytes.set(
      [...name].map((character) => character.charCodeAt(0)),
      65 * index,
    ),
  )
  return bytes
}

const UNLIMITED = (1n << 64n) - 1n
const [STACK, OPEN_FILES, RESOURCE_COUNT] = [3, 7, 16]

function limits(caller: Caller, resource: number, address: bigint): Result {
  if (resource < 0 || resource >= RESOURCE_COUNT) return 'EINVAL'
  const soft =
    resource === STACK ? STACK_LIMIT : resource === OPEN_FILES ? BigInt(MOST_DESCRIPTORS) : UNLIMITED
  const hard = resource === OPEN_FILES ? BigInt(MOST_DESCRIPTORS) : UNLIMITED
  return answered(tell(caller, address, longs(soft, hard)))
}

const [SET_GS, SET_FS, GET_FS, GET_GS] = [0x1001, 0x1002, 0x1003, 0x1004]

function setSegmentBase(caller: Caller, [code, address]: readonly bigint[]): Result {
  const wanted = int(code)
  const [fs, gs] = SEGMENT_BASES as readonly [SegmentBase, SegmentBase]
  const name = wanted === SET_FS || wanted === GET_FS ? fs : gs
  if (wanted === GET_FS || wanted === GET_GS)
    return answered(writeAll(caller, address!, longs(caller.segmentBase(name))))
  if (wanted !== SET_FS && wanted !== SET_GS) return 'EINVAL'
  if (address! >= USER_LIMIT) return 'EPERM'
  caller.setSegmentBase(name, address!)
  return 0n
}

const [FUTEX_WAIT, FUTEX_WAKE, FUTEX_WAIT_BITSET, FUTEX_WAKE_BITSET] = [0, 1, 9, 10]
const FUTEX_COMMAND = 0x7f

function futex(caller: Caller, [address, operation, value, timeout]: readonly bigint[]): Result {
  const command = int(operation) & FUTEX_COMMAND
  if (command === FUTEX_WAKE || command === FUTEX_WAKE_BITSET) return 0n
  if (command !== FUTEX_WAIT && command !== FUTEX_WAIT_BITSET) return 'ENOSYS'
  const found = readAll(caller, address!, 4)
  if (found === undefined) return 'EFAULT'
  if (found.getInt32(0, true) !== int(value)) return 'EAGAIN'
  if (timeout !== 0n) return 'ETIMEDOUT'
  caller.callAgain({ for: 'signal' })
  return undefined
}
