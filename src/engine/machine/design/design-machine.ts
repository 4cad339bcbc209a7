import type { Diagnostic } from '../../diagnostic.ts'
import type { Costs } from '../../memory/cost.ts'
import { ENTRY_FORMATS } from '../../memory/formats/formats.ts'
import type {
  Level,
  PlainEntry,
  RadixLookup,
  PagingScheme,
  SchemeName,
  Segment,
} from '../../memory/scheme.ts'
import { SCHEMES } from '../../memory/scheme.ts'
import type { ImageName } from '../../os/images.ts'
import type { Hardware } from '../snapshot.ts'
import { isForPrograms, misfitOf, mostPlaces } from './misfits.ts'
import type { SettingSpans } from './parse-machine.ts'
import { machineMeant, PRESETS, type Preset } from './presets.ts'
import { PRICED, type MachineSettings, type PriceName, type SegmentSetting } from './settings.ts'

/** What `Machine.boot` is given for the machine of a cell. */
export interface MachineDesign {
  readonly image: ImageName
  readonly scheme: SchemeName
  readonly hardware: Hardware
}

export type Designed =
  | { readonly ok: true; readonly design: MachineDesign }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** Pages of a swap area where nothing else is said, as long as they are no more bytes than that. */
const SWAP_PAGE_COUNT = 256
const SWAP_BYTE_COUNT = 2 ** 22
/** For the frames that are counted out, page tables and what the OS knows of every frame. */
const DEFAULT_RAM = 2 ** 21

/** The machine that settings describe, or what of them does not fit together. */
export function designMachine(own: MachineSettings, spans: SettingSpans, byteCount: number): Designed {
  const name = machineMeant(own)
  const preset = Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined
  const wrong = (key: string, message: string, help: string): Designed => {
    const span = spans[key] ?? { from: 0, to: byteCount }
    return { ok: false, diagnostics: [{ severity: 'error', message, help, from: span.from, to: span.to }] }
  }
  if (preset === undefined)
    return wrong('machine', `There is no machine ${name}.`, `There are ${Object.keys(PRESETS).join(', ')}.`)
  const settings = { ...preset.settings, ...own }
  const scheme = schemeOf(preset.scheme, settings)
  const ram = ramOf(own, preset, scheme)
  const misfit = misfitOf({ own, settings, scheme, ram })
  if (misfit !== undefined) return wrong(misfit.key, misfit.message, misfit.help)
  return { ok: true, design: designOf(settings, scheme, ram) }
}

/**
 * Bytes of RAM: as many as are written, or as are usual where no image says it, as far as addresses reach. Where only
 * that is written how far they reach, a preset's RAM is not meant.
 */
function ramOf(own: MachineSettings, preset: Preset, scheme: PagingScheme): number | undefined {
  const ram = own.ram ?? (own.physical === undefined ? preset.settings.ram : undefined)
  if (ram !== undefined) return ram
  if (own.frames === undefined && isForPrograms(scheme)) return undefined
  return Math.min(DEFAULT_RAM, Math.max(2 ** scheme.pageBits, 2 ** (scheme.physicalBits ?? 64)))
}

function designOf(settings: MachineSettings, scheme: PagingScheme, ram: number | undefined): MachineDesign {
  const { tlb, itlb, caches, walks, frames, swap, segments } = settings
  const own = Object.values(SCHEMES).find((one) => one === scheme)
  const forPrograms = isForPrograms(scheme)
  const hardware: Hardware = {
    ...(own === undefined ? { paging: scheme } : {}),
    ...(ram === undefined ? {} : { ramByteCount: ram }),
    ...(tlb === undefined ? {} : { tlb, fetchTlb: itlb ?? 'shared', forgetsTlb: tlb.forgetful }),
    ...(caches === undefined ? {} : { caches }),
    ...(walks === 'cached' ? { cachesWalks: true } : {}),
    ...(settings.prices === undefined ? {} : { prices: pricesOf(settings.prices) }),
    ...(frames === undefined ? {} : { swap: { pageCount: swap ?? usualSwap(scheme), ...frames } }),
    ...(forPrograms ? {} : { bare: { segments: segments ?? [] } }),
  }
  const image = frames !== undefined ? 'linux' : forPrograms ? 'walkthrough' : 'bare'
  const named = own === undefined || image === 'bare' ? 'four-level' : (own.name as SchemeName)
  return { image, scheme: named, hardware: image === 'bare' ? { ...hardware, paging: scheme } : hardware }
}

function usualSwap(scheme: PagingScheme): number {
  return Math.min(SWAP_PAGE_COUNT, SWAP_BYTE_COUNT / 2 ** scheme.pageBits, mostPlaces(scheme))
}

function pricesOf(prices: NonNullable<MachineSettings['prices']>): Partial<Costs> {
  return Object.fromEntries(Object.entries(prices).map(([name, price]) => [PRICED[name as PriceName], price]))
}

/** The preset's scheme with what is otherwise. The bits of one level follow from the others. */
function schemeOf(preset: PagingScheme, settings: MachineSettings): PagingScheme {
  const { addresses, upper, page, levels, physical, entry, marks } = settings
  const divided = { ...preset, ...dividedBy(preset.segments, settings.segments) }
  if ([addresses, upper, page, levels, physical, entry, marks].every((one) => one === undefined))
    return isAsPreset(preset, settings) ? preset : divided
  const pageBits = page === undefined ? preset.pageBits : Math.log2(page)
  const virtualBits = addresses ?? (levels === undefined ? preset.virtualBits : sum(levels) + pageBits)
  return {
    ...divided,
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

/** Segments as lines have them. How many there can be is for the rules to say. */
function dividedBy(
  known: readonly Segment[] | undefined,
  written: MachineSettings['segments'],
): Pick<PagingScheme, 'segments'> {
  if (known === undefined || written === undefined) return {}
  const isAsMany = written.length === known.length
  return {
    segments: written.map(({ grows }, number) => ({
      name: isAsMany ? known[number]!.name : `SEG${number}`,
      grows: grows ?? (isAsMany ? known[number]!.grows : 'up'),
    })),
  }
}

/** The same segments, growing the same way. */
function isAsPreset({ segments: known = [] }: PagingScheme, { segments = [] }: MachineSettings): boolean {
  const isSame = ({ grows }: SegmentSetting, number: number) =>
    grows === undefined || grows === known[number]?.grows
  return segments.length === known.length && segments.every(isSame)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

function lookupOf(preset: RadixLookup, { levels, entry }: MachineSettings, bits: number): RadixLookup {
  const written = levels ?? (preset.levels.length === 1 && bits >= 0 ? [bits] : undefined)
  const names = written?.map((count, depth): Level => {
    const above = written.length - preset.levels.length - depth
    const known = preset.levels[-above]
    return { ...(known ?? levelAbove(preset, above, written.length - 1 - depth)), bits: count }
  })
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

/**
 * A table so many levels above the root of a preset. RISC-V and x86 count their tables from the pages on, ARM towards
 * them; RISC-V may map a large page in each.
 */
function levelAbove(
  { levels: [root], entry }: RadixLookup,
  above: number,
  fromLast: number,
): Omit<Level, 'bits'> {
  const [, letters, number] = /^(\D+)(\d+)$/.exec(root?.name ?? '') ?? []
  if (number === undefined) return { name: `L${fromLast}` }
  const architecture = typeof entry === 'string' ? ENTRY_FORMATS[entry].architecture : undefined
  const name = `${letters}${Number(number) + (architecture === 'arm' ? -above : above)}`
  return architecture === 'risc-v' ? { name, largePage: true } : { name }
}

/** A valid bit on top, and the frame's number in all the others. */
function plainEntry(byteCount: number): PlainEntry {
  const bits = 8 * byteCount
  return { byteCount, validBit: bits - 1, frameBits: Math.min(bits - 1, 40) }
}
