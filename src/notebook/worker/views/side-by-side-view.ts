import { traceOfAccesses, traceOfRun, type AccessTrace } from '#engine/machine/access-trace.ts'
import type { Hardware } from '#engine/machine/snapshot.ts'
import type { Recording } from '#engine/machine/recording.ts'
import type { ReplacementName } from '#engine/os/replacement.ts'
import type { SideBySideView } from '#notebook/shared/picture-view.ts'
import { marksOf, MOST, rowsOf } from './accesses-over-time-view.ts'
import { otherMachine } from './other-machine.ts'
import type { ViewInput } from './view-input.ts'

/** Each has a third of the picture’s width, and of the marks that a page carries. */
const MOST_TOLD = { columns: 72, marks: 660 }

/** They are run once for a run, however often its moments are visited. */
const known = new WeakMap<Recording, { readonly newest: number; readonly view: SideBySideView }>()

/**
 * The same program, or the same accesses, under its machine's rule for which page leaves, and under two others to
 * measure it by. Undefined where no page ever leaves.
 */
export function sideBySideView(input: ViewInput): SideBySideView | undefined {
  const { machine, recording } = input
  const { swap } = machine.hardware
  if (swap === undefined || machine.hardware.bare !== undefined) return undefined
  const before = known.get(recording)
  if (before?.newest === recording.newest) return before.view
  const view = sideBySide(input, swap)
  if (view !== undefined) known.set(recording, { newest: recording.newest, view })
  return view
}

function sideBySide(input: ViewInput, swap: NonNullable<Hardware['swap']>): SideBySideView | undefined {
  const others: readonly ReplacementName[] = ['lru', 'optimal']
  const own = others.includes(swap.replacement) ? 'fifo' : swap.replacement
  const traces = [own, ...others].map((rule) => ({
    rule,
    trace: traceWith(input, { ...swap, replacement: rule }),
  }))
  const rows = rowsOf(input, { pages: traces.flatMap(({ trace }) => trace.pages) })
  if (rows.list.length === 0) return undefined
  return {
    kind: 'side-by-side',
    unit: input.machine.accesses.length === 0 ? 'instructions' : 'accesses',
    stepCount: Math.max(...traces.map(({ trace }) => trace.stepCount)),
    isCut: traces.some(({ trace }) => trace.isCut),
    // What each of them counts stands with it.
    rows: rows.list.map(({ name, region, things }) => ({ name, region, things })),
    panels: traces.map(({ rule, trace }) => ({
      rule,
      readBack: trace.pages.filter(({ kind }) => kind === 'read-back').length,
      evicted: trace.pages.filter(({ kind }) => kind === 'evicted').length,
      ...marksOf(trace, rows, MOST_TOLD),
    })),
  }
}

function traceWith(input: ViewInput, swap: NonNullable<Hardware['swap']>): AccessTrace {
  const machine = otherMachine(input, { swap })
  const trace =
    machine.program === undefined
      ? traceOfAccesses(machine, machine.accesses)
      : traceOfRun(machine.snapshot(), input.cell.stop, MOST, () => input.recording.onWay())
  machine.release()
  return trace
}
