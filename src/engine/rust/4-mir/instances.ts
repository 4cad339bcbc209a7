import type { ConstantItem, FunctionItem } from '../1-parse/syntax.ts'
import type { Resolution } from '../2-resolve/resolve.ts'
import type { ClosureType } from '../3-check/callables.ts'
import type { Inference } from '../3-check/infer.ts'
import { substituted } from '../3-check/instances.ts'
import type { ProgramTypes } from '../3-check/program-types.ts'
import { indexOf } from '../3-check/item-index.ts'
import { compositionOf } from '../3-check/derived.ts'
import { droppedWith } from '../3-check/dropped.ts'
import { givenFor } from '../3-check/members.ts'
import { known, typeText, type DynType, type Type } from '../3-check/types.ts'
import { partsOf } from '../3-check/unify.ts'
import { isOfItself } from './build-intrinsic.ts'
import { buildMir, buildShim, findCaptures } from './build-mir.ts'
import { fieldOf, type Captures } from './captures.ts'
import type { Kept, OfLibrary } from './of-library.ts'
import type { ResolvedCallee, TypedFunction } from './mir-context.ts'
import { typeOfPlace, type MirBody, type Statement, type Terminator } from './mir.ts'

/** A function whose types are in order. */
export interface SoundFunction {
  readonly item: FunctionItem
  readonly label: string
  readonly inference: Inference
}

/** A function, with types for all that it leaves open. */
export interface Instance {
  readonly item: FunctionItem
  readonly label: string
  readonly given: readonly Type[]
  /** What the compiler made. */
  readonly body?: MirBody
}

type Call = Terminator & { readonly kind: 'call' }

const ORDERED = [['PartialOrd', 'partial_cmp']] as const

/** What of these is asked when values are compared or printed. */
const METHODS_ASKED: Readonly<Record<string, readonly (readonly [trait: string, method: string])[]>> = {
  eq: [['PartialEq', 'eq']],
  ne: [['PartialEq', 'eq']],
  lt: ORDERED,
  le: ORDERED,
  gt: ORDERED,
  ge: ORDERED,
  cmp: [...ORDERED, ['Ord', 'cmp']],
  format: [
    ['Display', 'fmt'],
    ['Debug', 'fmt'],
    ['LowerExp', 'fmt'],
    ['UpperExp', 'fmt'],
    ['PartialEq', 'eq'],
  ],
}

/** Macros whose text goes to a `String`. */
const COLLECTING: ReadonlySet<string> = new Set(['format', 'append'])

function isDropInPlace(call: Call): call is Call & { callee: { kind: 'library' } } {
  return call.callee.kind === 'library' && call.callee.name === 'drop_in_place'
}

/** No program that a reader runs has more. */
const MOST_INSTANCES = 2000
/** No type that is written by hand is made of so many, one within the other; rustc's `recursion_limit` is as high. */
const DEEPEST_TYPE = 128
/** Or of so many in all: a pair of pairs doubles with each. */
const MOST_PARTS = 4096

/** A function that calls itself with ever larger types would never be done. */
function isTooLarge(type: Type): boolean {
  let left = MOST_PARTS
  const exceeds = (part: Type, depth: number): boolean =>
    depth > DEEPEST_TYPE || left-- <= 0 || partsOf(known(part)).some((inner) => exceeds(inner, depth + 1))
  return exceeds(type, 0)
}

/**
 * The bodies of a program: of each function, and of those that leave types open one for each choice of types that
 * somebody calls them with, as rustc has it (rustc dev guide, "Monomorphization").
 */
export class Instances {
  private readonly sound: Map<FunctionItem, SoundFunction>
  private readonly resolution: Resolution
  private readonly program: ProgramTypes
  private readonly shims = new Map<string, Instance>()
  private readonly captures = new Map<ClosureType, Captures>()
  private readonly labels = new Map<string, string>()
  private readonly taken = new Set<string>()
  private readonly ofLibrary: OfLibrary | undefined
  /** Those that are called the same in this program. */
  private readonly alike = new Set<Kept>()

  /** @param ofLibrary has what does not depend on this program */
  constructor(
    functions: readonly SoundFunction[],
    resolution: Resolution,
    program: ProgramTypes,
    ofLibrary?: OfLibrary,
  ) {
    this.ofLibrary = ofLibrary
    this.sound = new Map(functions.map((func) => [func.item, func]))
    this.resolution = resolution
    this.program = program
    for (const { label } of functions) this.taken.add(label)
    program.callables.find = (closure) => {
      const { all, kind } = this.capturesOf(closure)
      return { fields: all.map(fieldOf), kind }
    }
  }

  /** The bodies of the closures in these functions, the inner ones first. */
  closures(): SoundFunction[] {
    const inferences = new Set([...this.sound.values()].map(({ inference }) => inference))
    return [...this.program.callables.closures.values()]
      .filter(({ inference }) => inferences.has(inference))
      .map((closure) => this.closureFunction(closure))
  }

  private closureFunction({ callable, label, inference }: ClosureType): SoundFunction {
    return { item: callable.item, label, inference }
  }

  private capturesOf(closure: ClosureType): Captures {
    const found = this.captures.get(closure)
    if (found) return found
    const { item, label, inference } = this.closureFunction(closure)
    const captures = findCaptures({ ...this.typed({ item, label, inference }, [], label), closure })
    this.captures.set(closure, captures)
    return captures
  }

  /** As it is written, with whatever it leaves open still open: what is looked at for moves and borrows. */
  open(func: SoundFunction): MirBody {
    return this.build(func, [], func.label)
  }

  /** What is run: whatever can be reached from these functions, which leave nothing open. */
  reachable(roots: readonly MirBody[]): { bodies: readonly MirBody[]; endless?: FunctionItem } {
    const bodies = [...roots]
    const labels = new Set(roots.map(({ label }) => label))
    const kept = new Map<MirBody, Kept>()
    for (let next = 0; next < bodies.length && bodies.length < MOST_INSTANCES; next++) {
      const from = kept.get(bodies[next]!)
      for (const { item, label, given, body } of from?.needs ?? this.neededBy(bodies[next]!)) {
        if (labels.has(label)) continue
        if (given.some(isTooLarge)) return { bodies, endless: item }
        const known = from ? this.ofLibrary?.at(label) : body ? undefined : this.keptOf(item, given, label)
        const found = body ?? known?.body ?? this.bodyOf(item, given, label)
        if (!found) continue
        labels.add(label)
        bodies.push(found)
        if (known) kept.set(found, known)
      }
    }
    return { bodies }
  }

  /** What is kept of the library, unless something of it has another label in this program. */
  private keptOf(item: FunctionItem, given: readonly Type[], label: string): Kept | undefined {
    const all = this.ofLibrary?.find(item, given, label)
    const isCalledSo = all?.every((kept) => {
      const isAlike = this.alike.has(kept) || this.labelOf(kept.body.item, kept.given) === kept.body.label
      if (isAlike) this.alike.add(kept)
      return isAlike
    })
    return isCalledSo ? all![0] : undefined
  }

  bodyOf(item: FunctionItem, given: readonly Type[], label: string): MirBody | undefined {
    const func = this.soundOf(item)
    return func && this.build(func, given, label)
  }

  /** What a body calls, and what is called with the values that go in it. */
  *neededBy(body: MirBody): Generator<Instance> {
    const { blocks, locals } = body
    for (const { statements, terminator } of blocks) {
      for (const statement of statements) {
        yield* namedBy(statement)
        yield* this.dispatchedBy(statement, body)
      }
      if (terminator.kind !== 'call') continue
      if (terminator.callee.kind === 'function') yield terminator.callee
      else yield* this.askedBy(terminator, body)
      if (isDropInPlace(terminator)) yield* this.droppedBy(terminator.callee.of)
    }
    for (const { type } of locals) yield* this.droppedBy(type)
  }

  /** What is called with a value of a type, and with its parts, when it goes. */
  private *droppedBy(type: Type): Generator<Instance> {
    for (const part of droppedWith(type)) {
      const destructor = this.destructorOf(part)
      if (destructor) yield destructor
    }
  }

  /** The methods of what becomes a `dyn`. */
  private *dispatchedBy(statement: Statement, body: MirBody): Generator<Instance> {
    if (statement.kind !== 'assign' || statement.value.kind !== 'cast') return
    const { operand, type } = statement.value
    const of = targetOf(type)
    const from = targetOf(operand.kind === 'constant' ? operand.type : typeOfPlace(body, operand.place))
    if (of?.kind !== 'dyn' || !from || from.kind === 'dyn') return
    for (const each of this.dispatched(from, of)) if (each) yield each
  }

  /** The methods that a `dyn` leads to if this is the type behind it. */
  dispatched(type: Type, of: DynType): readonly (Instance | undefined)[] {
    const { traits } = this.program
    const bounds = traits.boundsOf(of)
    return traits.methodsOf(of.trait).map((item) => {
      const owner = this.resolution.owners.get(item)
      const bound = bounds.find(({ trait }) => trait === owner)
      const given = [type, ...(bound?.arguments ?? [])]
      const found = this.calleeOf(item, given)
      if (found.kind === 'itself') return this.shim(found, item, given)
      const [self] = this.program.signatureOf(item).parameters
      return found.kind === 'function' && self && known(self).kind !== 'parameter' ? found : undefined
    })
  }

  /** What the language itself does with values of a type, as a function that is told where the value lies. */
  private shim(
    callee: ResolvedCallee & { kind: 'itself' },
    item: FunctionItem,
    given: readonly Type[],
  ): Instance {
    const label = this.labelOf(item, given)
    const found = this.shims.get(label)
    if (found) return found
    const open = this.program.genericsOf(item)
    const { parameters, result } = this.program.signatureOf(item)
    const filled = (type: Type) => known(substituted(type, open, given))
    const func = { ...this.typed({ item, label, inference: NOTHING_INFERRED }, [], label), filled }
    const body = buildShim(func, callee, parameters.map(filled), filled(result))
    const shim = { item, label, given: [], body }
    this.shims.set(label, shim)
    return shim
  }

  /** By what `impl`s values that are compared or printed ask to be. */
  private *askedBy({ callee, arguments: operands }: Call, body: MirBody): Generator<Instance> {
    if (callee.kind === 'format' && COLLECTING.has(callee.macro)) yield* this.appender()
    const types =
      callee.kind === 'library' && METHODS_ASKED[callee.name]
        ? [callee.of]
        : callee.kind === 'format'
          ? operands.map((operand) =>
              operand.kind === 'constant' ? operand.type : typeOfPlace(body, operand.place),
            )
          : []
    const methods = callee.kind === 'library' ? METHODS_ASKED[callee.name] : METHODS_ASKED['format']
    for (const type of types)
      for (const part of compositionOf(type))
        for (const [trait, method] of methods ?? []) {
          const found = this.methodOf(part, trait, method)
          if (found) yield found
        }
  }

  /** What puts what is printed behind a `String`. */
  private appender(): readonly Instance[] {
    const { beneath } = this.resolution
    const owners = beneath ? (indexOf(beneath).members.get('push_str') ?? []) : []
    return owners
      .flatMap(({ functions }) => functions)
      .filter(({ name }) => name.text === 'push_str')
      .map((item) => ({ item, given: [], label: this.labelOf(item, []) }))
  }

  /** The method that an `impl` of one of the library's traits gives to a type. */
  methodOf(type: Type, traitName: string, method: string): Instance | undefined {
    if (type.kind !== 'struct' && type.kind !== 'enum' && type.kind !== 'float') return undefined
    const { traits } = this.program
    const trait = traits.named(traitName)
    const item = trait?.functions.find(({ name }) => name.text === method)
    if (!trait || !item) return undefined
    const given = trait.generics.map(() => type)
    if (traits.select(trait, type, given, false)?.kind !== 'implementation') return undefined
    const found = this.calleeOf(item, [type, ...given])
    return found.kind === 'function' ? found : undefined
  }

  /** What `impl Drop` asks to be done with a value of a type. */
  destructorOf(type: Type): Instance | undefined {
    if (type.kind !== 'struct' && type.kind !== 'enum') return undefined
    const { destructor } = type
    const [item] = destructor?.functions ?? []
    if (!destructor || !item) return undefined
    const given = givenFor(destructor, this.program.typeFor(destructor.self), type).map(known)
    return { item, given, label: this.labelOf(item, given) }
  }

  private build(func: SoundFunction, given: readonly Type[], label: string): MirBody {
    return buildMir(this.typed(func, given, label))
  }

  private typed({ item, inference }: SoundFunction, given: readonly Type[], label: string): TypedFunction {
    const { resolution, program } = this
    const open = program.genericsOf(item)
    const closure = program.callables.closures.get(item)
    const filled = given.length > 0 ? (type: Type) => substituted(type, open, given) : (type: Type) => type
    return {
      item,
      label,
      // A closure stands in the body of another function.
      body: (closure ? undefined : inference.body) ?? item.body,
      resolution,
      inference: given.length > 0 ? filledIn(inference, filled) : inference,
      program,
      calleeOf: (callee, types) => this.calleeOf(callee, types),
      constantOf: (constant, types) => this.constantOf(constant, types),
      filled,
      closure,
      capturesOf: (closure) => this.capturesOf(closure),
    }
  }

  /** One of the library's is looked at when a call of it is found. */
  private soundOf(item: FunctionItem): SoundFunction | undefined {
    const closure = this.program.callables.closures.get(item)
    const found = closure ? this.closureFunction(closure) : this.sound.get(item)
    if (found || !this.resolution.ofLibrary.has(item) || !item.hasBody) return found
    const inference = this.program.bodyOf(item)
    const label = this.resolution.functionOf.get(item)?.label
    if (!inference || label === undefined) return undefined
    if (inference.hasMistakes) throw new Error(`the library’s ${label} is wrong`)
    const func = { item, label, inference }
    this.sound.set(item, func)
    return func
  }

  /** What is called: of a trait's function, that of the implementing type. */
  private calleeOf(item: FunctionItem, given: readonly Type[]): ResolvedCallee {
    const owner = this.resolution.owners.get(item)
    const [self, ...others] = given
    if (owner?.kind !== 'trait' || !self) return this.instance(item, given)
    const count = owner.generics.length
    const selected = this.program.traits.select(owner, self, others.slice(0, count))
    if (selected?.kind === 'implementation') {
      const own = selected.item.functions.find(({ name }) => name.text === item.name.text)
      if (own) return this.instance(own, [...selected.given, ...others.slice(count)].map(known))
    }
    const dyn = known(self)
    if (selected?.kind === 'bound' && dyn.kind === 'dyn') {
      const slot = this.program.traits.methodsOf(dyn.trait).indexOf(item)
      if (slot >= 0) return { kind: 'virtual', slot, name: item.name.text, of: dyn, item, given }
    }
    if (selected?.kind !== 'itself') return this.instance(item, given)
    if (item.hasBody && !isOfItself(item)) return this.ofNumber(item, self) ?? this.instance(item, given)
    return { kind: 'itself', trait: owner.name.text, name: item.name.text, self: known(self) }
  }

  /** Numbers and characters may have a body of their own for what a trait has for all. */
  private ofNumber({ name }: FunctionItem, self: Type): ResolvedCallee | undefined {
    const { kind } = known(self)
    const found =
      kind === 'integer' || kind === 'char' ? this.program.ofTypes.find(self, name.text) : undefined
    return found?.member.kind === 'function' ? this.instance(found.member, found.given) : undefined
  }

  private constantOf(item: ConstantItem, given: readonly Type[]): ConstantItem {
    const owner = this.resolution.owners.get(item)
    const [self, ...others] = given
    if (owner?.kind !== 'trait' || !self) return item
    const selected = this.program.traits.select(owner, self, others)
    if (selected?.kind !== 'implementation') return item
    return selected.item.constants.find(({ name }) => name.text === item.name.text) ?? item
  }

  private instance(item: FunctionItem, given: readonly Type[]): ResolvedCallee {
    return { kind: 'function', item, given, label: this.labelOf(item, given) }
  }

  /** `largest` for `u8` is `largest.u8`. */
  labelOf(item: FunctionItem, given: readonly Type[]): string {
    const closure = this.program.callables.closures.get(item)?.label ?? this.ofLibrary?.closureLabel(item)
    const plain = closure ?? this.resolution.functionOf.get(item)?.label ?? item.name.text
    if (given.length === 0) return plain
    const key = `${plain}<${given.map(keyOf).join(', ')}>`
    const found = this.labels.get(key)
    if (found !== undefined) return found
    const wanted = `${plain}.${given.map((type) => typeText(type).replace(/\W+/g, '_')).join('.')}`
    let label = wanted
    for (let count = 2; this.taken.has(label); count++) label = `${wanted}_${count}`
    this.taken.add(label)
    this.labels.set(key, label)
    return label
  }
}

/** Tells types apart that have the same name in different places. */
export function keyOf(type: Type): string {
  const places: number[] = []
  const visit = (part: Type): void => {
    const found = known(part)
    if (found.kind === 'struct' || found.kind === 'enum') places.push(found.item.name.from)
    partsOf(found).forEach(visit)
  }
  visit(type)
  return `${typeText(type)} ${places.join(' ')}`
}

function targetOf(type: Type): Type | undefined {
  const found = known(type)
  const isPointing = found.kind === 'reference' || found.kind === 'pointer' || found.kind === 'box'
  return isPointing ? known(found.target) : undefined
}

/** A shim has no expressions. */
const NOTHING_INFERRED = {} as Inference

/** Functions whose address is taken. */
function* namedBy(statement: Statement): Generator<Instance> {
  if (statement.kind !== 'assign') return
  const { value } = statement
  const operands = 'operands' in value ? value.operands : 'operand' in value ? [value.operand] : []
  for (const operand of operands)
    if (operand.kind === 'constant' && operand.constant.kind === 'function') yield operand.constant.callee
}

/** What was inferred, with types for what was left open. */
function filledIn(inference: Inference, filled: (type: Type) => Type): Inference {
  return {
    typeOfLocal: (local) => filled(inference.typeOfLocal(local)),
    typeOf: (expression) => filled(inference.typeOf(expression)),
    coercionOf: (expression) => {
      const coercion = inference.coercionOf(expression)
      return coercion && filled(coercion)
    },
    isReborrowed: (expression) => inference.isReborrowed(expression),
    comparisonOf: (macro) => inference.comparisonOf(macro),
    instanceOf: (callee) => inference.instanceOf(callee).map(filled),
    derefsOf: (pattern) => inference.derefsOf(pattern),
    bindingOf: (name) => inference.bindingOf(name),
    hasMistakes: inference.hasMistakes,
    body: inference.body,
    misunderstood: inference.misunderstood,
  }
}
