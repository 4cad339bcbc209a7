import { shownTitle } from '#notebook/shared/cell.ts'
import type { LessonSession } from './lesson-session.ts'

/**
 * Runs every cell, in order.
 * @returns what came of it in a sentence, once every cell has its answer: to who does not see the cells change
 */
export function runAllCells(session: LessonSession): Promise<string> {
  const ids = session.page.cells.map(({ id }) => id)
  const before = new Map(ids.map((id) => [id, session.cell(id).count]))
  const isAnswered = (id: string) =>
    !session.has(id) || session.cell(id).count !== before.get(id) || session.cell(id).state === 'interrupted'
  session.runEverything()
  return new Promise((resolve) => {
    const unsubscribes = ids.map((id) => session.subscribe(id, look))
    function look(): void {
      if (!ids.every(isAnswered)) return
      for (const unsubscribe of unsubscribes) unsubscribe()
      resolve(outcome(session, ids))
    }
  })
}

function outcome(session: LessonSession, ids: readonly string[]): string {
  const left = ids.filter((id) => session.has(id)).map((id) => session.cell(id))
  const named = (state: string) =>
    left.filter((cell) => cell.state === state).map(({ definition }) => `“${shownTitle(definition)}”`)
  const [mistaken, stopped] = [named('diagnostic'), named('interrupted')]
  return [
    `${ids.length === 1 ? 'The cell has' : `All ${ids.length} cells have`} run.`,
    ...(mistaken.length > 0 ? [`A mistake is in ${mistaken.join(', ')}.`] : []),
    ...(stopped.length > 0 ? [`Stopped: ${stopped.join(', ')}.`] : []),
  ].join(' ')
}
