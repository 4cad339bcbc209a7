/** What is made of two pads: another's cells below one's own, and one's own without a step. Fetched when it is needed. */
import { newId, type Pad, type PadCell } from './pad.ts'

/**
 * The cells of another pad below one's own, under names of their own. Cells that go on from one another come
 * together, and not where the same ones are here already.
 */
export function joined(own: Pad, other: Pad): Pad {
  const known = new Set(chainsOf(own).map(describeChain))
  const news = chainsOf(other).filter((chain) => !known.has(describeChain(chain)))
  return news.flat().reduce<Pad>((pad, cell) => [...pad, { ...cell, id: newId(pad) }], own)
}

/** The pad with a second cell like that one below it, which starts from the same machine. */
export function copied(pad: Pad, id: string): Pad {
  return pad.flatMap((cell) => (cell.id === id ? [cell, { ...cell, id: newId(pad) }] : [cell]))
}

/** Cells up to the next that starts from a machine of its own. */
function chainsOf(pad: Pad): Pad[] {
  const chains: PadCell[][] = []
  for (const cell of pad) {
    if (cell.follows && chains.length > 0) chains.at(-1)!.push(cell)
    else chains.push([cell])
  }
  return chains
}

function describeChain(chain: Pad): string {
  return JSON.stringify(
    chain.map(({ language, source, image, scheme, layout, hardware }) => [
      ...[language, source, image, scheme, layout, hardware],
    ]),
  )
}

/**
 * The pad without the step that led from one to another. What has happened besides, here or in another tab, stays: cells
 * are told by their names and not by their places.
 */
export function undone(now: Pad, before: Pad, after: Pad): Pad {
  const has = (pad: Pad, id: string) => pad.some((cell) => cell.id === id)
  const staying = now.filter(({ id }) => has(before, id) || !has(after, id))
  const old = before.filter(({ id }) => has(staying, id) || !has(after, id))
  const restored = old.map((cell) => {
    const current = staying.find(({ id }) => id === cell.id)
    return current === undefined || isChanged(after, cell)
      ? { ...cell, source: (current ?? cell).source }
      : current
  })
  return staying
    .filter(({ id }) => !has(before, id))
    .reduce<Pad>((pad, cell) => insertedAfter(pad, staying[staying.indexOf(cell) - 1]?.id, cell), restored)
}

function isChanged(after: Pad, cell: PadCell): boolean {
  const then = after.find(({ id }) => id === cell.id)
  return (
    then !== undefined && JSON.stringify({ ...then, source: '' }) !== JSON.stringify({ ...cell, source: '' })
  )
}

function insertedAfter(pad: Pad, id: string | undefined, cell: PadCell): Pad {
  const at = pad.findIndex((each) => each.id === id) + 1
  return [...pad.slice(0, at), cell, ...pad.slice(at)]
}
