import { emitLoops } from '#engine/cpu/emit-loops.ts'
import type { GeneratedFile } from './generated-file.ts'

/** The processor's loops, from the rows of the instruction table. */
export function processorLoops(): GeneratedFile[] {
  return [{ path: 'src/engine/cpu/loops.generated.ts', text: emitLoops(), source: 'the instruction table' }]
}
