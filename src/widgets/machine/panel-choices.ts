import type { ViewName } from '#notebook/shared/view.ts'
import { VIEW_NAMES, VIEWS } from '../output/views.ts'

const KEY = `pagewalk:${import.meta.env.BASE_URL}:machine`

/** What is open until a reader chooses otherwise. */
const FIRST_VIEWS = VIEW_NAMES.filter((name) => VIEWS[name].isOpenAtFirst)

/** The views that the reader had open last; where the browser has kept nothing, the first ones. */
export function readChoices(): readonly ViewName[] {
  try {
    const kept: unknown = JSON.parse(globalThis.localStorage.getItem(KEY) ?? 'null')
    if (!Array.isArray(kept)) return FIRST_VIEWS
    return VIEW_NAMES.filter((name) => kept.includes(name))
  } catch {
    return FIRST_VIEWS
  }
}

/** A browser that keeps nothing costs only that. */
export function keepChoices(views: readonly ViewName[]): void {
  try {
    globalThis.localStorage.setItem(KEY, JSON.stringify(views))
  } catch {
    // The views are open all the same.
  }
}
