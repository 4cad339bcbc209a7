import { coloursOf } from '#notebook/worker/colours-of.ts'
import { describeFact } from './describe-fact.ts'
import type { Exercise } from '#exercises/shared/exercise.ts'
import type { Experiment, RunCells } from '#exercises/shared/experiment.ts'
import type { Listing, Presented, Solution, Task } from '#exercises/shared/presented.ts'
import { factForPeople, wholeText } from './text-with-facts.ts'
import { bucketOf, makeVariant, variantCount, withSource, type Variant } from './variant.ts'
import { firstUnmet } from './conditions.ts'

/**
 * What the reader sees of an exercise's variant.
 * @throws NoVariantError
 */
export function present(exercise: Exercise, seed: number, run: RunCells): Presented {
  const variant = makeVariant(exercise, seed, run)
  const { exercise: drawn, experiment } = variant
  const text = (markdown: string) => wholeText(markdown, experiment)
  return {
    id: drawn.id,
    title: drawn.title,
    seed,
    varies: variantCount(exercise) > 1,
    prompt: text(promptOf(drawn)),
    listings: drawn.cells.filter(({ id }) => drawn.shown.includes(id)).map(listingOf),
    task: taskOf(variant),
    hints: drawn.hints.map(text),
    solution: solutionOf(variant),
    explanation: wholeText(drawn.explanation, solvedExperiment(variant, run)),
  }
}

function promptOf(exercise: Exercise): string {
  const fact = exercise.kind === 'predict' ? exercise.questions[0]?.fact : undefined
  return exercise.prompt === '' && fact !== undefined ? describeFact(fact).prompt : exercise.prompt
}

function listingOf({ id, file, title, language, source }: Exercise['cells'][number]): Listing {
  return {
    id,
    file,
    ...(title === undefined ? {} : { title }),
    language,
    source,
    colours: coloursOf(source, language),
  }
}

function taskOf({ exercise, experiment }: Variant): Task {
  const text = (markdown: string) => wholeText(markdown, experiment)
  switch (exercise.kind) {
    case 'predict':
      return exercise.options.length > 0
        ? { kind: 'choose', options: exercise.options.map((option) => text(option.text)) }
        : { kind: 'predict', fields: exercise.questions.map((question) => fieldOf(question, experiment)) }
    case 'edit':
      return { kind: 'edit', cell: exercise.edited }
    case 'classify':
      return {
        kind: 'classify',
        buckets: exercise.buckets,
        items: exercise.items.map((item) => text(item.text)),
      }
    case 'order':
      return { kind: 'order', steps: exercise.steps.map((step) => text(step.text)) }
  }
}

function fieldOf({ fact, label }: { fact: string; label: string }, experiment: Experiment) {
  const bytes = experiment.fact(fact)?.kind === 'bytes'
  return { label: label === '' ? describeFact(fact).label : label, bytes }
}

/** The answer to a variant. */
export function solutionOf(variant: Variant): Solution {
  const { exercise, experiment } = variant
  switch (exercise.kind) {
    case 'predict':
      return exercise.options.length > 0
        ? { kind: 'choose', option: exercise.options.findIndex(({ when }) => !firstUnmet(when, experiment)) }
        : { kind: 'predict', values: exercise.questions.map(({ fact }) => factForPeople(fact, experiment)) }
    case 'edit':
      return solvedSource(
        exercise.solution,
        exercise.cells.find(({ id }) => id === exercise.edited)!,
      )
    case 'classify':
      return {
        kind: 'classify',
        buckets: exercise.items.map((_, index) => bucketOf({ ...variant, exercise }, index) ?? ''),
      }
    case 'order':
      return { kind: 'order', order: variant.places.map((_, place) => variant.places.indexOf(place)) }
  }
}

function solvedSource(source: string, { language }: Exercise['cells'][number]): Solution {
  return { kind: 'edit', source, colours: coloursOf(source, language) }
}

/** The machine that an explanation speaks of: for an edit, the one that the solution makes. */
function solvedExperiment({ exercise, experiment }: Variant, run: RunCells): Experiment {
  return exercise.kind === 'edit' ? run(withSource(exercise, exercise.solution)) : experiment
}
