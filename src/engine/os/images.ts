/**
 * Where everything lies when a lesson begins.
 *
 *   RAM (1 MiB)          walkthrough, and A of pair      B of pair
 *   page tables          0x1000 – 0x4FFF                 0x11000 – 0x14FFF
 *   stack                0x5000 – 0x6FFF                 0x15000 – 0x16FFF
 *   code, as loaded      from 0x7000 up                  from 0x17000 up
 *
 * `linux` keeps the OS's own tables from 0x1000 up (see frame-table.ts); what lies behind them it hands out.
 *
 * The root table comes first, so that CR3 is 0x1000 (0x11000). Four levels use all four frames, the list only one.
 * Without paging every address is the number of its byte in RAM, and both programs of `pair` were written for a stack
 * at 0x5000 – 0x6FFF.
 */
import type { PagingScheme, SegmentedName } from '../memory/scheme.ts'
import {
  PAGE_SIZE,
  pageNumber,
  physicalAddress,
  virtualAddress,
  type PageNumber,
  type PhysicalAddress,
  type VirtualAddress,
} from '../units.ts'
import type { Region } from './region.ts'

export type ImageName = 'walkthrough' | 'pair' | 'linux' | 'bare'

/** What is in the memory of a machine on which no program runs. */
export interface BareMemory {
  /** Where the process lies, if its address space is made of segments. */
  readonly segments: readonly { readonly base: number; readonly limit: number }[]
}

/** Bytes of the same value, at virtual addresses. */
export interface Fill {
  readonly start: VirtualAddress
  readonly end: VirtualAddress
  readonly byte: number
}

/** What a process sees of its memory when it begins. */
export interface AddressSpace {
  readonly regions: readonly Region[]
  /** Where the program's code begins. */
  readonly codeOrigin: VirtualAddress
  /** By name; those not named are zero. */
  readonly registers: Readonly<Record<string, bigint>>
  readonly fills: readonly Fill[]
}

export interface ProcessImage {
  readonly name: string
  /** Frames for page tables, the root's first. */
  readonly tables: readonly PhysicalAddress[]
  /** Pages that are in RAM from the beginning. */
  readonly resident: readonly { readonly page: PageNumber; readonly frameBase: PhysicalAddress }[]
  /** From here up the loader looks for free frames. */
  readonly loadFrom: PhysicalAddress
  readonly withPaging: AddressSpace
  readonly withoutPaging: AddressSpace
  /** Where its memory lies if it is made of segments, and what it sees of it then. */
  readonly segmented: Readonly<Record<SegmentedName, SegmentedSpace>>
}

/** An address space in which registers say where things lie. */
interface SegmentedSpace extends AddressSpace {
  /** In the order of the scheme's segments. */
  readonly segments: readonly { readonly base: number; readonly limit: number }[]
}

export interface Image {
  readonly name: ImageName
  /** What it is, for people. */
  readonly title: string
  readonly ramByteCount: number
  /**
   * Where this is given, the OS runs programs as Linux does: pages come with the first touch, faults become signals,
   * system calls are answered, and after so many instructions another process has its turn.
   */
  readonly quantum?: number
  /** No program can run. The root of the page table lies behind this much RAM, and tables fill it from its end. */
  readonly tablesBelow?: number
  readonly processes: readonly ProcessImage[]
}

/**
 * How far behind the beginning of the code the call of the program stands; a `hlt` follows. The return address is
 * then 0x400000001234, as in the recording that the document's addresses were confirmed by.
 */
export const CALL_OFFSET = 0x122f

const UNTOUCHED = 0xcc
const RAX_PATTERN = 0xaaaa_aaaa_aaaa_aaaan

const at = (address: number) => virtualAddress(BigInt(address))

/** The address space of the document. */
const DOCUMENTED: AddressSpace = {
  regions: [
    {
      name: 'stack',
      start: at(0x7fff_0000_0000),
      end: at(0x7fff_0080_0000),
      write: true,
      execute: false,
      grows: 'down',
    },
    { name: 'code', start: at(0x4000_0000_0000), end: at(0x5000_0000_0000), write: false, execute: true },
    {
      name: 'heap',
      start: at(0x1000_0000_0000),
      end: at(0x2000_0000_0000),
      write: true,
      execute: false,
      grows: 'up',
    },
  ],
  codeOrigin: at(0x4000_0000_0000),
  registers: { rsp: 0x7fff_007f_f010n, rbp: 0x7fff_007f_fff0n, rax: RAX_PATTERN },
  fills: [
    { start: at(0x7fff_007f_e000), end: at(0x7fff_0080_0000), byte: UNTOUCHED },
    { start: at(0x7fff_007f_f000), end: at(0x7fff_007f_f008), byte: 0 },
  ],
}

/** The same without paging: the stack at the bytes of RAM that it has in the document, the code where it is loaded. */
function physicalSpace(codeOrigin: number, end = codeOrigin + 0xa000): AddressSpace {
  return {
    regions: [
      { name: 'code', start: at(codeOrigin), end: at(end), write: true, execute: true },
      { name: 'stack', start: at(0x5000), end: at(0x7000), write: true, execute: true, grows: 'down' },
    ],
    codeOrigin: at(codeOrigin),
    registers: { rsp: 0x6010n, rbp: 0x6ff0n, rax: RAX_PATTERN },
    fills: [
      { start: at(0x5000), end: at(0x7000), byte: UNTOUCHED },
      { start: at(0x6000), end: at(0x6008), byte: 0 },
    ],
  }
}

/** Up to where the other process's begins. */
const SEGMENT_BYTE_COUNT = 0x1_0000

/** The same at two ends of an address space of 32 bits: code from 0 up, the stack from the top down. */
const TWO_SEGMENTS: AddressSpace = {
  regions: [
    { name: 'stack', start: at(0xffff_e000), end: at(2 ** 32), write: true, execute: true, grows: 'down' },
    { name: 'code', start: at(0), end: at(SEGMENT_BYTE_COUNT - 0x7000), write: true, execute: true },
  ],
  codeOrigin: at(0),
  registers: { rsp: 0xffff_f010n, rbp: 0xffff_fff0n, rax: RAX_PATTERN },
  fills: [
    { start: at(0xffff_e000), end: at(2 ** 32), byte: UNTOUCHED },
    { start: at(0xffff_f000), end: at(0xffff_f008), byte: 0 },
  ],
}

/** A process whose frames all lie behind `base`. */
function documentedProcess(name: string, base: number): ProcessImage {
  const frame = (offset: number) => physicalAddress(base + offset)
  return {
    name,
    tables: [frame(0x1000), frame(0x2000), frame(0x3000), frame(0x4000)],
    resident: [
      { page: pageNumber(0x7_fff0_07fe), frameBase: frame(0x5000) },
      { page: pageNumber(0x7_fff0_07ff), frameBase: frame(0x6000) },
    ],
    loadFrom: frame(0x7000),
    withPaging: DOCUMENTED,
    withoutPaging: physicalSpace(base + 0x7000),
    segmented: {
      'base-limit': {
        ...physicalSpace(0x7000, SEGMENT_BYTE_COUNT),
        segments: [{ base, limit: SEGMENT_BYTE_COUNT }],
      },
      segments: {
        ...TWO_SEGMENTS,
        segments: [
          { base: base + 0x7000, limit: SEGMENT_BYTE_COUNT - 0x7000 },
          { base: base + 0x7000, limit: 0x2000 },
        ],
      },
    },
  }
}

const RAM_BYTE_COUNT = 1 << 20
/** Room for a stack at its limit of 8 MiB, and seven times as much for everything else. What is not used costs nothing. */
const LINUX_RAM_BYTE_COUNT = 1 << 26

/** Nothing is there before a program is started; where its code begins, ld decides. */
const NOTHING: AddressSpace = { regions: [], codeOrigin: at(0x40_1000), registers: {}, fills: [] }

const LINUX_PROCESS: ProcessImage = {
  name: 'A',
  tables: [physicalAddress(0)],
  resident: [],
  loadFrom: physicalAddress(0),
  withPaging: NOTHING,
  withoutPaging: NOTHING,
  segmented: {
    'base-limit': { ...NOTHING, segments: [] },
    segments: { ...NOTHING, segments: [] },
  },
}

/** One process and nothing else, its root table behind so much RAM, which may end within a frame of the simulator’s. */
export function bareImage(ramByteCount: number, { segments }: BareMemory): Image {
  const segmented = { ...NOTHING, segments }
  return {
    name: 'bare',
    title: 'a page table and RAM, and no program',
    ramByteCount,
    tablesBelow: ramByteCount,
    processes: [
      {
        ...LINUX_PROCESS,
        tables: [physicalAddress(Math.ceil(ramByteCount / PAGE_SIZE) * PAGE_SIZE)],
        segmented: { 'base-limit': segmented, segments: segmented },
      },
    ],
  }
}

/** The same with an OS that answers page faults, for machines on which accesses alone are made. */
export function bareLinuxImage(ramByteCount: number, bare: BareMemory): Image {
  const { processes, tablesBelow = ramByteCount } = bareImage(ramByteCount, bare)
  return { ...IMAGES.linux, ramByteCount, tablesBelow, processes }
}

export const IMAGES: Readonly<Record<ImageName, Image>> = {
  walkthrough: {
    name: 'walkthrough',
    title: 'one process, at the addresses of the document',
    ramByteCount: RAM_BYTE_COUNT,
    processes: [documentedProcess('A', 0)],
  },
  pair: {
    name: 'pair',
    title: 'two processes that use the same addresses',
    ramByteCount: RAM_BYTE_COUNT,
    processes: [documentedProcess('A', 0), documentedProcess('B', 0x1_0000)],
  },
  linux: {
    name: 'linux',
    title: 'a program as Linux starts it: every page comes with its first touch',
    ramByteCount: LINUX_RAM_BYTE_COUNT,
    quantum: 10_000,
    processes: [LINUX_PROCESS],
  },
  bare: bareImage(RAM_BYTE_COUNT, { segments: [] }),
}

/** What a process of an image sees under a paging scheme. */
export function addressSpaceOf(image: ProcessImage, scheme: PagingScheme): AddressSpace {
  if (scheme.segments !== undefined) return image.segmented[scheme.name as SegmentedName]
  return scheme.name === 'none' ? image.withoutPaging : image.withPaging
}
