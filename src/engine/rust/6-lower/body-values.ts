import type { ArithmeticOperator, Assignment, Expression, MethodCall } from '../1-parse/syntax.ts'
import { behindPointers } from '../3-check/infer-calls.ts'
import { offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { bitsOf, isCopy, isScalar, known, type Type } from '../3-check/types.ts'
import { BodyOperators } from './body-operators.ts'
import { frame, shifted, type Place } from './code.ts'

/** Assignments, and the methods of numbers, slices and pointers. */
export abstract class BodyValues extends BodyOperators {
  // ── Assignments ──

  protected assignment(assignment: Assignment): void {
    const { target, value, operator } = assignment
    this.code.within(() => {
      if (operator !== undefined) return this.compound(assignment, operator)
      if (target.kind === 'underscore') return void this.temporaryPlace(value)
      const type = this.typeOf(target)
      if (isScalar(type) && type.kind !== 'box' && target.kind !== 'tuple') {
        this.value(value)
        if (this.isLocal(target)) return this.storeValue(this.place(target), type)
        const slot = this.code.keep()
        const place = this.place(target)
        this.code.emit(`mov rax, ${frame(slot)}`)
        return this.storeValue(place, type)
      }
      this.assignFrom(target, this.passingPlace(value), this.finalType(value))
    })
  }

  private isLocal(target: Expression): boolean {
    return target.kind === 'variable' && this.func.resolution.meanings.get(target)?.kind === 'local'
  }

  /** `(a, b) = …` part by part. */
  private assignFrom(target: Expression, from: Place, type: Type): void {
    if (target.kind === 'underscore') return this.drop(from, type)
    const found = known(type)
    if (target.kind === 'tuple' && found.kind === 'tuple') {
      const offsets = offsetsOf(found)
      return target.elements.forEach((element, index) =>
        this.assignFrom(element, shifted(from, offsets[index] ?? 0), found.elements[index] ?? found),
      )
    }
    const place = this.place(target)
    this.drop(place, type)
    this.code.copy(from, place, sizeOf(type))
  }

  /** The right side first, as Rust does with numbers. */
  private compound({ target, value, ...place }: Assignment, operator: ArithmeticOperator): void {
    const { code } = this
    const type = this.typeOf(target)
    if (this.isLocal(target) && this.loadSimple(value, undefined)) {
      this.code.load(this.place(target), type)
      this.loadSimple(value, 'rcx')
      this.arithmetic(operator, type, place)
      return this.storeValue(this.place(target), type)
    }
    this.operand(value)
    const slot = code.keep()
    const left = this.place(target)
    code.load(left, type)
    code.emit(`mov rcx, ${frame(slot)}`)
    this.arithmetic(operator, type, place)
    this.storeValue(left, type)
  }

  // ── Methods ──

  protected method(call: MethodCall): void {
    const { receiver, name } = call
    const type = this.typeOf(receiver)
    const found = behindPointers(type)
    if (found.kind === 'pointer') {
      if (type === found) this.value(receiver)
      else this.code.load(this.placeBehind(receiver), found)
      return this.pointerMethod(call, known(found.target))
    }
    if (found.kind === 'integer') return this.wrapping(call, found)
    const place = this.placeBehind(receiver)
    if (name.text === 'as_ptr' || name.text === 'as_mut_ptr') return this.code.address(place, 'rax')
    if (found.kind === 'array') this.code.emit(`mov eax, ${found.length}`)
    else this.loadLength(place, 'rax')
    if (name.text !== 'is_empty') return
    this.code.emit('test rax, rax')
    this.code.emit('setz al')
    this.code.emit('movzx eax, al')
  }

  private wrapping(call: MethodCall, type: Type & { kind: 'integer' }): void {
    const { code } = this
    code.load(this.placeBehind(call.receiver), type)
    const [argument] = call.arguments
    if (argument) {
      const slot = code.keep()
      this.value(argument)
      code.emit('mov rcx, rax')
      code.emit(`mov rax, ${frame(slot)}`)
    }
    const mnemonic = {
      wrapping_add: 'add rax, rcx',
      wrapping_sub: 'sub rax, rcx',
      wrapping_mul: 'imul rax, rcx',
    }[call.name.text]
    code.emit(mnemonic ?? 'neg rax')
    if (bitsOf(type.name) < 64) code.normalise(type)
  }

  /** RAX is the pointer. */
  private pointerMethod(call: MethodCall, target: Type): void {
    const { code } = this
    const [argument] = call.arguments
    const pointer = code.keep()
    switch (call.name.text) {
      case 'is_null':
        code.emit('test rax, rax')
        code.emit('setz al')
        return code.emit('movzx eax, al')
      case 'read':
        this.checkPointer(target, call)
        return isScalar(target) ? code.load(this.behind(pointer), target) : undefined
      case 'write': {
        if (!argument) return
        const value = this.temporaryPlace(argument)
        code.emit(`mov rax, ${frame(pointer)}`)
        this.checkPointer(target, call)
        return code.copy(value, this.behind(pointer), sizeOf(target))
      }
      default:
        if (!argument) return
        this.value(argument)
        code.emit(`imul rax, rax, ${sizeOf(target)}`)
        if (call.name.text === 'sub') code.emit('neg rax')
        code.emit(`add rax, ${frame(pointer)}`)
    }
  }

  /** A value that lies somewhere is copied, and gone from there if it moves. */
  protected take(expression: Expression, target: Place): void {
    const type = this.typeOf(expression)
    const place = this.place(expression)
    this.code.copy(place, target, sizeOf(type))
    if (!isCopy(type)) this.forget(place, type)
  }
}
