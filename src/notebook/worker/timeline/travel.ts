import type { Recording } from '#engine/machine/recording.ts'
import { goWhere, MOST_SEARCHED, type Direction } from '#engine/machine/search.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { showValue } from '#notebook/shared/show-value.ts'
import { parseThings } from '#notebook/shared/thing.ts'
import { placesOfCode, pointerTo, type CodeMap } from './code-map.ts'
import type { Travel } from '#notebook/shared/moment.ts'
import { goToBreakpoint } from './breakpoints.ts'
import { goToEvent } from './events.ts'
import { goToWrite } from './last-write.ts'
import { goToSubject } from './subject-step.ts'

/** A run, and what stands where in its code. */
export interface Tour {
  readonly recording: Recording
  readonly code: CodeMap
}

/** Goes there. @returns why it stayed where it was, in a sentence, or what there is to say on arrival */
export function travel(tour: Tour, command: Travel, cell: CellDefinition): string | undefined {
  const { recording } = tour
  const why = whyNot(tour, command, cell)
  return why === undefined || recording.newest <= MOST_SEARCHED || command.to === 'fault'
    ? why
    : `${why} ${LIMIT}`
}

const LIMIT = `It is looked for in ${showValue(String(MOST_SEARCHED))} instructions at a time: go some way, and look again.`

function whyNot(tour: Tour, command: Travel, cell: CellDefinition): string | undefined {
  const { recording } = tour
  switch (command.to) {
    case 'step':
      recording.goTo(command.step)
      return undefined
    case 'subject':
      goToSubject(tour, cell)
      return undefined
    case 'line':
      return goToLine(tour, command.direction) ? undefined : beyond(command.direction, 'other line')
    case 'over':
      return goNested(tour, command.direction, 0) ? undefined : beyond(command.direction, 'step')
    case 'out':
      return goNested(tour, command.direction, -1) ? undefined : 'Nothing that was recorded called this.'
    case 'place':
      return goToPlace(tour, command.thing, command.direction)
        ? undefined
        : `This is not executed ${command.direction > 0 ? 'after' : 'before'} this moment.`
    case 'write':
      return goToWrite(tour, command.thing)
    case 'fault':
      return goToEvent(recording, command.direction)
    case 'breakpoint':
      return goToBreakpoint(tour, command.direction, command.breakpoints)
  }
}

function beyond(direction: Direction, what: string): string {
  return direction > 0 ? `The run has no ${what} after this one.` : `The run has no ${what} before this one.`
}

/**
 * Goes to where calls are nested as deeply as here, or one less for `-1`. Backwards it is the same walk in a mirror:
 * undoing a return leads into what was called.
 */
function goNested({ recording, code }: Tour, direction: Direction, wanted: 0 | -1): boolean {
  let depth = direction > 0 ? code.depthChange(recording.pointer) : 0
  return goWhere(recording, direction, (pointer) => {
    if (direction < 0) depth -= code.depthChange(pointer)
    const isThere = depth <= wanted
    if (direction > 0) depth += code.depthChange(pointer)
    return isThere
  })
}

/** Forward to where another line begins; backward to where the line before began. */
function goToLine({ recording, code }: Tour, direction: Direction): boolean {
  const lineHere = code.at(recording.pointer)?.line
  let depth = direction > 0 ? code.depthChange(recording.pointer) : 0
  return goWhere(recording, direction, (pointer) => {
    if (direction < 0) depth -= code.depthChange(pointer)
    const line = code.at(pointer)?.line
    const isThere = depth <= 0 && line !== undefined && line !== lineHere
    if (direction > 0) depth += code.depthChange(pointer)
    return isThere
  })
}

function goToPlace({ recording, code }: Tour, text: string, direction: Direction): boolean {
  const pointers = new Set(
    parseThings(text).flatMap((thing) =>
      placesOfCode(code, thing).map(({ instruction }) => pointerTo(instruction.address)),
    ),
  )
  return goWhere(recording, direction, (pointer) => pointers.has(pointer))
}
