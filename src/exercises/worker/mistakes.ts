import { mask, signExtend } from '#engine/bits.ts'
import { subject, type Fact, type Subject } from '#engine/facts/fact.ts'
import type { TypicalMistake } from '#engine/facts/vocabulary.ts'
import { registerNamed } from '#engine/isa/registers.ts'
import { PAGE_BITS } from '#engine/units.ts'
import { variableByte } from './variable-byte.ts'

/** The right answer, and what can be asked around it. */
export interface Right {
  readonly fact: Fact
  /** Bytes count as the number that their digits spell from left to right. */
  readonly value: bigint
  /** How many bytes were asked for; undefined for a number. */
  readonly byteCount?: number
  /** A number (or bytes) of the same machine; undefined where there is none. */
  ask(fact: Fact | string, cell?: string): bigint | undefined
}

/** A way of going wrong that leads to a number of its own. */
export interface MistakeRow {
  /** The numbers it leads to; none where it cannot be made here. */
  readonly wrong: (right: Right) => readonly (bigint | undefined)[]
  /** Points to the idea and gives away no number. @param pageBits of an offset on the machine that was asked */
  readonly says: (fact: Fact, pageBits: number) => string
}

const INTEGER_SIZES = [1n, 2n, 4n, 8n]
const REGISTER_BITS = [8, 16, 32]
const ENCODED_BITS = [8, 16, 32, 64]

/** Something else of the same subject at the same moment; nothing where that can't be asked of it. */
const ask = (right: Right, property: string) => right.ask({ ...right.fact, property })
/** Something else at the same moment. */
const askAbout = (right: Right, about: Subject, property = '') =>
  right.ask({ ...right.fact, subject: about, property })
const register = (right: Right, name: string) => askAbout(right, subject('registers'), name)
const isRegister = ({ fact }: Right) => fact.subject.kind === 'registers'

/** Bits of an offset on the machine that was asked. */
export function pageBitsOf(right: Right): number {
  return Number(askAbout(right, subject('scheme'), 'offsetBits') ?? PAGE_BITS)
}
const pageBytesOf = (right: Right) => 1n << BigInt(pageBitsOf(right))

/** The answers of a mistake by the property that is asked for. */
function byProperty(
  cases: Readonly<Record<string, (right: Right) => readonly (bigint | undefined)[]>>,
): (right: Right) => readonly (bigint | undefined)[] {
  return (right) => cases[right.fact.property]?.(right) ?? []
}

/** Arithmetic on numbers that may be missing. */
function combine(
  operation: (...numbers: bigint[]) => bigint,
  ...numbers: (bigint | undefined)[]
): bigint | undefined {
  return numbers.every((number) => number !== undefined) ? operation(...(numbers as bigint[])) : undefined
}

const add = (...numbers: (bigint | undefined)[]) =>
  combine((...all) => all.reduce((sum, next) => sum + next), ...numbers)
const subtract = (from: bigint | undefined, less: bigint | undefined) => combine((a, b) => a - b, from, less)

const neighbours = (distance: bigint) => (right: Right) => [right.value - distance, right.value + distance]
const neighbourPages = (right: Right) => neighbours(pageBytesOf(right))(right)

const otherSizes = (size: bigint | undefined) =>
  size === undefined ? [] : INTEGER_SIZES.filter((other) => other !== size)

function reversed(value: bigint, byteCount: number): bigint {
  let turned = 0n
  for (let index = 0; index < byteCount; index++)
    turned = (turned << 8n) | ((value >> BigInt(8 * index)) & 0xffn)
  return turned
}

function reversedValue(right: Right): (bigint | undefined)[] {
  if (right.byteCount !== undefined) return [reversed(right.value, right.byteCount)]
  if (isRegister(right))
    return [reversed(right.value, Math.min((registerNamed(right.fact.property)?.size ?? 64) / 8, 4))]
  const size = ask(right, 'size')
  return [size === undefined ? undefined : reversed(BigInt.asUintN(64, right.value), Number(size))]
}

/** `memory(y + 1)` of a variable of four bytes is its third byte when the order is reversed. */
function mirroredByte(right: Right): (bigint | undefined)[] {
  const place = variableByte(right.fact.subject)
  const size = place && askAbout(right, place.variable, 'size')
  if (place === undefined || size === undefined) return []
  return [askAbout(right, place.byteAt(size - 1n - place.distance))]
}

/** The same fact one instruction earlier (−1) or later (1). */
function atNeighbour(right: Right, direction: number): (bigint | undefined)[] {
  const { moment } = right.fact
  if (moment?.kind !== 'step' || moment.step + direction < 0) return []
  return [right.ask({ ...right.fact, moment: { kind: 'step', step: moment.step + direction } })]
}

export const MISTAKES = {
  'page-and-offset-swapped': {
    wrong: byProperty({
      page: (right) => [ask(right, 'pageOffset')],
      pageOffset: (right) => [ask(right, 'page')],
      physicalAddress: (right) => [
        combine(
          (frame, offset) => (offset << BigInt(pageBitsOf(right))) | frame,
          ask(right, 'frame'),
          ask(right, 'pageOffset'),
        ),
      ],
    }),
    says: ({ property }, pageBits) =>
      property === 'physicalAddress'
        ? `The two parts are the wrong way round: the frame belongs in front, and the offset into ${pageBits === PAGE_BITS ? 'the last three hexadecimal digits' : `the lowest ${pageBits} bits`}.`
        : `The two parts are the wrong way round. The low ${pageBits === PAGE_BITS ? 'twelve' : pageBits} bits of an address say which byte within a page it is; all the bits above them say which page.`,
  },
  'frame-not-shifted': {
    wrong: byProperty({
      physicalAddress: (right) => [
        add(ask(right, 'frame'), ask(right, 'pageOffset')),
        combine((frame, offset) => frame | offset, ask(right, 'frame'), ask(right, 'pageOffset')),
      ],
      frameBase: (right) => [ask(right, 'frame')],
    }),
    says: () =>
      'That uses the number of the frame where the address of its first byte is wanted. Frames are counted one by one, bytes are not: every frame has as many bytes as a page.',
  },
  'frame-shifted': {
    wrong: byProperty({ frame: (right) => [ask(right, 'frameBase')] }),
    says: () =>
      'That is the address at which the frame begins. Its number says how many frames lie before it, and each of them is as large as a page.',
  },
  'bytes-in-wrong-order': {
    wrong: (right) =>
      right.fact.subject.kind === 'memory' || right.fact.subject.kind === 'byte'
        ? mirroredByte(right)
        : reversedValue(right),
    says: () =>
      'The bytes are in the wrong order. In memory the least significant one comes first, at the lowest address; we only write numbers the other way round.',
  },
  'off-by-one-page': {
    wrong: byProperty({
      virtualAddress: neighbourPages,
      lastByte: neighbourPages,
      physicalAddress: neighbourPages,
      frameBase: neighbourPages,
      page: neighbours(1n),
      frame: neighbours(1n),
    }),
    says: () =>
      'You are in the page next to it. The point from which the variables are counted may be the first byte of a page while they lie in the page below: add first, and take the page of the sum.',
  },
  'off-by-one': {
    wrong: neighbours(1n),
    says: () =>
      'Off by one. Check where the counting begins, and whether both ends belong to what you have counted.',
  },
  'offset-from-rsp': {
    wrong: byProperty({
      offset: (right) => [subtract(ask(right, 'virtualAddress'), register(right, 'rsp'))],
      virtualAddress: (right) => [add(register(right, 'rsp'), ask(right, 'offset'))],
      pageOffset: (right) => [
        combine((sum) => sum & (pageBytesOf(right) - 1n), add(register(right, 'rsp'), ask(right, 'offset'))),
      ],
    }),
    says: () =>
      'That counts from RSP, which has moved to the bottom of the frame by then. The compiler counts from RBP, the point that stays where it is.',
  },
  'wrong-type-size': {
    wrong: (right) => {
      const size = ask(right, 'size')
      if (isRegister(right)) return REGISTER_BITS.map((bits) => right.value & mask(bits))
      return otherSizes(size).flatMap((other) => {
        if (right.fact.property === 'size') return [other]
        if (right.fact.property === 'lastByte') return [add(ask(right, 'virtualAddress'), other, -1n)]
        const isPlace = right.fact.property === 'offset' || right.fact.property === 'virtualAddress'
        return isPlace ? [add(right.value, size, -other)] : []
      })
    },
    says: () => 'That would be right for a type of another size. How many bytes does this one take?',
  },
  'sign-not-extended': {
    wrong: (right) => {
      const size = ask(right, 'size')
      if (isRegister(right)) return REGISTER_BITS.map((bits) => right.value & mask(bits))
      return [
        size === undefined || right.value >= 0n ? undefined : BigInt.asUintN(8 * Number(size), right.value),
      ]
    },
    says: () =>
      'The sign is lost. In a signed type the topmost bit counts as negative, and a wider copy of the number repeats that bit in all the places above it.',
  },
  'sign-extended': {
    wrong: (right) =>
      isRegister(right) ? REGISTER_BITS.map((bits) => signExtend(right.value & mask(bits), bits, 64)) : [],
    says: () =>
      'That repeats the topmost bit upwards, as is done for signed numbers. Here the type has no sign, or the instruction does not look at it.',
  },
  'upper-bits-kept': {
    wrong: (right) =>
      isRegister(right)
        ? atNeighbour(right, -1).map((before) =>
            combine((old, now) => (old & ~mask(32)) | (now & mask(32)), before, right.value),
          )
        : [],
    says: () =>
      'That leaves the upper half of the register as it was. A result of 32 bits sets it to zero; results of 8 and of 16 bits do not.',
  },
  'upper-bits-cleared': {
    wrong: (right) => (isRegister(right) ? [right.value & mask(8), right.value & mask(16)] : []),
    says: () =>
      'That clears the rest of the register. A result of 32 bits does so; one of 8 or of 16 bits leaves all the other bits alone.',
  },
  'decimal-read-as-hexadecimal': {
    wrong: ({ value, byteCount }) => {
      const [decimal, hexadecimal] = [value.toString(10), value.toString(16)]
      if (value < 0n || byteCount !== undefined) return []
      return [BigInt('0x' + decimal), /^\d+$/.test(hexadecimal) ? BigInt(hexadecimal) : undefined]
    },
    says: () =>
      'The digits are right, but not in the base you have written them in. A hexadecimal number is marked by 0x in front or h behind; without a mark and without letters it counts as decimal.',
  },
  'distance-as-it-is-encoded': {
    wrong: ({ value, byteCount }) =>
      value < 0n && byteCount === undefined ? ENCODED_BITS.map((bits) => BigInt.asUintN(bits, value)) : [],
    says: () =>
      'That is how the processor writes the number down: in two’s complement, where a topmost bit of one counts as negative. Asked for is the number itself, with its sign.',
  },
  'not-translated': {
    wrong: byProperty({
      physicalAddress: (right) => [ask(right, 'virtualAddress')],
      frame: (right) => [ask(right, 'page')],
      frameBase: (right) => [combine((page) => page << BigInt(pageBitsOf(right)), ask(right, 'page'))],
    }),
    says: () =>
      'That is still the address as the program sees it. RAM has other numbers: look the page up in the page table, and take what stands there in its place.',
  },
  'offset-forgotten': {
    wrong: byProperty({
      physicalAddress: (right) => [ask(right, 'frameBase')],
      virtualAddress: (right) => [right.fact.subject.kind === 'access' ? undefined : register(right, 'rbp')],
    }),
    says: ({ property }) =>
      property === 'physicalAddress'
        ? 'That is where the frame begins. Which byte within the frame is it? The offset is the same as within the page.'
        : 'That is the fixed point itself. The variable lies a few bytes away from it, and the distance is in the instruction.',
  },
  'direction-reversed': {
    wrong: byProperty({
      offset: (right) => [-right.value],
      virtualAddress: (right) => [subtract(register(right, 'rbp'), ask(right, 'offset'))],
    }),
    says: () =>
      'The distance is right and the direction is not. The stack grows towards lower addresses, so locals lie below the fixed point.',
  },
  'highest-byte-named': {
    wrong: byProperty({
      offset: (right) => [add(right.value, ask(right, 'size'), -1n)],
      virtualAddress: (right) => [ask(right, 'lastByte')],
      physicalAddress: (right) => [add(right.value, ask(right, 'size'), -1n)],
    }),
    says: () =>
      'That is the byte with the highest address. A variable of several bytes is named by its lowest one, whichever way the stack grows.',
  },
  'one-past-the-end': {
    wrong: byProperty({
      lastByte: (right) => [right.value + 1n],
      size: (right) => [right.value - 1n],
    }),
    says: () =>
      'That is the first byte which no longer belongs to it. The first byte counts too: the last one lies one less than the size further on.',
  },
  'first-byte-named': {
    wrong: byProperty({ lastByte: (right) => [ask(right, 'virtualAddress')] }),
    says: () => 'That is its first byte, the one with the lowest address. Where is the last?',
  },
  'not-rounded': {
    wrong: byProperty({ frameSize: (right) => [ask(right, 'localBytes')] }),
    says: () =>
      'So many bytes the variables take. The frame is rounded up, so that RSP stays at a multiple of eight.',
  },
  'one-step-early': {
    wrong: (right) => atNeighbour(right, -1),
    says: () =>
      'That is how it stands just before this instruction. What does the instruction itself change?',
  },
  'one-step-late': {
    wrong: (right) => atNeighbour(right, 1),
    says: () => 'That is how it stands one instruction later.',
  },
} as const satisfies Readonly<Record<TypicalMistake, MistakeRow>> & Readonly<Record<string, MistakeRow>>

export type MistakeName = keyof typeof MISTAKES

/** Every mistake's name. */
export const MISTAKE_NAMES = Object.keys(MISTAKES) as MistakeName[]

/** The numbers that a mistake leads to, each once. */
export function wrongAnswers(name: MistakeName, right: Right): bigint[] {
  const mistake: MistakeRow = MISTAKES[name]
  return [...new Set(mistake.wrong(right).filter((value) => value !== undefined))]
}
