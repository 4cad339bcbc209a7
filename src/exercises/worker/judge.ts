import { firstUnmet } from './conditions.ts'
import type {
  Answer,
  ClassifyExercise,
  EditExercise,
  Exercise,
  OrderExercise,
  PredictExercise,
  Question,
} from '#exercises/shared/exercise.ts'
import type { Experiment, RunCells } from '#exercises/shared/experiment.ts'
import { parseBytes, parseNumber } from './parse-number.ts'
import { describePlace, inBothBases } from './place.ts'
import { possibleAnswers } from './possible-answers.ts'
import { richText } from '#exercises/shared/rich-text.ts'
import { textWithFacts } from './text-with-facts.ts'
import { bucketOf, earlyStep, makeVariant, withSource, type Variant } from './variant.ts'
import type { Remark, Verdict } from '#exercises/shared/verdict.ts'

/** A variant of an exercise narrowed to its kind. */
type Of<Kind extends Exercise> = Variant<Kind>

/**
 * Says of an answer whether it is right, and if not, what went wrong. What is right follows from running the machine.
 * @throws TypeError for an answer of another kind than the exercise
 */
export function judge(exercise: Exercise, seed: number, answer: Answer, run: RunCells): Verdict {
  return judgeVariant(makeVariant(exercise, seed, run), answer, run)
}

/** The same for a variant that has been made already. */
export function judgeVariant(variant: Variant, answer: Answer, run: RunCells): Verdict {
  const { kind } = variant.exercise
  if (kind === 'predict' && answer.kind === 'predict')
    return judgePrediction(variant as Of<PredictExercise>, answer.texts)
  if (kind === 'predict' && answer.kind === 'choose')
    return judgeChoice(variant as Of<PredictExercise>, answer.option)
  if (kind === 'edit' && answer.kind === 'edit')
    return judgeEdit(variant as Of<EditExercise>, answer.source, run)
  if (kind === 'classify' && answer.kind === 'classify')
    return judgeClasses(variant as Of<ClassifyExercise>, answer.buckets)
  if (kind === 'order' && answer.kind === 'order')
    return judgeOrder(variant as Of<OrderExercise>, answer.order)
  throw new TypeError(`an exercise of the kind ${kind} is not answered by ${answer.kind}`)
}

const PASSED: Verdict = { outcome: 'passed', remarks: [] }

function judgePrediction({ exercise, experiment }: Of<PredictExercise>, texts: readonly string[]): Verdict {
  const remarks = exercise.questions.map((question, part) =>
    judgeField(question, part, texts[part] ?? '', experiment),
  )
  if (remarks.some((remark) => 'unreadable' in remark)) {
    const unread = remarks.flatMap((remark) => ('unreadable' in remark ? [remark.unreadable] : []))
    return { outcome: 'unreadable', remarks: unread }
  }
  const read = remarks as Remark[]
  return { outcome: read.every(({ right }) => right) ? 'passed' : 'wrong', remarks: read }
}

function judgeField(
  question: Question,
  part: number,
  text: string,
  experiment: Experiment,
): Remark | { readonly unreadable: Remark } {
  const answers = possibleAnswers(question, experiment)
  if (typeof answers === 'string') throw new Error(answers)
  const { right, mistakes } = answers
  const parsed = readAnswer(text, right.byteCount)
  if (!parsed.ok) return { unreadable: { part, right: false, says: richText(parsed.message) } }
  const yours =
    right.byteCount === undefined ? inBothBases(parsed.value) : spacedBytes(parsed.value, right.byteCount)
  if (parsed.value === right.value || isReadAsSigned(parsed.value, right.value))
    return { part, right: true, yours, says: [] }
  const known = mistakes.find(({ values }) => values.includes(parsed.value))
  if (known)
    return { part, right: false, yours, says: textWithFacts(known.says, experiment), mistake: known.name }
  const place = describePlace(parsed.value, right.fact, (fact) => experiment.fact(fact))
  return { part, right: false, yours, says: richText(place) }
}

/** All eight bytes of a register, read as a number that may be below zero. */
function isReadAsSigned(value: bigint, right: bigint): boolean {
  return value < 0n && right >= 0n && BigInt.asIntN(64, right) === value
}

type ReadAnswer =
  { readonly ok: true; readonly value: bigint } | { readonly ok: false; readonly message: string }

function readAnswer(text: string, byteCount: number | undefined): ReadAnswer {
  if (byteCount === undefined) return parseNumber(text)
  const parsed = parseBytes(text)
  if (!parsed.ok) return parsed
  if (parsed.bytes.length === 2 * byteCount) return { ok: true, value: BigInt('0x' + parsed.bytes) }
  const message = `That is ${countBytes(parsed.bytes.length / 2)}, and ${countBytes(byteCount)} ${byteCount === 1 ? 'was' : 'were'} asked for. Zeros count too.`
  return { ok: false, message }
}

const countBytes = (count: number) => (count === 1 ? 'one byte' : `${count} bytes`)

function spacedBytes(value: bigint, byteCount: number): string {
  return value
    .toString(16)
    .toUpperCase()
    .padStart(2 * byteCount, '0')
    .replace(/..(?=.)/g, '$& ')
}

function judgeChoice({ exercise, experiment }: Of<PredictExercise>, index: number): Verdict {
  const option = exercise.options[index]
  if (!option) return unreadable('Choose one of the answers first.')
  if (!firstUnmet(option.when, experiment)) return PASSED
  const says = textWithFacts(option.otherwise, experiment)
  return { outcome: 'wrong', remarks: [{ part: index, right: false, says, mistake: option.text }] }
}

function judgeEdit(variant: Of<EditExercise>, source: string, run: RunCells): Verdict {
  const { exercise, experiment: before } = variant
  const experiment = run(withSource(exercise, source))
  if (experiment.failure) return failed(experiment.failure, exercise, source)
  const unmet = firstUnmet(exercise.expect, experiment, before)
  if (!unmet) return PASSED
  const says = textWithFacts(unmet.otherwise, experiment)
  return { outcome: 'wrong', remarks: [{ part: 0, right: false, says, mistake: unmet.fact }] }
}

/** What did not run is said as the notebook says it: where, what, and what to try. */
function failed(
  { cell, diagnostics, message }: NonNullable<Experiment['failure']>,
  exercise: EditExercise,
  source: string,
): Verdict {
  const error = diagnostics.find(({ severity }) => severity === 'error')
  if (!error) return wrong(message ?? 'The program was stopped before it came to its end.')
  const place =
    cell === exercise.edited
      ? `Line ${source.slice(0, error.from).split('\n').length}`
      : 'The cell that follows yours'
  return wrong([`${place} does not work yet. ${error.message}`, error.help].filter(Boolean).join(' '))
}

function judgeClasses(variant: Of<ClassifyExercise>, chosen: readonly (string | undefined)[]): Verdict {
  const { exercise, experiment } = variant
  const open = exercise.items.findIndex((_, index) => chosen[index] === undefined)
  if (open >= 0) return unreadable('Something has no place yet. Give every item one, then check.', open)
  const remarks = exercise.items.map((item, part): Remark => {
    const right = bucketOf(variant, part) === chosen[part]
    const text = item.instead[chosen[part] ?? ''] ?? item.otherwise
    return {
      part,
      right,
      says: right ? [] : textWithFacts(text, experiment),
      ...(right ? {} : { mistake: item.text }),
    }
  })
  return { outcome: remarks.every(({ right }) => right) ? 'passed' : 'wrong', remarks }
}

/** Finds the first step that comes too early. */
function judgeOrder({ exercise, experiment, places }: Of<OrderExercise>, order: readonly number[]): Verdict {
  const isWhole = new Set(order).size === places.length && order.every((index) => places[index] !== undefined)
  if (!isWhole) return unreadable('Something is missing from the order. Put every step into it.')
  const early = earlyStep(exercise, order)
  if (early === undefined) return PASSED
  const step = exercise.steps[early]!
  return {
    outcome: 'wrong',
    remarks: [{ part: early, right: false, says: textWithFacts(step.needs, experiment), mistake: step.text }],
  }
}

function unreadable(message: string, part = 0): Verdict {
  return { outcome: 'unreadable', remarks: [{ part, right: false, says: richText(message) }] }
}

function wrong(message: string): Verdict {
  return { outcome: 'wrong', remarks: [{ part: 0, right: false, says: richText(message) }] }
}
