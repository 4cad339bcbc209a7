/**
 * The worker's first lines. They fetch the kernel and, beside it, what the language of the first cell needs: a reader on
 * a slow network waits for one of them and not for one after the other. What is said meanwhile is passed on.
 */
import type { ToExaminer } from '#exercises/shared/exercise-messages.ts'
import type { Language } from '#notebook/shared/language.ts'
import type { ToKernel } from '#notebook/shared/kernel-messages.ts'

type Said = MessageEvent<ToKernel | ToExaminer>

const assembly = () => import('./languages/assembly.ts')
const rust = () => Promise.all([assembly(), import('./languages/rust.ts')])
const exercises = () => Promise.all([rust(), import('#exercises/worker/examine.ts')])
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

void import('./kernel.ts').then(({ hear }) => {
  globalThis.removeEventListener('message', listen)
  globalThis.addEventListener('message', ({ data }: Said) => hear(data))
  for (const { data } of said) hear(data)
})
