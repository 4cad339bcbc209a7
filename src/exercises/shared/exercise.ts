/** What an exercise is, once `exercises.yaml` has been read and checked: plain data without any code. */
import type { CellDefinition } from '#notebook/shared/cell.ts'

/** What may be drawn for a parameter. Bounds are included. */
export type Parameter =
  | {
      readonly kind: 'integer'
      readonly from: number
      readonly to: number
      readonly step: number
      readonly hexadecimal: boolean
    }
  /** Each choice a record: `${load.type}` is the field `type` of what was drawn for `load`; a plain choice has one field, ''. */
  | { readonly kind: 'choice'; readonly among: readonly Readonly<Record<string, string>>[] }

export type Parameters = Readonly<Record<string, Parameter>>

/** One thing that must hold of a machine. Numbers and facts are written as texts; `${name}` stands for a parameter. */
export interface Condition {
  readonly fact: string
  /** The cell whose machine is asked; without it the last one. */
  readonly cell?: string
  readonly is?: string
  readonly isNot?: string
  readonly atLeast?: string
  readonly atMost?: string
  readonly multipleOf?: string
  /** The value is that of another fact of the same machine. */
  readonly sameAs?: string
  /** The value is still what it was before the reader changed anything. */
  readonly unchanged?: boolean
  /** Whether there is such a fact at all. */
  readonly exists?: boolean
  /** What to say where this does not hold: a sentence that points to the idea. */
  readonly otherwise: string
}

/** A wrong answer that the author foresaw, by the fact that it is the value of. */
export interface ForeseenAnswer {
  readonly fact: string
  /** The cell whose machine is asked; without it the last one. */
  readonly cell?: string
  readonly says: string
}

interface Common {
  readonly id: string
  /** What it is called in lists. */
  readonly title: string
  readonly prompt: string
  readonly parameters: Parameters
  /** Parameters whose values must differ from each other. */
  readonly distinct: readonly string[]
  readonly hints: readonly string[]
  readonly explanation: string
  /** The cells that make the machine, each on the machine of the one it names in `after`; sources are templates. */
  readonly cells: readonly CellDefinition[]
  /** Which of these the reader sees. */
  readonly shown: readonly string[]
}

/** One number, or some bytes, to be predicted. */
export interface Question {
  readonly fact: string
  readonly label: string
  /** Names from the catalogue of mistakes. */
  readonly mistakes: readonly string[]
  readonly foreseen: readonly ForeseenAnswer[]
}

export interface PredictExercise extends Common {
  readonly kind: 'predict'
  readonly questions: readonly Question[]
  /** Instead of a number: outcomes to choose from, of which exactly one comes true. */
  readonly options: readonly Option[]
}

export interface Option {
  readonly text: string
  readonly when: readonly Condition[]
  /** What to say to a reader who has chosen it wrongly. */
  readonly otherwise: string
}

/** What kinds have in which a reader changes a source. */
interface Edited extends Common {
  /** The cell that the reader changes. */
  readonly edited: string
  readonly solution: string
  readonly expect: readonly Condition[]
}

/** A source that the author foresaw, with the fact whose condition refuses it. */
export interface Attempt {
  readonly source: string
  readonly refusedBy: string
}

export interface EditExercise extends Edited {
  readonly kind: 'edit'
  readonly attempts: readonly Attempt[]
}

/** A source of which one line is wrong: which, and what should stand there. */
export interface FaultExercise extends Edited {
  readonly kind: 'fault'
  /** What to say to whoever suspects a line that is innocent. */
  readonly lines: readonly { readonly line: string; readonly says: string }[]
  /** What to say where there is nothing particular to the line. */
  readonly otherwise: string
  /** Lines that the author foresaw in the place of the wrong one. */
  readonly attempts: readonly { readonly instead: string; readonly refusedBy: string }[]
}

/** A state to be reached with no more than what is given for it. */
export interface BuildExercise extends Edited {
  readonly kind: 'build'
  readonly budget: readonly Budget[]
  readonly attempts: readonly Attempt[]
}

export interface Budget {
  readonly fact: string
  /** The cell whose machine is asked; without it the last one. */
  readonly cell?: string
  readonly atMost: string
  /** What is counted: `instructions`, `frames for page tables`. */
  readonly what: string
  /** What to say where it was too much, behind how much it was. */
  readonly otherwise: string
}

export interface ClassifyExercise extends Common {
  readonly kind: 'classify'
  readonly buckets: readonly { readonly id: string; readonly label: string }[]
  readonly items: readonly ClassifyItem[]
  /** How many of the items a variant has. */
  readonly draw: number
}

export interface ClassifyItem {
  readonly text: string
  /** The bucket it belongs to; or a fact, whose value is the bucket's id (`none` where there is no such fact). */
  readonly bucket?: string
  readonly fact?: string
  /** What to say where it was put into another bucket. */
  readonly otherwise: string
  /** The same for one particular bucket. */
  readonly instead: Readonly<Record<string, string>>
}

export interface OrderExercise extends Common {
  readonly kind: 'order'
  /** In a right order; as the reader sees them, once they are drawn. */
  readonly steps: readonly OrderStep[]
  readonly draw: number
}

export interface OrderStep {
  readonly text: string
  /** What to say where this step was put before one that it needs. */
  readonly needs: string
  /** Which of the steps must come before it, by their indices: those it needs, those that they need, and so on. */
  readonly after: readonly number[]
}

/** All kinds: a new one is named here and in the `kinds` of build and worker. */
export type Exercise =
  PredictExercise | EditExercise | FaultExercise | BuildExercise | ClassifyExercise | OrderExercise

/** Those in which a source is changed. */
export type EditedExercise = EditExercise | FaultExercise | BuildExercise

export type ExerciseKind = Exercise['kind']

export type ExerciseOf<Kind extends ExerciseKind> = Extract<Exercise, { readonly kind: Kind }>

/** What one lesson has in its `exercises.yaml`. */
export interface ExerciseSheet {
  readonly exercises: readonly Exercise[]
  /** How many exercises of this and the earlier lessons the set at the lesson's end draws; none without. */
  readonly mixed?: number
}

/** What a reader hands in, or has put in so far. */
export type Answer =
  | { readonly kind: 'predict'; readonly texts: readonly string[] }
  | { readonly kind: 'choose'; readonly option: number }
  | { readonly kind: 'edit'; readonly source: string }
  | { readonly kind: 'build'; readonly source: string }
  /** A line by its number from 0, -1 for none yet, and what should stand there. */
  | { readonly kind: 'fault'; readonly line: number; readonly text: string }
  | { readonly kind: 'classify'; readonly buckets: readonly (string | undefined)[] }
  | { readonly kind: 'order'; readonly order: readonly number[] }

export type AnswerOf<Kind extends Answer['kind']> = Extract<Answer, { readonly kind: Kind }>
