import { Journal } from '#engine/journal.ts'
import { Memory } from '#engine/memory/memory.ts'
import { SCHEMES } from '#engine/memory/scheme.ts'
import { checkTrace, type TraceStep } from '../textbook-trace.ts'

interface RelocationRecord {
  readonly config: { readonly psize: number }
  readonly base: string
  readonly limit: number
  readonly trace: readonly TraceStep[]
}

export function check({ config, base, limit, trace }: RelocationRecord): string | undefined {
  const memory = new Memory(new Journal(Math.ceil(config.psize / 4096) * 4096), SCHEMES['base-limit'])
  memory.setSegment(0, { base: Number(base), limit })
  return checkTrace(memory, trace, 'general-protection')
}
