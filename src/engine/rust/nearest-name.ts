const LONGEST_COMPARED = 40
const MOST_COMPARED = 1000

/**
 * The candidate that a mistyped name was probably meant to be, by rustc's rule: the same but for case, or at most
 * a third of its letters inserted, deleted, changed, or exchanged with their neighbour.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > LONGEST_COMPARED) return undefined
  let [nearest, least] = [undefined as string | undefined, Math.floor(Math.max(name.length, 3) / 3) + 1]
  let compared = 0
  for (const candidate of candidates) {
    if (compared++ > MOST_COMPARED) break
    if (candidate.toLowerCase() === name.toLowerCase()) return candidate
    if (Math.abs(candidate.length - name.length) >= least) continue
    const distance = editDistance(name, candidate)
    if (distance < least) [nearest, least] = [candidate, distance]
  }
  return nearest
}

/** Levenshtein's distance, with an exchange of neighbours counted once. Three rows of the table are kept. */
function editDistance(first: string, second: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: second.length + 1 }, (_, column) => column)
  for (let row = 1; row <= first.length; row++) {
    const current = [row]
    for (let column = 1; column <= second.length; column++) {
      current.push(cheapest(first, second, row, column, [beforeLast, last, current]))
    }
    beforeLast = last
    last = current
  }
  return last[second.length] ?? 0
}

function cheapest(
  first: string,
  second: string,
  row: number,
  column: number,
  rows: [number[], number[], number[]],
): number {
  const [beforeLast, last, current] = rows
  const at = (cells: number[], index: number) => cells[index] ?? Infinity
  const isSame = first[row - 1] === second[column - 1]
  const isExchanged = first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1]
  return Math.min(
    at(last, column) + 1,
    at(current, column - 1) + 1,
    at(last, column - 1) + (isSame ? 0 : 1),
    isExchanged ? at(beforeLast, column - 2) + 1 : Infinity,
  )
}
