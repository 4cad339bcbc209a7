import { littleEndian } from '../../bits.ts'
import { PAGE_SIZE, virtualAddress } from '../../units.ts'
import { absolutePath } from '../linux-process.ts'
import { WAIT, placed, withDescriptor, type Files, type Opened } from '../files/files.ts'
import { accessOf, MOST_DESCRIPTORS, NON_BLOCKING, type OpenFile } from '../files/open-file.ts'
import { signal } from '../signal.ts'
import type { ErrorName } from '../error-number.ts'
import { answered, int, readAll, readPath, USER_LIMIT, writeAll } from './caller.ts'
import type { Caller, Result, SystemCall } from './caller.ts'

/** The name of the call that even a machine without Linux answers. */
export const WRITE_CALL = 'write'

/** MAX_RW_COUNT: a call writes no more. */
const MOST_WRITTEN = 0x7fff_f000n
/** So much is read or written at once, at most: a call that writes more is made again for the rest. */
const MOST_AT_ONCE = 1 << 20
/** UIO_MAXIOV. */
const MOST_PIECES = 1024
/** O_CLOEXEC makes no difference where nothing can be executed in place of the process. */
const CLOSE_ON_EXECUTE = 0o2000000
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
    execute: (caller, [fd, buffer, count]) => read(caller, int(fd), [{ at: buffer!, byteCount: count! }]),
  },
  {
    number: 1,
    number32: 4,
    name: WRITE_CALL,
    takes: ['fd', 'buffer', 'count'],
    summary: 'Writes bytes: to standard output (1), standard error (2), or what else was opened.',
    execute: (caller, [fd, buffer, count]) => write(caller, int(fd), [{ at: buffer!, byteCount: count! }]),
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
    number: 17,
    name: 'pread64',
    takes: ['fd', 'buffer', 'count', 'offset'],
    summary: 'Reads bytes from a place in a file; where it is read next stays.',
    execute: (caller, [fd, buffer, count, offset]) =>
      elsewhere(caller, int(fd), offset!, () => read(caller, int(fd), [{ at: buffer!, byteCount: count! }])),
  },
  {
    number: 18,
    name: 'pwrite64',
    takes: ['fd', 'buffer', 'count', 'offset'],
    summary: 'Writes bytes at a place in a file; where it is written next stays.',
    execute: (caller, [fd, buffer, count, offset]) =>
      elsewhere(caller, int(fd), offset!, () => write(caller, int(fd), [{ at: buffer!, byteCount: count! }])),
  },
  {
    number: 19,
    name: 'readv',
    takes: ['fd', 'pieces', 'count'],
    summary: 'Reads into several places, one after the other.',
    execute: (caller, [fd, pieces, count]) =>
      withPieces(caller, pieces!, int(count), (all) => read(caller, int(fd), all)),
  },
  {
    number: 20,
    name: 'writev',
    takes: ['fd', 'pieces', 'count'],
    summary: 'Writes from several places, one after the other.',
    execute: (caller, [fd, pieces, count]) =>
      withPieces(caller, pieces!, int(count), (all) => write(caller, int(fd), all)),
  },
  {
    number: 22,
    number32: 42,
    name: 'pipe',
    takes: ['descriptors'],
    summary: 'Makes a pipe: what is written to its one end is read from the other.',
    execute: (caller, [descriptors]) => pipe(caller, descriptors!, 0),
  },
  {
    number: 293,
    name: 'pipe2',
    takes: ['descriptors', 'flags'],
    summary: 'Makes a pipe: what is written to its one end is read from the other.',
    execute: (caller, [descriptors, flags]) => pipe(caller, descriptors!, int(flags)),
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
    execute: (caller, [fd, target, flags]) =>
      int(fd) === int(target) || (int(flags) & ~CLOSE_ON_EXECUTE) !== 0
        ? 'EINVAL'
        : redirect(caller, int(fd), int(target)),
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

/** Some of the process's memory. */
interface Piece {
  readonly at: bigint
  readonly byteCount: bigint
}

/** What writing needs; a machine without Linux has that much. */
interface Writer {
  readBytes: Caller['readBytes']
  write(bytes: Uint8Array): number | ErrorName | typeof WAIT
}

function writerOf(caller: Caller, fd: number): Writer {
  return {
    readBytes: (address, byteCount) => caller.readBytes(address, byteCount),
    write: (bytes) => {
      const written = caller.files.write(caller.process.descriptors, fd, bytes)
      if (written === 'EPIPE') caller.send(caller.process.pid, BROKEN_PIPE)
      if (typeof written === 'number' && written > 0) caller.wake('pipe')
      return written
    },
  }
}

const BROKEN_PIPE = signal('SIGPIPE', 'SI_USER', 'nobody reads any more what it wrote into a pipe')

/**
 * Writes pieces, one behind the other, as one text. Linux writes all of it before it returns, and waits in between: the
 * call is made again, and goes on where it was.
 */
function write(caller: Caller, fd: number, pieces: readonly Piece[]): Result {
  const { done, end } = writePieces(writerOf(caller, fd), pieces, caller.process.written)
  const isUnfinished = end === WAIT || end === LATER
  caller.update({ written: isUnfinished ? done : 0 })
  if (!isUnfinished) return done === 0 && end !== undefined ? end : BigInt(done)
  caller.callAgain(end === WAIT ? { for: 'pipe' } : undefined)
  return undefined
}

/** There is more to write, and nothing to wait for. */
const LATER = 'later'

/**
 * Writes pieces but for the bytes that were written before. A pipe takes a page at a time, and a page that cannot be
 * read whole not at all.
 * @returns how many bytes are written now, and why there are no more
 */
export function writePieces(
  writer: Writer,
  pieces: readonly Piece[],
  before: number,
): { readonly done: number; readonly end: ErrorName | typeof WAIT | typeof LATER | undefined } {
  const isOpen = writer.write(new Uint8Array(0))
  if (typeof isOpen !== 'number') return { done: before, end: isOpen }
  if (pieces.some(({ at, byteCount }) => at + byteCount > USER_LIMIT)) return { done: before, end: 'EFAULT' }
  let done = before
  let start = 0n
  for (const { at, byteCount } of pieces) {
    const end = start + byteCount < MOST_WRITTEN ? start + byteCount : MOST_WRITTEN
    while (BigInt(done) < end) {
      if (done - before >= MOST_AT_ONCE) return { done, end: LATER }
      const portion = Math.min(PAGE_SIZE, Number(end) - done)
      const bytes = writer.readBytes(virtualAddress(at + BigInt(done) - start), portion)
      if (bytes.length < portion) return { done, end: 'EFAULT' }
      const written = writer.write(bytes)
      if (typeof written !== 'number') return { done, end: written }
      done += written
    }
    start = end
  }
  return { done, end: undefined }
}

/** Reads into pieces, one behind the other, what one reading gives. */
function read(caller: Caller, fd: number, pieces: readonly Piece[]): Result {
  const { files, process } = caller
  const file = files.find(process.descriptors, fd)
  if (file === undefined) return 'EBADF'
  if (pieces.some(({ at, byteCount }) => at + byteCount > USER_LIMIT)) return 'EFAULT'
  const wanted = pieces.some(({ byteCount }) => byteCount > 0n)
  // What is read is lost if it cannot be put there, so that is looked at first.
  const room = roomIn(caller, pieces)
  const byteCount = room.reduce((sum, piece) => sum + piece.byteCount, 0)
  if (byteCount === 0 && wanted) return file.kind === 'null' ? 0n : 'EFAULT'
  const bytes = files.read(process.descriptors, fd, byteCount)
  if (bytes === WAIT) return waitFor(caller, file)
  if (typeof bytes === 'string') return bytes
  if (file.kind === 'pipe' && bytes.length > 0) caller.wake('pipe')
  let done = 0
  for (const piece of room) {
    const part = bytes.subarray(done, done + piece.byteCount)
    if (!writeAll(caller, piece.at, part)) return done === 0 ? 'EFAULT' : BigInt(done)
    done += part.length
  }
  return BigInt(done)
}

function waitFor(caller: Caller, file: OpenFile): undefined {
  caller.callAgain({ for: file.kind === 'input' ? 'input' : 'pipe' })
  return undefined
}

/** The pieces up to the first byte that the process may not write. */
function roomIn(caller: Caller, pieces: readonly Piece[]): { at: bigint; byteCount: number }[] {
  const room: { at: bigint; byteCount: number }[] = []
  let rest = MOST_AT_ONCE
  for (const { at, byteCount } of pieces) {
    const asked = byteCount < BigInt(rest) ? Number(byteCount) : rest
    const writable = writableCount(caller, at, asked)
    room.push({ at, byteCount: writable })
    rest -= writable
    if (writable < asked) break
  }
  return room
}

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

/** O_DIRECT keeps writings apart, which no program here can tell. */
const PIPE_FLAGS = CLOSE_ON_EXECUTE | 0o40000 | NON_BLOCKING

function pipe(caller: Caller, address: bigint, flags: number): Result {
  if ((flags & ~PIPE_FLAGS) !== 0) return 'EINVAL'
  const made = caller.files.pipe(caller.process.descriptors, flags & NON_BLOCKING)
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
  if (number === undefined || target < 0 || target >= MOST_DESCRIPTORS) return 'EBADF'
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
      return 0n
    case GET_STATUS:
      return BigInt(accessOf(file, caller.files.hasTerminal))
    case SET_STATUS:
      caller.files.setMode(caller.process.descriptors, int(fd), int(argument))
      return 0n
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
  if (count! > BigInt(MOST_DESCRIPTORS)) return 'EINVAL'
  const byteCount = Number(count) * POLL_BYTE_COUNT
  const asked = readAll(caller, address!, byteCount)
  if (asked === undefined) return 'EFAULT'
  const bytes = new Uint8Array(byteCount)
  const answers = new DataView(bytes.buffer)
  let ready = 0
  let asksForInput = false
  for (let at = 0; at < byteCount; at += POLL_BYTE_COUNT) {
    const [fd, events] = [asked.getInt32(at, true), asked.getUint16(at + 4, true)]
    const so = pollOne(caller, fd, events)
    asksForInput ||= caller.files.find(caller.process.descriptors, fd)?.kind === 'input'
    answers.setInt32(at, fd, true)
    answers.setUint16(at + 4, events, true)
    answers.setUint16(at + 6, so, true)
    if (so !== 0) ready++
  }
  const { sleepsUntil } = caller.process
  const isOver = sleepsUntil !== undefined && caller.uptime >= sleepsUntil
  if (ready === 0 && int(timeout) !== 0 && !isOver) return pollAgain(caller, int(timeout), asksForInput)
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

/** Whatever else it waits for: what happens to a pipe may be an answer. */
function pollAgain(caller: Caller, timeout: number, asksForInput: boolean): undefined {
  if (timeout < 0) caller.callAgain({ for: asksForInput ? 'input' : 'pipe', orPipe: true })
  else {
    const until = caller.process.sleepsUntil ?? caller.uptime + BigInt(timeout) * NANOSECONDS_PER_MILLISECOND
    caller.update({ sleepsUntil: until })
    caller.callAgain({ for: 'time', until, orPipe: true })
  }
  return undefined
}

/** Does something at another place of a file, and goes back to where it was. */
function elsewhere({ files, process }: Caller, fd: number, offset: bigint, act: () => Result): Result {
  const { descriptors } = process
  if (BigInt.asIntN(64, offset) < 0n) return 'EINVAL'
  const before = files.seek(descriptors, fd, 0n, 1)
  if (typeof before === 'string') return before
  files.seek(descriptors, fd, offset, 0)
  const result = act()
  files.seek(descriptors, fd, before, 0)
  return result
}

/** `struct iovec`: an address and a length each. */
function withPieces(
  caller: Caller,
  address: bigint,
  count: number,
  act: (pieces: readonly Piece[]) => Result,
): Result {
  if (count < 0 || count > MOST_PIECES) return 'EINVAL'
  const given = readAll(caller, address, 16 * count)
  if (given === undefined) return 'EFAULT'
  const pieces = Array.from({ length: count }, (_, index) => ({
    at: given.getBigUint64(16 * index, true),
    byteCount: given.getBigUint64(16 * index + 8, true),
  }))
  return pieces.some(({ byteCount }) => byteCount >> 63n !== 0n) ? 'EINVAL' : act(pieces)
}
