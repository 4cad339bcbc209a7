/** The living parts of the front page: one session for all of them, fetched at the first touch of any. */
import { mount } from 'svelte'
import { createKernel } from '#notebook/page/create-kernel.ts'
import { LessonSession } from '#notebook/page/lesson-session.ts'
import { readLessonData } from '#notebook/page/read-lesson-data.ts'
import EditedLine from './EditedLine.svelte'
import VisitedTime from './VisitedTime.svelte'

let opened: LessonSession | undefined

/** Nothing that is written here is kept. */
function session(): LessonSession {
  opened ??= new LessonSession({
    cells: readLessonData(document)?.cells ?? [],
    createWorker: createKernel,
    factsAskedOf: () => [],
    showFacts: () => undefined,
    factsShownBy: () => new Map(),
  })
  return opened
}

/** Lets a control move its picture from now on. */
export function bringToLife(place: HTMLElement, input: HTMLInputElement): void {
  const { shows = '', edits, line } = place.dataset
  const built = place.querySelector<HTMLElement>('.built')
  const said = place.querySelector<HTMLElement>('.said')
  if (!said) return
  const props = { session: session(), shows, input, said, hideBuilt: () => built?.remove() }
  const target = place.querySelector('.moves') ?? place
  if (edits === undefined) mount(VisitedTime, { target, props })
  else mount(EditedLine, { target, props: { ...props, edits, line: Number(line) } })
}
