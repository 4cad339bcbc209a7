/** What a reader sees of a variant: plain data, computed at build for the first one and by the kernel's worker for others. */
import type { Language } from '#notebook/shared/language.ts'
import type { RichText } from './rich-text.ts'

/** A cell of the exercise, coloured. */
export interface Listing {
  readonly id: string
  readonly file: string
  readonly title?: string
  readonly language: Language
  readonly source: string
  /** As `coloursOf` writes them. */
  readonly colours: string
}

export type Task =
  | {
      readonly kind: 'predict'
      readonly fields: readonly { readonly label: string; readonly bytes: boolean }[]
    }
  | { readonly kind: 'choose'; readonly options: readonly RichText[] }
  | { readonly kind: 'edit'; readonly cell: string }
  | {
      readonly kind: 'build'
      readonly cell: string
      readonly budget: readonly { readonly what: string; readonly atMost: string }[]
    }
  | { readonly kind: 'fault'; readonly cell: string; readonly lines: readonly string[] }
  | {
      readonly kind: 'classify'
      readonly buckets: readonly { readonly id: string; readonly label: string }[]
      readonly items: readonly RichText[]
    }
  | { readonly kind: 'order'; readonly steps: readonly RichText[] }

/** How an exercise is answered: each way is named here, in page/kinds and in the tasks of its widget. */
export type TaskKind = Task['kind']

export type TaskOf<Kind extends TaskKind> = Extract<Task, { readonly kind: Kind }>

/** The answer, in the terms of the task. */
export type Solution =
  | { readonly kind: 'predict'; readonly values: readonly string[] }
  | { readonly kind: 'choose'; readonly option: number }
  | { readonly kind: 'edit' | 'build'; readonly source: string; readonly colours: string }
  | { readonly kind: 'fault'; readonly line: number; readonly text: string }
  | { readonly kind: 'classify'; readonly buckets: readonly string[] }
  | { readonly kind: 'order'; readonly order: readonly number[] }

export type SolutionOf<Kind extends TaskKind> = Solution & { readonly kind: Kind }

/** The cell that is changed in the answer, and stands there instead of with the question. */
export function editedCell(task: Task): string | undefined {
  return 'cell' in task ? task.cell : undefined
}

/** What scripts need of a variant whose words the build has written into the page. */
export interface PresentedTask {
  readonly id: string
  readonly title: string
  readonly seed: number
  /** Whether another seed can show something else. */
  readonly varies: boolean
  /** Those that the task is about; in a whole variant all of them. */
  readonly listings: readonly Listing[]
  readonly task: Task
  readonly hints: readonly RichText[]
}

export interface Presented extends PresentedTask {
  readonly prompt: RichText
  readonly solution: Solution
  readonly explanation: RichText
}

export function isWhole(presented: PresentedTask | Presented): presented is Presented {
  return 'prompt' in presented
}

/** What is left of a variant when its words stand in the page already. */
export function taskOf({ id, title, seed, varies, listings, task, hints }: Presented): PresentedTask {
  const needed = listings.filter((listing) => listing.id === editedCell(task))
  return { id, title, seed, varies, listings: needed, task, hints }
}
