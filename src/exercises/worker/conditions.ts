import type { FactValue } from '#engine/facts/fact-value.ts'
import type { Condition } from '#exercises/shared/exercise.ts'
import type { Experiment } from '#exercises/shared/experiment.ts'

/** The first condition that a machine does not meet; undefined where it meets all. */
export function firstUnmet(
  conditions: readonly Condition[],
  experiment: Experiment,
  before?: Experiment,
): Condition | undefined {
  return conditions.find((condition) => !holds(condition, experiment, before))
}

/** @param before the machine as it was before the reader changed anything, for conditions of the kind `unchanged` */
function holds(condition: Condition, experiment: Experiment, before?: Experiment): boolean {
  const value = experiment.fact(condition.fact, condition.cell)
  if (condition.exists !== undefined) return condition.exists === (value !== undefined)
  if (value === undefined) return false
  return compare(condition, value) && compareFacts(condition, value, experiment, before)
}

function compare(condition: Condition, value: FactValue): boolean {
  const { is, isNot, atLeast, atMost, multipleOf } = condition
  if (is !== undefined && !equal(value, is)) return false
  if (isNot !== undefined && equal(value, isNot)) return false
  if (atLeast !== undefined && !related(value, atLeast, (number, limit) => number >= limit)) return false
  if (atMost !== undefined && !related(value, atMost, (number, limit) => number <= limit)) return false
  return multipleOf === undefined || related(value, multipleOf, (number, divisor) => number % divisor === 0n)
}

function compareFacts(
  { fact, cell, sameAs, unchanged }: Condition,
  value: FactValue,
  experiment: Experiment,
  before: Experiment | undefined,
): boolean {
  if (sameAs !== undefined && experiment.fact(sameAs, cell)?.value !== value.value) return false
  if (unchanged === undefined) return true
  return unchanged === (before?.fact(fact, cell)?.value === value.value)
}

function related(
  value: FactValue,
  text: string,
  relation: (value: bigint, other: bigint) => boolean,
): boolean {
  const other = numberFrom(text)
  return typeof value.value === 'bigint' && other !== undefined && relation(value.value, other)
}

/** Bytes and words are compared as facts print them: `2a`, `page-fault`. */
function equal(value: FactValue, expected: string): boolean {
  if (typeof value.value === 'bigint') return value.value === numberFrom(expected)
  return value.value === (value.kind === 'bytes' ? expected.toLowerCase() : expected)
}

/** A number as conditions write it; undefined for a word. */
function numberFrom(text: string): bigint | undefined {
  const digits = text.replace(/^-/, '').replaceAll('_', '')
  if (!/^(0x[\da-f]+|0b[01]+|\d+)$/i.test(digits)) return undefined
  return text.startsWith('-') ? -BigInt(digits) : BigInt(digits)
}
