import { fromHalves } from '../bits.ts'
import { EXECUTE } from '../memory/fault.ts'
import type { SystemEvent } from '../os/event-log.ts'
import { virtualAddress } from '../units.ts'
import type { AccessRecord } from './access/perform.ts'
import type { Ending } from './ending.ts'
import { Machine } from './machine.ts'
import type { Snapshot } from './snapshot.ts'

/** What happened to a page: it was accessed, or something had to be done so that it, or another one, could be. */
export type TraceKind =
  'access' | 'tlb-miss' | 'cache-miss' | 'first-touch' | 'copied' | 'read-back' | 'evicted' | 'refused'

export interface TracedPage {
  /** Instructions that had been executed, or the number of the access in its cell. */
  readonly step: number
  readonly process: string
  /** Its number; where lines of a cache are told of, that of the line. */
  readonly page: number
  readonly kind: TraceKind
}

/** Every access to data, in order; fetches of instructions are none. */
export interface AccessTrace {
  readonly pages: readonly TracedPage[]
  /** How many steps it tells of, and whether the run has more. */
  readonly stepCount: number
  readonly isCut: boolean
}

const ANSWERED: Readonly<Partial<Record<string, TraceKind>>> = {
  'zero-page': 'first-touch',
  'new-page': 'first-touch',
  copied: 'copied',
  'made-writable': 'copied',
  'swapped-in': 'read-back',
}

/** What an event of the OS was for a page; undefined for what concerns none. */
function tracedEvent({ memory }: Machine, event: SystemEvent, step: number): TracedPage | undefined {
  const { process } = event
  if (event.kind === 'evicted') return { step, process, page: event.page, kind: 'evicted' }
  if (event.kind !== 'page-fault') return undefined
  const kind = ANSWERED[event.answer]
  return kind && { step, process, page: memory.pageOf(event.address), kind }
}

/** What access cells have done: each access is a step. */
export function traceOfAccesses(machine: Machine, records: readonly AccessRecord[]): AccessTrace {
  const made = records.filter((record) => record.kind !== 'switch')
  const pages = made.flatMap(({ process, parts, answers, fault }, step): TracedPage[] => [
    ...answers.flatMap((event) => tracedEvent(machine, event, step) ?? []),
    ...parts.map(({ address }): TracedPage => ({
      ...{ step, process, page: machine.memory.pageOf(address) },
      kind: fault === undefined ? 'access' : 'refused',
    })),
  ])
  return { pages, stepCount: made.length, isCut: false }
}

/** Caches make the simulation slow and say nothing of pages; a TLB does, and a forgetful OS makes it part of the program. */
function withoutCaches(snapshot: Snapshot): Snapshot {
  const hardware = { ...snapshot.hardware, caches: undefined, cachesWalks: undefined }
  return { ...snapshot, hardware, caches: undefined }
}

/** Instructions between two looks at how much has been told. */
const AT_ONCE = 5000

/**
 * Runs a program once more, from where its machine stood before its first instruction, and takes down what it
 * accesses. What would take too long is told of its beginning alone.
 * @param onWay called every now and then
 * @param lineBits tells of lines of so many bits of address and of what the first cache for data misses, in place of pages
 */
export function traceOfRun(
  before: Snapshot,
  ending: Ending,
  most: { readonly steps: number; readonly pages: number },
  onWay: () => void,
  lineBits?: number,
): AccessTrace {
  const machine = Machine.restore(lineBits === undefined ? withoutCaches(before) : before)
  machine.answersCalls = true
  const pages: TracedPage[] = []
  const { memory, kernel, journal } = machine
  const events = kernel.linux?.events
  const began = journal.stepCount
  const noteUse = memory.onUse
  /** Of data: fetches are no part of what is told. */
  const missCount = () => (memory.tlb ? memory.tlb.counts.misses - memory.tlb.counts.fetchMisses : 0)
  let misses = missCount()
  const cache = lineBits === undefined ? undefined : memory.dataCache
  const cacheMissCount = () => (cache ? cache.counts.misses - cache.counts.fetchMisses : 0)
  let cacheMisses = cacheMissCount()
  let last: { kind: TraceKind } | undefined
  /** A cache is asked behind the translation: what came of it is known at the next access, or behind the instruction. */
  const tellCache = () => {
    const missed = cacheMissCount()
    if (missed > cacheMisses && last !== undefined) last.kind = 'cache-miss'
    cacheMisses = missed
    last = undefined
  }
  let told = events?.count ?? 0
  /** What the OS did comes before the access that could only then be made. */
  const tell = (step: number) => {
    if (events === undefined || events.count === told) return
    pages.push(...events.since(told).flatMap((event) => tracedEvent(machine, event, step) ?? []))
    told = events.count
  }
  /** The instruction that is being executed. */
  let step = 0
  memory.onUse = (low, high, physical, access) => {
    noteUse?.(low, high, physical, access)
    if (access === EXECUTE) return
    tell(step)
    const missed = missCount()
    tellCache()
    const address = virtualAddress(fromHalves(low, high))
    const traced = {
      ...{ step, process: machine.current.name },
      page: lineBits === undefined ? memory.pageOf(address) : Number(address >> BigInt(lineBits)),
      kind: missed > misses && lineBits === undefined ? 'tlb-miss' : 'access',
    } satisfies TracedPage
    pages.push((last = traced))
    misses = missed
  }
  let isRunning = true
  while (isRunning && journal.stepCount - began < most.steps && pages.length < most.pages) {
    // One by one: within a stretch of instructions it is not counted which of them makes an access.
    for (let count = 0; isRunning && count < AT_ONCE && pages.length < most.pages; count++) {
      step = journal.stepCount - began
      isRunning = machine.run(1, ending).kind === 'budget'
      tellCache()
    }
    onWay()
  }
  const stepCount = journal.stepCount - began
  tell(stepCount)
  machine.release()
  return { pages, stepCount, isCut: isRunning }
}
