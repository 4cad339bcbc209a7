import type { ArithmeticOperator, Binary, Cast, Expression, Span } from '../1-parse/syntax.ts'
import { isPlace } from '../1-parse/walk.ts'
import { isComparison } from '../3-check/arithmetic.ts'
import { offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { isScalar, isWide, known, leastOf, type Type } from '../3-check/types.ts'
import { BodyPlaces } from './body-places.ts'
import { frame, isSignedType, partOf, shifted, type Place } from './code.ts'

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

/** Arithmetic that panics as Rust's debug builds do, logic, casts and comparisons. */
export abstract class BodyOperators extends BodyPlaces {
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
  protected loadSimple(expression: Expression, register: 'rcx' | undefined): boolean {
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
    if (type.kind === 'never') return
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
}
