import { holdsItself } from '../3-check/derived.ts'
import { offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { type EnumType, fieldsOf, isScalar, isWide, known, type Type } from '../3-check/types.ts'
import { inFrame, isSignedType, shifted, widthOf } from './code.ts'
import { discriminantAt, eachVariant } from './enums.ts'
import type { Generation } from './generation.ts'
import { frame, immediate, labelled, named } from './instruction.ts'
import { part } from './registers.ts'
import { further, opened, passAddresses, passPairs, unwrapped, type Stable } from './stable.ts'

/**
 * What is asked: whether both are the same, whether the first is less or greater, or which of these. A type may have an
 * `impl` for each.
 */
export type Comparison = 'equal' | 'less' | 'greater' | 'order' | 'partial'

/** RAX becomes −1, 0 or 1: the first is less, the same, greater. Nothing else is in registers. */
export function compareValues(
  gen: Generation,
  first: Stable,
  second: Stable,
  type: Type,
  how: Comparison,
): void {
  const found = known(type)
  if (found.kind === 'reference' || found.kind === 'box')
    return comparePointed(gen, first, second, found, how)
  if (found.kind === 'float') return compareFloats(gen, first, second, found, how)
  if (isScalar(found)) return compareScalars(gen, first, second, found)
  if (found.kind === 'array') return compareElements(gen, [first, second], found.element, found.length, how)
  const isNamed = found.kind === 'struct' || found.kind === 'enum'
  const own = isNamed ? methodFor(gen, found, how) : undefined
  if (own !== undefined) return compareByItself(gen, [first, second], own, how)
  if (isNamed && holdsItself(found)) return compareByRoutine(gen, [first, second], found, how)
  compareWhole(gen, first, second, found, how)
}

/** The same of what is no longer looked for in itself: a struct, an enum or a tuple. */
export function compareWhole(
  gen: Generation,
  first: Stable,
  second: Stable,
  type: Type,
  how: Comparison,
): void {
  if (type.kind === 'enum') compareEnums(gen, first, second, type, how)
  else compareParts(gen, first, second, type, how)
}

function methodFor(gen: Generation, type: Type, how: Comparison): string | undefined {
  if (how === 'equal') return gen.around.methodOf(type, 'PartialEq', 'eq')
  if (how === 'order') return gen.around.methodOf(type, 'Ord', 'cmp')
  return gen.around.methodOf(type, 'PartialOrd', 'partial_cmp')
}

/** `Some` of an `Ordering` lies as that does; `None` is 2. */
const INCOMPARABLE = 2

/** What its own `impl` says, as −1, 0 or 1. */
function compareByItself(gen: Generation, values: readonly Stable[], label: string, how: Comparison): void {
  const { code } = gen
  passAddresses(gen, values)
  if (how === 'equal') {
    code.emit('call', [labelled(label)], 'What its `eq` says')
    code.emit('xor', [named('al'), immediate(1)])
    return code.emit('movzx', [named('eax'), named('al')])
  }
  const result = gen.stepRoom(8)
  code.emit('mov', [named('rdx'), named('rsi')])
  code.emit('mov', [named('rsi'), named('rdi')])
  code.emit('lea', [named('rdi'), frame(result)])
  code.emit('call', [labelled(label)], 'How it says they are ordered')
  code.emit('movsx', [named('rax'), frame(result, 1)])
  if (how === 'order' || how === 'partial') return
  const ordered = code.label()
  code.emit('cmp', [named('rax'), immediate(INCOMPARABLE)])
  code.jump('jne', ordered)
  code.emit('mov', [named('rax'), immediate(how === 'greater' ? -1 : 1)])
  code.mark(ordered)
}

/** A list is compared as deep as it goes. */
function compareByRoutine(gen: Generation, values: readonly Stable[], type: Type, how: Comparison): void {
  passAddresses(gen, values)
  gen.code.emit('call', [labelled(gen.around.routineFor(type, { kind: 'compare', how }))])
}

/** Which variants they are, and if it is the same, what lies in it. */
function compareEnums(gen: Generation, first: Stable, second: Stable, type: EnumType, how: Comparison): void {
  const { code } = gen
  const end = code.label()
  const left = discriminantAt(gen, opened(gen, first), type, 8, 'rax')
  const right = discriminantAt(gen, opened(gen, second), type, 8, 'rcx')
  code.emit('cmp', [code.operand(left), code.operand(right)])
  code.release(left)
  code.release(right)
  signOf(gen, true)
  code.emit('test', [named('rax'), named('rax')])
  code.jump('jnz', end)
  eachVariant(gen, opened(gen, first), type, {
    needs: () => true,
    action: (variant) => compareParts(gen, first, second, variant, how),
  })
  code.mark(end)
}

function compareParts(gen: Generation, first: Stable, second: Stable, found: Type, how: Comparison): void {
  const { code } = gen
  const end = code.label()
  const offsets = offsetsOf(found)
  code.emit('xor', [named('eax'), named('eax')])
  partTypes(found).forEach((each, index) => {
    const by = offsets[index] ?? 0
    if (sizeOf(each) === 0) return
    compareValues(gen, further(first, by), further(second, by), each, how)
    code.emit('test', [named('rax'), named('rax')])
    code.jump('jnz', end)
  })
  code.mark(end)
}

export function partTypes(type: Type): readonly Type[] {
  if (type.kind === 'tuple') return type.elements
  return type.kind === 'struct' || type.kind === 'variant' ? fieldsOf(type).map((field) => field.type) : []
}

function compareScalars(gen: Generation, first: Stable, second: Stable, type: Type): void {
  const { code } = gen
  if (sizeOf(type) === 0) return code.emit('xor', [named('eax'), named('eax')])
  const width = widthOf(type)
  const left = code.load(opened(gen, first), width, 'rax')
  const address = opened(gen, second)
  code.emit('cmp', [code.operand(left), code.memory(address)])
  code.releaseAddress(address)
  code.release(left)
  signOf(gen, isSignedType(type))
}

/** Where one of them is no number, they are neither the same nor is one less or greater. */
function compareFloats(gen: Generation, first: Stable, second: Stable, type: Type, how: Comparison): void {
  const { code } = gen
  const width = widthOf(type)
  const end = code.label()
  const left = code.load(opened(gen, first), width, 'xmm0')
  const address = opened(gen, second)
  code.emit(width === 4 ? 'ucomiss' : 'ucomisd', [code.operand(left), code.memory(address)])
  code.releaseAddress(address)
  code.release(left)
  code.emit('mov', [named('eax'), immediate(how === 'partial' ? INCOMPARABLE : how === 'greater' ? -1 : 1)])
  code.jump('jp', end, 'One is no number')
  signOf(gen, false)
  code.mark(end)
  if (how === 'greater') code.emit('movsx', [named('rax'), named('al')])
}

/** Of two numbers that were compared. */
function signOf({ code }: Generation, signed: boolean): void {
  const [above, below] = signed ? (['setg', 'setl'] as const) : (['seta', 'setb'] as const)
  code.emit(above, [named('al')])
  code.emit(below, [named('cl')])
  code.emit('sub', [named('al'), named('cl')], '1 for greater, −1 for less')
  code.emit('movsx', [named('rax'), named('al')])
}

function comparePointed(
  gen: Generation,
  first: Stable,
  second: Stable,
  type: Type & { kind: 'reference' | 'box' },
  how: Comparison,
): void {
  const target = known(type.target)
  if (!isWide(type)) {
    const [one, other] = [first, second].map((each) => unwrapped(gen, each, type))
    return compareValues(gen, one!.at, other!.at, one!.type, how)
  }
  if (target.kind !== 'slice') return compareTexts(gen, first, second)
  compareElements(gen, [first, second], target.element, undefined, how)
}

function compareTexts(gen: Generation, first: Stable, second: Stable): void {
  passPairs(gen, first, second)
  gen.code.call('text.compare')
}

/** Elements one after the other, as far as both go; then the shorter is less. */
function compareElements(
  gen: Generation,
  values: readonly Stable[],
  element: Type,
  length: number | undefined,
  how: Comparison,
): void {
  const { code } = gen
  const pointers = values.map((value) => {
    const pointer = gen.stepRoom(8)
    const address = opened(gen, value)
    const held = length === undefined ? code.load(address, 8, 'rax') : code.addressInRegister(address, 'rax')
    code.emit('mov', [frame(pointer), code.operand(held)])
    code.release(held)
    return pointer
  })
  const counts = values.map((value) => {
    const count = gen.stepRoom(8)
    const held =
      length === undefined
        ? code.load(shifted(opened(gen, value), 8), 8, 'rax')
        : code.number(BigInt(length), 8, 'rax')
    code.emit('mov', [frame(count), code.operand(held)])
    code.release(held)
    return count
  })
  const [again, ends, end] = [code.label(), code.label(), code.label()]
  code.mark(again)
  for (const count of counts) {
    code.emit('cmp', [frame(count, 8), immediate(0)])
    code.jump('je', ends)
  }
  const [one, other] = pointers.map((pointer): Stable => ({ address: inFrame(0), pointer }))
  compareValues(gen, one!, other!, element, how)
  code.emit('test', [named('rax'), named('rax')])
  code.jump('jnz', end)
  for (const pointer of pointers) code.emit('add', [frame(pointer, 8), immediate(sizeOf(element))])
  for (const count of counts) code.emit('dec', [frame(count, 8)])
  code.jump('jmp', again)
  code.mark(ends)
  code.emit('mov', [part('rax', 8), frame(counts[0]!)])
  code.emit('cmp', [part('rax', 8), frame(counts[1]!)])
  signOf(gen, false)
  code.mark(end)
}
