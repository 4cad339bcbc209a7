import { writeFileSync } from 'node:fs'
import { emitLoops } from '#engine/cpu/emit-loops.ts'

/** `npm run processor`: writes the processor's loops from the rows of the instruction table. */
writeFileSync(new URL('../engine/cpu/loops.ts', import.meta.url), emitLoops())
