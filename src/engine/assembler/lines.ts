import { parser } from './parser.generated.ts'
import { readStatements, type Statement } from './syntax.ts'

/** What a line says; lines that read the same share it. Nothing, if it is blank or a comment. */
const known = new Map<string, Statement | undefined>()

/** So many lines are remembered; then they are all forgotten. */
const MOST_LINES = 1 << 15

/** Longer lines are refused, and with a backslash at its end a line is not all. */
const UNUSUAL = /^.{4000}|\\[ \t\r]*$/

/**
 * Reads what a compiler has written: every line stands for itself, and most have been read before, in this program or in
 * the one before it. What has not is read in one go. Spans are counted from each statement's `base`.
 * @returns undefined if a line cannot be read so
 */
export function readLines(source: string): readonly Statement[] | undefined {
  const lines = source.split('\n')
  const codes = lines.map(withoutComment)
  if (known.size > MOST_LINES) known.clear()
  if (!learn(new Set(codes.filter((code) => !known.has(code))))) return undefined
  const statements: Statement[] = []
  let from = 0
  codes.forEach((code, index) => {
    const statement = known.get(code)
    if (statement) statements.push({ ...statement, base: from + statement.base! })
    from += lines[index]!.length + 1
  })
  return statements
}

function withoutComment(line: string): string {
  const comment = line.indexOf(';')
  if (comment < 0) return line
  const code = line.slice(0, comment)
  return /["'`]/.test(code) ? line : code
}

/** @returns whether all of these lines can be read */
function learn(codes: ReadonlySet<string>): boolean {
  if (codes.size === 0) return true
  const text = [...codes].join('\n')
  let isWrong = false
  const statements = readStatements(parser.parse(text), text, () => (isWrong = true))
  if (isWrong) return false
  let next = 0
  let from = 0
  for (const code of codes) {
    const to = from + code.length
    const statement = statements[next]
    const isOwn = statement !== undefined && statement.from < to
    if (UNUSUAL.test(code) || (isOwn && statement.to > to)) return false
    known.set(code, isOwn ? { ...statement, base: -from } : undefined)
    if (isOwn) next++
    from = to + 1
  }
  return true
}
