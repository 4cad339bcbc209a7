import { CACHE_NAMES, type CacheDesign, type CacheName } from '../../memory/cache.ts'
import type { Costs } from '../../memory/cost.ts'
import { ENTRY_FORMATS } from '../../memory/formats/formats.ts'
import type { EntryFormatName, Marks } from '../../memory/formats/entry-format.ts'
import type { PagingScheme, Segment } from '../../memory/scheme.ts'
import type { TlbDesign } from '../../memory/tlb.ts'
import type { ReplacementName } from '../../os/replacement.ts'

/** What a machine cell says: a preset by its name, and what is otherwise. Plain data, as it is printed. */
export interface MachineSettings {
  readonly machine?: string
  /** Bits of a virtual address. */
  readonly addresses?: number
  /** What the bits above those must be. */
  readonly upper?: UpperBits
  /** Bytes of a page. */
  readonly page?: number
  /** Bits of the index at each level, from the root down. */
  readonly levels?: readonly number[]
  /** Bits of a physical address. */
  readonly physical?: number
  /** An architecture's format, or how many bytes a textbook's entry has. */
  readonly entry?: EntryFormatName | number
  readonly marks?: Marks
  /** Bytes of RAM. */
  readonly ram?: number
  readonly tlb?: TlbSetting
  /** A TLB of their own for fetches of instructions; `tlb` is for data alone then. */
  readonly itlb?: TlbSetting
  readonly caches?: readonly CacheSetting[]
  /** Whether walks read page tables through the caches. */
  readonly walks?: Walks
  /** Cycles, where they are not as usual. */
  readonly prices?: Readonly<Partial<Record<PriceName, number>>>
  readonly frames?: FramesSetting
  /** Pages that the swap area has room for. */
  readonly swap?: number
  /** Where the address space is made of segments: each of them, the lowest addresses' first. */
  readonly segments?: readonly SegmentSetting[]
}

export interface SegmentSetting {
  /** Where it lies in RAM: its first byte, or of one that grows down the byte behind its last. */
  readonly base: number
  /** How many bytes of it there are. */
  readonly limit: number
  /** By default as the preset has it, and up where there are more of them or fewer. */
  readonly grows?: Segment['grows']
}

export type TlbSetting = Pick<TlbDesign, 'entryCount' | 'wayCount' | 'replacement' | 'tagged'> & {
  /** The OS does not tell it when it changes a page table. */
  readonly forgetful: boolean
}

export type CacheSetting = Omit<CacheDesign, 'seed'>

/** What has a price. */
export type PriceName = 'memory' | 'walk' | 'tlb' | CacheName

/** What each is where costs are reckoned. */
export const PRICED: Readonly<Record<PriceName, keyof Costs>> = {
  ...{ memory: 'memory', walk: 'walkRead', tlb: 'lookup' },
  ...{ L1: 'L1', L1d: 'L1d', L1i: 'L1i', L2: 'L2', L3: 'L3' },
}
export const PRICE_NAMES = Object.keys(PRICED) as readonly PriceName[]

export interface FramesSetting {
  readonly frameCount: number
  readonly replacement: ReplacementName
}

export const WALKS = ['cached', 'uncached'] as const
export type Walks = (typeof WALKS)[number]
export const UPPER_BITS = ['sign', 'zero'] as const satisfies readonly PagingScheme['upperBits'][]
export type UpperBits = (typeof UPPER_BITS)[number]
export const MARKS = ['processor', 'software'] as const satisfies readonly Marks[]
export const TLB_REPLACEMENTS = [
  'lru',
  'fifo',
  'random',
] as const satisfies readonly TlbDesign['replacement'][]
export const CACHE_REPLACEMENTS = [
  'lru',
  'fifo',
  'random',
  'plru',
] as const satisfies readonly CacheDesign['replacement'][]
/** What a cache does with writes, in the words of a line. */
export const WRITE_POLICIES = ['write-back', 'write-through'] as const
export const GROWTHS = ['up', 'down'] as const satisfies readonly Segment['grows'][]
export const TLB_TRAITS = ['tagged', 'forgetful'] as const
export const REPLACEMENTS = ['fifo', 'clock', 'lru', 'optimal'] as const satisfies readonly ReplacementName[]
const SIZE_UNITS = ['bytes', 'KiB', 'MiB']

/** The lines of a machine, as they are offered and explained. */
export const SETTING_LINES: readonly {
  readonly key: string
  readonly example: string
  readonly about: string
  /** What can stand in the line besides numbers; names of machines are elsewhere. */
  readonly words?: readonly string[]
  /** There can be several of it. */
  readonly repeats?: true
}[] = [
  {
    key: 'machine',
    example: 'machine sv39',
    about: 'A machine by its name; the lines below say what differs.',
  },
  {
    key: 'addresses',
    example: 'addresses 14 bits',
    about: 'How many bits a virtual address has.',
    words: ['bits'],
  },
  {
    key: 'upper',
    example: 'upper zero',
    about:
      'What the bits above those of an address must be: copies of its highest one (sign, as on x86-64), or zero.',
    words: UPPER_BITS,
  },
  {
    key: 'page',
    example: 'page 64 bytes',
    about: 'How many bytes a page has, and a frame with it.',
    words: SIZE_UNITS,
  },
  {
    key: 'levels',
    example: 'levels 5 5',
    about: 'The bits that index the tables of each level, the root’s first.',
  },
  {
    key: 'physical',
    example: 'physical 12 bits',
    about: 'How many bits a physical address has.',
    words: ['bits'],
  },
  {
    key: 'entry',
    example: 'entry 4 bytes',
    about: 'A page-table entry: an architecture’s, such as sv39, or a textbook’s of 1, 2, 4 or 8 bytes.',
    words: [...Object.keys(ENTRY_FORMATS), 'bytes'],
  },
  {
    key: 'marks',
    example: 'marks software',
    about: 'Who sets accessed and dirty bits: the processor, or software after a fault.',
    words: MARKS,
  },
  {
    key: 'ram',
    example: 'ram 4 KiB',
    about: 'How much RAM there is: of a machine with pages, whole frames.',
    words: SIZE_UNITS,
  },
  {
    key: 'tlb',
    example: 'tlb 16 entries 4 ways lru',
    about:
      'A TLB: entries, ways, lru or fifo or random; tagged by address space; forgetful if the OS does not flush it.',
    words: ['entries', 'ways', ...TLB_REPLACEMENTS, ...TLB_TRAITS],
  },
  {
    key: 'itlb',
    example: 'itlb 8 entries 8 ways lru',
    about: 'A TLB for fetches of instructions alone; the line tlb is then for data alone.',
    words: ['entries', 'ways', ...TLB_REPLACEMENTS, 'tagged'],
  },
  {
    key: 'cache',
    repeats: true,
    example: 'cache L1 16 lines of 4 bytes 1 way lru write-back',
    about:
      'A cache: L1, or L1d and L1i apart, L2, L3; its lines and their bytes, ways, lru or fifo or random or plru; write-back fetches the line of a write that misses, write-through does not.',
    words: [...CACHE_NAMES, 'lines', 'of', ...SIZE_UNITS, 'ways', ...CACHE_REPLACEMENTS, ...WRITE_POLICIES],
  },
  {
    key: 'walks',
    example: 'walks cached',
    about: 'Whether the entries of page tables that a walk reads come through the caches, or past them.',
    words: WALKS,
  },
  {
    key: 'price',
    repeats: true,
    example: 'price memory 100 cycles',
    about: 'What one use takes: memory, walk (an entry of a page table), tlb, or a cache by its name.',
    words: [...PRICE_NAMES, 'cycles'],
  },
  {
    key: 'frames',
    example: 'frames 3 fifo',
    about: 'How many frames programs have, and which page leaves: fifo, clock, lru or optimal.',
    words: REPLACEMENTS,
  },
  {
    key: 'swap',
    example: 'swap 16 pages',
    about: 'How many pages the swap area has room for, where frames are counted out.',
    words: ['pages'],
  },
  {
    key: 'segment',
    repeats: true,
    example: 'segment 0x4000 0x1000 up',
    about:
      'Base and limit of a segment, the lowest addresses’ first; two, four or eight share the addresses. One that grows down ends at its base.',
    words: GROWTHS,
  },
]

/** Settings as they are printed, one a line; `parseMachine` reads them back to the same. */
export function printMachine(settings: MachineSettings): string {
  const {
    machine,
    addresses,
    upper,
    page,
    levels,
    physical,
    entry,
    marks,
    ram,
    tlb,
    itlb,
    frames,
    segments,
  } = settings
  const { caches = [], walks, prices = {}, swap } = settings
  const lines = [
    machine === undefined ? '' : `machine ${machine}`,
    addresses === undefined ? '' : `addresses ${addresses} bits`,
    upper === undefined ? '' : `upper ${upper}`,
    page === undefined ? '' : `page ${exactSize(page)}`,
    levels === undefined ? '' : `levels ${levels.join(' ')}`,
    physical === undefined ? '' : `physical ${physical} bits`,
    entry === undefined ? '' : `entry ${typeof entry === 'number' ? `${entry} bytes` : entry}`,
    marks === undefined ? '' : `marks ${marks}`,
    ram === undefined ? '' : `ram ${exactSize(ram)}`,
    tlb === undefined ? '' : tlbText('tlb', tlb),
    itlb === undefined ? '' : tlbText('itlb', itlb),
    ...caches.map(cacheText),
    walks === undefined ? '' : `walks ${walks}`,
    ...PRICE_NAMES.filter((name) => prices[name] !== undefined).map(
      (name) => `price ${name} ${prices[name]} cycles`,
    ),
    frames === undefined ? '' : `frames ${frames.frameCount} ${frames.replacement}`,
    swap === undefined ? '' : `swap ${swap} pages`,
    ...(segments ?? []).map(segmentText),
  ]
  return lines
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('')
}

function segmentText({ base, limit, grows }: SegmentSetting): string {
  return `segment 0x${base.toString(16)} 0x${limit.toString(16)}${grows === undefined ? '' : ` ${grows}`}`
}

function cacheText({ name, lineCount, lineByteCount, wayCount, replacement, writes }: CacheSetting): string {
  const ways = `${wayCount} ${wayCount === 1 ? 'way' : 'ways'}`
  return `cache ${name} ${lineCount} lines of ${exactSize(lineByteCount)} ${ways} ${replacement} write-${writes}`
}

function tlbText(key: string, { entryCount, wayCount, replacement, tagged, forgetful }: TlbSetting): string {
  const words = [tagged ? ' tagged' : '', forgetful ? ' forgetful' : '']
  return `${key} ${entryCount} entries ${wayCount} ways ${replacement}${words.join('')}`
}

const UNITS = [
  ['MiB', 2 ** 20],
  ['KiB', 2 ** 10],
] as const

/** As a line takes it, without rounding: `64 bytes`, `4 KiB`. */
export function exactSize(byteCount: number): string {
  const unit = UNITS.find(([, size]) => byteCount >= size && byteCount % size === 0)
  return unit === undefined ? `${byteCount} bytes` : `${byteCount / unit[1]} ${unit[0]}`
}
