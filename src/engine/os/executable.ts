import { PAGE_SIZE, virtualAddress, type VirtualAddress } from '../units.ts'
import type { FileSegment } from './linux-process.ts'
import type { ProgramSegment } from './program-segment.ts'
import { pageAligned, USER_END, withRegion } from './region-list.ts'
import type { Region } from './region.ts'

/** A program as `execve` maps it: nothing of it is in RAM yet. */
export interface Executable {
  readonly regions: readonly Region[]
  readonly file: readonly FileSegment[]
  readonly stack: Region
  /** The first page behind it, where the heap begins. */
  readonly end: VirtualAddress
}

/** How far the stack may grow (`ulimit -s`), and how much of that it has from the beginning. */
export const STACK_LIMIT = 8n << 20n
const STACK_START_SIZE = 132n << 10n

/** The regions of a program: each of its sections on its own pages with its own rights, and a stack. */
export function executableOf(segments: readonly ProgramSegment[]): Executable {
  let regions: readonly Region[] = []
  const present = segments.filter(({ byteCount }) => byteCount > 0)
  for (const segment of present.sort((one, other) => (one.address < other.address ? -1 : 1))) {
    const region = regionOfSegment(segment)
    const isTaken = regions.some(({ start, end }) => start < region.end && region.start < end)
    const rest = isTaken ? { ...region, start: virtualAddress(region.start + BigInt(PAGE_SIZE)) } : region
    if (rest.start < rest.end) regions = withRegion(regions, rest)
  }
  const end = regions.reduce((last, region) => (region.end > last ? region.end : last), virtualAddress(0n))
  return { regions, file: segments.filter(({ bytes }) => bytes.length > 0), stack: STACK, end }
}

/** What stands zeroed behind `.data` begins on its last page, which the file has. */
function regionOfSegment({ address, byteCount, bytes, write, execute }: ProgramSegment): Region {
  const start = virtualAddress(address - (address % BigInt(PAGE_SIZE)))
  const end = virtualAddress(pageAligned(address + BigInt(byteCount)))
  const isZeros = bytes.length === 0
  const name = execute ? 'code' : !write ? 'rodata' : isZeros ? 'bss' : 'data'
  return { name, start, end, read: true, write, execute, ...(isZeros ? {} : { fromFile: true }) }
}

/** Every program's, at its beginning. */
export const STACK: Region = {
  name: 'stack',
  start: virtualAddress(USER_END - STACK_START_SIZE),
  end: USER_END,
  read: true,
  write: true,
  execute: false,
  grows: 'down',
  lowest: virtualAddress(USER_END - STACK_LIMIT),
}
