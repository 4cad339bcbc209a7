import { machineFrom } from '../machine-from.ts'
import { checkTrace, type TraceStep } from '../textbook-trace.ts'

interface RelocationRecord {
  readonly config: { readonly psize: number }
  readonly base: string
  readonly limit: number
  readonly trace: readonly TraceStep[]
}

export function check({ config, base, limit, trace }: RelocationRecord): string | undefined {
  const { memory } = machineFrom(`machine base-limit\nram ${config.psize} bytes\nsegment ${base} ${limit}`)
  return checkTrace(memory, trace, 'general-protection')
}
