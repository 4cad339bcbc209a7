/** RCPPS and RSQRTPS of one float, as it is kept: denormal numbers count as zeros, and no exception is raised. */

const SIGN = 0x8000_0000
const INFINITY = 0x7f80_0000
const QUIET = 0x0040_0000
const INDEFINITE = 0xffc0_0000
/** Fraction bits of the result that mean something. */
const KEPT_BITS = 11

const view = new DataView(new ArrayBuffer(4))

function valueOf(bits: number): number {
  view.setUint32(0, bits)
  return view.getFloat32(0)
}

/** Cut so that twelve bits are right. */
function keptBits(value: number): number {
  view.setFloat32(0, value)
  const unit = 1 << (23 - KEPT_BITS)
  return (view.getUint32(0) + unit / 2) & -unit
}

/** Zeros and what counts as zero, infinities and NaNs; undefined for others. */
function special(bits: number): number | undefined {
  const size = bits & ~SIGN
  if (size > INFINITY) return (bits | QUIET) >>> 0
  if (size < 0x0080_0000) return ((bits & SIGN) | INFINITY) >>> 0
  return undefined
}

export function approximateReciprocal(bits: number): number {
  const known = special(bits)
  if (known !== undefined) return known
  if ((bits & ~SIGN) === INFINITY) return (bits & SIGN) >>> 0
  const result = keptBits(1 / valueOf(bits)) >>> 0
  return (result & ~SIGN) < 0x0080_0000 ? (result & SIGN) >>> 0 : result
}

export function approximateRoot(bits: number): number {
  const known = special(bits)
  if (known !== undefined) return known
  if ((bits & SIGN) !== 0) return INDEFINITE
  return bits === INFINITY ? 0 : keptBits(1 / Math.sqrt(valueOf(bits))) >>> 0
}
