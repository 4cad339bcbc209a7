import type { Value, VariantValue } from '#engine/rust/3-check/evaluate.ts'
import { alignmentOf, enumLayoutOf, offsetsOf, sizeOf } from '#engine/rust/3-check/type-layout.ts'
import { fieldsOf, known, needsDrop, type Type } from '#engine/rust/3-check/types.ts'

/** Bytes one after the other, from an address on. */
class Arena {
  private bytes = new Uint8Array(1 << 12)
  private readonly base: number
  top: number

  constructor(base: number) {
    this.base = base
    this.top = base
  }

  allocate(size: number, alignment: number): number {
    const address = Math.ceil(this.top / alignment) * alignment
    this.top = address + size
    while (this.top - this.base > this.bytes.length) {
      const wider = new Uint8Array(this.bytes.length * 2)
      wider.set(this.bytes)
      this.bytes = wider
    }
    return address
  }

  /** @throws Error where nothing lies there */
  at(address: number, size: number): Uint8Array {
    const offset = address - this.base
    if (offset < 0 || offset + size > this.bytes.length) throw new Error(`nothing lies at ${address}`)
    return this.bytes.subarray(offset, offset + size)
  }
}

const HEAP = 0x4000_0000

/** Bytes with addresses, and who owns what of the heap. */
export class Memory {
  readonly stack = new Arena(0x1000)
  readonly lasting = new Arena(HEAP)
  private readonly heap = new Map<number, number>()
  /** Where boxes lie that have to be given back. */
  private readonly owned = new Set<number>()

  /** Of it, nothing that is written later is part. */
  read(address: number, size: number): Uint8Array {
    return this.at(address, size).slice()
  }

  write(address: number, bytes: Uint8Array): void {
    this.at(address, bytes.length).set(bytes)
  }

  private at(address: number, size: number): Uint8Array {
    return size === 0 ? new Uint8Array(0) : (address >= HEAP ? this.lasting : this.stack).at(address, size)
  }

  // ── The heap ──

  box(bytes: Uint8Array, type: Type): number {
    const address = this.lasting.allocate(Math.max(bytes.length, 1), alignmentOf(type))
    this.heap.set(address, bytes.length)
    this.write(address, bytes)
    return address
  }

  get isHeapEmpty(): boolean {
    return this.heap.size === 0
  }

  /** What lies there now owns what it points to. */
  own(address: number, type: Type): void {
    for (const box of this.boxesIn(address, type)) this.owned.add(box.address)
  }

  /** What lay there is somewhere else now. */
  disown(address: number, type: Type): void {
    for (const box of this.boxesIn(address, type)) this.owned.delete(box.address)
  }

  owns(address: number, type: Type): boolean {
    return this.boxesIn(address, type).some((box) => this.owned.has(box.address))
  }

  drop(address: number, type: Type): void {
    for (const box of this.boxesIn(address, type)) {
      if (!this.owned.delete(box.address)) continue
      const content = Number(number(this.read(box.address, 8), false))
      this.drop(content, box.target)
      if (!this.heap.delete(content)) throw new Error('given back twice')
    }
  }

  /** Which of its variants an enum is now. */
  variantAt(address: number, type: Type & { kind: 'enum' }): number {
    const { encoding } = enumLayoutOf(type)
    if (encoding.kind === 'single') return encoding.variant
    const { tag } = encoding
    const value = number(this.read(address + tag.offset, tag.size), false)
    const mask = (1n << BigInt(8 * tag.size)) - 1n
    if (encoding.kind === 'tag')
      return type.variants.findIndex(({ discriminant }) => (discriminant & mask) === value)
    const distance = (value - encoding.firstValue) & mask
    const count = BigInt(encoding.lastVariant - encoding.firstVariant)
    return distance <= count ? encoding.firstVariant + Number(distance) : encoding.largest
  }

  /** What an enum is now, with what lies in it. */
  variantTypeAt(address: number, of: Type & { kind: 'enum' }): Type & { kind: 'variant' } {
    return { kind: 'variant', of, index: this.variantAt(address, of) }
  }

  /** The boxes that a value consists of; not those that are behind them. */
  private boxesIn(address: number, type: Type): { readonly address: number; readonly target: Type }[] {
    const found = known(type)
    if (found.kind === 'box') return [{ address, target: found.target }]
    if (found.kind === 'array') {
      const size = sizeOf(found.element)
      return Array.from({ length: found.length }, (_, index) =>
        this.boxesIn(address + index * size, found.element),
      ).flat()
    }
    if (found.kind === 'enum')
      return needsDrop(found) ? this.boxesIn(address, this.variantTypeAt(address, found)) : []
    if (found.kind !== 'tuple' && found.kind !== 'struct' && found.kind !== 'variant') return []
    const offsets = offsetsOf(found)
    return partsOf(found).flatMap((part, index) => this.boxesIn(address + offsets[index]!, part))
  }
}

export function partsOf(type: Type & { kind: 'tuple' | 'struct' | 'variant' }): readonly Type[] {
  return type.kind === 'tuple' ? type.elements : fieldsOf(type).map((field) => field.type)
}

/** The number by which an enum's bytes say which variant it is, and where it lies; undefined where nothing has to. */
export function tagFor(
  type: Type & { kind: 'enum' },
  variant: number,
): { readonly offset: number; readonly bytes: Uint8Array } | undefined {
  const { encoding } = enumLayoutOf(type)
  if (encoding.kind === 'single' || (encoding.kind === 'niche' && encoding.largest === variant))
    return undefined
  const { offset, size } = encoding.tag
  const value =
    encoding.kind === 'tag'
      ? type.variants[variant]!.discriminant
      : encoding.firstValue + BigInt(variant - encoding.firstVariant)
  return { offset, bytes: bytesOf(value, size) }
}

export function number(bytes: Uint8Array, isSigned: boolean): bigint {
  let value = 0n
  for (let index = bytes.length - 1; index >= 0; index--) value = (value << 8n) | BigInt(bytes[index]!)
  return isSigned ? BigInt.asIntN(8 * bytes.length, value) : value
}

export function bytesOf(value: bigint, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let rest = BigInt.asUintN(8 * size, value)
  for (let index = 0; index < size; index++, rest >>= 8n) bytes[index] = Number(rest & 0xffn)
  return bytes
}

/** Puts what a constant refers to somewhere, and says where. */
type Keep = (bytes: Uint8Array, alignment: number) => number

/** A constant as it lies in memory. */
export function constantBytes(value: Value, type: Type, keep: Keep): Uint8Array {
  const found = known(type)
  if (typeof value === 'bigint') return bytesOf(value, sizeOf(found))
  if ('text' in value) {
    const bytes = new TextEncoder().encode(value.text)
    return pointerBytes(keep(bytes, 1), bytes.length)
  }
  if ('referent' in value) {
    const address = keep(constantBytes(value.referent, value.type, keep), alignmentOf(value.type))
    const length = Array.isArray(value.referent) ? value.referent.length : 0
    return pointerBytes(address, length).slice(0, sizeOf(found))
  }
  if ('variant' in value) return variantBytes(value, found, keep)
  const parts =
    found.kind === 'array'
      ? value.map((_, index) => ({ type: found.element, offset: index * sizeOf(found.element) }))
      : found.kind === 'tuple' || found.kind === 'struct'
        ? partsOf(found).map((part, index) => ({ type: part, offset: offsetsOf(found)[index]! }))
        : []
  const bytes = new Uint8Array(sizeOf(found))
  parts.forEach((part, index) => bytes.set(constantBytes(value[index]!, part.type, keep), part.offset))
  return bytes
}

const pointerBytes = (address: number, length: number) =>
  Uint8Array.from([...bytesOf(BigInt(address), 8), ...bytesOf(BigInt(length), 8)])

function variantBytes({ variant, parts }: VariantValue, type: Type, keep: Keep): Uint8Array {
  const bytes = new Uint8Array(sizeOf(type))
  if (type.kind !== 'enum') return bytes
  const inside = { kind: 'variant', of: type, index: variant } as const
  const offsets = offsetsOf(inside)
  partsOf(inside).forEach((part, index) =>
    bytes.set(constantBytes(parts[index]!, part, keep), offsets[index]),
  )
  const tag = tagFor(type, variant)
  if (tag) bytes.set(tag.bytes, tag.offset)
  return bytes
}
