/** What lies in the caches: a row for each set, a box for each way, and whose bytes there are in it. */
import { groupedHex } from '#engine/units.ts'
import type { CachesView } from '#notebook/shared/picture-view.ts'
import { fitted, textWidth } from './lettering.ts'
import { NARROW, WIDE, type Box, type Drawing, type Format, type Picture } from './marks.ts'
import { Sheet } from './sheet.ts'

type Cache = CachesView['caches'][number]
type Line = Cache['sets'][number]['lines'][number]

const ROW = 24
const TITLE = 24
const BETWEEN_CACHES = 16
const NUMBERS = 34
const WIDEST = 300
/** Narrower, and nothing can be read in it. */
const READABLE = 44

export function cachesPicture(view: CachesView): Picture {
  return { wide: draw(view, 'wide'), narrow: draw(view, 'narrow'), caption: captionOf(view) }
}

function captionOf({ caches }: CachesView): string {
  const told = caches.map(({ name, design, usedLines, dirtyLines }) => {
    const dirty = dirtyLines === 0 ? '' : `, ${dirtyLines} of them dirty`
    return ` ${name}: ${usedLines} of ${design.lineCount} lines are in use${dirty}.`
  })
  const isDirty = caches.some(({ dirtyLines }) => dirtyLines > 0)
  const meaning = isDirty
    ? ' A line with a D was written to, and what is behind the cache has not been told yet.'
    : ''
  const leaves = caches.some(({ sets }) => sets.some(({ lines }) => lines.some((line) => line.leavesNext)))
    ? ' The line with a thick edge makes room when its set needs it.'
    : ''
  return `What lies in the caches: a row for each set, a box for each way, named by the address in RAM.${told.join('')}${meaning}${leaves}`
}

function draw({ caches }: CachesView, format: Format): Drawing {
  const sheet = new Sheet(format === 'wide' ? WIDE : NARROW)
  let y = 0
  for (const cache of caches) y = drawCache(cache, sheet, y) + BETWEEN_CACHES
  return sheet.drawing(Math.max(y - BETWEEN_CACHES + 4, TITLE))
}

function drawCache(cache: Cache, sheet: Sheet, top: number): number {
  const { name, design, sets } = cache
  const { wayCount } = design
  sheet.text(`${name} title`, name, 'name', 0.5, top + 10)
  const from = 8 + textWidth(name, 'name')
  sheet.text(`${name} design`, fitted(designText(design), 'note', sheet.width - from), 'note', from, top + 10)
  const width = Math.min(WIDEST, (sheet.width - NUMBERS - 1) / wayCount)
  let y = top + TITLE
  for (const { index, lines } of sets) {
    sheet.text(`${name} set ${index}`, String(index), 'faint', NUMBERS - 8, y + ROW / 2, { anchor: 'end' })
    for (let way = 0; way < wayCount; way++) {
      const line = lines.find((each) => each.way === way)
      const place = { x: NUMBERS + way * width, y, width: width - 2, height: ROW - 2 }
      drawLine(sheet, `${name} ${index} ${way}`, line, place)
    }
    y += ROW
  }
  const rest = restText(cache)
  if (rest === '') return y
  sheet.text(`${name} rest`, fitted(rest, 'note', sheet.width - NUMBERS), 'note', NUMBERS, y + ROW / 2)
  return y + ROW
}

function drawLine(
  sheet: Sheet,
  key: string,
  line: Line | undefined,
  place: Pick<Box, 'x' | 'y' | 'width' | 'height'>,
): void {
  if (line === undefined) return sheet.box(key, { ...place, look: 'way empty' })
  const look = `way${line.isDirty ? ' dirty' : ''}${line.leavesNext ? ' next' : ''}`
  const middle = place.height / 2
  const mark = line.isDirty ? textWidth('D', 'name') + 6 : 0
  const room = place.width - 12 - mark
  const address = groupedHex(BigInt(line.start))
  const told = line.whose !== '' && room < textWidth(address, 'digits') + 40 ? line.whose : ''
  const first = told === '' ? address : fitted(told, 'word', room)
  const after = told === '' ? fitted(line.whose, 'note', room - textWidth(address, 'digits') - 8) : ''
  const labels = [
    { key: 'line', text: first, look: told === '' ? 'digits' : 'word', x: 6, middle },
    { key: 'whose', text: after, look: 'note', x: 14 + textWidth(address, 'digits'), middle },
  ] as const
  const dirty = { key: 'dirty', text: 'D', look: 'name', x: place.width - 6, middle, anchor: 'end' } as const
  const fitting = labels.filter(
    ({ text, look: lettering, x }) =>
      text !== '' && text !== '…' && x + textWidth(text, lettering) <= place.width - 4 - mark,
  )
  const isMarked = line.isDirty && place.width >= mark + 6
  sheet.box(key, {
    ...place,
    look,
    things: line.things,
    labels: [...(place.width < READABLE ? [] : fitting), ...(isMarked ? [dirty] : [])],
  })
}

function designText({ setCount, wayCount, lineByteCount, replacement, writes }: Cache['design']): string {
  const sets = `${setCount} ${setCount === 1 ? 'set' : 'sets'} of ${wayCount} ${wayCount === 1 ? 'way' : 'ways'}`
  const rule = wayCount === 1 ? '' : `, ${RULES[replacement]}`
  return `${sets}, lines of ${lineByteCount} bytes${rule}, write-${writes}`
}

const RULES: Readonly<Record<Cache['design']['replacement'], string>> = {
  lru: 'LRU',
  fifo: 'FIFO',
  random: 'random',
  plru: 'tree of bits',
}

/** What is not drawn of it. */
function restText({ sets, hiddenSets, emptySets }: Cache): string {
  const shownEmpty = sets.filter(({ lines }) => lines.length === 0).length
  const empty = emptySets - shownEmpty
  return [
    hiddenSets > 0 ? `${hiddenSets} more sets in use` : '',
    empty > 0 ? `${empty} empty ${empty === 1 ? 'set' : 'sets'}` : '',
  ]
    .filter(Boolean)
    .join(', ')
}
