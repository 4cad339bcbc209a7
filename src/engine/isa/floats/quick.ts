/**
 * Arithmetic by JavaScript's own numbers, which are doubles rounded to the nearest: right while nothing is out of the
 * ordinary, which is nearly always. `exact.ts` knows the rest.
 */

/** Where a number is neither denormal, nor infinite, nor a NaN, nor next to the former. */
export interface Range {
  readonly smallest: number
  readonly largest: number
}

export const DOUBLES: Range = { smallest: 2 ** -1022, largest: Number.MAX_VALUE }
export const SINGLES: Range = { smallest: 2 ** -126, largest: (2 - 2 ** -23) * 2 ** 127 }

export function isOrdinary(value: number, { smallest, largest }: Range): boolean {
  const size = Math.abs(value)
  return (size > smallest && size <= largest) || value === 0
}

/** An operation on ordinary numbers. */
export interface Quick {
  /** Not rounded to singles yet. NaN where it cannot tell. */
  readonly double: (a: number, b: number) => number
  /** Whether the result was not rounded; undefined where this cannot tell. */
  readonly isExact: (a: number, b: number, result: number) => boolean | undefined
  /** The same where operands are singles, and the result has been rounded to one. */
  readonly isExactSingle: (a: number, b: number, result: number) => boolean
}

/** What a sum lost (Knuth's two-sum; The Art of Computer Programming, volume 2, section 4.2.2). */
function sumError(a: number, b: number, sum: number): number {
  const bPart = sum - a
  return a - (sum - bPart) + (b - bPart)
}

const SPLITTER = 2 ** 27 + 1

/** What a product lost (Dekker). */
function productError(a: number, b: number, product: number): number {
  const [aHigh, bHigh] = [upperHalf(a), upperHalf(b)]
  const [aLow, bLow] = [a - aHigh, b - bHigh]
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)
}

function upperHalf(value: number): number {
  const scaled = SPLITTER * value
  return scaled - (scaled - value)
}

/** Splitting overflows above, and a product's lost part underflows below. */
const SPLITTABLE = 2 ** 990
const PRODUCT_LIMIT = 2 ** -900

function isProduct(a: number, b: number, product: number): boolean | undefined {
  if (product === 0) return true
  const isSafe = Math.abs(a) < SPLITTABLE && Math.abs(b) < SPLITTABLE && Math.abs(product) > PRODUCT_LIMIT
  return isSafe ? productError(a, b, product) === 0 : undefined
}

export const quickAdd: Quick = {
  double: (a, b) => a + b,
  isExact: (a, b, sum) => sumError(a, b, sum) === 0,
  isExactSingle: (a, b, sum) => sumError(a, b, a + b) === 0 && sum === a + b,
}

export const quickSubtract: Quick = {
  double: (a, b) => a - b,
  isExact: (a, b, difference) => sumError(a, -b, difference) === 0,
  isExactSingle: (a, b, difference) => sumError(a, -b, a - b) === 0 && difference === a - b,
}

/** A product of numbers that are not zero is none: it has only become too small. */
export const quickMultiply: Quick = {
  double: (a, b) => (a * b === 0 && a !== 0 && b !== 0 ? NaN : a * b),
  isExact: isProduct,
  isExactSingle: (a, b, product) => product === a * b,
}

export const quickDivide: Quick = {
  double: (a, b) => (a / b === 0 && a !== 0 ? NaN : a / b),
  isExact: (a, b, quotient) => {
    if (a === 0) return true
    return quotient * b === a ? isProduct(quotient, b, a) : false
  },
  isExactSingle: (a, b, quotient) => quotient * b === a,
}

/** Of the second operand. */
export const quickSquareRoot: Quick = {
  double: (_, b) => Math.sqrt(b),
  isExact: (_, b, root) => {
    if (b === 0) return true
    return root * root === b ? isProduct(root, root, b) : false
  },
  isExactSingle: (_, b, root) => root * root === b,
}

export const quickMinimum: Quick = {
  double: (a, b) => (a < b ? a : b),
  isExact: () => true,
  isExactSingle: () => true,
}

export const quickMaximum: Quick = {
  double: (a, b) => (a > b ? a : b),
  isExact: () => true,
  isExactSingle: () => true,
}
