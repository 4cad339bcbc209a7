/** What a layout needs to know of a variable; both in bytes. */
export interface Extent {
  readonly size: number
  readonly alignment: number
}

/** Bytes of a frame that no variable occupies. `offset` is that of the lowest byte, from RBP. */
export interface Padding {
  readonly offset: number
  readonly size: number
  /** Left out so that the variable below it is aligned, or because the frame's size is rounded up. */
  readonly reason: 'alignment' | 'rounding'
}

/** Where everything in a frame is: offsets from RBP, all negative, in the order of the declarations. */
export interface FrameLayout {
  readonly offsets: readonly number[]
  /** From RBP down to the lowest byte of the lowest variable. */
  readonly localBytes: number
  /** What is subtracted from RSP. */
  readonly frameSize: number
  /** From the highest to the lowest. */
  readonly padding: readonly Padding[]
}

export type LayoutName = 'packed' | 'debug'

/**
 * The document's compiler: each variable lies directly below the previous one, whatever its alignment, and the frame
 * is rounded up to 8 bytes. A model: no real compiler lays variables out so.
 */
export function packedLayout(extents: readonly Extent[]): FrameLayout {
  const unaligned = extents.map(({ size }) => ({ size, alignment: 1 }))
  return layOut(unaligned, [...unaligned.keys()], 8)
}

/**
 * rustc 1.95 without optimisation, as measured: from the last declaration to the first, each variable is put below the
 * ones before, at the next multiple of its alignment. The frame is rounded up to 16 bytes, as the System V ABI needs
 * at a `call`.
 */
export function debugLayout(extents: readonly Extent[]): FrameLayout {
  return layOut(extents, [...extents.keys()].reverse(), 16)
}

/** @param isAligned the extents say themselves what is aligned, in the packed layout too */
export function layoutNamed(
  name: LayoutName,
  isAligned = false,
): (extents: readonly Extent[]) => FrameLayout {
  if (name === 'debug') return debugLayout
  return isAligned ? (extents) => layOut(extents, [...extents.keys()], 16) : packedLayout
}

function layOut(extents: readonly Extent[], order: readonly number[], frameAlignment: number): FrameLayout {
  const offsets = new Array<number>(extents.length).fill(0)
  const padding: Padding[] = []
  let depth = 0
  for (const index of order) {
    const { size, alignment } = extents[index] ?? { size: 0, alignment: 1 }
    const bottom = roundUp(depth + size, alignment)
    offsets[index] = -bottom
    addPadding(padding, depth, bottom - size, 'alignment')
    depth = bottom
  }
  const frameSize = roundUp(depth, frameAlignment)
  addPadding(padding, depth, frameSize, 'rounding')
  return { offsets, localBytes: depth, frameSize, padding }
}

/** Between two depths below RBP, if there is anything. */
function addPadding(padding: Padding[], from: number, to: number, reason: Padding['reason']): void {
  if (to > from) padding.push({ offset: -to, size: to - from, reason })
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple
}
