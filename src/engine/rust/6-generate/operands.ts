import { sizeOf } from '../3-check/type-layout.ts'
import { isScalar, isWide, known, type Type } from '../3-check/types.ts'
import type { Operand, Place, Projection, Rvalue } from '../4-mir/mir.ts'
import {
  atLabel,
  bytesText,
  inFrame,
  placeText,
  registerFor,
  shifted,
  widthOf,
  type Address,
  type Held,
} from './code.ts'
import { constantLabel, constantValue, promotedLabel, referentLabel, referentOf } from './constants.ts'
import type { Generation, Pending } from './generation.ts'
import { immediate, type Operand as Written, type Width } from './instruction.ts'
import { part, type RegisterName } from './registers.ts'

/** Computes a value that fits a register into one of its own. */
export function evaluate(gen: Generation, operand: Operand, preferred?: RegisterName): Held {
  if (operand.kind === 'constant') return constantHeld(gen, operand, preferred)
  const { local, projection } = operand.place
  if (isResult(gen, operand.place)) return evaluateLocal(gen, local, preferred)
  if (projection.length === 0 && gen.isFleeting(local)) return evaluateLocal(gen, local, preferred)
  const type = gen.placeType(operand.place)
  if (sizeOf(type) === 0) {
    discardPlace(gen, operand.place)
    return gen.code.take(1, preferred)
  }
  const address = gen.around.make.addressOf(gen, operand.place, operand.span)
  return gen.code.load(address, widthOf(type), registerFor(type, preferred))
}

/** The result of arithmetic that is checked: the first part of a pair. */
function isResult(gen: Generation, { local, projection }: Place): boolean {
  return projection.length > 0 && gen.pairs.has(local)
}

function constantHeld(
  gen: Generation,
  operand: Operand & { kind: 'constant' },
  preferred?: RegisterName,
): Held {
  const { constant, type } = operand
  const value = constantValue(gen, operand)
  if (typeof value === 'bigint' && known(type).kind === 'float')
    return floatConstant(gen, value, type, preferred)
  if (typeof value === 'bigint') return gen.code.number(value, widthOf(type), preferred)
  const label =
    constant.kind === 'static'
      ? gen.around.staticLabel(constant.item)
      : constant.kind === 'promoted'
        ? promotedLabel(gen, constant.value, type)
        : constant.kind === 'function'
          ? constant.callee.label
          : referentLabel(gen, value)
  if (label === undefined) throw new Error(`a constant ${constant.kind} in a register`)
  return gen.code.addressInRegister(atLabel(label), preferred)
}

/** A local in a register of its own, which may be changed. */
export function evaluateLocal(gen: Generation, local: number, preferred?: RegisterName): Held {
  const { code } = gen
  const held = observeLocal(gen, local, preferred)
  if (!code.isKept(held)) return held
  return code.copyOf(held, preferred)
}

/** A local in a register that is only looked at. */
export function observeLocal(gen: Generation, local: number, preferred?: RegisterName): Held {
  const { code } = gen
  const type = gen.localType(local)
  const register = registerFor(type, preferred)
  if (!gen.isFleeting(local))
    return code.load(gen.around.make.addressOf(gen, { local, projection: [] }), widthOf(type), register)
  const state = gen.fleeting.get(local)
  if (!state) throw new Error(`_${local} of ${gen.body.label} has no value`)
  if (state.kind === 'pending' && gen.temporaries.usesLeft[local]! > 1 && !gen.isFixed(state))
    settle(gen, local)
  const settled = gen.fleeting.get(local)!
  gen.look(local)
  if (settled.kind === 'pending') return computed(gen, settled, preferred)
  if (settled.kind === 'slot') return code.load(inFrame(settled.offset), widthOf(type), register)
  return settled.held
}

/** An operand in a register that is only looked at. */
function observe(gen: Generation, operand: Operand, preferred?: RegisterName): Held {
  if (operand.kind !== 'constant') {
    const { local, projection } = operand.place
    if (projection.length === 0 || gen.pairs.has(local)) return observeLocal(gen, local, preferred)
  }
  return evaluate(gen, operand, preferred)
}

function computed(gen: Generation, { value, checks, type, span }: Pending, preferred?: RegisterName): Held {
  const outer = gen.code.span
  gen.code.span = span
  const held = gen.around.make.compute(gen, value, checks, type, preferred)
  gen.code.span = outer
  return held
}

/** Computes a pending value now: what it depends on is about to change, or it is needed more than once. */
export function settle(gen: Generation, local: number): void {
  const state = gen.fleeting.get(local)
  if (state?.kind !== 'pending') return
  const { type } = state
  if (sizeOf(type) > 0 && isScalar(type)) {
    gen.hold(local, computed(gen, state))
    return
  }
  const offset = gen.code.room(sizeOf(type))
  gen.fleeting.set(local, { kind: 'slot', offset })
  gen.around.make.store(gen, inFrame(offset), state.value, state.checks, type)
}

/** A local that lies nowhere, in the frame. @returns where */
export function takeLocal(gen: Generation, local: number): { readonly offset: number } {
  const { code } = gen
  let state = gen.fleeting.get(local)
  if (!state) throw new Error(`_${local} of ${gen.body.label} has no value`)
  if (state.kind === 'pending' && isScalar(state.type) && sizeOf(state.type) > 0) {
    settle(gen, local)
    state = gen.fleeting.get(local)!
  } else settle(gen, local)
  if (state.kind === 'held') {
    const { held } = state
    code.giveUp(held)
    const offset = code.room(8)
    code.store(inFrame(offset), code.operand(held), held.width)
    code.release(held)
    gen.fleeting.set(local, { kind: 'slot', offset })
  }
  const found = gen.fleeting.get(local)
  if (found?.kind !== 'slot') throw new Error(`_${local} lies nowhere`)
  gen.look(local)
  return found
}

// ── What an instruction takes as its second operand ──

/** A constant, a place in memory or a register: whatever an instruction can carry. */
export interface Source {
  readonly width: Width
  /** As a comment names it. */
  readonly text: string
  readonly kind: 'number' | 'memory' | 'register'
  readonly value: bigint | undefined
  /** Only valid at once. @param isSized where no other operand tells the width */
  operand(isSized?: boolean): Written
  release(): void
}

export function sourceOf(gen: Generation, operand: Operand, preferred?: RegisterName): Source {
  const type = gen.typeOf(operand)
  const width = widthOf(type)
  const value = constantOf(gen, operand)
  if (operand.kind === 'constant' && value === undefined && known(type).kind === 'float') {
    const bits = constantValue(gen, operand) as bigint
    return memorySource(gen, atLabel(constantLabel(gen, bits, type)), width)
  }
  if (value !== undefined) {
    const number = width < 8 ? value : BigInt.asIntN(64, value)
    if (width < 8 || BigInt.asIntN(32, number) === number) {
      discard(gen, operand)
      return numberSource(number, width)
    }
  }
  const place = placeBehind(gen, operand)
  if (place) return memorySource(gen, gen.around.make.addressOf(gen, place.place, place.span), width)
  return heldSource(gen, observe(gen, operand, preferred))
}

function numberSource(value: bigint, width: Width): Source {
  const operand = () => immediate(value)
  return { kind: 'number', value, width, text: `${value}`, operand, release: () => {} }
}

function memorySource({ code }: Generation, address: Address, width: Width): Source {
  const isVariable = address.base === 'frame' && !address.index
  return {
    kind: 'memory',
    value: undefined,
    width,
    text: isVariable ? `the ${bytesText(width)} at ${placeText(address)}` : `${bytesText(width)} of memory`,
    operand: (isSized) => code.memory(address, isSized ? width : undefined),
    release: () => code.releaseAddress(address),
  }
}

export function heldSource({ code }: Generation, held: Held): Source {
  return {
    kind: 'register',
    value: undefined,
    width: held.width,
    text: '',
    operand: () => code.operand(held),
    release: () => code.release(held),
  }
}

/** Instructions carry no floating-point numbers: all but zero lie in memory. */
function floatConstant(gen: Generation, bits: bigint, type: Type, preferred?: RegisterName): Held {
  const { code } = gen
  const register = registerFor(type, preferred)
  if (bits !== 0n) return code.load(atLabel(constantLabel(gen, bits, type)), widthOf(type), register)
  const held = code.take(widthOf(type), register)
  code.emit('xorps', [code.operand(held), code.operand(held)], 'Zero')
  return held
}

/** The number that an operand is, if nothing has to be computed for it. */
export function constantOf(gen: Generation, operand: Operand): bigint | undefined {
  if (operand.kind === 'constant') {
    const value = constantValue(gen, operand)
    return typeof value === 'bigint' && known(operand.type).kind !== 'float' ? value : undefined
  }
  const { local, projection } = operand.place
  const state = projection.length === 0 ? gen.fleeting.get(local) : undefined
  if (state?.kind !== 'pending' || state.value.kind !== 'use') return undefined
  return constantOf(gen, state.value.operand)
}

/** The place that an operand is a copy of, if it can be looked at where it is. It is then used up. */
function placeBehind(
  gen: Generation,
  operand: Operand,
): { place: Place; span: Generation['code']['span'] } | undefined {
  if (operand.kind === 'constant' || isResult(gen, operand.place)) return undefined
  const { local, projection } = operand.place
  if (projection.length > 0 || !gen.isFleeting(local)) return { place: operand.place, span: operand.span }
  const state = gen.fleeting.get(local)
  if (state?.kind !== 'pending' || state.value.kind !== 'use' || gen.temporaries.usesLeft[local] !== 1)
    return undefined
  const inner = placeBehind(gen, state.value.operand)
  if (inner) gen.look(local)
  return inner
}

/** Nothing comes of an operand but what goes wrong with it. */
export function discard(gen: Generation, operand: Operand): void {
  if (operand.kind !== 'constant') discardPlace(gen, operand.place)
}

function discardPlace(gen: Generation, { local, projection }: Place): void {
  for (const part of projection)
    if (part.kind === 'index') discardPlace(gen, { local: part.local, projection: [] })
  if (!gen.isFleeting(local)) return
  const state = gen.fleeting.get(local)
  const isLast = gen.look(local)
  if (!state || !isLast) return
  if (state.kind === 'held') gen.code.release(state.held)
  if (state.kind === 'pending') discardValue(gen, state)
}

export function discardValue(
  gen: Generation,
  { value, checks, type, effects }: Omit<Pending, 'kind' | 'isNested'>,
): void {
  if (effects.panics && sizeOf(type) > 0 && isScalar(type))
    return gen.code.release(gen.around.make.compute(gen, value, checks, type))
  if ('place' in value) discardPlace(gen, value.place)
  if (value.kind === 'binary') [value.left, value.right].forEach((each) => discard(gen, each))
  else if (value.kind === 'aggregate') value.operands.forEach((each) => discard(gen, each))
  else if ('operand' in value) discard(gen, value.operand)
}

/** Where an operand is now, without taking it from there. It counts as looked at. */
export function peek(gen: Generation, operand: Operand): { readonly operand: Written; release(): void } {
  const { code } = gen
  const local = operand.kind === 'constant' || operand.place.projection.length > 0 ? -1 : operand.place.local
  const state = gen.fleeting.get(local)
  if (state?.kind === 'held') {
    const written = code.source(state.held)
    const isLast = gen.look(local)
    return { operand: written, release: () => isLast && code.release(state.held) }
  }
  const source = sourceOf(gen, operand)
  return { operand: source.operand(), release: () => source.release() }
}

/** Two numbers into RDX and RCX, wherever they are. */
export function passPair(code: Generation['code'], first: Written, second: Written): void {
  const isIn = (operand: Written, name: string) => operand.kind === 'register' && operand.name === name
  const [rdx, rcx] = [part('rdx', 8), part('rcx', 8)]
  if (isIn(second, 'rdx')) {
    if (isIn(first, 'rcx')) return code.emit('xchg', [rdx, rcx])
    code.emit('mov', [rcx, rdx])
    return code.emit('mov', [rdx, first])
  }
  if (!isIn(first, 'rdx')) code.emit('mov', [rdx, first])
  if (!isIn(second, 'rcx')) code.emit('mov', [rcx, second])
}

// ── Pointers with a length ──

/** A pointer and what goes with it, each of which is taken once. */
export interface Wide {
  pointer(preferred?: RegisterName): Held
  length(preferred?: RegisterName): Held
  /** Without a register where it need not be in one. */
  lengthSource(): Source
  skipPointer(): void
}

export function wideOf(gen: Generation, operand: Operand): Wide {
  if (operand.kind === 'constant') return wideConstant(gen, operand)
  const { local, projection } = operand.place
  const state = projection.length === 0 && gen.isFleeting(local) ? gen.fleeting.get(local) : undefined
  if (state?.kind !== 'pending')
    return wideAt(gen, gen.around.make.addressOf(gen, operand.place, operand.span))
  if (gen.temporaries.usesLeft[local]! > 1) return wideAt(gen, inFrame(takeLocal(gen, local).offset))
  gen.look(local)
  return wideValue(gen, state.value)
}

function wideAt(gen: Generation, address: Address): Wide {
  const { code } = gen
  const base = address.index ? code.withoutIndex(address) : address
  let isPending = 2
  /** The registers are needed until both parts are taken. */
  const taken = (at: number, preferred?: RegisterName): Held => {
    const isLast = --isPending === 0
    const operand = code.memory(shifted(base, at))
    if (isLast) code.releaseAddress(base)
    const held = code.take(8, preferred)
    code.emit('mov', [code.operand(held), operand])
    return held
  }
  const skip = () => {
    if (--isPending === 0) code.releaseAddress(base)
  }
  return {
    pointer: (preferred) => taken(0, preferred),
    length: (preferred) => taken(8, preferred),
    skipPointer: skip,
    lengthSource: () => {
      isPending--
      return memorySource(gen, shifted(base, 8), 8)
    },
  }
}

function wideConstant(gen: Generation, operand: Operand & { kind: 'constant' }): Wide {
  const { constant, type } = operand
  if (constant.kind === 'text') {
    const { label, byteCount } = gen.code.data.text(constant.text)
    return fixedWide(gen, label, byteCount)
  }
  const target = known(type.kind === 'reference' || type.kind === 'pointer' ? type.target : type)
  const value = constantValue(gen, operand)
  if (typeof value === 'object' && 'text' in value) {
    const { label, byteCount } = gen.code.data.text(value.text)
    return fixedWide(gen, label, byteCount)
  }
  const referent = constant.kind === 'promoted' ? constant.value : referentOf(value)?.referent
  if (referent !== undefined) {
    const length = Array.isArray(referent) ? referent.length : 0
    const array: Type = target.kind === 'slice' ? { kind: 'array', element: target.element, length } : target
    return fixedWide(gen, constantLabel(gen, referent, array), length)
  }
  throw new Error(`a constant ${constant.kind} with a length`)
}

function fixedWide(gen: Generation, label: string, length: number): Wide {
  return {
    pointer: (preferred) => gen.code.addressInRegister(atLabel(label), preferred),
    length: (preferred) => gen.code.number(BigInt(length), 8, preferred),
    lengthSource: () => numberSource(BigInt(length), 8),
    skipPointer: () => {},
  }
}

/** Of a value that is not yet computed. */
export function wideValue(gen: Generation, value: Rvalue): Wide {
  switch (value.kind) {
    case 'use':
      return wideOf(gen, value.operand)
    case 'cast': {
      const from = gen.typeOf(value.operand)
      if (isWide(from)) return wideOf(gen, value.operand)
      return unsized(gen, value.operand, from, known(value.type))
    }
    case 'ref':
    case 'raw':
      return lent(gen, value.place)
    default:
      throw new Error(`a ${value.kind} with a length`)
  }
}

/** A reference to an array as one to a slice. */
function unsized(gen: Generation, operand: Operand, from: Type, to: Type): Wide {
  const [array, target] = [from, to].map((type) =>
    type.kind === 'reference' || type.kind === 'pointer' || type.kind === 'box' ? known(type.target) : type,
  ) as [Type, Type]
  if (target.kind === 'dyn') {
    const table = (preferred?: RegisterName) =>
      gen.code.addressInRegister(atLabel(gen.around.vtableFor(array, target)), preferred)
    return {
      pointer: (preferred) => evaluate(gen, operand, preferred),
      length: table,
      lengthSource: () => heldSource(gen, table()),
      skipPointer: () => discard(gen, operand),
    }
  }
  const length = BigInt(array.kind === 'array' ? array.length : 0)
  return {
    pointer: (preferred) => evaluate(gen, operand, preferred),
    length: (preferred) => gen.code.number(length, 8, preferred),
    lengthSource: () => numberSource(length, 8),
    skipPointer: () => discard(gen, operand),
  }
}

/** `&*slice`: what the pointer is, that it goes through. */
export function lent(gen: Generation, place: Place): Wide {
  const last = place.projection.at(-1)
  const pointer: Place = { local: place.local, projection: place.projection.slice(0, -1) }
  if (last?.kind === 'subslice') return shortened(gen, lent(gen, pointer), last)
  if (last?.kind !== 'deref') throw new Error('a slice that no pointer leads to')
  return wideOf(gen, { kind: 'copy', place: pointer, span: gen.code.span })
}

/** Without so many elements at either end. */
function shortened(gen: Generation, wide: Wide, { from, to, type }: Projection & { kind: 'subslice' }): Wide {
  const { code } = gen
  const by = (operation: 'add' | 'sub', held: Held, amount: number): Held => {
    if (amount > 0) code.emit(operation, [code.operand(held), immediate(amount)])
    return held
  }
  const size = type.kind === 'slice' ? sizeOf(type.element) : 1
  const length = (preferred?: RegisterName) => by('sub', wide.length(preferred), from + to)
  return {
    pointer: (preferred) => by('add', wide.pointer(preferred), from * size),
    length,
    lengthSource: () => heldSource(gen, length()),
    skipPointer: wide.skipPointer,
  }
}
