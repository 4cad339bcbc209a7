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
const AHEAD: Partial<Record<Language, () => Promise<unknown>>> = { rust, asm: assembly }

function fetchAhead(message: Said): void {
  const languages = message.type === 'run' ? message.jobs.map(({ cell }) => cell.language) : []
  const needed =
    message.type === 'exercise' ? [exercises] : [...new Set(languages)].map((name) => AHEAD[name])
  // What does not come is asked for again by the cell that needs it, and told of there.
  for (const fetch of needed) fetch?.().catch(() => {})
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
