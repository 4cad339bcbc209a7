/** Imported for what it does: runs that are not recorded are fast from then on. */
import { providePlainLoop } from './cpu.ts'
import { runPlain } from './plain-loop.generated.ts'

providePlainLoop(runPlain)
