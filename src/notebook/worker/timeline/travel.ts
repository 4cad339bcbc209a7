import type { Recording } from '#engine/machine/recording.ts'
import { goWhere, MOST_SEARCHED, type Direction, type Outcome } from '#engine/machine/search.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { defined } from '#notebook/shared/defined.ts'
import { parseThings } from '#notebook/shared/thing.ts'
import { placesOfCode, pointerTo, type CodeMap } from './code-map.ts'
import type { Searched, Travel } from '#notebook/shared/moment.ts'
import { goToBreakpoint } from './breakpoints.ts'
import { goToEvent } from './events.ts'
import { goToWrite } from './last-write.ts'
import { goToSubject } from './subject-step.ts'

/** A run, and what stands where in its code. */
export interface Tour {
  readonly recording: Recording
  readonly code: CodeMap
}

/** Why it stayed where it was, in a sentence, or what there is to say on arrival; or that there is more to look through. */
export type Arrival = { readonly note?: string } | 'further'

/** What has been looked through when a search begins. */
const NOTHING: Searched = { steps: 0, depth: 0 }

/**
 * Goes there. A long run is looked through in parts: without a find in one of them it stays where it was, and says
 * how far it has looked.
 */
export function travel(
  tour: Tour,
  command: Travel,
  cell: CellDefinition,
  searched = NOTHING,
): { readonly note?: string; readonly searched?: Searched } {
  const calls = new Nesting(tour, searched)
  const arrival = goThere(tour, command, cell, searched.steps, calls)
  if (arrival !== 'further') return arrival
  return { searched: { steps: searched.steps + MOST_SEARCHED, depth: calls.depth } }
}

function goThere(
  tour: Tour,
  command: Travel,
  cell: CellDefinition,
  skipped: number,
  calls: Nesting,
): Arrival {
  const { recording } = tour
  switch (command.to) {
    case 'step':
      recording.goTo(command.step)
      return {}
    case 'subject':
      goToSubject(tour, cell)
      return {}
    case 'line':
      return told(calls.goToLine(command.direction), beyond(command.direction, 'other line'))
    case 'over':
      return told(calls.goTo(command.direction, 0), beyond(command.direction, 'step'))
    case 'out':
      return told(calls.goTo(command.direction, -1), 'Nothing that was recorded called this.')
    case 'place':
      return told(
        goToPlace(tour, command.thing, command.direction, skipped),
        `This is not executed ${command.direction > 0 ? 'after' : 'before'} this moment.`,
      )
    case 'write':
      return goToWrite(tour, command.thing, skipped)
    case 'fault':
      return defined({ note: goToEvent(recording, command.direction) })
    case 'breakpoint':
      return goToBreakpoint(tour, command.direction, command.breakpoints, skipped)
  }
}

function told(outcome: Outcome, why: string): Arrival {
  if (outcome === 'further') return outcome
  return outcome === 'found' ? {} : { note: why }
}

function beyond(direction: Direction, what: string): string {
  return direction > 0 ? `The run has no ${what} after this one.` : `The run has no ${what} before this one.`
}

/** A way through a run that counts how deeply calls are nested, compared with where it began. */
class Nesting {
  readonly #tour: Tour
  readonly #searched: Searched
  depth: number

  constructor(tour: Tour, searched: Searched) {
    this.#tour = tour
    this.#searched = searched
    this.depth = searched.depth
  }

  /**
   * Goes to where calls are nested as deeply as here, or one less for `-1`. Backwards it is the same walk in a mirror:
   * undoing a return leads into what was called.
   */
  goTo(direction: Direction, wanted: 0 | -1): Outcome {
    return this.#goWhere(direction, () => this.depth <= wanted)
  }

  /** Forward to where another line begins; backward to where the line before began. */
  goToLine(direction: Direction): Outcome {
    const { recording, code } = this.#tour
    const lineHere = code.at(recording.pointer)?.line
    return this.#goWhere(direction, (pointer) => {
      const line = code.at(pointer)?.line
      return this.depth <= 0 && line !== undefined && line !== lineHere
    })
  }

  #goWhere(direction: Direction, isThere: (pointer: number) => boolean): Outcome {
    const { recording, code } = this.#tour
    const { steps } = this.#searched
    if (steps === 0 && direction > 0) this.depth = code.depthChange(recording.pointer)
    return goWhere(
      recording,
      direction,
      (pointer) => {
        if (direction < 0) this.depth -= code.depthChange(pointer)
        const isFound = isThere(pointer)
        if (direction > 0) this.depth += code.depthChange(pointer)
        return isFound
      },
      steps,
    )
  }
}

function goToPlace({ recording, code }: Tour, text: string, direction: Direction, skipped: number): Outcome {
  const pointers = new Set(
    parseThings(text).flatMap((thing) =>
      placesOfCode(code, thing).map(({ instruction }) => pointerTo(instruction.address)),
    ),
  )
  return goWhere(recording, direction, (pointer) => pointers.has(pointer), skipped)
}
