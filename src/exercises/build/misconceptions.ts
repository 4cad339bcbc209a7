import type { Exercise } from '#exercises/shared/exercise.ts'
import type { RichText } from '#exercises/shared/rich-text.ts'
import { firstUnmet } from '#exercises/worker/conditions.ts'
import { possibleAnswers } from '#exercises/worker/possible-answers.ts'
import { inLaboratory } from '#exercises/worker/laboratory.ts'
import { textWithFacts } from '#exercises/worker/text-with-facts.ts'
import { makeVariant, type Variant } from '#exercises/worker/variant.ts'

/** What is said to the wrong answers that an exercise foresees, each once: of the variant with the seed that the pages show. */
export function misconceptions(exercise: Exercise, seed: number): readonly RichText[] {
  return inLaboratory((run) => {
    const variant = makeVariant(exercise, seed, run)
    const says = new Set(diagnosesOf(variant).filter((text) => text !== ''))
    return [...says].map((text) => textWithFacts(text, variant.experiment))
  })
}

function diagnosesOf({ exercise, experiment }: Variant): string[] {
  switch (exercise.kind) {
    case 'predict':
      return [
        ...exercise.options
          .filter(({ when }) => firstUnmet(when, experiment))
          .map(({ otherwise }) => otherwise),
        ...(exercise.options.length > 0 ? [] : exercise.questions).flatMap((question) => {
          const answers = possibleAnswers(question, experiment)
          const declared: readonly string[] = [
            ...question.mistakes,
            ...question.foreseen.map(({ fact }) => fact),
          ]
          if (typeof answers === 'string') return []
          return answers.mistakes.filter(({ name }) => declared.includes(name)).map(({ says }) => says)
        }),
      ]
    case 'edit':
      return exercise.expect.map(({ otherwise }) => otherwise)
    case 'fault':
      return [...exercise.lines.map(({ says }) => says), ...exercise.expect.map(({ otherwise }) => otherwise)]
    case 'build':
      return [...exercise.expect, ...exercise.budget].map(({ otherwise }) => otherwise)
    case 'classify':
      return exercise.items.flatMap(({ otherwise, instead }) => [otherwise, ...Object.values(instead)])
    case 'order':
      return exercise.steps.map(({ needs }) => needs)
  }
}
