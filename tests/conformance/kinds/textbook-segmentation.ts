import { machineFrom } from '../machine-from.ts'
import { checkTrace, type TraceStep } from '../textbook-trace.ts'

interface SegmentationRecord {
  readonly config: { readonly asize: number; readonly psize: number }
  readonly segments: readonly { readonly base: string; readonly limit: number }[]
  readonly trace: readonly TraceStep[]
}

export function check({ config, segments, trace }: SegmentationRecord): string | undefined {
  const { asize, psize } = config
  const lines = segments.map(({ base, limit }) => `segment ${base} ${limit}`)
  const { memory } = machineFrom(
    ['machine segments', `addresses ${Math.log2(asize)} bits`, `ram ${psize} bytes`, ...lines].join('\n'),
  )
  return checkTrace(memory, trace, 'general-protection')
}
