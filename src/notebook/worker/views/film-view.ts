import { numberExpression, subject } from '#engine/facts/fact.ts'
import { hex } from '#engine/units.ts'
import { shownAt, tellMoments } from './moments.ts'
import type { ViewInput } from './view-input.ts'
import type { FilmView } from '#notebook/shared/view.ts'

const WORD = 8n
const MOST_BYTES = 64n

/** The bytes around the frame at the function's entry and after each instruction: one row a moment. */
export function filmView({ machine, recording, facts }: ViewInput): FilmView | undefined {
  const stackPointers = tellMoments(recording, () => machine.registers.get('rsp'))
  const [atEntry] = stackPointers
  if (atEntry === undefined) return undefined
  const { start, byteCount } = windowOf(atEntry, stackPointers)
  const window = subject('memory', numberExpression(start), byteCount)
  const rows = tellMoments(recording, (moment, text) => {
    const bytes = shownAt(facts, moment, { subject: window, property: '' })
    return bytes ? [{ text, bytes }] : []
  })
  const words = Array.from({ length: byteCount / Number(WORD) }, (_, word) =>
    hex(start + WORD * BigInt(word)),
  )
  return { kind: 'film', words, rows: rows.flat() }
}

/** From the word below the lowest RSP up to and with the return address, but no more than fits a page. */
function windowOf(atEntry: bigint, stackPointers: readonly bigint[]): { start: bigint; byteCount: number } {
  const end = BigInt.asUintN(64, atEntry + WORD)
  const lowest = stackPointers.reduce((low, rsp) => (rsp < low ? rsp : low), atEntry)
  const below = lowest - (lowest % WORD) - WORD
  const start = below < 0n || end - below > MOST_BYTES ? end - MOST_BYTES : below
  return { start: BigInt.asUintN(64, start), byteCount: Number(BigInt.asUintN(64, end - start)) }
}
