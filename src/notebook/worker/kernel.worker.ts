/**
 * The worker's first lines. They fetch the kernel and, beside it, what the languages of the cells need: a reader on a slow
 * network waits for one of them and not for one after the other, and is told how many are here. What is said before the
 * kernel has come is passed on then.
 */
import type { ToExaminer } from '#exercises/shared/exercise-messages.ts'
import type { Language } from '#notebook/shared/language.ts'
import type { FromKernel, ToKernel } from '#notebook/shared/kernel-messages.ts'

type Said = ToKernel | ToExaminer

/** What is on its way or here, by name. */
const files = new Map<string, Promise<unknown>>()
let [come, of] = [0, 0]
const tell = () => globalThis.postMessage({ type: 'coming', come, of } satisfies FromKernel)

/** Fetches a file once; what did not come may be asked for again. */
function fetchOnce<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  const known = files.get(name) as Promise<Module> | undefined
  if (known) return known
  const file = load().finally(() => {
    come += 1
    tell()
  })
  files.set(name, file)
  file.catch(() => files.delete(name))
  of += 1
  tell()
  return file
}

const assembly = () => fetchOnce('assembly', () => import('./languages/assembly.ts'))
const rust = () => Promise.all([assembly(), fetchOnce('rust', () => import('./languages/rust.ts'))])
const exercises = () =>
  Promise.all([rust(), fetchOnce('exercises', () => import('#exercises/worker/examine.ts'))])
const LARGE: Partial<Record<Language, () => Promise<unknown>>> = { rust, asm: assembly }

/**
 * The kernel asks for these of its own accord, but by then everything else is here, and a reader would wait once more.
 * They are small, and are not counted.
 */
const SMALL = import.meta.glob(['./languages/{access,machine,pages,process}.ts', './views/*-view.ts'])
const reading = () => import('#engine/written-text.ts')

function neededFor(message: Said): ((() => Promise<unknown>) | undefined)[] {
  if (message.type === 'exercise') return [exercises]
  if (message.type !== 'run') return []
  const cells = message.jobs.map(({ cell }) => cell)
  return [
    reading,
    ...cells.map(({ language }) => LARGE[language] ?? SMALL[`./languages/${language}.ts`]),
    ...['console', ...cells.flatMap(({ show }) => show)].map((view) => SMALL[`./views/${view}-view.ts`]),
  ]
}

function fetchAhead(message: Said): void {
  // What does not come is asked for again by the cell that needs it, and told of there.
  for (const fetch of new Set(neededFor(message))) fetch?.().catch(() => {})
}

const said: Said[] = []
let hear: ((message: Said) => void) | undefined
globalThis.addEventListener('message', ({ data }: MessageEvent<Said>) => {
  fetchAhead(data)
  if (hear) hear(data)
  else said.push(data)
})

// Told to the page as an error of the worker's, which a rejected promise is not.
globalThis.addEventListener('unhandledrejection', ({ reason }) => {
  setTimeout(() => {
    throw reason
  })
})

void fetchOnce('kernel', () => import('./kernel.ts')).then((kernel) => {
  hear = kernel.hear
  for (const message of said) hear(message)
})
