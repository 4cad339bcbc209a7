/** Which thing a value on the page speaks of: the vocabulary of facts is a vocabulary of things too. */
import { PAGE_SIZE } from '#engine/units.ts'
import { ENTRY_BYTE_COUNT, type Thing } from './thing.ts'

type Read = (value: string, ...parts: string[]) => Thing | undefined

/** The first pattern that fits a fact's name decides; `parts` are what its groups matched. */
const PATTERNS: readonly (readonly [RegExp, Read])[] = [
  // Another moment's value is nothing that this one shows elsewhere.
  [/^after\(.*\)\./, () => undefined],
  [/^registers\.(\w+)$/, (_, name) => ({ kind: 'register', name: name! })],
  [/^byte\((0x[\da-f]+)\)$/i, (_, at) => physical(at!, 1)],
  [/^entry\((0x[\da-f]+)\)$/i, (_, at) => physical(at!, ENTRY_BYTE_COUNT)],
  [/^memory\((0x[\da-f]+), *(\d+)\)$/i, (_, at, count) => virtual(at!, Number(count))],
  [/^memory(16|32|64)?\((0x[\da-f]+)\)$/i, (_, bits, at) => virtual(at!, Number(bits ?? 8) / 8)],
  // What the value is of decides before what it belongs to: the frame of a page is a frame.
  [/^root$|\.(root|table|frameBase|next)$/, (value) => physical(value, PAGE_SIZE)],
  [/\.entryAddress$/, (value) => physical(value, ENTRY_BYTE_COUNT)],
  [/\.physicalAddress$/, (value) => physical(value, 1)],
  [/^instruction\(\d+\)\.address$|\.(virtualAddress|lastByte|start)$/, (value) => virtual(value, 1)],
  [/\.page$/, (value) => numbered('virtual', value)],
  [/\.frame$/, (value) => numbered('physical', value)],
  [/^page\((0x[\da-f]+)\)\./i, (_, page) => numbered('virtual', page!)],
  [
    /^(?!(?:flags|scheme|process|function|fault|signal|exit|console|os|tlb|steps)\.)([A-Za-z_]\w*)\.\w+$/,
    (_, name) => ({ kind: 'variable', name: name! }),
  ],
]

/** The thing that a fact is of, or that its value points at; undefined where it is of none. */
export function thingOfFact(fact: string, value: string): Thing | undefined {
  for (const [pattern, read] of PATTERNS) {
    const match = pattern.exec(fact)
    if (match) return read(value, ...match.slice(1))
  }
  return undefined
}

function virtual(start: string, byteCount: number): Thing | undefined {
  return isHex(start) ? { kind: 'virtual', start: BigInt(start), byteCount } : undefined
}

function physical(start: string, byteCount: number): Thing | undefined {
  return isHex(start) ? { kind: 'physical', start: BigInt(start), byteCount } : undefined
}

/** A page or frame by its number. */
function numbered(kind: 'virtual' | 'physical', number: string): Thing | undefined {
  if (!isHex(number)) return undefined
  return { kind, start: BigInt(number) * BigInt(PAGE_SIZE), byteCount: PAGE_SIZE }
}

const isHex = (text: string) => /^0x[\da-f]+$/i.test(text)
