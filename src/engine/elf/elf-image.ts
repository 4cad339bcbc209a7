import type { Executable } from '../os/executable.ts'
import { STACK } from '../os/executable.ts'
import type { FileSegment } from '../os/linux-process.ts'
import { pageAligned, USER_END, withoutRange, withRegion } from '../os/region-list.ts'
import type { Region } from '../os/region.ts'
import { PAGE_SIZE, virtualAddress, type VirtualAddress } from '../units.ts'
import type { ElfFile, ProgramHeader } from './elf-file.ts'
import { PF_R, PF_W, PF_X, PT_LOAD, PT_TLS } from './elf-format.ts'

/** An executable as it lies in memory: what `execve` maps, and where. */
export interface ElfImage {
  readonly executable: Executable
  /** What is added to every address of the file. */
  readonly bias: bigint
  readonly entry: VirtualAddress
  /** Where the program headers are in memory, for the auxiliary vector; 0 where they are not loaded. */
  readonly headersAt: bigint
}

type ImageResult =
  { readonly ok: true; readonly image: ElfImage } | { readonly ok: false; readonly message: string }

/** Below it nothing may be mapped (vm.mmap_min_addr). */
const LOWEST = 0x1_0000n
/** Where mappings end: a program that may lie anywhere is put there. */
const MAPPINGS_END = 0x7fff_f7ff_f000n
/** Where the heap of such a program begins: two thirds up the address space. */
const RELOCATED_HEAP = 0x5555_5555_5000n
/** As much as a machine's RAM: more than that could never be used. */
const MOST_BYTES = 1n << 32n

const PAGE = BigInt(PAGE_SIZE)
const pageStart = (address: bigint) => address - (address % PAGE)

/** Maps the segments as Linux does (fs/binfmt_elf.c), or says in a sentence why it would not. */
export function imageOf(file: ElfFile): ImageResult {
  const segments = file.programHeaders.filter(({ type, byteCount }) => type === PT_LOAD && byteCount > 0n)
  const problem = problemOf(segments, file)
  if (problem !== undefined) return { ok: false, message: `This file is damaged: ${problem}.` }
  const start = segments.reduce((low, { address }) => (address < low ? address : low), segments[0]!.address)
  const end = segments.reduce((high, one) => (endOf(one) > high ? endOf(one) : high), 0n)
  const bias = file.isRelocatable ? MAPPINGS_END - pageAligned(end) : 0n
  if (start + bias < LOWEST || end + bias > USER_END)
    return { ok: false, message: 'This program wants memory at addresses that no process has.' }
  const mapped = mapAll(file, segments, bias)
  const heap = file.isRelocatable ? RELOCATED_HEAP : pageAligned(end)
  return {
    ok: true,
    image: {
      executable: { ...mapped, stack: STACK, end: virtualAddress(heap) },
      bias,
      entry: virtualAddress(BigInt.asUintN(64, file.entry + bias)),
      headersAt: headersAt(file, segments, bias),
    },
  }
}

function endOf({ address, byteCount }: ProgramHeader): bigint {
  return address + byteCount
}

function problemOf(
  segments: readonly ProgramHeader[],
  { bytes, programHeaders, entry }: ElfFile,
): string | undefined {
  if (segments.length === 0) return 'nothing of it is to be loaded'
  for (const { address, offset, fileByteCount, byteCount } of segments) {
    if (fileByteCount > 0 && offset + fileByteCount > bytes.length)
      return 'it ends before what is to be loaded does'
    if (BigInt(fileByteCount) > byteCount) return 'a part of it is larger in the file than in memory'
    if (byteCount > MOST_BYTES || address + byteCount >= 1n << 63n)
      return 'a part of it would not fit into memory'
    if (BigInt(offset) % PAGE !== address % PAGE)
      return 'a part of it does not lie at the same place in a page as in memory'
  }
  const threads = programHeaders.find(({ type }) => type === PT_TLS)
  if (threads !== undefined && threads.byteCount > MOST_BYTES)
    return 'its variables of threads would not fit into memory'
  const hasEntry = segments.some((one) => one.address <= entry && entry < endOf(one))
  return hasEntry ? undefined : 'its first instruction is nowhere in it'
}

/** Each segment on its own pages; where two want the same one, the later has it. */
function mapAll(
  { bytes }: ElfFile,
  segments: readonly ProgramHeader[],
  bias: bigint,
): Pick<Executable, 'regions' | 'file'> {
  let regions: readonly Region[] = []
  const file: FileSegment[] = []
  for (const segment of segments) {
    const start = pageStart(segment.address + bias)
    const fileEnd = segment.address + bias + BigInt(segment.fileByteCount)
    const mappedEnd = segment.fileByteCount === 0 ? start : pageAligned(fileEnd)
    const end = pageAligned(endOf(segment) + bias)
    const parts = [
      { start, end: mappedEnd, fromFile: true },
      { start: mappedEnd, end, fromFile: false },
    ]
    for (const part of parts) {
      if (part.start >= part.end) continue
      const [from, to] = [virtualAddress(part.start), virtualAddress(part.end)]
      regions = withRegion(withoutRange(regions, from, to), regionOf(segment.flags, from, to, part.fromFile))
    }
    if (segment.fileByteCount > 0) file.push(contentOf(bytes, segment, bias))
  }
  return { regions, file }
}

function regionOf(flags: number, start: VirtualAddress, end: VirtualAddress, fromFile: boolean): Region {
  const [read, write, execute] = [PF_R, PF_W, PF_X].map((flag) => (flags & flag) !== 0) as [
    boolean,
    boolean,
    boolean,
  ]
  const name = execute ? 'code' : !write ? 'rodata' : fromFile ? 'data' : 'bss'
  return { name, start, end, read, write, execute, ...(fromFile ? { fromFile } : {}) }
}

/** Whole pages come from the file, with what stands beside the segment there; zeros behind it where there is more of it. */
function contentOf(bytes: Uint8Array, segment: ProgramHeader, bias: bigint): FileSegment {
  const before = Number(segment.address % PAGE)
  const from = segment.offset - before
  const end = segment.offset + segment.fileByteCount
  const hasZeros = segment.byteCount > BigInt(segment.fileByteCount) && (segment.flags & PF_W) !== 0
  const to = hasZeros ? end : Math.min(bytes.length, from + Number(pageAligned(BigInt(end - from))))
  return { address: virtualAddress(segment.address + bias - BigInt(before)), bytes: bytes.subarray(from, to) }
}

function headersAt({ headerOffset }: ElfFile, segments: readonly ProgramHeader[], bias: bigint): bigint {
  const holder = segments.find(
    ({ offset, fileByteCount }) => offset <= headerOffset && headerOffset < offset + fileByteCount,
  )
  return holder === undefined ? 0n : holder.address + BigInt(headerOffset - holder.offset) + bias
}
