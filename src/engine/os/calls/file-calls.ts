import { littleEndian } from '../../bits.ts'
import { PAGE_SIZE, virtualAddress } from '../../units.ts'
import { absolutePath } from '../linux-process.ts'
import { WAIT, placed, withDescriptor, type Files, type Opened } from '../files/files.ts'
import { signal } from '../signal.ts'
import { answered, int, readAll, readPath, USER_LIMIT, writeAll } from './caller.ts'
import type { Caller, Result, SystemCall } from './caller.ts'

/** The name of the call that even a machine without Linux answers. */
export const WRITE_CALL = 'write'

const MOST_BYTES_AT_ONCE = 0x7fff_f000n
const MOST_PIECES = 1024
/** O_WRONLY, O_CREAT and O_TRUNC: `creat` is `open` with these. */
const CREATE_FLAGS = 0o1101
const AT_EMPTY_PATH = 0x1000

/** What works on file descriptors and paths. */
export const FILE_CALLS: readonly SystemCall[] = [
  {
    number: 0,
    number32: 3,
    name: 'read',
    takes: ['fd', 'buffer', 'count'],
    summary: 'Reads bytes: from standard input (0), or what else was opened.',
    execute: (caller, [fd, buffer, count]) => read(caller, int(fd), buffer!, count!),
  },
  {
    number: 1,
    number32: 4,
    name: WRITE_CALL,
    takes: ['fd', 'buffer', 'count'],
    summary: 'Writes bytes: to standard output (1), standard error (2), or what else was opened.',
    execute: (caller, [fd, buffer, count]) => write(writerOf(caller, int(fd)), buffer!, count!),
  },
  {
    number: 2,
    number32: 5,
    name: 'open',
    takes: ['path', 'flags', 'mode'],
    summary: 'Opens a file, and returns a descriptor for it.',
    execute: (caller, [path, flags]) => open(caller, path!, int(flags)),
  },
  {
    number: 257,
    name: 'openat',
    takes: ['folder', 'path', 'flags', 'mode'],
    summary: 'Opens a file, and returns a descriptor for it.',
    execute: (caller, [, path, flags]) => open(caller, path!, int(flags)),
  },
  {
    number: 85,
    number32: 8,
    name: 'creat',
    takes: ['path', 'mode'],
    summary: 'Makes an empty file, and opens it.',
    execute: (caller, [path]) => open(caller, path!, CREATE_FLAGS),
  },
  {
    number: 3,
    number32: 6,
    name: 'close',
    takes: ['fd'],
    summary: 'Gives a descriptor back.',
    execute: (caller, [fd]) => close(caller, int(fd)),
  },
  {
    number: 87,
    number32: 10,
    name: 'unlink',
    takes: ['path'],
    summary: 'Removes a file.',
    execute: (caller, [path]) => withPath(caller, path!, (name) => caller.files.remove(name)),
  },
  {
    number: 8,
    number32: 19,
    name: 'lseek',
    takes: ['fd', 'offset', 'whence'],
    summary: 'Moves the place in a file that is read or written next.',
    execute: ({ files, process }, [fd, offset, whence]) =>
      files.seek(process.descriptors, int(fd), BigInt.asIntN(64, offset!), int(whence)),
  },
  {
    number: 19,
    name: 'readv',
    takes: ['fd', 'pieces', 'count'],
    summary: 'Reads into several places, one after the other.',
    execute: (caller, [fd, pieces, count]) =>
      forPieces(caller, pieces!, int(count), (at, length) => read(caller, int(fd), at, length)),
  },
  {
    number: 20,
    name: 'writev',
    takes: ['fd', 'pieces', 'count'],
    summary: 'Writes from several places, one after the other.',
    execute: (caller, [fd, pieces, count]) =>
      forPieces(caller, pieces!, int(count), (at, length) => write(writerOf(caller, int(fd)), at, length)),
  },
  {
    number: 22,
    number32: 42,
    name: 'pipe',
    takes: ['descriptors'],
    summary: 'Makes a pipe: what is written to its one end is read from the other.',
    execute: (caller, [descriptors]) => pipe(caller, descriptors!),
  },
  {
    number: 293,
    name: 'pipe2',
    takes: ['descriptors', 'flags'],
    summary: 'Makes a pipe: what is written to its one end is read from the other.',
    execute: (caller, [descriptors]) => pipe(caller, descriptors!),
  },
  {
    number: 32,
    number32: 41,
    name: 'dup',
    takes: ['fd'],
    summary: 'Makes another descriptor that leads to the same.',
    execute: (caller, [fd]) => duplicate(caller, int(fd), 0),
  },
  {
    number: 33,
    number32: 63,
    name: 'dup2',
    takes: ['fd', 'new fd'],
    summary: 'Makes a descriptor lead to the same as another one.',
    execute: (caller, [fd, target]) => redirect(caller, int(fd), int(target)),
  },
  {
    number: 292,
    name: 'dup3',
    takes: ['fd', 'new fd', 'flags'],
    summary: 'Makes a descriptor lead to the same as another one.',
    execute: (caller, [fd, target]) =>
      int(fd) === int(target) ? 'EINVAL' : redirect(caller, int(fd), int(target)),
  },
  {
    number: 72,
    number32: 55,
    name: 'fcntl',
    takes: ['fd', 'command', 'argument'],
    summary: 'Asks and tells various things of a descriptor.',
    execute: control,
  },
  {
    number: 5,
    name: 'fstat',
    takes: ['fd', 'status'],
    summary: 'Tells what a descriptor leads to.',
    execute: (caller, [fd, status]) => tellStatus(caller, statusOfDescriptor(caller, int(fd)), status!),
  },
  {
    number: 4,
    name: 'stat',
    takes: ['path', 'status'],
    summary: 'Tells what a path leads to.',
    execute: (caller, [path, status]) => tellPathStatus(caller, path!, status!),
  },
  {
    number: 6,
    name: 'lstat',
    takes: ['path', 'status'],
    summary: 'Tells what a path leads to.',
    execute: (caller, [path, status]) => tellPathStatus(caller, path!, status!),
  },
  {
    number: 262,
    name: 'newfstatat',
    takes: ['folder', 'path', 'status', 'flags'],
    summary: 'Tells what a path leads to, or a descriptor.',
    execute: (caller, [fd, path, status, flags]) => {
      const named = readPath(caller, path!)
      if (typeof named === 'string') return named
      if (named.path !== '') return tellPathStatus(caller, path!, status!)
      if ((int(flags) & AT_EMPTY_PATH) === 0) return 'ENOENT'
      return tellStatus(caller, statusOfDescriptor(caller, int(fd)), status!)
    },
  },
  {
    number: 21,
    number32: 33,
    name: 'access',
    takes: ['path', 'mode'],
    summary: 'Tells whether a file is there.',
    execute: (caller, [path]) => exists(caller, path!),
  },
  {
    number: 269,
    name: 'faccessat',
    takes: ['folder', 'path', 'mode'],
    summary: 'Tells whether a file is there.',
    execute: (caller, [, path]) => exists(caller, path!),
  },
  {
    number: 89,
    number32: 85,
    name: 'readlink',
    takes: ['path', 'buffer', 'length'],
    summary: 'Tells where a symbolic link leads, as /proc/self/exe to the program’s file.',
    execute: (caller, [path, buffer, length]) => readLink(caller, path!, buffer!, int(length)),
  },
  {
    number: 267,
    name: 'readlinkat',
    takes: ['folder', 'path', 'buffer', 'length'],
    summary: 'Tells where a symbolic link leads, as /proc/self/exe to the program’s file.',
    execute: (caller, [, path, buffer, length]) => readLink(caller, path!, buffer!, int(length)),
  },
  {
    number: 79,
    number32: 183,
    name: 'getcwd',
    takes: ['buffer', 'length'],
    summary: 'Tells the folder that the process is in: the root.',
    execute: (caller, [buffer, length]) => {
      if (length! < 2n) return 'ERANGE'
      return writeAll(caller, buffer!, Uint8Array.of(0x2f, 0)) ? 2n : 'EFAULT'
    },
  },
  {
    number: 16,
    number32: 54,
    name: 'ioctl',
    takes: ['fd', 'request', 'argument'],
    summary: 'Asks devices what only they know: a terminal how large it is.',
    execute: askDevice,
  },
  {
    number: 7,
    name: 'poll',
    takes: ['descriptors', 'count', 'timeout'],
    summary: 'Waits until something can be read or written.',
    execute: poll,
  },
  {
    number: 318,
    number32: 355,
    name: 'getrandom',
    takes: ['buffer', 'count', 'flags'],
    summary: 'Random bytes; the same ones each time, so that a run can be repeated.',
    execute: (caller, [buffer, count, flags]) => {
      if ((int(flags) & ~7) !== 0) return 'EINVAL'
      const byteCount = Number(count! < MOST_RANDOM ? count! : MOST_RANDOM)
      return writeAll(caller, buffer!, caller.random(byteCount)) ? BigInt(byteCount) : 'EFAULT'
    },
  },
]

const MOST_RANDOM = 1n << 20n

/** What writing needs; a machine without Linux has that much. */
interface Writer {
  readBytes: Caller['readBytes']
  /** Says undefined where the bytes have to wait. */
  write(bytes: Uint8Array): number | Exclude<Result, bigint>
}

function writerOf(caller: Caller, fd: number): Writer {
  return {
    readBytes: (address, byteCount) => caller.readBytes(address, byteCount),
    write: (bytes) => {
      const written = caller.files.write(caller.process.descriptors, fd, bytes)
      if (written === 'EPIPE') caller.send(caller.process.pid, BROKEN_PIPE)
      if (typeof written === 'number' && written > 0) caller.wake('pipe')
      if (written !== WAIT) return written
      caller.callAgain({ for: 'pipe' })
      return undefined
    },
  }
}

const BROKEN_PIPE = signal('SIGPIPE', 'SI_USER', 'nobody reads any more what it wrote into a pipe')

/** A pipe takes a page at a time, and a page that cannot be read whole not at all. */
export function write(writer: Writer, buffer: bigint, count: bigint): Result {
  const isOpen = writer.write(new Uint8Array(0))
  if (typeof isOpen !== 'number') return isOpen
  if (buffer + count > USER_LIMIT) return 'EFAULT'
  const wanted = Number(count < MOST_BYTES_AT_ONCE ? count : MOST_BYTES_AT_ONCE)
  let done = 0
  while (done < wanted) {
    const portion = Math.min(PAGE_SIZE, wanted - done)
    const bytes = writer.readBytes(virtualAddress(buffer + BigInt(done)), portion)
    if (bytes.length < portion) return done === 0 ? 'EFAULT' : BigInt(done)
    const written = writer.write(bytes)
    if (typeof written !== 'number') return written
    done += written
    if (written < portion) return BigInt(done)
  }
  return BigInt(done)
}

function read(caller: Caller, fd: number, buffer: bigint, count: bigint): Result {
  const file = caller.files.find(caller.process.descriptors, fd)
  if (file === undefined) return 'EBADF'
  if (buffer + count > USER_LIMIT) return 'EFAULT'
  // What is read is lost if it cannot be put there, so that is looked at first.
  const wanted = Number(count < MOST_READ ? count : MOST_READ)
  const room = writableCount(caller, buffer, wanted)
  if (room === 0 && wanted > 0) return hasSomething(caller, fd) ? 'EFAULT' : 0n
  const bytes = caller.files.read(caller.process.descriptors, fd, room)
  if (bytes === WAIT) {
    caller.callAgain({ for: file.kind === 'input' ? 'input' : 'pipe' })
    return undefined
  }
  if (typeof bytes === 'string') return bytes
  if (file.kind === 'pipe' && bytes.length > 0) caller.wake('pipe')
  return writeAll(caller, buffer, bytes) ? BigInt(bytes.length) : 'EFAULT'
}

/** So much is read at once, at most. */
const MOST_READ = 1n << 20n

/** How many bytes from an address on the process may write. */
function writableCount(caller: Caller, address: bigint, byteCount: number): number {
  for (let done = 0; done < byteCount;) {
    const at = virtualAddress(address + BigInt(done))
    const found = caller.readBytes(at, 1)
    if (found.length === 0 || !caller.writeBytes(at, found)) return done
    done += PAGE_SIZE - Number(at % BigInt(PAGE_SIZE))
  }
  return byteCount
}

/** Nothing to read is no error, wherever it would have to be put. */
function hasSomething({ files, process }: Caller, fd: number): boolean {
  const file = files.find(process.descriptors, fd)
  return file?.kind !== 'null'
}

function withPath(caller: Caller, address: bigint, act: (path: string) => Result): Result {
  const named = readPath(caller, address)
  return typeof named === 'string' ? named : act(named.path)
}

function open(caller: Caller, address: bigint, flags: number): Result {
  return withPath(caller, address, (path) =>
    opened(caller, caller.files.open(caller.process.descriptors, path, flags)),
  )
}

function opened(caller: Caller, result: ReturnType<Files['open']>): Result {
  if (typeof result === 'string') return result
  caller.update({ descriptors: result.descriptors })
  return BigInt(result.fd)
}

function close(caller: Caller, fd: number): Result {
  const { descriptors } = caller.process
  if (descriptors[fd] === undefined) return 'EBADF'
  caller.update({ descriptors: placed(descriptors, fd, undefined) })
  caller.files.forgetUnused()
  caller.wake('pipe')
  return 0n
}

function pipe(caller: Caller, address: bigint): Result {
  const made = caller.files.pipe(caller.process.descriptors)
  if (typeof made === 'string') return made
  const ends = Uint8Array.of(...littleEndian(BigInt(made.read), 4), ...littleEndian(BigInt(made.write), 4))
  if (!writeAll(caller, address, ends)) return 'EFAULT'
  caller.update({ descriptors: made.descriptors })
  return 0n
}

function duplicate(caller: Caller, fd: number, from: number): Result {
  const { descriptors } = caller.process
  const number = descriptors[fd]
  if (number === undefined) return 'EBADF'
  const found: Opened | string = withDescriptor(descriptors, number, from)
  return opened(caller, found as ReturnType<Files['open']>)
}

function redirect(caller: Caller, fd: number, target: number): Result {
  const { descriptors } = caller.process
  const number = descriptors[fd]
  if (number === undefined || target < 0 || target >= MOST_PIECES) return 'EBADF'
  caller.update({ descriptors: placed(descriptors, target, number) })
  caller.files.forgetUnused()
  caller.wake('pipe')
  return BigInt(target)
}

const [DUPLICATE, GET_FLAGS, SET_FLAGS, GET_STATUS, SET_STATUS, DUPLICATE_CLOSING] = [0, 1, 2, 3, 4, 1030]

function control(caller: Caller, [fd, command, argument]: readonly bigint[]): Result {
  const file = caller.files.find(caller.process.descriptors, int(fd))
  if (file === undefined) return 'EBADF'
  switch (int(command)) {
    case DUPLICATE:
    case DUPLICATE_CLOSING:
      return int(argument) < 0 ? 'EINVAL' : duplicate(caller, int(fd), int(argument))
    case GET_FLAGS:
    case SET_FLAGS:
    case SET_STATUS:
      return 0n
    case GET_STATUS:
      return file.kind === 'output' || (file.kind === 'pipe' && file.end === 'write') ? 1n : 0n
    default:
      return 'EINVAL'
  }
}

function statusOfDescriptor({ files, process }: Caller, fd: number): Uint8Array | Result {
  return files.status(process.descriptors, fd) as Uint8Array | Result
}

function tellStatus(caller: Caller, status: Uint8Array | Result, address: bigint): Result {
  return status instanceof Uint8Array ? answered(writeAll(caller, address, status)) : status
}

function tellPathStatus(caller: Caller, path: bigint, address: bigint): Result {
  return withPath(caller, path, (name) =>
    tellStatus(caller, caller.files.statusOfPath(name) as Uint8Array | Result, address),
  )
}

function exists(caller: Caller, path: bigint): Result {
  return withPath(caller, path, (name) => {
    const status = caller.files.statusOfPath(name)
    return typeof status === 'string' ? status : 0n
  })
}

function readLink(caller: Caller, path: bigint, buffer: bigint, length: number): Result {
  if (length <= 0) return 'EINVAL'
  return withPath(caller, path, (name) => {
    if (name !== '/proc/self/exe')
      return typeof caller.files.statusOfPath(name) === 'string' ? 'ENOENT' : 'EINVAL'
    const path = absolutePath(caller.process.executable)
    const bytes = Uint8Array.from(path, (character) => character.charCodeAt(0)).subarray(0, length)
    return writeAll(caller, buffer, bytes) ? BigInt(bytes.length) : 'EFAULT'
  })
}

const [TERMINAL_GET, WINDOW_SIZE] = [0x5401, 0x5413]
/** `struct termios` of a terminal that edits lines and shows what is typed. */
const TERMINAL = [0x500, 0x5, 0xbf, 0x8a3b].flatMap((flags) => [...littleEndian(BigInt(flags), 4)])
const TERMINAL_BYTE_COUNT = 36
/** 24 rows and 80 columns. */
const WINDOW = Uint8Array.of(24, 0, 80, 0, 0, 0, 0, 0)

function askDevice(caller: Caller, [fd, request, argument]: readonly bigint[]): Result {
  const { descriptors } = caller.process
  if (caller.files.find(descriptors, int(fd)) === undefined) return 'EBADF'
  const answers = new Map([
    [
      TERMINAL_GET,
      Uint8Array.of(...TERMINAL, ...new Array<number>(TERMINAL_BYTE_COUNT - TERMINAL.length).fill(0)),
    ],
    [WINDOW_SIZE, WINDOW],
  ])
  const answer = answers.get(int(request))
  if (answer === undefined || !caller.files.isTerminal(descriptors, int(fd))) return 'ENOTTY'
  return answered(writeAll(caller, argument!, answer))
}

const [POLL_IN, POLL_OUT, POLL_HUNG_UP, POLL_NOT_OPEN] = [1, 4, 0x10, 0x20]
const POLL_BYTE_COUNT = 8
const NANOSECONDS_PER_MILLISECOND = 1_000_000n

/** `struct pollfd`: a descriptor, and two bytes each of what is asked and what is so. */
function poll(caller: Caller, [address, count, timeout]: readonly bigint[]): Result {
  if (count! > BigInt(MOST_PIECES)) return 'EINVAL'
  const byteCount = Number(count) * POLL_BYTE_COUNT
  const asked = readAll(caller, address!, byteCount)
  if (asked === undefined) return 'EFAULT'
  const bytes = new Uint8Array(byteCount)
  const answers = new DataView(bytes.buffer)
  let ready = 0
  for (let at = 0; at < byteCount; at += POLL_BYTE_COUNT) {
    const [fd, events] = [asked.getInt32(at, true), asked.getUint16(at + 4, true)]
    const so = pollOne(caller, fd, events)
    answers.setInt32(at, fd, true)
    answers.setUint16(at + 4, events, true)
    answers.setUint16(at + 6, so, true)
    if (so !== 0) ready++
  }
  const { sleepsUntil } = caller.process
  const isOver = sleepsUntil !== undefined && caller.uptime >= sleepsUntil
  if (ready === 0 && int(timeout) !== 0 && !isOver) return pollAgain(caller, int(timeout))
  caller.update({ sleepsUntil: undefined })
  return writeAll(caller, address!, bytes) ? BigInt(ready) : 'EFAULT'
}

function pollOne({ files, process: { descriptors } }: Caller, fd: number, events: number): number {
  if (fd < 0) return 0
  if (files.find(descriptors, fd) === undefined) return POLL_NOT_OPEN
  const isReady = (bit: number, way: 'read' | 'write') =>
    (events & bit) !== 0 && files.isReady(descriptors, fd, way) ? bit : 0
  const hungUp = files.hasHungUp(descriptors, fd) ? POLL_HUNG_UP : 0
  return isReady(POLL_IN, 'read') | isReady(POLL_OUT, 'write') | hungUp
}

function pollAgain(caller: Caller, timeout: number): undefined {
  if (timeout < 0) caller.callAgain({ for: 'input' })
  else {
    const until = caller.process.sleepsUntil ?? caller.uptime + BigInt(timeout) * NANOSECONDS_PER_MILLISECOND
    caller.update({ sleepsUntil: until })
    caller.callAgain({ for: 'time', until })
  }
  return undefined
}

/** Does something for each of several pieces of memory, until one is not done whole. */
function forPieces(
  caller: Caller,
  address: bigint,
  count: number,
  act: (at: bigint, length: bigint) => Result,
): Result {
  if (count < 0 || count > MOST_PIECES) return 'EINVAL'
  const pieces = readAll(caller, address, 16 * count)
  if (pieces === undefined) return 'EFAULT'
  let done = 0n
  for (let piece = 0; piece < Math.max(count, 0); piece++) {
    const length = pieces.getBigUint64(16 * piece + 8, true)
    const result = act(pieces.getBigUint64(16 * piece, true), length)
    if (typeof result !== 'bigint') return done > 0n && result !== undefined ? done : result
    done += result
    if (result < length) break
  }
  return done
}
