import type { Value, VariantValue } from '../3-check/evaluate.ts'
import { offsetsOf, sizeOf, tagOf } from '../3-check/type-layout.ts'
import { fieldsOf, known, type Type } from '../3-check/types.ts'

/** The bytes of a value in memory, lowest address first. */
export function valueBytes(value: Value, type: Type): Uint8Array {
  const bytes = new Uint8Array(sizeOf(type))
  write(bytes, 0, value, known(type))
  return bytes
}

/** What is repeated is written once and then copied, twice as much each time: such arrays may be very long. */
function writeElements(bytes: Uint8Array, at: number, values: readonly Value[], type: Type): void {
  const size = sizeOf(type)
  const [first] = values
  if (first === undefined || values.some((each) => each !== first))
    return values.forEach((each, index) => write(bytes, at + index * size, each, type))
  write(bytes, at, first, type)
  for (let done = size; done < values.length * size; done *= 2)
    bytes.copyWithin(at + done, at, at + Math.min(done, values.length * size - done))
}

function write(bytes: Uint8Array, at: number, value: Value, type: Type): void {
  if (typeof value === 'bigint') writeNumber(bytes, at, sizeOf(type), value)
  else if ('variant' in value) writeVariant(bytes, at, value, type)
  else if (type.kind === 'array') writeElements(bytes, at, value, known(type.element))
  else writeParts(bytes, at, value, type)
}

function writeNumber(bytes: Uint8Array, at: number, size: number, value: bigint): void {
  for (let index = 0; index < size; index++) bytes[at + index] = Number((value >> BigInt(8 * index)) & 0xffn)
}

function writeParts(bytes: Uint8Array, at: number, values: readonly Value[], type: Type): void {
  if (type.kind !== 'tuple' && type.kind !== 'struct' && type.kind !== 'variant') return
  const offsets = offsetsOf(type)
  const types = type.kind === 'tuple' ? type.elements : fieldsOf(type).map((field) => field.type)
  values.forEach((each, index) => write(bytes, at + (offsets[index] ?? 0), each, known(types[index] ?? type)))
}

/** Its parts, and what says which variant it is. */
function writeVariant(bytes: Uint8Array, at: number, { variant, parts }: VariantValue, type: Type): void {
  if (type.kind !== 'enum') return
  writeParts(bytes, at, parts, { kind: 'variant', of: type, index: variant })
  const tag = tagOf(type, variant)
  if (tag) writeNumber(bytes, at + tag.offset, tag.size, tag.value)
}
