/** Which page leaves when another needs its frame: the textbooks' policies, as functions of what an OS may know. */

export type ReplacementName = 'fifo' | 'clock' | 'lru' | 'optimal'

/** A page in RAM, as a policy sees it. Times are numbers that only grow. */
export interface ResidentPage {
  readonly arrivedAt: number
  /** When it was used last. Only `lru` asks, and no processor can tell: it would have to write it down at every access. */
  readonly usedAt: number
  /** The accessed bit: whether it was used since the policy cleared it. */
  readonly isAccessed: boolean
  /** When it will be used next; Infinity for never. Only `optimal` asks, and only a recording can tell. */
  readonly usedNext: number
}

export interface Choice<Page> {
  /** The one that leaves. */
  readonly victim: Page
  /** Those that were passed over: their accessed bits are cleared, and they count as newly arrived, in this order. */
  readonly spared: readonly Page[]
}

type Policy = <Page extends ResidentPage>(pages: readonly Page[]) => Choice<Page>

const POLICIES: Readonly<Record<ReplacementName, Policy>> = {
  fifo: (pages) => ({ victim: least(pages, ({ arrivedAt }) => arrivedAt), spared: [] }),
  clock: secondChance,
  lru: (pages) => ({ victim: least(pages, ({ usedAt }) => usedAt), spared: [] }),
  optimal: (pages) => ({ victim: least(pages, ({ usedNext }) => -usedNext), spared: [] }),
}

/**
 * Chooses the page that leaves; where a policy cannot decide, the one that came first.
 * @throws RangeError where there is no page
 */
export function chooseVictim<Page extends ResidentPage>(
  policy: ReplacementName,
  pages: readonly Page[],
): Choice<Page> {
  if (pages.length === 0) throw new RangeError('a page can only leave where there is one')
  return POLICIES[policy](byArrival(pages))
}

/** The hand of the clock passes over pages that were used, in the order of their arrival, and clears their bits. */
function secondChance<Page extends ResidentPage>(pages: readonly Page[]): Choice<Page> {
  const unused = pages.findIndex(({ isAccessed }) => !isAccessed)
  const spared = unused < 0 ? pages : pages.slice(0, unused)
  return { victim: pages[Math.max(0, unused)]!, spared: spared.filter((page) => page !== pages[unused]) }
}

function byArrival<Page extends ResidentPage>(pages: readonly Page[]): Page[] {
  return [...pages].sort((one, other) => one.arrivedAt - other.arrivedAt)
}

/** The first of those with the least value. */
function least<Page>(pages: readonly Page[], value: (page: Page) => number): Page {
  return pages.reduce((best, page) => (value(page) < value(best) ? page : best))
}
