import { bytesText } from '#engine/facts/fact-value.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { entryBase } from '#engine/memory/entry.ts'
import { hex, PAGE_SIZE, virtualAddress, type PageNumber } from '#engine/units.ts'
import type { FactsAbout } from '../fact-reader.ts'
import { defined } from '#notebook/shared/defined.ts'
import { shownByteCount, stackExtent } from './stack-extent.ts'
import { subjectsOf, type AtOneMoment } from './view-input.ts'
import type { RamView } from '#notebook/shared/view.ts'

const ROW = 8

/** The bytes of RAM behind the stack's picture and behind what the cell is about, by frame. */
export function ramView(input: AtOneMoment): RamView {
  const { machine } = input
  const focused = subjectsOf(input).slice(0, 2)
  const focus = new Set(focused.flatMap(({ about }) => bytesOf(input, about, shownByteCount(sizeOf(about)))))
  const omitted = focused.reduce((sum, { about }) => sum + sizeOf(about) - shownByteCount(sizeOf(about)), 0)
  const extent = stackExtent(machine)
  const places = [...placesBetween(machine, extent.start, extent.end), ...focusPlaces(input, focus)]
  const rows = new Map(places.map(({ address, page }) => [address - (address % ROW), page]))
  const ordered = [...rows].sort(([one], [other]) => other - one)
  const frameByteCount = 2 ** machine.memory.scheme.pageBits
  const bases = [...new Set(ordered.map(([row]) => row - (row % frameByteCount)))]
  return {
    kind: 'ram',
    pageBits: machine.memory.scheme.pageBits,
    frames: bases.map((base) => {
      const inside = ordered.filter(([row]) => row >= base && row < base + frameByteCount)
      const page = inside[0]?.[1]
      return {
        base: hex(base),
        ...(page === undefined || machine.scheme === 'none' ? {} : { page: hex(page) }),
        rows: inside.map(([row]) => ({ address: hex(row), bytes: rowBytes(input, row, focus) })),
      }
    }),
    ...(focused.length > 0 ? { of: focused.map(({ name }) => name).join(', ') } : {}),
    ...defined({ omitted: omitted || undefined }),
  }
}

interface Place {
  readonly address: number
  readonly page: PageNumber | undefined
}

function placesBetween(machine: Machine, start: bigint, end: bigint): Place[] {
  const places: Place[] = []
  for (let at = start; at < end; at += BigInt(ROW)) places.push(...placeOf(machine, at))
  return places
}

function placeOf(machine: Machine, at: bigint): Place[] {
  const address = virtualAddress(at)
  const translation = machine.memory.translate(address)
  return translation.ok
    ? [{ address: translation.physicalAddress, page: machine.memory.pageOf(address) }]
    : []
}

function focusPlaces({ machine }: AtOneMoment, focus: ReadonlySet<number>): Place[] {
  if (focus.size === 0) return []
  const pages = new Map(
    machine.kernel
      .pageTable()
      .entries()
      // The OS speaks of entries as if frames had 4 KiB.
      .map(({ page, entry }) => [entryBase(entry) / PAGE_SIZE, page]),
  )
  const frameByteCount = 2 ** machine.memory.scheme.pageBits
  return [...focus].map((address) => ({ address, page: pages.get(Math.floor(address / frameByteCount)) }))
}

/** How many bytes a subject covers. */
function sizeOf(about: FactsAbout): number {
  return Number(about.text('size') ?? (about.text('bytes')?.length ?? 2) / 2)
}

/** Physical addresses of the first bytes that a subject covers; they need not be neighbours. */
function bytesOf({ machine }: AtOneMoment, about: FactsAbout, byteCount: number): number[] {
  const first = about.text('virtualAddress')
  if (first === undefined) return []
  return Array.from({ length: byteCount }, (_, index) =>
    placeOf(machine, BigInt(first) + BigInt(index)),
  ).flatMap((places) => places.map(({ address }) => address))
}

function rowBytes(
  { machine: { journal } }: AtOneMoment,
  row: number,
  focus: ReadonlySet<number>,
): RamView['frames'][number]['rows'][number]['bytes'] {
  return Array.from({ length: ROW }, (_, index) => row + index).map((address) => ({
    fact: `byte(${hex(address)})`,
    value: bytesText(journal.bytes.subarray(address, address + 1)),
    ...(focus.has(address) ? { focus: true as const } : {}),
  }))
}
