import type { Fault } from '../memory/fault.ts'
import type { TlbDesign, TlbState } from '../memory/tlb.ts'
import type { SchemeName } from '../memory/scheme.ts'
import type { ImageName } from '../os/images.ts'
import type { ProcessEnd } from '../os/linux-process.ts'
import type { Process } from '../os/process.ts'
import type { LinkedFunction, Program } from './program.ts'

/** What is loaded into a process. */
export interface Loaded {
  readonly program: Program | undefined
  /** Instructions that were placed behind the program and run in its midst. */
  readonly fragment: Program | undefined
  /** The function whose frame the fragment works on. */
  readonly frameOf: LinkedFunction | undefined
  /** The first free address behind all of it. */
  readonly end: bigint
}

/** What of a machine is not as its image says. */
export interface Hardware {
  readonly ramByteCount?: number
  /** A TLB that counts. It makes the simulation slow, not the program. */
  readonly tlb?: TlbDesign
  /** The OS does not tell the TLB when it changes a page table. */
  readonly forgetsTlb?: boolean
}

/** How a run ended. */
export type MachineStop =
  | { readonly kind: 'budget' | 'halt' | 'syscall' | 'reached'; readonly steps: number }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly steps: number }
  | (ProcessEnd & { readonly steps: number })

/**
 * A machine at rest, as immutable data: it can be kept, cloned and sent to another thread. Frames that did not change
 * since the snapshot it was restored from are the same arrays; a frame of zeros is left out.
 */
export interface Snapshot {
  readonly image: ImageName
  readonly scheme: SchemeName
  readonly frames: readonly (Uint8Array | undefined)[]
  /** The processor's words. */
  readonly words: Int32Array
  readonly processes: readonly Process[]
  readonly current: string
  readonly loaded: Readonly<Record<string, Loaded>>
  readonly stop: MachineStop | undefined
  readonly stepCount: number
  /** What programs have written so far. */
  readonly output: Uint8Array
  readonly hardware: Hardware
  readonly tlb: TlbState | undefined
}

/** RAM as frames, taking those from `parent` that are equal. */
export function takeFrames(
  ram: Uint8Array,
  frameByteCount: number,
  parent: readonly (Uint8Array | undefined)[],
): (Uint8Array | undefined)[] {
  return Array.from({ length: ram.length / frameByteCount }, (_, number) => {
    const from = number * frameByteCount
    const words = wordsOf(ram, from, frameByteCount)
    const kept = parent[number]
    if (kept !== undefined && equal(words, wordsOf(kept, 0, frameByteCount))) return kept
    return isZero(words) ? undefined : ram.slice(from, from + frameByteCount)
  })
}

const wordsOf = (bytes: Uint8Array, from: number, byteCount: number): Int32Array =>
  new Int32Array(bytes.buffer, bytes.byteOffset + from, byteCount / 4)

// Plain loops: every cell that runs compares all of RAM, and a call for each word would take most of its time.
function equal(a: Int32Array, b: Int32Array): boolean {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

function isZero(words: Int32Array): boolean {
  for (let at = 0; at < words.length; at++) if (words[at] !== 0) return false
  return true
}
