import type {
  Call,
  Expression,
  FieldAccess,
  FunctionItem,
  Index,
  MacroCall,
  MethodCall,
  Name,
  Path,
  Span,
  StructItem,
  StructValue,
  Variable,
  VariantItem,
} from '../1-parse/syntax.ts'
import { FLOAT_TYPES, INTEGER_TYPES } from '../1-parse/syntax.ts'
import { messages } from '../messages.ts'
import {
  argumentCountOf,
  builtinFunction,
  FLOAT_METHODS,
  INTEGER_METHODS,
  POINTER_METHODS,
  SLICE_METHODS,
  STRING_METHODS,
  isStringMethod,
  type BuiltinFunction,
  isInLibrary,
  isLibraryMethod,
} from './builtins.ts'
import { whyNotFormatted } from './formattable.ts'
import { InferOperators, isComparable, MOST_STEPS } from './infer-operators.ts'
import { libraryStruct } from './item-index.ts'
import { behindPointers } from './pointers.ts'
import {
  BOOL,
  CHAR,
  float,
  integer,
  integerName,
  isFloating,
  isIntegral,
  isSameType,
  isUnknown,
  isUnsized,
  known,
  MISTAKE,
  NEVER,
  STRING,
  typeText,
  UNIT,
  unknownType,
  USIZE,
  fieldsOf,
  type StructType,
  type Type,
  type VariantType,
} from './types.ts'
import { sizeOf } from './type-layout.ts'
import { canBe, join } from './unify.ts'
import { INTEGER_FUNCTIONS } from '../library/needs.ts'
import { nearestName } from '../nearest-name.ts'
import { substituted } from './instances.ts'
import { isGeneric, isOpen, type Compared } from './infer-base.ts'
import type { TraitReference } from './traits.ts'
import type { Found, Member } from './members.ts'
import { variantNamed } from '../2-resolve/namespace.ts'

/** Types of names, calls, methods, fields, elements and macros. */
export abstract class InferCalls extends InferOperators {
  protected abstract functionValue(name: Variable, item: FunctionItem): Type
  protected abstract asClosure(expression: Variable | Path, count: number): Type
  protected abstract callValue(call: Call, found: Type): Type

  protected variable(variable: Variable): Type {
    const meaning = this.meanings.get(variable)
    if (meaning === undefined) return this.silentMistake()
    // A constant sees no variables but its own.
    if (meaning.kind === 'local')
      return this.locals.get(meaning) ?? this.mistake(variable, messages.variableInConstant)
    if (meaning.kind === 'function') return this.functionValue(variable, meaning)
    if (meaning.kind === 'struct' || meaning.kind === 'variant') return this.unitStruct(variable, meaning)
    if (meaning.kind === 'static' && meaning.mutable) this.needUnsafe(variable, messages.unsafeStatic)
    const type = this.program.constantType(meaning)
    const owner = this.program.resolution.owners.get(meaning)
    const given = this.instances.get(variable)
    if (owner?.kind !== 'trait' || !given) return type
    return substituted(type, [owner.self, ...owner.generics], given)
  }

  /** `struct P;` is a type, and its only value. */
  private unitStruct(expression: Variable | Path, item: Constructor): Type {
    if (item.shape === 'tuple') return this.asClosure(expression, item.fields.length)
    if (item.shape === 'named') return this.mistake(expression, messages.functionAsValue(item.name.text))
    return this.rewrite(expression, structValueOf(expression, item, [], this.copied(expression)))
  }

  /** The path itself becomes the value, which has to keep it. */
  protected copied(expression: Variable | Path): Variable | Path {
    const copy = { ...expression }
    const { types, library } = this.program.resolution
    const item = this.meanings.get(expression)
    if (item) this.meanings.set(copy, item)
    const names = library.get(expression)
    if (names) library.set(copy, names)
    const meaning = expression.kind === 'path' && types.get(expression)
    if (meaning && copy.kind === 'path') types.set(copy, meaning)
    return copy
  }

  protected path(path: Path): Type {
    const meaning = this.meanings.get(path)
    const constructor = this.constructorAt(path)
    if (constructor) return this.unitStruct(path, constructor)
    const written = textOf(path)
    if (meaning?.kind === 'function')
      return this.rewrite(path, this.named(path, meaning, [], path.typeArguments))
    if (meaning?.kind === 'const') return this.rewrite(path, this.named(path, meaning))
    const constant = this.numberConstant(path) ?? this.memberConstant(path)
    if (constant) return constant
    const builtin = this.builtinAt(path)
    if (builtin) return this.asClosure(path, argumentCountOf(builtin))
    const library = this.program.resolution.library.get(path)?.join('::')
    const isKnown = library !== undefined || isInLibrary(written)
    return this.mistake(
      path,
      isKnown ? messages.inLibrary(library ?? written) : messages.unknownPath(written),
    )
  }

  /** The struct or variant that a path names: `Shape::Circle`, `Self::Circle`. */
  protected constructorAt(path: Path | Variable): Constructor | undefined {
    const meaning = this.meanings.get(path)
    if (meaning?.kind === 'struct' || meaning?.kind === 'variant') return meaning
    if (meaning || path.kind === 'variable' || path.self || path.segments.length < 2) return undefined
    const type = this.program.resolution.types.has(path) ? this.program.typeAt(path) : undefined
    const found = type && known(type)
    const variant = found?.kind === 'enum' && variantNamed(found.item, path.segments.at(-1)!.text)
    if (!variant) return undefined
    this.meanings.set(path, variant)
    return variant
  }

  /** `u8::MAX`, `std::u8::MAX` */
  private numberConstant(path: Path): Type | undefined {
    const [type, constant] = path.segments.slice(-2).map(({ text }) => text)
    const name = INTEGER_TYPES.find((each) => each === type)
    const isPlain = path.segments.length === 2 && path.typeArguments.length === 0
    if (!isPlain || !name) return undefined
    if (constant === 'MAX' || constant === 'MIN') return integer(name)
    return constant === 'BITS' ? integer('u32') : undefined
  }

  /** `Point::ORIGIN` */
  private memberConstant(path: Path): Type | undefined {
    const found = this.memberAt(path)
    if (!found) return undefined
    if (found === 'unknown') return this.silentMistake()
    const { member } = found
    return this.rewrite(path, this.named(path, member, found.given, path.typeArguments))
  }

  /** What a path names behind a type; what is not there is said. */
  private memberAt(path: Path): Found | 'unknown' | undefined {
    const name = path.segments.at(-1)
    if (!name || (!path.self && path.segments.length < 2)) return undefined
    const trait = this.traitAt(path)
    if (trait) return this.traits.memberOf(trait.reference, trait.self, name.text)
    const type = path.self ? this.program.typeFor(path.self.type) : this.typeBegun(path)
    if (!type) return undefined
    if (known(type).kind === 'mistake') return 'unknown'
    const found = this.program.ofTypes.find(type, name.text)
    if (found) return this.isVisible(found.member) ? found : this.hidden(name)
    const ofTrait = this.traits.memberFor(type, name.text)
    if (ofTrait) return ofTrait
    if (!path.self && !this.program.resolution.types.has(path)) return undefined
    const nearest = nearestName(name.text, this.program.ofTypes.names(type))
    this.mistake(name, messages.noAssociated(name.text, typeText(type), nearest))
    return 'unknown'
  }

  /** `Shape::area`, `<T as Shape>::area` */
  private traitAt(path: Path): { readonly reference: TraitReference; readonly self: Type } | undefined {
    const meaning = this.program.resolution.types.get(path)
    if (path.self?.trait) {
      const self = this.program.typeFor(path.self.type)
      const reference = this.traits.reference(path.self.trait, self)
      return reference && { reference, self }
    }
    if (meaning?.kind !== 'trait') return undefined
    const given = meaning.generics.map(() => unknownType())
    return {
      reference: { trait: meaning, arguments: given, associated: new Map() },
      self: unknownType(),
    }
  }

  /** `Point` in `Point::new`, `u8` in `u8::default`. */
  private typeBegun(path: Path): Type | undefined {
    const found = this.program.typeAt(path)
    const [only, ...others] = path.segments
    if (found || !only || others.length !== 1) return found
    if (only.text === 'Box') return { kind: 'box', target: this.boxedAt(only) }
    const name = INTEGER_TYPES.find((each) => each === only.text)
    const floatName = FLOAT_TYPES.find((each) => each === only.text)
    if (floatName) return float(floatName)
    return name ? integer(name) : only.text === 'bool' ? BOOL : only.text === 'char' ? CHAR : undefined
  }

  /** What `Box::<u8>::from_raw` says that it holds. */
  private boxedAt({ arguments: [written] }: Path['segments'][number]): Type {
    return written ? this.program.typeFor(written) : unknownType()
  }

  private hidden(name: Name): 'unknown' {
    this.mistake(name, messages.privateMember(name.text))
    return 'unknown'
  }

  private isVisible(member: Member): boolean {
    return member.isPublic || this.sees(member)
  }

  /** Whether what is private to an item's module may be used here. */
  private sees(item: StructItem | Member): boolean {
    const { modules, ofLibrary } = this.program.resolution
    if (this.item && ofLibrary.has(this.item)) return true
    const home = modules.get(item)
    for (let at = this.item && modules.get(this.item); at; at = at.parent?.module)
      if (at === home) return true
    return this.item === undefined
  }

  protected call(call: Call, hint: Type | undefined): Type {
    const { callee } = call
    const meaning =
      callee.kind === 'variable' || callee.kind === 'path' ? this.meanings.get(callee) : undefined
    if (callee.kind === 'path' || callee.kind === 'variable') {
      const builtin = meaning ? undefined : this.builtinAt(callee)
      if (builtin) return this.builtinCall(call, builtin, callee.kind === 'path' ? callee : undefined, hint)
    }
    const constructor =
      callee.kind === 'variable' || callee.kind === 'path' ? this.constructorAt(callee) : undefined
    if (constructor) return this.construct(call, constructor, hint)
    if (meaning?.kind === 'function' && callee.kind === 'path')
      return this.rewrite(
        call,
        { ...call, callee: this.named(callee, meaning, [], callee.typeArguments) },
        hint,
      )
    if (meaning?.kind === 'function' && callee.kind === 'variable')
      return this.callFunction(call, callee, meaning, hint)
    const found = callee.kind === 'path' && !this.numberConstant(callee) ? this.memberAt(callee) : undefined
    if (found && found !== 'unknown' && found.member.kind === 'function' && callee.kind === 'path') {
      const name = this.named(callee, found.member, found.given, callee.typeArguments)
      return this.rewrite(call, { ...call, callee: name }, hint)
    }
    return this.callValue(call, found === 'unknown' ? MISTAKE : this.infer(callee))
  }

  /** What a `use` has given another name to is written with its whole path. */
  private builtinAt(callee: Path | Variable): BuiltinFunction | undefined {
    const path = this.wholePath(callee)
    const builtin = builtinFunction(path)
    if (builtin && callee !== path) Object.assign(callee, path)
    return builtin
  }

  private wholePath(callee: Path | Variable): Path {
    const { from, to } = callee
    const names = this.program.resolution.library.get(callee)
    if (callee.kind === 'path' && !names) return callee
    const written = callee.kind === 'path' ? callee.typeArguments : []
    const segments = (names ?? [textOfName(callee)]).map((text) => ({ from, to, text, arguments: [] }))
    return { kind: 'path', from, to, segments, typeArguments: written, self: undefined }
  }

  private callFunction(call: Call, name: Variable, item: FunctionItem, hint: Type | undefined): Type {
    this.instantiate(name, item, [], [])
    if (item === this.traits.named('Drop')?.functions[0]) this.mistake(name, messages.explicitDrop)
    const open = this.program.genericsOf(item)
    const given = this.instances.get(name) ?? []
    const filled = (type: Type) => (open.length > 0 ? substituted(type, open, given) : type)
    const signature = this.program.signatureOf(item)
    const [parameters, result] = [signature.parameters.map(filled), filled(signature.result)]
    if (hint && open.length > 0 && canBe(result, hint)) join(result, hint)
    this.arguments(call, call.arguments, parameters)
    this.solve()
    if (item.isUnsafe) this.needUnsafe(call, messages.unsafeCall(item.name.text))
    if (item.name.text === 'transmute' && this.program.resolution.ofLibrary.has(item))
      this.later.push(() => this.judgeSizes(name, given))
    return result
  }

  /** Bytes are taken for a value of another type: there must be as many. */
  private judgeSizes(place: Span, given: readonly Type[]): void {
    if (given.some((type) => isOpen(type) || isGeneric(type) || isUnsized(type))) return
    const [from, to] = given.map(sizeOf)
    const [one, other] = given.map((type) => typeText(known(type)))
    if (from !== to) this.mistake(place, messages.sizesDiffer(one!, from!, other!, to!))
  }

  /** `P(1, 2)` is `P { 0: 1, 1: 2 }`. */
  private construct(call: Call, item: Constructor, hint: Type | undefined): Type {
    const { text } = item.name
    if (item.shape === 'tuple' && call.arguments.length === item.fields.length)
      return this.rewrite(call, structValueOf(call, item, call.arguments, call.callee), hint)
    for (const argument of call.arguments) this.infer(argument)
    return this.mistake(
      call,
      item.shape === 'unit'
        ? messages.notAFunction(text)
        : messages.constructorArguments(text, item.fields.length, call.arguments.length),
    )
  }

  /** Closures come last: the others tell what they are given. */
  protected arguments(
    whole: Span,
    given: readonly Expression[],
    parameters: readonly Type[],
    code?: string,
  ): void {
    const closures = new Set(given.filter(({ kind }) => kind === 'closure'))
    const judge = (argument: Expression) => {
      const parameter = parameters[given.indexOf(argument)]
      if (parameter && given.length === parameters.length) this.check(argument, parameter)
      else this.infer(argument, parameter)
    }
    for (const argument of given) if (!closures.has(argument)) judge(argument)
    for (const argument of closures) {
      this.solve()
      judge(argument)
    }
    if (given.length !== parameters.length)
      this.mistake(whole, messages.argumentCount(parameters.length, given.length, code))
  }

  private builtinCall(
    call: Call,
    name: BuiltinFunction,
    path: Path | undefined,
    hint: Type | undefined,
  ): Type {
    const { arguments: given } = call
    const [written] = path?.typeArguments ?? []
    const type = written ? this.program.typeFor(written) : unknownType()
    switch (name) {
      case 'size_of':
      case 'align_of':
        if (!written) this.mistake(path ?? call, messages.typeNeeded('T', 'E0282'))
        this.arguments(call, given, [])
        if (path) this.expressions.set(path, type)
        return USIZE
      case 'size_of_val':
      case 'align_of_val':
        this.arguments(call, given, [{ kind: 'reference', mutable: false, target: type }])
        return USIZE
      case 'swap': {
        const reference: Type = { kind: 'reference', mutable: true, target: type }
        this.arguments(call, given, [reference, reference])
        return UNIT
      }
      case 'drop':
        this.arguments(call, given, [type])
        return UNIT
      case 'black_box':
        if (given.length !== 1) this.mistake(call, messages.argumentCount(1, given.length))
        return given[0] ? this.infer(given[0], hint) : MISTAKE
      case 'box_new': {
        const wanted = hint && known(hint)
        const target = wanted?.kind === 'box' ? known(wanted.target) : undefined
        if (target?.kind === 'dyn') this.demandDyn(call, type, target)
        else if (target) join(type, target)
        this.arguments(call, given, [type])
        return { kind: 'box', target: type }
      }
      case 'box_elements': {
        const wanted = hint && known(hint)
        if (wanted?.kind === 'pointer') join(type, wanted.target)
        const length = given[0]?.kind === 'array' ? given[0].elements.length : 0
        this.arguments(call, given, [{ kind: 'array', element: type, length }])
        return { kind: 'pointer', mutable: true, target: type }
      }
      default:
        this.arguments(call, given, [])
        return { kind: 'pointer', mutable: name === 'null_mut', target: type }
    }
  }

  protected method(call: MethodCall, hint: Type | undefined): Type {
    const { receiver, name } = call
    const found = this.needed(receiver, this.infer(receiver))
    const type = behindPointers(found)
    if (type.kind === 'mistake') {
      for (const argument of call.arguments) this.infer(argument)
      return type
    }
    const own = this.ownMethod(call, found, hint)
    if (own) return own
    const result =
      type.kind === 'pointer'
        ? this.pointerMethod(call, type)
        : type.kind === 'slice' || type.kind === 'array'
          ? this.sliceMethod(call, type)
          : isIntegral(type)
            ? this.integerMethod(call, type)
            : isFloating(type)
              ? this.floatMethod(call, type)
              : type.kind === 'str'
                ? this.stringMethod(call)
                : undefined
    if (result) return result
    if (this.targetOf(type)) {
      Object.assign(call, { receiver: this.pointedAt(receiver, depthOf(found) + 1) })
      return this.method(call, hint)
    }
    const isOwn = type.kind === 'struct' || type.kind === 'enum' || type.kind === 'parameter'
    if (isOwn && this.traits.knows(name.text))
      return this.mistake(name, messages.unknownMethod(name.text, typeText(type)))
    const isOfTrait = type.kind === 'parameter' && type.item.bounds.length > 0
    if (isOfTrait || (type.kind === 'str' && isStringMethod(name.text)) || isLibraryMethod(name.text))
      return this.mistake(name, messages.inLibrary(name.text))
    return this.mistake(name, messages.unknownMethod(name.text, typeText(type)))
  }

  /** A method that an `impl` gives to the receiver's type, or to what it leads to (Rust reference, "Method calls"). */
  private ownMethod(call: MethodCall, found: Type, hint: Type | undefined): Type | undefined {
    const { name } = call
    let [type, depth] = [known(found), 0]
    for (; ; depth++) {
      const found = this.program.ofTypes.find(type, name.text)
      const member = found?.member
      if (found && member?.kind === 'function' && member.hasSelf) {
        if (!this.isVisible(member)) this.hidden(name)
        return this.callMember(call, { member, given: found.given }, type, depth, hint)
      }
      if (member) {
        for (const argument of call.arguments) this.infer(argument)
        return this.mistake(name, messages.notAMethod(name.text, typeText(type)))
      }
      const ofTrait = this.traitMethod(call, type, depth, hint)
      if (ofTrait) return ofTrait
      const ofSlice = type.kind === 'array' && this.methodOfSlice(call, type.element, depth, hint)
      if (ofSlice) return ofSlice
      const target = type.kind === 'reference' || type.kind === 'box' ? type.target : this.targetOf(type)
      if (!target || depth > MOST_STEPS) return undefined
      type = known(target)
    }
  }

  /** An array has the methods of a slice of all its elements. */
  private methodOfSlice(
    call: MethodCall,
    element: Type,
    depth: number,
    hint: Type | undefined,
  ): Type | undefined {
    const slice: Type = { kind: 'slice', element }
    const found = this.program.ofTypes.find(slice, call.name.text)
    if (found?.member.kind !== 'function' || !found.member.hasSelf) return undefined
    if (!this.isVisible(found.member)) this.hidden(call.name)
    return this.callMember(call, { member: found.member, given: found.given }, slice, depth, hint)
  }

  /** A method that a trait gives to the receiver as it is, or to a reference to it. */
  private traitMethod(call: MethodCall, type: Type, depth: number, hint: Type | undefined): Type | undefined {
    const found = this.traits.methodFor(type, call.name.text)
    return found && this.callMember(call, found, type, depth, hint)
  }

  private callMember(
    call: MethodCall,
    { member, given }: { readonly member: FunctionItem; readonly given: readonly Type[] },
    type: Type,
    depth: number,
    hint: Type | undefined,
  ): Type {
    const { receiver, name, from, to } = call
    this.settle(receiver)
    const callee = this.named(name, member, given, call.typeArguments)
    const [self] = this.program.signatureOf(member).parameters
    const open = this.program.genericsOf(member)
    const wanted = substituted(self!, open, this.instances.get(callee) ?? [])
    const operand = this.adjusted(receiver, wanted, type, depth)
    return this.rewrite(
      call,
      { kind: 'call', from, to, callee, arguments: [operand, ...call.arguments] },
      hint,
    )
  }

  /** The receiver as the method wants it: what it leads to, or a reference to that. */
  private adjusted(receiver: Expression, wanted: Type, type: Type, depth: number): Expression {
    const { from, to } = receiver
    const self = known(wanted)
    const isLent = self.kind === 'reference' && isSameType(self.target, type)
    const found = known(this.expressions.get(receiver) ?? MISTAKE)
    if (self.kind === 'reference' && self.mutable) this.leadToChange(receiver)
    if (isLent && depth === 1 && found.kind === 'reference' && found.mutable === self.mutable) return receiver
    if (!isLent && isSameType(self, found)) return receiver
    let operand = receiver
    for (let step = 0; step < depth; step++) operand = { kind: 'dereference', from, to, operand }
    if (!isLent) return operand
    return { kind: 'reference', from, to, isRaw: false, isImplied: true, mutable: self.mutable, operand }
  }

  /** What was only looked at on the way to a place is changed there: `deref` is `deref_mut`, and `index` `index_mut`. */
  private leadToChange(place: Expression): void {
    if (place.kind === 'field' || place.kind === 'index') return this.leadToChange(place.object)
    if (place.kind !== 'dereference') return
    const { operand } = place
    if (operand.kind !== 'call') return this.leadToChange(operand)
    const { callee } = operand
    const [lent] = operand.arguments
    const item = callee.kind === 'variable' ? this.meanings.get(callee) : undefined
    const change = CHANGING.find(([trait]) => this.traits.named(trait)?.functions[0] === item)
    if (!change || callee.kind !== 'variable' || lent?.kind !== 'reference') return
    const method = this.traits.named(change[1])?.functions[0]
    if (!method) return
    this.meanings.set(callee, method)
    Object.assign(callee, { name: method.name.text })
    Object.assign(lent, { mutable: true })
    for (const each of [operand, lent]) {
      const type = known(this.expressions.get(each) ?? MISTAKE)
      if (type.kind === 'reference') this.expressions.set(each, { ...type, mutable: true })
    }
    this.leadToChange(lent.operand)
  }

  private integerMethod(call: MethodCall, type: Type): Type | undefined {
    const { text } = call.name
    const name = INTEGER_METHODS.find((each) => each === text)
    if (!integerName(type) && (name || INTEGER_FUNCTIONS.has(text)))
      return this.mistake(call.name, messages.ambiguousMethod(text))
    if (!name) return undefined
    this.arguments(call, call.arguments, name === 'wrapping_neg' ? [] : [type])
    return type
  }

  private floatMethod(call: MethodCall, type: Type): Type | undefined {
    const { text } = call.name
    if (known(type).kind === 'variable' && INTEGER_FUNCTIONS.has(text))
      return this.mistake(call.name, messages.ambiguousMethod(text, '{float}'))
    if (!FLOAT_METHODS.some((each) => each === text)) return undefined
    this.arguments(call, call.arguments, [])
    return type
  }

  private sliceMethod(call: MethodCall, type: Type & { kind: 'slice' | 'array' }): Type | undefined {
    const name = SLICE_METHODS.find((each) => each === call.name.text)
    if (!name) return undefined
    this.arguments(call, call.arguments, [])
    if (name === 'len') return USIZE
    return name === 'is_empty'
      ? BOOL
      : { kind: 'pointer', mutable: name === 'as_mut_ptr', target: type.element }
  }

  private stringMethod(call: MethodCall): Type | undefined {
    const name = STRING_METHODS.find((each) => each === call.name.text)
    if (!name) return undefined
    this.arguments(call, call.arguments, [])
    return name === 'len' ? USIZE : BOOL
  }

  private pointerMethod(call: MethodCall, type: Type & { kind: 'pointer' }): Type | undefined {
    const name = POINTER_METHODS.find((each) => each === call.name.text)
    if (!name) return undefined
    if (name !== 'is_null') this.needUnsafe(call, messages.unsafeCall(name))
    if (name === 'write' && !type.mutable) return undefined
    const parameters = {
      read: [],
      write: [type.target],
      add: [USIZE],
      sub: [USIZE],
      offset: [integer('isize')],
      is_null: [],
    }[name]
    this.arguments(call, call.arguments, parameters)
    if (name === 'read') return type.target
    return name === 'is_null' ? BOOL : name === 'write' ? UNIT : type
  }

  protected field(access: FieldAccess): Type {
    const { object, name } = access
    const found = this.needed(object, this.infer(object))
    const type = behindPointers(found)
    if (type.kind === 'mistake') return type
    const isNumber = /^\d+$/.test(name.text)
    const field =
      type.kind === 'tuple' && isNumber
        ? type.elements[Number(name.text)]
        : type.kind === 'struct'
          ? type.fields.find((each) => each.name === name.text)?.type
          : undefined
    if (field && type.kind === 'struct' && !this.isFieldVisible(type.item, name.text))
      return this.mistake(name, messages.privateField(name.text, typeText(type)))
    if (field) return known(field)
    if (this.targetOf(type)) {
      Object.assign(access, { object: this.pointedAt(object, depthOf(found) + 1) })
      return this.field(access)
    }
    const isPrimitive = type.kind !== 'struct' && type.kind !== 'tuple' && type.kind !== 'array'
    return this.mistake(
      name,
      isPrimitive ? messages.noFields(typeText(type)) : messages.unknownField(name.text, typeText(type)),
    )
  }

  private isFieldVisible(item: StructItem, name: string): boolean {
    return this.sees(item) || item.fields.some((field) => field.name.text === name && field.isPublic)
  }

  protected index(access: Index): Type {
    const { object, index } = access
    const whole = this.needed(object, this.infer(object))
    const type = behindPointers(whole)
    const isRange = index.kind === 'range'
    if (isRange && this.targetOf(type)) {
      Object.assign(access, { object: this.pointedAt(object, depthOf(whole) + 1) })
      return this.index(access)
    }
    const overloaded = isRange ? undefined : this.indexedByCall(access, whole)
    if (overloaded) return overloaded
    const found = isRange ? this.sliceRange(index) : this.infer(index)
    if (type.kind === 'mistake') return type
    if (type.kind === 'str') return this.partOfText(access)
    if (type.kind !== 'array' && type.kind !== 'slice')
      return this.mistake(object, messages.cannotIndex(typeText(type)))
    if (isRange) return { kind: 'slice', element: type.element }
    const element = known(type.element)
    if (known(found).kind === 'mistake' || known(found).kind === 'never') return element
    if (isIntegral(found) && !integerName(found)) join(found, USIZE)
    else if (isUnknown(found)) join(found, USIZE)
    if (integerName(found) === 'usize') return element
    return this.mistake(index, messages.indexType(typeText(element), typeText(found)))
  }

  /** `a[i]` of what has `Index` is `*Index::index(&a, i)`. */
  private indexedByCall(access: Index, whole: Type): Type | undefined {
    const { object, index, from, to } = access
    const type = behindPointers(whole)
    const trait = this.traits.named('Index')
    if (!trait || type.kind === 'array' || type.kind === 'slice' || type.kind === 'mistake') return undefined
    const target = this.targetOf(type)
    const by = unknownType()
    if (this.traits.select(trait, type, [by], false)) {
      const outer = this.isChanged
      const method = outer ? (['IndexMut', 'index_mut'] as const) : (['Index', 'index'] as const)
      const operands = [this.lent(this.pointedAt(object, depthOf(whole)), outer), index]
      const operand = this.callOf(access, method, [type, by], operands)
      return operand && this.rewrite(access, { kind: 'dereference', from, to, operand })
    }
    if (!target) return undefined
    Object.assign(access, { object: this.pointedAt(object, depthOf(whole) + 1) })
    return this.index(access)
  }

  /** `s[1..3]` is what a function of the library's leads to, which sees to it that no character is cut. */
  private partOfText(access: Index): Type {
    const { object, index, from, to } = access
    if (index.kind !== 'range') return this.mistake(index, messages.indexText(typeText(this.infer(index))))
    const { start, end, isInclusive } = index
    const name = end ? (isInclusive ? 'through' : start ? 'from_to' : 'until') : start ? 'from' : 'whole'
    const found = this.program.ofTypes.find({ kind: 'str' }, name)
    if (found?.member.kind !== 'function') throw new Error(`the library has no str::${name}`)
    const zero: Expression = { kind: 'integer', from, to, value: 0n, suffix: 'usize' }
    const ends = [start ?? (isInclusive ? zero : undefined), end].flatMap((each) => each ?? [])
    this.settle(object)
    const text = this.adjusted(
      object,
      STRING,
      { kind: 'str' },
      depthOf(this.expressions.get(object) ?? MISTAKE),
    )
    const callee = this.named(object, found.member)
    const operand: Expression = { kind: 'call', from, to, callee, arguments: [text, ...ends] }
    return this.rewrite(access, { kind: 'dereference', from, to, operand })
  }

  /** `a..b` is a value of its own: `Range { start: a, end: b }`. */
  protected range(range: Expression & { kind: 'range' }, hint: Type | undefined): Type {
    const { start, end, isInclusive, from, to } = range
    const kind = !start && !end ? 'Full' : !start ? (isInclusive ? 'ToInclusive' : 'To') : !end ? 'From' : ''
    const ends = [...(start ? [start] : []), ...(end ? [end] : [])]
    const item = libraryStruct(
      this.program.resolution,
      `Range${start && end && isInclusive ? 'Inclusive' : kind}`,
    )
    if (!item) return this.mistake(range, messages.rangeAlone)
    const names = [...(start ? ['start'] : []), ...(end ? ['end'] : [])]
    const fields = ends.map((value, index) => ({ name: { ...spanOf(value), text: names[index]! }, value }))
    if (start && end && isInclusive)
      fields.push({ name: { from, to, text: 'is_over' }, value: { kind: 'boolean', from, to, value: false } })
    const value = structValueOf(range, item, [], range)
    return this.rewrite(range, { ...value, fields, isImplied: true }, hint)
  }

  private sliceRange(range: Expression & { kind: 'range' }): Type {
    if (range.start) this.check(range.start, USIZE)
    if (range.end) this.check(range.end, USIZE)
    return UNIT
  }

  protected structValue(value: StructValue, hint?: Type): Type {
    const item = value.item ?? this.constructorAt(value.path)
    if (item && !value.item) Object.assign(value, { item })
    const type = this.constructedType(item, value.path)
    if (!type) {
      for (const field of value.fields) this.infer(field.value)
      return this.mistake(value.name, messages.unknownStruct(value.name.text))
    }
    const whole = type.kind === 'variant' ? type.of : type
    const wanted = hint && known(hint)
    if (wanted?.kind === whole.kind && wanted.item === whole.item) join(whole, wanted)
    this.ask(value.name, whole.item.generics, whole.item.bounds, whole.arguments)
    const seen = new Set<string>()
    for (const { name, value: given } of value.fields) {
      const field = fieldsOf(type).find((each) => each.name === name.text)
      if (field && type.kind === 'struct' && !value.isImplied && !this.isFieldVisible(type.item, name.text))
        this.mistake(name, messages.privateFieldValue(name.text, typeText(type)))
      if (field) this.check(given, field.type)
      else this.mistake(name, messages.structLacksField(typeText(type), name.text, type.kind === 'variant'))
      if (seen.has(name.text)) this.mistake(name, messages.fieldTwice(name.text))
      seen.add(name.text)
    }
    this.missingFields(value, type, seen)
    return whole
  }

  /** What a constructor makes; of what its definition leaves open, as much is known as the path says. */
  protected constructedType(item: Constructor | undefined, path: Path): StructType | VariantType | undefined {
    const type = this.typeOfConstructor(item, path)
    const whole = type?.kind === 'variant' ? type.of : type
    const written = path.typeArguments.map((each) => this.program.typeFor(each))
    if (whole && written.length > 0 && written.length !== whole.arguments.length)
      this.mistake(path, messages.typeArguments(whole.item.name.text, whole.arguments.length, written.length))
    written.forEach((each, index) => join(whole?.arguments[index] ?? MISTAKE, each))
    return type
  }

  private typeOfConstructor(item: Constructor | undefined, path: Path): StructType | VariantType | undefined {
    const named = this.program.resolution.types.has(path) ? this.program.typeAt(path) : undefined
    const found = named && known(named)
    if (item?.kind === 'variant') {
      const isNamed = found?.kind === 'enum' && found.item === item.whole
      return { kind: 'variant', of: isNamed ? found : this.program.enumType(item.whole), index: item.index }
    }
    if (found?.kind === 'struct') return found
    return item && this.program.structType(item)
  }

  private missingFields(
    { name, base }: StructValue,
    type: StructType | VariantType,
    seen: ReadonlySet<string>,
  ): void {
    const missing = fieldsOf(type)
      .filter((field) => !seen.has(field.name))
      .map((field) => `\`${field.name}\``)
    if (base) this.check(base, type)
    else if (missing.length > 0) this.mistake(name, messages.missingFields(missing, typeText(type)))
  }

  protected macro(macro: MacroCall): Type {
    this.macroOperands(macro)
    const types = macro.values.map((value) => this.inferPrinted(value))
    for (const piece of macro.pieces ?? []) {
      if (typeof piece === 'string') continue
      const value = macro.values[piece.value]
      const type = types[piece.value]
      const width = typeof piece.width === 'number' ? undefined : types[piece.width.value]
      if (width) join(width, USIZE)
      const precision = typeof piece.precision === 'object' ? types[piece.precision.value] : undefined
      if (precision) join(behindPointers(precision), USIZE)
      if (!value || !type) continue
      this.notUnsized(value, type)
      this.later.push(() => {
        const reason = whyNotFormatted(type, piece, this.traits)
        if (reason) this.mistake(value, reason)
      })
    }
    const { name } = macro
    if (name === 'write' || name === 'writeln') return this.written(macro)
    if (name === 'format') return this.text()
    return name === 'panic' || name === 'unreachable' || name === 'todo' || name === 'unimplemented'
      ? NEVER
      : UNIT
  }

  /** What `fmt` is given takes what is written. */
  private written({ operands: [target] }: MacroCall): Type {
    const fmt = this.traits.named('Display')?.functions[0]
    if (!target || !fmt) return this.silentMistake()
    const { parameters, result } = this.program.signatureOf(fmt)
    const [found, formatter] = [behindPointers(this.typeOfSettled(target)), behindPointers(parameters[1]!)]
    if (found.kind === 'mistake' || isSameType(found, formatter) || isSameType(found, this.text()))
      return result
    return this.mistake(target, messages.notYet(`writing to a \`${typeText(found)}\``))
  }

  /** The library's `String`. */
  private text(): Type {
    const item = libraryStruct(this.program.resolution, 'String')
    return item ? this.program.structType(item) : this.silentMistake()
  }

  private notUnsized(value: Expression, type: Type): void {
    if (isUnsized(type)) this.mistake(value, messages.unsized(typeText(type)))
  }

  /** A string among what is printed stands for itself. */
  private inferPrinted(value: Expression): Type {
    if (value.kind !== 'string') return this.inferBehindReference(value)
    this.expressions.set(value, STRING)
    return STRING
  }

  /** Macros take references to what they print and compare. */
  private inferBehindReference(value: Expression, hint?: Type): Type {
    const type = this.infer(value, hint)
    let root = value
    while (root.kind === 'field') root = root.object
    if (this.isStaticMut(root)) this.mistake(value, messages.staticMutReference(false))
    return type
  }

  private macroOperands(macro: MacroCall): void {
    const { name, operands } = macro
    const [left, right] = operands
    if (name === 'assert' && left) this.check(left, BOOL)
    else if (left && !right) this.infer(left)
    if (!left || !right) return
    const type = this.inferBehindReference(left)
    const other = this.inferBehindReference(right, type)
    const by = isSameType(type, other) ? undefined : this.comparedBy('PartialEq', type, other)
    const isByCall = by !== undefined && !isSameType(by.left, by.right)
    const even = isByCall ? undefined : this.evenSequences(left, right, type, other)
    if (isByCall) this.compareByCall(macro, by)
    else if (even) Object.assign(macro, { operands: even })
    else if (!join(type, other) && !this.joinPointing(type, other)) this.mismatch(right, type, other)
    this.later.push(() => {
      const unfit = [type, other].find((each) => whyNotFormatted(each, undefined, this.traits) !== undefined)
      if (!isByCall && !isComparable(type, false, this.traits))
        this.mistake(left, messages.cannotCompare('==', typeText(type)))
      else if (unfit) this.mistake(unfit === type ? left : right, messages.notDebug(typeText(unfit)))
    })
  }

  private compareByCall(macro: MacroCall, { left, right, depth }: Compared): void {
    const call = this.callOf(macro, ['PartialEq', 'eq'], [left, right], [])
    if (call?.callee.kind !== 'variable') return
    this.comparisons.set(macro, { callee: call.callee, depth })
  }
}

const CHANGING = [
  ['Deref', 'DerefMut'],
  ['Index', 'IndexMut'],
] as const

/** What makes a value of its fields. */
export type Constructor = StructItem | VariantItem

/** What a tuple or unit struct's constructor gives. */
function structValueOf(
  { from, to }: Span,
  item: Constructor,
  values: readonly Expression[],
  callee: Expression,
): StructValue {
  const fields = values.map((value, index) => ({ name: { ...spanOf(value), text: String(index) }, value }))
  const nowhere: Path = { kind: 'path', from, to, segments: [], typeArguments: [], self: undefined }
  const path = callee.kind === 'path' ? callee : nowhere
  return {
    kind: 'struct',
    from,
    to,
    name: { from, to, text: item.name.text },
    path,
    fields,
    base: undefined,
    item,
  }
}

const spanOf = ({ from, to }: Span): Span => ({ from, to })

function textOfName(callee: Path | Variable): string {
  return callee.kind === 'variable' ? callee.name : textOf(callee)
}

function textOf({ segments }: Path): string {
  return segments.map(({ text }) => text).join('::')
}

/** Through how many of them. */
function depthOf(type: Type): number {
  const found = known(type)
  return found.kind === 'reference' || found.kind === 'box' ? 1 + depthOf(found.target) : 0
}
