import { Journal } from '#engine/journal.ts'
import { Memory } from '#engine/memory/memory.ts'
import { segmentedScheme } from '#engine/memory/scheme.ts'
import { checkTrace, type TraceStep } from '../textbook-trace.ts'

interface SegmentationRecord {
  readonly config: { readonly asize: number; readonly psize: number }
  readonly segments: readonly { readonly base: string; readonly limit: number }[]
  readonly trace: readonly TraceStep[]
}

export function check({ config, segments, trace }: SegmentationRecord): string | undefined {
  const { asize, psize } = config
  const memory = new Memory(new Journal(Math.ceil(psize / 4096) * 4096), segmentedScheme(Math.log2(asize)))
  segments.forEach(({ base, limit }, number) => {
    memory.setSegment(number, { base: Number(base), limit })
  })
  return checkTrace(memory, trace, 'general-protection')
}
