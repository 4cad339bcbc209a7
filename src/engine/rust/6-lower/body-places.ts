import type { Expression, Reference, Span } from '../1-parse/syntax.ts'
import { Evaluator, type Value } from '../3-check/evaluate.ts'
import { behindPointers } from '../3-check/infer-calls.ts'
import { alignmentOf, fieldIndex, offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { isWide, known, needsDrop, type Type } from '../3-check/types.ts'
import { BodyBase } from './body-base.ts'
import { frame, shifted, type Place } from './code.ts'
import { valueBytes } from './value-bytes.ts'

/** Larger constants are made in the frame: as text for the assembler they would take long. */
const LARGEST_PROMOTED = 4096

/** Where things lie: variables, parts, elements, what pointers lead to, values without a name; and references to them. */
export abstract class BodyPlaces extends BodyBase {
  /** A reference is being taken to the place that is looked for, and what may be done through it. */
  private referred: 'shared' | 'mutable' | undefined

  // ── Places ──

  place(expression: Expression): Place {
    switch (expression.kind) {
      case 'variable':
        return this.variablePlace(expression)
      case 'field': {
        const object = this.placeBehind(expression.object)
        const type = behindPointers(this.typeOf(expression.object))
        const index =
          type.kind === 'struct' ? fieldIndex(type, expression.name.text) : Number(expression.name.text)
        return shifted(object, offsetsOf(type)[index] ?? 0)
      }
      case 'index':
        return this.indexedPlace(expression)
      case 'dereference':
        return this.pointedPlace(expression.operand, expression)
      default:
        return this.temporaryPlace(expression)
    }
  }

  protected temporaryPlace(expression: Expression): Place {
    const type = this.finalType(expression)
    const promoted = this.referred === 'shared' ? this.promoted(expression, type) : undefined
    if (promoted) return promoted
    const extended = this.extended.get(expression)
    if (extended) {
      this.into(expression, extended.place)
      extended.owners?.push({ place: extended.place, type: known(type) })
      return extended.place
    }
    const place = needsDrop(type)
      ? this.ownedTemporary(type)
      : this.referred
        ? this.lastingTemporary(type)
        : this.temporary(type)
    this.into(expression, place)
    return place
  }

  /** What is known at compile time and only looked at lives for the whole run (Rust reference, "Constant promotion"). */
  protected promoted(expression: Expression, type: Type): Place | undefined {
    const size = sizeOf(type)
    if (size === 0 || size > LARGEST_PROMOTED) return undefined
    const value = new Evaluator(this.func.program, this.func.inference, true).value(expression)
    return value === undefined ? undefined : this.constantPlace(value, type)
  }

  private constantPlace(value: Value, type: Type): Place {
    const label = this.code.data.bytes(valueBytes(value, type), alignmentOf(type))
    return { kind: 'static', label, offset: 0 }
  }

  /** The value is on its way to somewhere else, which will own it. */
  protected passingPlace(expression: Expression): Place {
    const place = this.temporary(this.finalType(expression))
    this.into(expression, place)
    return place
  }

  /** The place of what a reference is taken to: a value that lies nowhere else stays in the frame as long as the block. */
  private referredPlace(reference: Reference): Place {
    return this.referring(reference, () => this.place(reference.operand))
  }

  private referring<Result>({ mutable }: Reference, find: () => Result): Result {
    return this.withReferred(mutable ? 'mutable' : 'shared', find)
  }

  /** What is computed on the way to a place is a value like any other: no reference is taken to it. */
  protected valued<Result>(compute: () => Result): Result {
    return this.withReferred(undefined, compute)
  }

  private withReferred<Result>(referred: typeof this.referred, action: () => Result): Result {
    const before = this.referred
    this.referred = referred
    const result = action()
    this.referred = before
    return result
  }

  private variablePlace(expression: Expression & { kind: 'variable' }): Place {
    const meaning = this.func.resolution.meanings.get(expression)
    if (meaning?.kind === 'local') return this.localPlace(meaning)
    if (meaning?.kind === 'static')
      return { kind: 'static', label: `static.${meaning.name.text}.${meaning.from}`, offset: 0 }
    if (meaning?.kind !== 'const') throw new Error(`${expression.name} has no place`)
    const type = this.func.program.constantType(meaning)
    const place = this.constantPlace(this.func.program.valueOf(meaning) ?? 0n, type)
    if (this.referred !== 'mutable') return place
    // What changes is a copy: the constant stays what it is.
    const copied = this.extended.get(expression)?.place ?? this.lastingTemporary(type)
    this.code.copy(place, copied, sizeOf(type))
    return copied
  }

  /** What a pointer, reference or box points to. A raw pointer is looked at first, as rustc does with debug assertions. */
  private pointedPlace(operand: Expression, whole: Span): Place {
    const type = this.typeOf(operand)
    if (isWide(type)) return this.widePlace(operand)
    this.lookAtPointer(operand)
    const pointer = this.code.keep()
    if (type.kind === 'pointer') this.checkPointer(known(type.target), whole)
    return this.behind(pointer)
  }

  /** A box that is only looked through stays where it is. */
  protected lookAtPointer(operand: Expression): void {
    if (this.typeOf(operand).kind !== 'box') return this.value(operand)
    this.code.load(this.place(operand), this.typeOf(operand))
  }

  /** RAX is the pointer. */
  checkPointer(target: Type, whole: Span): void {
    const { code } = this
    const alignment = alignmentOf(target)
    if (alignment > 1) {
      const label = code.aside(() => {
        code.emit('mov rdx, rax')
        code.text(
          `${this.panicHead(whole)}misaligned pointer dereference: address must be a multiple of 0x${alignment.toString(16)} but is `,
        )
        code.call('panic.misaligned')
      })
      code.emit(`test al, ${alignment - 1}`)
      code.emit(`jnz ${label}`)
    }
    if (sizeOf(target) === 0) return
    code.emit('test rax, rax')
    this.panicIf('jz', whole, 'null pointer dereference occurred', true)
  }

  /** The elements of a slice, whose length lies in the frame. */
  private widePlace(operand: Expression): Place {
    const wide = this.temporary({ kind: 'tuple', elements: [this.typeOf(operand)] })
    this.into(operand, wide)
    const pointer = wide.kind === 'frame' ? wide.offset : 0
    return { kind: 'behind', pointer, offset: 0, length: pointer + 8 }
  }

  /** Through any number of references and boxes. */
  placeBehind(expression: Expression): Place {
    let type = this.typeOf(expression)
    if (type.kind !== 'reference' && type.kind !== 'box') return this.place(expression)
    if (isWide(type)) return this.widePlace(expression)
    this.lookAtPointer(expression)
    let place = this.behind(this.code.keep())
    type = known(type.target)
    while (type.kind === 'reference' || type.kind === 'box') {
      if (isWide(type)) return this.wideAt(place)
      this.code.load(place, type)
      place = this.behind(this.code.keep())
      type = known(type.target)
    }
    return place
  }

  protected wideAt(place: Place): Place {
    const pointer = this.code.room(16)
    this.code.copy(place, { kind: 'frame', offset: pointer }, 16)
    return { kind: 'behind', pointer, offset: 0, length: pointer + 8 }
  }

  /** An element, or with a range a slice: `a[1..3].len()` asks it directly. */
  private indexedPlace(expression: Expression & { kind: 'index' }): Place {
    if (expression.index.kind !== 'range') return this.elementPlace(expression)
    const pointer = this.code.room(16)
    this.subslice(expression, expression.index, { kind: 'frame', offset: pointer })
    return { kind: 'behind', pointer, offset: 0, length: pointer + 8 }
  }

  private elementPlace({ object, index, from, to }: Expression & { kind: 'index' }): Place {
    const { code } = this
    const sequence = this.placeBehind(object)
    const type = behindPointers(this.typeOf(object))
    if (type.kind !== 'array' && type.kind !== 'slice') throw new Error(`a ${type.kind} has no elements`)
    this.value(index)
    this.compareWithLength(sequence, type)
    const label = code.aside(() => {
      code.emit('mov rdx, rax')
      if (type.kind === 'array') code.emit(`mov rcx, ${type.length}`)
      else this.loadLength(sequence, 'rcx')
      code.text(`${this.panicHead({ from, to })}index out of bounds: the len is `)
      code.call('panic.bounds')
    })
    code.emit(`jae ${label}`)
    const size = sizeOf(type.element)
    if (size !== 1) code.emit(`imul rax, rax, ${size}`)
    const slot = code.keep()
    code.address(sequence, 'rax')
    code.emit(`add ${frame(slot)}, rax`)
    return this.behind(slot)
  }

  private compareWithLength(sequence: Place, type: Type): void {
    if (type.kind === 'array') return this.code.emit(`cmp rax, ${type.length}`)
    this.loadLength(sequence, 'rcx')
    this.code.emit('cmp rax, rcx')
  }

  loadLength(sequence: Place, register: string): void {
    if (sequence.kind !== 'behind' || sequence.length === undefined)
      throw new Error('a slice without a length')
    this.code.emit(`mov ${register}, ${frame(sequence.length)}`)
  }

  /** Pointer and length of something with elements; the length of an array is known. */
  sequence(place: Place, type: Type, target: Place): void {
    this.code.address(place, 'rax')
    if (type.kind === 'array') this.code.emit(`mov ecx, ${type.length}`)
    else this.loadLength(place, 'rcx')
    this.storeWide(target)
  }

  storeWide(target: Place): void {
    this.code.emit(`mov ${this.code.operand(target)}, rax`)
    this.code.emit(`mov ${this.code.operand(target, 8)}, rcx`)
  }

  // ── References ──

  protected reference(reference: Reference): void {
    this.code.address(this.referredPlace(reference), 'rax')
  }

  protected wideReference(reference: Reference, target: Place): void {
    const { operand } = reference
    if (operand.kind === 'index') {
      const { index } = operand
      if (index.kind === 'range')
        return this.referring(reference, () => this.subslice(operand, index, target))
    }
    const place = this.referredPlace(reference)
    this.sequence(place, this.typeOf(operand), target)
  }

  /** `&a[start..end]`, looked at as the library does: the start against the end, the end against the length. */
  private subslice(
    index: Expression & { kind: 'index' },
    range: Expression & { kind: 'range' },
    target: Place,
  ): void {
    const { code } = this
    const object = this.placeBehind(index.object)
    const type = behindPointers(this.typeOf(index.object))
    const whole = code.room(16)
    this.sequence(object, type, { kind: 'frame', offset: whole })
    const [start, end] = [code.room(8), code.room(8)]
    if (range.start) this.value(range.start)
    else code.emit('xor eax, eax')
    code.emit(`mov ${frame(start)}, rax`)
    if (range.end) this.value(range.end)
    else code.emit(`mov rax, ${frame(whole + 8)}`)
    if (range.isInclusive) code.emit('inc rax')
    code.emit(`mov ${frame(end)}, rax`)
    this.checkSlice(index, range.start !== undefined && range.end === undefined, whole, start, end)
    const size = type.kind === 'array' || type.kind === 'slice' ? sizeOf(type.element) : 1
    code.emit(`mov rcx, ${frame(end)}`)
    code.emit(`sub rcx, ${frame(start)}`)
    code.emit(`mov rax, ${frame(start)}`)
    code.emit(`imul rax, rax, ${size}`)
    code.emit(`add rax, ${frame(whole)}`)
    this.storeWide(target)
  }

  private checkSlice(place: Span, isOpen: boolean, whole: number, start: number, end: number): void {
    const { code } = this
    const complain = (left: number, right: number, before: string, between: string): string =>
      code.aside(() => {
        code.emit(`mov rdx, ${frame(left)}`)
        code.emit(`mov rcx, ${frame(right)}`)
        code.text(`${this.panicHead(place)}${before}`)
        const { label, byteCount } = code.data.text(between)
        code.emit(`lea r8, [rel ${label}]`)
        code.emit(`mov r9d, ${byteCount}`)
        code.call('panic.range')
      })
    const order = complain(start, end, 'slice index starts at ', ' but ends at ')
    const tooFar = isOpen
      ? complain(start, whole + 8, 'range start index ', ' out of range for slice of length ')
      : complain(end, whole + 8, 'range end index ', ' out of range for slice of length ')
    if (!isOpen) {
      code.emit(`mov rax, ${frame(start)}`)
      code.emit(`cmp rax, ${frame(end)}`)
      code.emit(`ja ${order}`)
    }
    code.emit(`mov rax, ${frame(isOpen ? start : end)}`)
    code.emit(`cmp rax, ${frame(whole + 8)}`)
    code.emit(`ja ${tooFar}`)
  }
}
