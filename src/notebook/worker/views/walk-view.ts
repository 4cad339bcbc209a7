import { bytesText } from '#engine/facts/fact-value.ts'
import { describeFault } from '#engine/memory/fault.ts'
import { bitNames, ROOT_REGISTERS } from '#engine/memory/formats/entry-format.ts'
import { entryFormatOf } from '#engine/memory/formats/formats.ts'
import type { Translation, WalkStep } from '#engine/memory/translation.ts'
import { segmentPlace } from '#engine/memory/scheme.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { hex, physicalAddress } from '#engine/units.ts'
import { defined } from '#notebook/shared/defined.ts'
import { thingText } from '#notebook/shared/thing.ts'
import type { PageWay, WalkEntry, WalkView } from '#notebook/shared/picture-view.ts'
import { fieldsOf, splitView } from './split-view.ts'
import { tableView } from './table-view.ts'
import { toldAccess, type ToldAccess } from './told-access.ts'
import { variableAt } from './variable-at.ts'
import type { ViewInput } from './view-input.ts'

/** Bytes of the frame that are shown around those accessed. */
const WINDOW = 16

/** One access on one sheet: the sum, the address in its fields, the entry that each chooses, the frame and its bytes. */
export function walkView(input: ViewInput): WalkView | undefined {
  const told = toldAccess(input)
  if (told === undefined) return undefined
  const { machine } = input
  return {
    kind: 'walk',
    access: told.access,
    of: told.of,
    terms: told.terms,
    pageBits: machine.memory.scheme.pageBits,
    ways: told.parts.map((part) => wayOf(machine, part)),
    split: splitView(input),
    table: tableView(input),
    ...defined({ text: told.text, when: told.when, register: told.register }),
  }
}

function wayOf(
  machine: Machine,
  { address, byteCount, translation: walked, tlb, place }: ToldAccess['parts'][number],
): PageWay {
  // What has left the table since can only be told as the table has it.
  const isHit = tlb === 'hit' && walked.ok
  const translation = isHit && place !== undefined ? { ...walked, physicalAddress: place } : walked
  const steps = isHit ? [] : translation.steps
  const { scheme } = machine.memory
  const isPaged = scheme.lookup.kind === 'list' || scheme.lookup.levels.length > 0
  const extent = translation.ok ? extentOf(machine, translation, isHit) : undefined
  return {
    virtualAddress: hex(address),
    page: hex(machine.memory.pageOf(address)),
    byteCount,
    things: thingText({ kind: 'virtual', start: address, byteCount }),
    fields: fieldsIn(machine, translation, isHit),
    entries: steps.map((step) => entryOf(machine, step)),
    bytes: translation.ok ? bytesAround(machine, translation, extent!, byteCount) : [],
    ...defined({
      root: isPaged && !isHit ? rootOf(machine) : undefined,
      tlb: tlb === 'hit' && !isHit ? undefined : tlb,
      segment: segmentOf(machine, address),
      frame: translation.ok ? frameOf(translation, extent!, byteCount) : undefined,
      fault: translation.ok ? undefined : reasonOf(translation),
    }),
  }
}

function rootOf({ memory }: Machine): NonNullable<PageWay['root']> {
  const { architecture } = entryFormatOf(memory.scheme)
  const register = ROOT_REGISTERS[architecture]
  const things = architecture === 'x86' ? thingText({ kind: 'register', name: 'cr3' }) : ''
  return { base: hex(memory.root), register, things }
}

function reasonOf({ fault }: Extract<Translation, { ok: false }>): string {
  return describeFault(fault).split(' It happened')[0]!
}

/** Those that choose something: where a large page ends the walk early, the others are its offset. */
function fieldsIn({ memory }: Machine, translation: Translation, isHit: boolean): PageWay['fields'] {
  const { scheme } = memory
  const plans = fieldsOf(scheme)
  const indices = plans.filter(({ part }) => part === 'index')
  const virtualBits = plans.reduce((sum, { bitCount }) => sum + bitCount, 0)
  const isTree = scheme.segments === undefined && indices.length > 0
  const offsetBits = translation.ok && isTree ? Math.log2(translation.pageByteCount) : undefined
  const isLarge = offsetBits !== undefined && offsetBits !== scheme.pageBits
  const chosen =
    isTree && isHit
      ? [
          {
            name: 'Page number',
            part: 'page' as const,
            from: scheme.pageBits,
            bitCount: virtualBits - scheme.pageBits,
          },
          ...plans.filter(({ part }) => part === 'offset'),
        ]
      : isLarge
        ? [
            ...indices.slice(0, translation.steps.length),
            { name: 'Offset', part: 'offset' as const, from: 0, bitCount: offsetBits },
          ]
        : plans
  const bits = translation.virtualAddress.toString(2).padStart(64, '0')
  return chosen.map(({ name, part, from, bitCount }) => {
    const text = bits.slice(64 - from - bitCount, 64 - from)
    const number = BigInt(`0b${text}`)
    return {
      name: name.replace(' index', ''),
      part,
      bits: text,
      value: part === 'index' ? number.toString() : hex(number),
    }
  })
}

function entryOf({ memory }: Machine, step: WalkStep): WalkEntry {
  const { lookup } = memory.scheme
  const format = entryFormatOf(memory.scheme)
  const level = lookup.kind === 'list' ? undefined : lookup.levels.find(({ name }) => name === step.level)
  return {
    level: step.level,
    table: hex(step.table),
    index: step.index,
    of: level === undefined ? 0 : 2 ** level.bits,
    flags: bitNames(format, step.entry),
    fact: `entry(${hex(step.entryAddress)})`,
    things: thingText({ kind: 'physical', start: BigInt(step.entryAddress), byteCount: format.byteCount }),
    ...defined({
      next: step.next === undefined ? undefined : hex(step.next),
      page: step.page === undefined ? undefined : hex(step.page),
    }),
  }
}

function segmentOf({ memory }: Machine, address: bigint): PageWay['segment'] {
  const { segments } = memory.scheme
  if (segments === undefined) return undefined
  const { number } = segmentPlace(memory.scheme, Number(address))
  const { base, limit } = memory.control.segment(number)
  return { name: segments[number]?.name ?? 'memory', base: hex(base), limit: hex(limit) }
}

interface Extent {
  readonly base: number
  readonly byteCount: number
}

/** Without pages all of RAM is one; the TLB remembers the smallest pages, also of a large one. */
function extentOf(
  machine: Machine,
  { pageByteCount, physicalAddress: at }: Extract<Translation, { ok: true }>,
  isHit: boolean,
): Extent {
  const { scheme } = machine.memory
  const isWhole = scheme.lookup.kind === 'radix' && scheme.lookup.levels.length === 0
  const byteCount = isWhole ? machine.journal.ramByteCount : isHit ? 2 ** scheme.pageBits : pageByteCount
  return { base: at - (at % byteCount), byteCount }
}

function frameOf(
  translation: Extract<Translation, { ok: true }>,
  { base, byteCount: size }: Extent,
  byteCount: number,
): NonNullable<PageWay['frame']> {
  const start = BigInt(translation.physicalAddress)
  return {
    base: hex(base),
    byteCount: size,
    physicalAddress: hex(translation.physicalAddress),
    things: thingText({ kind: 'physical', start, byteCount }),
  }
}

function bytesAround(
  machine: Machine,
  translation: Extract<Translation, { ok: true }>,
  { base, byteCount: size }: Extent,
  byteCount: number,
): PageWay['bytes'] {
  const { physicalAddress: at, virtualAddress } = translation
  const first = Math.max(
    base,
    Math.min(base + size - WINDOW, at - Math.max(2, Math.floor((WINDOW - byteCount) / 2))),
  )
  return Array.from({ length: Math.min(WINDOW, size) }, (_, index) => {
    const address = physicalAddress(first + index)
    const byte = machine.journal.bytes.subarray(address, address + 1)
    return {
      address: hex(address),
      byte: { fact: `byte(${hex(address)})`, value: bytesText(byte) },
      isAccessed: address >= at && address < at + byteCount,
      ...defined({ name: variableAt(machine, virtualAddress + BigInt(address - at))?.name }),
    }
  })
}
