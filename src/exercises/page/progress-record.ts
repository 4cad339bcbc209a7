import { defined } from '#notebook/shared/defined.ts'

/** What is kept of a reader's work on one exercise. */
export interface ProgressRecord {
  /** The best that was reached, on any variant. */
  readonly state: ProgressState
  /** Hash of the exercise as it was when that was reached: tells whether its author has changed it since. */
  readonly hash: string
  readonly attempts: number
  /** The variant before the reader, with what they have asked for and written down. */
  readonly seed: number
  readonly hints: number
  /** The solution of this variant has been looked at. */
  readonly seen: boolean
  /** The answer as it stands, in JSON. */
  readonly draft: string
  /** The last answer that passed: something else may have been typed since. */
  readonly right?: RightAnswer
  /** When the reader first did something here. Milliseconds since 1970, as all times. */
  readonly began?: number
  readonly at: number
}

/** An answer that passed. What was kept by an earlier version of the course knows only the first two. */
export interface RightAnswer {
  /** The variant that it answers. */
  readonly seed: number
  readonly draft: string
  readonly at?: number
  /** Which attempt at the exercise it was, counted from 1. */
  readonly tries?: number
  /** The solution had been looked at. */
  readonly seen?: true
}

/** From least to most: begun; the solution looked at; passed without looking. */
export const PROGRESS_STATES = ['begun', 'seen', 'passed'] as const
export type ProgressState = (typeof PROGRESS_STATES)[number]

/** Characters. Longer ones are not kept; one that was kept is read, however long it is. */
export const LONGEST_DRAFT = 250_000
const LATEST = 8.64e15

/** A record out of whatever was stored: what can be read is kept. */
export interface ReadRecord {
  readonly record: ProgressRecord
  /** Nothing of it had to be left out. */
  readonly whole: boolean
}

/** @returns undefined where not even the state can be made out */
export function readRecord(stored: unknown): ReadRecord | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const fields = stored as Record<string, unknown>
  const state = PROGRESS_STATES.find((candidate) => candidate === fields['state'])
  if (!state) return undefined
  let whole = true
  const take = <Value>(
    name: string,
    isRight: (value: unknown) => value is Value,
    otherwise: Value,
  ): Value => {
    const value = fields[name]
    if (isRight(value)) return value
    whole = false
    return otherwise
  }
  const record: ProgressRecord = {
    state,
    hash: take('hash', isHash, ''),
    attempts: take('attempts', isCount, 0),
    seed: take('seed', isCount, 1),
    hints: take('hints', isCount, 0),
    seen: take('seen', isBoolean, state === 'seen'),
    draft: take('draft', isDraft, ''),
    at: take('at', isTime, 0),
  }
  const right = fields['right'] === undefined ? undefined : readRight(fields['right'])
  const began = fields['began']
  return {
    record: { ...record, ...defined({ right, began: isTime(began) ? began : undefined }) },
    whole:
      whole &&
      (fields['right'] === undefined || right !== undefined) &&
      (began === undefined || isTime(began)),
  }
}

function readRight(stored: unknown): RightAnswer | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined
  const { seed, draft, at, tries, seen } = stored as Record<string, unknown>
  if (!isCount(seed) || !isDraft(draft)) return undefined
  return {
    seed,
    draft,
    ...defined({ at: isTime(at) ? at : undefined, tries: isCount(tries) ? tries : undefined }),
    ...(seen === true ? { seen } : {}),
  }
}

/** The record in a text that should be JSON; from a damaged one, at least the state. */
export function readRecordText(text: string): ReadRecord | undefined {
  try {
    return readRecord(JSON.parse(text))
  } catch {
    const state = /"state"\s*:\s*"(\w+)"/.exec(text)?.[1]
    const hash = /"hash"\s*:\s*"(\w*)"/.exec(text)?.[1]
    return readRecord({ state, hash })
  }
}

const isHash = (value: unknown): value is string => typeof value === 'string' && value.length <= 64
const isDraft = (value: unknown): value is string => typeof value === 'string'
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isTime = (value: unknown): value is number => isCount(value) && (value as number) <= LATEST

/** Two records of one exercise as one: the best that was reached, and the work that was done last. */
export function mergeRecords(one: ProgressRecord, other: ProgressRecord): ProgressRecord {
  return isLater(one, other) ? withReached(one, other) : withReached(other, one)
}

/** The later of two records, with the best that was reached in either. */
export function withReached(later: ProgressRecord, earlier: ProgressRecord): ProgressRecord {
  const better = rank(earlier) > rank(later) ? earlier : later
  return {
    ...later,
    state: better.state,
    hash: better.hash,
    attempts: Math.max(later.attempts, earlier.attempts),
    ...defined({
      right: betterRight(later.right, earlier.right),
      began: firstOf(later.began, earlier.began),
    }),
  }
}

/** The later answer, but none that was given after a look at the solution in the place of one that was not. */
export function betterRight(later?: RightAnswer, earlier?: RightAnswer): RightAnswer | undefined {
  if (later === undefined || earlier === undefined) return later ?? earlier
  if (later.seen !== earlier.seen) return later.seen ? earlier : later
  return (later.at ?? 0) < (earlier.at ?? 0) ? earlier : later
}

function firstOf(one?: number, other?: number): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other)
}

const rank = ({ state }: ProgressRecord) => PROGRESS_STATES.indexOf(state)

/** Of two records of one moment always the same one is later, so that merging in either order agrees. */
function isLater(one: ProgressRecord, other: ProgressRecord): boolean {
  if (one.at !== other.at) return one.at > other.at
  return workOf(one) > workOf(other)
}

const workOf = ({ seed, hints, seen, draft, right, hash }: ProgressRecord) =>
  JSON.stringify([seed, hints, seen, draft, right?.seed, right?.draft, right?.tries, hash])
