import type { Machine } from '#engine/machine/machine.ts'
import { entryBase, PRESENT } from '#engine/memory/entry.ts'
import { mapsText } from '#engine/os/maps.ts'
import { GUARD_GAP } from '#engine/os/region-list.ts'
import { isReadable, regionByteCount, type Region } from '#engine/os/region.ts'
import { startOf } from '#engine/memory/scheme.ts'
import { hex } from '#engine/units.ts'
import { defined } from '#notebook/shared/defined.ts'
import { thingText } from '#notebook/shared/thing.ts'
import type { MapsRow, MapsView } from '#notebook/shared/machine-view.ts'
import type { AtOneMoment } from './view-input.ts'

type Scale = MapsView['scale']
type RegionRow = Extract<MapsRow, { kind: 'region' }>

/** Beyond this proportion of the largest region to the smallest, bars grow by doublings. */
const LARGEST_LINEAR = 64
const SHORTEST_BAR = 0.08
const POINTERS = ['rsp', 'rip'] as const

/** The regions of the running process as a map to scale, the highest on top, and as /proc/PID/maps prints them. */
export function mapsView({ machine }: Pick<AtOneMoment, 'machine'>): MapsView {
  const regions = [...machine.current.regions].sort((one, other) => (one.start < other.start ? 1 : -1))
  const sizes = regions.map((region) => Number(regionByteCount(region)))
  const scale = Math.max(...sizes) / Math.min(...sizes) > LARGEST_LINEAR ? 'logarithmic' : 'linear'
  const resident = residentPages(machine)
  const rows = regions.flatMap((region, index): MapsRow[] => [
    regionRow(machine, region, {
      length: barLength(Number(regionByteCount(region)), sizes, scale),
      resident,
    }),
    ...below(region, regions[index + 1]),
  ])
  return { kind: 'maps', process: machine.current.name, scale, rows, text: textOf(machine) }
}

function barLength(size: number, sizes: readonly number[], scale: Scale): number {
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  if (scale === 'linear') return Math.max(SHORTEST_BAR, size / most)
  return SHORTEST_BAR + ((1 - SHORTEST_BAR) * Math.log2(size / least)) / Math.log2(most / least)
}

/** First addresses of the pages in RAM; undefined where nothing says which are. */
function residentPages({ kernel, memory }: Machine): bigint[] | undefined {
  const table = kernel.pageTable()
  if (!table.exists) return undefined
  const zeros = kernel.linux?.frames.zeroFrame
  return table
    .entries()
    .filter(({ entry }) => (entry & BigInt(PRESENT)) !== 0n && entryBase(entry) !== zeros)
    .map(({ page }) => startOf(memory.scheme, page))
}

function regionRow(
  { registers, memory }: Machine,
  region: Region,
  { length, resident }: { length: number; resident: readonly bigint[] | undefined },
): RegionRow {
  const { name, start, end } = region
  const size = regionByteCount(region)
  const pointers = POINTERS.map((register) => [register, registers.get(register)] as const)
    .filter(([, address]) => start <= address && address < end)
    .map(([register, address]) => ({
      name: register.toUpperCase(),
      address: hex(address),
      at: Number(((address - start) * 10_000n) / size) / 10_000,
    }))
  return {
    kind: 'region',
    name,
    things: rangeThing(start, size),
    start: hex(start),
    end: hex(end),
    rights: rightsOf(region),
    pageCount: Math.ceil(Number(size) / 2 ** memory.scheme.pageBits),
    length,
    pointers,
    ...defined({ residentPageCount: resident?.filter((page) => start <= page && page < end).length }),
  }
}

function rightsOf(region: Region): string {
  const rights = [isReadable(region) && 'read', region.write && 'write', region.execute && 'execute']
  return rights.filter(Boolean).join(', ') || 'nothing'
}

/** What lies below a region: where a stack keeps others away, and what belongs to no region. */
function below(region: Region, next: Region | undefined): MapsRow[] {
  const floor = next?.end ?? 0n
  const guardStart = region.lowest === undefined ? region.start : max(region.start - GUARD_GAP, floor)
  return [...emptyRow('guard', guardStart, region.start), ...emptyRow('gap', floor, guardStart)]
}

const max = (one: bigint, other: bigint) => (one > other ? one : other)

function emptyRow(kind: 'guard' | 'gap', start: bigint, end: bigint): MapsRow[] {
  if (start >= end) return []
  const byteCount = end - start
  return [
    {
      kind,
      things: rangeThing(start, byteCount),
      start: hex(start),
      end: hex(end),
      byteCount: String(byteCount),
    },
  ]
}

function rangeThing(start: bigint, byteCount: bigint): string {
  return thingText({ kind: 'virtual', start, byteCount: Number(byteCount) })
}

function textOf({ current: { regions } }: Machine): MapsView['text'] {
  const sorted = [...regions].sort((one, other) => (one.start < other.start ? -1 : 1))
  return sorted.map((region) => ({
    things: rangeThing(region.start, regionByteCount(region)),
    line: mapsText([region]),
  }))
}
