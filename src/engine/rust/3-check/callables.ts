import { NO_ITEMS } from '../1-parse/in-other-words.ts'
import type {
  Block,
  Closure,
  FunctionItem,
  GenericParameter,
  StructItem,
  TypeSyntax,
} from '../1-parse/syntax.ts'
import type { Inference } from './infer.ts'
import { instanceOf } from './instances.ts'
import type { Callable, Field, StructType, Type } from './types.ts'

/** How a closure takes itself when it is called: `&self`, `&mut self`, `self`. */
export type CallKind = 'Fn' | 'FnMut' | 'FnOnce'

/** What a closure consists of, and how it may be called. */
export interface Captured {
  readonly fields: readonly Field[]
  readonly kind: CallKind
}

/** A closure's type: a struct of what it captures (Rust reference, "Closure types"). */
export class ClosureType implements StructType {
  readonly kind = 'struct'
  readonly destructor = undefined
  readonly isCopied = false
  readonly item: StructItem
  readonly arguments: readonly Type[]
  readonly callable: Callable & { readonly closure: Closure }
  readonly label: string
  /** What is known of the types inside, as soon as all of it is. */
  readonly inference: Inference
  /** As the one asks for whom it is written. */
  readonly wantedKind: CallKind | undefined
  private readonly callables: Callables
  private found: Captured | undefined

  constructor(
    { closure, parameters, result, inference, wantedKind }: NewClosure,
    {
      label,
      name,
      generics,
      given,
    }: { label: string; name: string; generics: readonly GenericParameter[]; given: readonly Type[] },
    callables: Callables,
  ) {
    this.item = emptyStruct(closure, name, generics)
    this.arguments = given
    this.callable = { item: bodyItem(closure, generics), closure, parameters, result }
    this.label = label
    this.inference = inference
    this.wantedKind = wantedKind
    this.callables = callables
  }

  private get captured(): Captured | undefined {
    this.found ??= this.callables.find?.(this)
    return this.found
  }

  get fields(): readonly Field[] {
    return this.captured?.fields ?? []
  }

  get callKind(): CallKind {
    return this.captured?.kind ?? 'Fn'
  }

  /** How its body gets the closure: one that is empty is handed over as it is, so that a pointer to the body does. */
  get selfKind(): CallKind {
    return this.fields.length === 0 ? 'FnOnce' : this.callKind
  }

  /** What its body takes: the closure, and what it is called with. */
  get signature(): { readonly parameters: readonly Type[]; readonly result: Type } {
    const { parameters, result } = this.callable
    return { parameters: [selfType(this, this.selfKind), ...parameters], result }
  }
}

export interface NewClosure {
  readonly closure: Closure
  readonly parameters: readonly Type[]
  readonly result: Type
  readonly inference: Inference
  readonly wantedKind: CallKind | undefined
}

/** How a closure's body gets the closure. */
function selfType(closure: Type, kind: CallKind): Type {
  return kind === 'FnOnce' ? closure : { kind: 'reference', mutable: kind === 'FnMut', target: closure }
}

/** The types of closures, and of functions by their names. */
export class Callables {
  readonly closures = new Map<FunctionItem, ClosureType>()
  /** Of the lifetimes in what a closure takes and gives, in their order: which of them its body needs to outlive which. */
  readonly promises = new Map<FunctionItem, readonly (readonly [longer: number, shorter: number])[]>()
  /** Finds what a closure captures, when all types are known. */
  find: ((closure: ClosureType) => Captured) | undefined
  private readonly functions = new Map<FunctionItem, StructType>()

  closure(
    written: NewClosure,
    label: string,
    generics: readonly GenericParameter[],
    given: readonly Type[],
  ): ClosureType {
    const count = [...this.closures.values()].filter((each) =>
      each.label.startsWith(`${label}.closure.`),
    ).length
    const names = { label: `${label}.closure.${count}`, name: `{closure@${label}#${count}}`, generics, given }
    const type = new ClosureType(written, names, this)
    this.closures.set(type.callable.item, type)
    return type
  }

  /** The closure that a type is, whatever it leaves open. */
  closureOf(type: Type): ClosureType | undefined {
    return type.kind === 'struct' && type.callable?.closure
      ? this.closures.get(type.callable.item)
      : undefined
  }

  function(
    item: FunctionItem,
    { parameters, result }: ClosureType['signature'],
    generics: readonly GenericParameter[],
    parameterOf: (item: GenericParameter) => Type,
    given: readonly Type[],
  ): StructType {
    const found = this.functions.get(item) ?? {
      kind: 'struct',
      item: emptyStruct(item, item.name.text, generics),
      arguments: generics.map(parameterOf),
      fields: [],
      destructor: undefined,
      isCopied: true,
      callable: { item, closure: undefined, parameters, result },
    }
    this.functions.set(item, found)
    return instanceOf(found, given)
  }
}

function emptyStruct(
  { from, to }: Closure | FunctionItem,
  name: string,
  generics: readonly GenericParameter[],
): StructItem {
  return {
    kind: 'struct',
    from,
    to,
    isPublic: false,
    name: { from, to, text: name },
    shape: 'named',
    lifetimes: [],
    generics,
    bounds: [],
    fields: [],
    derives: [],
    derived: [],
    representation: {},
  }
}

/** A closure's body as a function of its own. */
function bodyItem(closure: Closure, generics: readonly GenericParameter[]): FunctionItem {
  const { from, to, head, body, parameters, returnType } = closure
  const block = body.kind === 'block' && !body.label && !body.isUnsafe ? body.block : blockAround(closure)
  const inferred: TypeSyntax = { kind: 'inferred', ...head }
  return {
    kind: 'function',
    from,
    to,
    name: { ...head, text: '{closure}' },
    isUnsafe: false,
    isConstant: false,
    isPublic: false,
    lifetimes: [],
    generics,
    bounds: [],
    hasSelf: false,
    parameters: [
      { ...head, pattern: { kind: 'wildcard', ...head }, type: inferred },
      ...parameters.map(({ pattern, type }) => ({ ...head, pattern, type: type ?? inferred })),
    ],
    returnType: returnType ?? inferred,
    signature: head,
    hasBody: true,
    body: block,
    statements: block.statements,
    closingBrace: block.closingBrace,
  }
}

function blockAround({ body }: Closure): Block {
  const { from, to } = body
  const end = { from: Math.max(from, to - 1), to }
  return {
    from,
    to,
    statements: [{ kind: 'expression', from, to, expression: body, isTail: true, isBlockLike: false }],
    closingBrace: end,
    items: NO_ITEMS,
  }
}
