import type { Stream } from '../console.ts'

/** What a file descriptor leads to: `dup` and `fork` make several descriptors lead to the same one. */
export type OpenFile =
  | { readonly kind: 'input' }
  | { readonly kind: 'output'; readonly stream: Stream }
  | { readonly kind: 'null' | 'zero' | 'random' }
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
