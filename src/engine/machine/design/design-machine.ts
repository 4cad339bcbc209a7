import type { Diagnostic } from '../../diagnostic.ts'
import { flawOfHierarchy } from '../../memory/caches.ts'
import type { Costs } from '../../memory/cost.ts'
import type { PlainEntry, RadixLookup, PagingScheme, SchemeName } from '../../memory/scheme.ts'
import { SCHEMES } from '../../memory/scheme.ts'
import type { ImageName } from '../../os/images.ts'
import { PAGE_BITS, PAGE_SIZE } from '../../units.ts'
import type { Hardware } from '../snapshot.ts'
import type { SettingSpans } from './parse-machine.ts'
import { PRESETS } from './presets.ts'
import { PRICED, exactSize, type MachineSettings, type PriceName } from './settings.ts'

/** What `Machine.boot` is given for the machine of a cell. */
export interface MachineDesign {
  readonly image: ImageName
  readonly scheme: SchemeName
  readonly hardware: Hardware
}

export type Designed =
  | { readonly ok: true; readonly design: MachineDesign }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** Where a program lies, with its page tables, and what the OS keeps. */
const LEAST_RAM = 2 ** 17
const SWAP_PAGE_COUNT = 256
/** For the frames that are counted out, page tables and what the OS knows of every frame. */
const DEFAULT_RAM = 2 ** 21
/** A stack at the top of 47 bits, as programs of x86-64 have it. */
const PROGRAM_BITS = 48

/** The machine that settings describe, or what of them does not fit together. */
export function designMachine(own: MachineSettings, spans: SettingSpans, byteCount: number): Designed {
  const name = own.machine ?? 'x86-64'
  const preset = Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined
  const wrong = (key: string, message: string, help: string): Designed => {
    const span = spans[key] ?? { from: 0, to: byteCount }
    return { ok: false, diagnostics: [{ severity: 'error', message, help, from: span.from, to: span.to }] }
  }
  if (preset === undefined)
    return wrong('machine', `There is no machine ${name}.`, `There are ${Object.keys(PRESETS).join(', ')}.`)
  const settings = { ...preset.settings, ...own }
  const scheme = schemeOf(preset.scheme, settings)
  const { lookup, segments = [] } = scheme
  const looked =
    lookup.kind === 'radix' ? lookup.levels.reduce((sum, { bits }) => sum + bits, scheme.pageBits) : 0
  if (!Number.isInteger(scheme.pageBits) || scheme.pageBits < 2)
    return wrong(
      'page',
      'A page has a number of bytes that is a power of two, from 4 on.',
      'Write page 64 bytes.',
    )
  if (lookup.kind === 'radix' && lookup.levels.length > 0 && looked !== scheme.virtualBits)
    return wrong(
      ['levels', 'addresses', 'page'].find((key) => spans[key] !== undefined) ?? 'machine',
      `Levels and offset make ${looked} bits, and addresses have ${scheme.virtualBits}.`,
      `The offset in a page of ${exactSize(2 ** scheme.pageBits)} has ${scheme.pageBits} bits; the levels’ bits are the others.`,
    )
  const least = leastPageBits(lookup)
  if (scheme.pageBits < least)
    return wrong(
      'page',
      `Frames in these entries begin at multiples of ${exactSize(2 ** least)}.`,
      'Smaller pages take a textbook’s entry: write entry 4 bytes.',
    )
  if (segments.length !== (settings.segments?.length ?? segments.length))
    return wrong('segment', `This machine has ${segments.length} segments.`, 'Give each of them a line.')
  if (settings.frames !== undefined && !isForPrograms(scheme))
    return wrong(
      'frames',
      'Frames are counted out by the operating system of the course, which keeps pages of 4 KiB.',
      `A string of page numbers means the same there: take a machine such as x86-64, sv48 or armv8-4k.`,
    )
  if (settings.swap !== undefined && settings.frames === undefined)
    return wrong('swap', 'A swap area is used where frames are counted out.', 'Write a line frames too.')
  if (settings.itlb !== undefined && settings.tlb === undefined)
    return wrong('itlb', 'A TLB for instructions stands beside one for data.', 'Write a line tlb too.')
  if (settings.walks === 'cached' && (settings.tlb === undefined || settings.caches === undefined))
    return wrong(
      'walks',
      'Walks are counted where a TLB misses, and caches are there to be asked.',
      'Write a line tlb and a line cache too.',
    )
  const flaw = flawOfHierarchy(settings.caches ?? [])
  if (flaw !== undefined)
    return wrong('cache', `${flaw}.`, 'Caches are L1, or L1d and L1i, then L2, then L3.')
  const needed = isForPrograms(scheme) ? LEAST_RAM + PAGE_SIZE * (settings.frames?.frameCount ?? 0) : 0
  if (settings.ram !== undefined && settings.ram < needed)
    return wrong(
      'ram',
      'That is too little for the operating system of the course and a program.',
      `Write at least ram ${exactSize(needed)}, or take a machine that only translates, such as csapp.`,
    )
  return { ok: true, design: designOf(settings, scheme) }
}

/** What an entry's address bits can tell apart: of an architecture's, no smaller pages than its own. */
function leastPageBits(lookup: PagingScheme['lookup']): number {
  if (lookup.kind === 'list') return PAGE_BITS
  if (typeof lookup.entry === 'object' || lookup.levels.length === 0) return 0
  return lookup.entry === 'arm-16k' ? 14 : lookup.entry === 'arm-64k' ? 16 : PAGE_BITS
}

/** Whether the course's operating system can keep its processes in such tables. */
function isForPrograms({ lookup, pageBits, virtualBits, segments }: PagingScheme): boolean {
  if (lookup.kind === 'list') return true
  const isSmall = typeof lookup.entry === 'object' || segments !== undefined || lookup.levels.length === 0
  const fitFrames = lookup.levels.every(({ bits }) => 8 * 2 ** bits <= PAGE_SIZE)
  return !isSmall && fitFrames && pageBits === PAGE_BITS && virtualBits >= PROGRAM_BITS
}

function designOf(settings: MachineSettings, scheme: PagingScheme): MachineDesign {
  const { tlb, itlb, caches, walks, frames, swap, ram, segments } = settings
  const own = Object.values(SCHEMES).find((one) => one === scheme)
  const forPrograms = isForPrograms(scheme)
  const bytes = ram ?? (frames === undefined && forPrograms ? undefined : DEFAULT_RAM)
  const hardware: Hardware = {
    ...(own === undefined ? { paging: scheme } : {}),
    ...(bytes === undefined ? {} : { ramByteCount: Math.ceil(bytes / PAGE_SIZE) * PAGE_SIZE }),
    ...(tlb === undefined ? {} : { tlb, fetchTlb: itlb ?? 'shared', forgetsTlb: tlb.forgetful }),
    ...(caches === undefined ? {} : { caches }),
    ...(walks === 'cached' ? { cachesWalks: true } : {}),
    ...(settings.prices === undefined ? {} : { prices: pricesOf(settings.prices) }),
    ...(frames === undefined ? {} : { swap: { pageCount: swap ?? SWAP_PAGE_COUNT, ...frames } }),
    ...(forPrograms ? {} : { bare: { segments: segments ?? [] } }),
  }
  const image = frames !== undefined ? 'linux' : forPrograms ? 'walkthrough' : 'bare'
  const named = own === undefined || image === 'bare' ? 'four-level' : (own.name as SchemeName)
  return { image, scheme: named, hardware: image === 'bare' ? { ...hardware, paging: scheme } : hardware }
}

function pricesOf(prices: NonNullable<MachineSettings['prices']>): Partial<Costs> {
  return Object.fromEntries(Object.entries(prices).map(([name, price]) => [PRICED[name as PriceName], price]))
}

/** The preset's scheme with what is otherwise. The bits of one level follow from the others. */
function schemeOf(preset: PagingScheme, settings: MachineSettings): PagingScheme {
  const { addresses, upper, page, levels, physical, entry, marks } = settings
  if ([addresses, upper, page, levels, physical, entry, marks].every((one) => one === undefined))
    return preset
  const pageBits = page === undefined ? preset.pageBits : Math.log2(page)
  const virtualBits = addresses ?? (levels === undefined ? preset.virtualBits : sum(levels) + pageBits)
  return {
    ...preset,
    ...{ pageBits, virtualBits },
    ...(upper === undefined ? {} : { upperBits: upper }),
    ...(physical === undefined ? {} : { physicalBits: physical }),
    ...(marks === undefined ? {} : { marks }),
    lookup:
      preset.lookup.kind === 'list'
        ? preset.lookup
        : lookupOf(preset.lookup, settings, virtualBits - pageBits),
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

function lookupOf(preset: RadixLookup, { levels, entry }: MachineSettings, bits: number): RadixLookup {
  const written = levels ?? (preset.levels.length === 1 && bits >= 0 ? [bits] : undefined)
  const names = written?.map((count, depth) => ({
    ...preset.levels[depth + preset.levels.length - written.length],
    name:
      preset.levels[depth + preset.levels.length - written.length]?.name ?? `L${written.length - 1 - depth}`,
    bits: count,
  }))
  return {
    kind: 'radix',
    levels: names ?? preset.levels,
    ...(entry === undefined
      ? preset.entry === undefined
        ? {}
        : { entry: preset.entry }
      : { entry: typeof entry === 'number' ? plainEntry(entry) : entry }),
  }
}

/** A valid bit on top, and the frame's number in all the others. */
function plainEntry(byteCount: number): PlainEntry {
  const bits = 8 * byteCount
  return { byteCount, validBit: bits - 1, frameBits: Math.min(bits - 1, 40) }
}
