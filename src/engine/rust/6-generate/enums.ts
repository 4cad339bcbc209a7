import { enumLayoutOf, tagOf } from '../3-check/type-layout.ts'
import type { EnumType, Type, VariantType } from '../3-check/types.ts'
import type { Place } from '../4-mir/mir.ts'
import { shifted, widthOf, type Address, type Held } from './code.ts'
import type { Generation } from './generation.ts'
import { immediate, type Width } from './instruction.ts'
import { addressOf } from './places.ts'
import type { RegisterName } from './registers.ts'

/** Writes what says which variant it is. */
export function storeTag({ code }: Generation, address: Address, type: EnumType, variant: number): void {
  const tag = tagOf(type, variant)
  if (!tag) return
  const { offset, size, value } = tag
  const width = size as Width
  const signed = BigInt.asIntN(64, value)
  const at = shifted(address, offset)
  if (width < 8 || BigInt.asIntN(32, signed) === signed)
    return code.storeNumber(at, width < 8 ? value : signed, width)
  const held = code.number(value, width)
  code.store(at, code.operand(held), width)
  code.release(held)
}

/** The number of the variant that lies at a place. */
export function discriminant(gen: Generation, place: Place, type: Type, preferred?: RegisterName): Held {
  const whole = gen.placeType(place)
  if (whole.kind !== 'enum') throw new Error(`a ${whole.kind} has no variants`)
  return discriminantAt(gen, addressOf(gen, place), whole, widthOf(type), preferred)
}

/** Of the enum that lies at an address, which is given back. */
export function discriminantAt(
  gen: Generation,
  address: Address,
  whole: EnumType,
  width: Width,
  preferred?: RegisterName,
): Held {
  const { code } = gen
  const { encoding } = enumLayoutOf(whole)
  if (encoding.kind === 'single') {
    code.releaseAddress(address)
    // An enum without variants has no values, and this is unreachable.
    return code.number(whole.variants[encoding.variant]?.discriminant ?? 0n, width, preferred)
  }
  const at = shifted(address, encoding.tag.offset)
  const size = encoding.tag.size as Width
  if (encoding.kind === 'tag') {
    if (size === width) return code.load(at, width, preferred)
    return size < width ? code.loadWidened(at, size, width, true, preferred) : code.load(at, width, preferred)
  }
  return fromNiche(gen, code.load(at, size, preferred), encoding, width)
}

type NicheEncoding = Extract<ReturnType<typeof enumLayoutOf>['encoding'], { kind: 'niche' }>

/** Does something for each variant that needs it, and nothing for the others. */
export function eachVariant(
  gen: Generation,
  address: Address,
  type: EnumType,
  { needs, action }: { needs(variant: VariantType): boolean; action(variant: VariantType): void },
): void {
  const { code } = gen
  const end = code.label()
  const variants = type.variants.map((_, index): VariantType => ({ kind: 'variant', of: type, index }))
  const held = discriminantAt(gen, address, type, 8, 'rax')
  const labels = variants.map((variant) => {
    if (!needs(variant)) return undefined
    const label = code.label()
    const { discriminant: number } = type.variants[variant.index]!
    code.emit('cmp', [code.operand(held), immediate(number)], type.variants[variant.index]!.item.name.text)
    code.jump('je', label)
    return label
  })
  code.release(held)
  code.jump('jmp', end)
  variants.forEach((variant, index) => {
    const label = labels[index]
    if (label === undefined) return
    code.mark(label)
    action(variant)
    code.jump('jmp', end)
  })
  code.mark(end)
}

/** Numbers that mean nothing in a field stand for the other variants, one after the other; any other for the largest. */
function fromNiche(
  gen: Generation,
  held: Held,
  { firstValue, firstVariant, lastVariant, largest }: NicheEncoding,
  width: Width,
): Held {
  const { code } = gen
  subtract(gen, held, firstValue)
  const result = code.number(BigInt(largest), width)
  const end = code.label()
  const count = lastVariant - firstVariant
  code.emit('cmp', [code.operand(held), immediate(count)], 'Is it one of the numbers to spare?')
  code.jump('ja', end)
  if (count === 0) code.emit('mov', [code.operand(result), immediate(firstVariant)])
  else {
    widenInto(gen, held, result)
    if (firstVariant > 0) code.emit('add', [code.operand(result), immediate(firstVariant)])
  }
  code.mark(end)
  code.release(held)
  return result
}

function subtract({ code }: Generation, held: Held, value: bigint): void {
  if (value === 0n) return
  const signed = BigInt.asIntN(64, value)
  if (held.width < 8 || BigInt.asIntN(32, signed) === signed)
    return code.emit('sub', [code.operand(held), immediate(held.width < 8 ? value : signed)])
  const first = code.number(value, held.width)
  code.emit('sub', [code.operand(held), code.operand(first)])
  code.release(first)
}

function widenInto({ code }: Generation, held: Held, result: Held): void {
  if (held.width >= result.width)
    return code.emit('mov', [code.operand(result), code.operand(held, result.width)])
  if (held.width === 4) return code.emit('mov', [code.operand(result, 4), code.operand(held)])
  code.emit('movzx', [code.operand(result, 4), code.operand(held)])
}
