import type { CellResult, CellState } from '#notebook/shared/cell.ts'

/** What the kernel has of a cell. */
type InKernel =
  | { readonly kind: 'nothing' }
  /** A run that can be looked at. */
  | { readonly kind: 'run' }
  /** The same, and the machine that it has left behind, made from this source. */
  | { readonly kind: 'machine'; readonly source: string }

/** A run that the kernel has been asked for, of the source as it was then. */
export interface Job {
  readonly source: string
  /** What the page shows of it: `at-once` what was known of it before it ran, and nothing more when it has. */
  readonly shows: 'result' | 'nothing' | 'at-once'
}

/** How a cell stands between page and kernel. Replaced by a new one at every change. */
export interface CellProgress {
  /** What the page shows of it: how the last attempt to run it ended, and the source that this was made with. */
  readonly shown: { readonly state: Exclude<CellState, 'running'>; readonly source: string }
  readonly kernel: InKernel
  /** What the kernel still has to do. */
  readonly job?: Job | undefined
  /** It is to go on from where it was broken off, after so many instructions. */
  readonly goesOnFrom?: number | undefined
}

/** A cell whose page shows what the build has made of it. */
export function built(source: string): CellProgress {
  return { shown: { state: 'fresh', source }, kernel: { kind: 'nothing' } }
}

/** The kernel begins with a cell anew: what it has left behind before is no machine to start from any more. */
export function asked(progress: CellProgress, job: Job): CellProgress {
  return { ...progress, kernel: withoutMachine(progress.kernel), job }
}

/** The kernel has run a cell. */
export function answered(progress: CellProgress, source: string, { state }: CellResult): CellProgress {
  const { shown, kernel } = progress
  if (state === 'done') return { shown, kernel: { kind: 'machine', source } }
  return { shown, kernel: state === 'interrupted' ? { kind: 'run' } : kernel }
}

/** It starts from something else than before: what there is of it is out of date, whatever its source. */
export function outdated(progress: CellProgress): CellProgress {
  const { shown, kernel } = progress
  return { ...progress, shown: { ...shown, state: 'stale' }, kernel: withoutMachine(kernel) }
}

function withoutMachine(kernel: InKernel): InKernel {
  return kernel.kind === 'machine' ? { kind: 'run' } : kernel
}
