/** What a teacher asks of a class: which exercises, and by which rules. All of it stands in the link. */
import {
  exercisesByKey,
  isExerciseKey,
  isLessonId,
  type Course,
  type ExerciseKey,
  type FoundExercise,
} from './course.ts'
import { drawSet } from './mixed-set.ts'
import { sha256 } from './sha256.ts'
import { shortCode } from './short-code.ts'

/** Exercises one by one, or so many drawn for every student from some lessons. */
export type Choice =
  | { readonly kind: 'these'; readonly exercises: readonly ExerciseKey[] }
  | { readonly kind: 'drawn'; readonly count: number; readonly lessons: readonly string[] }

export interface Assignment {
  /** Of the course that the link was made with. */
  readonly course: string
  readonly title: string
  readonly choice: Choice
  /** For each exercise; as many as one likes without. */
  readonly tries?: number
  readonly hints: boolean
  readonly solutions: boolean
  /** A day, `2026-12-04`: shown, and nothing else. */
  readonly due?: string
}

export const MOST_EXERCISES = 60
export const MOST_TRIES = 99
const MOST_LESSONS = 200
const LONGEST_TITLE = 120
const LONGEST_STUDENT = 200
const LARGEST_SEED = 999_999
const VERSION = /^[\w.-]{1,40}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** An assignment as it stands in a link's fragment and in a result, always in one order. */
export function writeAssignment({ course, title, choice, tries, hints, solutions, due }: Assignment): string {
  const fields: [string, string][] = [
    ['course', course],
    ['title', title],
  ]
  if (choice.kind === 'these') fields.push(['exercises', choice.exercises.join(' ')])
  else fields.push(['draw', String(choice.count)], ['lessons', choice.lessons.join(' ')])
  if (tries !== undefined) fields.push(['tries', String(tries)])
  fields.push(['hints', yesNo(hints)], ['solutions', yesNo(solutions)])
  if (due !== undefined) fields.push(['due', due])
  return new URLSearchParams(fields).toString()
}

const yesNo = (is: boolean) => (is ? 'yes' : 'no')

/** @returns the assignment, or a sentence about what is wrong with the text */
export function readAssignment(text: string): Assignment | string {
  const fields = new URLSearchParams(text.replace(/^#/, ''))
  const field = (name: string) => fields.get(name) ?? ''
  const choice = readChoice(field('exercises'), field('draw'), field('lessons'))
  const tries = readCount(fields.get('tries'), MOST_TRIES)
  const title = tidy(field('title'), LONGEST_TITLE)
  const due = field('due')
  if (
    !VERSION.test(field('course')) ||
    choice === undefined ||
    tries === 'wrong' ||
    (due !== '' && !isDay(due))
  )
    return 'This link to an assignment cannot be read: perhaps it was cut off on the way. Ask for it again, and copy all of it.'
  return {
    course: field('course'),
    title: title || 'Assignment',
    choice,
    ...(tries === undefined ? {} : { tries }),
    hints: field('hints') !== 'no',
    solutions: field('solutions') === 'yes',
    ...(due === '' ? {} : { due }),
  }
}

function readChoice(exercises: string, draw: string, among: string): Choice | undefined {
  const list = (text: string) => [...new Set(text.split(' ').filter((each) => each !== ''))]
  const [keys, lessons] = [list(exercises), list(among)]
  if (keys.length > 0)
    return keys.length <= MOST_EXERCISES && keys.every(isExerciseKey)
      ? { kind: 'these', exercises: keys }
      : undefined
  const count = readCount(draw, MOST_EXERCISES)
  const areLessons = lessons.length > 0 && lessons.length <= MOST_LESSONS && lessons.every(isLessonId)
  if (typeof count !== 'number' || !areLessons) return undefined
  return { kind: 'drawn', count, lessons }
}

function readCount(text: string | null, most: number): number | undefined | 'wrong' {
  if (text === null) return undefined
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0
  return count >= 1 && count <= most ? count : 'wrong'
}

/** A day that a calendar has. */
function isDay(text: string): boolean {
  const time = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Tidying what is tidy changes nothing: what was written into a link or a file is read as the same text. */
function tidy(text: string, longest: number): string {
  const spaced = wellFormed(text).normalize('NFC').trim().replace(/\s+/g, ' ')
  return wellFormed(spaced.slice(0, longest)).trim()
}

/** Without the halves of characters, which no link can hold. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '')

/** A student's id as everybody types it alike; empty where there is none. */
export function studentId(text: string): string {
  return tidy(text, LONGEST_STUDENT)
}

/** What variants follow from: a later day or another try changes none of them. */
function identity({ title, choice }: Assignment): string {
  return JSON.stringify([title, choice.kind === 'these' ? choice.exercises : [choice.count, choice.lessons]])
}

/** Tells assignments apart at a glance, whatever their rules. */
export function assignmentCode(assignment: Assignment): string {
  return shortCode(identity(assignment))
}

/** Says which variant of an exercise is a student's: the same seed for everybody who works it out. */
export type SeedOf = (key: ExerciseKey | '') => number

export function seedsFor(assignment: Assignment, student: string): SeedOf {
  const asked = identity(assignment)
  return (key) => {
    const digest = sha256(JSON.stringify([asked, student, key]))
    return 1 + (Number.parseInt(digest.slice(0, 12), 16) % LARGEST_SEED)
  }
}

/** One exercise of a student's assignment. */
export interface AssignedExercise extends FoundExercise {
  readonly seed: number
}

export interface Assigned {
  readonly exercises: readonly AssignedExercise[]
  /** What the assignment names and this version of the course does not have. */
  readonly missing: readonly string[]
}

/** What a student has to do. */
export function assignedTo(assignment: Assignment, student: string, course: Course): Assigned {
  const { choice } = assignment
  const all = exercisesByKey(course)
  const seedOf = seedsFor(assignment, student)
  const keys = choice.kind === 'these' ? choice.exercises : drawnKeys(choice, seedOf(''), course)
  const exercises = keys.flatMap((key) => {
    const found = all.get(key)
    return found === undefined ? [] : [{ ...found, seed: seedOf(key) }]
  })
  const missing =
    choice.kind === 'these'
      ? choice.exercises.filter((key) => !all.has(key))
      : choice.lessons.filter((id) => !course.lessons.some((lesson) => lesson.id === id))
  return { exercises, missing }
}

type Draw = Extract<Choice, { readonly kind: 'drawn' }>

function drawnKeys({ count, lessons: among }: Draw, seed: number, { lessons }: Course): ExerciseKey[] {
  const pool = lessons
    .filter(({ id }) => among.includes(id))
    .flatMap(({ id, title, exercises }) =>
      exercises.map((exercise) => ({
        lesson: id,
        lessonTitle: title,
        id: exercise.id,
        title: exercise.title,
      })),
    )
  return drawSet(pool, count, seed).map(({ lesson, id }): ExerciseKey => `${lesson}/${id}`)
}
