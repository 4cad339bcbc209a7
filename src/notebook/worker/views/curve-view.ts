import type { Machine } from '#engine/machine/machine.ts'
import type { Recording } from '#engine/machine/recording.ts'
import type { Hardware } from '#engine/machine/snapshot.ts'
import { REPLACEMENTS } from '#engine/machine/design/settings.ts'
import type { CurveView } from '#notebook/shared/picture-view.ts'
import { defined } from '#notebook/shared/defined.ts'
import { REPLACEMENT_RULES } from '#notebook/shared/replacement-rules.ts'
import { otherMachine } from './other-machine.ts'
import type { ViewInput } from './view-input.ts'

/** For so many numbers of frames every rule is tried. */
const MOST_FRAMES = 18
const TLB_ENTRIES = [1, 2, 4, 8, 16, 32, 64]
/** Each is a run. */
const MOST_POINTS = 10
/** Of each run so many instructions are told: there are dozens of them. */
const MOST_STEPS = 10_000

/** So that nothing but the frames that are counted out is ever short. */
const RAM_BYTE_COUNT = 2 ** 20

/** A curve is drawn once for a run, however often its moments are visited. */
const curves = new WeakMap<Recording, { readonly newest: number; readonly curve: CurveView | undefined }>()

/**
 * The same program, or the same accesses, on machines that differ in one number: page faults against frames where
 * pages are replaced, misses against entries where a TLB counts. Undefined where a machine has neither.
 */
export function curveView(input: ViewInput): CurveView | undefined {
  const { recording } = input
  const known = curves.get(recording)
  if (known?.newest === recording.newest) return known.curve
  const curve = curveOf(input)
  curves.set(recording, { newest: recording.newest, curve })
  return curve
}

function curveOf(input: ViewInput): CurveView | undefined {
  const { hardware } = input.machine
  if (hardware.swap !== undefined) return faultCurve(input)
  return hardware.tlb === undefined || input.machine.accesses.length > 0 ? undefined : tlbCurve(input)
}

function faultCurve(input: ViewInput): CurveView | undefined {
  const { hardware } = input.machine
  const swap = hardware.swap!
  const whole = faultsWith(input, { ...swap, frameCount: MOST_FRAMES })
  if (whole === undefined) return undefined
  // With one frame for every page, each page faults once: more frames change nothing.
  const most = Math.min(MOST_FRAMES, Math.max(whole.used, swap.frameCount ?? 1) + 1)
  const apart = Math.ceil(most / MOST_POINTS)
  const counts = Array.from({ length: Math.floor(most / apart) }, (_, index) => (index + 1) * apart)
  const series = REPLACEMENTS.map((replacement) => ({
    name: REPLACEMENT_RULES[replacement].name,
    points: counts.flatMap((frameCount) => {
      const run = faultsWith(input, { ...swap, replacement, frameCount })
      return run === undefined ? [] : [{ x: frameCount, y: run.faults }]
    }),
  }))
  return {
    kind: 'curve',
    about: 'faults',
    x: 'frames',
    y: 'page faults',
    series,
    ...defined({ own: swap.frameCount, cutAt: whole.isCut ? MOST_STEPS : undefined }),
  }
}

interface Counted {
  readonly faults: number
  /** Pages that have a frame at the end. */
  readonly used: number
  readonly isCut: boolean
}

/** Undefined where so few frames are not enough for a single instruction. */
function faultsWith(input: ViewInput, swap: NonNullable<Hardware['swap']>): Counted | undefined {
  const run = runWith(input, { swap })
  if (run === undefined) return undefined
  const { frames, paging } = run.machine.kernel.linux!
  const counted = {
    faults: frames.count('minorFaults') + frames.count('majorFaults'),
    used: paging.reclaim?.pages().length ?? 0,
    isCut: run.isCut,
  }
  run.machine.release()
  return counted
}

function tlbCurve(input: ViewInput): CurveView | undefined {
  const design = input.machine.hardware.tlb!
  let isCut = false
  const missesWith = (entryCount: number, wayCount: number) => {
    const run = runWith(input, { tlb: { ...design, entryCount, wayCount } })
    if (run === undefined) return []
    isCut ||= run.isCut
    const point = { x: entryCount, y: run.machine.memory.tlb!.counts.misses }
    run.machine.release()
    return [point]
  }
  const series = [
    { name: 'one way', points: TLB_ENTRIES.flatMap((entries) => missesWith(entries, 1)) },
    { name: 'any place', points: TLB_ENTRIES.flatMap((entries) => missesWith(entries, entries)) },
  ]
  if (series.every(({ points }) => points.length === 0)) return undefined
  return {
    ...{ kind: 'curve', about: 'tlb-misses', x: 'entries of the TLB', y: 'misses', series },
    own: design.entryCount,
    ...(isCut ? { cutAt: MOST_STEPS } : {}),
  }
}

/** Runs the cell on a machine of its own. Undefined where it does not come to its end there. */
function runWith(
  input: ViewInput,
  changed: Hardware,
): { readonly machine: Machine; readonly isCut: boolean } | undefined {
  const ramByteCount = Math.max(RAM_BYTE_COUNT, input.machine.hardware.ramByteCount ?? 0)
  const machine = otherMachine(input, { ramByteCount, ...changed })
  const stop = machine.program && machine.run(MOST_STEPS, input.cell.stop)
  const isCut = stop?.kind === 'budget'
  if (stop !== undefined && !isCut && !hasEnded(stop.kind)) {
    machine.release()
    return undefined
  }
  return { machine, isCut }
}

/** As programs end, and not for lack of memory or by a fault. */
const hasEnded = (kind: string) => ['exit', 'halt', 'reached'].includes(kind)
