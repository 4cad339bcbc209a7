import type { Machine } from '#engine/machine/machine.ts'

/** Small enough to be drawn one by one. */
const MOST_FRAMES = 2 ** 15

/** How many bytes of RAM a frame has: as many as a page. Where frames are too many to be told apart, several are one. */
export function frameByteCountOf({ memory, journal }: Machine): number {
  const own = 2 ** memory.scheme.pageBits
  const frameCount = journal.ramByteCount / own
  return frameCount <= MOST_FRAMES ? own : own * 2 ** Math.ceil(Math.log2(frameCount / MOST_FRAMES))
}
