import type { BitCount } from '../bits.ts'
import {
  controlRegisterNamed,
  mmxRegisterNamed,
  registerNamed,
  RSP,
  type Register,
} from '../isa/registers.ts'
import { evaluate, isAddress, type RegisterTerm, type Scope, type Value } from './expression.ts'
import { messages, AssemblyMistake, type Span } from './messages.ts'
import type { OperandSyntax } from './syntax.ts'

/** An operand as written, its expression evaluated. */
export type WrittenOperand = WrittenRegister | WrittenMemory | WrittenNumber

export interface WrittenRegister extends Span {
  readonly kind: 'register'
  readonly register: Register
}

export interface WrittenMemory extends Span {
  readonly kind: 'memory'
  /** Undefined where no size is written. */
  readonly size: BitCount | undefined
  readonly base: Register | undefined
  readonly index: Register | undefined
  readonly scale: 1 | 2 | 4 | 8
  readonly displacement: bigint
  /** What the displacement is: a number; an address, which always takes 32 bits; or where it is counted from RIP, the
   *  address it leads to. */
  readonly meaning: 'number' | 'address' | 'target'
  /** How long the displacement is said to be: `[dword rbx + 8]`. */
  readonly displacementBits: BitCount | undefined
  /** The byte of a segment prefix. */
  readonly segment: number | undefined
}

export interface WrittenNumber extends Span {
  readonly kind: 'number'
  readonly value: bigint
  /** `push word 5`. */
  readonly size: BitCount | undefined
  /** `strict dword 5`: as long as written. */
  readonly strict: boolean
  /** It depends on where the program lies, so it is written in full. */
  readonly isAddress: boolean
  readonly unsettled: boolean
  readonly distance: 'short' | 'near' | undefined
}

/** What an operand needs to know of the program around it. */
export interface Surroundings extends Scope {
  /** The number that a value is, sections' addresses added. */
  absolute(value: Value): bigint
  readonly defaultRelative: boolean
}

const SEGMENT_PREFIXES: Record<string, number> = {
  es: 0x26,
  cs: 0x2e,
  ss: 0x36,
  ds: 0x3e,
  fs: 0x64,
  gs: 0x65,
}

const SIZE_WORDS: Record<string, BitCount> = {
  byte: 8,
  word: 16,
  dword: 32,
  qword: 64,
  tword: 80,
  oword: 128,
  xmmword: 128,
}

export function writtenOperand(syntax: OperandSyntax, around: Surroundings): WrittenOperand {
  const span = { from: syntax.from, to: syntax.to }
  if (syntax.sizes.includes('far')) throw new AssemblyMistake(span, messages.farJump())
  const size = syntax.sizes.map((word) => SIZE_WORDS[word]).find((bits) => bits !== undefined)
  const value = evaluate(syntax.expression, around)
  if (syntax.memory)
    return { ...span, kind: 'memory', size, ...address(syntax, value, around), ...placed(syntax) }
  if (syntax.expression.kind === 'register') return registerOperand(syntax.expression.name, size, syntax)
  if (value.registers.length > 0) throw new AssemblyMistake(span, messages.registerOutsideBrackets())
  return {
    ...span,
    kind: 'number',
    value: BigInt.asIntN(64, around.absolute(value)),
    size,
    strict: syntax.sizes.includes('strict'),
    isAddress: isAddress(value),
    unsettled: value.unsettled,
    distance: syntax.sizes.includes('short') ? 'short' : syntax.sizes.includes('near') ? 'near' : undefined,
  }
}

function placed({ inside, segment }: OperandSyntax): Pick<WrittenMemory, 'displacementBits' | 'segment'> {
  return {
    displacementBits: inside.map((word) => SIZE_WORDS[word]).find((bits) => bits !== undefined),
    segment: segment === undefined ? undefined : SEGMENT_PREFIXES[segment],
  }
}

function registerOperand(name: string, size: BitCount | undefined, span: Span): WrittenRegister {
  const register = registerNamed(name) ?? mmxRegisterNamed(name) ?? controlRegisterNamed(name)
  if (register === undefined)
    throw new AssemblyMistake(
      span,
      name === 'rip' ? messages.notAddressRegister(name) : messages.registerNotHere(name),
    )
  if (size !== undefined && size !== register.size) {
    throw new AssemblyMistake(span, messages.sizesDisagree(name, register.size, wordOf(size), size))
  }
  return { kind: 'register', register, from: span.from, to: span.to }
}

function wordOf(size: BitCount): string {
  return Object.keys(SIZE_WORDS).find((word) => SIZE_WORDS[word] === size)!
}

type Address = Pick<WrittenMemory, 'base' | 'index' | 'scale' | 'displacement' | 'meaning'>

function address(syntax: OperandSyntax, value: Value, around: Surroundings): Address {
  const displacement = BigInt.asIntN(64, around.absolute(value))
  const terms = collected(value.registers)
  const ripTerm = terms.find(({ name }) => name === 'rip')
  if (ripTerm !== undefined) return ripAddress(syntax, terms, value, displacement, around)
  const registers = terms.map((term) => ({ ...addressRegister(term, syntax), term }))
  // With a register, nasm passes `rel` over.
  // Where nothing else is said, a number is an address as it stands.
  const usual = around.defaultRelative && isAddress(value) ? 'rel' : 'abs'
  const isRelative = registers.length === 0 && (syntax.relative ?? usual) === 'rel'
  if (isRelative) return { base: undefined, index: undefined, scale: 1, displacement, meaning: 'target' }
  if (new Set(registers.map(({ register }) => register.size)).size > 1) {
    throw new AssemblyMistake(syntax, messages.mixedAddressRegisters())
  }
  return {
    ...arrange(registers, syntax, syntax.inside.includes('nosplit')),
    displacement,
    meaning: isAddress(value) ? 'address' : 'number',
  }
}

/** `[rip + 16]` counts from the next instruction; `[rip + label]` means the label. */
function ripAddress(
  syntax: OperandSyntax,
  terms: readonly RegisterTerm[],
  value: Value,
  displacement: bigint,
  around: Surroundings,
): Address {
  if (terms.length > 1 || terms[0]!.factor !== 1n) throw new AssemblyMistake(syntax, messages.badAddress())
  const rip = { name: 'rip', number: 0, size: 64, high: false } as const
  if (isAddress(value))
    return { base: undefined, index: undefined, scale: 1, displacement, meaning: 'target' }
  void around
  return { base: rip, index: undefined, scale: 1, displacement, meaning: 'number' }
}

/** Adds up the factors of each register, in the order in which they were written. */
function collected(terms: readonly RegisterTerm[]): RegisterTerm[] {
  const factors = new Map<string, bigint>()
  for (const { name, factor } of terms) factors.set(name, (factors.get(name) ?? 0n) + factor)
  return [...factors].map(([name, factor]) => ({ name, factor })).filter(({ factor }) => factor !== 0n)
}

interface AddressTerm {
  readonly register: Register
  readonly factor: number
}

function addressRegister({ name, factor }: RegisterTerm, span: Span): AddressTerm {
  const register = registerNamed(name)
  if (register === undefined || register.size < 32 || register.size > 64)
    throw new AssemblyMistake(span, messages.notAddressRegister(name))
  if (factor < 1n || factor > 9n) throw new AssemblyMistake(span, messages.badAddress())
  return { register, factor: Number(factor) }
}

type Arrangement = Pick<Address, 'base' | 'index' | 'scale'>

/** Decides which register is the base and which the index; RSP cannot be an index. */
function arrange(terms: readonly AddressTerm[], span: Span, isWhole: boolean): Arrangement {
  const [first, second, third] = terms
  if (third !== undefined) throw new AssemblyMistake(span, messages.badAddress())
  if (first === undefined) return { base: undefined, index: undefined, scale: 1 }
  if (second === undefined) return arrangeOne(first, span, isWhole)
  const [base, index] =
    second.factor === 1 && (first.factor !== 1 || second.register.number === RSP)
      ? [second, first]
      : [first, second]
  if (base.factor !== 1) throw new AssemblyMistake(span, messages.badAddress())
  return { base: base.register, ...indexed(index.register, index.factor, span) }
}

/** `[r]`; `[r*2]` is shorter as `[r + r]`; `[r*3]` can only be `[r + r*2]`. */
function arrangeOne({ register, factor }: AddressTerm, span: Span, isWhole: boolean): Arrangement {
  if (factor === 1) return { base: register, index: undefined, scale: 1 }
  if ((factor === 2 && !isWhole) || factor === 3 || factor === 5 || factor === 9) {
    return { base: register, ...indexed(register, factor - 1, span) }
  }
  return { base: undefined, ...indexed(register, factor, span) }
}

function indexed(register: Register, factor: number, span: Span): Pick<Arrangement, 'index' | 'scale'> {
  if (register.number === RSP) throw new AssemblyMistake(span, messages.stackPointerScaled(register.name))
  if (factor !== 1 && factor !== 2 && factor !== 4 && factor !== 8)
    throw new AssemblyMistake(span, messages.badAddress())
  return { index: register, scale: factor }
}
