import { attempt, type OwnMistake } from '#notebook/shared/own-mistake.ts'
import { lastFrame } from '../timeline/last-frame.ts'
import { makeView } from './make-view.ts'
import type { ViewInput } from './view-input.ts'
import type { ViewData, ViewName } from '#notebook/shared/view.ts'

/** What is told of a program that has ended as it was when it last had a frame: these are about the frame, or by it. */
const ABOUT_THE_FRAME: ReadonlySet<ViewName> = new Set([
  'symbols',
  'stack',
  'frame',
  'calls',
  'journey',
  'registers',
  'register-file',
  'vectors',
  'flags',
  'split',
  'bits',
  'table',
  'walk',
  'bytes',
  'tree',
  'ram',
  'hex',
])

/** Makes each of these views that the machine has something for. One in which the course is wrong takes no other along. */
export function makeViews(names: readonly ViewName[], input: ViewInput, mistakes: OwnMistake[]): ViewData[] {
  const { recording } = input
  const { step } = recording
  const last = names.some(isAboutTheFrame) ? lastFrame(recording)?.step : undefined
  return names.flatMap((name) => {
    const when = isAboutTheFrame(name) ? (last ?? step) : step
    if (recording.step !== when) recording.goTo(when)
    const view = attempt(`making the view “${name}”`, mistakes, () => makeView(name, input))
    // A view that travels and fails on the way leaves the machine somewhere else, too.
    if (recording.step !== step) recording.goTo(step)
    return view ?? []
  })
}

export function isAboutTheFrame(name: ViewName): boolean {
  return ABOUT_THE_FRAME.has(name)
}
