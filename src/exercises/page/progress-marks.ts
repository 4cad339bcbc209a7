/** How far the reader has come, quietly, wherever a page lists lessons; and what there is to say about the store. */
import { MIXED_SET } from '#exercises/shared/mixed-set.ts'
import type { ProgressStore } from './progress-store.ts'

/** Fills the marks of a page, and keeps them up to date. */
export function showProgress(document: Document, progress: ProgressStore): void {
  const update = () => {
    for (const mark of document.querySelectorAll<HTMLElement>('[data-progress-of]')) fillMark(mark, progress)
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-resume]'))
      fillResume(link, progress)
    if (progress.notKept) report(document, NOT_KEPT)
  }
  update()
  progress.subscribe(update)
  const { repaired, lost } = progress.damage
  if (repaired + lost > 0) report(document, describeDamage(repaired, lost))
}

const NOT_KEPT =
  'This browser keeps no data for this site, so your progress will be gone when you close the page. You can save it to a file on the progress page.'

/** What is said, once, about records that could not be read. */
export function describeDamage(repaired: number, lost: number): string {
  const parts = [
    repaired > 0
      ? `${countRecords(repaired)} of your progress ${repaired === 1 ? 'was' : 'were'} damaged and ${repaired === 1 ? 'has' : 'have'} been repaired as far as possible.`
      : '',
    lost > 0
      ? `${countRecords(lost)} could not be read and ${lost === 1 ? 'was' : 'were'} put aside; the file that the progress page saves contains ${lost === 1 ? 'it' : 'them'}.`
      : '',
  ]
  return [...parts, 'Everything else is as it was.'].filter((part) => part !== '').join(' ')
}

const countRecords = (count: number) => (count === 1 ? 'One entry' : `${count} entries`)

/** The exercises of a lesson that were passed. */
export function passedIn(lesson: string, progress: Pick<ProgressStore, 'records'>): number {
  return [...progress.records].filter(
    ([key, { state }]) =>
      key.startsWith(`${lesson}/`) && key !== `${lesson}/${MIXED_SET}` && state === 'passed',
  ).length
}

function fillMark(mark: HTMLElement, progress: ProgressStore): void {
  const { progressOf = '', total = '0' } = mark.dataset
  const passed = Math.min(passedIn(progressOf, progress), Number(total))
  mark.hidden = passed === 0
  mark.textContent = passed === Number(total) ? `all ${total} done` : `${passed} of ${total} done`
}

function fillResume(link: HTMLAnchorElement, progress: ProgressStore): void {
  const [lesson, exercise] = progress.last?.split('/') ?? []
  link.hidden = lesson === undefined
  if (lesson !== undefined) link.href = `${link.dataset['resume']}${lesson}/#exercise-${exercise}`
}

function report(document: Document, text: string): void {
  const main = document.querySelector('main')
  if (!main || main.querySelector('.progress-report')) return
  const paragraph = document.createElement('p')
  paragraph.className = 'progress-report'
  paragraph.setAttribute('role', 'status')
  main.prepend(paragraph)
  paragraph.textContent = text
}
