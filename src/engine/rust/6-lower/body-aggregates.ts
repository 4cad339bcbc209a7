import type { Expression } from '../1-parse/syntax.ts'
import { fieldIndex, offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { isWide, known, type Type } from '../3-check/types.ts'
import { BodyMacros } from './body-macros.ts'
import { frame, shifted, type Place } from './code.ts'

/** Values of more than one word: pointers with a length, arrays, tuples, structs. */
export abstract class BodyAggregates extends BodyMacros {
  protected abstract control(expression: Expression, target: Place | undefined): void

  protected wide(expression: Expression, target: Place): void {
    const coercion = this.func.inference.coercionOf(expression)
    const found = this.typeOf(expression)
    if (coercion && !isWide(found)) {
      this.sequence(this.placeBehind(expression), elementsBehind(found), target)
      return
    }
    switch (expression.kind) {
      case 'reference':
        return this.wideReference(expression, target)
      case 'call':
        return this.call(expression, target)
      case 'variable':
      case 'field':
      case 'index':
      case 'dereference':
        return this.code.copy(this.place(expression), target, 16)
      case 'cast':
        return this.castWide(expression, target)
      case 'method':
        return this.readInto(expression, target)
      default:
        return this.control(expression, target)
    }
  }

  private castWide({ operand }: Expression & { kind: 'cast' }, target: Place): void {
    if (isWide(this.finalType(operand))) return this.into(operand, target)
    this.sequence(this.placeBehind(operand), elementsBehind(this.finalType(operand)), target)
  }

  /** `p.read()` of what does not fit a register. */
  private readInto(expression: Expression & { kind: 'method' }, target: Place): void {
    this.value(expression.receiver)
    const pointer = this.code.keep()
    const type = this.typeOf(expression)
    this.checkPointer(type, expression)
    this.code.copy(this.behind(pointer), target, sizeOf(type))
  }

  protected aggregate(expression: Expression, target: Place): void {
    switch (expression.kind) {
      case 'tuple':
        return this.parts(expression.elements, target, offsetsOf(this.typeOf(expression)))
      case 'array': {
        const type = this.typeOf(expression)
        const size = type.kind === 'array' ? sizeOf(type.element) : 0
        return this.parts(
          expression.elements,
          target,
          expression.elements.map((_, index) => index * size),
        )
      }
      case 'repeat':
        return this.repeat(expression, target)
      case 'struct':
        return this.structValue(expression, target)
      case 'variable':
      case 'field':
      case 'index':
      case 'dereference':
        return this.take(expression, target)
      case 'call':
        return this.call(expression, target)
      case 'method':
        return this.readInto(expression, target)
      default:
        this.value(expression)
    }
  }

  private parts(elements: readonly Expression[], target: Place, offsets: readonly number[]): void {
    elements.forEach((element, index) =>
      this.code.within(() => this.into(element, shifted(target, offsets[index] ?? 0))),
    )
  }

  /** The element is computed once, and copied to every place. */
  private repeat(expression: Expression & { kind: 'repeat' }, target: Place): void {
    const { code } = this
    const type = this.typeOf(expression)
    if (type.kind !== 'array') return
    const size = sizeOf(type.element)
    const element = this.temporary(type.element)
    this.into(expression.element, element)
    if (size === 0 || type.length === 0) return
    code.address(target)
    const pointer = code.keep()
    code.emit(`mov rax, ${type.length}`)
    const count = code.keep()
    const again = code.label()
    code.mark(again)
    code.copy(element, this.behind(pointer), size)
    code.emit(`add qword ${frame(pointer)}, ${size}`)
    code.emit(`dec qword ${frame(count)}`)
    code.emit(`jnz ${again}`)
  }

  private structValue(expression: Expression & { kind: 'struct' }, target: Place): void {
    const type = this.typeOf(expression)
    if (type.kind !== 'struct') return
    const offsets = offsetsOf(type)
    const partAt = (name: string) => shifted(target, offsets[fieldIndex(type, name)] ?? 0)
    for (const { name, value } of expression.fields)
      this.code.within(() => this.into(value, partAt(name.text)))
    if (!expression.base) return
    const base = this.lookedAt(expression.base)
    for (const { name, type: fieldType } of type.fields) {
      if (expression.fields.some((field) => field.name.text === name)) continue
      const from = shifted(base, offsets[fieldIndex(type, name)] ?? 0)
      this.code.copy(from, partAt(name), sizeOf(fieldType))
      this.forget(from, fieldType)
    }
  }
}

function elementsBehind(type: Type): Type {
  let found = known(type)
  while (found.kind === 'reference' || found.kind === 'box' || found.kind === 'pointer')
    found = known(found.target)
  return found
}
