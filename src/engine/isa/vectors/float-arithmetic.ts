import { isFaulting, type Compute, type Lanes } from './lanes.ts'
import {
  DENORMAL,
  DOUBLE,
  INVALID,
  PRECISION,
  SINGLE,
  ZERO_DIVIDE,
  type Format,
  type Rounded,
} from '../floats/format.ts'
import type { Binary } from '../floats/exact.ts'
import { DOUBLES, isOrdinary, SINGLES, type Quick } from '../floats/quick.ts'

/** What an instruction does to the floats or doubles of two vectors: to the first ones only, or to all. */

/** Rounded to the nearest, everything masked, denormal numbers as they are: what MXCSR says besides what occurred. */
const USUAL_MODES = 0x1f80
const MODES = 0xffc0

/** Exceptions that are found before anything is computed. */
const EARLY = INVALID | DENORMAL | ZERO_DIVIDE

export function bitsAt(lanes: Lanes, index: number, { size }: Format): bigint {
  return size === 32 ? BigInt(lanes.uint32[index]!) : lanes.uint64[index]!
}

export function setBits(lanes: Lanes, index: number, { size }: Format, bits: bigint): void {
  if (size === 32) lanes.uint32[index] = Number(bits)
  else lanes.uint64[index] = bits
}

/** Elements of a vector. */
export function countOf({ size }: Format): number {
  return 128 / size
}

/**
 * Puts the results of all elements where they belong. Exceptions found early in any of them, and not masked, keep
 * those from occurring that would be found later.
 */
export function place(lanes: Lanes, format: Format, mxcsr: number, results: readonly Rounded[]): number {
  results.forEach(({ bits }, index) => setBits(lanes, index, format, bits))
  const raised = results.reduce((all, one) => all | one.raised, 0)
  return isFaulting(raised & EARLY, mxcsr) ? raised & EARLY : raised
}

function exactly(lanes: Lanes, mxcsr: number, count: number, format: Format, exact: Binary): number {
  const results = Array.from({ length: count }, (_, index) =>
    exact(bitsAt(lanes, index, format), bitsAt(lanes, index + countOf(format), format), format, mxcsr),
  )
  return place(lanes, format, mxcsr, results)
}

/** Neither of two elements is denormal, infinite or a NaN. */
export function areOrdinary(lanes: Lanes, index: number, format: Format): boolean {
  const [view, range] = format.size === 32 ? [lanes.float32, SINGLES] : [lanes.float64, DOUBLES]
  return isOrdinary(view[index]!, range) && isOrdinary(view[index + view.length / 2]!, range)
}

/** Results of all elements, kept until it is known that none of them is out of the ordinary. */
const pending = new Float64Array(4)

/** On doubles. */
export function onDoubles(count: 1 | 2, quick: Quick, exact: Binary): Compute {
  return (lanes, mxcsr) => {
    const { float64 } = lanes
    const isUsual = (mxcsr & MODES) === USUAL_MODES
    let raised = 0
    for (let index = 0; index < count && isUsual; index++) {
      const [a, b] = [float64[index]!, float64[index + 2]!]
      const result = quick.double(a, b)
      if (!isOrdinary(a, DOUBLES) || !isOrdinary(b, DOUBLES) || !isOrdinary(result, DOUBLES))
        return exactly(lanes, mxcsr, count, DOUBLE, exact)
      if ((mxcsr & PRECISION) === 0) {
        const isExact = quick.isExact(a, b, result)
        if (isExact === undefined) return exactly(lanes, mxcsr, count, DOUBLE, exact)
        if (!isExact) raised = PRECISION
      }
      pending[index] = result
    }
    if (!isUsual) return exactly(lanes, mxcsr, count, DOUBLE, exact)
    for (let index = 0; index < count; index++) float64[index] = pending[index]!
    return raised
  }
}

/** On floats: what doubles give, rounded once more, is what floats would give (Figueroa, 1995). */
export function onSingles(count: 1 | 4, quick: Quick, exact: Binary): Compute {
  return (lanes, mxcsr) => {
    const { float32 } = lanes
    const isUsual = (mxcsr & MODES) === USUAL_MODES
    let raised = 0
    for (let index = 0; index < count && isUsual; index++) {
      const [a, b] = [float32[index]!, float32[index + 4]!]
      const double = quick.double(a, b)
      const result = Math.fround(double)
      const hasVanished = result === 0 && double !== 0
      if (hasVanished || !isOrdinary(a, SINGLES) || !isOrdinary(b, SINGLES) || !isOrdinary(result, SINGLES))
        return exactly(lanes, mxcsr, count, SINGLE, exact)
      if ((mxcsr & PRECISION) === 0 && !quick.isExactSingle(a, b, result)) raised = PRECISION
      pending[index] = result
    }
    if (!isUsual) return exactly(lanes, mxcsr, count, SINGLE, exact)
    for (let index = 0; index < count; index++) float32[index] = pending[index]!
    return raised
  }
}
