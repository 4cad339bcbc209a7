import type { Machine } from '#engine/machine/machine.ts'
import { entryBase } from '#engine/memory/entry.ts'
import { PAGE_SIZE } from '#engine/units.ts'

/** Something with a name that takes bytes of the running process's memory. */
interface Named {
  readonly name: string
  readonly start: bigint
  readonly end: bigint
  /** Bytes of an element, where it is an array. */
  readonly element?: number
  /** It is a label, behind which bytes are counted. */
  readonly isLabel?: true
}

/** Who uses a range of RAM: its virtual address, and in words whose bytes they are. */
export interface Whose {
  readonly virtual?: bigint
  readonly text: string
}

/** A question about ranges of RAM within one page each, answered for the machine as it is now. */
export function whoseBytes(machine: Machine): (physical: number, byteCount: number) => Whose {
  const pageAt = pagesByFrame(machine)
  const frameByteCount = 2 ** machine.memory.scheme.pageBits
  const named = [...variables(machine), ...labels(machine)]
  return (physical, byteCount) => {
    const page = pageAt?.(Math.floor(physical / frameByteCount))
    if (pageAt !== undefined && page === undefined) return { text: '' }
    const virtual =
      page === undefined ? BigInt(physical) : BigInt(page * frameByteCount + (physical % frameByteCount))
    const end = virtual + BigInt(byteCount)
    const names = named.filter((one) => one.start < end && virtual < one.end)
    const texts = names.map((one) => partText(one, virtual, end))
    return { virtual, text: texts.length > 0 ? texts.join(', ') : regionText(machine, virtual) }
  }
}

/** Tells the page in a frame, of the running process; undefined where addresses are not translated by pages. */
function pagesByFrame({
  kernel,
  memory: { scheme },
}: Machine): ((frame: number) => number | undefined) | undefined {
  const table = kernel.pageTable()
  if (!table.exists) return scheme.segments === undefined ? undefined : () => undefined
  // The OS speaks of entries as if frames had 4 KiB.
  const usual = new Map(table.entries().map(({ page, entry }) => [entryBase(entry) / PAGE_SIZE, page]))
  const pageByteCount = 2 ** scheme.pageBits
  const large = table.largePages().map(({ page, base, byteCount }) => {
    const first = base / pageByteCount
    return { page, first, end: first + byteCount / pageByteCount }
  })
  return (frame) => {
    const within = large.find(({ first, end }) => first <= frame && frame < end)
    return usual.get(frame) ?? (within && within.page + frame - within.first)
  }
}

function variables({ frameFunction, registers }: Machine): Named[] {
  const frame = registers.get('rbp')
  return (frameFunction?.symbols ?? []).map(({ name, offset, size, type }) => {
    const start = frame + BigInt(offset)
    const count = Number(/; (\d+)\]$/.exec(String(type))?.[1] ?? 0)
    const element = count > 1 && size % count === 0 ? { element: size / count } : {}
    return { name, start, end: start + BigInt(size), ...element }
  })
}

/** What a program of assembly calls its data: from a label to the next one in its section. */
function labels({ program }: Machine): Named[] {
  const { sections = [], labels: all = new Map<string, bigint>() } = program?.assembly ?? {}
  return sections
    .filter(({ execute }) => !execute)
    .flatMap(({ address, byteCount }) => {
      const end = address + BigInt(byteCount)
      const own = [...all].filter(([, at]) => address <= at && at < end)
      own.sort(([, one], [, other]) => (one < other ? -1 : 1))
      return own.map(([label, start], index): Named => ({
        ...{ name: labelled(label), start, end: own[index + 1]?.[1] ?? end },
        isLabel: true,
      }))
    })
}

/** A static of a Rust program by the name that it has there; its label also says where it is declared. */
function labelled(label: string): string {
  return /^static\.([^.]+)\.\d+$/.exec(label)?.[1] ?? label
}

/** `x`, `a[4..8]` for elements as Rust counts them, `table+16` for bytes behind a label. */
function partText({ name, start, end, element, isLabel }: Named, from: bigint, to: bigint): string {
  const first = Number((from < start ? start : from) - start)
  const last = Number((to < end ? to : end) - start)
  if (isLabel) return first === 0 ? name : `${name}+${first}`
  if (element === undefined) return name
  const [low, high] = [Math.floor(first / element), Math.ceil(last / element)]
  return high - low === 1 ? `${name}[${low}]` : `${name}[${low}..${high}]`
}

function regionText({ current, program }: Machine, virtual: bigint): string {
  const code = program?.assembly.sections.some(
    ({ address, byteCount, execute }) =>
      execute && address <= virtual && virtual < address + BigInt(byteCount),
  )
  if (code) return 'code'
  return current.regions.find(({ start, end }) => start <= virtual && virtual < end)?.name ?? ''
}
