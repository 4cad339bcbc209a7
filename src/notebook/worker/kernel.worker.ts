/**
 * The worker's first lines. They fetch the kernel and, beside it, what the language of the first cell needs: a reader on
 * a slow network waits for one of them and not for one after the other. What is said meanwhile is passed on.
 */
import type { ToExaminer } from '#exercises/shared/exercise-messages.ts'
import type { Language } from '#notebook/shared/language.ts'
import type { FromKernel, ToKernel } from '#notebook/shared/kernel-messages.ts'

type Said = MessageEvent<ToKernel | ToExaminer>

/** How many files are waited for, and have come: a page on a slow network says so. */
let [of, come] = [0, 0]
const tell = () => globalThis.postMessage({ type: 'coming', come, of } satisfies FromKernel)

function counted<Module>(file: Promise<Module>): Promise<Module> {
  of += 1
  tell()
  return file.finally(() => {
    come += 1
    tell()
  })
}

const assembly = () => counted(import('./languages/assembly.ts'))
const rust = () => Promise.all([assembly(), counted(import('./languages/rust.ts'))])
const exercises = () => Promise.all([rust(), counted(import('#exercises/worker/examine.ts'))])
const AHEAD: Partial<Record<Language, () => Promise<unknown>>> = { rust, asm: assembly }

const said: Said[] = []
const listen = (event: Said) => {
  said.push(event)
  const { data } = event
  const languages = data.type === 'run' ? data.jobs.map(({ cell }) => cell.language) : []
  const needed = data.type === 'exercise' ? [exercises] : [...new Set(languages)].map((name) => AHEAD[name])
  // What does not come is asked for again by the cell that needs it, and told of there.
  for (const fetch of needed) fetch?.().catch(() => {})
}
globalThis.addEventListener('message', listen)

// Told to the page as an error of the worker's, which a rejected promise is not.
globalThis.addEventListener('unhandledrejection', ({ reason }) => {
  setTimeout(() => {
    throw reason
  })
})

void counted(import('./kernel.ts')).then(({ hear }) => {
  globalThis.removeEventListener('message', listen)
  globalThis.addEventListener('message', ({ data }: Said) => hear(data))
  for (const { data } of said) hear(data)
})
