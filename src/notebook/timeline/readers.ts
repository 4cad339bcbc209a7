import { READ } from '#engine/memory/fault.ts'
import type { Direction } from '#engine/machine/recording.ts'
import { willAccess, type Bytes } from './last-write.ts'
import { pointerTo } from './code-map.ts'
import type { Tour } from './travel.ts'

/** So many instructions are looked at: reads are in no log, and each has to be followed. */
export const MOST_LOOKS = 100_000

/**
 * Goes to just behind the nearest step that read any of these bytes of RAM. Without one it stays where it is, and it
 * looks only so far.
 */
export function goToReaderOf(
  { recording, code }: Tour,
  direction: Direction,
  places: readonly Bytes[],
): boolean {
  const began = recording.step
  const quiet = new Set(
    code.places
      .filter(({ instruction }) => !mayRead(instruction.text))
      .map(({ instruction }) => pointerTo(instruction.address)),
  )
  let looks = 0
  // Behind a step is one further than before it.
  if (direction < 0) recording.goTo(began - 1)
  const isReader = () => willAccess(recording.machine, READ, places)
  let isThere = direction > 0 && !quiet.has(recording.pointer) && isReader()
  while (!isThere && looks++ < MOST_LOOKS) {
    if (!recording.goWhere(direction, (pointer, step) => step < recording.newest && !quiet.has(pointer)))
      break
    isThere = isReader()
  }
  recording.goTo(isThere ? recording.step + 1 : began)
  return isThere
}

/** Whether an instruction can read RAM at all, by its text: an operand in brackets, or the stack, or a string. */
function mayRead(text: string): boolean {
  return !/^(lea|nop)\b/i.test(text) && /\[|^(pop|ret|leave|call|rep|movs|cmps|scas|syscall)/i.test(text)
}
