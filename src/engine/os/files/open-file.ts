import type { Stream } from '../console.ts'

/** So many files a process may have open (RLIMIT_NOFILE). */
export const MOST_DESCRIPTORS = 1024
/** How `open` is asked to open, and what F_GETFL tells of it. */
const [WRITE_ONLY, READ_WRITE] = [1, 2]
export const APPEND = 0o2000
export const NON_BLOCKING = 0o4000
const LARGE_FILE = 0o100000

/** What a file descriptor leads to: `dup` and `fork` make several descriptors lead to the same one. */
export type OpenFile = OpenKind & {
  /** O_NONBLOCK: who would have to wait is told EAGAIN. */
  readonly isNonBlocking?: boolean
}

type OpenKind =
  | { readonly kind: 'input' }
  | { readonly kind: 'output'; readonly stream: Stream }
  | {
      readonly kind: 'null' | 'zero' | 'random'
      /** O_RDONLY, O_WRONLY or O_RDWR. */
      readonly access: number
    }
  | { readonly kind: 'pipe'; readonly pipe: number; readonly end: 'read' | 'write' }
  /** Bytes that were there when it was opened, as of a file below /proc. */
  | { readonly kind: 'text'; readonly bytes: Uint8Array; readonly position: number }
  | FileOnDisk

/** A file that programs have made; it is gone with the machine. */
export interface FileOnDisk {
  readonly kind: 'file'
  readonly path: string
  readonly position: number
  readonly read: boolean
  readonly write: boolean
  readonly append: boolean
}

/** What F_GETFL tells: whether it can be read and written, and its modes. */
export function accessOf(file: OpenFile, isTerminal: boolean): number {
  const mode = file.isNonBlocking === true ? NON_BLOCKING : 0
  switch (file.kind) {
    case 'input':
      return mode | (isTerminal ? READ_WRITE | LARGE_FILE : 0)
    case 'output':
      return mode | (isTerminal ? READ_WRITE | LARGE_FILE : WRITE_ONLY)
    case 'pipe':
      return mode | (file.end === 'write' ? WRITE_ONLY : 0)
    case 'file':
      return (
        mode |
        LARGE_FILE |
        (file.write ? (file.read ? READ_WRITE : WRITE_ONLY) : 0) |
        (file.append ? APPEND : 0)
      )
    case 'text':
      return mode | LARGE_FILE
    default:
      return mode | LARGE_FILE | file.access
  }
}

/** Everything about files that all processes share: a value in a journalled slot. */
export interface FileState {
  readonly open: ReadonlyMap<number, OpenFile>
  /** What was written into pipes and not read yet. */
  readonly pipes: ReadonlyMap<number, Uint8Array>
  /** The bytes of files, by their paths. */
  readonly contents: ReadonlyMap<string, Uint8Array>
}

/** Numbers of open files, by file descriptor. */
export type Descriptors = readonly (number | undefined)[]

/** As every program finds them: standard input, output and error. */
export const FIRST_FILES: FileState = {
  open: new Map<number, OpenFile>([
    [0, { kind: 'input' }],
    [1, { kind: 'output', stream: 1 }],
    [2, { kind: 'output', stream: 2 }],
  ]),
  pipes: new Map(),
  contents: new Map(),
}
export const FIRST_DESCRIPTORS: Descriptors = [0, 1, 2]
