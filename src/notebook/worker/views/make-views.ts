import { attempt, type OwnMistake } from '#notebook/shared/own-mistake.ts'
import { lastFrame } from '../timeline/last-frame.ts'
import { isAboutTheFrame, makeView } from './make-view.ts'
import type { ViewInput } from './view-input.ts'
import type { ViewData, ViewName } from '#notebook/shared/view.ts'

/** Makes each of these views that the machine has something for. One in which the course is wrong takes no other along. */
export function makeViews(names: readonly ViewName[], input: ViewInput, mistakes: OwnMistake[]): ViewData[] {
  const { recording } = input
  const { step } = recording
  const last = names.some(isAboutTheFrame) ? lastFrame(recording)?.step : undefined
  return names.flatMap((name) => {
    const when = isAboutTheFrame(name) ? (last ?? step) : step
    if (recording.step !== when) recording.goTo(when)
    const then: ViewInput = when === step ? input : { ...input, isPast: true }
    try {
      return attempt(`making the view “${name}”`, mistakes, () => makeView(name, then)) ?? []
    } finally {
      // A view that travels and fails on the way leaves the machine somewhere else, too.
      if (recording.step !== step) recording.goTo(step)
    }
  })
}
