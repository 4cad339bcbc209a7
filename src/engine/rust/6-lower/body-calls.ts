import type { Call, Expression } from '../1-parse/syntax.ts'
import { builtinFunction, type BuiltinFunction } from '../3-check/builtins.ts'
import { alignmentOf, sizeOf } from '../3-check/type-layout.ts'
import { isScalar, isWide, known, type Type } from '../3-check/types.ts'
import { BodyValues } from './body-values.ts'
import { frame, type Place } from './code.ts'

export const ARGUMENT_REGISTERS = ['rdi', 'rsi', 'rdx', 'rcx', 'r8', 'r9'] as const

/**
 * How many 8-byte words pass a value of this type to a function: none for what has no size, one for a scalar, two for
 * pointer and length; of everything bigger the caller makes a copy and passes its address. Words go to RDI, RSI, RDX,
 * RCX, R8, R9 in this order, as in the System V ABI, and further ones to the stack, the first at [RSP]. A result comes
 * back in RAX, with its length in RDX; a bigger one is written where the caller's first word points to.
 */
export function wordsOf(type: Type): number {
  if (sizeOf(type) === 0) return 0
  return isWide(type) ? 2 : 1
}

export function isInMemory(type: Type): boolean {
  return !isScalar(type) && !isWide(type) && sizeOf(type) > 0
}

/** Calls of functions and of macros. */
export abstract class BodyCalls extends BodyValues {
  /** @param target where a result that does not fit registers goes */
  protected call(call: Call, target: Place | undefined): void {
    const { callee } = call
    const meaning = callee.kind === 'variable' ? this.func.resolution.meanings.get(callee) : undefined
    if (meaning?.kind === 'function') return this.callFunction(call, meaning, target)
    const builtin =
      callee.kind === 'path'
        ? builtinFunction(callee)
        : callee.kind === 'variable'
          ? (callee.name as BuiltinFunction)
          : undefined
    if (!builtin) throw new Error('only a function by its name can be called')
    this.builtin(call, builtin, target)
  }

  private callFunction(
    call: Call,
    item: Parameters<BodyCalls['labelOf']>[0],
    target: Place | undefined,
  ): void {
    const { code } = this
    const result = this.typeOf(call)
    const words: { readonly text: string }[] = []
    const room = isInMemory(result) ? (target ?? this.temporary(result)) : undefined
    if (room) {
      code.address(room)
      words.push({ text: frame(code.keep()) })
    }
    for (const argument of call.arguments) words.push(...this.argumentWords(argument))
    const onStack = words.slice(ARGUMENT_REGISTERS.length)
    const stackBytes = Math.ceil(onStack.length / 2) * 16
    if (stackBytes > 0) code.emit(`sub rsp, ${stackBytes}`, 'Room for arguments')
    onStack.forEach(({ text }, index) => {
      code.emit(`mov rax, ${text}`)
      code.emit(`mov [rsp + ${8 * index}], rax`)
    })
    words
      .slice(0, ARGUMENT_REGISTERS.length)
      .forEach(({ text }, index) => code.emit(`mov ${ARGUMENT_REGISTERS[index]}, ${text}`))
    code.instructions.push({
      mnemonic: 'call',
      operands: [{ kind: 'label', name: this.labelOf(item) }],
      span: code.span,
      comment: `Call ${item.name.text}`,
    })
    if (stackBytes > 0) code.emit(`add rsp, ${stackBytes}`)
    if (isWide(result) && target) {
      code.emit('mov rcx, rdx')
      this.storeWide(target)
    }
  }

  abstract labelOf(item: CheckedItem): string

  private argumentWords(argument: Expression): readonly { readonly text: string }[] {
    const { code } = this
    const type = this.finalType(argument)
    if (sizeOf(type) === 0) {
      this.value(argument)
      return []
    }
    if (isScalar(type)) {
      this.value(argument)
      return [{ text: frame(code.keep()) }]
    }
    const offset = code.room(sizeOf(type))
    this.into(argument, { kind: 'frame', offset })
    if (isWide(type)) return [{ text: frame(offset) }, { text: frame(offset + 8) }]
    code.emit(`lea rax, ${frame(offset)}`)
    return [{ text: frame(code.keep()) }]
  }

  private builtin(call: Call, name: BuiltinFunction, target: Place | undefined): void {
    const { code } = this
    const [first, second] = call.arguments
    switch (name) {
      case 'size_of':
      case 'align_of': {
        const type = this.typeOf(call.callee)
        return code.constant(BigInt(name === 'size_of' ? sizeOf(type) : alignmentOf(type)))
      }
      case 'size_of_val':
      case 'align_of_val':
        return first && this.sizeOfValue(name, first)
      case 'black_box':
        return first && (target ? this.into(first, target) : this.value(first))
      case 'drop':
        return first && this.dropValue(first)
      case 'swap':
        return first && second && this.swap(first, second)
      case 'box_new':
        return first && this.boxNew(first)
      default:
        return code.constant(0n)
    }
  }

  private sizeOfValue(name: BuiltinFunction, argument: Expression): void {
    const { code } = this
    const type = this.finalType(argument)
    const target = type.kind === 'reference' ? known(type.target) : type
    if (target.kind !== 'slice') {
      this.value(argument)
      return code.constant(BigInt(name === 'size_of_val' ? sizeOf(target) : alignmentOf(target)))
    }
    const wide = this.temporary({ kind: 'tuple', elements: [type] })
    this.into(argument, wide)
    if (name === 'align_of_val') return code.constant(BigInt(alignmentOf(target.element)))
    code.emit(`mov rax, ${code.operand(wide, 8)}`)
    code.emit(`imul rax, rax, ${sizeOf(target.element)}`)
  }

  private dropValue(argument: Expression): void {
    const type = this.finalType(argument)
    const place = this.temporary(type)
    this.into(argument, place)
    this.drop(place, type)
  }

  private swap(first: Expression, second: Expression): void {
    const type = this.finalType(first)
    const target = type.kind === 'reference' ? type.target : type
    this.value(first)
    const one = this.behind(this.code.keep())
    this.value(second)
    const other = this.behind(this.code.keep())
    const between = this.temporary(target)
    this.code.copy(one, between, sizeOf(target))
    this.code.copy(other, one, sizeOf(target))
    this.code.copy(between, other, sizeOf(target))
  }

  /** The value is made first, then room for it on the heap. */
  private boxNew(content: Expression): void {
    const { code } = this
    const type = this.finalType(content)
    const value = this.temporary(type)
    this.into(content, value)
    code.emit(`mov rdi, ${sizeOf(type)}`)
    code.call('heap.allocate', `Room for ${sizeOf(type)} bytes on the heap`)
    const pointer = code.keep()
    code.copy(value, this.behind(pointer), sizeOf(type))
    code.emit(`mov rax, ${frame(pointer)}`)
  }
}

type CheckedItem = BodyValues['func']['item']
