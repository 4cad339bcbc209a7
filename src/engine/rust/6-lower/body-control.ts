import type {
  Block,
  BlockExpression,
  Break,
  Continue,
  Expression,
  For,
  If,
  Loop,
  Match,
  Pattern,
  While,
} from '../1-parse/syntax.ts'
import { namesIn } from '../1-parse/walk.ts'
import { boundsOf } from '../3-check/exhaustive.ts'
import { offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { isScalar, known, type Type } from '../3-check/types.ts'
import { BodyAggregates } from './body-aggregates.ts'
import { frame, isSignedType, shifted, type Place } from './code.ts'

/** Choices, loops and blocks, the jumps out of them, and patterns. */
export abstract class BodyControl extends BodyAggregates {
  protected result: Place | undefined
  protected readonly returnLabel = '.return'
  protected returnsEarly = false

  protected abstract block(block: Block, target: Place | undefined): void

  protected control(expression: Expression, target: Place | undefined): void {
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
        this.returnsEarly = true
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

  // ── Patterns ──

  /** Gives the names of a pattern their parts of a value. */
  protected bind(pattern: Pattern, from: Place, type: Type): void {
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
}
