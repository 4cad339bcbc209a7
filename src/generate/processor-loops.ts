import { emitLoops } from '#engine/cpu/emit-loops.ts'
import type { GeneratedFile } from './generated-file.ts'

/** The processor's loops, from the rows of the instruction table. */
export function processorLoops(): GeneratedFile[] {
  const { recorded, plain } = emitLoops()
  const source = 'the instruction table'
  return [
    { path: 'src/engine/cpu/loops.generated.ts', text: recorded, source },
    { path: 'src/engine/cpu/plain-loop.generated.ts', text: plain, source },
  ]
}
