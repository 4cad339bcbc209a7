import {
  traceOfAccesses,
  traceOfRun,
  type AccessTrace,
  type TracedPage,
  type TraceKind,
} from '#engine/machine/access-trace.ts'
import type { Recording } from '#engine/machine/recording.ts'
import { READ } from '#engine/memory/fault.ts'
import { groupedHex, groupedPage, virtualAddress } from '#engine/units.ts'
import { TRACE_KINDS, type OverTimeView } from '#notebook/shared/picture-view.ts'
import { defined } from '#notebook/shared/defined.ts'
import { thingText } from '#notebook/shared/thing.ts'
import { whoseBytes } from './bytes-of-whom.ts'
import type { ViewInput } from './view-input.ts'

/** A run is told so far: about as long as a reader waits after a key. */
export const MOST = { steps: 250_000, pages: 150_000 }
const MOST_ROWS = 24
/** More would be no picture, and a page would have to carry it. */
const MOST_TOLD = { columns: 216, marks: 2000 }

/** A run is traced once, however often its moments are visited. */
const traces = new WeakMap<Recording, { readonly newest: number; readonly trace: AccessTrace }>()

/** Every access of the run, page against time; undefined where nothing was accessed, or no program can run. */
export function accessesOverTimeView(input: ViewInput): OverTimeView | undefined {
  const { machine, recording } = input
  const isProgram = machine.accesses.length === 0
  if (isProgram && machine.hardware.bare !== undefined) return undefined
  const lineBits = isProgram ? lineBitsOf(machine) : undefined
  const trace = isProgram ? traceOf(input, lineBits) : traceOfAccesses(machine, machine.accesses)
  if (trace.pages.length === 0) return undefined
  const rows = rowsOf(input, trace, lineBits)
  return {
    kind: 'accesses-over-time',
    unit: isProgram ? 'instructions' : 'accesses',
    stepCount: trace.stepCount,
    isCut: trace.isCut,
    rows: rows.list,
    unitOfRows: lineBits === undefined ? 'page' : 'line',
    perRow: 2 ** rows.shift,
    ...marksOf(trace, rows, MOST_TOLD),
    ...defined({
      step: isProgram ? recording.step : undefined,
      policy: machine.kernel.linux?.paging.reclaim?.policy,
    }),
  }
}

/** Of an address, the bits that count bytes within a line of the first cache for data. */
function lineBitsOf({ memory }: ViewInput['machine']): number | undefined {
  const cache = memory.dataCache
  return cache && Math.log2(cache.design.lineByteCount)
}

function traceOf({ machine, recording, cell }: ViewInput, lineBits: number | undefined): AccessTrace {
  const { step, newest } = recording
  const known = traces.get(recording)
  if (known?.newest === newest) return known.trace
  recording.goTo(0)
  const before = machine.snapshot()
  recording.goTo(step)
  const trace = traceOfRun(before, cell.stop, MOST, () => recording.onWay(), lineBits)
  traces.set(recording, { newest, trace })
  return trace
}

export interface Rows {
  readonly list: OverTimeView['rows']
  /** 2 to the power of this many pages are one row. */
  readonly shift: number
  readonly rowOf: (page: TracedPage) => number
}

/** One for each page that was used; of too many, neighbours together. */
export function rowsOf(
  { machine }: ViewInput,
  { pages }: Pick<AccessTrace, 'pages'>,
  lineBits?: number,
): Rows {
  const used = usesOf(pages)
  const order = machine.processes.map(({ name }) => name)
  let shift = 0
  while (new Set(used.map((use) => rowKey(use, shift))).size > MOST_ROWS && shift < 40) shift += 1
  used.sort(
    (one, other) => order.indexOf(one.process) - order.indexOf(other.process) || other.page - one.page,
  )
  const keys = [...new Set(used.map((use) => rowKey(use, shift)))]
  const rows = new Map<string, Map<number, number>>()
  const list = keys.map((key, row) => {
    const own = used.filter((use) => rowKey(use, shift) === key)
    for (const { process, page } of own) {
      if (!rows.has(process)) rows.set(process, new Map())
      rows.get(process)!.set(page, row)
    }
    return {
      ...rowText(machine, own.at(-1)!, shift, lineBits),
      counts: summed(own.map(({ counts }) => counts)),
    }
  })
  return { list, shift, rowOf: ({ process, page }) => rows.get(process)!.get(page)! }
}

const rowKey = ({ process, page }: Pick<TracedPage, 'process' | 'page'>, shift: number) =>
  `${process} ${Math.floor(page / 2 ** shift)}`

type Counts = Partial<Record<TraceKind, number>>
type Use = Pick<TracedPage, 'process' | 'page'> & { readonly counts: Counts }

/** What happened to each page, how often. */
function usesOf(pages: readonly TracedPage[]): Use[] {
  const byProcess = new Map<string, Map<number, Use>>()
  for (const { process, page, kind } of pages) {
    let own = byProcess.get(process)
    if (own === undefined) byProcess.set(process, (own = new Map()))
    let use = own.get(page)
    if (use === undefined) own.set(page, (use = { process, page, counts: {} }))
    use.counts[kind] = (use.counts[kind] ?? 0) + 1
  }
  return [...byProcess.values()].flatMap((own) => [...own.values()])
}

function summed(all: readonly Counts[]): Counts {
  const sum: Counts = {}
  for (const counts of all)
    for (const kind of TRACE_KINDS) {
      const count = counts[kind]
      if (count !== undefined) sum[kind] = (sum[kind] ?? 0) + count
    }
  return sum
}

function rowText(
  machine: ViewInput['machine'],
  { process, page }: Pick<TracedPage, 'process' | 'page'>,
  shift: number,
  lineBits: number | undefined,
): Pick<OverTimeView['rows'][number], 'name' | 'region' | 'things'> {
  const { pageBits } = machine.memory.scheme
  const bits = lineBits ?? pageBits
  const first = Math.floor(page / 2 ** shift) * 2 ** shift
  const start = BigInt(first) << BigInt(bits)
  const text = lineBits === undefined ? groupedPage(first, pageBits) : groupedHex(start)
  const at = BigInt(page) << BigInt(bits)
  const regions = machine.processes.find(({ name }) => name === process)?.regions ?? []
  const region = regions.find(({ start, end }) => start <= at && at < end)?.name ?? ''
  return {
    name: machine.processes.length > 1 ? `${process}: ${text}` : text,
    region: lineBits === undefined || region === 'stack' ? region : dataAt(machine, start, 2 ** bits),
    things: thingText({ kind: 'virtual', start, byteCount: 2 ** (shift + bits) }),
  }
}

/** What a program calls the data that a line begins with. */
function dataAt(machine: ViewInput['machine'], start: bigint, byteCount: number): string {
  const found = machine.memory.translate(virtualAddress(start), READ)
  if (!found.ok) return ''
  return /^[\w.]*/.exec(whoseBytes(machine)(found.physicalAddress, byteCount).text)?.[0] ?? ''
}

/** As many columns as make no more marks than can be told apart. */
export function marksOf(
  { pages, stepCount }: AccessTrace,
  rows: Rows,
  told: { readonly columns: number; readonly marks: number },
): Pick<OverTimeView, 'marks' | 'columnCount' | 'perColumn'> {
  const steps = Math.max(1, stepCount, 1 + (pages.at(-1)?.step ?? 0))
  for (let most = told.columns; ; most = Math.floor(most / 2)) {
    const perColumn = Math.ceil(steps / most)
    const columnCount = Math.ceil(steps / perColumn)
    const found = new Map<TraceKind, Set<number>>()
    for (const traced of pages) {
      const place = Math.floor(traced.step / perColumn) + columnCount * rows.rowOf(traced)
      const places = found.get(traced.kind)
      if (places === undefined) found.set(traced.kind, new Set([place]))
      else places.add(place)
    }
    const count = [...found.values()].reduce((sum, { size }) => sum + size, 0)
    if (count > told.marks && most > 8) continue
    const marks = TRACE_KINDS.filter((kind) => found.has(kind)).map((kind) => ({
      kind,
      places: [...found.get(kind)!].sort((one, other) => one - other),
    }))
    return { marks, columnCount, perColumn }
  }
}
