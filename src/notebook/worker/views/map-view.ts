import { entryBase, PRESENT } from '#engine/memory/entry.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { hex } from '#engine/units.ts'
import type { MapView } from '#notebook/shared/picture-view.ts'
import { defined } from '#notebook/shared/defined.ts'
import { mapsView } from './maps-view.ts'
import { subjectsOf, type ViewInput } from './view-input.ts'

const MOST_PLACES = 6

/** The running process's address space, all of it; undefined where it has no regions. */
export function mapView(input: ViewInput): MapView | undefined {
  const { machine } = input
  const { virtualBits, upperBits } = machine.memory.scheme
  const regions = [...machine.current.regions].sort((one, other) => (one.start < other.start ? -1 : 1))
  if (regions.length === 0) return undefined
  return {
    kind: 'map',
    process: machine.current.name,
    // Where upper bits repeat the sign, the other half is the kernel's.
    bits: upperBits === 'zero' ? virtualBits : Math.min(virtualBits, 64) - 1,
    regions: regions.map(({ name, start, end }) => ({ name, start: hex(start), end: hex(end) })),
    places: placesOf(input, regions),
    maps: mapsView(input),
    ...defined({ resident: residentOf(machine) }),
  }
}

/** What the cell is about, where the stack ends, what comes next, and every region by its first byte. */
function placesOf(
  input: ViewInput,
  regions: readonly { readonly name: string; readonly start: bigint; readonly end: bigint }[],
): MapView['places'] {
  const { registers } = input.machine
  const isMapped = (address: bigint) => regions.some(({ start, end }) => start <= address && address < end)
  const subjects = subjectsOf(input).flatMap(({ name, about }) => {
    const address = about.text('virtualAddress')
    return address === undefined ? [] : [{ name, address: BigInt(address) }]
  })
  const all = [
    ...subjects.slice(0, 2),
    { name: 'RSP', address: registers.get('rsp') },
    { name: 'RIP', address: registers.rip },
    ...regions.map(({ name, start }) => ({ name, address: start })),
  ]
  const found = new Map(
    all.filter(({ address }) => isMapped(address)).map((place) => [place.name, place] as const),
  )
  return [...found.values()]
    .slice(0, MOST_PLACES)
    .map(({ name, address }) => ({ name, address: hex(address) }))
}

/** Neighbouring pages are one run. */
function residentOf({ kernel, memory }: Machine): MapView['resident'] {
  const table = kernel.pageTable()
  if (!table.exists) return undefined
  const size = BigInt(2 ** memory.scheme.pageBits)
  const zeros = kernel.linux?.frames.zeroFrame
  const runs: { start: bigint; end: bigint }[] = []
  const pages = table
    .entries()
    .filter(({ entry }) => (entry & BigInt(PRESENT)) !== 0n && entryBase(entry) !== zeros)
    .map(({ page }) => page)
    .sort((one, other) => one - other)
  for (const page of pages) {
    const start = BigInt(page) * size
    const last = runs.at(-1)
    if (last?.end === start) last.end += size
    else runs.push({ start, end: start + size })
  }
  return runs.map(({ start, end }) => ({ start: hex(start), end: hex(end) }))
}
