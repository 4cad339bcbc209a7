/** What only long runs need: fetched when one has proved to be long, and imported for what it does. */
import { compiledLoop } from '#engine/cpu/compiled/compiled-loop.ts'
import { providePlainLoop } from '#engine/cpu/cpu.ts'

providePlainLoop(compiledLoop())
