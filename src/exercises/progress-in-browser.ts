/** The reader's progress, as the parts of a page share it. */
import { ProgressStore } from './progress-store.ts'

let store: ProgressStore | undefined

/** Copies of the course under other paths of one origin keep their progress apart; other tabs' work is taken up. */
export function pageProgress(): ProgressStore {
  if (store) return store
  const opened = new ProgressStore(
    `pagewalk:${import.meta.env.BASE_URL}:progress:`,
    () => globalThis.localStorage,
  )
  globalThis.addEventListener('storage', ({ key }) => opened.reread(key))
  store = opened
  return opened
}
