/** The lesson of the page that is open: its session, and what the session does to the page. */
import { createKernel } from './create-kernel.ts'
import { hash } from '#notebook/shared/hash.ts'
import { showValue } from '#notebook/shared/show-value.ts'
import type { Keeping } from './keeping.ts'
import { writeKept } from './kept-text.ts'
import type { LessonPage } from './lesson-page.ts'
import { LessonSession } from './lesson-session.ts'
import { readLessonData } from './read-lesson-data.ts'
import { isShareLink } from './share-prefix.ts'

const UNREACHABLE =
  'What you wrote here on an earlier visit, or what a link has brought, could not be loaded. It is still there: check your connection and reload the page.'

const GONE = 'After your edit the machine has no such value.'

let session: LessonSession | undefined
let keeping: Promise<Keeping> | undefined

/** The session of this page, begun at the first call; what the reader left on an earlier visit is taken up then. */
export function lessonSession(): LessonSession {
  if (!session) {
    const opened = new LessonSession(openPage(document))
    session = opened
    globalThis.addEventListener('storage', ({ key, newValue }) => {
      if (key === null || isOfEdits(key)) void opened.attend(key, newValue)
    })
    globalThis.addEventListener('hashchange', () => {
      if (isShareLink(location.hash)) void takeUp(opened)
    })
    globalThis.addEventListener('pagehide', () => {
      leave(opened)
    })
    if (hasEdits()) void takeUp(opened)
  }
  return session
}

/** Makes another session the page's: the scratchpad has one of its own. */
export function useSession(other: LessonSession): void {
  session = other
}

/** Whether there is something else to show than what the page was built with: a link's edits, or the reader's own. */
export function hasEdits(): boolean {
  if (!readLessonData(document)) return false
  try {
    return isShareLink(location.hash) || Object.keys(localStorage).some(isOfEdits)
  } catch {
    return false
  }
}

/** Copies of the course under other paths of one origin keep their edits apart. */
const editsKey = () => `pagewalk:${import.meta.env.BASE_URL}:${readLessonData(document)?.id}`
const isOfEdits = (key: string) => key === editsKey() || key.startsWith(`${editsKey()}:`)

function fetchKeeping(): Promise<Keeping> {
  keeping ??= import('./take-up.ts').then(({ openKeeping }) =>
    openKeeping(editsKey(), readLessonData(document)?.cells[0]?.id ?? ''),
  )
  keeping.catch(() => (keeping = undefined))
  return keeping
}

/** The reader goes before what keeps their edits has come: they are put where it will look for them. */
function leave(opened: LessonSession): void {
  for (const { definition, source } of opened.unkept) {
    const place = `${editsKey()}:${definition.id}`
    const asVersion = { inFavourOf: 'tab', isOpen: true, at: Date.now() }
    try {
      const isFree = localStorage.getItem(place) === null
      const text = writeKept({ original: hash(definition.source), ...(isFree ? {} : asVersion) }, source)
      localStorage.setItem(isFree ? place : `${place}@${hash(source)}`, text)
    } catch {
      // No storage, or no room in it; nobody is there any more to be told.
    }
  }
}

async function takeUp(opened: LessonSession): Promise<void> {
  const module = await import('./take-up.ts').catch(() => undefined)
  if (module) await module.takeUp(opened, await fetchKeeping())
  else document.querySelector('article')?.before(UNREACHABLE)
}

function openPage(document: Document): LessonPage {
  const data = readLessonData(document)
  if (!data) throw new Error('the page has no lesson')
  return {
    cells: data.cells,
    keeping: fetchKeeping,
    createWorker: createKernel,
    factsAskedOf: (cell) => [
      ...new Set(proseFacts(document, cell).map((element) => element.dataset['fact'] ?? '')),
    ],
    showFacts: (cell, facts) => showFacts(document, cell, facts),
    factsShownBy: (cell) => factsShownBy(document, cell),
  }
}

/** Values in the text, and words that speak of one. */
function proseFacts(document: Document, cell: string): HTMLElement[] {
  return [
    ...document.querySelectorAll<HTMLElement>(`:is(data.fact, a.part)[data-cell="${CSS.escape(cell)}"]`),
  ]
}

function showFacts(document: Document, cell: string, facts: Readonly<Record<string, string>>): void {
  for (const element of proseFacts(document, cell)) {
    const value = facts[element.dataset['fact'] ?? '']
    if (!(element instanceof HTMLDataElement)) {
      element.dataset['value'] = value ?? ''
      continue
    }
    const changed = element.value !== (value ?? '')
    element.classList.toggle('changed', changed)
    // Most values stay as they are; written again, they would make the browser lay out the whole text.
    if (changed) showFact(element, value)
  }
}

function showFact(element: HTMLDataElement, value: string | undefined): void {
  const { fact, form } = element.dataset
  element.value = value ?? ''
  element.textContent =
    value === undefined ? '\u2014' : showValue(value, form === 'short' ? 'short' : 'full', fact)
  if (value === undefined) element.title = GONE
  else element.removeAttribute('title')
}

function factsShownBy(document: Document, cell: string): Map<string, string> {
  const shown = document.querySelectorAll<HTMLDataElement>(
    `[data-view][data-cell="${CSS.escape(cell)}"] data[data-fact]`,
  )
  return new Map([...shown].map((element) => [element.dataset['fact'] ?? '', element.value]))
}
