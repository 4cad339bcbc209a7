import { isWide, known, type Type } from '../3-check/types.ts'
import { projected, DEREF, type Operand } from '../4-mir/mir.ts'
import { inFrame, shifted, type Address } from './code.ts'
import { frame } from './instruction.ts'
import type { Generation } from './generation.ts'
import { evaluate } from './operands.ts'
import { addressOf, behind } from './places.ts'

/** Where something lies, as it is known without any register: so it stays known across calls. */
export interface Stable {
  readonly address: Address
  /** The address is counted from the pointer that lies in the frame here. */
  readonly pointer: number | undefined
}

/** What a reference leads to, which is looked at more than once. */
export function stablePointee(gen: Generation, reference: Operand): Stable {
  if (reference.kind !== 'constant') {
    const place = projected(reference.place, DEREF)
    return stabilised(gen, addressOf(gen, place, reference.span))
  }
  return stabilised(gen, behind(evaluate(gen, reference)))
}

export function stabilised(gen: Generation, address: Address): Stable {
  const { base, index } = address
  const isFixed = !index && (base === 'frame' || 'label' in base)
  if (isFixed) return { address, pointer: undefined }
  const pointer = gen.stepRoom(8)
  const held = gen.code.addressInRegister(address)
  gen.code.emit('mov', [frame(pointer), gen.code.operand(held)])
  gen.code.release(held)
  return { address: inFrame(0), pointer }
}

/** The address, with its pointer in a register if it has one. */
export function opened(gen: Generation, { address, pointer }: Stable): Address {
  if (pointer === undefined) return address
  return shifted(behind(gen.code.load(inFrame(pointer), 8)), address.displacement)
}

const PAIRS = [
  ['rdi', 'rsi'],
  ['rdx', 'rcx'],
] as const

/** Pointers with lengths, each where a routine expects it. */
export function passPairs(gen: Generation, ...values: readonly Stable[]): void {
  const held = values.flatMap((value, index) =>
    PAIRS[index]!.map((register, part) => {
      const loaded = gen.code.load(shifted(opened(gen, value), 8 * part), 8, register)
      gen.code.moveTo(loaded, register)
      return loaded
    }),
  )
  for (const each of held) gen.code.release(each)
}

/** Where a routine expects to be told where one or two values lie. Nothing else is in registers. */
export function passAddresses(gen: Generation, values: readonly Stable[]): void {
  const held = values.map((value, index) => {
    const register = index === 0 ? 'rdi' : 'rsi'
    const pointer = gen.code.addressInRegister(opened(gen, value), register)
    gen.code.moveTo(pointer, register)
    return pointer
  })
  for (const pointer of held) gen.code.release(pointer)
}

export function further({ address, pointer }: Stable, by: number): Stable {
  return { address: shifted(address, by), pointer }
}

/** Through references and boxes to the value itself. */
export function unwrapped(
  gen: Generation,
  stable: Stable,
  type: Type,
): { readonly at: Stable; readonly type: Type } {
  let [at, found] = [stable, known(type)]
  while ((found.kind === 'reference' || found.kind === 'box') && !isWide(found)) {
    at = stabilised(gen, behind(gen.code.load(opened(gen, at), 8)))
    found = known(found.target)
  }
  return { at, type: found }
}
