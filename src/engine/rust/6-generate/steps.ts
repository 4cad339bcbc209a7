import type { Span } from '../1-parse/syntax.ts'
import {
  type AssertMessage,
  type BasicBlock,
  type BinaryOperator,
  type Operand,
  type Place,
  type Rvalue,
  type Terminator,
} from '../4-mir/mir.ts'
import type { DropAction, DropPlans, FlagChange } from './drop-plans.ts'

/** What an operation is checked for when it is executed, and what is said if the check fails. */
export interface Check extends Span {
  readonly kind: 'overflow' | 'zero'
  readonly text: string
  readonly unwinding: readonly DropAction[]
}

/** One thing that a run does. Checks of arithmetic are part of the arithmetic. */
export type Step = Span &
  (
    | {
        readonly kind: 'assign'
        readonly place: Place
        readonly value: Rvalue
        readonly checks: readonly Check[]
      }
    | {
        readonly kind: 'assert'
        readonly operand: Operand
        readonly expected: boolean
        readonly message: AssertMessage
        readonly unwinding: readonly DropAction[]
      }
    | (Terminator & { readonly kind: 'call'; readonly unwinding?: readonly DropAction[] })
    | {
        readonly kind: 'drop'
        readonly actions: readonly DropAction[]
        readonly unwinding: readonly DropAction[]
      }
    | { readonly kind: 'flags'; readonly changes: readonly FlagChange[] }
    | { readonly kind: 'storage-live' | 'storage-dead'; readonly local: number }
    | (Terminator & { readonly kind: 'switch' | 'goto' | 'return' | 'unreachable' })
  )

/** What runs from its first step to its last; only the last may lead to more than one place. */
export interface Run {
  /** The block that it begins with. */
  readonly block: number
  readonly steps: readonly Step[]
}

const ATTEMPTS: Readonly<Partial<Record<BinaryOperator, string>>> = {
  Add: 'attempt to add with overflow',
  Sub: 'attempt to subtract with overflow',
  Mul: 'attempt to multiply with overflow',
  Div: 'attempt to divide with overflow',
  Rem: 'attempt to calculate the remainder with overflow',
  Shl: 'attempt to shift left with overflow',
  Shr: 'attempt to shift right with overflow',
}

/** What a failed check of arithmetic says, as the library's panics do. */
export function checkOf(message: AssertMessage): Pick<Check, 'kind' | 'text'> | undefined {
  switch (message.kind) {
    case 'overflow':
      return { kind: 'overflow', text: ATTEMPTS[message.operator]! }
    case 'negation':
      return { kind: 'overflow', text: 'attempt to negate with overflow' }
    case 'division':
      return { kind: 'zero', text: 'attempt to divide by zero' }
    case 'remainder':
      return { kind: 'zero', text: 'attempt to calculate the remainder with a divisor of zero' }
    default:
      return undefined
  }
}

/** The steps of the blocks of one run. */
export function stepsOf(
  blocks: readonly BasicBlock[],
  run: readonly number[],
  drops: DropPlans | undefined,
  useCounts: Int32Array,
): Run {
  return { block: run[0]!, steps: new Collector(blocks, drops, useCounts).collect(run) }
}

type Assignment = Step & { kind: 'assign' }

class Collector {
  private readonly blocks: readonly BasicBlock[]
  private readonly drops: DropPlans | undefined
  /** How often each local is looked at. */
  private readonly useCounts: Int32Array
  /** What is left out leaves a hole. */
  private readonly steps: (Step | undefined)[] = []
  private readonly definitions = new Map<number, number>()
  /** Checks of the arithmetic that comes next. */
  private waiting: Check[] = []

  constructor(blocks: readonly BasicBlock[], drops: DropPlans | undefined, useCounts: Int32Array) {
    this.blocks = blocks
    this.drops = drops
    this.useCounts = useCounts
  }

  collect(run: readonly number[]): readonly Step[] {
    run.forEach((block, place) => {
      const { statements, terminator } = this.blocks[block]!
      statements.forEach((statement, index) => {
        if (statement.kind === 'assign') this.assign({ ...statement, checks: [] })
        else if (statement.kind !== 'mention') this.steps.push(statement)
        this.flags(block, index, statement)
      })
      this.terminator(block, terminator, place === run.length - 1)
    })
    return this.steps.filter((step) => step !== undefined)
  }

  private assign(step: Assignment): void {
    const { place, value } = step
    const takesChecks =
      (value.kind === 'binary' && ['Div', 'Rem', 'Shl', 'Shr'].includes(value.operator)) ||
      (value.kind === 'unary' && value.operator === 'Neg')
    const checks = takesChecks ? this.waiting.splice(0) : []
    if (place.projection.length === 0) this.definitions.set(place.local, this.steps.length)
    this.steps.push({ ...step, checks })
  }

  private flags(block: number, statement: number, { from, to }: Span): void {
    const changes = this.drops?.changes.get(this.drops.pointOf(block, statement))
    if (changes) this.steps.push({ kind: 'flags', changes, from, to })
  }

  private terminator(block: number, terminator: Terminator, isLast: boolean): void {
    const { from, to } = terminator
    const unwinding = this.drops?.unwinding.get(block) ?? []
    switch (terminator.kind) {
      case 'assert':
        this.assert(terminator, unwinding)
        break
      case 'drop': {
        const actions = this.drops?.actions.get(block) ?? []
        if (actions.length > 0) this.steps.push({ kind: 'drop', actions, unwinding, from, to })
        break
      }
      case 'call':
        this.steps.push({ ...terminator, unwinding })
        if (terminator.target === undefined) return
        break
      case 'goto':
        break
      default:
        this.steps.push(terminator)
        return
    }
    this.flags(block, this.blocks[block]!.statements.length, terminator)
    if (isLast) this.steps.push({ kind: 'goto', target: terminator.target!, from, to })
  }

  /** A check of arithmetic goes to the arithmetic; any other stays where it is. */
  private assert(
    { operand, expected, message, from, to }: Terminator & { kind: 'assert' },
    unwinding: readonly DropAction[],
  ): void {
    const check = checkOf(message)
    if (!check || operand.kind === 'constant') {
      this.steps.push({ kind: 'assert', operand, expected, message, unwinding, from, to })
      return
    }
    const { local, projection } = operand.place
    const at = this.definitions.get(local)
    const definition = at === undefined ? undefined : this.steps[at]
    if (projection.length > 0 && definition?.kind === 'assign') {
      this.useCounts[local]!--
      this.steps[at!] = { ...definition, checks: [...definition.checks, { ...check, unwinding, from, to }] }
    } else {
      this.waiting.push({ ...check, unwinding, from, to })
      this.unuse(operand)
    }
  }

  /** What was computed only to be checked is not computed. */
  private unuse(operand: Operand): void {
    if (operand.kind === 'constant') return
    const { local } = operand.place
    if (--this.useCounts[local]! > 0) return
    const at = this.definitions.get(local)
    const step = at === undefined ? undefined : this.steps[at]
    if (step?.kind !== 'assign') return
    const { value } = step
    this.steps[at!] = undefined
    if (value.kind === 'binary') for (const each of [value.left, value.right]) this.unuse(each)
    if (value.kind === 'cast' || value.kind === 'use') this.unuse(value.operand)
  }
}

/** How often each local is looked at; what a message about arithmetic would say of it does not count. */
export function countUses(
  blocks: readonly BasicBlock[],
  order: readonly number[],
  localCount: number,
  drops: DropPlans | undefined,
): Int32Array {
  const counts = new Int32Array(localCount)
  const place = ({ local, projection }: Place, isRead: boolean): void => {
    if (isRead || projection.length > 0) counts[local]!++
    for (const part of projection) if (part.kind === 'index') counts[part.local]!++
  }
  const operands = (all: readonly Operand[]) => {
    for (const operand of all) if (operand.kind !== 'constant') place(operand.place, true)
  }
  for (const index of order) {
    const { statements, terminator } = blocks[index]!
    for (const statement of statements) {
      if (statement.kind !== 'assign') continue
      place(statement.place, false)
      const { value } = statement
      if ('place' in value) place(value.place, true)
      operands(operandsOf(value))
    }
    if (terminator.kind === 'switch') operands([terminator.operand])
    if (terminator.kind === 'drop')
      for (const action of drops?.actions.get(index) ?? []) place(action.place, true)
    if (terminator.kind === 'call') {
      operands(terminator.arguments)
      place(terminator.destination, false)
    }
    if (terminator.kind === 'assert') {
      operands([terminator.operand])
      if (!checkOf(terminator.message)) operands(terminator.message.operands)
    }
    if (terminator.kind === 'return') counts[0]!++
  }
  return counts
}

export function operandsOf(value: Rvalue): readonly Operand[] {
  switch (value.kind) {
    case 'ref':
    case 'raw':
    case 'length':
    case 'discriminant':
      return []
    case 'binary':
      return [value.left, value.right]
    case 'aggregate':
      return value.operands
    default:
      return [value.operand]
  }
}
