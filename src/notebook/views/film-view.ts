import { hex } from '#engine/units.ts'
import { lookAtMoments } from './moments.ts'
import type { ViewInput } from './view-input.ts'
import type { FilmView } from './view.ts'

const WORD = 8n
const MOST_BYTES = 64n

/** The bytes around the frame at the function's entry and after each instruction: one row a moment. */
export function filmView(input: ViewInput): FilmView | undefined {
  const { facts } = input
  const stackPointers = lookAtMoments(input, () => BigInt(facts.need('registers.rsp').value)).moments.map(
    ({ seen }) => seen,
  )
  const [atEntry] = stackPointers
  if (atEntry === undefined) return undefined
  const { start, byteCount } = windowOf(atEntry, stackPointers)
  const memory = `memory(${hex(start)}, ${byteCount})`
  const { moments } = lookAtMoments(input, () => facts.text(memory))
  const rows = moments.flatMap(({ text, seen }, moment) =>
    seen === undefined ? [] : [{ text, bytes: { fact: `after(${moment}).${memory}`, value: seen } }],
  )
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
