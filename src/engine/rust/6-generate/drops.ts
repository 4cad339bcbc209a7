import { offsetsOf, sizeOf } from '../3-check/type-layout.ts'
import { isWide, known, needsDrop, type Type } from '../3-check/types.ts'
import { inFrame, shifted, type Address, type Code } from './code.ts'
import { partTypes } from './compare-values.ts'
import type { DropAction } from './drop-plans.ts'
import { eachVariant } from './enums.ts'
import type { Generation } from './generation.ts'
import { frame, immediate, labelled, named } from './instruction.ts'
import { IN_CLEANUP, resumePanic } from './landing-pads.ts'
import { addressOf } from './places.ts'
import { part } from './registers.ts'
import { stabilised, opened, type Stable } from './stable.ts'

/** Gives back what has to be given back at one place of the program. */
export function dropAll(
  gen: Generation,
  actions: readonly DropAction[],
  flagAt: (flag: number) => number,
): void {
  const { code } = gen
  code.spillAll()
  for (const { place, what, flag } of actions) {
    const gone = flag === undefined ? undefined : code.label()
    if (gone !== undefined) {
      code.emit('cmp', [frame(flagAt(flag!), 1), immediate(0)], 'Was it moved away?')
      code.jump('je', gone)
    }
    const address = addressOf(gen, place)
    const type = gen.placeType(place)
    if (what === 'memory') freeBox(gen, address, type)
    else dropValue(gen, address, type)
    if (gone !== undefined) code.mark(gone)
  }
}

/** Gives back what a value owns. */
export function dropValue(gen: Generation, address: Address, type: Type): void {
  const { code } = gen
  const found = known(type)
  if (!needsDrop(found)) return code.releaseAddress(address)
  if (found.kind !== 'box' || isWide(found)) {
    const pointer = code.addressInRegister(address, 'rdi')
    code.moveTo(pointer, 'rdi')
    code.release(pointer)
    // Where it lies may hang on an index that is still needed.
    code.spillAll()
    return code.emit(
      'call',
      [labelled(gen.around.routineFor(found, { kind: 'drop' }))],
      'Give back what it owns',
    )
  }
  if (!needsDrop(found.target)) return freeBox(gen, address, found)
  const stable = stabilised(gen, address)
  dropValue(gen, inside(gen, stable), found.target)
  freeBox(gen, opened(gen, stable), found)
}

function inside(gen: Generation, box: Stable): Address {
  return { base: gen.code.load(opened(gen, box), 8), index: undefined, displacement: 0 }
}

function isDyn(type: Type): boolean {
  return type.kind === 'box' && known(type.target).kind === 'dyn'
}

/** A box of which only the table tells what is in it: how that goes, and how large it is. */
function dropUnknown(gen: Generation): void {
  const { code } = gen
  const [isGone, pad] = [code.label(), code.label()]
  code.emit('mov', [named('rdi'), frame(-8)])
  code.emit('mov', [named('rax'), at('rdi', 8)], 'The table')
  code.emit('mov', [named('rax'), at('rax', 0)], 'How it goes')
  code.emit('mov', [named('rdi'), at('rdi', 0)], 'Where it is')
  code.emit('test', [named('rax'), named('rax')])
  code.jump('jz', isGone)
  withPad(code, pad, () => code.emit('call', [named('rax')], 'Give back what it owns'))
  code.mark(isGone)
  freeUnknown(gen, self(gen))
  apartOnPanic(code, pad, () => freeUnknown(gen, self(gen)))
}

/** What is left to do when a panic comes by, unless one did already. @param pad its label */
function apartOnPanic(code: Code, pad: string, write: () => void): void {
  if (code.onPanic) return
  code.aside(() => {
    code.onPanic = () => code.data.routine(IN_CLEANUP)
    write()
    resumePanic(code)
  }, pad)
}

/** A call of which a panic comes back to what is left to do. */
function withPad(code: Code, pad: string, write: () => void): void {
  const { onPanic } = code
  code.onPanic ??= () => pad
  write()
  code.onPanic = onPanic
}

function at(base: string, displacement: number) {
  return { kind: 'memory', base, index: undefined, displacement } as const
}

function freeUnknown(gen: Generation, address: Address): void {
  const { code } = gen
  const pointer = code.addressInRegister(address, 'rdi')
  code.moveTo(pointer, 'rdi')
  code.release(pointer)
  code.spillAll()
  code.emit('mov', [named('rsi'), at('rdi', 8)], 'The table')
  code.emit('mov', [named('rsi'), at('rsi', 8)], 'So many bytes')
  code.emit('mov', [named('rdi'), at('rdi', 0)])
  code.call('heap.free', 'Give the memory back')
}

/** The memory of a box, without what is in it. */
function freeBox(gen: Generation, address: Address, type: Type): void {
  const { code } = gen
  if (isDyn(type)) return freeUnknown(gen, address)
  const target = type.kind === 'box' ? known(type.target) : type
  const pointer = code.load(address, 8, 'rdi')
  code.moveTo(pointer, 'rdi')
  code.emit('mov', [part('rsi', 4), immediate(sizeOf(target))])
  code.release(pointer)
  code.spillAll()
  code.call('heap.free', 'Give the memory back')
}

/** The body of the function that gives back all that a value owns; RDI is its address, kept in the frame at −8. */
export function dropParts(gen: Generation, type: Type): void {
  if (type.kind === 'array') return dropElements(gen, type)
  if (type.kind === 'box') return isDyn(type) ? dropUnknown(gen) : dropValue(gen, self(gen), type)
  const label = gen.around.destructorOf(type)
  const parts = () => {
    if (type.kind !== 'enum') return dropFields(gen, type)
    eachVariant(gen, self(gen), type, { needs: needsDrop, action: (variant) => dropFields(gen, variant) })
  }
  if (label === undefined) parts()
  else oneByOne(gen, [() => callDestructor(gen, label), parts])
}

/** Where one panics the others are done all the same; where one of those does, that is too much. */
function oneByOne({ code }: Generation, steps: readonly (() => void)[]): void {
  const { onPanic } = code
  const isCleaningUp = onPanic !== undefined
  const pads = steps.slice(1).map(() => code.label())
  steps.forEach((step, index) => {
    const pad = isCleaningUp ? undefined : pads[index]
    code.onPanic = pad === undefined ? onPanic : () => pad
    step()
  })
  code.onPanic = onPanic
  const [first] = pads
  if (first === undefined) return
  apartOnPanic(code, first, () =>
    steps.slice(1).forEach((step, index) => {
      if (index > 0) code.mark(pads[index]!)
      step()
    }),
  )
}

/** First what its own `impl Drop` asks for, with all parts still there. */
function callDestructor(gen: Generation, label: string): void {
  gen.code.emit('mov', [named('rdi'), frame(-8)])
  gen.code.emit('call', [labelled(label)], 'What its `drop` does')
}

function self(gen: Generation): Address {
  return { base: gen.code.load(inFrame(-8), 8), index: undefined, displacement: 0 }
}

function dropFields(gen: Generation, type: Type): void {
  const offsets = offsetsOf(type)
  const steps = partTypes(type).flatMap((part, index) => {
    const drop = () => {
      dropValue(gen, shifted(self(gen), offsets[index] ?? 0), part)
      gen.endStep()
    }
    return needsDrop(part) ? [drop] : []
  })
  oneByOne(gen, steps)
}

function dropElements(gen: Generation, { element, length }: Type & { kind: 'array' }): void {
  const { code } = gen
  const count = code.room(8)
  const [again, pad] = [code.label(), code.label()]
  const one = () => {
    dropValue(gen, self(gen), element)
    gen.endStep()
  }
  const next = (jump: string, to: string) => {
    code.emit('add', [frame(-8, 8), immediate(sizeOf(element))])
    code.emit('dec', [frame(count, 8)])
    code.jump(jump, to)
  }
  code.emit('mov', [frame(count, 8), immediate(length)])
  code.mark(again)
  withPad(code, pad, one)
  next('jnz', again)
  apartOnPanic(code, pad, () => {
    const [another, end] = [code.label(), code.label()]
    next('jz', end)
    code.mark(another)
    one()
    next('jnz', another)
    code.mark(end)
  })
}
