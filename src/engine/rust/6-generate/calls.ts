import { sizeOf } from '../3-check/type-layout.ts'
import { isScalar, isWide, type Type } from '../3-check/types.ts'
import type { Place, Terminator } from '../4-mir/mir.ts'
import { inFrame, registerFor, shifted, widthOf, type Held } from './code.ts'
import { inMemory, isUnplaced, keepScalar, roomFor } from './destinations.ts'
import type { Generation } from './generation.ts'
import { callFormat } from './format.ts'
import { frame, immediate, labelled, named, type MemoryOperand } from './instruction.ts'
import { callLibrary } from './library.ts'
import { callBySlot } from './slots.ts'
import { discard, evaluate, lent, wideOf } from './operands.ts'
import { addressOf, behind } from './places.ts'
import { ARGUMENTS, FLOATS, isFloatRegister, part, type RegisterName } from './registers.ts'
import { copy } from './stores.ts'

/**
 * Whether a value is passed by its address, and copied by who is called. Of the others, what has no size takes no 8-byte
 * word, a scalar one, pointer and length two. Words go to RDI, RSI, RDX, RCX, R8, R9 in this order, as in the System V
 * ABI, and further ones to the stack, the first at [RSP]. A result comes back in RAX, with its length in RDX; a bigger one
 * is written where the caller's first word points to.
 */
export function isInMemory(type: Type): boolean {
  return !isScalar(type) && !isWide(type) && sizeOf(type) > 0
}

export function generateCall(gen: Generation, call: Terminator & { kind: 'call' }): void {
  const { callee } = call
  if (callee.kind === 'format') return callFormat(gen, callee, call.arguments, call.destination, call)
  if (callee.kind === 'library') return callLibrary(gen, callee, call.arguments, call.destination, call)
  const result = gen.placeType(call.destination)
  const room = isInMemory(result) ? roomFor(gen, call.destination, result) : undefined
  const stackBytes = passWords(gen, call, room)
  if (callee.kind === 'virtual') callBySlot(gen, callee.slot, `Call ${callee.name}`)
  else if (callee.kind === 'pointer') gen.code.emit('call', [named('rax')], 'Call what it leads to')
  else gen.code.emit('call', [labelled(callee.label)], `Call ${callee.item.name.text}`)
  if (stackBytes > 0) gen.code.emit('add', [named('rsp'), immediate(stackBytes)])
  if (call.target === undefined) return
  if (room === undefined) keepResult(gen, call.destination, result)
}

/** Puts arguments where they are expected, and into RAX where a pointer leads. @returns how many bytes of stack they take */
function passWords(
  gen: Generation,
  { callee, arguments: all }: Terminator & { kind: 'call' },
  result: ReturnType<typeof inFrame> | undefined,
): number {
  const { code } = gen
  const operands = callee.kind === 'pointer' ? all.slice(1) : all
  let pointer = callee.kind === 'pointer' ? evaluate(gen, all[0]!) : undefined
  const words: Held[] = []
  const homes = new Places()
  const keep = (held: Held) => {
    words.push(held)
    homes.next(isFloatRegister(held.register) || held.isFloat === true)
  }
  const register = (isFloat = false) => homes.peek(isFloat)
  if (result) keep(code.addressInRegister(result, register()))
  for (const operand of operands) {
    const type = gen.typeOf(operand)
    if (callee.kind === 'virtual' && operand === operands[0]) {
      const wide =
        type.kind === 'dyn' && operand.kind !== 'constant' ? lent(gen, operand.place) : wideOf(gen, operand)
      keep(wide.pointer(register()))
      pointer = wide.length('rax')
    } else if (sizeOf(type) === 0) discard(gen, operand)
    else if (isScalar(type)) keep(evaluate(gen, operand, register(type.kind === 'float')))
    else if (isWide(type)) {
      const wide = wideOf(gen, operand)
      keep(wide.pointer(register()))
      keep(wide.length(register()))
    } else keep(code.addressInRegister(inMemory(gen, operand, type), register()))
  }
  code.spillAll([...words, pointer])
  const onStack = words.filter((_, index) => homes.given[index] === undefined)
  const stackBytes = Math.ceil(onStack.length / 2) * 16
  if (stackBytes > 0) code.emit('sub', [named('rsp'), immediate(stackBytes)], 'Room for arguments')
  onStack.forEach((word, index) => {
    code.move(onTop(8 * index), code.operand(word, 8), word.isFloat ? word.width : 8)
    code.release(word)
  })
  words.forEach((word, index) => {
    const home = homes.given[index]
    if (home !== undefined) code.moveTo(word, home)
  })
  if (pointer) code.moveTo(pointer, 'rax')
  code.release(pointer)
  words.forEach((word) => code.release(word))
  return stackBytes
}

/** Where words go: numbers and addresses to registers of their own, floating-point numbers to others, all else to the stack. */
class Places {
  /** In the order of the words; undefined on the stack. */
  readonly given: (RegisterName | undefined)[] = []
  private wordCount = 0
  private floatCount = 0

  peek(isFloat: boolean): RegisterName | undefined {
    return isFloat ? FLOATS[this.floatCount] : ARGUMENTS[this.wordCount]
  }

  next(isFloat: boolean): RegisterName | undefined {
    const place = this.peek(isFloat)
    if (isFloat) this.floatCount++
    else this.wordCount++
    this.given.push(place)
    return place
  }
}

function onTop(displacement: number): MemoryOperand {
  return { kind: 'memory', base: 'rsp', index: undefined, displacement }
}

/** What comes back in RAX, and in RDX. */
function keepResult(gen: Generation, destination: Place, type: Type): void {
  const { code } = gen
  if (sizeOf(type) === 0) return
  if (isWide(type)) {
    const [pointer, length] = [code.takeRegister('rax', 8), code.takeRegister('rdx', 8)]
    const address = isUnplaced(gen, destination)
      ? slotFor(gen, destination.local, 16)
      : addressOf(gen, destination)
    code.store(address, code.operand(pointer), 8)
    code.store(shifted(address, 8), code.operand(length), 8)
    code.releaseAddress(address)
    code.release(pointer)
    return code.release(length)
  }
  keepScalar(gen, destination, code.takeRegister(registerFor(type, 'rax') ?? 'rax', widthOf(type)))
}

function slotFor(gen: Generation, local: number, size: number) {
  const offset = gen.code.room(size)
  gen.fleeting.set(local, { kind: 'slot', offset })
  if (gen.temporaries.usesLeft[local] === 0) gen.code.giveBack(offset)
  return inFrame(offset)
}

/** Copies the parameters to their places. @param resultSlot where the address of a large result is kept */
export function keepParameters(gen: Generation, resultSlot: number | undefined): void {
  const { code, body } = gen
  const places = new Places()
  let onStack = 0
  const next = (isFloat = false) => places.next(isFloat) ?? 16 + 8 * onStack++
  /** Copying needs registers: addresses wait in the frame. */
  const later: (() => void)[] = []
  if (resultSlot !== undefined)
    code.emit('mov', [frame(resultSlot), part(next() as RegisterName, 8)], 'Where the result goes')
  for (let local = 1; local <= body.parameterCount; local++) {
    const type = gen.localType(local)
    if (sizeOf(type) === 0) continue
    const home = gen.homes.get(local)
    if (isInMemory(type)) {
      const from = next()
      if (home) later.push(copyParameter(gen, from, home.offset, sizeOf(type)))
      continue
    }
    const words = isWide(type) ? [0, 8] : [0]
    for (const at of words)
      keepWord(gen, next(type.kind === 'float'), home && home.offset + at, isWide(type) ? 8 : widthOf(type))
  }
  for (const copyNow of later) copyNow()
}

function keepWord(
  gen: Generation,
  from: RegisterName | number,
  to: number | undefined,
  width: 1 | 2 | 4 | 8,
): void {
  const { code } = gen
  if (to === undefined) return
  if (typeof from !== 'number') return code.store(inFrame(to), part(from, width), width)
  // RAX holds no argument.
  code.emit('mov', [part('rax', width), frame(from)])
  code.store(inFrame(to), part('rax', width), width)
}

/** @returns what copies it once all other words are where they belong */
function copyParameter(gen: Generation, from: RegisterName | number, to: number, size: number): () => void {
  const { code } = gen
  let slot = from
  if (typeof from !== 'number') {
    slot = code.room(8)
    code.emit('mov', [frame(slot), part(from, 8)], 'Where the argument is')
  }
  return () => {
    const pointer = code.take(8)
    code.emit('mov', [code.operand(pointer), frame(slot as number)])
    if (typeof from !== 'number') code.giveBack(slot as number)
    copy(gen, behind(pointer), inFrame(to), size)
  }
}
