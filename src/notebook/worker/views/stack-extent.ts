import type { Machine } from '#engine/machine/machine.ts'
import { wrapAddress, type VirtualAddress } from '#engine/units.ts'

/** The part of the stack that is worth looking at, both sides of RSP. */
export interface StackExtent {
  /** The lowest byte. */
  readonly start: VirtualAddress
  /** Behind the highest. */
  readonly end: VirtualAddress
  /** Whether RBP is the fixed point of a frame within the extent. */
  readonly hasFrame: boolean
}

const WORD = 8n
/** The saved RBP and the return address. */
const ABOVE_FRAME = 2n * WORD
const BELOW_RSP = WORD
/** Without a frame: what was popped is still there. */
const BELOW_RSP_WITHOUT_FRAME = 4n * WORD
const LARGEST_FRAME = 512n
/** Of a variable that is larger than a frame worth looking at, so many bytes. */
const SHOWN_OF_LARGE = 64

/** How many bytes of so many are shown, from the first: no reader looks at thousands. */
export function shownByteCount(size: number): number {
  return size > LARGEST_FRAME ? SHOWN_OF_LARGE : size
}

/** Around the current frame if there is one, else around RSP. */
export function stackExtent(machine: Machine): StackExtent {
  const rsp = machine.registers.get('rsp')
  const rbp = machine.registers.get('rbp')
  const hasFrame =
    rbp >= rsp && rbp - rsp <= LARGEST_FRAME && rbp !== machine.kernel.addressSpace.registers['rbp']
  const [start, end] = hasFrame
    ? [rsp - BELOW_RSP, rbp + ABOVE_FRAME]
    : [rsp - BELOW_RSP_WITHOUT_FRAME, rsp + ABOVE_FRAME]
  return { start: wrapAddress(start - (start % WORD)), end: wrapAddress(end), hasFrame }
}
