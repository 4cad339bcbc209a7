import { textWithFacts, wholeText } from '../text-with-facts.ts'
import type { Variant } from '../variant.ts'
import type { ClassifyExercise } from '#exercises/shared/exercise.ts'
import type { Remark, Verdict } from '#exercises/shared/verdict.ts'
import { unreadable, type WorkerKind } from './worker-kind.ts'

type ClassifyVariant = Variant<ClassifyExercise>

export const classify: WorkerKind<'classify'> = {
  draws: true,
  draw({ exercise, ...variant }, random) {
    const items = random.shuffle(exercise.items).slice(0, exercise.draw)
    return check({ ...variant, exercise: { ...exercise, items } })
  },
  task: ({ exercise: { buckets, items }, experiment }) => ({
    kind: 'classify',
    buckets,
    items: items.map(({ text }) => wholeText(text, experiment)),
  }),
  solution: (variant) => ({
    kind: 'classify',
    buckets: variant.exercise.items.map((_, index) => bucketOf(variant, index) ?? ''),
  }),
  judge: (variant, answer) => (answer.kind === 'classify' ? judge(variant, answer.buckets) : undefined),
}

function check(variant: ClassifyVariant): ClassifyVariant | string {
  const buckets = variant.exercise.items.map((_, index) => bucketOf(variant, index))
  const astray = variant.exercise.items.find((_, index) => buckets[index] === undefined)
  if (astray) return `“${astray.text}” belongs to no bucket`
  return new Set(buckets).size > 1 ? variant : 'all its items belong to one bucket'
}

/** The bucket that an item belongs to: the author's, or what the machine says; `none` where it has no such fact. */
function bucketOf({ exercise, experiment }: ClassifyVariant, index: number): string | undefined {
  const item = exercise.items[index]
  const id =
    item?.fact === undefined ? item?.bucket : (experiment.fact(item.fact)?.value.toString() ?? 'none')
  return exercise.buckets.find((bucket) => bucket.id === id)?.id
}

function judge(variant: ClassifyVariant, chosen: readonly (string | undefined)[]): Verdict {
  const { exercise, experiment } = variant
  const open = exercise.items.findIndex((_, index) => chosen[index] === undefined)
  if (open >= 0) return unreadable('Something has no place yet. Give every item one, then check.', open)
  const remarks = exercise.items.map((item, part): Remark => {
    const at = chosen[part] ?? ''
    const right = bucketOf(variant, part) === at
    const text = Object.hasOwn(item.instead, at) ? item.instead[at]! : item.otherwise
    return {
      part,
      right,
      says: right ? [] : textWithFacts(text, experiment),
      ...(right ? {} : { mistake: item.text }),
    }
  })
  return { outcome: remarks.every(({ right }) => right) ? 'passed' : 'wrong', remarks }
}
