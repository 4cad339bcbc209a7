import type {
  Block,
  ConstantItem,
  Expression,
  FunctionItem,
  Pattern,
  Span,
  TypeSyntax,
} from '../1-parse/syntax.ts'
import { isPlace } from '../1-parse/walk.ts'
import type { JumpTarget } from '../2-resolve/jumps.ts'
import type { Local, Resolution } from '../2-resolve/resolve.ts'
import type { ClosureType } from '../3-check/callables.ts'
import type { Inference } from '../3-check/infer.ts'
import type { ProgramTypes } from '../3-check/program-types.ts'
import { known, needsDrop, type Type } from '../3-check/types.ts'
import type { Captures } from './captures.ts'
import {
  placeOf,
  typeOfPlace,
  type BasicBlock,
  type Callee,
  type LocalDeclaration,
  type Operand,
  type Place,
  type Rvalue,
  type Statement,
  type Terminator,
} from './mir.ts'

/** What is known of a function whose types are in order. */
export interface TypedFunction {
  readonly item: FunctionItem
  readonly label: string
  readonly body: Block
  readonly resolution: Resolution
  readonly inference: Inference
  readonly program: ProgramTypes
  /** What a call of a function leads to, with these types for what it leaves open. */
  calleeOf(item: FunctionItem, given: readonly Type[]): ResolvedCallee
  /** A constant, or of a trait's that of the implementing type. */
  constantOf(item: ConstantItem, given: readonly Type[]): ConstantItem
  /** What it has itself been given for a type that it leaves open. */
  filled(type: Type): Type
  /** It is the body of a closure. */
  readonly closure?: ClosureType | undefined
  capturesOf(closure: ClosureType): Captures
}

export type ResolvedCallee =
  | (Callee & { readonly kind: 'function' | 'virtual' })
  /** What a trait's method does with values that have the trait without an `impl`. */
  | { readonly kind: 'itself'; readonly trait: string; readonly name: string; readonly self: Type }

/** What is done when a scope is left, in reverse order: a value is dropped, and then its storage is given back. */
interface DropScope {
  readonly drops: { readonly kind: 'value' | 'storage'; readonly local: number }[]
}

/** Where a jump out of a loop or block leads. */
export interface JumpExit {
  readonly onBreak: number
  readonly onContinue: number | undefined
  readonly result: Place
  readonly depth: number
}

/** The constructs, each in a file of its own, which need one another. */
export interface Constructs {
  into(context: MirContext, expression: Expression, target: Place): void
  /** Without what it is turned into where it stands. */
  plainInto(context: MirContext, expression: Expression, target: Place): void
  place(context: MirContext, expression: Expression, isMutable: boolean): Place
  rvalue(context: MirContext, expression: Expression): Rvalue
  closure(context: MirContext, expression: Expression & { kind: 'closure' }): Rvalue
  intrinsic(
    context: MirContext,
    callee: ResolvedCallee & { kind: 'itself' },
    operands: readonly Operand[],
    target: Place,
    call: Expression,
  ): void
  bind(context: MirContext, pattern: Pattern, from: Place, guard?: () => void, subject?: Span): void
}

/** What every part of building works on: the blocks so far, the one that is being written, and the open scopes. */
export class MirContext {
  readonly func: TypedFunction
  readonly constructs: Constructs
  readonly locals: LocalDeclaration[] = []
  readonly scopeParents: number[] = [-1]
  readonly blocks: BasicBlock[] = []
  readonly exits = new Map<JumpTarget, JumpExit>()
  readonly variables = new Map<Local, number>()
  /** Of a closure: variables around it, as if they were its own. */
  readonly upvars = new Map<Local, number>()
  /** Values without a name that live as long as the block of their `let`. */
  readonly extended = new Map<Expression, DropScope>()
  /** What is passed to a call. */
  readonly arguments = new Set<Expression>()
  scope = 0
  returnDepth = 0
  readonly returnBlock: number
  private readonly open: DropScope[] = []
  private scheduled = 0
  /** Who keeps what has no name: the statement, or what is not executed with every statement it is part of. */
  private temporaries: DropScope = { drops: [] }
  private current: number

  constructor(func: TypedFunction, constructs: Constructs) {
    this.func = func
    this.constructs = constructs
    this.current = this.block()
    this.returnBlock = this.block()
  }

  // ── Blocks ──

  block(): number {
    return this.blocks.push({ statements: [], terminator: { kind: 'unreachable', from: 0, to: 0 } }) - 1
  }

  /** What is written from here on stands in this block. */
  continueIn(block: number): void {
    this.current = block
  }

  push(statement: Statement): void {
    this.blocks[this.current]?.statements.push(statement)
  }

  assign(place: Place, value: Rvalue, { from, to }: Span): void {
    this.push({ kind: 'assign', place, value, from, to })
  }

  /** Ends the block; what comes next is never reached unless a jump leads there. */
  end(terminator: Terminator, next = this.block()): void {
    const block = this.blocks[this.current]
    if (block) block.terminator = terminator
    this.current = next
  }

  goTo(target: number, { from, to }: Span): void {
    this.end({ kind: 'goto', target, from, to })
  }

  // ── Locals ──

  local(
    type: Type,
    span: Span,
    variable?: Local,
    { annotation, isDeferred = false }: { annotation?: TypeSyntax | undefined; isDeferred?: boolean } = {},
  ): number {
    return (
      this.locals.push({
        type: known(type),
        name: variable?.name,
        variable,
        mutable: variable?.declaration.mutable ?? true,
        span: { from: span.from, to: span.to },
        annotation,
        scope: this.scope,
        isDeferred,
      }) - 1
    )
  }

  variable(local: Local): number {
    const found = this.variables.get(local)
    if (found !== undefined) return found
    if (!this.func.closure) throw new Error(`${local.name} was not declared`)
    const upvar = this.local(this.func.inference.typeOfLocal(local), local.declaration.name)
    this.variables.set(local, upvar)
    this.upvars.set(local, upvar)
    return upvar
  }

  /** A place for a value without a name. It is given back with the statement, or as late as its `let` asks for. */
  temporary(type: Type, span: Span, expression?: Expression): Place {
    const local = this.local(type, span)
    this.live(local, span, (expression && this.extended.get(expression)) ?? this.temporaries)
    return placeOf(local)
  }

  live(local: number, { from, to }: Span, scope = this.innermost): void {
    this.push({ kind: 'storage-live', local, from, to })
    scope.drops.push({ kind: 'storage', local })
  }

  /** What it owns is dropped when its scope is left. */
  scheduleDrop({ local, projection }: Place, expression?: Expression): void {
    if (projection.length > 0 || !needsDrop(this.locals[local]!.type)) return
    const scope = (expression && this.extended.get(expression)) ?? this.temporaries
    this.schedule(scope, local)
  }

  scheduleIn(scope: DropScope, local: number): void {
    if (needsDrop(this.locals[local]!.type)) this.schedule(scope, local)
  }

  private schedule(scope: DropScope, local: number): void {
    scope.drops.push({ kind: 'value', local })
    const dropRank = { depth: this.open.lastIndexOf(scope), place: this.scheduled++ }
    this.locals[local] = { ...this.locals[local]!, dropRank }
  }

  typeOf(expression: Expression): Type {
    return this.func.inference.typeOf(expression)
  }

  /** What it is where it stands: after a coercion. */
  finalType(expression: Expression): Type {
    return known(this.func.inference.coercionOf(expression) ?? this.typeOf(expression))
  }

  placeType(place: Place): Type {
    return typeOfPlace(this, place)
  }

  // ── Values ──

  into(expression: Expression, target: Place): void {
    this.constructs.into(this, expression, target)
  }

  place(expression: Expression, isMutable = false): Place {
    return this.constructs.place(this, expression, isMutable)
  }

  /** A value that is used up at once. */
  operand(expression: Expression): Operand {
    const value = this.constructs.rvalue(this, expression)
    if (value.kind === 'use' && !(isPlace(expression) && value.operand.kind !== 'constant'))
      return value.operand
    const place = this.keep(value, this.finalType(expression), expression)
    return { kind: 'move', place, span: expression }
  }

  /** Puts a value where it stays until the statement ends. */
  keep(value: Rvalue, type: Type, span: Span): Place {
    const place = this.temporary(type, span)
    this.assign(place, value, span)
    this.scheduleDrop(place)
    return place
  }

  // ── Scopes ──

  get depth(): number {
    return this.open.length
  }

  get innermost(): DropScope {
    const scope = this.open.at(-1)
    if (!scope) throw new Error('all scopes were left')
    return scope
  }

  /** What is declared inside is given back behind it. */
  inScope(span: Span, write: () => void): void {
    const { scope } = this
    this.open.push({ drops: [] })
    write()
    this.leave(this.open.length - 1, endOf(span))
    this.open.pop()
    this.scope = scope
  }

  /** The same for what has no name. */
  inTemporaries(span: Span, write: () => void): void {
    const outer = this.temporaries
    this.inScope(span, () => {
      this.temporaries = this.innermost
      write()
    })
    this.temporaries = outer
  }

  /** Names that are declared from here on hide earlier ones. */
  enterSourceScope(): void {
    this.scope = this.scopeParents.push(this.scope) - 1
  }

  /** Leaves all scopes from this depth on; they stay open for what is written next. */
  leave(depth: number, { from, to }: Span): void {
    for (const { drops } of this.open.slice(depth).toReversed())
      for (const { kind, local } of drops.toReversed())
        if (kind === 'storage') this.push({ kind: 'storage-dead', local, from, to })
        else this.drop(placeOf(local), { from, to })
  }

  drop(place: Place, { from, to }: Span, isReplaced = false): void {
    const target = this.block()
    this.end({ kind: 'drop', place, isReplaced, target, from, to }, target)
  }

  jump(depth: number, target: number, span: Span): void {
    this.leave(depth, span)
    this.goTo(target, span)
  }
}

/** rustc blames the closing brace, or the semicolon, for what ends there. */
function endOf({ to }: Span): Span {
  return { from: Math.max(to - 1, 0), to }
}
