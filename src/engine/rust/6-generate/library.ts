import type { Span } from '../1-parse/syntax.ts'
import { alignmentOf, sizeOf } from '../3-check/type-layout.ts'
import { integer, isScalar, isWide, known, needsDrop, type Type } from '../3-check/types.ts'
import { keyOf } from '../4-mir/instances.ts'
import type { Callee, LibraryName, Operand, Place, RangeForm } from '../4-mir/mir.ts'
import { inFrame, registerFor, shifted, widthOf, type Address, type Held } from './code.ts'
import { compareValues, type Comparison } from './compare-values.ts'
import { dropValue } from './drops.ts'
import { inMemory, keepScalar, targetOf } from './destinations.ts'
import { squareRoot } from './floats.ts'
import type { Generation } from './generation.ts'
import { immediate, labelled, named } from './instruction.ts'
import { discard, evaluate, passPair, sourceOf, wideOf } from './operands.ts'
import { addressOf, behind, checkPointer } from './places.ts'
import { part, type RegisterName } from './registers.ts'
import { opened, stabilised, stablePointee } from './stable.ts'
import { copy, store } from './stores.ts'

type LibraryCallee = Callee & { readonly kind: 'library' }

/** What is known of one call. */
interface LibraryCall {
  readonly of: Type
  readonly operands: readonly Operand[]
  readonly destination: Place
  readonly span: Span
  readonly range: RangeForm | undefined
}

const GENERATORS: Readonly<Record<LibraryName, (gen: Generation, call: LibraryCall) => void>> = {
  'Box::new': boxNew,
  drop: dropIt,
  swap,
  black_box: (gen, call) => storeAt(gen, call.destination, call.operands[0]!),
  size_of_val: (gen, call) => sizeOfValue(gen, call, sizeOf),
  align_of_val: (gen, call) => sizeOfValue(gen, call, alignmentOf),
  null: (gen, { destination }) => keepScalar(gen, destination, gen.code.number(0n, 8)),
  null_mut: (gen, { destination }) => keepScalar(gen, destination, gen.code.number(0n, 8)),
  len: (gen, { operands, destination }) => keepScalar(gen, destination, lengthOf(gen, operands[0]!)),
  is_empty: isEmpty,
  as_ptr: (gen, { operands, destination }) => keepScalar(gen, destination, pointerOf(gen, operands[0]!)),
  as_mut_ptr: (gen, { operands, destination }) => keepScalar(gen, destination, pointerOf(gen, operands[0]!)),
  index: subslice,
  index_mut: subslice,
  read,
  write,
  add: (gen, call) => offsetPointer(gen, call, 'add'),
  sub: (gen, call) => offsetPointer(gen, call, 'sub'),
  offset: (gen, call) => offsetPointer(gen, call, 'add'),
  is_null: isNull,
  square_root: (gen, { operands, destination }) =>
    keepScalar(gen, destination, squareRoot(gen, operands[0]!)),
  wrapping_add: (gen, call) => wrapping(gen, call, 'add'),
  wrapping_sub: (gen, call) => wrapping(gen, call, 'sub'),
  wrapping_mul: (gen, call) => wrapping(gen, call, 'imul'),
  wrapping_neg: (gen, call) => wrapping(gen, call, 'neg'),
  eq: (gen, call) => compare(gen, call, 'equal', 'sete'),
  ne: (gen, call) => compare(gen, call, 'equal', 'setne'),
  lt: (gen, call) => compare(gen, call, 'less', 'setl'),
  le: (gen, call) => compare(gen, call, 'less', 'setle'),
  gt: (gen, call) => compare(gen, call, 'greater', 'setg'),
  ge: (gen, call) => compare(gen, call, 'greater', 'setge'),
  cmp: (gen, call) => ordering(gen, call),
  allocate: (gen, { operands, destination }) => {
    passTo(gen, operands, ['rdi'])
    gen.code.call('heap.allocate')
    keepScalar(gen, destination, gen.code.takeRegister('rax', 8))
  },
  exit_process: (gen, { operands }) => {
    passTo(gen, operands, ['rdi'])
    gen.code.call('process.exit')
  },
  release: (gen, { operands }) => {
    passTo(gen, operands, ['rdi', 'rsi'])
    gen.code.call('heap.free')
  },
  copy_elements: copyElements,
  drop_in_place: dropInPlace,
  forget: (gen, { operands }) => discard(gen, operands[0]!),
  reinterpret,
  slice_of: sliceOf,
  length_of: (gen, { of, destination }) =>
    keepScalar(gen, destination, gen.code.number(BigInt(of.kind === 'array' ? of.length : 0), 8)),
  needs_drop: (gen, { of, destination }) =>
    keepScalar(gen, destination, gen.code.number(needsDrop(of) ? 1n : 0n, 1)),
  anything: () => undefined,
  type_number: (gen, { of, destination }) =>
    keepScalar(gen, destination, gen.code.number(numberOf(keyOf(of)), 8)),
  forward,
}

/** A number for a text (FNV-1a), as good as certainly another one for another text. */
function numberOf(text: string): bigint {
  let number = 0xcbf29ce484222325n
  for (const character of text)
    number = ((number ^ BigInt(character.codePointAt(0)!)) * 0x100000001b3n) & 0xffffffffffffffffn
  return number
}

/** A call of what the library has, written where it is called. */
export function callLibrary(
  gen: Generation,
  { name, of, range }: LibraryCallee,
  operands: readonly Operand[],
  destination: Place,
  span: Span,
): void {
  GENERATORS[name](gen, { of: known(of), operands, destination, span, range })
}

function storeAt(gen: Generation, destination: Place, operand: Operand): void {
  const type = gen.typeOf(operand)
  if (sizeOf(type) > 0 && isScalar(type)) return keepScalar(gen, destination, evaluate(gen, operand))
  store(gen, targetOf(gen, destination), { kind: 'use', operand }, [], type)
}

// ── The heap ──

/** The value is made first, then room for it on the heap. */
function boxNew(gen: Generation, { operands: [content], destination }: LibraryCall): void {
  const { code } = gen
  const type = gen.typeOf(content!)
  const size = sizeOf(type)
  const isHeld = size > 0 && isScalar(type)
  const value = isHeld ? evaluate(gen, content!) : undefined
  const stored = isHeld ? undefined : stabilised(gen, inMemory(gen, content!, type))
  code.spillAll()
  code.emit('mov', [part('rdi', 4), immediate(size)])
  code.call('heap.allocate', `Room for ${size} bytes on the heap`)
  const pointer = code.takeRegister('rax', 8)
  if (value) {
    code.move(code.memory(behind(pointer)), code.operand(value), value.width)
    code.release(value)
  } else copy(gen, opened(gen, stored!), behind(pointer), size)
  keepScalar(gen, destination, pointer)
}

/** Puts arguments where a routine expects them; nothing else stays in registers. */
function passTo(gen: Generation, operands: readonly Operand[], registers: readonly RegisterName[]): void {
  const { code } = gen
  const words = operands.map((operand, index) => evaluate(gen, operand, registers[index]))
  code.spillAll(words)
  words.forEach((word, index) => code.moveTo(word, registers[index]!))
  for (const word of words) code.release(word)
}

/** So many elements, from one place to another; they may overlap. */
function copyElements(gen: Generation, { operands, of }: LibraryCall): void {
  const { code } = gen
  const size = sizeOf(of)
  if (size === 0) return operands.forEach((each) => discard(gen, each))
  passTo(gen, operands, ['rsi', 'rdi', 'rdx'])
  if (size > 1) code.emit('imul', [named('rdx'), named('rdx'), immediate(size)], `${size} bytes each`)
  code.call('memory.move')
}

function dropInPlace(gen: Generation, { operands: [pointer], of }: LibraryCall): void {
  if (!needsDrop(of)) return discard(gen, pointer!)
  const stable = stabilised(gen, behind(evaluate(gen, pointer!)))
  gen.code.spillAll()
  dropValue(gen, opened(gen, stable), of)
}

/** The same bytes as a value of another type. */
function reinterpret(gen: Generation, { operands: [operand], destination }: LibraryCall): void {
  const [from, to] = [gen.typeOf(operand!), gen.placeType(destination)]
  if (sizeOf(to) === 0) return discard(gen, operand!)
  const isAlike = (from.kind === 'float') === (to.kind === 'float')
  if (isScalar(from) && isScalar(to) && isAlike) return keepScalar(gen, destination, evaluate(gen, operand!))
  const isLying = !isScalar(from) && !isWide(from)
  const address = isLying ? inMemory(gen, operand!, from) : inSlot(gen, operand!, from)
  if (isScalar(to)) return keepScalar(gen, destination, gen.code.load(address, widthOf(to), registerFor(to)))
  copyStable(gen, address, targetOf(gen, destination), sizeOf(to))
}

/** A pointer to the first element, and how many there are. */
function sliceOf(gen: Generation, { operands: [first, count], destination }: LibraryCall): void {
  storePair(gen, destination, evaluate(gen, first!), evaluate(gen, count!))
}

/** A pointer and what belongs to it, as a slice's length. */
function storePair(
  gen: Generation,
  destination: LibraryCall['destination'],
  ...pair: readonly [pointer: ReturnType<typeof evaluate>, beside: ReturnType<typeof evaluate>]
): void {
  const { code } = gen
  const target = targetOf(gen, destination)
  pair.forEach((held, index) => code.store(shifted(target, 8 * index), code.operand(held), 8))
  code.releaseAddress(target)
  pair.forEach((held) => code.release(held))
}

function dropIt(gen: Generation, { operands: [operand] }: LibraryCall): void {
  const type = gen.typeOf(operand!)
  if (!needsDrop(type)) return discard(gen, operand!)
  if (sizeOf(type) === 0) return dropNothing(gen, operand!, type)
  const address = isScalar(type) ? inSlot(gen, operand!, type) : inMemory(gen, operand!, type)
  gen.code.spillAll()
  dropValue(gen, address, type)
}

/** What has no size may still have a `drop`. */
function dropNothing(gen: Generation, operand: Operand, type: Type): void {
  discard(gen, operand)
  gen.code.spillAll()
  dropValue(gen, inFrame(0), type)
}

function inSlot(gen: Generation, operand: Operand, type: Type): Address {
  const offset = gen.stepRoom(sizeOf(type))
  store(gen, inFrame(offset), { kind: 'use', operand }, [], type)
  return inFrame(offset)
}

function swap(gen: Generation, { operands: [first, second], of }: LibraryCall): void {
  const { code } = gen
  const target = of.kind === 'reference' ? known(of.target) : of
  const size = sizeOf(target)
  if (size === 0) return [first!, second!].forEach((each) => discard(gen, each))
  const [one, other] = [first!, second!].map((each) => stablePointee(gen, each))
  if (isScalar(target)) {
    const [left, right] = [one!, other!].map((each) => code.load(opened(gen, each), widthOf(target)))
    for (const [place, value] of [
      [one!, right!],
      [other!, left!],
    ] as const) {
      const address = opened(gen, place)
      code.store(address, code.operand(value), value.width)
      code.releaseAddress(address)
      code.release(value)
    }
    return
  }
  const between = inFrame(gen.stepRoom(size))
  copyStable(gen, opened(gen, one!), between, size)
  copyStable(gen, opened(gen, other!), opened(gen, one!), size)
  copyStable(gen, between, opened(gen, other!), size)
}

function copyStable(gen: Generation, from: Address, to: Address, size: number): void {
  copy(gen, from, to, size)
  gen.code.releaseAddress(to)
}

function sizeOfValue(
  gen: Generation,
  { operands: [operand], destination, of }: LibraryCall,
  measure: (type: Type) => number,
): void {
  const { code } = gen
  const target = of.kind === 'reference' ? known(of.target) : of
  if (target.kind === 'dyn')
    return sizeOfUnknown(gen, operand!, destination, measure === alignmentOf ? 16 : 8)
  const element = target.kind === 'slice' ? target.element : target.kind === 'str' ? integer('u8') : undefined
  if (!element) {
    discard(gen, operand!)
    return keepScalar(gen, destination, code.number(BigInt(measure(target)), 8))
  }
  if (measure === alignmentOf) {
    discard(gen, operand!)
    return keepScalar(gen, destination, code.number(BigInt(alignmentOf(element)), 8))
  }
  const length = lengthOf(gen, operand!)
  code.emit('imul', [code.operand(length), code.operand(length), immediate(sizeOf(element))])
  keepScalar(gen, destination, length)
}

/** The table of a `dyn` says how large the value is, and how it is aligned. */
function sizeOfUnknown(gen: Generation, operand: Operand, destination: Place, offset: number): void {
  const { code } = gen
  const table = lengthOf(gen, operand)
  code.emit('mov', [
    code.operand(table),
    code.memory({ base: table, index: undefined, displacement: offset }),
  ])
  keepScalar(gen, destination, table)
}

// ── Slices ──

function lengthOf(gen: Generation, operand: Operand): Held {
  const { code } = gen
  const wide = wideOf(gen, operand)
  wide.skipPointer()
  const source = wide.lengthSource()
  if (source.kind === 'number') return code.number(source.value!, 8)
  const written = source.operand()
  source.release()
  const held = code.take(8)
  code.emit('mov', [code.operand(held), written])
  return held
}

function pointerOf(gen: Generation, operand: Operand): Held {
  const wide = wideOf(gen, operand)
  const pointer = wide.pointer()
  wide.lengthSource().release()
  return pointer
}

function isEmpty(gen: Generation, { operands: [operand], destination }: LibraryCall): void {
  keepScalar(gen, destination, isZero(gen, lengthOf(gen, operand!)))
}

function isNull(gen: Generation, { operands: [operand], destination }: LibraryCall): void {
  keepScalar(gen, destination, isZero(gen, evaluate(gen, operand!)))
}

function isZero({ code }: Generation, held: Held): Held {
  code.emit('test', [code.operand(held), code.operand(held)])
  code.release(held)
  const result = code.take(1)
  code.emit('sete', [code.operand(result)])
  return result
}

const BEYOND = ' out of range for slice of length '

/** `&a[start..end]`, looked at as the library does: both against the length, then the start against the end. */
function subslice(gen: Generation, { operands, destination, of, span, range }: LibraryCall): void {
  const { code } = gen
  const [receiver, ...ends] = operands
  const { hasStart, hasEnd, isInclusive } = range!
  const wide = wideOf(gen, receiver!)
  const pointer = wide.pointer()
  const length = wide.length()
  const start = hasStart ? evaluate(gen, ends[0]!) : undefined
  const end = hasEnd ? evaluate(gen, ends[hasStart ? 1 : 0]!) : undefined
  if (start) check(gen, span, start, 'ja', length, ['range start index ', BEYOND])
  if (end) check(gen, span, end, isInclusive ? 'jae' : 'ja', length, ['range end index ', BEYOND])
  if (end && isInclusive) code.emit('inc', [code.operand(end)], 'The end is part of it')
  if (end && start) check(gen, span, start, 'ja', end, ['slice index starts at ', ' but ends at '])
  const count = end ?? length
  if (end) code.release(length)
  if (start) {
    code.emit('sub', [code.operand(count), code.operand(start)], 'How many elements')
    const size = of.kind === 'slice' ? sizeOf(of.element) : 1
    if (size !== 1) code.emit('imul', [code.operand(start), code.operand(start), immediate(size)])
    code.emit('add', [code.operand(pointer), code.operand(start)])
    code.release(start)
  }
  storePair(gen, destination, pointer, count)
}

/** A panic where the first is beyond the second. */
function check(
  gen: Generation,
  span: Span,
  first: Held,
  beyond: 'ja' | 'jae',
  second: Held,
  texts: readonly [string, string],
): void {
  const { code } = gen
  code.emit('cmp', [code.operand(first), code.operand(second)])
  const [left, right] = [code.operand(first), code.operand(second)]
  const label = code.aside(() => {
    passPair(code, left, right)
    code.text(`${gen.panicHead(span)}${texts[0]}`)
    const { label: between, byteCount } = code.data.text(texts[1])
    code.emit('lea', [
      named('r8'),
      code.memory({ base: { label: between }, index: undefined, displacement: 0 }),
    ])
    code.emit('mov', [named('r9d'), immediate(byteCount)])
    code.call('panic.range')
  })
  code.jump(beyond, label)
}

// ── Pointers ──

function offsetPointer(
  gen: Generation,
  { operands: [pointer, count], of, destination }: LibraryCall,
  mnemonic: 'add' | 'sub',
): void {
  const { code } = gen
  const size = of.kind === 'pointer' ? sizeOf(of.target) : 1
  const held = evaluate(gen, pointer!)
  const source = sourceOf(gen, count!)
  if (source.kind === 'number') {
    if (size > 0) code.emit(mnemonic, [code.operand(held), immediate(source.value! * BigInt(size))])
  } else {
    const by = source.operand()
    source.release()
    const distance = code.take(8)
    code.emit('imul', [code.operand(distance), by, immediate(size)], `${size} bytes each`)
    code.emit(mnemonic, [code.operand(held), code.operand(distance)])
    code.release(distance)
  }
  keepScalar(gen, destination, held)
}

function read(gen: Generation, { operands: [operand], destination, span }: LibraryCall): void {
  const type = gen.placeType(destination)
  const pointer = evaluate(gen, operand!)
  checkPointer(gen, pointer, type, span)
  if (sizeOf(type) === 0) return gen.code.release(pointer)
  if (isScalar(type))
    return keepScalar(gen, destination, gen.code.load(behind(pointer), widthOf(type), registerFor(type)))
  copyStable(gen, behind(pointer), targetOf(gen, destination), sizeOf(type))
}

function write(gen: Generation, { operands: [operand, value], span }: LibraryCall): void {
  const { code } = gen
  const type = gen.typeOf(value!)
  const pointer = evaluate(gen, operand!)
  if (sizeOf(type) > 0 && isScalar(type)) {
    const held = evaluate(gen, value!)
    checkPointer(gen, pointer, type, span)
    code.move(code.memory(behind(pointer)), code.operand(held), held.width)
    code.release(held)
    return code.release(pointer)
  }
  checkPointer(gen, pointer, type, span)
  store(gen, behind(pointer), { kind: 'use', operand: value! }, [], type)
}

// ── Numbers ──

function wrapping(
  gen: Generation,
  { operands: [left, right], destination, of }: LibraryCall,
  mnemonic: string,
): void {
  const { code } = gen
  const target = evaluate(gen, left!)
  if (!right) code.emit(mnemonic, [code.operand(target)])
  else if (mnemonic === 'imul' && sizeOf(of) === 1) {
    const factor = evaluate(gen, right)
    code.moveTo(target, 'rax')
    code.emit('imul', [code.operand(factor)])
    code.release(factor)
  } else {
    const source = sourceOf(gen, right)
    const register = code.operand(target)
    const isTriple = mnemonic === 'imul' && source.kind === 'number'
    code.emit(mnemonic, isTriple ? [register, register, source.operand()] : [register, source.operand()])
    source.release()
  }
  keepScalar(gen, destination, target)
}

/** Of values that are looked at through references. */
function compare(
  gen: Generation,
  { operands: [left, right], destination, of }: LibraryCall,
  how: Comparison,
  mnemonic: string,
): void {
  const { code } = gen
  const [first, second] = [stablePointee(gen, left!), stablePointee(gen, right!)]
  code.spillAll()
  compareValues(gen, first, second, of, how)
  code.emit('cmp', [named('rax'), immediate(0)])
  const result = code.takeRegister('rax', 1)
  code.emit(mnemonic, [code.operand(result)])
  keepScalar(gen, destination, result)
}

/** −1, 0 or 1 is how `Ordering` lies, and `Some` of one. */
function ordering(gen: Generation, { operands: [left, right], destination, of }: LibraryCall): void {
  const { code } = gen
  const [first, second] = [stablePointee(gen, left!), stablePointee(gen, right!)]
  const wanted = gen.placeType(destination)
  const isPartial = wanted.kind === 'enum' && wanted.arguments.length > 0
  code.spillAll()
  compareValues(gen, first, second, of, isPartial ? 'partial' : 'order')
  const result = code.takeRegister('rax', 1)
  const target = targetOf(gen, destination)
  code.store(target, code.operand(result), 1)
  code.releaseAddress(target)
  code.release(result)
}

/** No `char` lies between U+D7FF and U+E000. */
const [LAST_BEFORE_SURROGATES, FIRST_BEHIND_SURROGATES] = [0xd800, 0xe000]

/** The next number, where the present one is. */
function forward(gen: Generation, { operands: [operand], destination, of }: LibraryCall): void {
  const { code } = gen
  discard(gen, operand!)
  const address = addressOf(gen, destination)
  const width = widthOf(of)
  code.emit('inc', [code.memory(address, width)], 'The next one')
  if (of.kind !== 'char') return code.releaseAddress(address)
  const fine = code.label()
  code.emit('cmp', [code.memory(address, width), immediate(LAST_BEFORE_SURROGATES)])
  code.emit('jne', [labelled(fine)])
  code.emit('mov', [code.memory(address, width), immediate(FIRST_BEHIND_SURROGATES)])
  code.mark(fine)
  code.releaseAddress(address)
}
