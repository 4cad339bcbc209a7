import { firstUnmet } from '../conditions.ts'
import { describeFact } from '../describe-fact.ts'
import { parseBytes, parseNumber } from '../parse-number.ts'
import { describePlace, isCount, showAnswer } from '../place.ts'
import { possibleAnswers } from '../possible-answers.ts'
import { factForPeople, textWithFacts, wholeText } from '../text-with-facts.ts'
import type { Variant } from '../variant.ts'
import type { PredictExercise, Question } from '#exercises/shared/exercise.ts'
import type { Experiment } from '#exercises/shared/experiment.ts'
import { richText } from '#exercises/shared/rich-text.ts'
import type { Remark, Verdict } from '#exercises/shared/verdict.ts'
import { PASSED, unreadable, type WorkerKind } from './worker-kind.ts'

type PredictVariant = Variant<PredictExercise>

export const predict: WorkerKind<'predict'> = {
  draws: false,
  draw: ({ exercise, ...variant }, random) =>
    check({ ...variant, exercise: { ...exercise, options: random.shuffle(exercise.options) } }),
  task: ({ exercise, experiment }) =>
    exercise.options.length > 0
      ? { kind: 'choose', options: exercise.options.map(({ text }) => wholeText(text, experiment)) }
      : { kind: 'predict', fields: exercise.questions.map((question) => fieldOf(question, experiment)) },
  solution: ({ exercise, experiment }) =>
    exercise.options.length > 0
      ? { kind: 'choose', option: exercise.options.findIndex(({ when }) => !firstUnmet(when, experiment)) }
      : { kind: 'predict', values: exercise.questions.map(({ fact }) => factForPeople(fact, experiment)) },
  judge(variant, answer) {
    if (answer.kind === 'choose') return judgeChoice(variant, answer.option)
    return answer.kind === 'predict' ? judgePrediction(variant, answer.texts) : undefined
  },
}

function check(variant: PredictVariant): PredictVariant | string {
  const { exercise, experiment } = variant
  if (exercise.options.length > 0) {
    const true_ = exercise.options.filter(({ when }) => !firstUnmet(when, experiment))
    return true_.length === 1
      ? variant
      : `${true_.length} of its options come true: ${true_.map(({ text }) => text).join(', ')}`
  }
  for (const question of exercise.questions) {
    const answers = possibleAnswers(question, experiment)
    if (typeof answers === 'string') return answers
  }
  return variant
}

function fieldOf({ fact, label }: { fact: string; label: string }, experiment: Experiment) {
  const bytes = experiment.fact(fact)?.kind === 'bytes'
  return { label: label === '' ? describeFact(fact).label : label, bytes }
}

function judgePrediction({ exercise, experiment }: PredictVariant, texts: readonly string[]): Verdict {
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
  const parsed = readAnswer(text, right.byteCount, isCount(right.fact))
  if (!parsed.ok) return { unreadable: { part, right: false, says: richText(parsed.message) } }
  const yours =
    right.byteCount === undefined
      ? showAnswer(parsed.value, right.fact, (fact) => experiment.fact(fact))
      : spacedBytes(parsed.value, right.byteCount)
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

/** Who counts does so in decimal: letters are none of its digits unless they are marked as such. */
const ONLY_LETTERS_TELL = /^\s*(?=.*[a-f])[\da-f]+\s*$/i

function readAnswer(text: string, byteCount: number | undefined, isOfCount: boolean): ReadAnswer {
  if (isOfCount && ONLY_LETTERS_TELL.test(text))
    return {
      ok: false,
      message: `“${text.trim()}” is no count. Write it in decimal, or with 0x before it if you mean hexadecimal.`,
    }
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

function judgeChoice({ exercise, experiment }: PredictVariant, index: number): Verdict {
  const option = exercise.options[index]
  if (!option) return unreadable('Choose one of the answers first.')
  if (!firstUnmet(option.when, experiment)) return PASSED
  const says = textWithFacts(option.otherwise, experiment)
  return { outcome: 'wrong', remarks: [{ part: index, right: false, says, mistake: option.text }] }
}
