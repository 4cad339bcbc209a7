/** What a reader has done of examinations, kept in their browser apart from everything else they do in the course. */
import { ProgressStore } from './progress-store.ts'

/** Copies of the course under other paths of one origin keep theirs apart. */
const prefix = (what: string) => `pagewalk:${import.meta.env.BASE_URL}:${what}:`

function open(what: string): ProgressStore {
  const store = new ProgressStore(prefix(what), () => globalThis.localStorage)
  globalThis.addEventListener('storage', ({ key }) => store.reread(key))
  return store
}

/** How every examination went that was begun here, by its seed. */
export const examinations = (): ProgressStore => open('examinations')

/** The answers of one of them. */
export const examinationAnswers = (seed: number): ProgressStore => open(`examination-${seed}`)
