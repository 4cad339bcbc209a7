import { FIRST_PID } from '../../units.ts'
import type { ConstantItem, Span } from '../1-parse/syntax.ts'
import type { Value as ConstantValue } from '../3-check/evaluate.ts'
import { known, type DynType, type Type } from '../3-check/types.ts'
import { typeOfPlace, type MirBody, type Operand, type Place, type Rvalue } from '../4-mir/mir.ts'
import type { Code, Held } from './code.ts'
import type { compute } from './computations.ts'
import type { Effects } from './effects.ts'
import type { Work } from './glue.ts'
import type { LandingPads } from './landing-pads.ts'
import type { addressOf } from './places.ts'
import type { Check } from './steps.ts'
import type { store } from './stores.ts'
import type { Temporaries } from './temporaries.ts'

/**
 * Operands are made of computations, places and stores, which are made of operands again. Files may not know each other
 * in a circle, so what leads back is handed to operands by generate.ts, which knows them all.
 */
interface Makers {
  readonly compute: typeof compute
  readonly addressOf: typeof addressOf
  readonly store: typeof store
}

/** What functions need to know of the program around them. */
export interface Surroundings {
  readonly make: Makers
  /** Of a static's bytes. */
  staticLabel(item: ConstantItem): string
  valueOf(item: ConstantItem): ConstantValue
  /** It is the library’s text, whose pointers are known to lead somewhere. */
  readonly isTrusted: boolean
  /** It may run while a value is formatted. */
  isInsideFormatting(label: string): boolean
  /** Something is printed with `{:#?}`, over several lines. */
  readonly hasLines: boolean
  /** `src/main.rs:3:5`. */
  placeText(span: Span): string
  /** The label of what `impl Drop` asks to be done with a value of a type. */
  destructorOf(type: Type): string | undefined
  /** The label of the method that an `impl` of one of the library's traits gives to a type. */
  methodOf(type: Type, trait: string, method: string): string | undefined
  /** The label of the table by which a value of a type is known as a `dyn`. */
  vtableFor(type: Type, of: DynType): string
  /** Which of the methods of a `dyn` is this one. */
  slotOf(of: DynType, trait: string, method: string): number | undefined
  /** The label of a routine for all values of a type. */
  routineFor(type: Type, work: Work): string
}

/** Where a local lies: in the frame, or where a pointer kept in the frame says. Both as distances from RBP. */
export type Home = { readonly kind: 'frame' | 'behind'; readonly offset: number }

/** A value that is computed when it is needed. */
export interface Pending {
  readonly kind: 'pending'
  readonly value: Rvalue
  readonly checks: readonly Check[]
  readonly effects: Effects
  readonly type: Type
  readonly span: Span
  /** Another pending value is made of it. */
  isNested: boolean
}

/** What has become of a local that lies nowhere: it waits to be computed, is in a register, or for a while in the frame. */
type Fleeting =
  | Pending
  | { readonly kind: 'held'; readonly held: Held }
  | { readonly kind: 'slot'; readonly offset: number }

/** What every part of generating a function works on. */
export class Generation {
  readonly body: Omit<MirBody, 'item'>
  readonly code: Code
  readonly around: Surroundings
  readonly temporaries: Temporaries
  readonly homes: ReadonlyMap<number, Home>
  /** Locals that something refers to. */
  readonly referredTo: ReadonlySet<number>
  readonly fleeting = new Map<number, Fleeting>()
  /** Where panics go on; a routine of the compiler's own sees to that itself. */
  pads: LandingPads | undefined
  /** Those that are results of checked arithmetic: pairs, of which only the number is ever looked at. */
  readonly pairs = new Set<number>()
  /** Room that is given back when the step is done. */
  private readonly expired: number[] = []

  constructor(
    body: Omit<MirBody, 'item'>,
    code: Code,
    around: Surroundings,
    { temporaries, homes, referredTo }: Pick<Generation, 'temporaries' | 'homes' | 'referredTo'>,
  ) {
    this.body = body
    this.code = code
    this.around = around
    this.temporaries = temporaries
    this.homes = homes
    this.referredTo = referredTo
  }

  /** For a routine of the compiler's own, which has no variables. */
  static forRoutine(code: Code, around: Surroundings): Generation {
    const body = { label: '', locals: [], parameterCount: 0, scopes: [], blocks: [] }
    const temporaries = { isFleeting: () => false, hasStorage: () => false, usesLeft: new Int32Array(0) }
    return new Generation(body, code, around, { temporaries, homes: new Map(), referredTo: new Set() })
  }

  typeOf(operand: Operand): Type {
    return operand.kind === 'constant' ? known(operand.type) : this.placeType(operand.place)
  }

  placeType(place: Place): Type {
    return typeOfPlace(this.body, place)
  }

  localType(local: number): Type {
    return known(this.body.locals[local]!.type)
  }

  isFleeting(local: number): boolean {
    return this.temporaries.isFleeting(local)
  }

  /** It costs nothing to find it again: it is a constant, or where a variable lies. */
  isFixed({ value }: Pending): boolean {
    if (value.kind === 'use') return value.operand.kind === 'constant'
    if (value.kind !== 'ref' && value.kind !== 'raw') return false
    const { local, projection } = value.place
    return !this.isFleeting(local) && projection.every(({ kind }) => kind === 'field' || kind === 'downcast')
  }

  /** One look at a local less is to come. @returns whether it was the last */
  look(local: number): boolean {
    const isLast = --this.temporaries.usesLeft[local]! <= 0
    const state = this.fleeting.get(local)
    if (isLast && state) {
      this.fleeting.delete(local)
      if (state.kind === 'held') this.code.giveUp(state.held)
      if (state.kind === 'slot') this.expired.push(state.offset)
    }
    return isLast
  }

  /** It is in a register, until it was looked at for the last time. */
  hold(local: number, held: Held): void {
    this.fleeting.set(local, { kind: 'held', held })
    this.code.keep(held)
  }

  endStep(): void {
    for (const offset of this.expired.splice(0)) this.code.giveBack(offset)
  }

  /** Room for a value that is needed within this step only. */
  stepRoom(size: number): number {
    const offset = this.code.room(size)
    this.expired.push(offset)
    return offset
  }

  // ── Panics ──

  /** Jumps to a panic if the condition holds. */
  panicIf(jump: string, { text, unwinding, from, to }: Check, comment = ''): void {
    const label = this.code.aside(() => {
      this.pads?.lead(unwinding)
      this.panic({ from, to }, text)
    })
    this.code.jump(jump, label, comment)
  }

  panic(span: Span, message: string): void {
    this.code.text(`${this.panicHead(span)}${message}\n`)
    this.code.call('panic.text')
  }

  panicHead(span: Span): string {
    return `\nthread 'main' (${FIRST_PID}) panicked at ${this.around.placeText(span)}:\n`
  }
}
