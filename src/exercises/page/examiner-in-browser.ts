/** The examiner that the exercises of a page share. */
import { createKernel } from '#notebook/page/create-kernel.ts'
import { Examiner, type LoadExercises } from './examiner.ts'

let examiner: Examiner | undefined

/** Its worker is the kernel's, in an instance of its own: cells that run go on undisturbed. */
export function pageExaminer(): Examiner {
  examiner ??= new Examiner(createKernel, loadExercises)
  return examiner
}

const loadExercises: LoadExercises = async (lesson) => {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '')
  const { lang } = document.documentElement
  const response = await fetch(`${base}${lang === 'en' ? '' : `/${lang}`}/exercises/${lesson}.json`)
  if (!response.ok) throw new Error(`${response.status}`)
  return (await response.json()) as Awaited<ReturnType<LoadExercises>>
}
