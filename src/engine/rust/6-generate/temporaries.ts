import { type MirBody, type Operand, type Place, type Rvalue } from '../4-mir/mir.ts'
import { isWide, isScalar, known } from '../3-check/types.ts'
import type { DropPlans } from './drop-plans.ts'
import { operandsOf, type Run, type Step } from './steps.ts'

/** Locals that something refers to: their address is taken. @param isMeant which references count */
export function referredLocals(
  { blocks }: Pick<MirBody, 'blocks'>,
  isMeant: (value: Rvalue & { kind: 'ref' | 'raw' }, target: Place) => boolean = () => true,
): ReadonlySet<number> {
  const found = new Set<number>()
  for (const { statements } of blocks)
    for (const statement of statements) {
      if (statement.kind !== 'assign') continue
      const { value } = statement
      if (value.kind !== 'ref' && value.kind !== 'raw') continue
      const { local, projection } = value.place
      if (projection.some(({ kind }) => kind === 'deref')) continue
      if (isMeant(value, statement.place)) found.add(local)
    }
  return found
}

const LOOKS: ReadonlySet<string> = new Set(['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'len', 'is_empty'])

/** References that only printing and comparing look at: of a number, those take a copy. */
export function passingReferences({
  blocks,
  locals,
}: Pick<MirBody, 'blocks' | 'locals'>): ReadonlySet<number> {
  const elsewhere = new Set<number>()
  const casts: (readonly [from: number, to: number])[] = []
  const looks = new Set<number>()
  const note = (operand: Operand, found: Set<number>) => {
    if (operand.kind !== 'constant') found.add(operand.place.local)
  }
  for (const { statements, terminator } of blocks) {
    for (const statement of statements) {
      if (statement.kind !== 'assign') continue
      const { value, place } = statement
      const isCast =
        value.kind === 'cast' && value.operand.kind !== 'constant' && place.projection.length === 0
      if (isCast) casts.push([(value.operand as Operand & { kind: 'copy' }).place.local, place.local])
      else for (const operand of operandsOf(value)) note(operand, elsewhere)
      if ('place' in value) elsewhere.add(value.place.local)
    }
    if (terminator.kind !== 'call') continue
    const { callee } = terminator
    const isLook = callee.kind === 'format' || (callee.kind === 'library' && LOOKS.has(callee.name))
    for (const operand of terminator.arguments) note(operand, isLook ? looks : elsewhere)
  }
  for (const [from, to] of casts.toReversed())
    (elsewhere.has(to) || !looks.has(to) ? elsewhere : looks).add(from)
  return new Set([...looks].filter((local) => !elsewhere.has(local) && locals[local]!.name === undefined))
}

/** What is to be known of locals that lie nowhere: each is computed where it is used, or waits in a register until then. */
export interface Temporaries {
  /** It has no place of its own in the frame. */
  isFleeting(local: number): boolean
  /** How often it is still to be looked at. */
  readonly usesLeft: Int32Array
  /** It stands for what the source has, not for a check of the compiler's. */
  hasStorage(local: number): boolean
}

/** Those that are given a value once, and looked at only behind that in the same run. */
export function findTemporaries(
  { locals, parameterCount }: MirBody,
  runs: readonly Run[],
  referredTo: ReadonlySet<number>,
  usesLeft: Int32Array,
  drops: DropPlans | undefined,
): Temporaries {
  const definedIn = new Int32Array(locals.length).fill(-1)
  const fleeting = new Uint8Array(locals.length)
  const stored = new Uint8Array(locals.length)
  locals.forEach(({ name, type }, local) => {
    const isResult = local === 0 && (isScalar(type) || isWide(type)) && known(type).kind !== 'never'
    const isTemporary = local > parameterCount && name === undefined && !referredTo.has(local)
    fleeting[local] = isResult || isTemporary ? 1 : 0
  })
  const define = (local: number, run: number) => {
    if (definedIn[local] !== -1) fleeting[local] = 0
    definedIn[local] = run
  }
  const use = (local: number, run: number) => {
    if (definedIn[local] !== run) fleeting[local] = 0
  }
  const look = ({ local, projection }: Place, run: number) => {
    use(local, run)
    for (const part of projection) if (part.kind === 'index') use(part.local, run)
  }
  const set = (place: Place, run: number) => {
    if (place.projection.length === 0) return define(place.local, run)
    look(place, run)
    if (place.projection[0]?.kind !== 'deref') fleeting[place.local] = 0
  }
  runs.forEach(({ steps }, run) => {
    for (const step of steps) {
      for (const place of placesIn(step)) look(place, run)
      if (step.kind === 'assign') set(step.place, run)
      else if (step.kind === 'call') set(step.destination, run)
      else if (step.kind === 'drop') for (const { place } of step.actions) fleeting[place.local] = 0
      else if (step.kind === 'storage-live') stored[step.local] = 1
      else if (step.kind === 'return') use(0, run)
    }
  })
  // What a panic is to find lies somewhere.
  for (const actions of drops?.unwinding.values() ?? [])
    for (const { place } of actions) fleeting[place.local] = 0
  return {
    isFleeting: (local) => fleeting[local] === 1 && definedIn[local] !== -1,
    usesLeft,
    hasStorage: (local) => stored[local] === 1,
  }
}

/** The places that a step looks at; not those that it gives a value. */
export function placesIn(step: Step): readonly Place[] {
  switch (step.kind) {
    case 'assign':
      return 'place' in step.value ? [step.value.place] : placesOf(operandsOf(step.value))
    case 'call':
      return placesOf(step.arguments)
    case 'assert':
      return placesOf([step.operand, ...step.message.operands])
    case 'switch':
      return placesOf([step.operand])
    case 'drop':
      return step.actions.map(({ place }) => place)
    default:
      return []
  }
}

function placesOf(operands: readonly Operand[]): readonly Place[] {
  return operands.flatMap((operand) => (operand.kind === 'constant' ? [] : [operand.place]))
}
