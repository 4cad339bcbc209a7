import type { Call, Closure, Expression, FunctionItem, Path, Pattern, Variable } from '../1-parse/syntax.ts'
import { messages } from '../messages.ts'
import type { CallKind } from './callables.ts'
import { InferCalls } from './infer-calls.ts'
import { MOST_STEPS } from './infer-operators.ts'
import type { Inference } from './infer.ts'
import { calledAs } from './instances.ts'
import { isUnknown, known, MISTAKE, typeText, UNIT, unknownType, type Type } from './types.ts'
import { join } from './unify.ts'

const CALLS: readonly (readonly [trait: CallKind, method: string])[] = [
  ['Fn', 'call'],
  ['FnMut', 'call_mut'],
  ['FnOnce', 'call_once'],
]

/** What a closure is asked to take and to give. */
interface Wanted {
  readonly parameters: readonly Type[]
  readonly result: Type | undefined
  readonly kind: CallKind | undefined
}

/** Types of closures, of functions' names where values stand, and of calls of either. */
export abstract class InferClosures extends InferCalls {
  /** What the function, or the closure that is being looked at, gives back. */
  protected result: Type = UNIT
  /** What no way that comes back tells: such a one never does. */
  protected readonly neverBack: Type[] = []

  protected abstract pattern(pattern: Pattern, type: Type): void
  protected abstract get inference(): Inference

  protected closure(closure: Closure, hint: Type | undefined): Type {
    const wanted = hint && this.wantedOf(hint)
    const parameters = closure.parameters.map(({ type }) =>
      type ? this.program.sized(type, this.program.typeFor(type)) : unknownType(),
    )
    const result = closure.returnType ? this.program.typeFor(closure.returnType) : unknownType()
    if (wanted && wanted.parameters.length !== parameters.length)
      return this.mistake(closure.head, messages.closureCount(wanted.parameters.length, parameters.length))
    wanted?.parameters.forEach((type, index) => {
      if (!join(parameters[index]!, type))
        this.mistake(closure.head, messages.closureParameter(typeText(type), typeText(parameters[index]!)))
    })
    if (wanted?.result && !closure.returnType) join(result, wanted.result)
    this.insideClosure(closure, parameters, result)
    const written = { closure, parameters, result, inference: this.inference, wantedKind: wanted?.kind }
    return this.program.closureType(written, this.item)
  }

  private insideClosure({ parameters, body }: Closure, types: readonly Type[], result: Type): void {
    const outer = { result: this.result, diverges: this.diverges, isChanged: this.isChanged }
    this.result = result
    this.diverges = false
    this.isChanged = false
    parameters.forEach(({ pattern }, index) => this.pattern(pattern, types[index]!))
    const found = this.check(body, result)
    if (known(found).kind === 'never' || this.diverges) this.neverBack.push(result)
    Object.assign(this, outer)
  }

  /** What the parameter says that a closure is passed to: as a pointer, or by the bounds of the type that it leaves open. */
  private wantedOf(hint: Type): Wanted | undefined {
    const type = known(hint)
    if (type.kind === 'function') return { ...type, kind: undefined }
    if (type.kind !== 'variable' && type.kind !== 'dyn') return undefined
    for (const { trait, arguments: given, associated } of type.kind === 'dyn' ? [type] : this.askedOf(type)) {
      const kind = this.callKindOf(trait)
      const tuple = given[0] && known(given[0])
      if (kind && tuple?.kind === 'tuple')
        return { parameters: tuple.elements, result: associated.get('Output'), kind }
    }
    return undefined
  }

  /** A function's name where a value is asked for: a value without size, of a type that only this function has. */
  protected functionValue(name: Variable, item: FunctionItem): Type {
    this.instantiate(name, item, [], [])
    const open = this.program.genericsOf(item)
    return this.program.functionType(item, this.instances.get(name) ?? open.map(() => MISTAKE))
  }

  /** What takes so many arguments, as a closure that does nothing but call it. */
  protected asClosure(expression: Variable | Path, count: number): Type {
    const { from, to } = expression
    const names = Array.from({ length: count }, (_, index) => ({ from, to, text: `argument ${index}` }))
    const parameters = names.map((name) => {
      const pattern = {
        kind: 'name',
        from,
        to,
        name,
        mutable: false,
        reference: undefined,
        inner: undefined,
      } as const
      const local = {
        kind: 'local',
        name: name.text,
        declaration: pattern,
        isParameter: true,
        scope: { from, to: from },
      } as const
      this.program.resolution.declared.set(pattern, local)
      return { pattern, local }
    })
    const given = parameters.map(({ local }): Variable => {
      const variable: Variable = { kind: 'variable', from, to, name: local.name }
      this.meanings.set(variable, local)
      return variable
    })
    const body: Call = { kind: 'call', from, to, callee: this.copied(expression), arguments: given }
    const closure: Closure = {
      kind: 'closure',
      from,
      to,
      head: { from, to },
      isMove: false,
      parameters: parameters.map(({ pattern }) => ({ pattern, type: undefined })),
      returnType: undefined,
      body,
    }
    return this.rewrite(expression, closure)
  }

  /** A value is called: a closure, a function, a pointer to one, or what has one of the traits of calls. */
  protected callValue(call: Call, found: Type): Type {
    const { callee } = call
    let [type, depth] = [this.needed(callee, found), 0]
    for (; depth <= MOST_STEPS; depth++) {
      const direct = calledAs(type)
      if (direct)
        return this.callDirectly(call, depth, direct, this.program.callables.closureOf(type) !== undefined)
      const byTrait = this.callByTrait(call, type, depth)
      if (byTrait) return byTrait
      const target = type.kind === 'reference' || type.kind === 'box' ? type.target : this.targetOf(type)
      if (!target) break
      type = known(target)
    }
    for (const argument of call.arguments) this.infer(argument)
    if (known(found).kind === 'mistake') return this.silentMistake()
    return this.mistake(callee, messages.notAFunction(typeText(found)))
  }

  private callDirectly(
    call: Call,
    depth: number,
    { parameters, result }: { parameters: readonly Type[]; result: Type },
    isClosure: boolean,
  ): Type {
    if (depth > 0) {
      const callee = this.pointedAt(call.callee, depth)
      Object.assign(call, { callee })
      this.infer(callee)
    }
    this.arguments(call, call.arguments, parameters, isClosure ? 'E0057' : undefined)
    this.solve()
    return result
  }

  private callByTrait(call: Call, type: Type, depth: number): Type | undefined {
    if (
      type.kind === 'reference' ||
      type.kind === 'box' ||
      type.kind === 'variable' ||
      type.kind === 'mistake'
    )
      return undefined
    for (const [name, method] of CALLS) {
      const trait = this.traits.named(name)
      const tuple = unknownType()
      if (!trait || !this.traits.select(trait, type, [tuple])) continue
      const wanted = known(tuple)
      if (wanted.kind === 'tuple' && wanted.elements.length !== call.arguments.length) {
        for (const argument of call.arguments) this.infer(argument)
        return this.mistake(
          call,
          messages.argumentCount(wanted.elements.length, call.arguments.length, 'E0057'),
        )
      }
      const isBoxed = type.kind === 'dyn' && name === 'FnOnce'
      const place = this.pointedAt(call.callee, isBoxed ? depth - 1 : depth)
      const self = name === 'FnOnce' ? place : this.lent(place, name === 'FnMut')
      const { from, to } = call
      const operands: Expression[] = [self, { kind: 'tuple', from, to, elements: call.arguments }]
      const of = isBoxed ? known(this.infer(place)) : type
      const byTrait = this.callOf(call, [name, method], [of, tuple], operands)
      return byTrait && this.rewrite(call, byTrait)
    }
    return undefined
  }

  /** Nothing ever comes of what ends nowhere. */
  protected settleEndless(): void {
    for (const type of this.neverBack) if (isUnknown(type)) join(type, { kind: 'never' })
  }
}
