import type {
  Call,
  Expression,
  FieldAccess,
  Index,
  MacroCall,
  MethodCall,
  Path,
  Span,
  StructValue,
  Variable,
} from '../1-parse/syntax.ts'
import { INTEGER_TYPES } from '../1-parse/syntax.ts'
import { messages } from '../messages.ts'
import {
  builtinFunction,
  INTEGER_METHODS,
  isInPrelude,
  POINTER_METHODS,
  SLICE_METHODS,
  type BuiltinFunction,
  isInLibrary,
  isLibraryMethod,
} from './builtins.ts'
import { whyNotFormatted } from './formattable.ts'
import { behindReference, InferOperators, isComparable } from './infer-operators.ts'
import {
  BOOL,
  integer,
  integerName,
  isIntegral,
  isUnknown,
  known,
  MISTAKE,
  NEVER,
  typeText,
  UNIT,
  unknownType,
  USIZE,
  type StructType,
  type Type,
} from './types.ts'
import { join } from './unify.ts'

/** Types of names, calls, methods, fields, elements and macros. */
export abstract class InferCalls extends InferOperators {
  protected variable(variable: Variable): Type {
    const meaning = this.meanings.get(variable)
    if (meaning === undefined) return this.silentMistake()
    // A constant sees no variables but its own.
    if (meaning.kind === 'local')
      return this.locals.get(meaning) ?? this.mistake(variable, messages.variableInConstant)
    if (meaning.kind === 'function') return this.mistake(variable, messages.functionAsValue(variable.name))
    if (meaning.kind === 'static' && meaning.mutable) this.needUnsafe(variable, messages.unsafeStatic)
    return this.program.constantType(meaning)
  }

  protected path(path: Path): Type {
    const [type, constant] = path.segments.slice(-2).map(({ text }) => text)
    const name = INTEGER_TYPES.find((each) => each === type)
    const isPlain = path.segments.length === 2 && path.typeArguments.length === 0
    if (isPlain && name && (constant === 'MAX' || constant === 'MIN')) return integer(name)
    if (isPlain && name && constant === 'BITS') return integer('u32')
    const written = path.segments.map(({ text }) => text).join('::')
    return this.mistake(
      path,
      isInLibrary(written) ? messages.inLibrary(written) : messages.unknownPath(written),
    )
  }

  protected call(call: Call, hint: Type | undefined): Type {
    const { callee } = call
    if (callee.kind === 'path') {
      const builtin = builtinFunction(callee)
      if (builtin) return this.builtinCall(call, builtin, callee, hint)
    }
    const meaning = callee.kind === 'variable' ? this.meanings.get(callee) : undefined
    if (callee.kind === 'variable' && !meaning && isInPrelude(callee.name))
      return this.builtinCall(call, callee.name as BuiltinFunction, undefined, hint)
    if (meaning?.kind === 'function') {
      const { parameters, result } = this.program.signatureOf(meaning)
      this.arguments(call, call.arguments, parameters)
      if (meaning.isUnsafe) this.needUnsafe(call, messages.unsafeCall(meaning.name.text))
      return result
    }
    const type = this.infer(callee)
    for (const argument of call.arguments) this.infer(argument)
    if (known(type).kind === 'mistake') return this.silentMistake()
    return this.mistake(callee, messages.notAFunction(typeText(type)))
  }

  private arguments(whole: Span, given: readonly Expression[], parameters: readonly Type[]): void {
    given.forEach((argument, index) => {
      const parameter = parameters[index]
      if (parameter && given.length === parameters.length) this.check(argument, parameter)
      else this.infer(argument, parameter)
    })
    if (given.length !== parameters.length)
      this.mistake(whole, messages.argumentCount(parameters.length, given.length))
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
        if (wanted?.kind === 'box') join(type, wanted.target)
        this.arguments(call, given, [type])
        return { kind: 'box', target: type }
      }
      default:
        this.arguments(call, given, [])
        return { kind: 'pointer', mutable: name === 'null_mut', target: type }
    }
  }

  protected method(call: MethodCall): Type {
    const { receiver, name } = call
    const found = this.needed(receiver, this.infer(receiver))
    const type = behindPointers(found)
    if (type.kind === 'mistake') {
      for (const argument of call.arguments) this.infer(argument)
      return type
    }
    const result =
      type.kind === 'pointer'
        ? this.pointerMethod(call, type)
        : type.kind === 'slice' || type.kind === 'array'
          ? this.sliceMethod(call, type)
          : isIntegral(type)
            ? this.integerMethod(call, type)
            : undefined
    if (result) return result
    if (isLibraryMethod(name.text)) return this.mistake(name, messages.inLibrary(name.text))
    return this.mistake(name, messages.unknownMethod(name.text, typeText(type)))
  }

  private integerMethod(call: MethodCall, type: Type): Type | undefined {
    const name = INTEGER_METHODS.find((each) => each === call.name.text)
    if (!name) return undefined
    if (!integerName(type)) return this.mistake(call.name, messages.ambiguousMethod(name))
    this.arguments(call, call.arguments, name === 'wrapping_neg' ? [] : [type])
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

  protected field({ object, name }: FieldAccess): Type {
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
    if (field) return known(field)
    const isPrimitive = type.kind !== 'struct' && type.kind !== 'tuple' && type.kind !== 'array'
    return this.mistake(
      name,
      isPrimitive ? messages.noFields(typeText(type)) : messages.unknownField(name.text, typeText(type)),
    )
  }

  protected index({ object, index }: Index): Type {
    const type = behindPointers(this.needed(object, this.infer(object)))
    const isRange = index.kind === 'range'
    const found = isRange ? this.sliceRange(index) : this.infer(index)
    if (type.kind === 'mistake') return type
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

  private sliceRange(range: Expression & { kind: 'range' }): Type {
    if (range.start) this.check(range.start, USIZE)
    if (range.end) this.check(range.end, USIZE)
    return UNIT
  }

  protected structValue(value: StructValue): Type {
    const type = this.program.structNamed(value.name.text)
    if (!type) {
      for (const field of value.fields) this.infer(field.value)
      return this.mistake(value.name, messages.unknownStruct(value.name.text))
    }
    const seen = new Set<string>()
    for (const { name, value: given } of value.fields) {
      const field = type.fields.find((each) => each.name === name.text)
      if (field) this.check(given, field.type)
      else this.mistake(name, messages.structLacksField(type.item.name.text, name.text))
      if (seen.has(name.text)) this.mistake(name, messages.fieldTwice(name.text))
      seen.add(name.text)
    }
    this.missingFields(value, type, seen)
    return type
  }

  private missingFields({ name, base }: StructValue, type: StructType, seen: ReadonlySet<string>): void {
    const missing = type.fields.filter((field) => !seen.has(field.name)).map((field) => `\`${field.name}\``)
    if (base) this.check(base, type)
    else if (missing.length > 0) this.mistake(name, messages.missingFields(missing, type.item.name.text))
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
      if (!value || !type) continue
      this.later.push(() => {
        const reason = whyNotFormatted(type, piece)
        if (reason) this.mistake(value, reason)
      })
    }
    const { name } = macro
    return name === 'panic' || name === 'unreachable' || name === 'todo' || name === 'unimplemented'
      ? NEVER
      : UNIT
  }

  /** A string may stand among what is printed, and nowhere else. */
  private inferPrinted(value: Expression): Type {
    if (value.kind !== 'string') return this.inferBehindReference(value)
    const type: Type = { kind: 'reference', mutable: false, target: { kind: 'str' } }
    this.expressions.set(value, type)
    return type
  }

  /** Macros take references to what they print and compare. */
  private inferBehindReference(value: Expression, hint?: Type): Type {
    const type = this.infer(value, hint)
    let root = value
    while (root.kind === 'field') root = root.object
    if (this.isStaticMut(root)) this.mistake(value, messages.staticMutReference(false))
    return type
  }

  private macroOperands({ name, operands }: MacroCall): void {
    const [left, right] = operands
    if (name === 'assert' && left) this.check(left, BOOL)
    else if (left && !right) this.infer(left)
    if (!left || !right) return
    const type = this.inferBehindReference(left)
    const other = this.inferBehindReference(right, type)
    if (!join(type, other)) this.mismatch(right, type, other)
    this.later.push(() => {
      const isFormattable = whyNotFormatted(type, undefined) === undefined
      if (!isComparable(type, false)) this.mistake(left, messages.cannotCompare('==', typeText(type)))
      else if (!isFormattable) this.mistake(left, messages.notDebug(typeText(type)))
    })
  }
}

/** Methods, fields and elements are found through any number of references and boxes. */
export function behindPointers(type: Type): Type {
  let found = known(type)
  while (found.kind === 'reference' || found.kind === 'box') found = behindBox(found)
  return found
}

function behindBox(type: Type): Type {
  return type.kind === 'box' ? known(type.target) : behindReference(type)
}
