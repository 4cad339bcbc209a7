import type { Block, Expression, FunctionItem, Pattern, Span, Statement } from '../1-parse/syntax.ts'
import { isPlace, namesIn } from '../1-parse/walk.ts'
import { sizeOf } from '../3-check/type-layout.ts'
import { isCopy, isScalar, isWide, known, needsDrop, USIZE, type Type } from '../3-check/types.ts'
import { BodyControl } from './body-control.ts'
import { ARGUMENT_REGISTERS, isInMemory, wordsOf } from './body-calls.ts'
import { frame, type Place } from './code.ts'
import { extendedTemporaries } from '../4-mir/extended.ts'
import { PlainStatements } from './plain-statements.ts'

/**
 * Makes the instructions of a function of the whole language, simply: every value goes through RAX, a second operand
 * through RCX, and what has to wait lies in the frame.
 */
export class Body extends BodyControl {
  labels: ReadonlyMap<FunctionItem, string> = new Map()
  private readonly plainStatements = new PlainStatements(this.func, this.offsets)

  labelOf(item: FunctionItem): string {
    return this.labels.get(item) ?? item.name.text
  }

  /** Copies the parameters to their variables. */
  parameters(): void {
    const { code, func } = this
    const { parameters, result } = func.program.signatureOf(func.item)
    let word = 0
    const next = () =>
      word < ARGUMENT_REGISTERS.length
        ? (ARGUMENT_REGISTERS[word++] ?? '')
        : `[rbp + ${16 + 8 * (word++ - ARGUMENT_REGISTERS.length)}]`
    const slots: number[] = []
    const count = (isInMemory(result) ? 1 : 0) + parameters.reduce((sum, type) => sum + wordsOf(type), 0)
    for (let index = 0; index < count; index++) {
      const from = next()
      if (from.startsWith('[')) code.emit(`mov rax, ${from}`)
      slots.push(this.keepRegister(from.startsWith('[') ? 'rax' : from))
    }
    if (isInMemory(result)) this.result = this.behind(slots.shift() ?? 0)
    else if (sizeOf(result) > 0) this.result = this.temporary({ kind: 'tuple', elements: [result] })
    this.scopes.push(this.names)
    func.item.parameters.forEach(({ pattern }, index) => {
      const type = known(parameters[index] ?? USIZE)
      const from = isInMemory(type)
        ? this.behind(slots.shift() ?? 0)
        : ({ kind: 'frame', offset: slots[0] ?? 0 } as const)
      if (!isInMemory(type)) slots.splice(0, wordsOf(type))
      // Two words of a pointer with its length were kept one below the other.
      this.bindParameter(pattern, from, type)
    })
  }

  private keepRegister(register: string): number {
    const slot = this.code.room(8)
    this.code.emit(`mov ${frame(slot)}, ${register}`)
    return slot
  }

  private bindParameter(pattern: Pattern, from: Place, type: Type): void {
    if (isWide(type) && from.kind === 'frame') {
      const together = this.code.room(16)
      this.code.emit(`mov rax, ${frame(from.offset)}`)
      this.code.emit(`mov ${frame(together)}, rax`)
      this.code.emit(`mov rax, ${frame(from.offset - 8)}`)
      this.code.emit(`mov ${frame(together + 8)}, rax`)
      return this.bind(pattern, { kind: 'frame', offset: together }, type)
    }
    this.bind(pattern, from, type)
  }

  /** The last expression's value is the result. */
  body(): void {
    const { func, code } = this
    this.block(func.item.body, this.result)
    code.span = func.item.closingBrace
    this.dropScopes(0)
    if (this.returnsEarly) code.mark(this.returnLabel)
    const { result } = func.program.signatureOf(func.item)
    if (!this.result) return
    if (isInMemory(result)) return code.address(this.result)
    if (!isWide(result)) return code.load(this.result, result)
    code.emit(`mov rax, ${code.operand(this.result)}`)
    code.emit(`mov rdx, ${code.operand(this.result, 8)}`)
  }

  // ── Statements ──

  protected block(block: Block, target: Place | undefined): void {
    const outer = this.names
    const { span } = this.code
    this.names = []
    this.scopes.push(this.names)
    this.code.withinBlock(() => {
      for (const statement of block.statements) {
        this.withTemporaries(() => this.statement(statement, target))
      }
      // What is referred to keeps its room until it is given back.
      this.dropScopes(this.scopes.length - 1)
    })
    this.scopes.pop()
    this.names = outer
    this.code.span = span
  }

  private statement(statement: Statement, target: Place | undefined): void {
    if (this.func.plain.has(statement)) {
      this.code.span = statement
      return void this.code.instructions.push(...this.plainStatements.lower(statement))
    }
    this.code.within(() => {
      if (statement.kind === 'let') {
        this.code.span = statement
        return this.letStatement(statement)
      }
      const { expression } = statement
      this.code.span = headOf(expression) ?? statement
      if (statement.isTail && target) return this.into(expression, target)
      return this.forEffect(expression)
    })
  }

  private forEffect(expression: Expression): void {
    const type = this.typeOf(expression)
    if (isPlace(expression) && !isScalar(type)) return void this.place(expression)
    if (needsDrop(type) && !isPlace(expression)) {
      const place = this.temporary(type)
      this.into(expression, place)
      return this.drop(place, type)
    }
    if (isScalar(type) || sizeOf(type) === 0) return this.value(expression)
    this.into(expression, this.temporary(type))
  }

  private letStatement({ pattern, value }: Statement & { kind: 'let' }): void {
    const isConstant = (expression: Expression) =>
      expression.kind === 'variable' && this.func.resolution.meanings.get(expression)?.kind === 'const'
    for (const temporary of value ? extendedTemporaries(value, isConstant) : []) {
      const { expression, isShared } = temporary
      if (!isShared || !this.promoted(expression, this.finalType(expression))) this.extend(temporary)
    }
    if (pattern.kind === 'name' && !pattern.inner) {
      const local = this.func.resolution.declared.get(pattern)
      if (!local) return
      const place = this.localPlace(local)
      if (value) this.into(value, place)
      else this.forget(place, this.localType(local))
      return this.declareOwner(local)
    }
    if (!value) {
      for (const name of namesIn(pattern)) {
        const local = this.func.resolution.declared.get(name)
        if (local) this.forget(this.localPlace(local), this.localType(local))
        if (local) this.declareOwner(local)
      }
      return
    }
    if (pattern.kind === 'wildcard') return isPlace(value) ? void this.place(value) : this.forEffect(value)
    const type = this.finalType(value)
    const whole = this.temporary(type)
    this.into(value, whole)
    this.bind(pattern, whole, type)
  }

  // ── Expressions ──

  value(expression: Expression): void {
    const coercion = this.func.inference.coercionOf(expression)
    this.valued(() => {
      if (coercion && this.isReached(expression, known(coercion))) return
      this.code.within(() => this.plainValue(expression))
    })
  }

  /** `&&T` as `&T` and `&Box<T>` as `&T`: as many pointers are followed as there are too many. */
  private isReached(expression: Expression, wanted: Type): boolean {
    const found = this.typeOf(expression)
    const surplus = depthOf(found) - depthOf(wanted)
    if (surplus <= 0) return false
    this.code.within(() => {
      this.plainValue(expression)
      for (let count = 0; count < surplus; count++) {
        const slot = this.code.keep()
        this.code.load(this.behind(slot), USIZE)
      }
    })
    return true
  }

  private plainValue(expression: Expression): void {
    const constant = this.func.constants.get(expression)
    if (constant !== undefined) return this.code.constant(constant)
    switch (expression.kind) {
      case 'variable':
      case 'field':
      case 'index':
      case 'dereference':
        return this.loadPlace(expression)
      case 'negation':
        return this.negation(expression)
      case 'not':
        return this.not(expression)
      case 'binary':
        return this.binary(expression)
      case 'cast':
        return this.cast(expression, this.typeOf(expression))
      case 'reference':
        return this.reference(expression)
      case 'assignment':
        return this.assignment(expression)
      case 'method':
        return this.method(expression)
      case 'call':
        return this.call(expression, undefined)
      case 'macro':
        return this.macro(expression)
      case 'tuple':
      case 'array':
      case 'repeat':
      case 'struct':
        return void this.into(expression, this.temporary(this.typeOf(expression)))
      default:
        return this.control(expression, undefined)
    }
  }

  private loadPlace(expression: Expression): void {
    const type = this.typeOf(expression)
    const place = this.place(expression)
    if (!isScalar(type)) return
    this.code.load(place, type)
    if (isCopy(type) || type.kind === 'reference') return
    // A box moves: its pointer is taken along.
    const slot = this.code.keep()
    this.forget(place, type)
    this.code.emit(`mov rax, ${frame(slot)}`)
  }

  into(expression: Expression, target: Place): void {
    this.valued(() => this.valueInto(expression, target))
  }

  private valueInto(expression: Expression, target: Place): void {
    const type = this.finalType(expression)
    if (isWide(type)) return this.code.within(() => this.wide(expression, target))
    if (isControl(expression)) return this.code.within(() => this.control(expression, target))
    if (isScalar(type)) {
      if (type.kind === 'never') return this.value(expression)
      this.value(expression)
      return this.storeValue(target, type)
    }
    this.code.within(() => this.aggregate(expression, target))
  }
}

function isControl({ kind }: Expression): boolean {
  return ['if', 'match', 'while', 'loop', 'for', 'block', 'break', 'continue', 'return'].includes(kind)
}

/** Of what has blocks in it, the part before them: what is in the blocks stands for itself. */
function headOf(expression: Expression): Span | undefined {
  const head = (last: Expression) => ({ from: expression.from, to: last.to })
  switch (expression.kind) {
    case 'if':
    case 'while':
      return head(expression.condition)
    case 'match':
      return head(expression.subject)
    case 'for':
      return head(expression.iterated)
    case 'loop':
      return { from: expression.from, to: expression.body.from }
    case 'block':
      return { from: expression.from, to: expression.from + 1 }
    default:
      return undefined
  }
}

function depthOf(type: Type): number {
  const found = known(type)
  return found.kind === 'reference' || found.kind === 'box' || found.kind === 'pointer'
    ? 1 + depthOf(found.target)
    : 0
}
