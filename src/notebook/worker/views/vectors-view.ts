import { VECTOR_NAMES } from '#engine/isa/registers.ts'
import { instructionNamed } from '#engine/isa/table.ts'
import { hex } from '#engine/units.ts'
import type { VectorsView } from '#notebook/shared/machine-view.ts'
import type { AtOneMoment } from './view-input.ts'

type Read = (view: DataView, at: number) => string

const VECTOR_BYTES = 16
/** What the bits can be taken for, and how many bytes one element has. */
const KINDS: readonly (readonly [name: string, byteCount: number, read: Read])[] = [
  ['4 floats', 4, (view, at) => floatText(view.getFloat32(at, true))],
  ['2 doubles', 8, (view, at) => numberText(view.getFloat64(at, true))],
  ['4 whole numbers of 32 bits', 4, (view, at) => String(view.getInt32(at, true))],
  ['2 whole numbers of 64 bits', 8, (view, at) => String(view.getBigInt64(at, true))],
  ['16 bytes, in hexadecimal', 1, (view, at) => view.getUint8(at).toString(16).padStart(2, '0')],
]
const [FLOATS, DOUBLES, WHOLE_NUMBERS] = [0, 1, 2]

/** The XMM registers that the listing names or that hold something, and MXCSR; undefined where there are none. */
export function vectorsView({ machine }: Pick<AtOneMoment, 'machine'>): VectorsView | undefined {
  const { registers } = machine
  const texts = machine.listing?.assembly.instructions.map(({ text }) => text.toLowerCase()) ?? []
  const named = new Set(texts.flatMap((text) => text.match(/\bxmm\d+\b/g) ?? []))
  const used = VECTOR_NAMES.filter((name) => named.has(name) || registers.get(name) !== 0n)
  if (used.length === 0) return undefined
  return {
    kind: 'vectors',
    kinds: KINDS.map(([name]) => name),
    likely: likelyKind(texts),
    registers: used.map((name) => {
      const value = registers.get(name)
      return { name, value: { fact: `registers.${name}`, value: hex(value) }, elements: elementsOf(value) }
    }),
    mxcsr: { fact: 'registers.mxcsr', value: hex(registers.get('mxcsr')) },
    modes: modesOf(Number(registers.get('mxcsr'))),
  }
}

/** For each kind the elements as text, the highest first, as digits are written. */
function elementsOf(value: bigint): string[][] {
  const view = new DataView(new ArrayBuffer(VECTOR_BYTES))
  view.setBigUint64(0, BigInt.asUintN(64, value), true)
  view.setBigUint64(8, value >> 64n, true)
  return KINDS.map(([, byteCount, read]) =>
    Array.from({ length: VECTOR_BYTES / byteCount }, (_, index) => read(view, index * byteCount)).reverse(),
  )
}

/** What the listing's arithmetic takes vectors for. */
function likelyKind(texts: readonly string[]): number {
  const names = texts.filter((text) => /\bxmm\d/.test(text)).map((text) => /^\S+/.exec(text)![0])
  const arithmetic = names.filter((name) => instructionNamed(name, 2)?.compute !== undefined)
  const ofKind = (letters: RegExp) => arithmetic.filter((name) => letters.test(name)).length
  const [doubles, floats] = [ofKind(/[sp]d$|2si$/), ofKind(/[sp]s$/)]
  if (doubles + floats === 0) return WHOLE_NUMBERS
  return doubles >= floats ? DOUBLES : FLOATS
}

/** As short as tells it from other floats. */
function floatText(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === value) return numberText(short)
  }
  return numberText(Number(value.toPrecision(9)))
}

function numberText(value: number): string {
  if (Object.is(value, -0)) return '−0'
  return String(value).replace('-', '−').replace('Infinity', '∞')
}

const ROUNDINGS = ['to the nearest', 'down', 'up', 'towards zero']
const EXCEPTIONS = [
  'invalid operation',
  'denormal operand',
  'division by zero',
  'overflow',
  'underflow',
  'inexact result',
]
const DAZ = 0x40
const FTZ = 0x8000

/** What MXCSR says, as phrases. */
function modesOf(mxcsr: number): string[] {
  const listed = (bits: number) => EXCEPTIONS.filter((_, bit) => ((bits >> bit) & 1) === 1).join(', ')
  const [met, unmasked] = [listed(mxcsr), listed(~(mxcsr >> 7))]
  return [
    `rounds ${ROUNDINGS[(mxcsr >> 13) & 3]!}`,
    met === '' ? 'has met nothing' : `has met: ${met}`,
    ...(unmasked === '' ? [] : [`faults at: ${unmasked}`]),
    ...((mxcsr & DAZ) === 0 ? [] : ['denormal operands are zeros']),
    ...((mxcsr & FTZ) === 0 ? [] : ['denormal results are zeros']),
  ]
}
