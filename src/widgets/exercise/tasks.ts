import type { Component } from 'svelte'
import type { AnswerOf } from '#exercises/shared/exercise.ts'
import type { PresentedTask, TaskKind, TaskOf } from '#exercises/shared/presented.ts'
import type { Verdict } from '#exercises/shared/verdict.ts'
import BuildTask from './BuildTask.svelte'
import ChooseTask from './ChooseTask.svelte'
import ClassifyTask from './ClassifyTask.svelte'
import EditTask from './EditTask.svelte'
import FaultTask from './FaultTask.svelte'
import OrderTask from './OrderTask.svelte'
import PredictTask from './PredictTask.svelte'

export interface TaskProps<Kind extends TaskKind> {
  presented: PresentedTask
  task: TaskOf<Kind>
  draft: AnswerOf<Kind>
  verdict: Verdict | undefined
  /** Id of what is said to the answer. */
  feedback: string
  write: (draft: AnswerOf<Kind>) => void
  check: () => void
}

interface ShownTask<Kind extends TaskKind> {
  /** What a reader is to do, in a word. */
  readonly name: string
  readonly component: Component<TaskProps<Kind>>
}

const TASKS: { readonly [Kind in TaskKind]: ShownTask<Kind> } = {
  predict: { name: 'Predict', component: PredictTask },
  choose: { name: 'Predict', component: ChooseTask },
  edit: { name: 'Change', component: EditTask },
  fault: { name: 'Find the fault', component: FaultTask },
  build: { name: 'Build', component: BuildTask },
  classify: { name: 'Sort', component: ClassifyTask },
  order: { name: 'Put in order', component: OrderTask },
}

/** How a task is shown. */
export function shownTask<Kind extends TaskKind>(kind: Kind): ShownTask<Kind> {
  return TASKS[kind]
}
