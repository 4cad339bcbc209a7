/** Whether a reader has any progress is all that a page finds out at first; what reads it is fetched where they have. */

/** How the name of everything in the browser's storage that is progress begins. Copies of the course under other paths of one origin keep theirs apart. */
export const PROGRESS_PREFIX = `pagewalk:${import.meta.env.BASE_URL}:progress:`

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
