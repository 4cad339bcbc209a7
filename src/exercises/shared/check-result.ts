/** Works a student's result out again: whatever a file says, an answer counts where it is right for that student's variant. */
import {
  assignedTo,
  assignmentCode,
  seedsFor,
  writeAssignment,
  type Assignment,
  type SeedOf,
} from './assignment.ts'
import { exercisesByKey, type Course, type ExerciseKey, type FoundExercise } from './course.ts'
import type { Answer } from './exercise.ts'
import { readResult, resultCode, type AssignmentResult, type ExerciseResult } from './result-file.ts'
import type { Verdict } from './verdict.ts'

/** How one exercise of a result stands, after everything was worked out again. */
export type Standing =
  'solved' | 'looked' | 'open' | 'refuted' | 'changed' | 'unasked' | 'stopped' | 'unjudged'

/** In a table, and in a sentence. */
export const STANDINGS: Readonly<Record<Standing, string>> = {
  solved: 'solved',
  looked: 'solved after looking at the answer',
  open: 'not solved',
  refuted: 'does not reproduce',
  changed: 'of another version',
  unasked: 'not asked for',
  stopped: 'not worked out',
  unjudged: 'could not be judged',
}

export interface CheckedExercise {
  readonly key: ExerciseKey
  readonly standing: Standing
  readonly tries: number
  readonly hints: number
}

export interface CheckedResult {
  readonly file: string
  readonly student: string
  readonly assignment: Assignment
  readonly assignmentCode: string
  /** Of the file as it is. */
  readonly code: string
  readonly course: string
  readonly saved: number
  /** How many exercises the student was to do. */
  readonly asked: number
  readonly exercises: readonly CheckedExercise[]
  /** What a teacher should know, in sentences. */
  readonly remarks: readonly string[]
}

/** What is said of a file that is no result. */
export interface RefusedFile {
  readonly file: string
  readonly message: string
}

export type Checked = CheckedResult | RefusedFile

export const isRefused = (checked: Checked): checked is RefusedFile => 'message' in checked

/** @throws where the answer could not be judged at all */
export type Judge = (
  lesson: string,
  exercise: string,
  seed: number,
  answer: Answer,
) => Promise<Verdict> | Verdict

export interface Checking {
  readonly course: Course
  readonly judge: Judge
  /** The one that was set; without it a result is checked against the one that it names. */
  readonly expected?: Assignment
}

/** @param file its name, for reports */
export async function checkResult(file: string, text: string, checking: Checking): Promise<Checked> {
  const read = readResult(text)
  if (!read.ok) return { file, message: read.message }
  const { result, code } = read
  const asked = askedOf(result, checking.course)
  const exercises = await checkExercises(result, asked.keys, checking)
  return {
    file,
    student: result.student,
    assignment: result.assignment,
    assignmentCode: assignmentCode(result.assignment),
    code: resultCode(result),
    course: result.course,
    saved: result.saved,
    asked: asked.count,
    exercises,
    remarks: [
      ...remarksOn(result, code, checking),
      ...remarksOnList(asked),
      ...remarksOnExercises(result, exercises),
    ],
  }
}

interface Asked {
  readonly keys: readonly ExerciseKey[]
  /** More than there are keys where the result lists too few. */
  readonly count: number
}

/** What the student was to do. */
function askedOf({ assignment, student, course, exercises }: AssignmentResult, here: Course): Asked {
  const { choice } = assignment
  if (choice.kind === 'these') return { keys: choice.exercises, count: choice.exercises.length }
  if (course === here.version) {
    const keys = assignedTo(assignment, student, here).exercises.map(({ key }) => key)
    return { keys, count: keys.length }
  }
  // What another version has drawn cannot be drawn again here: its own list stands, within what was to be drawn.
  const listed = new Set(exercises.map(({ exercise }) => exercise))
  const drawn = [...listed].filter((key) => choice.lessons.includes(key.split('/')[0] ?? ''))
  return { keys: drawn.slice(0, choice.count), count: choice.count }
}

async function checkExercises(
  result: AssignmentResult,
  asked: readonly ExerciseKey[],
  checking: Checking,
): Promise<CheckedExercise[]> {
  const seedOf = seedsFor(result.assignment, result.student)
  const given = new Map([...result.exercises].reverse().map((each) => [each.exercise, each]))
  const known = exercisesByKey(checking.course)
  const checked: CheckedExercise[] = []
  let isStopped = false
  for (const key of new Set([...asked, ...given.keys()])) {
    const one = given.get(key)
    const standing: Standing =
      one && asked.includes(key)
        ? await standingOf(one, known.get(key), seedOf, checking, isStopped)
        : one
          ? 'unasked'
          : 'open'
    isStopped ||= standing === 'stopped'
    checked.push({ key, standing, tries: one?.tries ?? 0, hints: one?.hints ?? 0 })
  }
  return checked
}

async function standingOf(
  { exercise: key, seed, hash, answer, seen }: ExerciseResult,
  found: FoundExercise | undefined,
  seedOf: SeedOf,
  { judge }: Checking,
  isStopped: boolean,
): Promise<Standing> {
  if (answer === undefined) return 'open'
  if (found?.exercise.hash !== hash) return 'changed'
  if (seed !== seedOf(key)) return 'refuted'
  // An answer that has passed was no program without an end: one that is has been forged, and gets no more of this machine's time.
  if (isStopped) return 'stopped'
  try {
    const { outcome, stopped } = await judge(found.lesson.id, found.exercise.id, seed, answer)
    if (stopped) return 'stopped'
    return outcome !== 'passed' ? 'refuted' : seen ? 'looked' : 'solved'
  } catch {
    return 'unjudged'
  }
}

function remarksOn(result: AssignmentResult, code: string, { course, expected }: Checking): string[] {
  const remarks: string[] = []
  const { assignment } = result
  if (code !== resultCode(result))
    remarks.push('The file was changed after it was saved: its code is not its own.')
  if (expected && assignmentCode(expected) !== assignmentCode(assignment))
    remarks.push(`It is of another assignment, “${assignment.title}”.`)
  else if (expected && rules(expected) !== rules(assignment))
    remarks.push('It was done by other rules than those that were set.')
  if (result.course !== course.version)
    remarks.push(`It was done with version ${result.course} of the course; this is ${course.version}.`)
  return remarks
}

/** Without what puts nothing into the result: the day, and the version that the link was made with. */
function rules({ title, choice, tries, hints, solutions }: Assignment): string {
  return writeAssignment({
    course: '',
    title,
    choice,
    hints,
    solutions,
    ...(tries === undefined ? {} : { tries }),
  })
}

function remarksOnList({ keys, count }: Asked): string[] {
  return keys.length < count ? [`It lists ${keys.length} of the ${count} exercises that were drawn.`] : []
}

function remarksOnExercises(
  { assignment: { tries, hints, solutions }, exercises }: AssignmentResult,
  checked: readonly CheckedExercise[],
): string[] {
  const remarks: string[] = []
  const say = (count: number, one: string, more: string) =>
    count > 0 && remarks.push(count === 1 ? `One ${one}` : `${count} ${more}`)
  const standing = (is: Standing) => checked.filter((each) => each.standing === is).length
  say(standing('refuted'), 'answer does not reproduce.', 'answers do not reproduce.')
  say(standing('changed'), 'exercise has changed since.', 'exercises have changed since.')
  say(standing('unasked'), 'exercise was not asked for.', 'exercises were not asked for.')
  if (standing('stopped') > 0)
    remarks.push(
      'An answer came to no end within what a run may take, so it and those after it were not worked out.',
    )
  say(
    standing('unjudged'),
    'answer could not be judged, as the simulator was out of reach or failed: check this file again.',
    'answers could not be judged, as the simulator was out of reach or failed: check this file again.',
  )
  const against = (is: (each: ExerciseResult) => boolean) => exercises.filter(is).length
  say(
    tries === undefined ? 0 : against((each) => each.tries > tries),
    'took too many tries.',
    'took too many tries.',
  )
  say(hints ? 0 : against((each) => each.hints > 0), 'took hints.', 'took hints.')
  say(solutions ? 0 : against((each) => each.seen), 'answer was looked at.', 'answers were looked at.')
  return remarks
}
