/** Floating-point numbers, by the scalar instructions of SSE2; what these lack (`%`), by the older unit. */
import { isSigned, type Type } from '../3-check/types.ts'
import type { BinaryOperator, Operand, Rvalue } from '../4-mir/mir.ts'
import { atLabel, inFrame, registerFor, widthOf, type Held } from './code.ts'
import { constantLabel } from './constants.ts'
import { bitsOfFloat } from '../3-check/floats.ts'
import type { Generation } from './generation.ts'
import { frame, immediate, named, type Width } from './instruction.ts'
import { evaluate, sourceOf } from './operands.ts'
import type { RegisterName } from './registers.ts'

type FloatType = Type & { readonly kind: 'float' }
type IntegerType = Type & { readonly kind: 'integer' }

const MNEMONICS: Readonly<Partial<Record<BinaryOperator, readonly [mnemonic: string, verb: string]>>> = {
  Add: ['add', 'Add'],
  Sub: ['sub', 'Subtract'],
  Mul: ['mul', 'Multiply by'],
  Div: ['div', 'Divide by'],
}

const suffixOf = (width: Width) => (width === 4 ? 'ss' : 'sd')

export function calculateFloat(
  gen: Generation,
  { operator, left, right }: Rvalue & { kind: 'binary' },
  preferred?: RegisterName,
): Held {
  const { code } = gen
  const type = gen.typeOf(left)
  if (operator === 'Rem') return remainder(gen, left, right, type)
  const target = evaluate(gen, left, registerFor(type, preferred))
  const source = sourceOf(gen, right)
  const [mnemonic, verb] = MNEMONICS[operator]!
  const operand = source.operand()
  const what = operand.kind === 'register' ? operand.name.toUpperCase() : source.text
  code.emit(`${mnemonic}${suffixOf(target.width)}`, [code.operand(target), operand], `${verb} ${what}`)
  source.release()
  return target
}

/** What is left of a division is exact. It is found in steps, each of which may not be the last. */
function remainder(gen: Generation, left: Operand, right: Operand, type: Type): Held {
  const { code } = gen
  const width = widthOf(type)
  const slots = [left, right].map((each) => {
    const held = evaluate(gen, each, 'xmm0')
    const slot = gen.stepRoom(8)
    code.store(inFrame(slot), code.operand(held), width)
    code.release(held)
    return slot
  })
  code.emit('fld', [frame(slots[1]!, width)])
  code.emit('fld', [frame(slots[0]!, width)])
  const again = code.label()
  const status = code.takeRegister('rax', 2)
  code.mark(again)
  code.emit('fprem', [], 'What is left of the division')
  code.emit('fnstsw', [named('ax')])
  code.emit('test', [named('ah'), immediate(4)], 'Is there more to do?')
  code.jump('jnz', again)
  code.release(status)
  code.emit('fstp', [named('st1')])
  code.emit('fstp', [frame(slots[0]!, width)])
  return code.load(inFrame(slots[0]!), width, 'xmm0')
}

/** The sign is the highest bit. */
export function negateFloat(gen: Generation, operand: Operand): Held {
  const { code } = gen
  const held = evaluate(gen, operand, 'xmm0')
  const bits = bitsIn(gen, held)
  code.emit('btc', [code.operand(bits), immediate(8 * bits.width - 1)], 'Change the sign')
  return floatOf(gen, bits)
}

/** The same bits in a general-purpose register. */
export function bitsIn({ code }: Generation, held: Held, preferred?: RegisterName): Held {
  const bits = code.take(held.width, preferred)
  code.emit(held.width === 8 ? 'movq' : 'movd', [code.operand(bits), code.operand(held)])
  code.release(held)
  return bits
}

function floatOf({ code }: Generation, bits: Held): Held {
  const held = code.take(bits.width, 'xmm0')
  code.emit(bits.width === 8 ? 'movq' : 'movd', [code.operand(held), code.operand(bits)])
  code.release(bits)
  return held
}

export function squareRoot(gen: Generation, operand: Operand): Held {
  const { code } = gen
  const held = evaluate(gen, operand, 'xmm0')
  const register = code.operand(held)
  code.emit(`sqrt${suffixOf(held.width)}`, [register, register], 'The square root')
  return held
}

// ── Comparisons ──

/** Both orders are told by `above`, which does not hold where one of them is no number. */
const CONDITIONS: Readonly<
  Partial<Record<BinaryOperator, readonly [condition: string, isMirrored: boolean]>>
> = {
  Gt: ['a', false],
  Ge: ['ae', false],
  Lt: ['a', true],
  Le: ['ae', true],
}

/** @returns the condition under which it is so, as jumps name it */
export function compareFloats(
  gen: Generation,
  operator: BinaryOperator,
  left: Operand,
  right: Operand,
): string {
  const found = CONDITIONS[operator]
  const [condition, isMirrored] = found ?? ['ne', false]
  const one = evaluate(gen, isMirrored ? right : left, 'xmm0')
  const source = sourceOf(gen, isMirrored ? left : right)
  const { code } = gen
  code.emit(`ucomi${suffixOf(one.width)}`, [code.operand(one), source.operand()])
  source.release()
  code.release(one)
  if (found) return condition
  // Equal, and both are numbers.
  const isEqual = operator === 'Eq'
  const [result, parity] = [code.take(1), code.take(1)]
  code.emit(isEqual ? 'sete' : 'setne', [code.operand(result)])
  code.emit(isEqual ? 'setnp' : 'setp', [code.operand(parity)])
  code.emit(isEqual ? 'and' : 'or', [code.operand(result), code.operand(parity)], 'Unless one is no number')
  code.release(result)
  code.release(parity)
  return condition
}

// ── Casts ──

export function castFloat(gen: Generation, operand: Operand, from: Type, to: Type): Held {
  const { code } = gen
  if (from.kind === 'integer') return fromInteger(gen, operand, from, to as FloatType)
  if (to.kind === 'integer') return toInteger(gen, operand, from as FloatType, to)
  const [before, after] = [widthOf(from), widthOf(to)]
  const held = evaluate(gen, operand, 'xmm0')
  if (before === after) return held
  const [source, target] = [suffixOf(before), suffixOf(after)]
  code.emit(`cvt${source}2${target}`, [code.operand(held), code.operand(held)], `As ${after} bytes`)
  return code.resized(held, after)
}

/** Numbers are signed to the processor, and at least 32 bits wide. */
function fromInteger(gen: Generation, operand: Operand, from: IntegerType, to: FloatType): Held {
  const { code } = gen
  const signed = isSigned(from.name)
  const size = widthOf(from)
  const whole = evaluate(gen, operand)
  const width: Width = size === 8 || (size === 4 && !signed) ? 8 : 4
  if (size < 4) code.emit(signed ? 'movsx' : 'movzx', [code.operand(whole, 4), code.operand(whole)])
  else if (width > size) code.emit('mov', [code.operand(whole, 4), code.operand(whole, 4)], 'Widen by zeros')
  const target = code.take(widthOf(to), 'xmm0')
  const convert = `cvtsi2${suffixOf(target.width)}`
  if (signed || size < 8) code.emit(convert, [code.operand(target), code.operand(whole, width)], 'As a float')
  else convertLarge(gen, convert, whole, target)
  code.release(whole)
  return target
}

/** What does not fit a signed number is halved, its lowest bit kept, and doubled again. */
function convertLarge({ code }: Generation, convert: string, whole: Held, target: Held): void {
  const [large, end] = [code.label(), code.label()]
  const half = code.take(8)
  code.emit('test', [code.operand(whole), code.operand(whole)])
  code.jump('js', large)
  code.emit(convert, [code.operand(target), code.operand(whole)], 'As a float')
  code.jump('jmp', end)
  code.mark(large)
  code.emit('mov', [code.operand(half), code.operand(whole)])
  code.emit('shr', [code.operand(half), immediate(1)])
  code.emit('and', [code.operand(whole, 4), immediate(1)])
  code.emit('or', [code.operand(half), code.operand(whole)])
  code.emit(convert, [code.operand(target), code.operand(half)], 'Half of it')
  code.emit(`add${suffixOf(target.width)}`, [code.operand(target), code.operand(target)])
  code.mark(end)
  code.release(half)
}

/** What is too large is the greatest number, what is too small the least, and what is no number zero. */
function toInteger(gen: Generation, operand: Operand, from: FloatType, to: IntegerType): Held {
  const { code } = gen
  const signed = isSigned(to.name)
  const size = widthOf(to)
  const bits = 8 * size
  const held = evaluate(gen, operand, 'xmm0')
  const result = code.take(8)
  const suffix = suffixOf(held.width)
  const limit = (value: number) =>
    code.memory(atLabel(constantLabel(gen, bitsOfFloat(value, from.name), from)))
  const put = (value: bigint) => code.emit('mov', [code.operand(result), immediate(BigInt.asIntN(64, value))])
  const [end, fits] = [code.label(), code.label()]
  const [low, high] = signed ? [-(2 ** (bits - 1)), 2 ** (bits - 1)] : [0, 2 ** bits]
  put(0n)
  code.emit(`ucomi${suffix}`, [code.operand(held), code.operand(held)])
  code.jump('jp', end, 'Not a number: zero')
  put(signed ? -(1n << BigInt(bits - 1)) : 0n)
  code.emit(`ucomi${suffix}`, [code.operand(held), limit(low)])
  code.jump('jb', end, 'Too small: the least')
  put((1n << BigInt(signed ? bits - 1 : bits)) - 1n)
  code.emit(`ucomi${suffix}`, [code.operand(held), limit(high)])
  code.jump('jae', end, 'Too large: the greatest')
  const convert = () =>
    code.emit(`cvtt${suffix}2si`, [code.operand(result), code.operand(held)], 'Towards zero')
  if (!signed && size === 8) {
    code.emit(`ucomi${suffix}`, [code.operand(held), limit(2 ** 63)])
    code.jump('jb', fits)
    code.emit(`sub${suffix}`, [code.operand(held), limit(2 ** 63)])
    convert()
    code.emit('btc', [code.operand(result), immediate(63)])
    code.jump('jmp', end)
    code.mark(fits)
  }
  convert()
  code.mark(end)
  code.release(held)
  return code.resized(result, size)
}
