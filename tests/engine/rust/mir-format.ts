import type { FormatPiece, FormatSpecification } from '#engine/rust/1-parse/format-string.ts'
import { offsetsOf, sizeOf } from '#engine/rust/3-check/type-layout.ts'
import { fieldsOf, isSigned, known, type Type } from '#engine/rust/3-check/types.ts'
import { floatText, readFloat } from './mir-floats.ts'
import { number, partsOf, type Memory } from './mir-memory.ts'

/** Something to be printed: a text, or what lies at an address. */
export type Printed = string | { readonly address: number; readonly type: Type }

const BASES: Readonly<Record<string, number>> = { x: 16, X: 16, b: 2, o: 8, p: 16 }
const PREFIXES: Readonly<Record<string, string>> = { x: '0x', X: '0x', b: '0b', o: '0o', p: '0x' }

/** What the pieces of a format string print (Rust library reference, `std::fmt`). */
export function format(memory: Memory, pieces: readonly FormatPiece[], values: readonly Printed[]): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : formatted(memory, piece, values)))
    .join('')
}

function formatted(memory: Memory, piece: FormatSpecification, values: readonly Printed[]): string {
  const value = values[piece.value]!
  const width =
    typeof piece.width === 'number' ? piece.width : Number(scalarAt(memory, values[piece.width.value]!))
  const precision =
    typeof piece.precision === 'object'
      ? Number(scalarAt(memory, values[piece.precision.value]!))
      : piece.precision
  return show(memory, value, { ...piece, width, ...(precision !== undefined && { precision }) })
}

function scalarAt(memory: Memory, printed: Printed): bigint {
  if (typeof printed === 'string') throw new Error('a width is no text')
  const { address, type } = behind(memory, printed)
  return number(memory.read(address, sizeOf(type)), type.kind === 'integer' && isSigned(type.name))
}

function behind(
  memory: Memory,
  { address, type }: { address: number; type: Type },
): { address: number; type: Type } {
  const found = known(type)
  if (found.kind !== 'reference' && found.kind !== 'box') return { address, type: found }
  const { kind } = known(found.target)
  if (kind === 'slice' || kind === 'str') return { address, type: found }
  return behind(memory, { address: Number(number(memory.read(address, 8), false)), type: found.target })
}

function show(memory: Memory, printed: Printed, form: FormatSpecification): string {
  if (typeof printed === 'string')
    return form.form === '?' ? quoted(printed, '"') : pad(cut(printed, form), form, '<')
  if (form.form === 'p')
    return integer(number(memory.read(printed.address, 8), false), 8, { ...form, isAlternate: true })
  const { address, type } = behind(memory, printed)
  const part = (offset: number, of: Type) => show(memory, { address: address + offset, type: of }, form)
  switch (type.kind) {
    case 'integer':
      return integer(scalarAt(memory, { address, type }), sizeOf(type), form)
    case 'float': {
      const [sign, digits] = floatText(readFloat(memory.read(address, sizeOf(type))), type.name, form)
      if (form.isZeroed) return sign + digits.padStart(Number(form.width) - sign.length, '0')
      return pad(sign + digits, form, '>')
    }
    case 'bool':
      return pad(scalarAt(memory, { address, type }) === 1n ? 'true' : 'false', form, '<')
    case 'char': {
      const text = String.fromCodePoint(Number(scalarAt(memory, { address, type })))
      return form.form === '?' ? quoted(text, "'") : pad(text, form, '<')
    }
    case 'pointer':
      return integer(number(memory.read(address, 8), false), 8, { ...form, form: 'p', isAlternate: true })
    case 'array':
      return list(type.length, (index) => part(index * sizeOf(type.element), type.element))
    case 'reference': {
      const slice = known(type.target)
      const [first, length] = [0, 8].map((at) => Number(number(memory.read(address + at, 8), false)))
      if (slice.kind === 'str')
        return show(memory, new TextDecoder().decode(memory.read(first!, length!)), form)
      if (slice.kind !== 'slice') throw new Error(`a ${slice.kind} behind a reference is not printed`)
      const element = (index: number) => ({
        address: first! + index * sizeOf(slice.element),
        type: slice.element,
      })
      return list(length!, (index) => show(memory, element(index), form))
    }
    case 'tuple': {
      if (type.elements.length === 0) return pad('()', form, '<')
      const texts = partsOf(type).map((each, index) => part(offsetsOf(type)[index]!, each))
      return `(${texts.join(', ')}${texts.length === 1 ? ',' : ''})`
    }
    case 'enum':
      return fieldsText(memory.variantTypeAt(address, type), part)
    case 'struct':
      return fieldsText(type, part)
    default:
      throw new Error(`a ${type.kind} is not printed`)
  }
}

/** `Unit`, `Pair(1, 2)`, `Point { x: 1 }` */
function fieldsText(
  type: Type & { kind: 'struct' | 'variant' },
  part: (offset: number, of: Type) => string,
): string {
  const { name, shape } = type.kind === 'struct' ? type.item : type.of.variants[type.index]!.item
  const offsets = offsetsOf(type)
  const texts = fieldsOf(type).map((field, index) => {
    const text = part(offsets[index]!, field.type)
    return shape === 'tuple' ? text : `${field.name}: ${text}`
  })
  if (texts.length === 0) return name.text
  return shape === 'tuple' ? `${name.text}(${texts.join(', ')})` : `${name.text} { ${texts.join(', ')} }`
}

const list = (length: number, text: (index: number) => string) =>
  `[${Array.from({ length }, (_, index) => text(index)).join(', ')}]`

function integer(value: bigint, size: number, form: FormatSpecification): string {
  const letter = form.hexadecimal ?? form.form
  const base = BASES[letter]
  const digits =
    base === undefined
      ? (value < 0n ? -value : value).toString()
      : BigInt.asUintN(8 * size, value).toString(base)
  const sign = base === undefined && value < 0n ? '-' : form.hasPlus ? '+' : ''
  const prefix = sign + (form.isAlternate ? (PREFIXES[letter] ?? '') : '')
  const text = letter === 'X' ? digits.toUpperCase() : digits
  if (form.isZeroed) return prefix + text.padStart(Number(form.width) - prefix.length, '0')
  return pad(prefix + text, form, '>')
}

function cut(text: string, { precision }: FormatSpecification): string {
  return typeof precision === 'number' ? [...text].slice(0, precision).join('') : text
}

function pad(text: string, form: FormatSpecification, usual: '<' | '>'): string {
  const missing = Math.max(0, Number(form.width) - [...text].length)
  const fill = String.fromCodePoint(form.fill)
  const side = form.alignment ?? usual
  const left = side === '>' ? missing : side === '^' ? missing >> 1 : 0
  return fill.repeat(left) + text + fill.repeat(missing - left)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\\0',
  '\\': '\\\\',
}

function quoted(text: string, quote: string): string {
  return `${quote}${[...text].map((each) => (each === quote ? `\\${each}` : escaped(each))).join('')}${quote}`
}

function escaped(character: string): string {
  const isSeen = /^[\p{L}\p{N}\p{P}\p{S}\p{Mc} ]$/u.test(character)
  return ESCAPES[character] ?? (isSeen ? character : `\\u{${character.codePointAt(0)!.toString(16)}}`)
}
