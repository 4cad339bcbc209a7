import { coloursOf } from '#notebook/worker/colours-of.ts'
import { describeFact } from './describe-fact.ts'
import type { Exercise } from '#exercises/shared/exercise.ts'
import type { Experiment, RunCells } from '#exercises/shared/experiment.ts'
import type { Listing, Presented } from '#exercises/shared/presented.ts'
import { wholeText } from './text-with-facts.ts'
import { makeVariant, variantCount, type Variant } from './variant.ts'
import { workerKind } from './kinds/kinds.ts'

/**
 * What the reader sees of an exercise's variant.
 * @throws NoVariantError
 */
export function present(exercise: Exercise, seed: number, run: RunCells): Presented {
  const variant = makeVariant(exercise, seed, run)
  const { exercise: drawn, experiment } = variant
  const kind = workerKind(drawn.kind)
  const text = (markdown: string) => wholeText(markdown, experiment)
  return {
    id: drawn.id,
    title: drawn.title,
    seed,
    varies: variantCount(exercise) > 1,
    prompt: text(promptOf(drawn)),
    listings: drawn.cells.filter(({ id }) => drawn.shown.includes(id)).map(listingOf),
    task: kind.task(variant),
    hints: drawn.hints.map(text),
    solution: kind.solution(variant),
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

/** The machine that an explanation speaks of: for an edit, the one that the solution makes. */
function solvedExperiment({ exercise, experiment }: Variant, run: RunCells): Experiment {
  const solved = workerKind(exercise.kind).solved?.(exercise)
  return solved === undefined ? experiment : run(solved)
}
