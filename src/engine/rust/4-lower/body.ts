import type {
  Block,
  BlockExpression,
  Break,
  Continue,
  Expression,
  For,
  FunctionItem,
  If,
  Loop,
  Match,
  Pattern,
  Statement,
  While,
} from '../1-parse/syntax.ts'
import { namesIn } from '../2-resolve/resolve.ts'
import { boundsOf } from '../3-check/exhaustive.ts'
import { fieldIndex, offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { isCopy, isScalar, isWide, known, needsDrop, USIZE, type Type } from '../3-check/types.ts'
import { ARGUMENT_REGISTERS, BodyCalls, isInMemory, wordsOf } from './body-calls.ts'
import { isPlace } from './body-values.ts'
import { frame, isSignedType, shifted, type Place } from './code.ts'
import { extendedTemporaries } from './extended.ts'

/**
 * Makes the instructions of a function of the whole language, simply: every value goes through RAX, a second operand
 * through RCX, and what has to wait lies in the frame.
 */
export class Body extends BodyCalls {
  private result: Place | undefined
  private readonly returnLabel = '.return'
  labels: ReadonlyMap<FunctionItem, string> = new Map()

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
    code.mark(this.returnLabel)
    const { result } = func.program.signatureOf(func.item)
    if (!this.result) return
    if (isInMemory(result)) return code.address(this.result)
    if (!isWide(result)) return code.load(this.result, result)
    code.emit(`mov rax, ${code.operand(this.result)}`)
    code.emit(`mov rdx, ${code.operand(this.result, 8)}`)
  }

  // ── Statements ──

  private block(block: Block, target: Place | undefined): void {
    const outer = this.names
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
  }

  private statement(statement: Statement, target: Place | undefined): void {
    this.code.within(() => {
      if (statement.kind === 'let') {
        this.code.span = statement
        return this.letStatement(statement)
      }
      const { expression } = statement
      if (!isContainer(expression)) this.code.span = statement
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

  /** Gives the names of a pattern their parts of a value. */
  private bind(pattern: Pattern, from: Place, type: Type): void {
    if (pattern.kind === 'tuple') {
      const found = known(type)
      if (found.kind !== 'tuple') return
      const offsets = offsetsOf(found)
      pattern.elements.forEach((element, index) =>
        this.bind(element, shifted(from, offsets[index] ?? 0), found.elements[index] ?? found),
      )
    } else if (pattern.kind === 'name') {
      const local = this.func.resolution.declared.get(pattern)
      if (local) {
        this.code.copy(from, this.localPlace(local), sizeOf(type))
        this.declareOwner(local)
      }
    } else if (pattern.kind === 'wildcard') this.drop(from, type)
  }

  // ── Expressions ──

  value(expression: Expression): void {
    const coercion = this.func.inference.coercionOf(expression)
    if (coercion && this.isReached(expression, known(coercion))) return
    this.code.within(() => this.plainValue(expression))
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

  private wide(expression: Expression, target: Place): void {
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

  private aggregate(expression: Expression, target: Place): void {
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

  // ── Control ──

  private control(expression: Expression, target: Place | undefined): void {
    switch (expression.kind) {
      case 'if':
        return this.ifExpression(expression, target)
      case 'match':
        return this.match(expression, target)
      case 'while':
        return this.whileLoop(expression)
      case 'loop':
        return this.loop(expression, target)
      case 'for':
        return this.forLoop(expression)
      case 'block':
        return this.blockExpression(expression, target)
      case 'break':
      case 'continue':
        return this.jump(expression)
      case 'return':
        if (expression.value) this.toTarget(expression.value, this.result)
        this.dropScopes(0)
        return this.code.emit(`jmp ${this.returnLabel}`)
      case 'macro':
        return this.macro(expression)
      default:
        throw new Error(`a ${expression.kind} has no value`)
    }
  }

  private toTarget(expression: Expression, target: Place | undefined): void {
    if (target) this.into(expression, target)
    else this.value(expression)
  }

  private ifExpression({ condition, then, otherwise }: If, target: Place | undefined): void {
    const { code } = this
    const [elseLabel, end] = [code.label(), code.label()]
    this.value(condition)
    code.emit('test al, al')
    code.emit(`jz ${elseLabel}`)
    this.toTarget(then, target)
    if (otherwise) code.emit(`jmp ${end}`)
    code.mark(elseLabel)
    if (!otherwise) return
    this.toTarget(otherwise, target)
    code.mark(end)
  }

  private match({ subject, arms }: Match, target: Place | undefined): void {
    const { code } = this
    const type = this.finalType(subject)
    const binds = arms.some(({ pattern }) => namesIn(pattern).length > 0)
    const place = binds ? this.temporary(type) : this.lookedAt(subject)
    if (binds) this.into(subject, place)
    const end = code.label()
    for (const { pattern, guard, value } of arms) {
      const next = code.label()
      code.span = value
      this.test(pattern, place, type, next)
      const outer = this.names
      this.withTemporaries(() => {
        this.names = this.scopes.at(-1) ?? []
        this.bindArm(pattern, place, type)
        if (guard) {
          this.withTemporaries(() => this.value(guard), true)
          code.emit('test al, al')
          code.emit(`jz ${next}`)
        }
        this.toTarget(value, target)
      }, target === undefined)
      this.names = outer
      code.emit(`jmp ${end}`)
      code.mark(next)
    }
    code.mark(end)
  }

  private bindArm(pattern: Pattern, place: Place, type: Type): void {
    if (pattern.kind === 'name') this.bind(pattern, place, type)
    if (pattern.kind === 'name' && pattern.inner) this.bindArm(pattern.inner, place, type)
    const found = known(type)
    if (pattern.kind !== 'tuple' || found.kind !== 'tuple') return
    const offsets = offsetsOf(found)
    pattern.elements.forEach((element, index) =>
      this.bindArm(element, shifted(place, offsets[index] ?? 0), found.elements[index] ?? found),
    )
  }

  /** Goes to a label unless the value fits the pattern. */
  private test(pattern: Pattern, place: Place, type: Type, otherwise: string): void {
    const { code } = this
    const found = known(type)
    if (pattern.kind === 'name' && pattern.inner) this.test(pattern.inner, place, found, otherwise)
    else if (pattern.kind === 'tuple' && found.kind === 'tuple') {
      const offsets = offsetsOf(found)
      pattern.elements.forEach((element, index) =>
        this.test(element, shifted(place, offsets[index] ?? 0), found.elements[index] ?? found, otherwise),
      )
    } else if (pattern.kind === 'or') {
      const fits = code.label()
      for (const each of pattern.alternatives) {
        const next = code.label()
        this.test(each, place, found, next)
        code.emit(`jmp ${fits}`)
        code.mark(next)
      }
      code.emit(`jmp ${otherwise}`)
      code.mark(fits)
    } else if (pattern.kind === 'range') {
      const [least, greatest] = boundsOf(pattern, found)
      const [below, above] = isSignedType(found) ? ['jl', 'jg'] : ['jb', 'ja']
      code.load(place, found)
      code.constant(least, 'rcx')
      code.emit('cmp rax, rcx')
      code.emit(`${least === greatest ? 'jne' : below} ${otherwise}`)
      if (least === greatest) return
      code.constant(greatest, 'rcx')
      code.emit('cmp rax, rcx')
      code.emit(`${above} ${otherwise}`)
    }
  }

  private whileLoop(loop: While): void {
    const { code } = this
    const [again, end] = [code.label(), code.label()]
    this.exits.set(loop, {
      onBreak: end,
      onContinue: again,
      result: undefined,
      scopeDepth: this.scopes.length,
    })
    code.mark(again)
    code.span = loop.condition
    this.withTemporaries(() => this.value(loop.condition), true)
    code.emit('test al, al')
    code.emit(`jz ${end}`)
    this.value(loop.body)
    code.emit(`jmp ${again}`)
    code.mark(end)
  }

  private loop(loop: Loop, target: Place | undefined): void {
    const { code } = this
    const [again, end] = [code.label(), code.label()]
    const type = this.typeOf(loop)
    const isScalarResult = !target && isScalar(type) && type.kind !== 'never'
    const result = target ?? (isScalarResult ? this.temporary(type) : undefined)
    this.exits.set(loop, { onBreak: end, onContinue: again, result, scopeDepth: this.scopes.length })
    code.mark(again)
    this.value(loop.body)
    code.emit(`jmp ${again}`)
    code.mark(end)
    if (isScalarResult && result) code.load(result, type)
  }

  private blockExpression(expression: BlockExpression, target: Place | undefined): void {
    const { code } = this
    const type = this.typeOf(expression)
    const isScalarResult = !target && isScalar(type) && type.kind !== 'never'
    const result = target ?? (isScalarResult ? this.temporary(type) : undefined)
    const end = code.label()
    this.exits.set(expression, {
      onBreak: end,
      onContinue: undefined,
      result,
      scopeDepth: this.scopes.length,
    })
    this.block(expression.block, result)
    if (expression.label) code.mark(end)
    if (isScalarResult && result) code.load(result, type)
  }

  private jump(jump: Break | Continue): void {
    const target = this.func.resolution.jumps.get(jump)
    const exit = target && this.exits.get(target)
    if (!exit) throw new Error(`a ${jump.kind} without a loop`)
    if (jump.kind === 'break' && jump.value) this.toTarget(jump.value, exit.result)
    this.dropScopes(exit.scopeDepth)
    this.code.emit(`jmp ${jump.kind === 'break' ? exit.onBreak : (exit.onContinue ?? exit.onBreak)}`)
  }

  /** The end is computed once; the variable is a copy, so that changing it does not change the count. */
  private forLoop(loop: For): void {
    const { code } = this
    const { iterated, pattern } = loop
    if (iterated.kind !== 'range' || !iterated.start || !iterated.end)
      throw new Error('a for over something else')
    const type = this.finalType(iterated.start)
    const [again, next, end] = [code.label(), code.label(), code.label()]
    this.value(iterated.start)
    const current = code.keep('The next number')
    this.value(iterated.end)
    const last = code.keep('Where to stop')
    this.exits.set(loop, {
      onBreak: end,
      onContinue: next,
      result: undefined,
      scopeDepth: this.scopes.length,
    })
    code.mark(again)
    code.emit(`mov rax, ${frame(current)}`)
    code.emit(`cmp rax, ${frame(last)}`)
    const beyond = isSignedType(type) ? ['jge', 'jg'] : ['jae', 'ja']
    code.emit(`${beyond[iterated.isInclusive ? 1 : 0]} ${end}`)
    this.bind(pattern, { kind: 'frame', offset: current }, type)
    this.value(loop.body)
    code.mark(next)
    if (iterated.isInclusive) {
      code.emit(`mov rax, ${frame(current)}`)
      code.emit(`cmp rax, ${frame(last)}`)
      code.emit(`je ${end}`)
    }
    code.emit(`inc qword ${frame(current)}`)
    if (type.kind === 'char') this.skipSurrogates(current)
    code.emit(`jmp ${again}`)
    code.mark(end)
  }

  /** No `char` lies between U+D7FF and U+E000. */
  private skipSurrogates(current: number): void {
    const fine = this.code.label()
    this.code.emit(`cmp qword ${frame(current)}, ${0xd800}`)
    this.code.emit(`jne ${fine}`)
    this.code.emit(`mov qword ${frame(current)}, ${0xe000}`)
    this.code.mark(fine)
  }
}

function isControl({ kind }: Expression): boolean {
  return ['if', 'match', 'while', 'loop', 'for', 'block', 'break', 'continue', 'return'].includes(kind)
}

function isContainer({ kind }: Expression): boolean {
  return ['if', 'match', 'while', 'loop', 'for', 'block'].includes(kind)
}

function depthOf(type: Type): number {
  const found = known(type)
  return found.kind === 'reference' || found.kind === 'box' || found.kind === 'pointer'
    ? 1 + depthOf(found.target)
    : 0
}

function elementsBehind(type: Type): Type {
  let found = known(type)
  while (found.kind === 'reference' || found.kind === 'box' || found.kind === 'pointer')
    found = known(found.target)
  return found
}
