import type { Value } from '../3-check/evaluate.ts'
import { offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { known, type Type } from '../3-check/types.ts'

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
  if (typeof value === 'bigint') {
    const size = sizeOf(type)
    for (let index = 0; index < size; index++)
      bytes[at + index] = Number((value >> BigInt(8 * index)) & 0xffn)
  } else if (type.kind === 'array') {
    writeElements(bytes, at, value, known(type.element))
  } else if (type.kind === 'tuple' || type.kind === 'struct') {
    const offsets = offsetsOf(type)
    const types = type.kind === 'tuple' ? type.elements : type.fields.map((field) => field.type)
    value.forEach((each, index) =>
      write(bytes, at + (offsets[index] ?? 0), each, known(types[index] ?? type)),
    )
  }
}
