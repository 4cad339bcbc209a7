/** The lesson of the page that is open: its session, and what the session does to the page. */
import { createKernel } from './create-kernel.ts'
import { showValue } from './show-value.ts'
import { LESSON_DATA_ID, type LessonData } from './lesson-data.ts'
import type { LessonPage } from './lesson-page.ts'
import { LessonSession } from './lesson-session.ts'
import { isShareLink } from './share-prefix.ts'
import { cellsThatDiffer, StoredEdits } from './stored-edits.ts'

const GONE = 'After your edit the machine has no such value.'

let session: LessonSession | undefined

/** The session of this page, begun at the first call; what the reader left on an earlier visit is taken up then. */
export function lessonSession(): LessonSession {
  if (!session) {
    const page = openPage(document)
    const opened = new LessonSession(page)
    session = opened
    globalThis.addEventListener('storage', ({ key, oldValue, newValue }) => {
      if (key === page.edits.key) opened.reread(cellsThatDiffer(oldValue, newValue))
    })
    if (isShareLink(location.hash)) void takeLink(session, location.hash)
    else session.restore()
  }
  return session
}

/** Makes another session the page's: the scratchpad has one of its own. */
export function useSession(other: LessonSession): void {
  session = other
}

/** Whether there is something else to show than what the page was built with: a link's edits, or the reader's own. */
export function hasEdits(): boolean {
  const data = readLessonData(document)
  return data !== undefined && (isShareLink(location.hash) || storedEdits(data).cells.length > 0)
}

/** Once read, the edits leave the address: a reload then shows what the reader has made of them. */
async function takeLink(opened: LessonSession, fragment: string): Promise<void> {
  const { readFragment } = await import('./share-link.ts')
  const link = await readFragment(fragment)
  const shared = link.kind === 'sources' ? link.sources : undefined
  opened.restore(shared)
  const [first] = shared?.keys() ?? []
  history.replaceState(history.state, '', first === undefined ? location.pathname : `#cell-${first}`)
  if (first !== undefined) document.getElementById(`cell-${first}`)?.scrollIntoView()
  if (link.kind === 'unreadable') sayAbove(document, link.message)
}

/** Says something about the whole page, above its text. */
function sayAbove(document: Document, message: string): void {
  const said = document.createElement('p')
  said.role = 'status'
  said.className = 'page-message'
  said.textContent = message
  document.querySelector('article')?.before(said)
}

function openPage(document: Document): LessonPage {
  const data = readLessonData(document)
  if (!data) throw new Error('the page has no lesson')
  return {
    cells: data.cells,
    edits: storedEdits(data),
    createWorker: createKernel,
    factsAskedOf: (cell) => [
      ...new Set(proseFacts(document, cell).map((element) => element.dataset['fact'] ?? '')),
    ],
    showFacts: (cell, facts) => showFacts(document, cell, facts),
    factsShownBy: (cell) => factsShownBy(document, cell),
  }
}

function readLessonData(document: Document): LessonData | undefined {
  const text = document.getElementById(LESSON_DATA_ID)?.textContent
  return text ? (JSON.parse(text) as LessonData) : undefined
}

/** Copies of the course under other paths of one origin keep their edits apart. */
function storedEdits(data: LessonData): StoredEdits {
  return new StoredEdits(`pagewalk:${import.meta.env.BASE_URL}:${data.id}`, () => globalThis.localStorage)
}

function proseFacts(document: Document, cell: string): HTMLDataElement[] {
  return [...document.querySelectorAll<HTMLDataElement>(`data.fact[data-cell="${CSS.escape(cell)}"]`)]
}

function showFacts(document: Document, cell: string, facts: Readonly<Record<string, string>>): void {
  for (const element of proseFacts(document, cell)) {
    const value = facts[element.dataset['fact'] ?? '']
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
    `[data-view] data[data-cell="${CSS.escape(cell)}"]`,
  )
  return new Map([...shown].map((element) => [element.dataset['fact'] ?? '', element.value]))
}
