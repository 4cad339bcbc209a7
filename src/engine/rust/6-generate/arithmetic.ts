import { sizeOf } from '../3-check/type-layout.ts'
import { known, leastOf, type Type } from '../3-check/types.ts'
import type { BinaryOperator, Operand, Rvalue } from '../4-mir/mir.ts'
import { isSignedType, widthOf, type Held } from './code.ts'
import type { Generation } from './generation.ts'
import { immediate, named, type Operand as Written, type Width } from './instruction.ts'
import { constantOf, evaluate, sourceOf, type Source } from './operands.ts'
import { part, type RegisterName } from './registers.ts'
import type { Check } from './steps.ts'

const MNEMONICS: Readonly<Partial<Record<BinaryOperator, string>>> = {
  Add: 'add',
  Sub: 'sub',
  Mul: 'imul',
  BitAnd: 'and',
  BitOr: 'or',
  BitXor: 'xor',
}

const VERBS: Readonly<Partial<Record<BinaryOperator, string>>> = {
  Add: 'Add',
  Sub: 'Subtract',
  Mul: 'Multiply by',
  BitAnd: 'Keep the bits of',
  BitOr: 'Set the bits of',
  BitXor: 'Turn over the bits of',
}

/** Arithmetic that panics as Rust's debug builds do, where it is not certain that it need not. */
export function calculate(
  gen: Generation,
  value: Rvalue & { kind: 'binary' },
  checks: readonly Check[],
  preferred?: RegisterName,
): Held {
  const { operator, left, right } = value
  const type = gen.typeOf(left)
  switch (operator) {
    case 'Div':
    case 'Rem':
      return divide(gen, value, checks, type)
    case 'Shl':
    case 'Shr':
      return shift(gen, value, checks, type, preferred)
    case 'Mul':
      if (checks.length > 0 && (!isSignedType(type) || sizeOf(type) === 1))
        return multiplyWide(gen, left, right, checks, type)
      if (sizeOf(type) === 1) return multiplyBytes(gen, left, right, type, preferred)
      break
    default:
  }
  const target = evaluate(gen, left, preferred)
  const source = sourceOf(gen, right)
  operate(gen, operator, target, source)
  panicOnOverflow(gen, checks, isSignedType(type) || operator === 'Mul' ? 'jo' : 'jc')
  return target
}

function operate(gen: Generation, operator: BinaryOperator, target: Held, source: Source, note = ''): void {
  const { code } = gen
  const operand = source.operand()
  const register = code.operand(target)
  const isTriple = operator === 'Mul' && source.kind === 'number'
  const what = operand.kind === 'register' ? operand.name.toUpperCase() : source.text
  const operands: Written[] = isTriple ? [register, register, operand] : [register, operand]
  code.emit(MNEMONICS[operator]!, operands, `${VERBS[operator]} ${what}${note}`)
  source.release()
}

function panicOnOverflow(gen: Generation, checks: readonly Check[], jump: string): void {
  for (const check of checks) gen.panicIf(jump, check, 'Panic if it does not fit')
}

export function negate(
  gen: Generation,
  operand: Operand,
  checks: readonly Check[],
  preferred?: RegisterName,
): Held {
  const held = evaluate(gen, operand, preferred)
  gen.code.emit('neg', [gen.code.operand(held)], 'Change the sign')
  panicOnOverflow(gen, checks, 'jo')
  return held
}

// ── Products ──

/** `imul` with two operands has no 8-bit form; the low byte of a wider product is the same. */
function multiplyBytes(
  gen: Generation,
  left: Operand,
  right: Operand,
  type: Type,
  preferred?: RegisterName,
): Held {
  const { code } = gen
  const target = widenedByte(gen, left, type, preferred)
  const value = constantOf(gen, right)
  const source = sourceOfByte(gen, right, type, value)
  operate(gen, 'Mul', target, source, '; the low byte is the product')
  return code.resized(target, 1)
}

function sourceOfByte(gen: Generation, right: Operand, type: Type, value: bigint | undefined): Source {
  if (value !== undefined) return sourceOf(gen, right)
  const { code } = gen
  const held = widenedByte(gen, right, type)
  return {
    kind: 'register',
    value: undefined,
    width: 4,
    text: '',
    operand: () => code.operand(held),
    release: () => code.release(held),
  }
}

function widenedByte(gen: Generation, operand: Operand, type: Type, preferred?: RegisterName): Held {
  return widened(gen, sourceOf(gen, operand), type, 4, preferred)
}

/** A small number as one of 32 bits. */
function widened(gen: Generation, source: Source, type: Type, width: Width, preferred?: RegisterName): Held {
  const { code } = gen
  if (source.kind === 'number') return code.number(source.value!, width, preferred)
  const operand = source.operand(true)
  source.release()
  const held = code.take(width, preferred)
  const comment =
    source.kind === 'memory' ? `${source.text.replace(/^the/, 'Load')}`.replace(' at ', ' from ') : 'Widen'
  code.emit(
    isSignedType(type) ? 'movsx' : 'movzx',
    [code.operand(held), operand],
    `${comment}, widened to ${width}`,
  )
  return held
}

/** Without a sign, the processor tells only of the product with one operand, in RAX and RDX, that it does not fit. */
function multiplyWide(
  gen: Generation,
  left: Operand,
  right: Operand,
  checks: readonly Check[],
  type: Type,
): Held {
  const { code } = gen
  const width = widthOf(type)
  const target = evaluate(gen, left, 'rax')
  const source = notANumber(gen, sourceOf(gen, right), width)
  code.moveTo(target, 'rax')
  const upper =
    width > 1 && part('rdx', width).name !== nameOf(source.operand())
      ? code.takeRegister('rdx', width)
      : undefined
  const operand = source.operand(true)
  const what = operand.kind === 'register' ? operand.name.toUpperCase() : source.text
  code.emit(isSignedType(type) ? 'imul' : 'mul', [operand], `Multiply by ${what}`)
  source.release()
  code.release(upper)
  panicOnOverflow(gen, checks, 'jo')
  return target
}

function nameOf(operand: Written): string {
  return operand.kind === 'register' ? operand.name : ''
}

function notANumber(gen: Generation, source: Source, width: Width, preferred?: RegisterName): Source {
  if (source.kind !== 'number') return source
  const { code } = gen
  const held = code.number(source.value!, width, preferred)
  return { ...source, kind: 'register', operand: () => code.operand(held), release: () => code.release(held) }
}

// ── Quotients ──

/** What is divided is in RAX, widened into RDX; bytes and words are divided as 32 bits. */
function divide(
  gen: Generation,
  { operator, left, right }: Rvalue & { kind: 'binary' },
  checks: readonly Check[],
  type: Type,
): Held {
  const { code } = gen
  const width = Math.max(4, widthOf(type)) as Width
  const signed = isSignedType(type)
  const dividend = divisionOperand(gen, left, type, width, 'rax')
  const divisor = divisionOperand(gen, right, type, width, 'rcx')
  code.moveTo(dividend, 'rax')
  if (divisor.register === 'rdx') code.moveTo(divisor, 'rcx')
  const upper = code.takeRegister('rdx', width)
  for (const check of checks)
    if (check.kind === 'zero') {
      code.emit('test', [code.operand(divisor), code.operand(divisor)], 'Is it zero?')
      gen.panicIf('jz', check)
    } else checkQuotient(gen, check, dividend, divisor, type)
  if (signed) code.emit(width === 8 ? 'cqo' : 'cdq', [], 'Widen by the sign')
  else code.emit('xor', [named('edx'), named('edx')], 'Widen by zeros')
  const by = code.operand(divisor)
  code.emit(signed ? 'idiv' : 'div', [by], `Divide by ${by.name.toUpperCase()}`)
  code.release(divisor)
  const [result, other] = operator === 'Div' ? [dividend, upper] : [upper, dividend]
  code.release(other)
  return code.resized(result, widthOf(type))
}

function divisionOperand(
  gen: Generation,
  operand: Operand,
  type: Type,
  width: Width,
  register: RegisterName,
): Held {
  if (widthOf(type) === width) return evaluate(gen, operand, register)
  return widened(gen, sourceOf(gen, operand, register), type, width, register)
}

/** The least number divided by −1 does not fit. */
function checkQuotient(gen: Generation, check: Check, dividend: Held, divisor: Held, type: Type): void {
  const { code } = gen
  const found = known(type)
  if (found.kind !== 'integer') return
  const fine = code.label()
  code.emit('cmp', [code.operand(divisor), immediate(-1)])
  code.jump('jne', fine)
  const least = leastOf(found.name)
  if (dividend.width < 8) code.emit('cmp', [code.operand(dividend), immediate(least)], 'The least number?')
  else {
    code.emit('mov', [named('rdx'), immediate(least)])
    code.emit('cmp', [code.operand(dividend), named('rdx')], 'The least number?')
  }
  gen.panicIf('je', check)
  code.mark(fine)
}

// ── Shifts ──

function shift(
  gen: Generation,
  { operator, left, right }: Rvalue & { kind: 'binary' },
  checks: readonly Check[],
  type: Type,
  preferred?: RegisterName,
): Held {
  const { code } = gen
  const mnemonic = operator === 'Shl' ? 'shl' : isSignedType(type) ? 'sar' : 'shr'
  const target = evaluate(gen, left, preferred === 'rcx' ? undefined : preferred)
  const value = constantOf(gen, right)
  if (value !== undefined && checks.length === 0) {
    const source = sourceOf(gen, right)
    code.emit(mnemonic, [code.operand(target), immediate(value)], `Shift by ${value}`)
    source.release()
    return target
  }
  const amount = evaluate(gen, right, 'rcx')
  code.moveTo(amount, 'rcx')
  for (const check of checks) {
    code.emit('cmp', [code.operand(amount), immediate(sizeOf(type) * 8)], 'More than it has bits?')
    gen.panicIf('jae', check)
  }
  code.emit(mnemonic, [code.operand(target), named('cl')], 'Shift by CL')
  code.release(amount)
  return target
}
