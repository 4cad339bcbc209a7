import type { Span } from './syntax.ts'

/** What begins or ends something, and what may hold a brace that means none. */
const MARKS = /\bfn \w+|[[\](){};]|"(?:[^"\\]|\\[^])*"|'(?:\\[^']+|[^'\\])'|\/\/[^\n]*/g

/**
 * What stands in a well-formed source outside of its functions: all but what lies between their braces.
 * @param from where the source begins in the text
 */
export function headsIn(text: string, from: number): readonly Span[] {
  const heads: Span[] = []
  let start = from
  let isSignature = false
  let brackets = 0
  /** How many braces are open in a body. */
  let braces = 0
  MARKS.lastIndex = from
  for (let mark = MARKS.exec(text); mark; mark = MARKS.exec(text)) {
    const [word] = mark
    if (braces > 0) {
      braces += word === '{' ? 1 : word === '}' ? -1 : 0
      if (braces === 0) start = mark.index
    } else if (word.startsWith('fn ')) isSignature = true
    else if (!isSignature) continue
    else if (word === '(' || word === '[') brackets++
    else if (word === ')' || word === ']') brackets--
    else if (word === ';' && brackets === 0) isSignature = false
    else if (word === '{') {
      heads.push({ from: start, to: mark.index + 1 })
      isSignature = false
      braces = 1
    }
  }
  return [...heads, { from: start, to: text.length }]
}
