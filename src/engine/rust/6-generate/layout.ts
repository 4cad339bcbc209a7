/** What a layout needs to know of a variable; both in bytes. */
export interface Extent {
  readonly size: number
  readonly alignment: number
}

/** Bytes of a frame that no variable occupies. `offset` is that of the lowest byte, from RBP. */
export interface Padding {
  readonly offset: number
  readonly size: number
  /**
   * Left out so that the variable below it is aligned, where intermediate results wait, or because the frame's size is
   * rounded up.
   */
  readonly reason: 'alignment' | 'temporaries' | 'rounding'
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

/** What the frame's size is a multiple of, in bytes. */
const FRAME_ALIGNMENTS: Readonly<Record<LayoutName, number>> = { packed: 8, debug: 16 }

const NONE: ReadonlySet<number> = new Set()

/**
 * The document's compiler: each variable lies directly below the previous one, whatever its alignment, and the frame
 * is rounded up to 8 bytes. A model: no real compiler lays variables out so.
 * @param aligned those that something refers to, by their numbers: a reference must be aligned, whatever the layout
 */
export function packedLayout(extents: readonly Extent[], aligned: ReadonlySet<number> = NONE): FrameLayout {
  const packed = extents.map((extent, index) => (aligned.has(index) ? extent : { ...extent, alignment: 1 }))
  return withRoom(layOut(packed, [...packed.keys()]), 0, 'packed')
}

/**
 * rustc 1.95 without optimisation, as measured: from the last declaration to the first, each variable is put below the
 * ones before, at the next multiple of its alignment. The frame is rounded up to 16 bytes, as the System V ABI needs
 * at a `call`.
 */
export function debugLayout(extents: readonly Extent[]): FrameLayout {
  return withRoom(layOut(extents, [...extents.keys()].reverse()), 0, 'debug')
}

/**
 * The same where not all that lies in the frame is a variable: the rest is between them.
 * @param isVariable by their numbers
 */
export function debugLayoutAmong(
  extents: readonly Extent[],
  isVariable: (index: number) => boolean,
): FrameLayout {
  const { offsets, localBytes, frameSize, padding } = debugLayout(extents)
  const others = offsets.flatMap((offset, index) => {
    const size = extents[index]?.size ?? 0
    return isVariable(index) || size === 0 ? [] : [{ offset, size, reason: 'temporaries' as const }]
  })
  const all = [...padding, ...others].sort((one, other) => other.offset - one.offset)
  return { offsets, localBytes, frameSize, padding: all }
}

/** The frame with room below its variables: it reaches at least so many bytes below RBP. */
export function withRoom(frame: FrameLayout, depth: number, name: LayoutName): FrameLayout {
  const { localBytes } = frame
  const used = Math.max(depth, localBytes)
  const frameSize = roundUp(used, FRAME_ALIGNMENTS[name])
  const padding = frame.padding.filter(({ offset }) => offset >= -localBytes)
  addPadding(padding, localBytes, used, 'temporaries')
  addPadding(padding, used, frameSize, 'rounding')
  return { ...frame, frameSize, padding }
}

function layOut(extents: readonly Extent[], order: readonly number[]): FrameLayout {
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
  return { offsets, localBytes: depth, frameSize: depth, padding }
}

/** Between two depths below RBP, if there is anything. */
function addPadding(padding: Padding[], from: number, to: number, reason: Padding['reason']): void {
  if (to > from) padding.push({ offset: -to, size: to - from, reason })
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple
}
