/** Whether a reader has any progress is all that a page finds out at first; what reads it is fetched where they have. */
import { PROGRESS_PREFIX } from './progress-prefix.ts'

/** Opens the store where something is kept already, and else when another tab has kept something. */
export function takeUpProgress(): void {
  if (hasProgress()) void open()
  else
    globalThis.addEventListener('storage', ({ key }) => {
      if (key?.startsWith(PROGRESS_PREFIX)) void open()
    })
}

function hasProgress(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(PROGRESS_PREFIX))
  } catch {
    return false
  }
}

/** Without a connection the page has its lists all the same. */
async function open(): Promise<void> {
  const module = await import('./progress-in-browser.ts').catch(() => undefined)
  module?.pageProgress()
}
