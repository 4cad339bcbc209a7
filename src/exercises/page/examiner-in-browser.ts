/** The examiner that the exercises of a page share. */
import { Examiner, type ExaminerWorker, type LoadExercises } from './examiner.ts'

let examiner: Examiner | undefined

/** Its worker is the kernel's, in an instance of its own: cells that run go on undisturbed. */
export function pageExaminer(): Examiner {
  examiner ??= new Examiner(createWorker, loadExercises)
  return examiner
}

function createWorker(): ExaminerWorker {
  return new Worker(new URL('../../notebook/worker/kernel.worker.ts', import.meta.url), {
    type: 'module',
  }) as unknown as ExaminerWorker
}

const loadExercises: LoadExercises = async (lesson) => {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '')
  const response = await fetch(`${base}/exercises/${lesson}.json`)
  if (!response.ok) throw new Error(`${response.status}`)
  return (await response.json()) as Awaited<ReturnType<LoadExercises>>
}
