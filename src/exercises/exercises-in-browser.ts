/** What the exercises of a page share: the reader's progress, and the examiner. */
import { Examiner, type ExaminerWorker, type LoadExercises } from './examiner.ts'
import { ProgressStore } from './progress-store.ts'

let examiner: Examiner | undefined
let store: ProgressStore | undefined

const base = () => import.meta.env.BASE_URL.replace(/\/$/, '')

/** The page's one examiner. Its worker is the kernel's, in an instance of its own: running cells go on undisturbed. */
export function pageExaminer(): Examiner {
  examiner ??= new Examiner(createWorker, loadExercises)
  return examiner
}

function createWorker(): ExaminerWorker {
  return new Worker(new URL('../notebook/kernel.worker.ts', import.meta.url), {
    type: 'module',
  }) as unknown as ExaminerWorker
}

const loadExercises: LoadExercises = async (lesson) => {
  const response = await fetch(`${base()}/exercises/${lesson}.json`)
  if (!response.ok) throw new Error(`${response.status}`)
  return (await response.json()) as Awaited<ReturnType<LoadExercises>>
}

/** The reader's progress in this copy of the course; other tabs' work is taken up as it happens. */
export function pageProgress(): ProgressStore {
  if (!store) {
    const opened = new ProgressStore(
      `pagewalk:${import.meta.env.BASE_URL}:progress:`,
      () => globalThis.localStorage,
    )
    globalThis.addEventListener('storage', ({ key }) => opened.reread(key))
    store = opened
  }
  return store
}
