import { isRefused, STANDINGS, type Checked, type CheckedResult } from './check-result.ts'
import type { ExerciseKey } from './course.ts'

/** A table with its head, all texts. */
export interface ResultsTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const FIRST = ['file', 'student', 'assignment', 'solved', 'of', 'code', 'version', 'saved', 'remarks']

/** Who solved what: a row for each file, and a column for each exercise that anybody had. @param order of the course */
export function resultsTable(checked: readonly Checked[], order: readonly ExerciseKey[]): ResultsTable {
  const had = new Set(
    checked.flatMap((each) => (isRefused(each) ? [] : each.exercises.map(({ key }) => key))),
  )
  const keys = [...order.filter((key) => had.has(key)), ...[...had].filter((key) => !order.includes(key))]
  return {
    head: [...FIRST, ...keys],
    rows: checked.map((each) =>
      isRefused(each)
        ? [each.file, ...FIRST.slice(2).map(() => ''), each.message, ...keys.map(() => '')]
        : rowOf(each, keys),
    ),
  }
}

function rowOf(result: CheckedResult, keys: readonly ExerciseKey[]): string[] {
  const { file, student, assignmentCode, code, course, saved, asked, exercises, remarks } = result
  const cell = (key: ExerciseKey) => {
    const found = exercises.find((each) => each.key === key)
    return found === undefined ? '' : STANDINGS[found.standing]
  }
  const first = [file, student, assignmentCode, String(solvedCount(result)), String(asked)]
  return [...first, code, course, new Date(saved).toISOString(), remarks.join(' '), ...keys.map(cell)]
}

/** Without a look at the answer. */
export const solvedCount = ({ exercises }: CheckedResult) =>
  exercises.filter(({ standing }) => standing === 'solved').length

/** Comma-separated values (RFC 4180). What a spreadsheet would take for a formula is made a text. */
export function csvOf({ head, rows }: ResultsTable): string {
  return [head, ...rows].map((row) => row.map(csvField).join(',') + '\r\n').join('')
}

function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
