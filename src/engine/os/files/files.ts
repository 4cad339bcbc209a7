import type { Console } from '../console.ts'
import type { ErrorName } from '../error-number.ts'
import type { Input } from '../input.ts'
import { statusOf } from './file-status.ts'
import { APPEND, MOST_DESCRIPTORS, NON_BLOCKING } from './open-file.ts'
import type { Descriptors, FileOnDisk, FileState, OpenFile } from './open-file.ts'

/** Nothing can be read or written yet. */
export const WAIT = 'wait'

/** How `open` is asked to open. */
const [WRITE_ONLY, READ_WRITE, CREATE, EXCLUSIVE, TRUNCATE, DIRECTORY] = [
  1, 2, 0o100, 0o200, 0o1000, 0o200000,
]
const PIPE_BYTE_COUNT = 1 << 16
/** So much is written into a pipe at once, or not yet (PIPE_BUF). */
const WHOLE_IN_PIPE = 4096
/** Files are kept in memory: no larger than this, and not more of them. */
const MOST_FILE_BYTES = 1 << 20
const MOST_FILES = 64

const DEVICES: Readonly<Record<string, OpenFile>> = {
  '/dev/null': { kind: 'null', access: READ_WRITE },
  '/dev/zero': { kind: 'zero', access: READ_WRITE },
  '/dev/urandom': { kind: 'random', access: READ_WRITE },
  '/dev/random': { kind: 'random', access: READ_WRITE },
  '/dev/stdin': { kind: 'input' },
  '/dev/stdout': { kind: 'output', stream: 1 },
  '/dev/stderr': { kind: 'output', stream: 2 },
  '/dev/tty': { kind: 'input' },
}

/** What files need of the system around them. */
export interface FileSystem {
  readonly input: Input
  readonly console: Console
  get(): FileState
  set(state: FileState): void
  /** The descriptors of every process: a pipe ends when no descriptor of its other end is left. */
  everyDescriptors(): readonly Descriptors[]
  random(byteCount: number): Uint8Array
  /** The bytes of a file below /proc, or of the program's own. */
  special(path: string): Uint8Array | undefined
}

/** Files as programs see them: a few devices, pipes, what is below /proc, and what the program itself has written. */
export class Files {
  readonly #system: FileSystem

  constructor(system: FileSystem) {
    this.#system = system
  }

  /** What a descriptor leads to. */
  find(descriptors: Descriptors, fd: number): OpenFile | undefined {
    const number = descriptors[fd]
    return number === undefined ? undefined : this.#system.get().open.get(number)
  }

  /** At most so many bytes; none at the end. */
  read(descriptors: Descriptors, fd: number, byteCount: number): Uint8Array | ErrorName | typeof WAIT {
    const file = this.find(descriptors, fd)
    if (file === undefined || !isFor(file, 'read')) return 'EBADF'
    return orAgain(file, this.#readFrom(descriptors[fd]!, file, byteCount))
  }

  #readFrom(number: number, file: OpenFile, byteCount: number): Uint8Array | typeof WAIT {
    switch (file.kind) {
      case 'input':
        return byteCount === 0 ? new Uint8Array(0) : (this.#system.input.take(byteCount) ?? WAIT)
      case 'null':
      case 'output':
        return new Uint8Array(0)
      case 'zero':
        return new Uint8Array(byteCount)
      case 'random':
        return this.#system.random(byteCount)
      case 'pipe':
        return this.#readPipe(file.pipe, byteCount)
      case 'text':
      case 'file':
        return this.#readFile(number, file, byteCount)
    }
  }

  #readPipe(pipe: number, byteCount: number): Uint8Array | typeof WAIT {
    const state = this.#system.get()
    const all = state.pipes.get(pipe)!
    if (all.length === 0 && byteCount > 0) return this.#hasEnd(pipe, 'write') ? WAIT : new Uint8Array(0)
    this.#system.set({ ...state, pipes: withEntry(state.pipes, pipe, all.slice(byteCount)) })
    return all.slice(0, byteCount)
  }

  #readFile(
    number: number,
    file: FileOnDisk | Extract<OpenFile, { kind: 'text' }>,
    byteCount: number,
  ): Uint8Array {
    const bytes = this.#bytesOf(file).slice(file.position, file.position + byteCount)
    this.#replace(number, { ...file, position: file.position + bytes.length })
    return bytes
  }

  #bytesOf(file: OpenFile): Uint8Array {
    if (file.kind === 'text') return file.bytes
    if (file.kind === 'file') return this.#system.get().contents.get(file.path) ?? new Uint8Array(0)
    return new Uint8Array(0)
  }

  #replace(number: number, file: OpenFile): void {
    const state = this.#system.get()
    this.#system.set({ ...state, open: withEntry(state.open, number, file) })
  }

  /** How many bytes were taken. `EPIPE` comes with a signal. */
  write(descriptors: Descriptors, fd: number, bytes: Uint8Array): number | ErrorName | typeof WAIT {
    const file = this.find(descriptors, fd)
    // A terminal is open for both.
    const isOpen = file?.kind === 'input' ? this.hasTerminal : file !== undefined && isFor(file, 'write')
    if (file === undefined || !isOpen) return 'EBADF'
    return orAgain(file, this.#writeTo(descriptors[fd]!, file, bytes))
  }

  #writeTo(number: number, file: OpenFile, bytes: Uint8Array): number | ErrorName | typeof WAIT {
    switch (file.kind) {
      case 'output':
      case 'input':
        this.#system.console.write(bytes, file.kind === 'output' ? file.stream : 1)
        return bytes.length
      case 'pipe':
        return this.#writePipe(file.pipe, bytes)
      case 'file':
        return this.#writeFile(number, file, bytes)
      default:
        return bytes.length
    }
  }

  #writePipe(pipe: number, bytes: Uint8Array): number | ErrorName | typeof WAIT {
    if (bytes.length === 0) return 0
    if (!this.#hasEnd(pipe, 'read')) return 'EPIPE'
    const state = this.#system.get()
    const before = state.pipes.get(pipe)!
    const room = PIPE_BYTE_COUNT - before.length
    if (room < Math.min(bytes.length, WHOLE_IN_PIPE)) return WAIT
    const after = new Uint8Array(before.length + Math.min(bytes.length, room))
    after.set(before)
    after.set(bytes.subarray(0, room), before.length)
    this.#system.set({ ...state, pipes: withEntry(state.pipes, pipe, after) })
    return after.length - before.length
  }

  #writeFile(number: number, file: FileOnDisk, bytes: Uint8Array): number | ErrorName {
    const state = this.#system.get()
    const before = state.contents.get(file.path) ?? new Uint8Array(0)
    const at = file.append ? before.length : file.position
    const end = at + bytes.length
    if (end > MOST_FILE_BYTES) return 'EFBIG'
    const after = new Uint8Array(Math.max(before.length, end))
    after.set(before)
    after.set(bytes, at)
    this.#system.set({
      ...state,
      contents: withEntry(state.contents, file.path, after),
      open: withEntry(state.open, number, { ...file, position: end }),
    })
    return bytes.length
  }

  /** Whether any process still has that end of a pipe. */
  #hasEnd(pipe: number, end: 'read' | 'write'): boolean {
    const { open } = this.#system.get()
    return this.#system.everyDescriptors().some((descriptors) =>
      descriptors.some((number) => {
        const file = number === undefined ? undefined : open.get(number)
        return file?.kind === 'pipe' && file.pipe === pipe && file.end === end
      }),
    )
  }

  /** Opens a path: the descriptors with one more, and which it is. */
  open(descriptors: Descriptors, path: string, flags: number): Opened | ErrorName {
    const file = this.#named(path, flags)
    if (typeof file === 'string') return file
    return this.#add(descriptors, (flags & NON_BLOCKING) === 0 ? file : { ...file, isNonBlocking: true })
  }

  #named(path: string, flags: number): OpenFile | ErrorName {
    if (path === '') return 'ENOENT'
    const device = Object.hasOwn(DEVICES, path) ? DEVICES[path] : undefined
    const mode = flags & 3
    if (device !== undefined) return 'access' in device ? { ...device, access: mode } : device
    const special = this.#system.special(path)
    if (special !== undefined) return mode === 0 ? { kind: 'text', bytes: special, position: 0 } : 'EACCES'
    return path.endsWith('/') || (flags & DIRECTORY) !== 0 ? 'ENOENT' : this.#onDisk(path, flags)
  }

  #onDisk(path: string, flags: number): OpenFile | ErrorName {
    const state = this.#system.get()
    const exists = state.contents.has(path)
    if (!exists && (flags & CREATE) === 0) return 'ENOENT'
    if (exists && (flags & CREATE) !== 0 && (flags & EXCLUSIVE) !== 0) return 'EEXIST'
    const write = (flags & (WRITE_ONLY | READ_WRITE)) !== 0
    if (!exists && state.contents.size >= MOST_FILES) return 'EMFILE'
    if (!exists || (write && (flags & TRUNCATE) !== 0))
      this.#system.set({ ...state, contents: withEntry(state.contents, path, new Uint8Array(0)) })
    return {
      kind: 'file',
      path,
      position: 0,
      read: (flags & WRITE_ONLY) === 0,
      write,
      append: (flags & APPEND) !== 0,
    }
  }

  #add(descriptors: Descriptors, file: OpenFile, from = 0): Opened | ErrorName {
    const { open } = this.#system.get()
    const number = Math.max(-1, ...open.keys()) + 1
    const opened = withDescriptor(descriptors, number, from)
    if (typeof opened !== 'string') this.#replace(number, file)
    return opened
  }

  /** F_SETFL: of a file's modes these can be changed. */
  setMode(descriptors: Descriptors, fd: number, flags: number): void {
    const number = descriptors[fd]!
    const file = this.find(descriptors, fd)!
    const changed = { ...file, isNonBlocking: (flags & NON_BLOCKING) !== 0 }
    this.#replace(number, changed.kind === 'file' ? { ...changed, append: (flags & APPEND) !== 0 } : changed)
  }

  /** Makes a pipe: the descriptors of the end to read from and of the end to write to. */
  pipe(
    descriptors: Descriptors,
    flags: number,
  ): { descriptors: Descriptors; read: number; write: number } | ErrorName {
    const state = this.#system.get()
    const pipe = Math.max(-1, ...state.pipes.keys()) + 1
    const both = { kind: 'pipe', pipe, isNonBlocking: (flags & NON_BLOCKING) !== 0 } as const
    const reading = this.#add(descriptors, { ...both, end: 'read' })
    if (typeof reading === 'string') return reading
    const writing = this.#add(reading.descriptors, { ...both, end: 'write' })
    if (typeof writing === 'string') return writing
    const now = this.#system.get()
    this.#system.set({ ...now, pipes: withEntry(now.pipes, pipe, new Uint8Array(0)) })
    return { descriptors: writing.descriptors, read: reading.fd, write: writing.fd }
  }

  /** Moves the position of a file: from its beginning (0), from where it is (1), from its end (2). */
  seek(descriptors: Descriptors, fd: number, offset: bigint, whence: number): bigint | ErrorName {
    const file = this.find(descriptors, fd)
    if (file === undefined) return 'EBADF'
    if (file.kind === 'null' || file.kind === 'zero' || file.kind === 'random') return 0n
    if (file.kind !== 'text' && file.kind !== 'file') return 'ESPIPE'
    const bases = [0, file.position, this.#bytesOf(file).length]
    const base = bases[whence]
    if (base === undefined) return 'EINVAL'
    const position = BigInt(base) + offset
    if (position < 0n || position > BigInt(Number.MAX_SAFE_INTEGER)) return 'EINVAL'
    this.#replace(descriptors[fd]!, { ...file, position: Number(position) })
    return position
  }

  /** What a mapping of a file begins with: its bytes, or zeros of the device that has nothing else. */
  mappable(descriptors: Descriptors, fd: number, isWritten: boolean): Uint8Array | 'zeros' | ErrorName {
    const file = this.find(descriptors, fd)
    if (file === undefined) return 'EBADF'
    if (file.kind !== 'zero' && file.kind !== 'text' && file.kind !== 'file') return 'ENODEV'
    if (!isFor(file, 'read') || (isWritten && !isFor(file, 'write'))) return 'EACCES'
    if (file.kind === 'zero') return 'zeros'
    // What is written to a shared mapping would have to come back to the file.
    return isWritten ? 'ENODEV' : this.#bytesOf(file)
  }

  /** `struct stat` of what a descriptor leads to. */
  status(descriptors: Descriptors, fd: number): Uint8Array | ErrorName {
    const file = this.find(descriptors, fd)
    return file === undefined ? 'EBADF' : this.#statusOf(file, descriptors[fd]!)
  }

  /** `struct stat` of what a path leads to. */
  statusOfPath(path: string): Uint8Array | ErrorName {
    const { contents } = this.#system.get()
    const isOnDisk = path !== '' && contents.has(path)
    const file = isOnDisk ? this.#onDisk(path, 0) : this.#named(path, 0)
    return typeof file === 'string' ? file : this.#statusOf(file, contents.size)
  }

  #statusOf(file: OpenFile, inode: number): Uint8Array {
    return statusOf(file, inode, this.#bytesOf(file).length, this.#system.input.isTerminal)
  }

  /** Forgets a file; who has it open can read it no more. */
  remove(path: string): 0n | ErrorName {
    const state = this.#system.get()
    if (!state.contents.has(path)) return 'ENOENT'
    this.#system.set({
      ...state,
      contents: new Map([...state.contents].filter(([other]) => other !== path)),
    })
    return 0n
  }

  /** Gives up what no descriptor leads to any more. */
  forgetUnused(): void {
    const state = this.#system.get()
    const used = new Set(this.#system.everyDescriptors().flat())
    const open = new Map([...state.open].filter(([number]) => used.has(number)))
    const piped = new Set([...open.values()].map((file) => (file.kind === 'pipe' ? file.pipe : undefined)))
    const pipes = new Map([...state.pipes].filter(([pipe]) => piped.has(pipe)))
    if (open.size !== state.open.size) this.#system.set({ ...state, open, pipes })
  }

  /** Whether reading or writing would not wait, as `poll` asks. */
  isReady(descriptors: Descriptors, fd: number, way: 'read' | 'write'): boolean {
    const file = this.find(descriptors, fd)
    if (file?.kind === 'input' && way === 'read') return !this.#system.input.isAtEnd
    if (file?.kind !== 'pipe') return true
    const { length } = this.#system.get().pipes.get(file.pipe)!
    if (way === 'write') return length <= PIPE_BYTE_COUNT - WHOLE_IN_PIPE
    return length > 0
  }

  /** Whether the other end of a pipe is closed. */
  hasHungUp(descriptors: Descriptors, fd: number): boolean {
    const file = this.find(descriptors, fd)
    const { input } = this.#system
    if (file?.kind === 'input') return !input.isTerminal && input.isAtEnd
    return file?.kind === 'pipe' && file.end === 'read' && !this.#hasEnd(file.pipe, 'write')
  }

  /** Whether a reader sits at standard input and output. */
  get hasTerminal(): boolean {
    return this.#system.input.isTerminal
  }

  isTerminal(descriptors: Descriptors, fd: number): boolean {
    const kind = this.find(descriptors, fd)?.kind
    return this.hasTerminal && (kind === 'input' || kind === 'output')
  }
}

/** Whether a file was opened to be read, or to be written. */
function isFor(file: OpenFile, way: 'read' | 'write'): boolean {
  switch (file.kind) {
    case 'input':
    case 'text':
      return way === 'read'
    case 'output':
      return way === 'write'
    case 'pipe':
      return file.end === way
    case 'file':
      return file[way]
    default:
      return file.access !== (way === 'read' ? WRITE_ONLY : 0)
  }
}

/** Who would have to wait, and does not want to, is told so. */
function orAgain<Done>(file: OpenFile, done: Done | typeof WAIT): Done | typeof WAIT | 'EAGAIN' {
  return done === WAIT && file.isNonBlocking === true ? 'EAGAIN' : done
}

/** Descriptors after a file was opened, and the new one. */
export interface Opened {
  readonly descriptors: Descriptors
  readonly fd: number
}

/** The lowest free descriptor, not below `from`, leads to an open file. */
export function withDescriptor(descriptors: Descriptors, number: number, from = 0): Opened | ErrorName {
  let fd = from
  while (descriptors[fd] !== undefined) fd++
  return fd >= MOST_DESCRIPTORS ? 'EMFILE' : { descriptors: placed(descriptors, fd, number), fd }
}

/** The descriptors with that one leading there; undefined closes it. */
export function placed(descriptors: Descriptors, fd: number, number: number | undefined): Descriptors {
  const length = Math.max(descriptors.length, fd + 1)
  return Array.from({ length }, (_, at) => (at === fd ? number : descriptors[at]))
}

function withEntry<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  key: Key,
  value: Value,
): ReadonlyMap<Key, Value> {
  return new Map(map).set(key, value)
}
