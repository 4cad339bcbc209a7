import type { Console } from '../console.ts'
import type { ErrorName } from '../error-number.ts'
import type { Input } from '../input.ts'
import { statusOf } from './file-status.ts'
import type { Descriptors, FileOnDisk, FileState, OpenFile } from './open-file.ts'

/** Nothing can be read or written yet. */
export const WAIT = 'wait'

/** How `open` is asked to open. */
const [WRITE_ONLY, READ_WRITE, CREATE, EXCLUSIVE, TRUNCATE, APPEND, DIRECTORY] = [
  1, 2, 0o100, 0o200, 0o1000, 0o2000, 0o200000,
]
const MOST_DESCRIPTORS = 1024
const PIPE_BYTE_COUNT = 1 << 16
/** Files are kept in memory: no larger than this, and not more of them. */
const MOST_FILE_BYTES = 1 << 20
const MOST_FILES = 64

const DEVICES: Readonly<Record<string, OpenFile>> = {
  '/dev/null': { kind: 'null' },
  '/dev/zero': { kind: 'zero' },
  '/dev/urandom': { kind: 'random' },
  '/dev/random': { kind: 'random' },
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
  /** The descriptors of every process: a pipe ends when nobody has its other end. */
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
    switch (file?.kind) {
      case 'input':
        return byteCount === 0 ? new Uint8Array(0) : (this.#system.input.take(byteCount) ?? WAIT)
      case 'null':
        return new Uint8Array(0)
      case 'zero':
        return new Uint8Array(byteCount)
      case 'random':
        return this.#system.random(byteCount)
      case 'pipe':
        return file.end === 'read' ? this.#readPipe(file.pipe, byteCount) : 'EBADF'
      case 'text':
      case 'file':
        return this.#readFile(descriptors[fd]!, file, byteCount)
      default:
        return 'EBADF'
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
  ): Uint8Array | ErrorName {
    if (file.kind === 'file' && !file.read) return 'EBADF'
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
    switch (file?.kind) {
      case 'output':
        this.#system.console.write(bytes, file.stream)
        return bytes.length
      // A terminal is open for both.
      case 'input':
        if (!this.#system.input.isTerminal) return 'EBADF'
        this.#system.console.write(bytes)
        return bytes.length
      case 'null':
      case 'zero':
      case 'random':
        return bytes.length
      case 'pipe':
        return file.end === 'write' ? this.#writePipe(file.pipe, bytes) : 'EBADF'
      case 'file':
        return this.#writeFile(descriptors[fd]!, file, bytes)
      default:
        return 'EBADF'
    }
  }

  #writePipe(pipe: number, bytes: Uint8Array): number | ErrorName | typeof WAIT {
    if (bytes.length === 0) return 0
    if (!this.#hasEnd(pipe, 'read')) return 'EPIPE'
    const state = this.#system.get()
    const before = state.pipes.get(pipe)!
    const room = PIPE_BYTE_COUNT - before.length
    if (room === 0) return WAIT
    const taken = bytes.subarray(0, room)
    this.#system.set({ ...state, pipes: withEntry(state.pipes, pipe, Uint8Array.of(...before, ...taken)) })
    return taken.length
  }

  #writeFile(number: number, file: FileOnDisk, bytes: Uint8Array): number | ErrorName {
    if (!file.write) return 'EBADF'
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
    return typeof file === 'string' ? file : this.#add(descriptors, file)
  }

  #named(path: string, flags: number): OpenFile | ErrorName {
    if (path === '') return 'ENOENT'
    const device = Object.hasOwn(DEVICES, path) ? DEVICES[path] : undefined
    if (device !== undefined) return device
    const mode = flags & 3
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

  /** Makes a pipe: the descriptors of the end to read from and of the end to write to. */
  pipe(descriptors: Descriptors): { descriptors: Descriptors; read: number; write: number } | ErrorName {
    const state = this.#system.get()
    const pipe = Math.max(-1, ...state.pipes.keys()) + 1
    const reading = this.#add(descriptors, { kind: 'pipe', pipe, end: 'read' })
    if (typeof reading === 'string') return reading
    const writing = this.#add(reading.descriptors, { kind: 'pipe', pipe, end: 'write' })
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
    if (way === 'write') return length < PIPE_BYTE_COUNT
    return length > 0
  }

  /** Whether the other end of a pipe is closed. */
  hasHungUp(descriptors: Descriptors, fd: number): boolean {
    const file = this.find(descriptors, fd)
    const { input } = this.#system
    if (file?.kind === 'input') return !input.isTerminal && input.isAtEnd
    return file?.kind === 'pipe' && file.end === 'read' && !this.#hasEnd(file.pipe, 'write')
  }

  isTerminal(descriptors: Descriptors, fd: number): boolean {
    const kind = this.find(descriptors, fd)?.kind
    return this.#system.input.isTerminal && (kind === 'input' || kind === 'output')
  }
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
