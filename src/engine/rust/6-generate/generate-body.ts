import type { Span } from '../1-parse/syntax.ts'
import type { AssertMessage, Operand, Place, Terminator } from '../4-mir/mir.ts'
import { offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { isScalar, isWide } from '../3-check/types.ts'
import { generateCall, isInMemory } from './calls.ts'
import { registerFor, shifted } from './code.ts'
import { compare, compute, isComparison, oppositeOf } from './computations.ts'
import { dropAll } from './drops.ts'
import { effectsOf, type Effects } from './effects.ts'
import type { Generation, Pending } from './generation.ts'
import type { Headings } from './headings.ts'
import { frame, immediate } from './instruction.ts'
import { constantOf, discardValue, evaluate, passPair, peek, settle, sourceOf, wideOf } from './operands.ts'
import { addressOf } from './places.ts'
import { checkOf, operandsOf, type Run, type Step } from './steps.ts'
import { store } from './stores.ts'
import { placesIn } from './temporaries.ts'

/** Writes the instructions of a function's runs, one run after the other. */
export class BodyGenerator {
  private readonly gen: Generation
  private readonly runs: readonly Run[]
  private readonly headings: Headings
  private readonly flagAt: (flag: number) => number
  private readonly labels = new Map<number, string>()
  /** Blocks that are jumped to, not only come to. */
  private readonly marked = new Set<number>()
  private returnLabel: string | undefined

  constructor(gen: Generation, runs: readonly Run[], headings: Headings, flagAt: (flag: number) => number) {
    this.gen = gen
    this.runs = runs
    this.headings = headings
    this.flagAt = flagAt
  }

  generate(): void {
    const [usual, rare] = [false, true].map((wanted) =>
      this.runs.filter((run) => this.isRare(run) === wanted),
    )
    this.write(usual!)
    if (this.returnLabel !== undefined) this.gen.code.mark(this.returnLabel)
    for (const run of rare!) {
      this.marked.delete(run.block)
      this.gen.code.aside(() => this.write([run]), this.labelOf(run.block))
    }
  }

  /** It ends in a panic: it stands behind the function. */
  private isRare({ block, steps }: Run): boolean {
    const last = steps.at(-1)
    return block !== this.runs[0]!.block && last?.kind === 'call' && last.callee.kind === 'format'
  }

  private write(runs: readonly Run[]): void {
    runs.forEach((run, index) => this.markTargets(run, runs[index + 1]?.block))
    runs.forEach((run, index) => {
      const { code } = this.gen
      const first = run.steps.find(({ kind }) => !kind.startsWith('storage'))
      if (first) code.span = this.headings.of(first)
      if (this.marked.has(run.block)) code.mark(this.labelOf(run.block))
      for (const step of run.steps) {
        code.span = this.headings.of(step)
        this.step(step, runs[index + 1]?.block, index === runs.length - 1)
        this.gen.endStep()
      }
    })
  }

  private labelOf(block: number): string {
    const label = this.labels.get(block) ?? this.gen.code.label()
    this.labels.set(block, label)
    return label
  }

  private markTargets({ steps }: Run, next: number | undefined): void {
    const last = steps.at(-1)
    if (last?.kind === 'goto' && last.target !== next) this.marked.add(last.target)
    if (last?.kind !== 'switch') return
    const targets = last.targets.map(([, target]) => target)
    for (const target of targets.slice(0, -1)) this.marked.add(target)
    if (targets.at(-1) === next) this.marked.add(last.otherwise)
    else {
      this.marked.add(targets.at(-1)!)
      if (last.otherwise !== next) this.marked.add(last.otherwise)
    }
  }

  private step(step: Step, next: number | undefined, isLast: boolean): void {
    const { gen } = this
    gen.pads?.lead('unwinding' in step ? (step.unwinding ?? []) : [])
    switch (step.kind) {
      case 'assign':
        return this.assign(step)
      case 'call':
        this.settleBefore(step)
        return generateCall(gen, step)
      case 'drop':
        this.settleBefore(step)
        return this.drop(step)
      case 'assert':
        this.settleBefore(step)
        return this.assert(step)
      case 'flags':
        this.settleBefore(step)
        for (const { flag, isSet } of step.changes)
          gen.code.emit(
            'mov',
            [frame(this.flagAt(flag), 1), immediate(isSet ? 1 : 0)],
            isSet ? 'It has a value' : 'It was moved away',
          )
        return
      case 'goto':
        if (step.target !== next) gen.code.jump('jmp', this.labelOf(step.target))
        return
      case 'switch':
        return this.choose(step, next)
      case 'return':
        this.return()
        if (!isLast) gen.code.jump('jmp', (this.returnLabel ??= gen.code.label()))
        return
      case 'unreachable':
        return gen.code.emit('ud2', [], 'Nothing comes here')
      default:
    }
  }

  /** Where one of them panics the others go all the same. */
  private drop({ actions, unwinding }: Step & { kind: 'drop' }): void {
    const { gen } = this
    actions.forEach((action, index) => {
      gen.pads?.lead([...actions.slice(index + 1), ...unwinding])
      dropAll(gen, [action], this.flagAt)
    })
  }

  // ── Values ──

  private assign(step: Step & { kind: 'assign' }): void {
    const { gen } = this
    const { place, value, checks } = step
    const { local, projection } = place
    if (projection.length === 0 && gen.isFleeting(local)) return this.wait(step)
    const type = gen.placeType(place)
    this.settleBefore(step)
    if (value.kind === 'binary' && value.isChecked) return this.storePair(step)
    const isSimple = projection.length === 0 || sizeOf(type) === 0 || !needsRegisters(place)
    if (isSimple || isInMemory(type) || isWide(type))
      return store(gen, addressOf(gen, place), value, checks, type)
    this.storeBehind(step)
  }

  /** Of a pair that is needed later on, only the number is kept: it is looked at where it is certain to fit. */
  private storePair({ place, value, checks }: Step & { kind: 'assign' }): void {
    const { gen } = this
    const held = compute(gen, value, checks, gen.placeType(place))
    const [number] = offsetsOf(gen.placeType(place))
    gen.code.store(shifted(addressOf(gen, place), number!), gen.code.operand(held), held.width)
    gen.code.release(held)
  }

  /** The value first, then where it goes. */
  private storeBehind({ place, value, checks, from, to }: Step & { kind: 'assign' }): void {
    const { gen } = this
    const type = gen.placeType(place)
    const number = value.kind === 'use' ? constantOf(gen, value.operand) : undefined
    if (number !== undefined) return store(gen, addressOf(gen, place), value, checks, type)
    const held = compute(gen, value, checks, type)
    const address = addressOf(gen, place, { from, to })
    gen.code.store(address, gen.code.operand(held), held.width)
    gen.code.releaseAddress(address)
    gen.code.release(held)
  }

  /** A value without a place of its own is computed where it is needed; one that is not used, for what may go wrong. */
  private wait({ place: { local }, value, checks }: Step & { kind: 'assign' }): void {
    const { gen } = this
    const effects = effectsOf(gen, value, checks)
    const isPair = value.kind === 'binary' && value.isChecked
    if (isPair) gen.pairs.add(local)
    const type = isPair ? gen.typeOf(value.left) : gen.localType(local)
    const span = gen.code.span
    if (gen.temporaries.usesLeft[local]! <= 0) {
      if (effects.panics || gen.temporaries.hasStorage(local))
        return this.computeForNothing({ value, checks, effects, type, span })
      return discardValue(gen, { value, checks, type, effects, span })
    }
    for (const nested of this.fleetingIn(
      operandsOf(value)
        .flatMap(placeOf)
        .concat('place' in value ? [value.place] : []),
    ))
      nested.isNested = true
    gen.fleeting.set(local, { kind: 'pending', value, checks, effects, type, span, isNested: false })
  }

  private computeForNothing(pending: Omit<Pending, 'kind' | 'isNested'>): void {
    const { gen } = this
    const { value, checks, type } = pending
    const isTrivial = value.kind === 'use' && value.operand.kind === 'constant'
    if (isTrivial || !isScalar(type) || sizeOf(type) === 0) return this.computeInRoom(pending)
    gen.code.release(compute(gen, value, checks, type))
  }

  private computeInRoom(pending: Omit<Pending, 'kind' | 'isNested'>): void {
    const { gen } = this
    if (!pending.effects.panics) return discardValue(gen, pending)
    const offset = gen.stepRoom(sizeOf(pending.type))
    store(
      gen,
      { base: 'frame', index: undefined, displacement: offset },
      pending.value,
      pending.checks,
      pending.type,
    )
  }

  private *fleetingIn(places: readonly Place[]): Generator<Pending> {
    for (const { local, projection } of places)
      for (const each of [
        local,
        ...projection.flatMap((part) => (part.kind === 'index' ? [part.local] : [])),
      ]) {
        const state = this.gen.fleeting.get(each)
        if (state?.kind === 'pending') yield state
      }
  }

  // ── Before things change ──

  /** Computes what waits, and would be another value or go wrong too late if it waited any longer. */
  private settleBefore(step: Step): void {
    const { gen } = this
    if (gen.fleeting.size === 0) return
    const isTooLate = this.conflictOf(step)
    const own = this.ownOf(step)
    const waiting = [...gen.fleeting].filter(
      ([, state]) => state.kind === 'pending' && !state.isNested && isTooLate(state.effects),
    )
    const isPartwise = step.kind === 'assign' && isInMemory(gen.placeType(step.place))
    const last = isPartwise ? waiting.length - 1 : waiting.findLastIndex(([local]) => !own.has(local))
    for (const [local, state] of waiting.slice(0, last + 1)) {
      if (isPartwise && own.has(local) && state.kind === 'pending' && !this.isMixed(step, state)) continue
      settle(gen, local)
    }
  }

  /** A part of what is written is made of what is overwritten. */
  private isMixed(step: Step & { kind: 'assign' }, { effects }: Pending): boolean {
    const { local, projection } = step.place
    const isElsewhere = projection.some(({ kind }) => kind === 'deref')
    return isElsewhere || this.gen.referredTo.has(local)
      ? effects.memory || effects.locals.has(local)
      : effects.locals.has(local)
  }

  private conflictOf(step: Step): (effects: Effects) => boolean {
    const { gen } = this
    if (step.kind === 'assign') {
      const { local, projection } = step.place
      const isElsewhere = projection.some(({ kind }) => kind === 'deref')
      const isShared = isElsewhere || gen.referredTo.has(local)
      const panics = effectsOf(gen, step.value, step.checks).panics
      return (effects) =>
        (effects.panics && panics) ||
        (isShared && effects.memory) ||
        (!isElsewhere && effects.locals.has(local))
    }
    if (step.kind === 'assert' || step.kind === 'flags') return ({ panics }) => panics
    const { local } = step.kind === 'call' ? step.destination : { local: -1 }
    return ({ panics, memory, locals }) => panics || memory || locals.has(local)
  }

  /** What the step itself is about to use. */
  private ownOf(step: Step): ReadonlySet<number> {
    const own = new Set<number>()
    const waiting = [...placesIn(step)]
    if (step.kind === 'assign') waiting.push(step.place)
    while (waiting.length > 0) {
      const { local, projection } = waiting.pop()!
      for (const each of [
        local,
        ...projection.flatMap((part) => (part.kind === 'index' ? [part.local] : [])),
      ]) {
        if (own.has(each)) continue
        own.add(each)
        const state = this.gen.fleeting.get(each)
        if (state?.kind !== 'pending') continue
        waiting.push(...operandsOf(state.value).flatMap(placeOf))
        if ('place' in state.value) waiting.push(state.value.place)
      }
    }
    return own
  }

  // ── Ways ──

  private assert({ operand, expected, message, from, to }: Step & { kind: 'assert' }): void {
    const { gen } = this
    const { code } = gen
    const condition = this.condition(operand)
    const jump = expected ? oppositeOf(condition) : condition
    const label =
      message.kind === 'bounds'
        ? this.boundsPanic(message.operands, { from, to })
        : this.checkPanic(message, { from, to })
    code.jump(`j${jump}`, label, message.kind === 'bounds' ? 'Is there no such element?' : '')
  }

  private checkPanic(message: AssertMessage, span: Span): string {
    return this.gen.code.aside(() => this.gen.panic(span, checkOf(message)?.text ?? ''))
  }

  private boundsPanic([length, index]: readonly Operand[], span: Span): string {
    const { gen } = this
    const [at, count] = [peek(gen, index!), peek(gen, length!)]
    const label = gen.code.aside(() => {
      passPair(gen.code, at.operand, count.operand)
      gen.code.text(`${gen.panicHead(span)}index out of bounds: the len is `)
      gen.code.call('panic.bounds')
    })
    at.release()
    count.release()
    return label
  }

  /** @returns the condition under which it holds, after what sets the flags */
  private condition(operand: Operand): string {
    const { gen } = this
    if (operand.kind !== 'constant') {
      const { local, projection } = operand.place
      const state = projection.length === 0 && gen.isFleeting(local) ? gen.fleeting.get(local) : undefined
      if (state?.kind === 'pending' && gen.temporaries.usesLeft[local] === 1) {
        const { value } = state
        if (value.kind === 'binary' && isComparison(value.operator)) {
          gen.look(local)
          return compare(gen, value)
        }
        if (value.kind === 'unary' && value.operator === 'Not') {
          gen.look(local)
          return oppositeOf(this.condition(value.operand))
        }
        if (value.kind === 'use') {
          gen.look(local)
          return this.condition(value.operand)
        }
      }
    }
    const source = sourceOf(gen, operand)
    const written = source.operand(true)
    if (source.kind === 'number') {
      const held = gen.code.number(source.value!, 1)
      gen.code.emit('test', [gen.code.operand(held), gen.code.operand(held)])
      gen.code.release(held)
    } else if (source.kind === 'register') gen.code.emit('test', [written, written])
    else gen.code.emit('cmp', [written, immediate(0)])
    source.release()
    return 'ne'
  }

  private choose(
    { operand, targets, otherwise }: Terminator & { kind: 'switch' },
    next: number | undefined,
  ): void {
    const { gen } = this
    const isCondition = gen.typeOf(operand).kind === 'bool' && targets.length === 1
    if (isCondition) {
      const [[value, target]] = targets as [readonly [bigint, number]]
      const condition = this.condition(operand)
      const isTaken = value === 1n ? condition : oppositeOf(condition)
      return this.branch(isTaken, target, otherwise, next)
    }
    const source = sourceOf(gen, operand)
    targets.forEach(([value, target], index) => {
      gen.code.emit('cmp', [source.operand(true), immediate(value)])
      if (index < targets.length - 1) gen.code.jump('je', this.labelOf(target))
      else this.branch('e', target, otherwise, next)
    })
    source.release()
  }

  /** Goes to one block under a condition, else to another. */
  private branch(condition: string, target: number, otherwise: number, next: number | undefined): void {
    const { code } = this.gen
    if (target === next) return code.jump(`j${oppositeOf(condition)}`, this.labelOf(otherwise))
    code.jump(`j${condition}`, this.labelOf(target))
    if (otherwise !== next) code.jump('jmp', this.labelOf(otherwise))
  }

  /** What is returned goes where the caller expects it. */
  private return(): void {
    const { gen } = this
    const { code } = gen
    const type = gen.localType(0)
    if (sizeOf(type) === 0) return
    const operand = { kind: 'move', place: { local: 0, projection: [] }, span: code.span } as const
    if (isInMemory(type)) {
      const held = code.addressInRegister(addressOf(gen, operand.place), 'rax')
      code.moveTo(held, 'rax')
      return code.release(held)
    }
    if (!isWide(type)) {
      const register = registerFor(type, 'rax') ?? 'rax'
      const held = evaluate(gen, operand, register)
      code.moveTo(held, register)
      return code.release(held)
    }
    const wide = wideOf(gen, operand)
    const pointer = wide.pointer('rax')
    const length = wide.length('rdx')
    code.moveTo(pointer, 'rax')
    code.moveTo(length, 'rdx')
    code.release(pointer)
    code.release(length)
  }
}

function placeOf(operand: Operand): Place[] {
  return operand.kind === 'constant' ? [] : [operand.place]
}

/** Whether finding out where a place is needs a register. */
function needsRegisters({ projection }: Place): boolean {
  return projection.some(({ kind }) => kind !== 'field')
}
