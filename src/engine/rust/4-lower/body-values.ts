import type {
  ArithmeticOperator,
  Assignment,
  Binary,
  Cast,
  Expression,
  MethodCall,
  Reference,
  Span,
} from '../1-parse/syntax.ts'
import { isComparison } from '../3-check/arithmetic.ts'
import type { Value } from '../3-check/evaluate.ts'
import { behindPointers } from '../3-check/infer-calls.ts'
import { alignmentOf, fieldIndex, offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { bitsOf, isCopy, isScalar, isWide, known, leastOf, needsDrop, type Type } from '../3-check/types.ts'
import { BodyBase } from './body-base.ts'
import { frame, isSignedType, partOf, shifted, type Place } from './code.ts'
import { valueBytes } from './value-bytes.ts'

const ATTEMPTS: Readonly<Record<string, string>> = {
  '+': 'attempt to add with overflow',
  '-': 'attempt to subtract with overflow',
  '*': 'attempt to multiply with overflow',
  '<<': 'attempt to shift left with overflow',
  '>>': 'attempt to shift right with overflow',
}

const CONDITIONS: Readonly<Record<string, readonly [signed: string, unsigned: string]>> = {
  '==': ['e', 'e'],
  '!=': ['ne', 'ne'],
  '<': ['l', 'b'],
  '<=': ['le', 'be'],
  '>': ['g', 'a'],
  '>=': ['ge', 'ae'],
}

/** Larger constants are made in the frame: as text for the assembler they would take long. */
const LARGEST_PROMOTED = 4096

/** Operators, places, references, elements, assignments. */
export abstract class BodyValues extends BodyBase {
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

  private temporaryPlace(expression: Expression): Place {
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
    const value = 0 < size && size <= LARGEST_PROMOTED ? this.constantValue(expression) : undefined
    return value === undefined ? undefined : this.constantPlace(value, type)
  }

  private constantPlace(value: Value, type: Type): Place {
    const label = this.code.data.bytes(valueBytes(value, type), alignmentOf(type))
    return { kind: 'static', label, offset: 0 }
  }

  private constantValue(expression: Expression): Value | undefined {
    const scalar = this.func.constants.get(expression)
    if (scalar !== undefined) return scalar
    const type = this.typeOf(expression)
    switch (expression.kind) {
      case 'variable': {
        const meaning = this.func.resolution.meanings.get(expression)
        return meaning?.kind === 'const' ? this.func.program.valueOf(meaning) : undefined
      }
      case 'tuple':
      case 'array':
        return this.constantValues(expression.elements)
      case 'repeat': {
        const element = this.constantValue(expression.element)
        if (element === undefined || type.kind !== 'array') return undefined
        return new Array<Value>(type.length).fill(element)
      }
      case 'struct': {
        if (type.kind !== 'struct' || expression.base) return undefined
        const { fields } = expression
        return this.constantValues(
          type.fields.flatMap((field) => fields.find(({ name }) => name.text === field.name)?.value ?? []),
        )
      }
      default:
        return undefined
    }
  }

  private constantValues(expressions: readonly Expression[]): Value | undefined {
    const values: Value[] = []
    for (const expression of expressions) {
      const value = this.constantValue(expression)
      if (value === undefined) return undefined
      values.push(value)
    }
    return values
  }

  /** The value is on its way to somewhere else, which will own it. */
  private passingPlace(expression: Expression): Place {
    const place = this.temporary(this.finalType(expression))
    this.into(expression, place)
    return place
  }

  /** The place of what a reference is taken to: a value that lies nowhere else stays in the frame as long as the block. */
  private referredPlace({ operand, mutable }: Reference): Place {
    const before = this.referred
    this.referred = mutable ? 'mutable' : 'shared'
    const place = this.place(operand)
    this.referred = before
    return place
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
  private lookAtPointer(operand: Expression): void {
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

  private wideAt(place: Place): Place {
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
    if (operand.kind === 'index' && operand.index.kind === 'range')
      return this.subslice(operand, operand.index, target)
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

  // ── Operators ──

  /** A scalar operand, looked at through one reference: `&a + &b` adds what they point to. */
  protected operand(expression: Expression): Type {
    const type = this.finalType(expression)
    this.value(expression)
    if (type.kind !== 'reference' || !isScalar(type.target)) return type
    const slot = this.code.keep()
    this.code.load(this.behind(slot), type.target)
    return known(type.target)
  }

  /** Left into RAX, right into RCX. */
  protected operands(left: Expression, right: Expression): Type {
    const { code } = this
    return code.within(() => {
      if (this.loadSimple(right, undefined)) {
        const type = this.operand(left)
        this.loadSimple(right, 'rcx')
        return type
      }
      const type = this.operand(left)
      const slot = code.keep()
      this.operand(right)
      code.emit('mov rcx, rax')
      code.emit(`mov rax, ${frame(slot)}`)
      return type
    })
  }

  /** A constant or a variable needs no register but its own. Without one, only says whether it is so simple. */
  private loadSimple(expression: Expression, register: 'rcx' | undefined): boolean {
    const type = this.finalType(expression)
    const constant = this.func.constants.get(expression)
    if (constant !== undefined) {
      if (register) this.code.constant(constant, register)
      return true
    }
    const meaning = expression.kind === 'variable' ? this.func.resolution.meanings.get(expression) : undefined
    const isPlain = type.kind === 'integer' || type.kind === 'bool' || type.kind === 'char'
    if (meaning?.kind !== 'local' || !isPlain) return false
    if (register) this.code.load(this.localPlace(meaning), type, register)
    return true
  }

  protected binary(binary: Binary): void {
    const { operator, left, right } = binary
    if (operator === '&&' || operator === '||') return this.logic(binary)
    if (isComparison(operator)) return this.comparison(binary)
    const type = this.operands(left, right)
    this.arithmetic(operator as ArithmeticOperator, type, binary)
  }

  private logic({ operator, left, right }: Binary): void {
    const end = this.code.label()
    this.value(left)
    this.code.emit('test al, al')
    this.code.emit(`${operator === '&&' ? 'jz' : 'jnz'} ${end}`)
    this.withTemporaries(() => this.value(right), true)
    this.code.mark(end)
  }

  /** RAX and RCX to RAX, with rustc's checks. */
  protected arithmetic(operator: ArithmeticOperator, type: Type, place: Span): void {
    const { code } = this
    switch (operator) {
      case '+':
      case '-':
      case '*':
        return this.checkedArithmetic(operator, type, place)
      case '/':
      case '%':
        return this.division(operator, type, place)
      case '<<':
      case '>>':
        code.emit(`cmp rcx, ${sizeOf(type) * 8}`)
        this.panicIf('jae', place, ATTEMPTS[operator] ?? '')
        code.emit(operator === '<<' ? 'shl rax, cl' : isSignedType(type) ? 'sar rax, cl' : 'shr rax, cl')
        return operator === '<<' ? code.normalise(type) : undefined
      default:
        code.emit(`${{ '&': 'and', '|': 'or', '^': 'xor' }[operator]} rax, rcx`)
    }
  }

  private checkedArithmetic(operator: '+' | '-' | '*', type: Type, place: Span): void {
    const { code } = this
    const size = sizeOf(type)
    const signed = isSignedType(type)
    const [left, right] = [partOf('rax', size), partOf('rcx', size)]
    if (operator !== '*') code.emit(`${operator === '+' ? 'add' : 'sub'} ${left}, ${right}`)
    else if (signed && size > 1) code.emit(`imul ${left}, ${right}`)
    else code.emit(`${signed ? 'imul' : 'mul'} ${right}`)
    this.panicIf(signed || operator === '*' ? 'jo' : 'jc', place, ATTEMPTS[operator] ?? '')
    code.normalise(type)
  }

  private division(operator: '/' | '%', type: Type, place: Span): void {
    const { code } = this
    const isDivision = operator === '/'
    code.emit('test rcx, rcx')
    this.panicIf(
      'jz',
      place,
      isDivision ? 'attempt to divide by zero' : 'attempt to calculate the remainder with a divisor of zero',
    )
    if (isSignedType(type) && type.kind === 'integer') {
      const fine = code.label()
      code.emit('cmp rcx, -1')
      code.emit(`jne ${fine}`)
      code.emit(`mov rdx, ${leastOf(type.name)}`)
      code.emit('cmp rax, rdx')
      this.panicIf(
        'je',
        place,
        isDivision ? 'attempt to divide with overflow' : 'attempt to calculate the remainder with overflow',
      )
      code.mark(fine)
      code.emit('cqo')
      code.emit('idiv rcx')
    } else {
      code.emit('xor edx, edx')
      code.emit('div rcx')
    }
    if (!isDivision) code.emit('mov rax, rdx')
  }

  protected negation(expression: Expression & { kind: 'negation' }): void {
    const type = this.operand(expression.operand)
    this.code.emit(`neg ${partOf('rax', sizeOf(type))}`)
    this.panicIf('jo', expression, 'attempt to negate with overflow')
    this.code.normalise(type)
  }

  protected not(expression: Expression & { kind: 'not' }): void {
    const type = this.operand(expression.operand)
    if (type.kind === 'bool') return this.code.emit('xor eax, 1')
    this.code.emit('not rax')
    this.code.normalise(type)
  }

  protected cast({ operand }: Cast, target: Type): void {
    const source = this.finalType(operand)
    if (isWide(source)) {
      const wide = this.temporary(source)
      this.into(operand, wide)
      return this.code.load(wide, target)
    }
    this.value(operand)
    if (
      target.kind === 'integer' &&
      (source.kind !== 'integer' || sizeOf(target) < 8 || source.name !== target.name)
    )
      this.code.normalise(target)
  }

  // ── Comparisons ──

  private comparison({ operator, left, right }: Binary): void {
    const { code } = this
    const type = this.finalType(left)
    const [signed, unsigned] = CONDITIONS[operator] ?? ['e', 'e']
    if (isScalar(type) && type.kind !== 'reference' && type.kind !== 'box') {
      this.operands(left, right)
      code.emit('cmp rax, rcx')
      code.emit(`set${isSignedType(type) ? signed : unsigned} al`)
      return code.emit('movzx eax, al')
    }
    code.within(() => {
      const first = this.lookedAt(left)
      const second = this.lookedAt(right)
      this.comparePlaces(first, second, type)
      code.emit('cmp rax, 0')
      code.emit(`set${signed} al`)
      code.emit('movzx eax, al')
    })
  }

  lookedAt(expression: Expression): Place {
    return isPlace(expression) && !this.func.inference.coercionOf(expression)
      ? this.place(expression)
      : this.temporaryPlace(expression)
  }

  /** RAX becomes −1, 0 or 1: the first is less, the same, greater. */
  comparePlaces(first: Place, second: Place, type: Type): void {
    const { code } = this
    const found = known(type)
    const end = code.label()
    if (found.kind === 'reference' || found.kind === 'box') return this.comparePointed(first, second, found)
    if (isScalar(found)) {
      code.load(first, found)
      code.load(second, found, 'rcx')
      code.emit('cmp rax, rcx')
      code.emit(`set${isSignedType(found) ? 'g' : 'a'} al`)
      code.emit(`set${isSignedType(found) ? 'l' : 'b'} cl`)
      code.emit('sub al, cl')
      return code.emit('movsx rax, al')
    }
    if (found.kind === 'array') return this.compareElements(first, second, found.element, found.length)
    const offsets = offsetsOf(found)
    const types =
      found.kind === 'tuple'
        ? found.elements
        : found.kind === 'struct'
          ? found.fields.map((field) => field.type)
          : []
    code.emit('xor eax, eax')
    types.forEach((each, index) => {
      this.comparePlaces(shifted(first, offsets[index] ?? 0), shifted(second, offsets[index] ?? 0), each)
      code.emit('test rax, rax')
      code.emit(`jnz ${end}`)
    })
    code.mark(end)
  }

  private comparePointed(first: Place, second: Place, type: Type & { kind: 'reference' | 'box' }): void {
    const { code } = this
    const target = known(type.target)
    code.within(() => {
      if (isWide(type)) {
        if (target.kind === 'slice')
          return this.compareElements(this.wideAt(first), this.wideAt(second), target.element, undefined)
        throw new Error('texts are not compared')
      }
      code.load(first, type)
      const one = this.behind(code.keep())
      code.load(second, type)
      this.comparePlaces(one, this.behind(code.keep()), target)
    })
  }

  /** Elements one after the other, as far as both go; then the shorter is less. */
  private compareElements(first: Place, second: Place, element: Type, length: number | undefined): void {
    const { code } = this
    code.within(() => {
      const [one, other, left, right] = [code.room(8), code.room(8), code.room(8), code.room(8)]
      for (const [place, pointer, count] of [
        [first, one, left],
        [second, other, right],
      ] as const) {
        code.address(place, 'rax')
        code.emit(`mov ${frame(pointer)}, rax`)
        if (length === undefined) this.loadLength(place, 'rax')
        else code.emit(`mov eax, ${length}`)
        code.emit(`mov ${frame(count)}, rax`)
      }
      const [again, ends, end] = [code.label(), code.label(), code.label()]
      code.mark(again)
      for (const count of [left, right]) {
        code.emit(`cmp qword ${frame(count)}, 0`)
        code.emit(`je ${ends}`)
      }
      this.comparePlaces(this.behind(one), this.behind(other), element)
      code.emit('test rax, rax')
      code.emit(`jnz ${end}`)
      for (const pointer of [one, other]) code.emit(`add qword ${frame(pointer)}, ${sizeOf(element)}`)
      for (const count of [left, right]) code.emit(`dec qword ${frame(count)}`)
      code.emit(`jmp ${again}`)
      code.mark(ends)
      code.emit(`mov rax, ${frame(left)}`)
      code.emit(`sub rax, ${frame(right)}`)
      code.mark(end)
    })
  }

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
    if (type.kind === 'pointer') return this.pointerMethod(call, known(type.target))
    const found = behindPointers(type)
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

  private pointerMethod(call: MethodCall, target: Type): void {
    const { code } = this
    const [argument] = call.arguments
    this.value(call.receiver)
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

export function isPlace({ kind }: Expression): boolean {
  return kind === 'variable' || kind === 'field' || kind === 'index' || kind === 'dereference'
}
