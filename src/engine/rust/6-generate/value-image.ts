import type { ReferenceValue, Value, VariantValue } from '../3-check/evaluate.ts'
import { alignmentOf, offsetsOf, sizeOf, tagOf } from '../3-check/type-layout.ts'
import { fieldsOf, isWide, known, type Type } from '../3-check/types.ts'
import { utf8 } from '../../utf8.ts'

/** Bytes in memory, lowest address first, and the addresses among them, which only the linker knows. */
export interface Image {
  readonly bytes: Uint8Array
  readonly pointers: readonly { readonly at: number; readonly label: string }[]
}

/** How a value lies in memory. @param keep puts what it refers to somewhere, and says where */
export function valueImage(
  value: Value,
  type: Type,
  keep: (image: Image, alignment: number) => string,
): Image {
  return new ImageWriter(keep).image(value, known(type))
}

class ImageWriter {
  private readonly keep: (image: Image, alignment: number) => string
  private bytes = new Uint8Array(0)
  private readonly pointers: { at: number; label: string }[] = []

  constructor(keep: (image: Image, alignment: number) => string) {
    this.keep = keep
  }

  image(value: Value, type: Type): Image {
    this.bytes = new Uint8Array(sizeOf(type))
    this.write(0, value, type)
    return { bytes: this.bytes, pointers: this.pointers }
  }

  /** What is repeated is written once and then copied, twice as much each time: such arrays may be very long. */
  private elements(at: number, values: readonly Value[], type: Type): void {
    const size = sizeOf(type)
    const [first] = values
    if (first === undefined || values.some((each) => each !== first))
      return values.forEach((each, index) => this.write(at + index * size, each, type))
    const before = this.pointers.length
    this.write(at, first, type)
    if (this.pointers.length > before)
      return values.slice(1).forEach((each, index) => this.write(at + (index + 1) * size, each, type))
    for (let done = size; done < values.length * size; done *= 2)
      this.bytes.copyWithin(at + done, at, at + Math.min(done, values.length * size - done))
  }

  private write(at: number, value: Value, type: Type): void {
    if (typeof value === 'bigint') this.number(at, sizeOf(type), value)
    else if ('text' in value) this.pointer(at, utf8(value.text))
    else if ('referent' in value) this.reference(at, value, type)
    else if ('variant' in value) this.variant(at, value, type)
    else if (type.kind === 'array') this.elements(at, value, known(type.element))
    else this.parts(at, value, type)
  }

  private number(at: number, size: number, value: bigint): void {
    for (let index = 0; index < size; index++)
      this.bytes[at + index] = Number((value >> BigInt(8 * index)) & 0xffn)
  }

  private parts(at: number, values: readonly Value[], type: Type): void {
    if (type.kind !== 'tuple' && type.kind !== 'struct' && type.kind !== 'variant') return
    const offsets = offsetsOf(type)
    const types = type.kind === 'tuple' ? type.elements : fieldsOf(type).map((field) => field.type)
    values.forEach((each, index) => this.write(at + (offsets[index] ?? 0), each, known(types[index] ?? type)))
  }

  /** Its parts, and what says which variant it is. */
  private variant(at: number, { variant, parts }: VariantValue, type: Type): void {
    if (type.kind !== 'enum') return
    this.parts(at, parts, { kind: 'variant', of: type, index: variant })
    const tag = tagOf(type, variant)
    if (tag) this.number(at + tag.offset, tag.size, tag.value)
  }

  /** Pointer, and where the type asks for it, the length. */
  private reference(at: number, { referent, type }: ReferenceValue, reference: Type): void {
    const label = this.keep(valueImage(referent, type, this.keep), alignmentOf(type))
    this.pointers.push({ at, label })
    if (isWide(reference) && Array.isArray(referent)) this.number(at + 8, 8, BigInt(referent.length))
  }

  private pointer(at: number, bytes: Uint8Array): void {
    this.pointers.push({ at, label: this.keep({ bytes, pointers: [] }, 1) })
    this.number(at + 8, 8, BigInt(bytes.length))
  }
}
