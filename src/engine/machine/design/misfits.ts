import { flawOfHierarchy } from '../../memory/caches.ts'
import type { Architecture } from '../../memory/formats/entry-format.ts'
import { entryFormatOf } from '../../memory/formats/formats.ts'
import type { PagingScheme } from '../../memory/scheme.ts'
import { MOST_SEGMENTS } from '../../words.ts'
import { PAGE_BITS, PAGE_SIZE } from '../../units.ts'
import { exactSize, type MachineSettings } from './settings.ts'

/** A machine on its way: what its cell says, with what its preset says besides, and the scheme that comes of both. */
export interface Draft {
  /** The lines of the cell alone. */
  readonly own: MachineSettings
  readonly settings: MachineSettings
  readonly scheme: PagingScheme
  /** Bytes of RAM; undefined where the image of a program says how many. */
  readonly ram: number | undefined
}

/** Why there can be no such machine, at the line with that key. */
export interface Misfit {
  readonly key: string
  readonly message: string
  readonly help: string
}

type Rule = (draft: Draft) => Misfit | false | undefined

/** Where a program lies, with its page tables, and what the OS keeps. */
const LEAST_RAM = 2 ** 17
/** A stack at the top of 47 bits, as programs of x86-64 have it. */
const PROGRAM_BITS = 48
/** To look through more takes a browser's tab too long. */
const MOST_TABLE_BYTES = 2 ** 26
/** As many as numbers of frames in entries of 32 bits can name. */
const MOST_PLACES = 2 ** 20
/** What the registers of segments hold. */
const MOST_SEGMENTED_BITS = 32
/** Of fewer, nothing would be seen of a segment. */
const LEAST_SEGMENT_BITS = 4
const LEAVE_OUT = 'Leave the line out, or take another machine.'

/** Whether the course's operating system can keep its processes in such tables. */
export function isForPrograms({ lookup, pageBits, virtualBits, segments }: PagingScheme): boolean {
  if (lookup.kind === 'list') return true
  const isSmall = typeof lookup.entry === 'object' || segments !== undefined || lookup.levels.length === 0
  const fitFrames = lookup.levels.every(({ bits }) => 8 * 2 ** bits <= PAGE_SIZE)
  return !isSmall && fitFrames && pageBits === PAGE_BITS && virtualBits >= PROGRAM_BITS
}

/** The first thing about a machine that does not fit together; undefined where everything does. */
export function misfitOf(draft: Draft): Misfit | undefined {
  for (const rule of RULES) {
    const misfit = rule(draft)
    if (misfit) return misfit
  }
  return undefined
}

/** Whose entries a tree's tables have; undefined where there is no tree. */
function architectureOf(scheme: PagingScheme): Architecture | undefined {
  const { lookup } = scheme
  const hasTree = lookup.kind === 'radix' && lookup.levels.length > 0
  return hasTree ? entryFormatOf(scheme).architecture : undefined
}

/** What an entry's address bits can tell apart: of an architecture's, no smaller pages than its own. */
function leastPageBits(lookup: PagingScheme['lookup']): number {
  if (lookup.kind === 'list') return PAGE_BITS
  if (typeof lookup.entry === 'object' || lookup.levels.length === 0) return 0
  return lookup.entry === 'arm-16k' ? 14 : lookup.entry === 'arm-64k' ? 16 : PAGE_BITS
}

/** A line that the machine has no use for. */
const idle =
  (keys: readonly (keyof MachineSettings)[], applies: (draft: Draft) => boolean, message: string): Rule =>
  (draft) => {
    const key = keys.find((each) => draft.own[each] !== undefined)
    return key !== undefined && applies(draft) && { key, message, help: LEAVE_OUT }
  }

const TABLES = ['levels', 'page', 'entry', 'marks', 'physical'] as const

/** What the lines say of page tables and segments. */
const TRANSLATION: readonly Rule[] = [
  ({ scheme: { pageBits } }) =>
    (!Number.isInteger(pageBits) || pageBits < 2) && {
      key: 'page',
      message: 'A page has a number of bytes that is a power of two, from 4 on.',
      help: 'Write page 64 bytes.',
    },
  idle(
    TABLES,
    ({ scheme }) => scheme.segments !== undefined,
    'A machine of segments has no page tables: this would change nothing.',
  ),
  idle(
    [...TABLES, 'addresses', 'upper'],
    ({ scheme }) => scheme.lookup.kind === 'list',
    'The course’s list has rows for pages of 4 KiB in 48 bits of addresses, and entries of x86-64.',
  ),
  ({ own, scheme }) =>
    own.marks === 'software' &&
    !['risc-v', 'arm'].includes(architectureOf(scheme) ?? '') && {
      key: 'marks',
      message: 'Only RISC-V and ARM leave accessed and dirty bits to software.',
      help: LEAVE_OUT,
    },
  levelsMakeAddresses,
  ({ scheme: { lookup, pageBits } }) => {
    const least = leastPageBits(lookup)
    return (
      pageBits < least && {
        key: 'page',
        message: `Frames in these entries begin at multiples of ${exactSize(2 ** least)}.`,
        help: 'Smaller pages take a textbook’s entry: write entry 4 bytes.',
      }
    )
  },
  ({ scheme }) =>
    architectureOf(scheme) === 'arm' &&
    scheme.lookup.kind === 'radix' &&
    scheme.lookup.levels.length > 4 && {
      key: 'levels',
      message: 'Tables of ARMv8 have levels 0 to 3.',
      help: 'Write four numbers of bits at most.',
    },
  tablesAreTooLarge,
  segmentsFit,
]

function levelsMakeAddresses({ own, scheme }: Draft): Misfit | false {
  const { lookup, pageBits, virtualBits } = scheme
  if (lookup.kind === 'list' || lookup.levels.length === 0) return false
  const looked = lookup.levels.reduce((sum, { bits }) => sum + bits, pageBits)
  return (
    looked !== virtualBits && {
      key: (['levels', 'addresses', 'page'] as const).find((key) => own[key] !== undefined) ?? 'machine',
      message: `Levels and offset make ${looked} bits, and addresses have ${virtualBits}.`,
      help: `The offset in a page of ${exactSize(2 ** pageBits)} has ${pageBits} bits; the levels’ bits are the others.`,
    }
  )
}

function tablesAreTooLarge({ own, scheme }: Draft): Misfit | false {
  const { lookup } = scheme
  if (lookup.kind === 'list' || lookup.levels.length === 0) return false
  const bits = Math.max(...lookup.levels.map((level) => level.bits))
  const byteCount = 2 ** bits * entryFormatOf(scheme).byteCount
  return (
    byteCount > MOST_TABLE_BYTES && {
      key:
        (['levels', 'addresses', 'page', 'entry'] as const).find((key) => own[key] !== undefined) ??
        'machine',
      message: `A table of ${bits} bits of the address has ${exactSize(byteCount)}.`,
      help: `At most ${exactSize(MOST_TABLE_BYTES)} fit here: this is why tables come in levels. Write more of them, or larger pages.`,
    }
  )
}

function segmentsFit({ settings, scheme: { segments = [], virtualBits } }: Draft): Misfit | false {
  if (segments.length === 0 && settings.segments !== undefined)
    return {
      key: 'segment',
      message: 'This machine has page tables, and no segments.',
      help: 'Take a machine that has: segments, base-limit or pdp-11.',
    }
  if (segments.length > MOST_SEGMENTS || !Number.isInteger(Math.log2(Math.max(1, segments.length))))
    return {
      key: 'segment',
      message: `The topmost bits of an address choose its segment: there can be 1, 2, 4 or ${MOST_SEGMENTS} of them, not ${segments.length}.`,
      help: 'A segment of limit 0 has no bytes: give those that are missing such a line.',
    }
  const least = LEAST_SEGMENT_BITS + Math.log2(Math.max(1, segments.length))
  const fits = virtualBits >= least && virtualBits <= MOST_SEGMENTED_BITS
  return (
    segments.length > 0 &&
    !fits && {
      key: 'addresses',
      message: `Addresses of these segments have from ${least} to ${MOST_SEGMENTED_BITS} bits.`,
      help: `Write addresses ${virtualBits < least ? least : MOST_SEGMENTED_BITS} bits.`,
    }
  )
}

/** What the lines say of RAM, and of what stands before and behind it. */
const AROUND: readonly Rule[] = [
  ({ settings, scheme }) =>
    settings.frames !== undefined &&
    !hasPages(scheme) && {
      key: 'frames',
      message: 'Frames are counted out to pages, and this machine has none.',
      help: `Take a machine that has, such as csapp, multilevel or x86-64.`,
    },
  framesFit,
  ({ settings: { swap = 0 }, scheme }) =>
    swap > mostPlaces(scheme) && {
      key: 'swap',
      message: `An entry has room for one of ${mostPlaces(scheme)} places in the swap area.`,
      help: `Write swap ${mostPlaces(scheme)} pages, or less.`,
    },
  ({ settings }) =>
    settings.swap !== undefined &&
    settings.frames === undefined && {
      key: 'swap',
      message: 'A swap area is used where frames are counted out.',
      help: 'Write a line frames too.',
    },
  ({ settings }) =>
    settings.itlb !== undefined &&
    settings.tlb === undefined && {
      key: 'itlb',
      message: 'A TLB for instructions stands beside one for data.',
      help: 'Write a line tlb too.',
    },
  ({ settings }) =>
    settings.walks === 'cached' &&
    (settings.tlb === undefined || settings.caches === undefined) && {
      key: 'walks',
      message: 'Walks are counted where a TLB misses, and caches are there to be asked.',
      help: 'Write a line tlb and a line cache too.',
    },
  ({ settings }) => {
    const flaw = flawOfHierarchy(settings.caches ?? [])
    return (
      flaw !== undefined && {
        key: 'cache',
        message: `${flaw}.`,
        help: 'Caches are L1, or L1d and L1i, then L2, then L3.',
      }
    )
  },
  ({ own, settings: { caches = [] } }) => {
    const priced = Object.keys(own.prices ?? {}).filter((name) => name.startsWith('L'))
    const name = priced.find((each) => !caches.some((cache) => cache.name === each))
    return (
      name !== undefined && {
        key: 'price',
        message: `There is no cache ${name} that could have a price.`,
        help: `Write a line cache ${name} too.`,
      }
    )
  },
  ramFits,
]

function hasPages({ segments, lookup }: PagingScheme): boolean {
  return segments === undefined && (lookup.kind === 'list' || lookup.levels.length > 0)
}

/** Segments may end anywhere; pages can't. */
function frameByteCountOf(scheme: PagingScheme): number {
  return hasPages(scheme) ? 2 ** scheme.pageBits : 1
}

/** How many places of a swap area an entry can name: of a textbook's, by 1 and more where a frame's number would stand. */
export function mostPlaces({ lookup }: PagingScheme): number {
  const entry = lookup.kind === 'radix' ? lookup.entry : undefined
  return typeof entry === 'object' ? Math.min(MOST_PLACES, 2 ** entry.frameBits - 1) : MOST_PLACES
}

/** Where no program runs, the frames that are counted out follow frame 0, and at the end of RAM there is a table of each level. */
function framesFit({ own, settings: { frames }, scheme, ram = 0 }: Draft): Misfit | false {
  if (frames === undefined || isForPrograms(scheme) || !hasPages(scheme)) return false
  const frameByteCount = 2 ** scheme.pageBits
  const { byteCount } = entryFormatOf(scheme)
  const below = scheme.lookup.kind === 'radix' ? scheme.lookup.levels.slice(1) : []
  const tables = below.reduce((sum, { bits }) => sum + Math.max(frameByteCount, byteCount * 2 ** bits), 0)
  const needed = (1 + frames.frameCount) * frameByteCount + tables
  return (
    ram < needed && {
      key: own.ram === undefined ? 'frames' : 'ram',
      message: `RAM of ${exactSize(ram)} has no room for ${frames.frameCount} frames of ${exactSize(frameByteCount)} and the tables.`,
      help: `Write ram ${exactSize(needed)}, or more.`,
    }
  )
}

function ramFits({ own, settings, scheme, ram }: Draft): Misfit | false {
  const forPrograms = isForPrograms(scheme)
  const needed = forPrograms ? LEAST_RAM + PAGE_SIZE * (settings.frames?.frameCount ?? 0) : 0
  const { physicalBits = 64 } = scheme
  if (own.ram !== undefined && own.ram < needed)
    return {
      key: 'ram',
      message: 'That is too little for the operating system of the course and a program.',
      help: `Write at least ram ${exactSize(needed)}, or take a machine that only translates, such as csapp.`,
    }
  const frameByteCount = frameByteCountOf(scheme)
  if (own.ram !== undefined && own.ram % frameByteCount !== 0)
    return {
      key: 'ram',
      message: `RAM is made of whole frames, and these have ${exactSize(frameByteCount)}.`,
      help: `Write ram ${exactSize(Math.ceil(own.ram / frameByteCount) * frameByteCount)}.`,
    }
  const reached = Math.max(ram ?? 0, needed)
  return (
    reached > 2 ** physicalBits && {
      key: own.physical === undefined ? 'ram' : 'physical',
      message: `Physical addresses of ${physicalBits} bits do not reach the end of ${exactSize(reached)} of RAM.`,
      help: `Write physical ${Math.ceil(Math.log2(reached))} bits.`,
    }
  )
}

const RULES: readonly Rule[] = [...TRANSLATION, ...AROUND]
