import { offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { isScalar, isWide, known, type Type } from '../3-check/types.ts'
import type { Operand, Rvalue } from '../4-mir/mir.ts'
import { compute } from './computations.ts'
import { atLabel, shifted, widthOf, type Address } from './code.ts'
import { partTypes } from './compare-values.ts'
import { bitsIn } from './floats.ts'
import { constantLabel, constantValue } from './constants.ts'
import type { Generation } from './generation.ts'
import { immediate, named, type Width } from './instruction.ts'
import { constantOf, discard, discardValue, evaluate, wideValue, type Wide } from './operands.ts'
import { addressOf } from './places.ts'
import { NO_EFFECTS } from './effects.ts'
import { storeTag } from './enums.ts'
import type { Check } from './steps.ts'

/** More is copied by one instruction that repeats itself. */
const MOST_COPIED_BY_MOVES = 64

/** Puts a value at an address, which is given back. */
export function store(
  gen: Generation,
  address: Address,
  value: Rvalue,
  checks: readonly Check[],
  type: Type,
): void {
  if (sizeOf(type) === 0) {
    const effects = { ...NO_EFFECTS, panics: checks.length > 0 }
    discardValue(gen, { value, checks, type, effects, span: gen.code.span })
  } else if (isScalar(type)) storeScalar(gen, address, value, checks, type)
  else if (isWide(type)) storeWide(gen, address, wideValue(gen, value))
  else storeAggregate(gen, address, value, type)
  gen.code.releaseAddress(address)
}

function storeScalar(
  gen: Generation,
  address: Address,
  value: Rvalue,
  checks: readonly Check[],
  type: Type,
): void {
  const { code } = gen
  const width = widthOf(type)
  const number = value.kind === 'use' ? constantOf(gen, value.operand) : undefined
  if (value.kind === 'use' && number !== undefined && isCarried(number, width)) {
    discard(gen, value.operand)
    return code.storeNumber(address, pattern(number, width), width)
  }
  const held = compute(gen, value, checks, type)
  code.store(address, code.operand(held, width), width)
  code.release(held)
}

/** An instruction carries up to 32 bits, which a 64-bit store extends by their sign. */
function isCarried(value: bigint, width: Width): boolean {
  return width < 8 || BigInt.asIntN(32, BigInt.asIntN(64, value)) === BigInt.asIntN(64, value)
}

/** Up to 32 bits read without a sign; 64 bits are the sign-extended number. */
function pattern(value: bigint, width: Width): bigint {
  return width < 8 ? BigInt.asUintN(8 * width, value) : BigInt.asIntN(64, value)
}

/** Pointer first, then what goes with it. */
function storeWide(gen: Generation, address: Address, wide: Wide): void {
  const { code } = gen
  const pointer = wide.pointer()
  code.store(address, code.operand(pointer), 8)
  code.release(pointer)
  const length = wide.lengthSource()
  if (length.kind === 'number') code.storeNumber(shifted(address, 8), length.value!, 8)
  else {
    const held = code.take(8)
    code.emit('mov', [code.operand(held), length.operand()])
    length.release()
    code.store(shifted(address, 8), code.operand(held), 8)
    code.release(held)
  }
}

function storeAggregate(gen: Generation, address: Address, value: Rvalue, type: Type): void {
  switch (value.kind) {
    case 'use':
      return storeOperand(gen, address, value.operand, type)
    case 'aggregate':
      return storeConstructed(gen, address, value)
    case 'repeat':
      return storeRepeated(gen, address, value.operand, value.count)
    default:
      throw new Error(`a ${value.kind} of ${sizeOf(type)} bytes`)
  }
}

/** Without giving back the address. */
function storeOperand(gen: Generation, address: Address, operand: Operand, type: Type): void {
  if (sizeOf(type) === 0) return discard(gen, operand)
  if (isScalar(type)) return storeScalar(gen, address, { kind: 'use', operand }, [], type)
  if (isWide(type)) return storeWide(gen, address, wideValue(gen, { kind: 'use', operand }))
  const value = constantValue(gen, operand)
  if (value !== undefined) {
    const from = atLabel(constantLabel(gen, value, type))
    return copy(gen, from, address, sizeOf(type))
  }
  if (operand.kind === 'constant') throw new Error(`a constant ${operand.constant.kind}`)
  const { local, projection } = operand.place
  const state = projection.length === 0 && gen.isFleeting(local) ? gen.fleeting.get(local) : undefined
  if (state?.kind === 'pending' && gen.temporaries.usesLeft[local] === 1) {
    gen.look(local)
    return storeAggregate(gen, address, state.value, type)
  }
  copy(gen, addressOf(gen, operand.place, operand.span), address, sizeOf(type))
}

/** Of an enum, the parts of its variant, and what says which it is. */
function storeConstructed(
  gen: Generation,
  address: Address,
  { type, variant, operands }: Rvalue & { kind: 'aggregate' },
): void {
  const found = known(type)
  if (found.kind !== 'enum') return storeParts(gen, address, operands, found)
  storeParts(gen, address, operands, { kind: 'variant', of: found, index: variant ?? 0 })
  storeTag(gen, address, found, variant ?? 0)
}

function storeParts(gen: Generation, address: Address, operands: readonly Operand[], type: Type): void {
  const offsets =
    type.kind === 'array' ? operands.map((_, index) => index * sizeOf(type.element)) : offsetsOf(type)
  const types = type.kind === 'array' ? operands.map(() => type.element) : partTypes(type)
  operands.forEach((operand, index) =>
    storeOperand(gen, shifted(address, offsets[index] ?? 0), operand, known(types[index]!)),
  )
}

/** The element is computed once, and copied to every place. */
function storeRepeated(gen: Generation, address: Address, operand: Operand, count: number): void {
  const { code } = gen
  const type = gen.typeOf(operand)
  const size = sizeOf(type)
  if (size === 0 || count === 0) return discard(gen, operand)
  if (isScalar(type)) {
    const found = evaluate(gen, operand, 'rax')
    const value = type.kind === 'float' ? bitsIn(gen, found, 'rax') : found
    code.moveTo(value, 'rax')
    const target = pointerTo(gen, address, 'rdi')
    const counter = code.takeRegister('rcx', 4)
    code.emit('mov', [code.operand(counter), immediate(count)], `${count} times`)
    code.emit(`rep stos${{ 1: 'b', 2: 'w', 4: 'd', 8: 'q' }[widthOf(type)]}`)
    for (const held of [value, target, counter]) code.release(held)
    return
  }
  storeOperand(gen, address, operand, type)
  if (count === 1) return
  // What is there is copied on, byte after byte, into what follows it.
  const source = pointerTo(gen, address, 'rsi')
  const target = pointerTo(gen, shifted(address, size), 'rdi')
  repeatMove(gen, size * (count - 1))
  code.release(source)
  code.release(target)
}

/** A pointer of its own; the address is still needed. */
function pointerTo(gen: Generation, address: Address, register: 'rsi' | 'rdi') {
  const { code } = gen
  const held = code.takeRegister(register, 8)
  code.emit('lea', [named(register), code.memory(address)])
  return held
}

function repeatMove(gen: Generation, size: number): void {
  const { code } = gen
  const counter = code.takeRegister('rcx', 4)
  code.emit('mov', [code.operand(counter), immediate(size)], `${size} bytes`)
  code.emit('rep movsb', [], 'Copy them')
  code.release(counter)
}

/** Copies bytes; the address they come from is given back. */
export function copy(gen: Generation, from: Address, to: Address, size: number): void {
  const { code } = gen
  if (size > MOST_COPIED_BY_MOVES) {
    const source = pointerTo(gen, from, 'rsi')
    code.releaseAddress(from)
    const target = pointerTo(gen, to, 'rdi')
    repeatMove(gen, size)
    code.release(source)
    code.release(target)
    return
  }
  for (let at = 0; at < size;) {
    const step = ([8, 4, 2, 1] as const).find((each) => each <= size - at)!
    const held = code.take(step)
    code.emit('mov', [code.operand(held), code.memory(shifted(from, at))])
    code.emit('mov', [code.memory(shifted(to, at)), code.operand(held)])
    code.release(held)
    at += step
  }
  code.releaseAddress(from)
}
