import type { Diagnostic } from '../../diagnostic.ts'
import type {
  Assignment,
  Block,
  Expression,
  If,
  LetStatement,
  Match,
  Reference,
  Span,
  While,
  Loop,
  For,
} from '../1-parse/syntax.ts'
import { eachExpression, namesIn, operandsOf } from '../1-parse/walk.ts'
import type { JumpTarget } from '../2-resolve/jumps.ts'
import type { Local, Resolution, ResolvedFunction } from '../2-resolve/resolve.ts'
import { diagnose, messages, type Message } from '../messages.ts'
import { FlowState, MOVED, SET, UNSET } from './flow-state.ts'
import type { Inference } from './infer.ts'
import { isCopy, isUnit, known, type Type } from './types.ts'

/**
 * Follows one function along every way through it: every variable has a value before it is read (E0381), is not used
 * after it was moved (E0382), and only a `mut` one changes (E0384, E0594, E0596).
 */
export function checkInitialisation(
  func: ResolvedFunction,
  resolution: Resolution,
  inference: Inference,
  diagnostics: Diagnostic[],
): void {
  new Follower(func, resolution, inference, diagnostics).run()
}

/** Beyond this many expressions, loops are followed once only: nothing is to take unbounded time. */
const MOST_FOLLOWED = 200_000

class Follower {
  readonly func: ResolvedFunction
  readonly resolution: Resolution
  readonly inference: Inference
  readonly diagnostics: Diagnostic[]
  readonly changed = new Set<Local>()
  readonly reported = new Set<string>()
  readonly assignments = new Map<Local, Span[]>()
  readonly exits = new Map<JumpTarget, FlowState | undefined>()
  readonly returns = new Map<JumpTarget, FlowState | undefined>()
  /** Undefined where nothing can come. */
  state: FlowState | undefined = new FlowState()
  followed = 0

  constructor(
    func: ResolvedFunction,
    resolution: Resolution,
    inference: Inference,
    diagnostics: Diagnostic[],
  ) {
    this.func = func
    this.resolution = resolution
    this.inference = inference
    this.diagnostics = diagnostics
  }

  run(): void {
    for (const { pattern } of this.func.item.parameters) this.setAll(namesIn(pattern))
    this.collectAssignments(this.func.item.body)
    this.block(this.func.item.body)
    this.warnOfUnusedMut()
  }

  /** Whether a value comes anywhere decides between rustc's two wordings. */
  collectAssignments(block: Block): void {
    eachExpression(block, (expression) => {
      const local = expression.kind === 'assignment' ? this.localOf(expression.target) : undefined
      if (local) this.assignments.set(local, [...(this.assignments.get(local) ?? []).slice(0, 1), expression])
    })
  }

  block(block: Block): void {
    for (const statement of block.statements) {
      if (statement.kind === 'let') this.letStatement(statement)
      else this.use(statement.expression)
    }
  }

  letStatement({ pattern, value }: LetStatement): void {
    if (value) {
      if (pattern.kind === 'wildcard') this.look(value)
      else this.use(value)
      return this.setAll(namesIn(pattern))
    }
    for (const name of namesIn(pattern)) {
      const local = this.resolution.declared.get(name)
      if (local) this.state?.set(local, UNSET)
    }
  }

  setAll(names: ReturnType<typeof namesIn>): void {
    for (const name of names) {
      const local = this.resolution.declared.get(name)
      if (local) this.state?.set(local, SET)
    }
  }

  /** The value is taken: copied, or moved away. */
  use(expression: Expression): void {
    this.followed++
    if (!isPlace(expression)) return this.compute(expression)
    this.look(expression)
    const type = this.inference.typeOf(expression)
    const coercion = this.inference.coercionOf(expression)
    const isReborrowed = coercion !== undefined || known(type).kind === 'reference'
    if (!isCopy(type) && !isReborrowed) this.move(expression, type)
  }

  /** The place is looked at, or a part of it, and stays as it is. */
  look(expression: Expression): void {
    const local = this.localOf(expression)
    if (local) return this.read(local, expression)
    switch (expression.kind) {
      case 'field': {
        const owner = this.localOf(expression.object)
        if (owner) return this.readPart(owner, expression.name.text, expression)
        return this.look(expression.object)
      }
      case 'index':
        this.look(expression.object)
        return this.use(expression.index)
      case 'dereference':
        return this.look(expression.operand)
      default:
        return this.compute(expression)
    }
  }

  compute(expression: Expression): void {
    switch (expression.kind) {
      case 'assignment':
        return this.assignment(expression)
      case 'reference':
        return this.reference(expression)
      case 'method':
        this.look(expression.receiver)
        return expression.arguments.forEach((each) => this.use(each))
      case 'macro':
        expression.operands.forEach((each) =>
          expression.name === 'assert' ? this.use(each) : this.look(each),
        )
        this.inBranch(
          () => expression.values.forEach((each) => this.look(each)),
          expression.name.startsWith('assert'),
        )
        return this.endIfNever(expression)
      case 'call':
        expression.arguments.forEach((each) => this.use(each))
        return this.endIfNever(expression)
      case 'binary':
        return this.binary(expression)
      case 'repeat':
        // How often is a constant, which nothing takes at run time.
        return this.use(expression.element)
      case 'range':
        return operandsOf(expression).forEach((each) => this.use(each))
      default:
        return this.control(expression)
    }
  }

  control(expression: Expression): void {
    switch (expression.kind) {
      case 'if':
        return this.ifExpression(expression)
      case 'match':
        return this.match(expression)
      case 'while':
      case 'loop':
      case 'for':
        if (expression.kind === 'for') this.compute(expression.iterated)
        return this.loop(expression)
      case 'block':
        this.exits.set(expression, undefined)
        this.block(expression.block)
        this.state = joined(this.state, this.exits.get(expression))
        return
      case 'break':
      case 'continue': {
        if (expression.kind === 'break' && expression.value) this.use(expression.value)
        const target = this.resolution.jumps.get(expression)
        const ways = expression.kind === 'break' ? this.exits : this.returns
        if (target) ways.set(target, joined(ways.get(target), this.state))
        this.state = undefined
        return
      }
      case 'return':
        if (expression.value) this.use(expression.value)
        this.state = undefined
        return
      default:
        return operandsOf(expression).forEach((each) => this.use(each))
    }
  }

  /** Comparing looks at its operands and does not take them; the right side of `&&` may not be reached. */
  binary({ operator, left, right }: Expression & { kind: 'binary' }): void {
    if (operator !== '&&' && operator !== '||') {
      this.look(left)
      return this.look(right)
    }
    this.use(left)
    this.inBranch(() => this.use(right), true)
  }

  inBranch(action: () => void, isOptional: boolean): void {
    const before = this.state?.copy()
    action()
    if (isOptional) this.state = joined(before, this.state)
  }

  endIfNever(expression: Expression): void {
    if (this.inference.typeOf(expression).kind === 'never') this.state = undefined
  }

  ifExpression({ condition, then, otherwise }: If): void {
    this.use(condition)
    const before = this.state?.copy()
    this.use(then)
    const after = this.state
    this.state = before
    if (otherwise) this.use(otherwise)
    this.state = joined(after, this.state)
  }

  match({ subject, arms }: Match): void {
    if (arms.some(({ pattern }) => namesIn(pattern).length > 0)) this.use(subject)
    else this.look(subject)
    const before = this.state
    let after: FlowState | undefined
    for (const { pattern, guard, value } of arms) {
      this.state = before?.copy()
      this.setAll(namesIn(pattern))
      if (guard) this.use(guard)
      this.use(value)
      after = joined(after, this.state)
    }
    this.state = after
  }

  /** A second time, if something differs then from the first. */
  loop(loop: While | Loop | For): void {
    let entry = this.state
    for (;;) {
      this.state = entry?.copy()
      this.exits.set(loop, undefined)
      this.returns.set(loop, undefined)
      if (loop.kind === 'while') this.use(loop.condition)
      const skipped = loop.kind === 'loop' ? undefined : this.state?.copy()
      if (loop.kind === 'for') this.setAll(namesIn(loop.pattern))
      this.use(loop.body)
      const back = joined(this.state, this.returns.get(loop))
      this.state = joined(joined(this.exits.get(loop), skipped), loop.kind === 'loop' ? undefined : back)
      const next = joined(entry, back)
      if (!entry || !next || next.equals(entry) || this.followed > MOST_FOLLOWED) return
      entry = next
    }
  }

  // ── What happens to variables ──

  read(local: Local, place: Span): void {
    const bits = this.state?.get(local) ?? SET
    if (bits & UNSET) this.uninitialised(local, place)
    else if (bits & MOVED)
      this.report(place, messages.usedAfterMove(local.name, false), `moved ${local.name}`)
    else if (this.state && this.state.movedParts(local).size > 0)
      this.report(place, messages.usedAfterMove(local.name, true), `moved ${local.name}`)
  }

  readPart(local: Local, part: string, place: Span): void {
    const bits = this.state?.get(local) ?? SET
    if (bits !== SET) return this.read(local, place)
    if (this.state?.movedParts(local).has(part))
      this.report(
        place,
        messages.usedAfterMove(`${local.name}.${part}`, false),
        `moved ${local.name}.${part}`,
      )
  }

  move(expression: Expression, type: Type): void {
    const local = this.localOf(expression)
    if (local) return this.state?.set(local, MOVED)
    if (this.isOfConstant(expression)) return
    if (expression.kind === 'variable')
      return this.report(expression, messages.moveOutOf(`static item \`${expression.name}\``, 'E0507'))
    if (expression.kind === 'index')
      return this.report(expression, messages.moveOutOf('an array or slice by an index', 'E0508'))
    const owner = expression.kind === 'field' ? this.localOf(expression.object) : undefined
    if (
      owner &&
      expression.kind === 'field' &&
      ['struct', 'tuple'].includes(known(this.typeOfLocal(owner)).kind)
    )
      return this.state?.movePart(owner, expression.name.text)
    const boxed = expression.kind === 'dereference' ? this.localOf(expression.operand) : undefined
    if (boxed && known(this.typeOfLocal(boxed)).kind === 'box') return this.state?.set(boxed, MOVED)
    if (!isUnit(type))
      this.report(expression, messages.moveOutOf('what is only borrowed, or a part of a part', 'E0507'))
  }

  /** A constant is made anew wherever it is named, so it can be taken from there. */
  isOfConstant(expression: Expression): boolean {
    if (expression.kind === 'field') return this.isOfConstant(expression.object)
    return expression.kind === 'variable' && this.resolution.meanings.get(expression)?.kind === 'const'
  }

  uninitialised(local: Local, place: Span): void {
    const isEverAssigned = (this.assignments.get(local) ?? []).some((span) => !contains(span, place))
    this.report(
      place,
      messages.uninitialised(local.name, isEverAssigned),
      `unset ${local.name} ${local.scope.from}`,
    )
  }

  assignment(assignment: Assignment): void {
    const { target, value, operator } = assignment
    this.use(value)
    if (operator !== undefined) this.look(target)
    this.assign(target, assignment)
  }

  assign(target: Expression, whole: Expression): void {
    if (target.kind === 'underscore') return
    if (target.kind === 'tuple') return target.elements.forEach((element) => this.assign(element, element))
    const local = this.localOf(target)
    if (!local) return this.assignPart(target, whole)
    const bits = this.state?.get(local) ?? UNSET
    if (bits !== UNSET && !local.declaration.mutable) {
      this.report(
        whole,
        local.isParameter ? messages.assignedArgument(local.name) : messages.assignedTwice(local.name),
      )
    }
    if (bits !== UNSET) this.changed.add(local)
    this.state?.set(local, SET)
  }

  assignPart(target: Expression, whole: Expression): void {
    const owner = target.kind === 'field' ? this.localOf(target.object) : undefined
    if (owner && target.kind === 'field' && this.state?.movedParts(owner).has(target.name.text))
      this.state.restorePart(owner, target.name.text)
    else if (target.kind === 'field') this.look(target.object)
    else this.look(target)
    const obstacle = this.obstacleTo(target)
    if (obstacle) this.report(whole, messages.cannotAssign(obstacle))
  }

  reference({ mutable, operand, from, to }: Reference): void {
    this.look(operand)
    const obstacle = mutable ? this.obstacleTo(operand) : undefined
    if (obstacle) this.report({ from, to }, messages.cannotBorrow(obstacle))
  }

  /** Why a place cannot be changed; and if it can, its variable counts as one that is changed. */
  obstacleTo(place: Expression): string | undefined {
    const local = this.localOf(place)
    if (local) {
      this.changed.add(local)
      return local.declaration.mutable ? undefined : `\`${local.name}\` is not declared as mutable`
    }
    switch (place.kind) {
      case 'variable': {
        const meaning = this.resolution.meanings.get(place)
        return meaning?.kind === 'static' && !meaning.mutable
          ? `\`${place.name}\` is an immutable static item`
          : undefined
      }
      case 'field':
      case 'index':
        return this.obstacleThrough(place.object)
      case 'dereference':
        return this.obstacleThrough(place.operand, true)
      default:
        return undefined
    }
  }

  obstacleThrough(object: Expression, isPointer = false): string | undefined {
    const type = known(this.inference.typeOf(object))
    if (type.kind === 'reference') return type.mutable ? undefined : 'it is behind a `&` reference'
    if (type.kind === 'pointer' && isPointer)
      return type.mutable ? undefined : 'it is behind a `*const` pointer'
    return this.obstacleTo(object)
  }

  typeOfLocal(local: Local): Type {
    return this.inference.typeOfLocal(local)
  }

  warnOfUnusedMut(): void {
    for (const local of this.func.locals) {
      if (!local.declaration.mutable || this.changed.has(local)) continue
      this.diagnostics.push(diagnose(local.declaration.name, messages.unusedMut(local.name)))
    }
  }

  /** Once for each place, however often it is passed, and once for each variable where one cause shows again and again. */
  report(place: Span, message: Message, cause = `${place.from} ${message.message}`): void {
    if (this.reported.has(cause) || !this.state) return
    this.reported.add(cause)
    this.diagnostics.push(diagnose(place, message))
  }

  localOf(expression: Expression): Local | undefined {
    const meaning = expression.kind === 'variable' ? this.resolution.meanings.get(expression) : undefined
    return meaning?.kind === 'local' ? meaning : undefined
  }
}

function isPlace({ kind }: Expression): boolean {
  return kind === 'variable' || kind === 'field' || kind === 'index' || kind === 'dereference'
}

function joined(first: FlowState | undefined, second: FlowState | undefined): FlowState | undefined {
  return first && second ? first.join(second) : (first ?? second)
}

function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}
