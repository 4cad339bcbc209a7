import type { Invalidation } from '#engine/memory/tlb.ts'
import type { FaultAnswer } from '#engine/os/demand-paging.ts'
import type { SystemEvent } from '#engine/os/event-log.ts'
import { groupedHex, groupedPage } from '#engine/units.ts'

/** What the operating system has done, in words. */
export function eventText(event: SystemEvent): string {
  switch (event.kind) {
    case 'page-fault':
      return FAULT_ANSWERS[event.answer]
    case 'evicted':
      return evictedText(event)
    case 'frames':
      return [framesText(event.taken, 'it takes'), framesText(event.freed, 'it frees')]
        .filter(Boolean)
        .join('; ')
    case 'system-call':
      return `the system call ${event.name}`
    case 'return':
      return `${event.name} returns ${groupedHex(event.result)}`
    case 'signal':
      return `${event.signal.name} interrupts process ${event.process}: its handler runs next`
    case 'switch':
      return `process ${event.to} has its turn`
    case 'invalidation':
      return invalidationText(event.invalidation)
    case 'end':
      return `process ${event.process} is ended`
  }
}

const FAULT_ANSWERS: Readonly<Record<FaultAnswer, string>> = {
  'zero-page': 'the page is in a region, and gets the shared frame of zeros',
  'new-page': 'the page is in a region, or just below the stack, and gets a frame of its own',
  copied: 'the frame was shared, and is copied',
  'made-writable': 'the frame was shared once and is this process\u2019s alone now',
  'swapped-in': 'the page was in the swap area, and is read back',
  renewed: 'the page table was right, and the processor remembered an older one',
}

function evictedText({
  page,
  process,
  frame,
  place,
  isWritten,
}: Extract<SystemEvent, { kind: 'evicted' }>): string {
  const what = `page ${groupedPage(BigInt(page))} of ${process} leaves the frame at ${groupedHex(BigInt(frame))}`
  if (isWritten) return `${what} and is written to place ${place} of the swap area`
  return place === undefined
    ? `${what}; its file has the same bytes`
    : `${what}; place ${place} of the swap area has the same bytes`
}

/** What a TLB is told, or would have to be. */
export function invalidationText(
  { by, page, entryCount, isOmitted }: Invalidation,
  pageBits?: number,
): string {
  const entries = `${entryCount} ${entryCount === 1 ? 'entry' : 'entries'}`
  const what = page === undefined ? 'an address space' : `page ${groupedPage(page, pageBits)}`
  return isOmitted
    ? `the operating system does not tell the TLB that ${what} has changed: ${by} is missing, and ${entries} may be outdated`
    : `${by}: the TLB forgets ${entries} of ${what}`
}

function framesText(frames: readonly number[], what: string): string {
  if (frames.length === 0) return ''
  const bases = frames.slice(0, MOST_NAMED).map((frame) => groupedHex(BigInt(frame)))
  const more = frames.length > MOST_NAMED ? ` and ${frames.length - MOST_NAMED} more` : ''
  return `${what} ${frames.length === 1 ? 'the frame at' : 'frames at'} ${bases.join(', ')}${more}`
}

const MOST_NAMED = 6
