import type { Frames } from '../frames.ts'
import type { Fault } from '../memory/fault.ts'
import type { CachesState } from '../memory/caches.ts'
import type { Costs } from '../memory/cost.ts'
import type { MemoryHardware } from '../memory/memory.ts'
import type { TlbState } from '../memory/tlb.ts'
import type { PagingScheme, SchemeName } from '../memory/scheme.ts'
import type { ImageName } from '../os/images.ts'
import type { InputState } from '../os/input.ts'
import type { ProcessEnd, Waiting } from '../os/linux-process.ts'
import type { PageUses } from '../os/page-uses.ts'
import type { SharedValues } from '../os/shared-state.ts'
import type { BareMemory } from '../os/images.ts'
import type { SwapDesign } from '../os/swap-area.ts'
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

/** What of a machine is not as its image says. TLBs and caches that count make the simulation slow, not the program. */
export interface Hardware extends MemoryHardware {
  readonly ramByteCount?: number
  /** What things take, where it is not as usual. */
  readonly prices?: Partial<Costs>
  /** The OS does not tell the TLB when it changes a page table. */
  readonly forgetsTlb?: boolean
  /** Where the OS moves pages when no frame is free; without it, a process that needs one is ended. */
  readonly swap?: SwapDesign
  /** How addresses are translated, in place of the scheme that is named. */
  readonly paging?: PagingScheme
  /** No program can run: there are a page table, or these segments, and RAM. The root table lies behind the RAM. */
  readonly bare?: BareMemory
}

/** How a run ended. */
export type MachineStop =
  | { readonly kind: 'budget' | 'halt' | 'syscall' | 'interrupt' | 'reached'; readonly steps: number }
  /** Every process waits, and nothing here ends that. */
  | { readonly kind: 'waits'; readonly for: Waiting['for']; readonly steps: number }
  | { readonly kind: 'fault'; readonly fault: Fault; readonly steps: number }
  | (ProcessEnd & { readonly steps: number })

/**
 * A machine at rest, as immutable data: it can be kept, cloned and sent to another thread. Frames that did not change
 * since the snapshot it was restored from are the same arrays; a frame of zeros is left out.
 */
export interface Snapshot {
  readonly image: ImageName
  readonly scheme: SchemeName
  readonly frames: Frames
  /** The processor's words. */
  readonly words: Int32Array
  readonly processes: readonly Process[]
  readonly current: string
  readonly loaded: Readonly<Record<string, Loaded>>
  readonly stop: MachineStop | undefined
  readonly stepCount: number
  /** What programs have written so far. */
  readonly output: Uint8Array
  /** For each byte of it, whether it went to standard output (1) or standard error (2). */
  readonly outputStreams: Uint8Array
  /** Where Linux runs: standard input, and what its processes share. */
  readonly input: InputState | undefined
  readonly shared: SharedValues | undefined
  readonly hardware: Hardware
  readonly tlbs: readonly TlbState[]
  readonly caches: CachesState | undefined
  /** What the optimal replacement knows beforehand. */
  readonly foreseen: PageUses | undefined
  /** The machine came in the place of another kind, and has nothing of what that one would have had. */
  readonly standsIn?: true
}
