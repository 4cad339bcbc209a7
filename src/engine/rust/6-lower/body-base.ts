import type { Expression, Span } from '../1-parse/syntax.ts'
import type { JumpTarget } from '../2-resolve/jumps.ts'
import type { Local } from '../2-resolve/resolve.ts'
import type { CheckedFunction } from '../3-check/check.ts'
import { isScalar, known, needsDrop, type Type } from '../3-check/types.ts'
import { offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { frame, shifted, type Code, type Place } from './code.ts'
import type { ExtendedTemporary } from '../4-mir/extended.ts'

/** Where a jump out of a loop or block leads, and what has to be given back on the way. */
export interface Exit {
  readonly onBreak: string
  readonly onContinue: string | undefined
  readonly result: Place | undefined
  readonly scopeDepth: number
}

/** A place whose value may own heap memory. */
interface Owner {
  readonly place: Place
  readonly type: Type
}

/** What every part of lowering a function works on. */
export abstract class BodyBase {
  readonly func: CheckedFunction
  readonly code: Code
  readonly offsets: ReadonlyMap<Local, number>
  readonly exits = new Map<JumpTarget, Exit>()
  /** What is given back when a block or a statement is left: locals, and values that lie nowhere else. */
  readonly scopes: Owner[][] = []
  /** The block that names are declared in: of `scopes`. */
  names: Owner[] = []
  /** Values without a name that live as long as the block of their `let`. */
  readonly extended = new Map<Expression, { readonly place: Place; readonly owners: Owner[] | undefined }>()
  private readonly lineStarts: readonly number[]

  constructor(
    func: CheckedFunction,
    code: Code,
    offsets: ReadonlyMap<Local, number>,
    lineStarts: readonly number[],
  ) {
    this.func = func
    this.code = code
    this.offsets = offsets
    this.lineStarts = lineStarts
  }

  /** Computes a scalar into RAX, widened to 64 bits; anything of another kind for its effects only. */
  abstract value(expression: Expression): void
  /** Computes a value of any type to a place. */
  abstract into(expression: Expression, target: Place): void
  /** Where what the expression names lies; a value that lies nowhere is put into the frame. */
  abstract place(expression: Expression): Place

  typeOf(expression: Expression): Type {
    return this.func.inference.typeOf(expression)
  }

  /** What it is where it stands: after a coercion. */
  finalType(expression: Expression): Type {
    return known(this.func.inference.coercionOf(expression) ?? this.typeOf(expression))
  }

  localPlace(local: Local): Place {
    return { kind: 'frame', offset: this.offsets.get(local) ?? 0 }
  }

  /** Room for a value of a type in the frame. */
  temporary(type: Type): Place {
    return { kind: 'frame', offset: this.code.room(Math.max(sizeOf(type), 8)) }
  }

  behind(pointer: number, offset = 0): Place {
    return { kind: 'behind', pointer, offset }
  }

  storeValue(target: Place, type: Type): void {
    this.code.store(target, sizeOf(type))
  }

  // ── Panics ──

  /** Jumps to a panic if the condition holds. */
  panicIf(condition: string, place: Span, message: string, isFatal = false): void {
    const label = this.code.aside(() => this.panicText(place, `${message}\n`, isFatal))
    this.code.emit(`${condition} ${label}`)
  }

  panicText(place: Span, message: string, isFatal = false): void {
    this.code.text(`${this.panicHead(place)}${message}`)
    this.code.call(isFatal ? 'panic.abort' : 'panic.text')
  }

  panicHead({ from }: Span): string {
    let low = 0
    let high = this.lineStarts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.lineStarts[middle] ?? 0) <= from) low = middle
      else high = middle - 1
    }
    return `\nthread 'main' panicked at src/main.rs:${low + 1}:${from - (this.lineStarts[low] ?? 0) + 1}:\n`
  }

  // ── Heap memory that is owned ──

  /** Gives back what a value owns; a box that was moved away is zero. */
  drop(place: Place, type: Type): void {
    const found = known(type)
    if (!needsDrop(found)) return
    const { code } = this
    if (found.kind === 'box') {
      const label = code.label()
      code.within(() => {
        code.load(place, found)
        code.emit('test rax, rax')
        code.emit(`jz ${label}`)
        const pointer = code.keep()
        this.drop(this.behind(pointer), found.target)
        code.emit(`mov rdi, ${frame(pointer)}`)
        code.emit(`mov rsi, ${sizeOf(found.target)}`)
        code.call('heap.free', 'Give the memory back')
      })
      return code.mark(label)
    }
    this.eachOwner(place, found, (part, partType) => this.drop(part, partType))
  }

  /** Marks what was moved away: its boxes become zero, so that nobody gives their memory back here. */
  forget(place: Place, type: Type): void {
    const found = known(type)
    if (!needsDrop(found)) return
    if (found.kind === 'box') return this.code.emit(`mov qword ${this.code.operand(place)}, 0`, 'Moved away')
    this.eachOwner(place, found, (part, partType) => this.forget(part, partType))
  }

  /** Room for a value of a type that is kept until the block ends. */
  lastingTemporary(type: Type): Place {
    return { kind: 'frame', offset: this.code.lastingRoom(Math.max(sizeOf(type), 8)) }
  }

  /** Room for a value that has no name and owns heap memory: it is given back when the statement ends. */
  ownedTemporary(type: Type): Place {
    const place = this.lastingTemporary(type)
    this.scopes.at(-1)?.push({ place, type: known(type) })
    return place
  }

  /** Makes room for what lives as long as the block that is being lowered. */
  extend({ expression, isConditional }: ExtendedTemporary): void {
    const type = this.finalType(expression)
    const place = this.lastingTemporary(type)
    const owner = { place, type: known(type) }
    const mayBeMissing = isConditional && needsDrop(type)
    if (mayBeMissing) {
      this.forget(place, type)
      this.names.push(owner)
    }
    this.extended.set(expression, { place, owners: mayBeMissing ? undefined : this.names })
  }

  /**
   * Lowers a statement, or what is not executed with every statement that it is part of: what was made for it without a
   * name is given back behind it.
   * @param keepsValue RAX is what comes of it
   */
  withTemporaries(lowering: () => void, keepsValue = false): void {
    const scope: Owner[] = []
    this.scopes.push(scope)
    lowering()
    if (scope.length > 0) {
      const value = keepsValue ? this.code.keep() : undefined
      this.dropScopes(this.scopes.length - 1)
      if (value !== undefined) this.code.emit(`mov rax, ${frame(value)}`)
    }
    this.scopes.pop()
  }

  private eachOwner(place: Place, type: Type, action: (part: Place, type: Type) => void): void {
    if (type.kind === 'array') {
      const size = sizeOf(type.element)
      for (let index = 0; index < type.length; index++) action(shifted(place, index * size), type.element)
    } else if (type.kind === 'tuple' || type.kind === 'struct') {
      const types = type.kind === 'tuple' ? type.elements : type.fields.map((field) => field.type)
      const offsets = offsetsOf(type)
      types.forEach((each, index) => action(shifted(place, offsets[index] ?? 0), each))
    }
  }

  declareOwner(local: Local): void {
    const type = this.localType(local)
    if (needsDrop(type)) this.names.push({ place: this.localPlace(local), type })
  }

  localType(local: Local): Type {
    return known(this.func.inference.typeOfLocal(local))
  }

  /** Leaves all blocks that were entered since; they stay open for the code that follows. */
  dropScopes(from: number): void {
    for (const scope of this.scopes.slice(from).toReversed())
      for (const { place, type } of scope.toReversed()) this.drop(place, type)
  }

  isScalar(type: Type): boolean {
    return isScalar(type)
  }
}
