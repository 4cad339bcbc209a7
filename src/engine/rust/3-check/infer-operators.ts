import type {
  ArithmeticOperator,
  Assignment,
  Binary,
  BinaryOperator,
  Cast,
  Dereference,
  Expression,
  FloatLiteral,
  FunctionItem,
  IntegerLiteral,
  Negation,
  Not,
  Path,
  Reference,
  TraitItem,
  Variable,
} from '../1-parse/syntax.ts'
import { isRest, spread } from '../1-parse/walk.ts'
import { messages } from '../messages.ts'
import { hasThroughout } from './derived.ts'
import type { Compared } from './infer-base.ts'
import { InferTraits } from './infer-traits.ts'
import { behindPointers, behindReference } from './pointers.ts'
import {
  BOOL,
  float,
  integer,
  integerName,
  isFloating,
  isIntegral,
  isSameType,
  isNumeric,
  isSigned,
  isUnknown,
  known,
  MISTAKE,
  someFloat,
  someInteger,
  typeText,
  UNIT,
  isUnsized,
  unknownType,
  USIZE,
  type Type,
} from './types.ts'
import { canBe, join } from './unify.ts'

/** No chain of types that lead to one another is longer. */
export const MOST_STEPS = 32

const VERBS: Readonly<Record<ArithmeticOperator, string>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '%': 'calculate the remainder of',
  '<<': 'shift left',
  '>>': 'shift right',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
}

/** What floating-point numbers have. */
const FLOAT_OPERATORS = { '+': true, '-': true, '*': true, '/': true, '%': true } as const

const OPERATOR_TRAITS: Readonly<Record<ArithmeticOperator, string>> = {
  '+': 'Add',
  '-': 'Sub',
  '*': 'Mul',
  '/': 'Div',
  '%': 'Rem',
  '<<': 'Shl',
  '>>': 'Shr',
  '&': 'BitAnd',
  '|': 'BitOr',
  '^': 'BitXor',
}

const COMPARISON_METHODS: Readonly<Record<string, readonly [trait: string, method: string]>> = {
  '==': ['PartialEq', 'eq'],
  '!=': ['PartialEq', 'ne'],
  '<': ['PartialOrd', 'lt'],
  '<=': ['PartialOrd', 'le'],
  '>': ['PartialOrd', 'gt'],
  '>=': ['PartialOrd', 'ge'],
}

const COMPARISONS = new Set<BinaryOperator>(['==', '!=', '<', '>', '<=', '>='])

/** Types of operators: arithmetic, comparison, logic, casts, references and what they point to. */
export abstract class InferOperators extends InferTraits {
  /** How many `unsafe` blocks and functions are open. */
  unsafeDepth = 0
  /** The function; a constant has none. */
  protected item: FunctionItem | undefined

  /** An unsuffixed literal takes the type that is asked for; where that is a `char`, it counts as `u8`, as in rustc. */
  protected integerLiteral({ suffix }: IntegerLiteral, hint: Type | undefined): Type {
    if (suffix !== undefined) return integer(suffix)
    const wanted = hint && known(hint)
    if (wanted?.kind === 'char') return integer('u8')
    if (wanted?.kind === 'pointer') return someInteger()
    return wanted && isIntegral(wanted) ? wanted : someInteger()
  }

  /** As of integers; and an integer literal is never taken for one. */
  protected floatLiteral({ suffix }: FloatLiteral, hint: Type | undefined): Type {
    if (suffix !== undefined) return float(suffix)
    return hint && isFloating(hint) ? known(hint) : someFloat()
  }

  protected negation(negation: Negation, hint: Type | undefined): Type {
    const found = this.infer(negation.operand, hint)
    const type = behindReference(found)
    if (type.kind === 'mistake') return type
    if (isUnknown(type)) return this.unknownOperand(negation.operand, negation, 'E0282')
    const name = integerName(type)
    const trait = this.traits.named('Neg')
    if (isFloating(type)) return type
    if (trait && !isIntegral(type) && this.traits.select(trait, found, [], false))
      return this.asCall(negation, ['Neg', 'neg'], [found], [negation.operand]) ?? MISTAKE
    if (name === undefined && isIntegral(type)) this.negations.push({ negation, type })
    else if (name === undefined || !isSigned(name))
      return this.mistake(negation, messages.negateUnsigned(typeText(found)))
    return type
  }

  protected not(not: Not, hint: Type | undefined): Type {
    const found = this.infer(not.operand, hint)
    const type = behindReference(found)
    if (type.kind === 'mistake' || type.kind === 'never' || type.kind === 'bool') return type
    if (isUnknown(type)) return this.unknownOperand(not.operand, not, 'E0282')
    const trait = this.traits.named('Not')
    if (trait && !isIntegral(type) && this.traits.select(trait, found, [], false))
      return this.asCall(not, ['Not', 'not'], [found], [not.operand]) ?? MISTAKE
    return isIntegral(type) ? type : this.mistake(not, messages.notNot(typeText(found)))
  }

  protected binary(binary: Binary): Type {
    const { operator, left, right } = binary
    if (operator === '&&' || operator === '||') return this.logic(left, right)
    this.checkNegations()
    if (COMPARISONS.has(operator)) return this.comparison(binary)
    return this.arithmetic(binary, operator as ArithmeticOperator)
  }

  private logic(left: Expression, right: Expression): Type {
    this.check(left, BOOL)
    const before = this.diverges
    this.check(right, BOOL)
    this.diverges = before
    return BOOL
  }

  private arithmetic(binary: Binary, operator: ArithmeticOperator): Type {
    const [foundLeft, foundRight] = [this.infer(binary.left), this.infer(binary.right)]
    const judge = () => this.arithmeticOf(binary, operator, foundLeft, foundRight)
    if (!isUnknown(behindReference(foundLeft)) || known(foundRight).kind === 'mistake') return judge()
    return this.postponed({
      isReady: () => !isUnknown(behindReference(foundLeft)),
      judge,
      giveUp: () => void this.unknownOperand(binary.left, binary, 'E0284'),
      result: unknownType(),
      span: binary,
    })
  }

  private arithmeticOf(
    binary: Binary,
    operator: ArithmeticOperator,
    foundLeft: Type,
    foundRight: Type,
  ): Type {
    const [left, right] = [behindReference(foundLeft), behindReference(foundRight)]
    if (left.kind === 'mistake' || right.kind === 'mistake') return MISTAKE
    const isLogic = operator === '&' || operator === '|' || operator === '^'
    if (isLogic && left.kind === 'bool' && (right.kind === 'bool' || isUnknown(right))) {
      return join(left, right) ? BOOL : MISTAKE
    }
    const texts = [typeText(foundLeft), typeText(foundRight)] as const
    const overloaded = this.overloaded(binary, operator, foundLeft, foundRight)
    if (overloaded) return overloaded
    if (isFloating(left) && operator in FLOAT_OPERATORS)
      return isFloating(right) || isUnknown(right)
        ? this.sameNumber(binary.right, left, right)
        : this.mistake(binary.operatorSpan, messages.noImplementation(VERBS[operator], ...texts))
    if (!isIntegral(left))
      return this.mistake(binary.operatorSpan, messages.cannotOperate(VERBS[operator], ...texts))
    if (!isIntegral(right) && !isUnknown(right))
      return this.mistake(binary.operatorSpan, messages.noImplementation(VERBS[operator], ...texts))
    if (operator === '<<' || operator === '>>') {
      if (isUnknown(right)) join(right, someInteger())
      return left
    }
    return this.sameNumber(binary.right, left, right)
  }

  private sameNumber(place: Expression, left: Type, right: Type): Type {
    return join(left, right) ? left : this.mismatch(place, left, right)
  }

  /** `a + b` of types that have `Add` by an `impl` is `Add::add(a, b)`. */
  private overloaded(
    binary: Binary,
    operator: ArithmeticOperator,
    left: Type,
    right: Type,
  ): Type | undefined {
    const trait = this.traits.named(OPERATOR_TRAITS[operator])
    const isPlain =
      isNumeric(behindReference(left)) && (isNumeric(behindReference(right)) || isUnknown(right))
    const other = trait && !isPlain ? this.fittingOperand(trait, left, right) : undefined
    if (!other) return undefined
    const method = OPERATOR_TRAITS[operator].toLowerCase()
    return this.asCall(
      binary,
      [OPERATOR_TRAITS[operator], method],
      [left, other],
      [binary.left, binary.right],
    )
  }

  /** What the right side of an operator is taken for: a `&String` is a `&str` too. */
  private fittingOperand(trait: TraitItem, left: Type, right: Type): Type | undefined {
    if (this.traits.select(trait, left, [right], false)) return right
    const found = known(right)
    const target = found.kind === 'reference' ? this.targetOf(known(found.target)) : undefined
    const led: Type | undefined = target && { kind: 'reference', mutable: false, target }
    return led && this.traits.select(trait, left, [led], false) ? led : undefined
  }

  /** What was written as an operator is a call; the types of its operands are known. */
  protected asCall(
    whole: Expression,
    method: readonly [trait: string, method: string],
    given: readonly Type[],
    operands: readonly Expression[],
  ): Type | undefined {
    const call = this.callOf(whole, method, given, operands)
    if (!call) return undefined
    for (const operand of operands)
      this.settle(operand.kind === 'reference' && operand.isImplied ? operand.operand : operand)
    return this.rewrite(whole, call)
  }

  private comparison(binary: Binary): Type {
    const left = this.infer(binary.left)
    const right = this.infer(binary.right, left)
    const byCall = this.comparedByCall(binary, left, right)
    if (byCall) return byCall
    const even = this.evenSequences(binary.left, binary.right, left, right)
    if (even) {
      Object.assign(binary, { left: even[0], right: even[1] })
      return BOOL
    }
    if (isSettledBadly(known(left)) || isSettledBadly(known(right))) return BOOL
    const isOrder = binary.operator !== '==' && binary.operator !== '!='
    const uneven = isOrder ? undefined : unevenTypes(left, right)
    if (uneven)
      this.mistake(binary.operatorSpan, messages.cannotCompareWith(typeText(uneven[0]), typeText(uneven[1])))
    else if (!this.joinPointing(left, right)) this.mismatch(binary.right, left, right)
    this.later.push(() => {
      if (!isComparable(left, isOrder, this.traits))
        this.mistake(binary.operatorSpan, messages.cannotCompare(binary.operator, typeText(left)))
    })
    return BOOL
  }

  /** What has an `impl PartialEq` is compared by that. */
  private comparedByCall(binary: Binary, left: Type, right: Type): Type | undefined {
    const [traitName, method] = COMPARISON_METHODS[binary.operator] ?? []
    const by = traitName === undefined ? undefined : this.comparedBy(traitName, left, right)
    if (!by || !traitName || !method) return undefined
    const operands = [binary.left, binary.right].map((each) => {
      if (by.depth === 0) return this.lent(each)
      this.settle(each)
      const behind = this.pointedAt(each, by.depth)
      this.infer(behind)
      return this.lent(behind)
    })
    return this.asCall(binary, [traitName, method], [by.left, by.right], operands)
  }

  /** By whose `impl`: that of the types, or of what both are references to, as deep as that is. */
  protected comparedBy(traitName: string, left: Type, right: Type): Compared | undefined {
    const trait = this.traits.named(traitName)
    let [one, other, depth] = [known(left), known(right), 0]
    for (; trait && !isUnknown(one); depth++) {
      const isEven = depth > 0 && (isUnknown(other) || isSameType(one, other))
      if (!isEven && this.isComparedBy(trait, one, other)) return { left: one, right: other, depth }
      if (one.kind !== 'reference' || other.kind !== 'reference') return undefined
      ;[one, other] = [known(one.target), known(other.target)]
    }
    return undefined
  }

  private isComparedBy(trait: TraitItem, left: Type, right: Type): boolean {
    const isOwn = (type: Type) => type.kind === 'struct' || type.kind === 'enum'
    const isOpen = left.kind === 'parameter' || left.kind === 'projection'
    const isUneven = isOpen && !isSameType(left, right)
    if (!isOwn(left) && !isOwn(right) && !isUneven) return false
    return this.traits.select(trait, left, [right], false) !== undefined
  }

  /** An array is compared with a slice as one. @returns both as references to slices; undefined where it is not so */
  protected evenSequences(
    left: Expression,
    right: Expression,
    ...types: readonly [left: Type, right: Type]
  ): readonly [Expression, Expression] | undefined {
    const [one, other] = types.map(behindReference)
    const isMixed =
      (one?.kind === 'array' && other?.kind === 'slice') || (one?.kind === 'slice' && other?.kind === 'array')
    if (!isMixed || !join(one.element, other.element)) return undefined
    const asSlice = (operand: Expression, type: Type): Expression => {
      const found = known(type)
      const isLent = found.kind === 'reference'
      const lent = isLent ? operand : this.lent(operand)
      if (!isLent) {
        this.settle(operand)
        this.infer(lent)
      }
      const inner = behindReference(type)
      const mutable = isLent && found.mutable
      if (inner.kind === 'array')
        this.coercions.set(lent, {
          kind: 'reference',
          mutable,
          target: { kind: 'slice', element: inner.element },
        })
      return lent
    }
    return [asSlice(left, types[0]), asSlice(right, types[1])]
  }

  /** `&a == &mut b` compares what they point to; a reference is turned into a pointer beside one. */
  protected joinPointing(left: Type, right: Type): boolean {
    const [one, other] = [known(left), known(right)]
    if (one.kind === 'reference' && other.kind === 'reference') {
      const [first, second] = [known(one.target), known(other.target)]
      if (first.kind === 'array' || first.kind === 'slice')
        if (second.kind === 'array' || second.kind === 'slice')
          return (
            join(first.element, second.element) &&
            first.kind === second.kind &&
            (first.kind !== 'array' || second.kind !== 'array' || first.length === second.length)
          )
      return this.joinPointing(first, second)
    }
    return join(one, other)
  }

  protected assignment(assignment: Assignment): Type {
    if (assignment.operator === undefined) this.plainAssignment(assignment)
    else this.compoundAssignment(assignment, assignment.operator)
    return UNIT
  }

  private plainAssignment({ target, value, operatorSpan }: Assignment): void {
    if (this.isPlace(target)) this.check(value, this.inferChanged(target))
    else if (target.kind === 'underscore') this.infer(value)
    else if (target.kind === 'tuple') this.tupleAssignment(target, value, operatorSpan)
    else {
      this.mistake(operatorSpan, messages.notAPlace(false))
      this.infer(value)
    }
  }

  /** `(a, b) = (b, a);` */
  private tupleAssignment(
    target: Expression & { kind: 'tuple' },
    value: Expression,
    operator: Assignment['operatorSpan'],
  ): void {
    if (!leavesOut(target)) return void this.check(value, this.assignedType(target, operator))
    const type = this.infer(value)
    const assigned = this.assignedType(target, operator, type)
    if (!join(assigned, type)) this.mismatch(value, assigned, type)
  }

  /** @param type of the value, where that says how many parts `..` stands for */
  private assignedType(target: Expression, operator: Assignment['operatorSpan'], type?: Type): Type {
    if (target.kind === 'underscore') return unknownType()
    if (target.kind === 'tuple') {
      const value = type && known(type)
      const parts = value?.kind === 'tuple' ? value.elements : []
      const count = target.elements.some(isRest) ? parts.length : target.elements.length
      const elements = spread(target.elements, count).map((element, index) =>
        element ? this.assignedType(element, operator, parts[index]) : unknownType(),
      )
      return this.remember(target, { kind: 'tuple', elements })
    }
    if (this.isPlace(target)) return this.inferChanged(target)
    return this.mistake(operator, messages.notAPlace(false))
  }

  private remember(expression: Expression, type: Type): Type {
    this.expressions.set(expression, type)
    return type
  }

  private overloadedInPlace(
    assignment: Assignment,
    operator: ArithmeticOperator,
    left: Type,
    right: Type,
  ): boolean {
    const name = `${OPERATOR_TRAITS[operator]}Assign`
    const trait = this.traits.named(name)
    const other = trait && !isNumeric(left) ? this.fittingOperand(trait, left, right) : undefined
    if (!other) return false
    const method = `${OPERATOR_TRAITS[operator].toLowerCase()}_assign`
    const operands = [this.lent(assignment.target, true), assignment.value]
    return this.asCall(assignment, [name, method], [left, other], operands) !== undefined
  }

  private compoundAssignment(assignment: Assignment, operator: ArithmeticOperator): void {
    const { target, value, operatorSpan } = assignment
    this.checkNegations()
    const found = known(this.inferChanged(target))
    const foundRight = this.infer(value)
    const [left, right] = [found, behindReference(foundRight)]
    if (left.kind === 'mistake' || right.kind === 'mistake') return
    const isLogic = (operator === '&' || operator === '|' || operator === '^') && left.kind === 'bool'
    if (isLogic && join(left, right)) return
    if (isUnknown(left)) this.unknownOperand(target, target, 'E0283')
    else if (this.overloadedInPlace(assignment, operator, found, foundRight)) return
    else if (isFloating(left) && operator in FLOAT_OPERATORS) {
      if (isFloating(right) || isUnknown(right)) this.sameNumber(value, left, right)
      else
        this.mistake(
          operatorSpan,
          messages.noImplementationInPlace(VERBS[operator], typeText(left), typeText(foundRight)),
        )
    } else if (!isIntegral(left))
      this.mistake(operatorSpan, messages.cannotOperateInPlace(operator, typeText(left)))
    else if (!isIntegral(right) && !isUnknown(right)) {
      this.mistake(
        operatorSpan,
        messages.noImplementationInPlace(VERBS[operator], typeText(left), typeText(foundRight)),
      )
    } else if (operator === '<<' || operator === '>>') join(right, someInteger())
    else if (!join(left, right)) this.mismatch(value, left, right)
    if (!this.isPlace(target)) this.mistake(operatorSpan, messages.notAPlace(true))
  }

  /** A name that means nothing was reported already and may pass. */
  protected isPlace(target: Expression): boolean {
    if (target.kind === 'field') return true
    if (target.kind === 'dereference' || target.kind === 'index') return true
    if (target.kind !== 'variable') return false
    const meaning = this.meanings.get(target)
    return meaning === undefined || meaning.kind === 'local' || meaning.kind === 'static'
  }

  protected reference(reference: Reference, hint: Type | undefined): Type {
    const { isRaw, mutable, operand } = reference
    const wanted = hint && known(hint)
    const target =
      wanted?.kind === 'reference' || wanted?.kind === 'pointer' ? known(wanted.target) : undefined
    const elementHint: Type | undefined =
      target?.kind === 'slice' && operand.kind === 'array'
        ? { kind: 'array', element: target.element, length: operand.elements.length }
        : target?.kind === 'slice'
          ? undefined
          : target
    if (this.isStaticMut(operand) && !isRaw) return this.staticReference(reference)
    const wasUnsafe = this.unsafeDepth
    if (isRaw && this.isStaticMut(operand)) this.unsafeDepth++
    const found = mutable ? this.inferChanged(operand, elementHint) : this.infer(operand, elementHint)
    this.unsafeDepth = wasUnsafe
    if (isRaw && !this.isPlace(operand)) return this.mistake(operand, messages.rawOfValue)
    return { kind: isRaw ? 'pointer' : 'reference', mutable, target: found }
  }

  private staticReference(reference: Reference): Type {
    this.infer(reference.operand)
    const target = this.expressions.get(reference.operand) ?? MISTAKE
    this.mistake(reference, messages.staticMutReference(reference.mutable))
    return { kind: 'reference', mutable: reference.mutable, target }
  }

  protected isStaticMut(expression: Expression): boolean {
    const meaning = expression.kind === 'variable' ? this.meanings.get(expression) : undefined
    return meaning?.kind === 'static' && meaning.mutable
  }

  protected dereference(dereference: Dereference): Type {
    const type = this.needed(dereference.operand, this.infer(dereference.operand))
    if (type.kind === 'mistake') return type
    if (type.kind === 'pointer') this.needUnsafe(dereference, messages.unsafeDereference)
    if (type.kind === 'reference' || type.kind === 'box' || type.kind === 'pointer') return known(type.target)
    const call = this.dereferenced(dereference.operand, type)
    if (!call) return this.mistake(dereference, messages.cannotDereference(typeText(type)))
    Object.assign(dereference, { operand: call })
    const reference = known(this.infer(call))
    return reference.kind === 'reference' ? known(reference.target) : reference
  }

  /** What has `Deref` leads where its method says. */
  private dereferenced(operand: Expression, type: Type): Expression | undefined {
    if (!this.targetOf(type)) return undefined
    this.settle(operand)
    const method = this.isChanged ? (['DerefMut', 'deref_mut'] as const) : (['Deref', 'deref'] as const)
    return this.callOf(operand, method, [type], [this.lent(operand, this.isChanged)])
  }

  /** What a value of a type with `Deref` leads to. */
  protected targetOf(type: Type): Type | undefined {
    const trait = this.traits.named('Deref')
    if (!trait || !['struct', 'enum', 'parameter', 'projection'].includes(type.kind)) return undefined
    // What leads to itself, or ever further, leads nowhere.
    let end: Type | undefined = type
    for (let step = 0; end && step < MOST_STEPS; step++) end = this.nextTarget(trait, end)
    return end ? undefined : this.nextTarget(trait, type)
  }

  private nextTarget(trait: TraitItem, type: Type): Type | undefined {
    if (!['struct', 'enum', 'parameter', 'projection'].includes(type.kind)) return undefined
    const isThere = this.traits.select(trait, type, [], false) !== undefined
    return isThere ? known(this.traits.projection(trait, type, [], 'Target')) : undefined
  }

  protected ledTo(expression: Expression, found: Type, expected: Type): Type {
    const [from, to] = [known(found), known(expected)]
    if (from.kind !== 'reference' || to.kind !== 'reference' || (to.mutable && !from.mutable)) return found
    const depth = this.stepsTo(known(from.target), known(to.target))
    if (depth === undefined) return found
    const { from: start, to: end } = expression
    const copy = this.cloned(expression, found)
    let operand = this.pointedAt(copy, 1)
    for (let step = 0; step < depth; step++) operand = { kind: 'dereference', from: start, to: end, operand }
    const { mutable } = to
    const lent: Expression = { kind: 'reference', from: start, to: end, isRaw: false, mutable, operand }
    const type = this.rewrite(expression, lent)
    this.expressions.set(expression, type)
    return type
  }

  /** How many steps, one of them by `Deref`, lead from a type to one that fits; undefined if none do, or none is needed. */
  private stepsTo(found: Type, wanted: Type): number | undefined {
    if (wanted.kind === 'variable' || wanted.kind === 'parameter' || wanted.kind === 'projection')
      return undefined
    let [type, depth, isByCall] = [found, 0, false]
    for (; depth < MOST_STEPS; depth++) {
      const isArray = type.kind === 'array' && wanted.kind === 'slice'
      if (isArray || canBe(type, wanted)) return isByCall ? depth : undefined
      const target = this.targetOf(type)
      isByCall ||= target !== undefined
      const next = type.kind === 'reference' || type.kind === 'box' ? type.target : target
      if (!next) return undefined
      type = known(next)
    }
    return undefined
  }

  /** The same expression once more, as what stands in its place is to be made of it. */
  private cloned(expression: Expression, type: Type): Expression {
    const copy = { ...expression }
    this.expressions.set(copy, type)
    const { types } = this.program.resolution
    if (expression.kind === 'variable' || expression.kind === 'path') {
      const named = copy as typeof expression
      const meaning = this.meanings.get(expression)
      if (meaning) this.meanings.set(named, meaning)
      const given = expression.kind === 'variable' ? this.instances.get(expression) : undefined
      if (given) this.instances.set(named as Variable, given)
      if (expression.kind === 'path' && types.has(expression))
        types.set(named as Path, types.get(expression)!)
    }
    return copy
  }

  /** An expression whose type is known, behind so many pointers. */
  protected pointedAt(operand: Expression, depth: number): Expression {
    const { from, to } = operand
    this.settle(operand)
    let found = operand
    for (let step = 0; step < depth; step++) found = { kind: 'dereference', from, to, operand: found }
    return found
  }

  protected needUnsafe(span: Expression, message: Parameters<InferTraits['mistake']>[1]): void {
    // rustc looks for it after all types are found to fit.
    if (this.unsafeDepth === 0) this.later.push(() => void this.mistake(span, message))
  }

  protected cast(cast: Cast): Type {
    const target = this.program.typeFor(cast.type)
    const isNumber = isNumeric(target) || known(target).kind === 'char'
    const isDyn = behindPointers(target).kind === 'dyn'
    const isAsked = isDyn || (isNumber && isOpenNumber(cast.operand))
    const found = this.infer(cast.operand, isAsked ? target : undefined)
    if (this.unsizes(cast.operand, known(found), known(target))) {
      this.coercions.set(cast.operand, target)
      return target
    }
    if (known(target).kind === 'pointer' && isIntegral(found) && !integerName(found)) join(found, USIZE)
    const wanted = known(target)
    const source = known(found)
    if (wanted.kind === 'pointer' && isUnknown(wanted.target) && canHoldPointer(source))
      join(wanted.target, elementOf(source))
    this.later.push(() => this.judgeCast(cast, found, target))
    return target
  }

  private judgeCast(cast: Cast, found: Type, target: Type): void {
    const [from, to] = [known(found), known(target)]
    if (isSettledBadly(from) || isSettledBadly(to)) return
    if (to.kind === 'char' && from.kind === 'integer' && from.name !== 'u8')
      this.mistake(cast, messages.onlyByteAsChar(from.name))
    else if (to.kind === 'bool' && from.kind === 'integer') this.mistake(cast, messages.castAsBool)
    else if (from.kind === 'reference' && to.kind === 'integer')
      this.mistake(cast, messages.castReference(typeText(from), to.name))
    else if (!canCast(from, to)) this.mistake(cast, messages.cannotCast(typeText(from), typeText(to)))
  }
}

/** A number without a type of its own takes the one that it is cast to; nothing else is told what it will be cast to. */
function isOpenNumber(operand: Expression): boolean {
  if (operand.kind === 'negation' || operand.kind === 'not') return isOpenNumber(operand.operand)
  if (operand.kind !== 'block') return operand.kind === 'integer' || operand.kind === 'float'
  const last = operand.block.statements.at(-1)
  return last?.kind === 'expression' && last.isTail && isOpenNumber(last.expression)
}

function isSettledBadly(type: Type): boolean {
  return type.kind === 'mistake' || type.kind === 'never'
}

function canHoldPointer(type: Type): boolean {
  return type.kind === 'reference' || type.kind === 'pointer'
}

function elementOf(type: Type): Type {
  return type.kind === 'reference' || type.kind === 'pointer' ? type.target : MISTAKE
}

/** Rust reference, "Type cast expressions". */
function canCast(from: Type, to: Type): boolean {
  if (join(from, to)) return true
  if (to.kind === 'integer' && from.kind === 'enum')
    return from.item.variants.every(({ fields }) => fields.length === 0)
  if (to.kind === 'float') return from.kind === 'integer' || from.kind === 'float'
  if (to.kind === 'integer')
    return (
      from.kind === 'float' ||
      from.kind === 'integer' ||
      from.kind === 'bool' ||
      from.kind === 'char' ||
      from.kind === 'pointer'
    )
  if (to.kind === 'char') return from.kind === 'integer'
  if (to.kind !== 'pointer')
    return to.kind === 'reference' && from.kind === 'reference' && pointsAlike(from, to)
  if (from.kind === 'integer') return !isUnsized(to.target)
  if (from.kind === 'pointer') return isUnsized(from.target) || !isUnsized(to.target)
  return from.kind === 'reference' && (from.mutable || !to.mutable) && pointsAlike(from, to)
}

/** A reference is cast to a pointer to the same, and that of an array also to one of its elements. */
function pointsAlike(
  from: Type & { kind: 'reference' },
  to: Type & { kind: 'pointer' | 'reference' },
): boolean {
  if (from.mutable < to.mutable) return false
  const [source, target] = [known(from.target), known(to.target)]
  if (source.kind === 'array' && target.kind === 'slice') return join(source.element, target.element)
  if (source.kind === 'array' && to.kind === 'pointer' && join(source.element, target)) return true
  return join(source, target)
}

export function isComparable(
  type: Type,
  isOrder: boolean,
  traits: Parameters<typeof hasThroughout>[2],
): boolean {
  return hasThroughout(type, isOrder ? 'PartialOrd' : 'PartialEq', traits)
}

/**
 * What is compared with a reference to its like: `&1 == 1`, and what is left of `&1 == &&1`. Where the left side's type
 * is named, rustc knows what the right one should be, and speaks of a mismatch.
 */
function unevenTypes(left: Type, right: Type, isNamed = true): readonly [Type, Type] | undefined {
  const [one, other] = [known(left), known(right)]
  if (one.kind === 'reference' && other.kind === 'reference')
    return unevenTypes(one.target, other.target, false)
  if (one.kind === 'reference') return isPlain(other) ? [one, other] : undefined
  const isMismatch = isNamed && !(one.kind === 'variable' && isNumeric(one))
  return other.kind === 'reference' && isPlain(one) && !isMismatch ? [one, other] : undefined
}

function isPlain(type: Type): boolean {
  return ['bool', 'char', 'array', 'tuple', 'struct', 'enum'].includes(type.kind) || isNumeric(type)
}

/** `(first, ..) = …` */
function leavesOut(target: Expression): boolean {
  return target.kind === 'tuple' && target.elements.some((each) => isRest(each) || leavesOut(each))
}
