import type { FormatSpecification } from '../1-parse/format-string.ts'
import type { MacroCall } from '../1-parse/syntax.ts'
import { offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { isSigned, isWide, known, type Type } from '../3-check/types.ts'
import { BodyCalls } from './body-calls.ts'
import { frame, shifted, type Place } from './code.ts'

const SIGN = { plus: 2, alternate: 4, zero: 8, upper: 16 }
const ALIGNMENTS: Readonly<Record<string, number>> = { '<': 1, '^': 2, '>': 3 }
const BASES: Readonly<Record<string, number>> = { x: 16, X: 16, b: 2, o: 8, p: 16 }

interface Form {
  readonly piece: FormatSpecification
  /** At least so many characters, where it is known; else where in the frame the width lies. */
  readonly width: number | { readonly slot: number }
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
  width: 0,
}

const PANIC_TEXTS: Readonly<Record<string, string>> = {
  unreachable: 'internal error: entered unreachable code',
  todo: 'not yet implemented',
  unimplemented: 'not implemented',
}

/** `println!`, `panic!` and the assertions: what is printed, piece by piece. */
export abstract class BodyMacros extends BodyCalls {
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
    this.code.data.prints = true
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
    const width = this.width(macro, piece.width, places)
    if (width === undefined) return
    if (typeof place !== 'string') return this.formatted(place, this.finalType(value), { piece, width })
    this.code.text(piece.form === '?' ? JSON.stringify(place) : place)
    this.code.emit(`mov r9d, ${[...place].length}`)
    this.specify({ piece, width })
    this.code.call('format.padded')
  }

  private width(
    macro: MacroCall,
    width: FormatSpecification['width'],
    places: readonly (Place | string)[],
  ): Form['width'] | undefined {
    if (typeof width === 'number') return width
    const [place, value] = [places[width.value], macro.values[width.value]]
    if (place === undefined || typeof place === 'string' || !value) return undefined
    this.code.load(this.unwrapped(place, this.finalType(value)).place, USIZE)
    return { slot: this.code.keep() }
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
    if (typeof width === 'number') this.code.constant(BigInt(width), 'rcx')
    else this.code.emit(`mov rcx, ${frame(width.slot)}`)
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
      case 'never':
        return
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
    const { name, shape } = type.item
    if (type.fields.length === 0) return this.write(name.text)
    type.fields.forEach((field, index) => {
      const label = shape === 'tuple' ? '' : `${field.name}: `
      this.write(index > 0 ? `, ${label}` : `${name.text}${shape === 'tuple' ? '(' : ' { '}${label}`)
      this.formatted(shifted(place, offsets[index] ?? 0), field.type, form)
    })
    this.write(shape === 'tuple' ? ')' : ' }')
  }
}
