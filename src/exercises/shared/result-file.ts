/** What a student hands in: a file, and a short code that tells whether it is still as it was. */
import { MOST_EXERCISES, readAssignment, studentId, writeAssignment, type Assignment } from './assignment.ts'
import { isExerciseKey, type ExerciseKey } from './course.ts'
import { defined } from '#notebook/shared/defined.ts'
import type { Answer } from './exercise.ts'
import { parseJson } from './parse-json.ts'
import { LONGEST_ANSWER, readAnswer } from './read-answer.ts'
import { shortCode } from './short-code.ts'

export interface ExerciseResult {
  readonly exercise: ExerciseKey
  readonly seed: number
  /** Of the exercise as it was in the course that the student had. */
  readonly hash: string
  /** The answer that passed; none where none has. */
  readonly answer?: Answer
  /** Up to that answer. */
  readonly tries: number
  readonly hints: number
  /** The solution was looked at before an answer passed. */
  readonly seen: boolean
  /** When it was first touched, and when that answer passed. Milliseconds since 1970. */
  readonly began?: number
  readonly passed?: number
}

export interface AssignmentResult {
  readonly assignment: Assignment
  readonly student: string
  /** The version of the course that it was done with. */
  readonly course: string
  /** Milliseconds since 1970. */
  readonly saved: number
  readonly exercises: readonly ExerciseResult[]
}

const FORMAT = 'pagewalk-result'
const VERSION = 1
/** Characters. What is written of the longest answers, each character of them as `\u0001`, and of all around them is less. */
export const LONGEST_RESULT = MOST_EXERCISES * (6 * LONGEST_ANSWER + 10_000)
const LATEST = 8.64e15

export function writeResult(result: AssignmentResult): string {
  return JSON.stringify({ ...fileOf(result), code: resultCode(result) }, undefined, 2) + '\n'
}

/** A digest of everything that a result says. */
export function resultCode(result: AssignmentResult): string {
  return shortCode(JSON.stringify(fileOf(result)))
}

/** The file's fields in one order, times as people read them. */
function fileOf({ assignment, student, course, saved, exercises }: AssignmentResult) {
  return {
    format: FORMAT,
    version: VERSION,
    course,
    assignment: writeAssignment(assignment),
    student,
    saved: timeText(saved),
    exercises: exercises.map(({ exercise, seed, hash, answer, tries, hints, seen, began, passed }) => ({
      ...{ exercise, seed, hash, tries, hints, seen },
      ...defined({ began: timeText(began), passed: timeText(passed), answer }),
    })),
  }
}

const timeText = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString())

export type ReadResult =
  | {
      readonly ok: true
      readonly result: AssignmentResult
      /** The code that stands in the file; `resultCode` says which should. */
      readonly code: string
    }
  | { readonly ok: false; readonly message: string }

/** Reads such a file. Whatever it holds, the answer is a result or a sentence. */
export function readResult(text: string): ReadResult {
  if (text.length > LONGEST_RESULT)
    return refuse('This file is far larger than a result can be, and was not read.')
  const file = parse(text)
  if (file === undefined) return refuse('This file is damaged, or it is no result: it is not JSON.')
  if (file['format'] !== FORMAT) return refuse('This is not the result of an assignment of this course.')
  if (file['version'] !== VERSION)
    return refuse(
      'This result was written by another version of the course, in a form that this one does not know.',
    )
  const { course, assignment: link, student, saved, exercises, code } = file
  const assignment = typeof link === 'string' ? readAssignment(link) : 'missing'
  const time = readTime(saved)
  const name = typeof student === 'string' ? studentId(student) : ''
  const list =
    Array.isArray(exercises) && exercises.length <= MOST_EXERCISES ? exercises.map(readExercise) : []
  const read = list.filter((each) => each !== undefined)
  if (
    typeof assignment === 'string' ||
    typeof course !== 'string' ||
    course.length > 40 ||
    time === undefined
  )
    return refuse('This result is damaged: what it says about its assignment cannot be read.')
  if (name === '') return refuse('This result names no student.')
  if (read.length < list.length || !Array.isArray(exercises) || exercises.length > MOST_EXERCISES)
    return refuse('This result is damaged: its list of exercises cannot be read.')
  const result = { assignment, student: name, course, saved: time, exercises: read }
  return { ok: true, result, code: typeof code === 'string' ? code.slice(0, 20) : '' }
}

function readExercise(stored: unknown): ExerciseResult | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const { exercise, seed, hash, answer, tries, hints, seen, began, passed } = stored as Record<
    string,
    unknown
  >
  const given = answer === undefined ? undefined : readAnswer(answer)
  if (typeof exercise !== 'string' || !isExerciseKey(exercise)) return undefined
  if (typeof hash !== 'string' || hash.length > 64) return undefined
  if (!isCount(seed) || !isCount(tries) || !isCount(hints) || typeof seen !== 'boolean') return undefined
  if (answer !== undefined && given === undefined) return undefined
  return {
    ...{ exercise, seed, hash, tries, hints, seen },
    ...defined({ began: readTime(began), passed: readTime(passed), answer: given }),
  }
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < 1_000_000

function readTime(stored: unknown): number | undefined {
  const time = typeof stored === 'string' && stored.length <= 40 ? Date.parse(stored) : NaN
  return Math.abs(time) <= LATEST ? time : undefined
}

function parse(text: string): Record<string, unknown> | undefined {
  const value = parseJson(text)
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
}

function refuse(message: string): ReadResult {
  return { ok: false, message }
}
