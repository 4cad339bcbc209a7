import type { Machine } from '#engine/machine/machine.ts'
import type { PageOwner, PageReclaim, ReclaimablePage } from '#engine/os/page-reclaim.ts'
import { chooseVictim } from '#engine/os/replacement.ts'
import { startOf } from '#engine/memory/scheme.ts'
import { hex } from '#engine/units.ts'
import { defined } from '#notebook/shared/defined.ts'
import { thingText } from '#notebook/shared/thing.ts'
import type { SwapView } from '#notebook/shared/machine-view.ts'
import type { AtOneMoment } from './view-input.ts'

const COUNTS: readonly (readonly [fact: string, name: string])[] = [
  ['os.majorFaults', 'read back'],
  ['os.pagesSwappedOut', 'written out'],
  ['os.pagesDropped', 'given up without writing'],
]

/** The pages that compete for RAM, in the order of their arrival, and those that are in the swap area. */
export function swapView({ machine, facts }: Pick<AtOneMoment, 'machine' | 'facts'>): SwapView {
  const reclaim = machine.kernel.linux?.paging.reclaim
  if (reclaim === undefined) return { kind: 'swap', resident: [], places: [], counts: [] }
  const pages = reclaim.pages()
  const victim = pages.length === 0 ? undefined : chooseVictim(reclaim.policy, pages).victim
  return {
    kind: 'swap',
    design: { placeCount: reclaim.area.pageCount, replacement: reclaim.policy },
    resident: pages.map((page) => residentRow(page, machine, reclaim, page === victim)),
    places: placesOf(reclaim, machine),
    counts: COUNTS.map(([fact, name]) => ({ name, value: facts.need(fact) })),
  }
}

function residentRow(
  page: ReclaimablePage,
  { kernel, memory }: Machine,
  { policy }: PageReclaim,
  leavesNext: boolean,
): SwapView['resident'][number] {
  const { base, owners, isAccessed, isClean, usedNext } = page
  const { frames } = kernel.linux!
  const place = frames.placeOf(base)
  const byteCount = frames.frameByteCount
  const physical = thingText({ kind: 'physical', start: BigInt(place), byteCount })
  const flags: [boolean, string][] = [
    [isAccessed, 'A'],
    [!isClean, 'D'],
  ]
  return {
    ...ownersText(owners),
    things: `${owners.map(({ page: number }) => virtualThing(memory, number)).join(' ')} ${physical}`,
    frameBase: hex(place),
    flags: flags.filter(([isSet]) => isSet).map(([, name]) => name),
    ...defined({
      place: frames.keptPlace(base),
      usedNext: policy === 'optimal' && usedNext < Infinity ? usedNext : undefined,
      leavesNext: leavesNext || undefined,
    }),
  }
}

/** Places that hold the only copy of a page. */
function placesOf(reclaim: PageReclaim, { memory }: Machine): SwapView['places'] {
  const places = Array.from({ length: reclaim.area.pageCount }, (_, place) => place)
  return places
    .filter((place) => reclaim.area.useCount(place) > 0)
    .flatMap((place) => {
      const owners = reclaim.ownersOf(place)
      if (owners.length === 0) return []
      return [
        {
          place,
          ...ownersText(owners),
          things: owners.map(({ page }) => virtualThing(memory, page)).join(' '),
        },
      ]
    })
}

function ownersText(owners: readonly PageOwner[]): { readonly page: string; readonly processes: string } {
  const names = [...new Set(owners.map(({ process }) => process.name))]
  return { page: hex(owners[0]!.page), processes: names.join(', ') }
}

function virtualThing({ scheme }: Machine['memory'], page: PageOwner['page']): string {
  return thingText({ kind: 'virtual', start: startOf(scheme, page), byteCount: 2 ** scheme.pageBits })
}
