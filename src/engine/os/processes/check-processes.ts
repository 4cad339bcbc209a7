import type { Diagnostic } from '../../diagnostic.ts'
import { groupedHex } from '../../units.ts'
import type { Kernel } from '../kernel.ts'
import { MOST_PROCESSES } from '../linux.ts'
import type { WrittenProcess } from './parse-processes.ts'

/** What a machine must provide for processes to be checked against it. */
export interface ProcessTarget {
  readonly ramByteCount: number
  readonly kernel: Kernel
}

/** What is wrong with processes on this machine. */
export function checkProcesses(
  processes: readonly WrittenProcess[],
  { ramByteCount, kernel }: ProcessTarget,
): Diagnostic[] {
  const isPaged = kernel.pageTable().exists
  const added = processes.filter(({ name }) => name !== undefined && kernel.process(name) === undefined)
  const known = processes.length - added.length
  const room = isPaged ? Math.min(kernel.freeFrameCount(), MOST_PROCESSES - known) : 0
  return [
    ...writtenTwice(processes, kernel.current.name),
    ...added.slice(room, room + 1).map((process) => noRoom(process, isPaged)),
    ...(isPaged ? [] : processes.flatMap((process) => beyondRam(process, ramByteCount))),
  ]
}

/** Regions without a process's name above them are the running one's. */
function writtenTwice(processes: readonly WrittenProcess[], running: string): Diagnostic[] {
  const again = processes.find(({ name }) => name === running)
  if (again === undefined || processes[0]?.name !== undefined) return []
  const { from, to } = again
  return [
    {
      message: `Process ${running} is the running one, and regions above this line are written for it already.`,
      help: `Write process ${running} above its first region, and only there.`,
      ...{ from, to, severity: 'error' },
    },
  ]
}

function noRoom({ name, from, to }: WrittenProcess, isPaged: boolean): Diagnostic {
  return isPaged
    ? {
        message: `There is no room for process ${name}: its page table needs a frame, and there may be ${MOST_PROCESSES} processes.`,
        help: 'Leave a process out, or choose a machine with more RAM.',
        ...{ from, to, severity: 'error' },
      }
    : {
        message: `Without page tables, this machine cannot keep process ${name} apart from the others.`,
        help: 'Choose the scheme one-level or four-level, or the image pair.',
        ...{ from, to, severity: 'error' },
      }
}

function beyondRam({ regions, from, to }: WrittenProcess, ramByteCount: number): Diagnostic[] {
  const region = regions.find(({ end }) => end > BigInt(ramByteCount))
  if (region === undefined) return []
  return [
    {
      message: `Without page tables an address is the number of a byte in RAM, and RAM ends at ${groupedHex(BigInt(ramByteCount))}.`,
      help: `The region that ends at ${groupedHex(region.end)} does not fit.`,
      ...{ from, to, severity: 'error' },
    },
  ]
}
