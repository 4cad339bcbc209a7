import type { FormatSpecification } from '../1-parse/format-string.ts'
import type { Span } from '../1-parse/syntax.ts'
import { isSameType, known, typeText, type Type } from '../3-check/types.ts'
import { Code, inFrame } from './code.ts'
import { compareWhole, type Comparison } from './compare-values.ts'
import type { Data } from './data.ts'
import { dropParts } from './drops.ts'
import { formattedWhole, hasLines } from './format.ts'
import { epilogue, prologue } from './generate-function.ts'
import type { GeneratedRoutine } from './generate.ts'
import { Generation, type Surroundings } from './generation.ts'
import { withLandings } from './landing-pads.ts'
import { frame, named, type Group } from './instruction.ts'
import type { Stable } from './stable.ts'

/**
 * What a routine does with values of a type: gives back all that one owns (rustc, "drop glue"), compares two, or prints
 * one. The last two are for types that hold themselves.
 */
export type Work =
  | { readonly kind: 'drop' }
  | { readonly kind: 'compare'; readonly how: Comparison }
  | { readonly kind: 'format'; readonly piece: FormatSpecification }

interface Needed {
  readonly label: string
  readonly type: Type
  readonly work: Work
}

const NOWHERE: Span = { from: 0, to: 0 }

const HEADINGS: Readonly<Record<Work['kind'], (type: string) => string>> = {
  drop: (type) => `Give back what a ${type} owns`,
  compare: (type) => `Compare two values of ${type}: −1, 0 or 1`,
  format: (type) => `Print a ${type}`,
}

/** Routines of the compiler's own: one for each type and work that needs it. */
export class Glue {
  private readonly needed: Needed[] = []

  labelFor(type: Type, work: Work): string {
    const alike = this.needed.filter((each) => each.work.kind === work.kind)
    const found = alike.find((each) => isSameType(each.type, type) && isSameWork(each.work, work))
    if (found) return found.label
    const label = `${work.kind}.${alike.length}`
    this.needed.push({ label, type: known(type), work })
    return label
  }

  /** One routine may need others. */
  routines(data: Data, around: Surroundings): readonly GeneratedRoutine[] {
    const routines: GeneratedRoutine[] = []
    for (const needed of this.needed) routines.push(routineFor(needed, data, around))
    return routines
  }
}

function isSameWork(one: Work, other: Work): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Its first argument is kept in the frame at −8, its second at −16. */
function routineFor({ label, type, work }: Needed, data: Data, around: Surroundings): GeneratedRoutine {
  const hasDepth = work.kind === 'format' && hasLines(work.piece)
  const code = new Code(data, hasDepth ? 24 : 16)
  const gen = Generation.forRoutine(code, around)
  const [first, second] = [-8, -16].map((pointer): Stable => ({ address: inFrame(0), pointer }))
  code.emit('mov', [frame(-8), named('rdi')], 'Where it is')
  if (work.kind === 'compare') code.emit('mov', [frame(-16), named('rsi')], 'Where the other one is')
  if (work.kind === 'format') code.emit('mov', [frame(-16), named('rsi')], 'In so many columns')
  if (hasDepth) code.emit('mov', [frame(-24), named('rdx')], 'So deep in others')
  if (work.kind === 'drop') dropParts(gen, type)
  else if (work.kind === 'compare') compareWhole(gen, first!, second!, type, work.how)
  else {
    const lines = hasDepth ? { depth: 0, around: -24 } : {}
    formattedWhole(gen, first!, type, { piece: work.piece, width: { slot: -16 }, ...lines })
  }
  const frameSize = Math.ceil(code.deepest / 16) * 16
  const body: Group = {
    heading: HEADINGS[work.kind](typeText(type)),
    span: NOWHERE,
    lines: code.lines,
  }
  const apart: Group = { heading: 'If a panic comes by', span: NOWHERE, lines: code.apart }
  const whole = [
    prologue(NOWHERE, { frameSize }),
    body,
    epilogue(NOWHERE),
    ...(apart.lines.length > 0 ? [apart] : []),
  ]
  return { label, frameSize, ...withLandings(whole, () => code.label()) }
}
