import type {
  Call,
  ConstantItem,
  Expression,
  FunctionItem,
  GenericParameter,
  Span,
  TypeSyntax,
  Variable,
  WhereBound,
} from '../1-parse/syntax.ts'
import { messages } from '../messages.ts'
import type { CallKind } from './callables.ts'
import { InferBase } from './infer-base.ts'
import { substituted } from './instances.ts'
import type { TraitReference } from './traits.ts'
import { behindPointers } from './pointers.ts'
import { isUnknown, known, MISTAKE, typeText, unknownType, type DynType, type Type } from './types.ts'
import { hasOpenPart, join } from './unify.ts'

/** A type that has to have a trait. */
interface Obligation {
  readonly type: Type
  readonly reference: TraitReference
  readonly span: Span
}

/** What depends on a type that what follows may yet tell: the sum of a closure's parameters. */
interface Postponed {
  isReady(): boolean
  judge(): Type
  giveUp(): void
  readonly result: Type
  readonly span: Span
}

/** Names of functions, with types for what these leave open, and what is asked of those. */
export abstract class InferTraits extends InferBase {
  private obligations: Obligation[] = []
  private waiting: Postponed[] = []

  protected get traits() {
    return this.program.traits
  }

  /** A name that means an item. */
  protected named(
    { from, to }: Span,
    item: FunctionItem | ConstantItem,
    given: readonly Type[] = [],
    written: readonly TypeSyntax[] = [],
  ): Variable {
    const variable: Variable = { kind: 'variable', from, to, name: item.name.text }
    this.meanings.set(variable, item)
    if (item.kind === 'function') this.instantiate(variable, item, given, written)
    else if (given.length > 0) this.instances.set(variable, given)
    return variable
  }

  /**
   * Types for all that a function leaves open, known or still to be found.
   * @param given for what its implementation leaves open
   * @param written behind its name: `largest::<u8>`
   */
  protected instantiate(
    name: Variable,
    item: FunctionItem,
    given: readonly Type[],
    written: readonly TypeSyntax[],
  ): void {
    const open = this.program.genericsOf(item)
    if (open.length === 0 || this.instances.has(name)) return
    if (written.length > 0 && written.length !== item.generics.length)
      this.mistake(name, messages.typeArguments(item.name.text, item.generics.length, written.length))
    const own = written.map((each) => this.program.typeFor(each))
    const shared = open
      .slice(0, open.length - item.generics.length)
      .map((_, index) => given[index] ?? unknownType())
    const types = [...shared, ...item.generics.map((_, index) => own[index] ?? unknownType())]
    this.instances.set(name, types)
    const before = this.obligations.length
    this.ask(name, open, this.program.conditionsOf(item), types)
    if (shared.length > 0 && this.isOfPlainImplementation(item))
      this.judgeImplementation(name, item, before, shared)
  }

  /** An `impl` of the reader's without a trait, whose bounds are all that a function in it asks of the `impl`'s types. */
  private isOfPlainImplementation(item: FunctionItem): boolean {
    const { owners, ofLibrary } = this.program.resolution
    const owner = owners.get(item)
    return (
      owner?.kind === 'implementation' && !owner.trait && item.bounds.length === 0 && !ofLibrary.has(item)
    )
  }

  /** A type for which the `impl` is none has not got the method at all. */
  private judgeImplementation(
    name: Variable,
    item: FunctionItem,
    before: number,
    shared: readonly Type[],
  ): void {
    const isLacking = ({ type, reference: { trait, arguments: given } }: Obligation) =>
      shared.includes(type) && !hasOpenPart(type) && !this.traits.select(trait, type, given)
    if (!this.obligations.slice(before).some(isLacking)) return
    this.obligations.length = before
    this.mistake(name, messages.boundsOfMethod(item.name.text))
  }

  /** What a function or a struct asks of the types that it leaves open. */
  protected ask(
    span: Span,
    open: readonly GenericParameter[],
    conditions: readonly WhereBound[],
    types: readonly Type[],
  ): void {
    const filled = (type: Type) => substituted(type, open, types)
    const add = (subject: Type, { trait, arguments: given, associated }: TraitReference) =>
      this.obligations.push({
        type: filled(subject),
        span,
        reference: {
          trait,
          arguments: given.map(filled),
          associated: new Map([...associated].map(([name, type]) => [name, filled(type)])),
        },
      })
    for (const each of open) {
      const parameter = this.program.parameter(each)
      for (const bound of this.traits.declaredBoundsOf(parameter)) add(parameter, bound)
    }
    for (const where of conditions) {
      const type = known(this.program.typeFor(where.subject))
      const declared = type.kind === 'parameter' ? this.traits.declaredBoundsOf(type) : []
      for (const bound of where.bounds) {
        const reference = this.traits.reference(bound, type)
        const isKnown =
          reference?.associated.size === 0 && declared.some(({ trait }) => trait === reference.trait)
        if (reference && !isKnown) add(type, reference)
      }
    }
  }

  /** A type that is not known yet, of which there will be a `dyn`. */
  protected demandDyn(span: Span, type: Type, { trait, arguments: given, associated }: DynType): void {
    this.obligations.push({ type, span, reference: { trait, arguments: given, associated } })
  }

  /** A type has to have these traits. */
  protected demand(span: Span, type: Type, bounds: readonly TypeSyntax[]): void {
    for (const bound of bounds) {
      const reference = this.traits.reference(bound, type)
      if (reference) this.obligations.push({ type, reference, span })
    }
  }

  /** A pointer to what has a trait becomes one to a `dyn` of it, with the table of its methods. */
  protected unsizes(expression: Expression, from: Type, to: Type): boolean {
    if (!isPointing(from) || !isPointing(to) || (from.kind === 'box') !== (to.kind === 'box')) return false
    const [source, target] = [known(from.target), known(to.target)]
    if (target.kind !== 'dyn' || isUnknown(source) || ['never', 'mistake'].includes(source.kind)) return false
    if (from.kind === 'pointer' && to.kind === 'reference') return false
    if (from.kind !== 'box' && to.kind !== 'box' && to.mutable && !from.mutable) return false
    if (source.kind === 'dyn') return this.upcasts(expression, source, target)
    const { trait, arguments: given, associated } = target
    const isPointer = source.kind === 'box' || source.kind === 'reference'
    if (isPointer && behindPointers(source).kind === 'dyn') return false
    if (isPointer && !this.traits.select(trait, source, given)) return false
    if (isPointer) this.mistake(expression, messages.notYet('a pointer as a `dyn` of its own'))
    this.obligations.push({
      type: source,
      span: expression,
      reference: { trait, arguments: given, associated },
    })
    return true
  }

  /** One of a trait above: its methods come first in the table. */
  private upcasts(expression: Expression, source: DynType, target: DynType): boolean {
    if (source.trait === target.trait || !this.traits.withAbove(source.trait).has(target.trait)) return false
    const [own, above] = [source, target].map(({ trait }) => this.traits.methodsOf(trait))
    if (!above!.every((item, index) => item === own![index]))
      this.mistake(expression, messages.notYet('a `dyn` of a trait that is not the first above'))
    return true
  }

  /** What is asked of a type that is not known yet. */
  protected askedOf(variable: Type): readonly TraitReference[] {
    return this.obligations.flatMap(({ type, reference }) => (known(type) === variable ? [reference] : []))
  }

  /** Of the traits of calls, which it is. */
  protected callKindOf(trait: TraitReference['trait']): CallKind | undefined {
    return (['Fn', 'FnMut', 'FnOnce'] as const).find((name) => this.traits.named(name) === trait)
  }

  /** What traits tell of types that are not known yet. */
  protected solve(): void {
    this.obligations = this.obligations.filter((each) => !this.solved(each))
    const ready = this.waiting.filter((each) => each.isReady())
    if (ready.length === 0) return
    this.waiting = this.waiting.filter((each) => !ready.includes(each))
    for (const { judge, result, span } of ready) {
      const type = judge()
      if (!join(result, type)) this.mismatch(span, result, type)
    }
    this.solve()
  }

  protected postponed(what: Postponed): Type {
    this.waiting.push(what)
    return what.result
  }

  private solved({ type, reference, span }: Obligation): boolean {
    const { trait, arguments: given, associated } = reference
    const selected = this.traits.select(trait, type, given)
    if (selected?.kind === 'open') return false
    if (!selected) {
      this.lackingTrait(span, type, reference)
      return true
    }
    const kind = this.callKindOf(trait)
    if (kind) this.program.askCallKind(type, kind)
    for (const [name, wanted] of associated) {
      const found = this.traits.projection(this.traits.ownerOf(trait, name), type, given, name)
      if (!join(found, wanted))
        this.mistake(span, messages.otherAssociated(typeText(type), name, typeText(wanted), typeText(found)))
    }
    return true
  }

  private lackingTrait(span: Span, type: Type, { trait, arguments: given }: TraitReference): void {
    const isPlain = given.every((each) => typeText(each) === typeText(type))
    const angles = isPlain ? '' : `<${given.map(typeText).join(', ')}>`
    this.mistake(span, messages.missingTrait(typeText(type), `${trait.name.text}${angles}`))
  }

  /** What was left open to the end must fit then. */
  protected finishObligations(): void {
    this.solve()
    for (const each of this.waiting.splice(0)) each.giveUp()
    if (this.hasMistakes) return
    for (const { type, span } of this.obligations)
      if (!this.hasMistakes) this.mistake(span, messages.typeNeeded(typeText(type), 'E0283'))
  }

  /** What was taken for granted of a trait's type before enough was known must be so. */
  protected checkAssumed(): void {
    for (const { projection, type } of this.traits.assumed.splice(0)) {
      projection.link = undefined
      if (join(projection, type)) continue
      const span = [...this.expressions.keys()][0]
      if (span) this.mismatch(span, type, projection)
      projection.link = type
    }
  }

  /** A method of one of the library's traits, of a type. */
  protected callOf(
    { from, to }: Span,
    [traitName, method]: readonly [trait: string, method: string],
    given: readonly Type[],
    operands: readonly Expression[],
  ): Call | undefined {
    const item = this.traits.named(traitName)?.functions.find(({ name }) => name.text === method)
    if (!item) return undefined
    return { kind: 'call', from, to, callee: this.named({ from, to }, item, given), arguments: operands }
  }

  /** Only looked at. */
  protected lent(operand: Expression, mutable = false): Expression {
    const { from, to } = operand
    return { kind: 'reference', from, to, isRaw: false, isImplied: true, mutable, operand }
  }

  protected typeOfSettled(expression: Expression): Type {
    return this.expressions.get(expression) ?? MISTAKE
  }
}

function isPointing(type: Type): type is Type & { kind: 'reference' | 'pointer' | 'box' } {
  return type.kind === 'reference' || type.kind === 'pointer' || type.kind === 'box'
}
