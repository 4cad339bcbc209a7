import type { Span } from '../1-parse/syntax.ts'
import { alignmentOf, offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { isWide, known, type Type } from '../3-check/types.ts'
import { typeOfPart, type Place, type Projection } from '../4-mir/mir.ts'
import { atLabel, inFrame, shifted, type Address, type Held } from './code.ts'
import type { Generation, Pending } from './generation.ts'
import { immediate, named } from './instruction.ts'
import { evaluateLocal, observeLocal, takeLocal, wideOf } from './operands.ts'
import { promotedLabel } from './constants.ts'

/** Where a place lies. Registers that are needed for it are held until the address is given back. */
export function addressOf(
  gen: Generation,
  { local, projection }: Place,
  span: Span = gen.code.span,
): Address {
  const [start, done] = beginning(gen, { local, projection }, span)
  let address = start
  let type = gen.localType(local)
  projection.forEach((part, index) => {
    const inner = typeOfPart(type, part)
    if (index >= done) address = partOf(gen, address, type, inner, part, span)
    type = inner
  })
  return address
}

/** Where a local lies, or what it points to; and how many steps of the way that was. */
function beginning(gen: Generation, { local, projection }: Place, span: Span): [Address, number] {
  const home = gen.homes.get(local)
  if (home?.kind === 'frame') return [inFrame(home.offset), 0]
  if (home) return [behind(gen.code.load(inFrame(home.offset), 8)), 0]
  if (projection[0]?.kind === 'deref') return [pointee(gen, local, span), 1]
  return [inFrame(slotOf(gen, local)), 0]
}

export function behind(base: Held): Address {
  return { base, index: undefined, displacement: 0 }
}

/** What a pointer leads to that lies nowhere itself: of one that was just made, the place that it was made of. */
function pointee(gen: Generation, local: number, span: Span): Address {
  const state = gen.fleeting.get(local)
  const type = gen.localType(local)
  if (state?.kind === 'pending' && (gen.temporaries.usesLeft[local] === 1 || gen.isFixed(state))) {
    const { value } = state
    if (value.kind === 'ref' || value.kind === 'raw') {
      gen.look(local)
      return addressOf(gen, value.place, state.span)
    }
    const label = fixedLabel(gen, state)
    if (label !== undefined) {
      gen.look(local)
      return atLabel(label)
    }
  }
  if (isWide(type)) return behind(wideOf(gen, localOperand(local, span)).pointer())
  const pointer = observeLocal(gen, local)
  if (type.kind === 'pointer') checkPointer(gen, pointer, known(type.target), span)
  return behind(pointer)
}

function localOperand(local: number, span: Span) {
  return { kind: 'move', place: { local, projection: [] }, span } as const
}

/** A reference to what lies outside of the frame: to a static, or to a constant. */
function fixedLabel(gen: Generation, { value }: Pending): string | undefined {
  if (value.kind !== 'use' || value.operand.kind !== 'constant') return undefined
  const { constant, type } = value.operand
  if (constant.kind === 'static') return gen.around.staticLabel(constant.item)
  return constant.kind === 'promoted' ? promotedLabel(gen, constant.value, type) : undefined
}

/** A value that lies nowhere is put into the frame for a while. */
function slotOf(gen: Generation, local: number): number {
  const { offset } = takeLocal(gen, local)
  return offset
}

function partOf(
  gen: Generation,
  address: Address,
  type: Type,
  inner: Type,
  part: Projection,
  span: Span,
): Address {
  switch (part.kind) {
    case 'field':
      return shifted(address, offsetsOf(type)[part.index] ?? 0)
    case 'downcast':
      return address
    case 'deref': {
      const pointer = gen.code.load(address, 8)
      if (type.kind === 'pointer') checkPointer(gen, pointer, inner, span)
      return behind(pointer)
    }
    case 'element':
      return shifted(address, part.counted.index * sizeOf(inner))
    case 'subslice':
      return shifted(
        address,
        type.kind === 'array' || type.kind === 'slice' ? part.from * sizeOf(type.element) : 0,
      )
    case 'index':
      return elementOf(gen, address, part.local, sizeOf(inner))
  }
}

function elementOf(gen: Generation, address: Address, local: number, size: number): Address {
  const { code } = gen
  const state = gen.fleeting.get(local)
  if (state?.kind === 'pending' && state.value.kind === 'use' && state.value.operand.kind === 'constant') {
    const { constant } = state.value.operand
    if (constant.kind === 'value' && typeof constant.value === 'bigint') {
      gen.look(local)
      return shifted(address, Number(constant.value) * size)
    }
  }
  const isScaled = size === 1 || size === 2 || size === 4 || size === 8
  const index = isScaled ? observeLocal(gen, local) : evaluateLocal(gen, local)
  const base = code.withoutIndex(address)
  if (isScaled) return { ...base, index: { held: index, scale: size } }
  const operand = code.operand(index)
  code.emit('imul', [operand, operand, immediate(size)], `${size} bytes each`)
  return { ...base, index: { held: index, scale: 1 } }
}

/** A raw pointer is looked at before it is followed, as rustc does with debug assertions. */
export function checkPointer(gen: Generation, pointer: Held, target: Type, span: Span): void {
  const { code } = gen
  if (gen.around.isTrusted || target.kind === 'dyn') return
  const alignment = alignmentOf(target)
  if (alignment > 1) {
    const register = code.operand(pointer)
    const label = code.aside(() => {
      if (register.name !== 'rdx') code.emit('mov', [named('rdx'), register])
      code.text(
        `${gen.panicHead(span)}misaligned pointer dereference: address must be a multiple of 0x${alignment.toString(16)} but is `,
      )
      code.call('panic.misaligned')
    })
    code.emit('test', [code.operand(pointer, 1), immediate(alignment - 1)], 'Is it aligned?')
    code.jump('jnz', label)
  }
  if (sizeOf(target) === 0) return
  code.emit('test', [code.operand(pointer), code.operand(pointer)], 'Is it null?')
  const label = code.aside(() => {
    code.text(`${gen.panicHead(span)}null pointer dereference occurred\n`)
    code.call('panic.abort')
  })
  code.jump('jz', label)
}
