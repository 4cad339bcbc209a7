/** What a student has done of an assignment, kept in their browser apart from everything else they do in the course. */
import { assignmentCode, type AssignedExercise, type Assignment } from '#exercises/shared/assignment.ts'
import { parseJson } from '#exercises/shared/parse-json.ts'
import { isTooLong, LONGEST_ANSWER, LONGEST_TEXT, readAnswer } from '#exercises/shared/read-answer.ts'
import type { AssignmentResult, ExerciseResult } from '#exercises/shared/result-file.ts'
import { shortCode } from '#exercises/shared/short-code.ts'
import { defined } from '#notebook/shared/defined.ts'
import { ExaminerError } from './examiner.ts'
import type { ExercisePage } from './exercise-session.ts'
import type { ProgressRecord } from './progress-record.ts'
import { ProgressStore } from './progress-store.ts'

/** Copies of the course under other paths of one origin keep theirs apart. */
const prefix = () => `pagewalk:${import.meta.env.BASE_URL}:assignment:`

/** The student’s id that was last at it in this browser; empty where there was none. */
export function lastStudent(assignment: Assignment): string {
  return attempt(() => localStorage.getItem(`${prefix()}${assignmentCode(assignment)}`)) ?? ''
}

/** Opens a student's work. On one computer every student has their own. */
export function openWork(assignment: Assignment, student: string): ProgressStore {
  const code = assignmentCode(assignment)
  attempt(() => localStorage.setItem(`${prefix()}${code}`, student))
  const store = new ProgressStore(`${prefix()}${code}:${shortCode(student)}:`, () => globalThis.localStorage)
  globalThis.addEventListener('storage', ({ key }) => store.reread(key))
  return store
}

function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}

const TOO_LONG =
  `This answer is too long to be handed in: a program may have ${LONGEST_ANSWER.toLocaleString('en')} characters, and a ` +
  `field ${LONGEST_TEXT}. Make it shorter and check again; this has cost no try.`

/** What an exercise of an assignment needs of its page. What could not be handed in is not judged, either. */
export function workPage(work: ProgressStore, examiner: ExercisePage['examiner']): ExercisePage {
  return {
    progress: () => work,
    examiner: () => ({
      present: (lesson, id, seed) => examiner().present(lesson, id, seed),
      judge: (lesson, id, seed, answer) =>
        isTooLong(answer)
          ? Promise.reject(new ExaminerError(TOO_LONG))
          : examiner().judge(lesson, id, seed, answer),
    }),
  }
}

/** What is handed in. @param saved milliseconds since 1970 */
export function resultOf(
  { assignment, student, course }: Pick<AssignmentResult, 'assignment' | 'student' | 'course'>,
  exercises: readonly AssignedExercise[],
  work: Pick<ProgressStore, 'get'>,
  saved: number,
): AssignmentResult {
  return {
    assignment,
    student,
    course,
    saved,
    exercises: exercises.map((each) => exerciseResult(each, work.get(each.key))),
  }
}

/** How an exercise stands, for the student and in the file. An answer that cannot be read any more is none. */
export function exerciseResult(
  { key, exercise, seed }: AssignedExercise,
  record: ProgressRecord | undefined,
): ExerciseResult {
  const kept = record?.right?.seed === seed ? record.right : undefined
  const answer = kept && readAnswer(parseJson(kept.draft))
  const right = answer && kept
  return {
    ...{ exercise: key, seed, hash: exercise.hash },
    tries: right?.tries ?? record?.attempts ?? 0,
    hints: record?.hints ?? 0,
    seen: right ? right.seen === true : record?.seen === true,
    ...defined({
      began: record?.began,
      passed: right?.at,
      answer,
    }),
  }
}
