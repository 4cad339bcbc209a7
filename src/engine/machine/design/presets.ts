import { ARCHITECTURES, type ArchitectureName } from '../../memory/architectures.ts'
import {
  FIFTEEN_BIT_SCHEME,
  linearScheme,
  SCHEMES,
  segmentedScheme,
  type PagingScheme,
} from '../../memory/scheme.ts'
import type { MachineSettings } from './settings.ts'

/** A machine that can be named in a cell. */
export interface Preset {
  readonly title: string
  /** Where it is described. */
  readonly source: string
  readonly scheme: PagingScheme
  /** What it has besides, in the words of a cell. */
  readonly settings: Omit<MachineSettings, 'machine'>
}

const INTEL = 'Intel SDM volume 3, chapter 5'
const RISC_V = 'The RISC-V Instruction Set Manual, volume II'
const ARM = 'Arm Architecture Reference Manual, chapter D8'
const OSTEP = 'Arpaci-Dusseau: Operating Systems: Three Easy Pieces'

const architecture = (name: ArchitectureName, source: string): Preset => ({
  ...{ title: ARCHITECTURES[name].title, source, scheme: ARCHITECTURES[name], settings: {} },
})

/** Small machines whose entries are a valid bit on top and a frame's number, with RAM to the end of their addresses. */
const textbook = (
  title: string,
  source: string,
  scheme: PagingScheme,
  settings: Preset['settings'],
): Preset => ({
  ...{ title, source, scheme, settings },
})

export const PRESETS: Readonly<Record<string, Preset>> = {
  course: textbook('the course’s: one list of rows', 'the lessons', SCHEMES['one-level'], {}),
  'x86-64': textbook('x86-64 with four levels', INTEL, SCHEMES['four-level'], {}),
  'x86-64-la57': textbook('x86-64 with five levels', INTEL, SCHEMES['five-level'], {}),
  'x86-32': architecture('x86-32', `${INTEL}, section 3`),
  'x86-pae': architecture('x86-pae', `${INTEL}, section 4`),
  sv32: architecture('sv32', RISC_V),
  sv39: architecture('sv39', RISC_V),
  sv48: architecture('sv48', RISC_V),
  'armv8-4k': architecture('armv8-4k', ARM),
  'armv8-16k': architecture('armv8-16k', ARM),
  'armv8-64k': architecture('armv8-64k', ARM),
  csapp: textbook(
    'a small machine: 14-bit addresses, 64-byte pages, a TLB of four sets, a cache of 16 lines',
    'Bryant and O’Hallaron: Computer Systems, section 9.6.4',
    linearScheme(14, 6),
    {
      ram: 4096,
      tlb: { entryCount: 16, wayCount: 4, replacement: 'lru', tagged: false, forgetful: false },
      caches: [
        { name: 'L1', lineCount: 16, lineByteCount: 4, wayCount: 1, replacement: 'lru', writes: 'back' },
      ],
    },
  ),
  linear: textbook('one array of entries', `${OSTEP}, chapter 18`, linearScheme(14, 12), { ram: 2 ** 16 }),
  multilevel: textbook('two levels for 15-bit addresses', `${OSTEP}, chapter 20`, FIFTEEN_BIT_SCHEME, {
    ram: 4096,
  }),
  'base-limit': textbook('base and bounds', `${OSTEP}, chapter 15`, SCHEMES['base-limit'], {
    ram: 2 ** 16,
    segments: [{ base: 0x4000, limit: 0x1000 }],
  }),
  segments: textbook('two segments, the upper one a stack', `${OSTEP}, chapter 16`, segmentedScheme(14), {
    ram: 2 ** 16,
    segments: [
      { base: 0x8000, limit: 0x800 },
      { base: 0x7000, limit: 0x800 },
    ],
  }),
  'pdp-11': textbook(
    'eight segments of 8 KiB over 16-bit addresses',
    'PDP-11/40 processor handbook, memory management',
    {
      ...{
        name: 'segments',
        title: 'eight segments of 8 KiB',
        virtualBits: 16,
        upperBits: 'zero',
        pageBits: 12,
      },
      segments: Array.from({ length: 8 }, (_, number) => ({ name: `APR${number}`, grows: 'up' as const })),
      lookup: { kind: 'radix', levels: [] },
    },
    {
      ram: 2 ** 17,
      segments: Array.from({ length: 8 }, (_, number) => ({ base: 0x4000 + number * 0x2000, limit: 0x2000 })),
    },
  ),
  vax: textbook(
    'four regions of 2³⁰ bytes, each with one table, and pages of 512 bytes',
    'VAX Architecture Reference Manual, memory management',
    {
      ...linearScheme(32, 9),
      title: 'the four regions of a VAX: pages of 512 bytes',
      lookup: {
        kind: 'radix',
        // A VAX has the first four entries in registers: P0BR, P1BR and SBR; the fourth region is reserved.
        levels: [
          { name: 'BR', bits: 2 },
          { name: 'PT', bits: 21 },
        ],
        entry: { byteCount: 4, validBit: 31, frameBits: 21, writeBit: 29, dirtyBit: 26 },
      },
    },
    { ram: 2 ** 25 },
  ),
}

/** Addresses of so many bits are what x86-64's four levels translate. */
const USUAL_BITS = 48

/**
 * The machine that is meant where none is named: x86-64, or where addresses are shorter and nothing is said of tables,
 * as in a homework, a textbook's with one.
 */
export function machineMeant(written: {
  readonly machine?: string | undefined
  readonly addresses?: number | undefined
  readonly levels?: unknown
  readonly entry?: unknown
}): string {
  const { machine, addresses = USUAL_BITS, levels, entry } = written
  if (machine !== undefined) return machine
  return addresses < USUAL_BITS && levels === undefined && entry === undefined ? 'linear' : 'x86-64'
}
