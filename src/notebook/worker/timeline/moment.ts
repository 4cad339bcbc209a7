import { addressSubject, subject } from '#engine/facts/fact.ts'
import { parsePlace } from '#engine/facts/parse-fact.ts'
import { printSubject } from '#engine/facts/print-fact.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { Recording } from '#engine/machine/recording.ts'
import { functionAt } from '#engine/machine/program.ts'
import { hex } from '#engine/units.ts'
import type { CellDefinition } from '#notebook/shared/cell.ts'
import { FactReader } from '../fact-reader.ts'
import type { Look, Moment, MomentInstruction, Searched } from '#notebook/shared/moment.ts'
import { defined } from '#notebook/shared/defined.ts'
import type { OwnMistake } from '#notebook/shared/own-mistake.ts'
import { parseThings, thingText, type Thing } from '#notebook/shared/thing.ts'
import { makeViews } from '../views/make-views.ts'
import { placesOfCode, type CodeMap } from './code-map.ts'
import { phaseRows } from './phase-rows.ts'
import { relatedThings } from './related-things.ts'
import { lastFrame } from './last-frame.ts'

export interface MomentInput {
  readonly recording: Recording
  readonly code: CodeMap
  readonly cell: CellDefinition
  readonly look: Look
  readonly note?: string | undefined
  readonly searched?: Searched | undefined
}

/** Describes the moment that the machine is at. */
export function makeMoment({ recording, code, cell, look, note, searched }: MomentInput): Moment {
  const { machine, step, newest } = recording
  const phases = look.phases && !recording.hasExited ? phaseRows(machine) : []
  const phase = look.phase === undefined ? undefined : phases[look.phase]
  const [pointed] = parseThings(look.thing ?? '')
  const [thing = pointed] = pointed === undefined ? parseThings(phase?.thing ?? '') : []
  const related = thing === undefined ? [] : relatedThings({ machine, code }, thing)
  const facts = new FactReader(machine)
  const input = {
    machine,
    recording,
    code,
    facts,
    ...(pointed === undefined ? { cell, isVisit: true as const } : { cell: about(cell, related) }),
    ...(phase?.place?.of === 'fetch' ? { isFetch: true as const } : {}),
  }
  const next = recording.hasExited ? undefined : instructionAt(code, recording.pointer)
  const mistakes: OwnMistake[] = []
  const views = makeViews(look.show, input, mistakes)
  return {
    step,
    newest,
    ...defined({
      executed: instructionAt(code, recording.pointerBefore),
      next,
      function: next && functionName(machine),
      lastFrameOf: lastFrame(recording)?.function,
      note,
      searched,
    }),
    phases,
    views,
    ...(mistakes.length > 0 ? { mistakes } : {}),
    isCode: isCode(code, thing, related),
    related: [...new Set(related.map(thingText))],
  }
}

/** The compiler knows what is a function of the source: `_start` and the runtime's routines are none. */
function functionName({ listing, program, registers }: Machine): string | undefined {
  return listing?.linkMap ? functionAt(listing, registers.rip)?.name : program?.entry?.label
}

/** A name in the source is code where it stands, but who points at it means the variable. */
function isCode(code: CodeMap, thing: Thing | undefined, related: readonly Thing[]): boolean {
  return (
    thing !== undefined &&
    placesOfCode(code, thing).length > 0 &&
    !related.some(({ kind }) => kind === 'variable')
  )
}

/** The views that tell the way of one value tell that of what is pointed at. */
function about(cell: CellDefinition, related: readonly Thing[]): CellDefinition {
  const subject = related.flatMap((thing) => subjectText(thing) ?? [])[0]
  return subject === undefined ? cell : { ...cell, of: [subject] }
}

function subjectText(thing: Thing): string | undefined {
  if (thing.kind === 'variable') {
    const place = parsePlace(thing.name)
    return place && printSubject(subject('variable', place))
  }
  return thing.kind === 'virtual' ? printSubject(addressSubject(thing.start)) : undefined
}

function instructionAt(code: CodeMap, pointer: number | undefined): MomentInstruction | undefined {
  const place = pointer === undefined ? undefined : code.at(pointer)
  if (place === undefined) return undefined
  const { instruction, comment, line } = place
  return { address: hex(instruction.address), text: instruction.text, ...defined({ comment, line }) }
}
