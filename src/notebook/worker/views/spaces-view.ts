import { entryBase, PRESENT } from '#engine/memory/entry.ts'
import type { Machine } from '#engine/machine/machine.ts'
import type { Process } from '#engine/os/process.ts'
import { isReadable, type Region } from '#engine/os/region.ts'
import type { PagingScheme } from '#engine/memory/scheme.ts'
import { hex, PAGE_SIZE } from '#engine/units.ts'
import type { SpacePage, SpacePart, SpacesView } from '#notebook/shared/picture-view.ts'
import { frameByteCountOf } from './frame-size.ts'
import { tableView } from './table-view.ts'
import { defined } from '#notebook/shared/defined.ts'
import { thingText } from '#notebook/shared/thing.ts'
import type { ViewInput } from './view-input.ts'

const MOST_PROCESSES = 3
/** Of a region, so many pages are shown one by one; more where pages come and go. */
const MOST_PAGES = 3
const MOST_PAGES_BESIDE_SWAP = 6

/** Where the pages lie that are somewhere, by their numbers. */
interface Lying {
  readonly frames: ReadonlyMap<number, number>
  /** Places of the swap area; undefined where there is none. */
  readonly places: ReadonlyMap<number, number> | undefined
}

/** The address spaces of the processes beside RAM; undefined where registers do what page tables do. */
export function spacesView(input: ViewInput): SpacesView | undefined {
  const { machine } = input
  if (machine.memory.scheme.segments !== undefined) return undefined
  const isPaged = machine.kernel.pageTable().exists
  const shown = machine.processes
    .filter((process) => machine.kernel.linux?.hasMemory(process) ?? true)
    .slice(0, MOST_PROCESSES)
  const lying = (process: Process) =>
    isPaged ? { frames: framesOf(machine, process), places: placesOf(machine, process) } : undefined
  const processes = shown.map((process) => ({
    name: process.name,
    isCurrent: process.name === machine.current.name,
    parts: partsOf(process, machine.memory.scheme, lying(process)),
  }))
  return {
    kind: 'spaces',
    processes,
    frames: rowsOf(machine, processes),
    ...defined({ swap: swapOf(machine) }),
    isPaged,
    pageBits: machine.memory.scheme.pageBits,
    table: tableView(input),
  }
}

function swapOf({ kernel }: Machine): SpacesView['swap'] {
  const area = kernel.linux?.paging.reclaim?.area
  if (area === undefined) return undefined
  const places = Array.from({ length: area.pageCount }, (_, place) => place)
  return { placeCount: area.pageCount, used: places.filter((place) => area.useCount(place) > 0) }
}

function placesOf(machine: Machine, { name }: Process): Lying['places'] {
  const reclaim = machine.kernel.linux?.paging.reclaim
  if (reclaim === undefined) return undefined
  const owned = swapOf(machine)!.used.flatMap((place) =>
    reclaim.ownersOf(place).map(({ process, page }) => ({ place, process, page })),
  )
  return new Map(owned.filter(({ process }) => process.name === name).map(({ page, place }) => [page, place]))
}

function framesOf({ kernel, memory }: Machine, process: Process): Lying['frames'] {
  // The OS speaks of entries as if frames had 4 KiB.
  const scale = 2 ** memory.scheme.pageBits / PAGE_SIZE
  const present = kernel
    .pageTable(process)
    .entries()
    .filter(({ entry }) => (entry & BigInt(PRESENT)) !== 0n)
  return new Map(present.map(({ page, entry }) => [page, entryBase(entry) * scale]))
}

/** Regions from the highest down, with the gaps between them. */
function partsOf({ regions }: Process, { pageBits }: PagingScheme, lying: Lying | undefined): SpacePart[] {
  const ordered = regions.filter(isReadable).sort((one, other) => (one.start < other.start ? 1 : -1))
  return ordered.flatMap((region, index): SpacePart[] => {
    const below = ordered[index + 1]
    const gap = below === undefined ? 0n : region.start - below.end
    return [
      regionPart(region, pageBits, lying),
      ...(gap > 0n ? [{ kind: 'gap' as const, byteCount: String(gap) }] : []),
    ]
  })
}

/** Those of its pages that are somewhere come first; of the rest, as many as there is room for. */
function regionPart({ name, start, end }: Region, pageBits: number, lying: Lying | undefined): SpacePart {
  const byteCount = 2 ** pageBits
  const first = Number(start / BigInt(byteCount))
  const count = Math.ceil(Number(end - start) / byteCount)
  const resident =
    lying === undefined
      ? Array.from({ length: Math.min(count, MOST_PAGES) }, (_, index) => first + count - 1 - index)
      : [...new Set([...lying.frames.keys(), ...(lying.places?.keys() ?? [])])]
          .filter((page) => page >= first && page < first + count)
          .sort((one, other) => other - one)
  const chosen = resident.slice(0, lying?.places === undefined ? MOST_PAGES : MOST_PAGES_BESIDE_SWAP)
  if (chosen.length === 0) chosen.push(first + count - 1)
  const pages = chosen.map((page): SpacePage => {
    const address = BigInt(page) * BigInt(byteCount)
    const frame = lying === undefined ? Number(address) : lying.frames.get(page)
    return {
      start: hex(address),
      things: thingText({ kind: 'virtual', start: address, byteCount }),
      ...(frame === undefined ? defined({ place: lying?.places?.get(page) }) : { frame: hex(frame) }),
    }
  })
  return { kind: 'region', name, pages, more: count - pages.length }
}

/** Frames that pages lead to, one by one; others in runs of neighbours that are used for the same. */
function rowsOf(machine: Machine, processes: SpacesView['processes']): SpacesView['frames'] {
  const frameByteCount = frameByteCountOf(machine)
  const users = new Map<number, Set<string>>()
  for (const { name, parts } of processes)
    for (const frame of parts.flatMap((part) => framesIn(part, frameByteCount)))
      users.set(frame, (users.get(frame) ?? new Set()).add(name))
  const owners = machine.kernel.frameOwners(frameByteCount)
  const last = Math.ceil(machine.journal.ramByteCount / frameByteCount) - 1
  const rows: {
    first: number
    count: number
    about: string
    kind: SpacesView['frames'][number]['kind']
    isShared: boolean
  }[] = []
  for (let frame = last; frame >= 0; frame--) {
    const names = users.get(frame)
    const owner = owners.get(frame)
    const kind =
      names !== undefined
        ? 'used'
        : owner === undefined
          ? 'free'
          : owner.purpose === 'page table'
            ? 'table'
            : 'other'
    const whose = names !== undefined && names.size > 1 ? [...names].join(', ') : (owner?.process ?? '')
    const about =
      owner === undefined
        ? names === undefined
          ? 'free'
          : [...names].join(', ')
        : aboutOf(owner.purpose, whose, processes.length)
    const run = rows.at(-1)
    if (run !== undefined && names === undefined && run.kind === kind && run.about === about) {
      run.first = frame
      run.count += 1
    } else rows.push({ first: frame, count: 1, about, kind, isShared: (names?.size ?? 0) > 1 })
  }
  return rows.map(({ first, count, about, kind, isShared }) => ({
    start: hex(first * frameByteCount),
    count,
    about,
    kind,
    isShared,
    things: thingText({
      kind: 'physical',
      start: BigInt(first * frameByteCount),
      byteCount: count * frameByteCount,
    }),
  }))
}

function aboutOf(purpose: string, process: string, processCount: number): string {
  const what = purpose === 'page table' ? 'tables' : purpose
  return processCount > 1 && purpose !== 'kernel' ? `${process}: ${what}` : what
}

function framesIn(part: SpacePart, frameByteCount: number): number[] {
  if (part.kind === 'gap') return []
  return part.pages.flatMap(({ frame }) =>
    frame === undefined ? [] : [Math.floor(Number(frame) / frameByteCount)],
  )
}
