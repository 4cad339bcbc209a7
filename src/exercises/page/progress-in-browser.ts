/** The reader's progress, as the parts of a page share it. */
import { showProgress } from './progress-marks.ts'
import { PROGRESS_PREFIX } from './progress-prefix.ts'
import { ProgressStore } from './progress-store.ts'

let store: ProgressStore | undefined

/** Opened at the first call, from when on the page's marks show what is in it; other tabs' work is taken up. */
export function pageProgress(): ProgressStore {
  if (store) return store
  const opened = new ProgressStore(PROGRESS_PREFIX, () => globalThis.localStorage)
  globalThis.addEventListener('storage', ({ key }) => opened.reread(key))
  store = opened
  showProgress(document, opened)
  return opened
}
