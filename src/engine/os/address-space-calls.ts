import { READ, WRITE } from '../memory/fault.ts'
import { PAGE_SIZE, virtualAddress, type VirtualAddress } from '../units.ts'
import type { DemandPaging } from './demand-paging.ts'
import type { FileSegment, LinuxProcess } from './linux-process.ts'
import { STACK_LIMIT } from './executable.ts'
import { isReadable, regionOf, type Protection, type Region } from './region.ts'
import {
  highestGap,
  isFree,
  lowestGap,
  pageAligned,
  rangeEnd,
  USER_END,
  withProtection,
  withRegion,
  withoutRange,
} from './region-list.ts'
import type { ErrorName } from './error-number.ts'

/** Below it `mmap` looks for room: the stack with its limit and a gap lies above. */
const MAPPINGS_END = virtualAddress(0x7fff_f7ff_f000n)
/** Nothing is placed below it without being asked to, so that a null pointer leads nowhere. */
const LOWEST_MAPPING = 0x1_0000n
/** More than this at once is refused, as Linux refuses what is obviously more than there is. */
const COMMIT_LIMIT = 1n << 35n

const PROT_READ = 1n
const PROT_WRITE = 2n
const PROT_EXEC = 4n
const MREMAP_MAYMOVE = 1n
const MREMAP_FIXED = 2n
/** MADV_DONTNEED: the bytes may go. */
const NOT_NEEDED = 4
/** Advice that makes no difference here, by number. */
const LAST_ADVICE = 25
const KNOWN_PROTECTION = PROT_READ | PROT_WRITE | PROT_EXEC

const MAP_TYPE = 0x0fn
const MAP_SHARED = 0x01n
const MAP_PRIVATE = 0x02n
const MAP_FIXED = 0x10n
const MAP_ANONYMOUS = 0x20n
const MAP_32BIT = 0x40n
const MAP_GROWSDOWN = 0x100n
const MAP_LOCKED = 0x2000n
const MAP_POPULATE = 0x8000n
const MAP_HUGETLB = 0x4_0000n
const MAP_FIXED_NOREPLACE = 0x10_0000n
/** Where `MAP_32BIT` looks for room, from below. */
const LOW_MAPPINGS = { start: 0x4000_0000n, end: 0x8000_0000n }

type Result = bigint | ErrorName

/** What the calls need of the system around the process. */
export interface AddressSpaceSystem {
  /** Keeps the process as a call has changed it. */
  update(process: LinuxProcess): void
  /** A number that no shared memory has yet. */
  freeObject(): number
  /** The bytes of an open file, or zeros; `isWritten` says that they are to be written through the mapping. */
  mappable(fd: number, isWritten: boolean): Uint8Array | 'zeros' | ErrorName
}

/** `mmap`, `munmap`, `mprotect`, `mremap`, `madvise` and `brk` of one process. They change its regions; frames come with the first touch. */
export class AddressSpaceCalls {
  readonly #process: LinuxProcess
  readonly #paging: DemandPaging
  readonly #system: AddressSpaceSystem

  constructor(process: LinuxProcess, paging: DemandPaging, system: AddressSpaceSystem) {
    this.#process = process
    this.#paging = paging
    this.#system = system
  }

  /** `mmap`: address, length, protection, flags, fd, offset. */
  map(given: readonly bigint[]): Result {
    const [address = 0n, length = 0n, protection = 0n, flags = 0n, fd = 0n, offset = 0n] = given
    if (!isAligned(offset)) return 'EINVAL'
    const content = this.#contentOf(Number(BigInt.asIntN(32, fd)), protection, flags)
    if (content === 'EBADF') return content
    if (length === 0n) return 'EINVAL'
    // No huge pages are set aside, as on a Linux with vm.nr_hugepages = 0.
    if ((flags & MAP_HUGETLB) !== 0n) return 'ENOMEM'
    const byteCount = pageAligned(length)
    if (byteCount > USER_END) return 'ENOMEM'
    const start = this.#place(address, byteCount, flags)
    if (typeof start === 'string') return start
    const type = flags & MAP_TYPE
    const isShared = type === MAP_SHARED && (flags & MAP_GROWSDOWN) === 0n
    if (!isShared && type !== MAP_PRIVATE) return 'EINVAL'
    if (typeof content === 'string' && content !== 'zeros') return content
    if (byteCount > COMMIT_LIMIT) return 'ENOMEM'
    const end = virtualAddress(start + byteCount)
    this.#paging.discard(this.#process, start, end)
    const region: Region = {
      name: 'mapping',
      start,
      end,
      ...protectionOf(protection),
      ...(content === 'zeros' ? {} : { fromFile: true }),
      ...(isShared ? { shared: true, object: this.#system.freeObject() } : {}),
      ...((flags & MAP_GROWSDOWN) === 0n ? {} : { grows: 'down', lowest: lowestOfGrowing(end) }),
    }
    const file =
      content === 'zeros'
        ? this.#process.file
        : [
            ...withoutContent(this.#process.file, start, end),
            { address: start, bytes: partOf(content, offset, byteCount) },
          ]
    const process = this.#keep(withRegion(withoutRange(this.#process.regions, start, end), region), file)
    if ((flags & (MAP_POPULATE | MAP_LOCKED)) !== 0n) this.#populate(process, region)
    return start
  }

  #contentOf(fd: number, protection: bigint, flags: bigint): Uint8Array | 'zeros' | ErrorName {
    if ((flags & MAP_ANONYMOUS) !== 0n) return 'zeros'
    const isShared = (flags & MAP_TYPE) !== MAP_PRIVATE
    return this.#system.mappable(fd, isShared && (protection & PROT_WRITE) !== 0n)
  }

  /** Gives pages their frames at once, as far as there are any. */
  #populate(process: LinuxProcess, region: Region): void {
    if (!isReadable(region)) return
    for (let at = region.start; at < region.end; at = virtualAddress(at + BigInt(PAGE_SIZE)))
      if (!this.#paging.answer(process, at, region.write ? WRITE : READ).ok) return
  }

  /** Where a mapping goes: at the address if that is demanded, or free and wished for; else as high as there is room. */
  #place(address: bigint, byteCount: bigint, flags: bigint): VirtualAddress | ErrorName {
    const { regions } = this.#process
    const isDemanded = (flags & (MAP_FIXED | MAP_FIXED_NOREPLACE)) !== 0n
    if (isDemanded) {
      if (rangeEnd(address, byteCount) === undefined) return 'ENOMEM'
      if (!isAligned(address)) return 'EINVAL'
      const isTaken = (flags & MAP_FIXED) === 0n && !isUnmapped(regions, address, address + byteCount)
      return isTaken ? 'EEXIST' : virtualAddress(address)
    }
    const page = address - (address % BigInt(PAGE_SIZE))
    const wished = page > 0n && page < LOWEST_MAPPING ? LOWEST_MAPPING : page
    const fits = wished > 0n && rangeEnd(wished, byteCount) !== undefined
    if (fits && isFree(regions, wished, wished + byteCount)) return virtualAddress(wished)
    if ((flags & MAP_32BIT) !== 0n)
      return lowestGap(regions, byteCount, LOW_MAPPINGS.start, LOW_MAPPINGS.end) ?? 'ENOMEM'
    return (
      highestGap(regions, byteCount, MAPPINGS_END, LOWEST_MAPPING) ??
      highestGap(regions, byteCount, USER_END, LOWEST_MAPPING) ??
      'ENOMEM'
    )
  }

  /** `munmap`. Parts of the range that are not mapped do not matter. */
  unmap(address: bigint, length: bigint): Result {
    const end = rangeEnd(address, length)
    if (!isAligned(address) || length === 0n || end === undefined) return 'EINVAL'
    const start = virtualAddress(address)
    this.#paging.discard(this.#process, start, end)
    this.#keep(withoutRange(this.#process.regions, start, end))
    return 0n
  }

  /** `mprotect`. Where a part of the range is not mapped, what lies before it is changed all the same. */
  protect(address: bigint, length: bigint, protection: bigint): Result {
    if (!isAligned(address) || (protection & ~KNOWN_PROTECTION) !== 0n) return 'EINVAL'
    if (length === 0n) return 0n
    const end = rangeEnd(address, length)
    if (end === undefined) return 'ENOMEM'
    const start = virtualAddress(address)
    const changed = withProtection(this.#process.regions, start, end, protectionOf(protection))
    const process = { ...this.#process, regions: changed.regions }
    this.#system.update(process)
    this.#paging.renewRights(process, start, changed.reached)
    return changed.isWhole ? 0n : 'ENOMEM'
  }

  /** `mremap`: address, old length, new length, flags, new address. */
  remap(given: readonly bigint[]): Result {
    const [address = 0n, oldLength = 0n, newLength = 0n, flags = 0n, newAddress = 0n] = given
    if (!isAligned(address) || (flags & ~(MREMAP_MAYMOVE | MREMAP_FIXED)) !== 0n) return 'EINVAL'
    const isFixed = (flags & MREMAP_FIXED) !== 0n
    if (newLength === 0n || (isFixed && ((flags & MREMAP_MAYMOVE) === 0n || !isAligned(newAddress))))
      return 'EINVAL'
    const [before, after] = [pageAligned(oldLength), pageAligned(newLength)]
    const region = regionOf(this.#process.regions, virtualAddress(address))
    if (region === undefined || address + before > region.end) return 'EFAULT'
    if (after > COMMIT_LIMIT) return 'ENOMEM'
    if (isFixed) return this.#moveMapping(region, address, before, after, newAddress)
    if (after <= before) {
      if (after < before) this.unmap(address + after, before - after)
      return address
    }
    const hasRoom = address + before === region.end && this.#isFreeBehind(region, after - before)
    if (hasRoom) {
      this.#keep(
        withRegion(this.#process.regions, {
          ...region,
          start: region.end,
          end: virtualAddress(address + after),
        }),
      )
      return address
    }
    if ((flags & MREMAP_MAYMOVE) === 0n) return 'ENOMEM'
    const place = highestGap(this.#process.regions, after, MAPPINGS_END, LOWEST_MAPPING)
    return place === undefined ? 'ENOMEM' : this.#moveMapping(region, address, before, after, place)
  }

  #isFreeBehind({ end }: Region, byteCount: bigint): boolean {
    return rangeEnd(end, byteCount) !== undefined && isFree(this.#process.regions, end, end + byteCount)
  }

  #moveMapping(region: Region, address: bigint, before: bigint, after: bigint, to: bigint): Result {
    const end = rangeEnd(to, after)
    if (end === undefined || (to < address + before && address < to + after)) return 'EINVAL'
    const [from, start] = [virtualAddress(address), virtualAddress(to)]
    const kept = before < after ? before : after
    this.#paging.discard(this.#process, start, end)
    const moved = withRegion(withoutRange(this.#process.regions, start, end), { ...region, start, end })
    if (!this.#paging.move(this.#process, from, virtualAddress(address + kept), start)) return 'ENOMEM'
    this.#paging.discard(this.#process, from, virtualAddress(address + before))
    const { file } = this.#process
    const content = movedContent(file, from, virtualAddress(address + kept), start)
    this.#keep(withoutRange(moved, from, virtualAddress(address + before)), [
      ...withoutContent(file, start, end),
      ...content,
    ])
    return to
  }

  /** `madvise`. */
  advise(address: bigint, length: bigint, advice: bigint): Result {
    const kind = Number(BigInt.asIntN(32, advice))
    const end = rangeEnd(address, length)
    if (!isAligned(address) || end === undefined || kind < 0 || kind > LAST_ADVICE) return 'EINVAL'
    if (length === 0n) return 0n
    const { regions } = this.#process
    if (kind === NOT_NEEDED) this.#paging.discard(this.#process, virtualAddress(address), end)
    const { isWhole } = withProtection(regions, virtualAddress(address), end, NO_PROTECTION)
    return isWhole ? 0n : 'ENOMEM'
  }

  /** `brk`: returns the program break, which stays where it is if it cannot be moved. */
  setBreak(address: bigint): Result {
    const { heapStart, programBreak, regions } = this.#process
    if (address < heapStart || address > USER_END) return programBreak
    const [oldEnd, newEnd] = [pageAligned(programBreak), pageAligned(address)]
    const end = virtualAddress(newEnd)
    if (newEnd > oldEnd && !isFree(regions, oldEnd, newEnd + BigInt(PAGE_SIZE))) return programBreak
    if (newEnd - heapStart > COMMIT_LIMIT) return programBreak
    if (newEnd < oldEnd) this.#paging.discard(this.#process, end, virtualAddress(oldEnd))
    this.#system.update({
      ...this.#process,
      regions: withHeapEnd(regions, virtualAddress(oldEnd), end),
      programBreak: virtualAddress(address),
    })
    return address
  }

  #keep(regions: readonly Region[], file = this.#process.file): LinuxProcess {
    const process = { ...this.#process, regions, file }
    this.#system.update(process)
    return process
  }
}

/** So many bytes of a file from a place on, as far as there are any. */
function partOf(bytes: Uint8Array, offset: bigint, byteCount: bigint): Uint8Array {
  const from = Number(offset < BigInt(bytes.length) ? offset : bytes.length)
  return bytes.slice(from, from + Number(byteCount))
}

/** What pages are filled from outside a range. */
function withoutContent(
  file: readonly FileSegment[],
  start: VirtualAddress,
  end: VirtualAddress,
): readonly FileSegment[] {
  return file.flatMap((segment) => {
    const below = Number(start - segment.address)
    const above = Number(end - segment.address)
    if (below >= segment.bytes.length || above <= 0) return [segment]
    return [
      ...(below > 0 ? [{ address: segment.address, bytes: segment.bytes.subarray(0, below) }] : []),
      ...(above < segment.bytes.length ? [{ address: end, bytes: segment.bytes.subarray(above) }] : []),
    ]
  })
}

/** What pages of a range are filled from, as it is for a range that begins at another address. */
function movedContent(
  file: readonly FileSegment[],
  start: VirtualAddress,
  end: VirtualAddress,
  to: VirtualAddress,
): readonly FileSegment[] {
  return file.flatMap(({ address, bytes }) => {
    const from = Math.max(0, Number(start - address))
    const part = bytes.subarray(from, Math.max(from, Number(end - address)))
    const moved = to + (address + BigInt(from) - start)
    return part.length === 0 ? [] : [{ address: virtualAddress(moved), bytes: part }]
  })
}

/** A mapping that grows downwards may, as the stack, up to the limit of stacks. */
function lowestOfGrowing(end: bigint): VirtualAddress {
  return virtualAddress(end > STACK_LIMIT ? end - STACK_LIMIT : 0n)
}

function withHeapEnd(
  regions: readonly Region[],
  oldEnd: VirtualAddress,
  end: VirtualAddress,
): readonly Region[] {
  if (end <= oldEnd) return withoutRange(regions, end, oldEnd)
  return withRegion(regions, {
    name: 'heap',
    start: oldEnd,
    end,
    read: true,
    write: true,
    execute: false,
    grows: 'up',
  })
}

const NO_PROTECTION: Protection = { read: false, write: false, execute: false }

function isAligned(address: bigint): boolean {
  return address % BigInt(PAGE_SIZE) === 0n
}

function isUnmapped(regions: readonly Region[], start: bigint, end: bigint): boolean {
  return regions.every((region) => region.end <= start || end <= region.start)
}

function protectionOf(bits: bigint): Protection {
  return {
    read: (bits & PROT_READ) !== 0n,
    write: (bits & PROT_WRITE) !== 0n,
    execute: (bits & PROT_EXEC) !== 0n,
  }
}
