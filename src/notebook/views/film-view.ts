import { hex } from '#engine/units.ts'
import { executedTexts, MOST_MOMENTS, momentText } from './executed-texts.ts'
import type { ViewInput } from './view-input.ts'
import type { FilmView } from './view.ts'

const WORD = 8n
const MOST_BYTES = 64n

/** The bytes around the frame at the function's entry and after each instruction: one row a moment. */
export function filmView({ machine, facts }: ViewInput): FilmView | undefined {
  const stackPointers: bigint[] = []
  for (let moment = 0; moment < MOST_MOMENTS; moment++) {
    const rsp = facts.text(`after(${moment}).registers.rsp`)
    if (rsp === undefined) break
    stackPointers.push(BigInt(rsp))
  }
  const [atEntry] = stackPointers
  if (atEntry === undefined) return undefined
  const { start, byteCount } = windowOf(atEntry, stackPointers)
  const texts = executedTexts(machine)
  const rows = stackPointers.flatMap((_, moment) => {
    const bytes = facts.get(`after(${moment}).memory(${hex(start)}, ${byteCount})`)
    return bytes ? [{ text: momentText(texts, moment), bytes }] : []
  })
  const words = Array.from({ length: byteCount / Number(WORD) }, (_, word) =>
    hex(start + WORD * BigInt(word)),
  )
  return { kind: 'film', words, rows }
}

/** From the word below the lowest RSP up to and with the return address, but no more than fits a page. */
function windowOf(atEntry: bigint, stackPointers: readonly bigint[]): { start: bigint; byteCount: number } {
  const end = atEntry + WORD
  const lowest = stackPointers.reduce((low, rsp) => (rsp < low ? rsp : low), atEntry)
  const below = lowest - (lowest % WORD) - WORD
  const start = end - below > MOST_BYTES ? end - MOST_BYTES : below
  return { start, byteCount: Number(end - start) }
}
