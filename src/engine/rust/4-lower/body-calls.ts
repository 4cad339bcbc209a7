import type { FormatSpecification } from '../1-parse/format-string.ts'
import type { Call, Expression, MacroCall } from '../1-parse/syntax.ts'
import { builtinFunction, type BuiltinFunction } from '../3-check/builtins.ts'
import { alignmentOf, offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { isScalar, isSigned, isWide, known, type Type } from '../3-check/types.ts'
import { BodyValues } from './body-values.ts'
import { frame, shifted, type Place } from './code.ts'

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

const SIGN = { plus: 2, alternate: 4, zero: 8, upper: 16 }
const ALIGNMENTS: Readonly<Record<string, number>> = { '<': 1, '^': 2, '>': 3 }
const BASES: Readonly<Record<string, number>> = { x: 16, X: 16, b: 2, o: 8, p: 16 }

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

  // ── Macros ──

  protected macro(macro: MacroCall): void {
    this.code.within(() => {
      switch (macro.name) {
        case 'println':
        case 'print':
        case 'eprintln':
        case 'eprint':
          return this.print(macro)
        case 'assert':
          return this.assert(macro)
        case 'assert_eq':
        case 'assert_ne':
          return this.assertEqual(macro)
        default:
          return this.panic(macro, PANIC_TEXTS[macro.name] ?? '', PANIC_TEXTS[macro.name] !== undefined)
      }
    })
  }

  private print(macro: MacroCall): void {
    const isError = macro.name.startsWith('e')
    const places = this.printed(macro)
    if (isError) {
      this.code.emit('mov edi, 2')
      this.code.call('output.to')
    }
    this.pieces(macro, places, macro.name.endsWith('ln') ? '\n' : '')
    if (isError) {
      this.code.emit('mov edi, 1')
      this.code.call('output.to')
    } else this.code.call('output.line')
  }

  /** All values are computed before anything is printed, as the macros do. */
  private printed(macro: MacroCall): readonly (Place | string)[] {
    return macro.values.map((value) => (value.kind === 'string' ? value.text : this.lookedAt(value)))
  }

  private assert(macro: MacroCall): void {
    const { code } = this
    const [condition] = macro.operands
    if (!condition) return
    this.value(condition)
    const fine = code.label()
    code.emit('test al, al')
    code.emit(`jnz ${fine}`)
    this.withTemporaries(() =>
      this.panic(macro, `assertion failed: ${macro.text.replace(/\s+/g, ' ')}`, false),
    )
    code.mark(fine)
  }

  private assertEqual(macro: MacroCall): void {
    const { code } = this
    const [left, right] = macro.operands
    if (!left || !right) return
    const [first, second] = [this.lookedAt(left), this.lookedAt(right)]
    const type = this.finalType(left)
    const fine = code.label()
    this.comparePlaces(first, second, type)
    code.emit('test rax, rax')
    code.emit(`${macro.name === 'assert_eq' ? 'jz' : 'jnz'} ${fine}`)
    this.withTemporaries(() => this.panicUnequal(macro, type, first, second))
    code.mark(fine)
  }

  private panicUnequal(macro: MacroCall, type: Type, first: Place, second: Place): void {
    const places = this.printed(macro)
    this.beginPanic(macro)
    this.write(`assertion \`left ${macro.name === 'assert_eq' ? '==' : '!='} right\` failed`)
    if (macro.pieces) {
      this.write(': ')
      this.pieces(macro, places, '')
    }
    this.write('\n  left: ')
    this.formatted(first, type, DEBUG)
    this.write('\n right: ')
    this.formatted(second, type, DEBUG)
    this.endPanic()
  }

  private panic(macro: MacroCall, text: string, isJoined: boolean): void {
    const places = this.printed(macro)
    this.beginPanic(macro)
    if (!macro.pieces) this.write(text === '' ? 'explicit panic' : text)
    else {
      if (isJoined) this.write(`${text}: `)
      this.pieces(macro, places, '')
    }
    this.endPanic()
  }

  private beginPanic(macro: MacroCall): void {
    this.code.emit('mov edi, 2')
    this.code.call('output.to')
    this.write(this.panicHead(macro))
  }

  private endPanic(): void {
    this.write('\n')
    this.code.call('panic.end')
  }

  private write(text: string): void {
    if (text === '') return
    this.code.text(text)
    this.code.call('output.write')
  }

  private pieces(macro: MacroCall, places: readonly (Place | string)[], end: string): void {
    let pending = ''
    for (const piece of macro.pieces ?? []) {
      if (typeof piece === 'string') pending += piece
      else {
        this.write(pending)
        pending = ''
        this.code.within(() => this.piece(macro, piece, places))
      }
    }
    this.write(pending + end)
  }

  private piece(macro: MacroCall, piece: FormatSpecification, places: readonly (Place | string)[]): void {
    const place = places[piece.value]
    const value = macro.values[piece.value]
    if (place === undefined || !value) return
    if (typeof piece.width === 'number') this.code.emit(`mov eax, ${piece.width}`)
    else {
      const widthPlace = places[piece.width.value]
      const widthValue = macro.values[piece.width.value]
      if (widthPlace === undefined || typeof widthPlace === 'string' || !widthValue) return
      this.code.load(this.unwrapped(widthPlace, this.finalType(widthValue)).place, {
        kind: 'integer',
        name: 'usize',
      })
    }
    const width = this.code.keep()
    if (typeof place !== 'string') return this.formatted(place, this.finalType(value), { piece, width })
    this.code.text(piece.form === '?' ? JSON.stringify(place) : place)
    this.code.emit(`mov r9d, ${[...place].length}`)
    this.specify({ piece, width })
    this.code.call('format.padded')
  }

  /** Through references and boxes to the value itself. */
  private unwrapped(place: Place, type: Type): { readonly place: Place; readonly type: Type } {
    let [at, found] = [place, known(type)]
    while ((found.kind === 'reference' || found.kind === 'box') && !isWide(found)) {
      this.code.load(at, found)
      at = this.behind(this.code.keep())
      found = known(found.target)
    }
    return { place: at, type: found }
  }

  /** RDX, RCX and R8 say how: flags, width, fill. */
  private specify({ piece, width }: Form): void {
    const flags =
      (piece.hasPlus ? SIGN.plus : 0) |
      (piece.isAlternate || piece.form === 'p' ? SIGN.alternate : 0) |
      (piece.isZeroed ? SIGN.zero : 0) |
      (piece.form === 'X' ? SIGN.upper : 0) |
      ((ALIGNMENTS[piece.alignment ?? ''] ?? 0) << 5)
    this.code.emit(`mov edx, ${flags}`)
    if (width === undefined) this.code.emit('xor ecx, ecx')
    else this.code.emit(`mov rcx, ${frame(width)}`)
    this.code.emit(`mov r8d, ${piece.fill}`)
  }

  private formatted(place: Place, type: Type, form: Form): void {
    this.code.within(() => {
      if (form.piece.form === 'p') {
        this.code.load(place, USIZE)
        return this.number(USIZE, form)
      }
      const inner = this.unwrapped(place, type)
      this.formattedValue(inner.place, inner.type, form)
    })
  }

  private formattedValue(place: Place, type: Type, form: Form): void {
    const { code } = this
    switch (type.kind) {
      case 'integer':
        code.load(place, type)
        return this.number(type, form)
      case 'bool':
        code.load(place, type)
        code.emit('mov edi, eax')
        this.specify(form)
        return code.call('format.boolean')
      case 'char':
        code.load(place, type)
        code.emit('mov edi, eax')
        this.specify(form)
        return code.call(form.piece.form === '?' ? 'format.quoted' : 'format.character')
      case 'pointer':
        code.load(place, USIZE)
        return this.number(USIZE, { ...form, piece: { ...form.piece, form: 'p' } })
      case 'array':
        code.address(place)
        return this.elements(code.keep(), () => code.emit(`mov eax, ${type.length}`), type.element, form)
      case 'reference': {
        const target = known(type.target)
        if (target.kind !== 'slice') return
        const wide = code.room(16)
        code.copy(place, { kind: 'frame', offset: wide }, 16)
        return this.elements(wide, () => code.emit(`mov rax, ${frame(wide + 8)}`), target.element, form)
      }
      default:
        return this.fields(place, type, form)
    }
  }

  private number(type: Type & { kind: 'integer' }, form: Form): void {
    const { code } = this
    const base = BASES[form.piece.form]
    this.specify(form)
    code.emit('mov rdi, rax')
    if (base !== undefined) {
      // In other bases a negative number shows its bits, as many as its type has.
      if (isSigned(type.name)) this.unsignedBits(sizeOf(type))
      code.emit(`mov esi, ${base}`)
    } else {
      code.emit('mov esi, 10')
      if (isSigned(type.name)) {
        const positive = code.label()
        code.emit('test rdi, rdi')
        code.emit(`jns ${positive}`)
        code.emit('neg rdi')
        code.emit('or edx, 1')
        code.mark(positive)
      }
    }
    code.call('format.number')
  }

  private unsignedBits(size: number): void {
    if (size === 1) this.code.emit('movzx edi, dil')
    else if (size === 2) this.code.emit('movzx edi, di')
    else if (size === 4) this.code.emit('mov edi, edi')
  }

  /** `[1, 2, 3]`, with every element in the same form. */
  private elements(pointer: number, length: () => void, element: Type, form: Form): void {
    const { code } = this
    const [again, end, first] = [code.label(), code.label(), code.label()]
    const [count, index] = [code.room(8), code.room(8)]
    length()
    code.emit(`mov ${frame(count)}, rax`)
    code.emit(`mov qword ${frame(index)}, 0`)
    this.write('[')
    code.mark(again)
    code.emit(`mov rax, ${frame(index)}`)
    code.emit(`cmp rax, ${frame(count)}`)
    code.emit(`jae ${end}`)
    code.emit('test rax, rax')
    code.emit(`jz ${first}`)
    this.write(', ')
    code.mark(first)
    this.formatted(this.behind(pointer), element, form)
    code.emit(`add qword ${frame(pointer)}, ${sizeOf(element)}`)
    code.emit(`inc qword ${frame(index)}`)
    code.emit(`jmp ${again}`)
    code.mark(end)
    this.write(']')
  }

  private fields(place: Place, type: Type, form: Form): void {
    if (type.kind !== 'tuple' && type.kind !== 'struct') throw new Error(`a ${type.kind} cannot be printed`)
    const offsets = offsetsOf(type)
    if (type.kind === 'tuple') {
      if (type.elements.length === 0) {
        this.code.text('()')
        this.code.emit('mov r9d, 2')
        this.specify(form)
        return this.code.call('format.padded')
      }
      this.write('(')
      type.elements.forEach((element, index) => {
        if (index > 0) this.write(', ')
        this.formatted(shifted(place, offsets[index] ?? 0), element, form)
      })
      return this.write(type.elements.length === 1 ? ',)' : ')')
    }
    if (type.fields.length === 0) return this.write(type.item.name.text)
    type.fields.forEach((field, index) => {
      this.write(index === 0 ? `${type.item.name.text} { ${field.name}: ` : `, ${field.name}: `)
      this.formatted(shifted(place, offsets[index] ?? 0), field.type, form)
    })
    this.write(' }')
  }
}

type CheckedItem = BodyValues['func']['item']

interface Form {
  readonly piece: FormatSpecification
  /** Where in the frame the width lies; without one it is 0. */
  readonly width: number | undefined
}

const USIZE = { kind: 'integer', name: 'usize' } as const

const DEBUG: Form = {
  piece: {
    value: 0,
    form: '?',
    fill: 32,
    alignment: undefined,
    hasPlus: false,
    isAlternate: false,
    isZeroed: false,
    width: 0,
  },
  width: undefined,
}

const PANIC_TEXTS: Readonly<Record<string, string>> = {
  unreachable: 'internal error: entered unreachable code',
  todo: 'not yet implemented',
  unimplemented: 'not implemented',
}
