import type { FormatSpecification } from '../1-parse/format-string.ts'
import type { Span } from '../1-parse/syntax.ts'
import { holdsItself } from '../3-check/derived.ts'
import { offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { isSigned, known, type DynType, type Type, type VariantType } from '../3-check/types.ts'
import type { Callee, Operand, Place } from '../4-mir/mir.ts'
import { callBySlot } from './slots.ts'
import { atLabel, inFrame, isSignedType, shifted, widthOf } from './code.ts'
import { partTypes } from './compare-values.ts'
import { roomFor } from './destinations.ts'
import { eachVariant, storeTag } from './enums.ts'
import type { Generation } from './generation.ts'
import { frame, immediate, labelled, named, type Operand as Written } from './instruction.ts'
import { part, type RegisterName } from './registers.ts'
import {
  further,
  opened,
  passAddresses,
  passPairs,
  stabilised,
  stablePointee,
  unwrapped,
  type Stable,
} from './stable.ts'

const FORMAT_FLAGS = { plus: 2, alternate: 4, zero: 8, upper: 16, hexadecimal: 128 }
const ALIGNMENTS: Readonly<Record<string, number>> = { '<': 1, '^': 2, '>': 3 }
const BASES: Readonly<Record<string, number>> = { x: 16, X: 16, b: 2, o: 8, p: 16 }

/** Something to be printed: a text that is known, or a value that lies somewhere. */
type Printed = string | { readonly at: Stable; readonly type: Type }

interface Form {
  readonly piece: FormatSpecification
  /** At least so many characters, where it is known; else where in the frame the width lies. */
  readonly width: number | { readonly slot: number }
  /** Digits behind the point, or characters at most. */
  readonly precision?: number | { readonly slot: number } | undefined
  /** Where in the frame flags, width and fill lie, if the caller says them. */
  readonly told?: readonly number[] | undefined
  /** Of `{:#?}`, each part on a line of its own: how deep in others it is. */
  readonly depth?: number | undefined
  /** Where in the frame the depth around it lies, in the upper half of the word that has the fill in the lower. */
  readonly around?: number | undefined
  /** What the caller says has been looked at: it all goes on one line. */
  readonly isOnOneLine?: true
}

/** Spaces to a level. */
const INDENT = 4
/** Of the word that holds the fill, one level. */
const LEVEL = 2 ** 32

/** What is asked of a type that says itself how it is printed. */
const TRAITS: Readonly<Record<string, string>> = { '?': 'Debug', e: 'LowerExp', E: 'UpperExp' }

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

/** `println!`, `panic!` and the assertions: what is printed, piece by piece. All values are known by now. */
export function callFormat(
  gen: Generation,
  { macro, pieces }: Callee & { kind: 'format' },
  operands: readonly Operand[],
  destination: Place,
  span: Span,
): void {
  const { code } = gen
  const values = operands.map((operand) => printed(gen, operand))
  code.spillAll()
  if (macro === 'format' || macro === 'append') return collect(gen, macro, pieces, values, destination)
  if (macro === 'write' || macro === 'fmt') return writeTo(gen, macro, pieces, values, destination)
  if (!macro.includes('print')) return panic(gen, macro, pieces, values, span)
  const isError = macro.startsWith('e')
  code.data.prints = true
  const print = () => {
    if (isError) outputTo(gen, 2)
    writePieces(gen, pieces, values)
    if (isError) outputTo(gen, 1)
    else code.call('output.line')
  }
  // Somebody may be collecting what a `fmt` writes.
  if (gen.around.isInsideFormatting(gen.body.label)) withSink(gen, undefined, print)
  else print()
}

/** `format!` makes a `String` and writes to it, `write!` to one that there is. */
function collect(
  gen: Generation,
  macro: string,
  pieces: readonly (string | FormatSpecification)[],
  values: readonly Printed[],
  destination: Place,
): void {
  const isNew = macro === 'format'
  const [target, ...others] = values
  if (isNew) {
    const text = stabilised(gen, roomFor(gen, destination, gen.placeType(destination)))
    // Capacity 0, a pointer that leads nowhere, length 0.
    for (const [index, word] of [0n, 1n, 0n].entries()) {
      const address = shifted(opened(gen, text), 8 * index)
      gen.code.storeNumber(address, word, 8)
      gen.code.releaseAddress(address)
    }
    return withSink(gen, text, () => writePieces(gen, pieces, values))
  }
  if (typeof target === 'object') withSink(gen, target.at, () => writePieces(gen, pieces, others))
  const type = gen.placeType(destination)
  if (type.kind === 'enum') storeTag(gen, roomFor(gen, destination, type), type, 0)
}

/** What is printed meanwhile goes to a `String`, or, without one, out. */
function withSink(gen: Generation, text: Stable | undefined, write: () => void): void {
  const { code } = gen
  const sink = () => code.memory(atLabel('output.sink'), 8)
  const before = gen.stepRoom(8)
  code.data.routine('output.collect')
  code.emit('mov', [named('rax'), sink()], 'Where output went before')
  code.emit('mov', [frame(before), named('rax')])
  if (text) {
    const held = code.addressInRegister(opened(gen, text), 'rax')
    code.emit('mov', [sink(), code.operand(held)], 'From here on it goes to this String')
    code.release(held)
  } else code.emit('mov', [sink(), immediate(0)])
  write()
  code.emit('mov', [named('rax'), frame(before)])
  code.emit('mov', [sink(), named('rax')], 'And again to where it went before')
}

function printed(gen: Generation, operand: Operand): Printed {
  if (operand.kind === 'constant' && operand.constant.kind === 'text') return operand.constant.text
  const type = gen.typeOf(operand)
  return { at: stablePointee(gen, operand), type: type.kind === 'reference' ? known(type.target) : type }
}

/** Goes where the rest of it goes; nothing can go wrong there. */
function writeTo(
  gen: Generation,
  macro: string,
  pieces: readonly (string | FormatSpecification)[],
  [formatter, ...values]: readonly Printed[],
  destination: Place,
): void {
  if (macro === 'write') writePieces(gen, pieces, values, depthAround(gen, formatter))
  else if (typeof pieces[0] === 'object' && typeof formatter === 'object')
    writeValue(gen, values[0], { piece: pieces[0], width: 0, told: toldBy(gen, formatter.at) })
  const type = gen.placeType(destination)
  if (type.kind === 'enum') storeTag(gen, roomFor(gen, destination, type), type, 0)
}

/** What a formatter says of flags, width and fill, kept in the frame. */
function toldBy(gen: Generation, formatter: Stable): readonly number[] {
  return [0, 8, 16].map((offset) => {
    const slot = gen.stepRoom(8)
    const held = gen.code.load(shifted(opened(gen, formatter), offset), 8, 'rax')
    gen.code.emit('mov', [frame(slot), gen.code.operand(held)])
    gen.code.release(held)
    return slot
  })
}

/** How deep a formatter says that it is, where anything is printed over several lines. */
function depthAround(gen: Generation, formatter: Printed | undefined): number | undefined {
  return gen.around.hasLines && typeof formatter === 'object' ? toldBy(gen, formatter.at)[2] : undefined
}

const FORMATTER_SIZE = 32

/** A value of a type that says itself how it is printed. */
function formattedByItself(gen: Generation, at: Stable, label: string, form: Form): void {
  const { code } = gen
  askedToFormat(gen, form, () => {
    const held = code.addressInRegister(opened(gen, at), 'rsi')
    code.moveTo(held, 'rsi')
    code.release(held)
  })
  code.emit('call', [labelled(label)], 'What its `fmt` prints')
}

/** What lies behind a `dyn`, as its table says. */
function formattedBySlot(gen: Generation, at: Stable, of: DynType, form: Form): void {
  const { code } = gen
  const slot = gen.around.slotOf(of, form.piece.form === '?' ? 'Debug' : 'Display', 'fmt')
  // Only of `Any` nothing is known but that it is there.
  if (slot === undefined) return write(gen, `${of.trait.name.text} { .. }`)
  askedToFormat(gen, form, () => {
    const table = code.load(shifted(opened(gen, at), 8), 8, 'rax')
    code.moveTo(table, 'rax')
    const held = code.load(opened(gen, at), 8, 'rsi')
    code.moveTo(held, 'rsi')
    code.release(held)
    code.release(table)
  })
  callBySlot(gen, slot, 'What its `fmt` prints')
}

/** RDI is where the result goes, RDX the formatter. @param value puts where the value lies into RSI */
function askedToFormat(gen: Generation, form: Form, value: () => void): void {
  const { code } = gen
  const [told, result] = [gen.stepRoom(FORMATTER_SIZE), gen.stepRoom(8)]
  specify(gen, form)
  for (const [index, register] of (['rdx', 'rcx', 'r8'] as const).entries())
    code.emit('mov', [frame(told + 8 * index), named(register)])
  value()
  code.emit('lea', [named('rdi'), frame(result)])
  code.emit('lea', [named('rdx'), frame(told)])
}

function outputTo({ code }: Generation, file: number): void {
  code.emit('mov', [named('edi'), immediate(file)])
  code.call('output.to')
}

function panic(
  gen: Generation,
  macro: string,
  pieces: readonly (string | FormatSpecification)[],
  values: readonly Printed[],
  span: Span,
): void {
  outputTo(gen, 2)
  write(gen, gen.panicHead(span))
  if (macro === 'assert_eq' || macro === 'assert_ne') unequal(gen, macro, pieces, values)
  else writePieces(gen, pieces, values)
  write(gen, '\n')
  gen.code.call('panic.end')
}

/** The first two values are those that were compared. */
function unequal(
  gen: Generation,
  macro: string,
  pieces: readonly (string | FormatSpecification)[],
  [left, right, ...values]: readonly Printed[],
): void {
  write(gen, `assertion \`left ${macro === 'assert_eq' ? '==' : '!='} right\` failed`)
  if (pieces.some((piece) => piece !== '')) {
    write(gen, ': ')
    writePieces(gen, pieces, values)
  }
  write(gen, '\n  left: ')
  writeValue(gen, left, DEBUG)
  write(gen, '\n right: ')
  writeValue(gen, right, DEBUG)
}

function writeValue(gen: Generation, value: Printed | undefined, form: Form): void {
  if (value !== undefined && typeof value !== 'string') formatted(gen, value.at, value.type, form)
}

function write({ code }: Generation, text: string): void {
  if (text === '') return
  code.text(text)
  code.call('output.write')
}

function writePieces(
  gen: Generation,
  pieces: readonly (string | FormatSpecification)[],
  values: readonly Printed[],
  around?: number,
): void {
  let pending = ''
  for (const piece of pieces) {
    if (typeof piece === 'string') pending += piece
    else {
      writeLines(gen, pending, around)
      pending = ''
      writePiece(gen, piece, values, around)
    }
  }
  writeLines(gen, pending, around)
}

/** What is told in the middle of something begins each line as deep as that is. */
function writeLines(gen: Generation, text: string, around: number | undefined): void {
  if (around === undefined) return write(gen, text)
  const [first, ...lines] = text.split('\n')
  write(gen, first!)
  for (const line of lines) {
    newLine(gen, { ...DEBUG, depth: 0, around })
    write(gen, line)
  }
}

function newLine(gen: Generation, { depth = 0, around }: Form): void {
  const { code } = gen
  if (around === undefined) return write(gen, `\n${' '.repeat(INDENT * depth)}`)
  write(gen, '\n')
  code.emit('mov', [named('rdi'), frame(around)])
  code.emit('shr', [named('rdi'), immediate(32 - Math.log2(INDENT))], `${INDENT} spaces to a level`)
  put(code, 'rsi', 32)
  code.call('format.fill')
  write(gen, ' '.repeat(INDENT * depth))
}

function writePiece(
  gen: Generation,
  piece: FormatSpecification,
  values: readonly Printed[],
  around: number | undefined,
): void {
  const value = values[piece.value]
  const width = numberFor(gen, piece.width, values)
  const precision = piece.precision === undefined ? undefined : numberFor(gen, piece.precision, values)
  if (value === undefined || width === undefined) return
  if (typeof value !== 'string') {
    const lines = hasLines(piece) ? { depth: 0, around } : {}
    return formatted(gen, value.at, value.type, { piece, width, precision, ...lines })
  }
  gen.code.text(value)
  if (piece.form === '?') return gen.code.call('format.text')
  if (precision === undefined) gen.code.emit('mov', [named('r9d'), immediate([...value].length)])
  specify(gen, { piece, width, precision })
  gen.code.call(precision === undefined ? 'format.padded' : 'format.counted')
}

/** A number that is written down, or what one of the values is. */
function numberFor(
  gen: Generation,
  width: FormatSpecification['width'],
  values: readonly Printed[],
): Form['width'] | undefined {
  if (typeof width === 'number') return width
  const value = values[width.value]
  if (value === undefined || typeof value === 'string') return undefined
  const { at } = unwrapped(gen, value.at, value.type)
  const slot = gen.stepRoom(8)
  const held = gen.code.load(opened(gen, at), 8, 'rax')
  gen.code.emit('mov', [frame(slot), gen.code.operand(held)])
  gen.code.release(held)
  return { slot }
}

/** `{:#?}` */
export function hasLines(piece: string | FormatSpecification): boolean {
  return typeof piece === 'object' && piece.form === '?' && piece.isAlternate
}

/** The fill, and above it how deep this is. */
function putDepth({ code }: Generation, register: RegisterName, { piece, depth = 0, around }: Form): void {
  if (around === undefined) return code.emit('mov', [named(register), immediate(piece.fill + depth * LEVEL)])
  code.emit('mov', [named(register), frame(around)])
  if (depth === 0) return
  code.emit('mov', [named('rax'), immediate(depth * LEVEL)])
  code.emit('add', [named(register), named('rax')])
}

/** RDX, RCX and R8 say how: flags, width, fill. */
function specify(gen: Generation, form: Form): void {
  specifyFlat(gen, form)
  if (form.depth !== undefined && (form.depth > 0 || form.around !== undefined)) putDepth(gen, 'r8', form)
}

function specifyFlat(gen: Generation, { piece, width, precision, told }: Form): void {
  const { code } = gen
  if (told) {
    const registers = ['rdx', 'rcx', 'r8'] as const
    return told.forEach((slot, index) => code.emit('mov', [named(registers[index]!), frame(slot)]))
  }
  const flags =
    (piece.hasPlus ? FORMAT_FLAGS.plus : 0) |
    (piece.isAlternate || piece.form === 'p' ? FORMAT_FLAGS.alternate : 0) |
    (piece.isZeroed ? FORMAT_FLAGS.zero : 0) |
    ((piece.hexadecimal ?? piece.form) === 'X' ? FORMAT_FLAGS.upper : 0) |
    (piece.hexadecimal ? FORMAT_FLAGS.hexadecimal : 0) |
    ((ALIGNMENTS[piece.alignment ?? ''] ?? 0) << 5)
  if (typeof precision === 'object') {
    code.emit('mov', [named('rdx'), frame(precision.slot)])
    code.emit('inc', [named('rdx')])
    code.emit('shl', [named('rdx'), immediate(8)])
    code.emit('or', [named('rdx'), immediate(flags)])
  } else put(code, 'rdx', precision === undefined ? flags : flags | ((precision + 1) << 8))
  putWidth(gen, 'rcx', width)
  put(code, 'r8', piece.fill)
}

function putWidth({ code }: Generation, register: RegisterName, width: Form['width']): void {
  if (typeof width === 'number') put(code, register, width)
  else code.emit('mov', [named(register), frame(width.slot)])
}

function put(code: Generation['code'], register: RegisterName, value: number): void {
  code.emit('mov', [part(register, 4), immediate(value)])
}

/** What lies somewhere, widened to 64 bits, in the register of a runtime's first argument. */
function loadArgument(gen: Generation, at: Stable, type: Type): void {
  const { code } = gen
  const width = widthOf(type)
  const address = opened(gen, at)
  const held =
    width === 8
      ? code.load(address, 8, 'rdi')
      : code.loadWidened(address, width, 8, isSignedType(type), 'rdi')
  code.moveTo(held, 'rdi')
  code.release(held)
}

function formatted(gen: Generation, at: Stable, type: Type, form: Form): void {
  if (form.piece.form === 'p') {
    loadArgument(gen, at, USIZE)
    return number(gen, USIZE, form)
  }
  const inner = unwrapped(gen, at, type)
  formattedValue(gen, inner.at, inner.type, form)
}

function formattedValue(gen: Generation, at: Stable, type: Type, form: Form): void {
  const isNamed = type.kind === 'struct' || type.kind === 'enum'
  const trait = TRAITS[form.piece.form] ?? 'Display'
  const own = isNamed || type.kind === 'float' ? gen.around.methodOf(type, trait, 'fmt') : undefined
  if (own !== undefined) return formattedByItself(gen, at, own, form)
  const whole = isNamed && holdsItself(type) ? formatByRoutine : formattedWhole
  if (hasParts(type)) onLines(gen, form, (decided) => whole(gen, at, type, decided))
  else whole(gen, at, type, form)
}

function hasParts(type: Type): boolean {
  const found = type.kind === 'reference' ? known(type.target) : type
  return ['array', 'slice', 'tuple', 'struct', 'enum'].includes(found.kind)
}

/** Where the caller says how, he may say that each part is to stand on a line of its own. */
function onLines(gen: Generation, form: Form, write: (form: Form) => void): void {
  const { told } = form
  if (!told || form.isOnOneLine || form.depth !== undefined || !gen.around.hasLines) return write(form)
  const { code } = gen
  const [oneLine, end] = [code.label(), code.label()]
  code.emit('test', [frame(told[0]!, 8), immediate(FORMAT_FLAGS.alternate)], 'Is it `{:#?}`?')
  code.jump('jz', oneLine)
  write({ ...form, depth: 0, around: told[2] })
  code.jump('jmp', end)
  code.mark(oneLine)
  write({ ...form, isOnOneLine: true })
  code.mark(end)
}

/** A list is printed as deep as it goes. */
function formatByRoutine(gen: Generation, at: Stable, type: Type, form: Form): void {
  const { piece, width, depth } = form
  passAddresses(gen, [at])
  putWidth(gen, 'rsi', width)
  if (depth !== undefined) putDepth(gen, 'rdx', form)
  const isAlternate = depth !== undefined || piece.isAlternate
  const work = { kind: 'format', piece: { ...piece, isAlternate, value: 0, width: 0 } } as const
  gen.code.emit('call', [labelled(gen.around.routineFor(type, work))])
}

/** A value that is no longer looked for in itself. */
export function formattedWhole(gen: Generation, at: Stable, type: Type, form: Form): void {
  const { code } = gen
  switch (type.kind) {
    case 'integer':
      loadArgument(gen, at, type)
      return number(gen, type, form)
    case 'bool':
      loadArgument(gen, at, type)
      specify(gen, form)
      return code.call('format.boolean')
    case 'char':
      loadArgument(gen, at, type)
      specify(gen, form)
      return code.call(form.piece.form === '?' ? 'format.quoted' : 'format.character')
    case 'pointer':
      loadArgument(gen, at, USIZE)
      return number(gen, USIZE, { ...form, piece: { ...form.piece, form: 'p' } })
    case 'never':
      return
    case 'box': {
      const target = known(type.target)
      if (target.kind === 'dyn') return formattedBySlot(gen, at, target, form)
      throw new Error(`a ${target.kind} in a box is printed`)
    }
    case 'array':
      return elements(gen, at, immediate(type.length), type.element, form)
    case 'reference': {
      const target = known(type.target)
      if (target.kind === 'dyn') return formattedBySlot(gen, at, target, form)
      if (target.kind !== 'slice') return text(gen, at, form)
      const length = gen.stepRoom(8)
      const held = code.load(shifted(opened(gen, at), 8), 8, 'rax')
      code.emit('mov', [frame(length), code.operand(held)])
      code.release(held)
      const pointer = code.load(opened(gen, at), 8, 'rax')
      const first = stabilised(gen, { base: pointer, index: undefined, displacement: 0 })
      return elements(gen, first, frame(length), target.element, form)
    }
    case 'enum': {
      const show = (variant: VariantType) => {
        const { item, fields: all } = type.variants[variant.index]!
        const [types, offsets] = [partTypes(variant), offsetsOf(variant)]
        structFields(gen, form, item, all, (index, inside) =>
          formatted(gen, further(at, offsets[index] ?? 0), types[index]!, inside),
        )
      }
      return eachVariant(gen, opened(gen, at), type, { needs: () => true, action: show })
    }
    default:
      return fields(gen, at, type, form)
  }
}

/** `{:?}` of a text is never padded. */
function text(gen: Generation, at: Stable, form: Form): void {
  passPairs(gen, at)
  if (form.piece.form !== '?') specify(gen, form)
  gen.code.call(form.piece.form === '?' ? 'format.text' : 'format.counted')
}

/** RDI is the number. */
function number(gen: Generation, type: Type & { kind: 'integer' }, form: Form): void {
  const { code } = gen
  const base = BASES[form.piece.hexadecimal ?? form.piece.form]
  specify(gen, form)
  const [decimal, end] = [code.label(), code.label()]
  const isTold = form.told !== undefined && form.piece.form === '?' && base === undefined
  if (isTold) {
    code.emit('test', [named('edx'), immediate(FORMAT_FLAGS.hexadecimal)])
    code.jump('jz', decimal)
  }
  if (base !== undefined || isTold) {
    // In other bases a negative number shows its bits, as many as its type has.
    if (isSigned(type.name)) unsignedBits(gen, sizeOf(type))
    put(code, 'rsi', base ?? 16)
  }
  if (isTold) {
    code.jump('jmp', end)
    code.mark(decimal)
  }
  if (base === undefined) inDecimal(gen, isSigned(type.name))
  if (isTold) code.mark(end)
  code.call('format.number')
}

function inDecimal({ code }: Generation, signed: boolean): void {
  put(code, 'rsi', 10)
  if (!signed) return
  const positive = code.label()
  code.emit('test', [named('rdi'), named('rdi')])
  code.jump('jns', positive)
  code.emit('neg', [named('rdi')])
  code.emit('or', [named('edx'), immediate(1)])
  code.mark(positive)
}

function unsignedBits({ code }: Generation, size: number): void {
  const [edi, small] = [part('rdi', 4), size < 8 ? part('rdi', size as 1 | 2 | 4) : undefined]
  if (small) code.emit(size === 4 ? 'mov' : 'movzx', [edi, small])
}

/** `[1, 2, 3]`, with every element in the same form. */
function elements(gen: Generation, first: Stable, length: Written, element: Type, form: Form): void {
  const { code } = gen
  const [again, end, isFirst] = [code.label(), code.label(), code.label()]
  const [pointer, index] = [gen.stepRoom(8), gen.stepRoom(8)]
  const held = code.addressInRegister(opened(gen, first), 'rax')
  code.emit('mov', [frame(pointer), code.operand(held)])
  code.release(held)
  code.emit('mov', [frame(index, 8), immediate(0)])
  write(gen, '[')
  code.mark(again)
  code.emit('mov', [named('rax'), frame(index)])
  code.emit('cmp', [named('rax'), length])
  code.jump('jae', end)
  const inside = deeper(form)
  if (inside.depth === undefined) {
    code.emit('test', [named('rax'), named('rax')])
    code.jump('jz', isFirst)
    write(gen, ', ')
    code.mark(isFirst)
  } else newLine(gen, inside)
  formatted(gen, { address: inFrame(0), pointer }, element, inside)
  if (inside.depth !== undefined) write(gen, ',')
  code.emit('add', [frame(pointer, 8), immediate(sizeOf(element))])
  code.emit('inc', [frame(index, 8)])
  code.jump('jmp', again)
  code.mark(end)
  if (inside.depth !== undefined) {
    const isEmpty = code.label()
    code.emit('cmp', [frame(index, 8), immediate(0)])
    code.jump('je', isEmpty)
    newLine(gen, form)
    code.mark(isEmpty)
  }
  write(gen, ']')
}

const deeper = (form: Form): Form => (form.depth === undefined ? form : { ...form, depth: form.depth + 1 })

/** Each part behind what names it, between what opens and closes the whole. */
function parts(
  gen: Generation,
  form: Form,
  [open, close, room = '']: readonly [open: string, close: string, room?: string],
  labels: readonly string[],
  show: (index: number, form: Form) => void,
): void {
  const inside = deeper(form)
  labels.forEach((label, index) => {
    if (inside.depth === undefined) write(gen, `${index > 0 ? ', ' : open + room}${label}`)
    else {
      write(gen, index > 0 ? ',' : open)
      newLine(gen, inside)
      write(gen, label)
    }
    show(index, inside)
  })
  if (inside.depth === undefined) return write(gen, room + close)
  write(gen, ',')
  newLine(gen, form)
  write(gen, close.replace(/^,/, ''))
}

function fields(gen: Generation, at: Stable, type: Type, form: Form): void {
  if (type.kind !== 'tuple' && type.kind !== 'struct') throw new Error(`a ${type.kind} cannot be printed`)
  const types = partTypes(type)
  const offsets = offsetsOf(type)
  const show = (index: number, inside: Form) =>
    formatted(gen, further(at, offsets[index] ?? 0), types[index]!, inside)
  if (type.kind === 'struct') return structFields(gen, form, type.item, type.fields, show)
  if (types.length === 0) {
    gen.code.text('()')
    put(gen.code, 'r9', 2)
    specify(gen, form)
    return gen.code.call('format.padded')
  }
  const close = types.length === 1 ? ',)' : ')'
  parts(
    gen,
    form,
    ['(', close],
    types.map(() => ''),
    show,
  )
}

function structFields(
  gen: Generation,
  form: Form,
  { name, shape }: { readonly name: { readonly text: string }; readonly shape: string },
  all: readonly { readonly name: string }[],
  show: (index: number, form: Form) => void,
): void {
  if (all.length === 0) return write(gen, name.text)
  const isTuple = shape === 'tuple'
  parts(
    gen,
    form,
    isTuple ? [`${name.text}(`, ')'] : [`${name.text} {`, '}', ' '],
    all.map((field) => (isTuple ? '' : `${field.name}: `)),
    show,
  )
}
