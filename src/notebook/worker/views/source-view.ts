import { highlightCode } from '@lezer/highlight'
import { grammarOf } from '#notebook/shared/grammars.ts'
import type { Language } from '#notebook/shared/language.ts'
import { defined } from '#notebook/shared/defined.ts'
import type { CodeMap } from '../timeline/code-map.ts'
import type { ViewInput } from './view-input.ts'
import type { SourceView } from '#notebook/shared/machine-view.ts'

type Line = SourceView['lines'][number]

/** What of the view stays the same for all moments of a run. */
const LINES = new WeakMap<CodeMap, readonly Line[]>()

/** A program's source by lines, and where in it the machine is. What is no program has no place in time. */
export function sourceView({ recording, code, machine }: ViewInput): SourceView | undefined {
  const { language } = code
  const isMade = machine.program?.code?.source !== undefined
  if (language !== 'rust' && language !== 'asm' && !isMade) return undefined
  const lines = LINES.get(code) ?? linesOf(code)
  LINES.set(code, lines)
  const executed = lineAt(code, recording.pointerBefore)
  const next = recording.hasExited ? undefined : lineAt(code, recording.pointer)
  const marked = (line: Line, number: number) => ({
    ...line,
    ...defined({ mark: markOf(number, executed, next) }),
  })
  const isElsewhere = !recording.hasExited && next === undefined ? (true as const) : undefined
  return { kind: 'source', lines: lines.map(marked), ...defined({ isElsewhere }) }
}

function lineAt(code: CodeMap, pointer: number | undefined): number | undefined {
  return pointer === undefined ? undefined : code.at(pointer)?.line
}

function markOf(line: number, executed: number | undefined, next: number | undefined): Line['mark'] {
  if (line === next) return line === executed ? 'both' : 'next'
  return line === executed ? 'executed' : undefined
}

function linesOf({ source, places, language }: CodeMap): Line[] {
  const withCode = new Set(places.flatMap(({ line }) => line ?? []))
  const lines = tokensByLine(source, language)
  let from = 0
  return lines.map((tokens, number) => {
    const to = from + tokens.reduce((sum, { text }) => sum + text.length, 0)
    const line = { from, to, tokens, hasCode: withCode.has(number) }
    from = to + 1
    return line
  })
}

/** What is in no language of the cells has no colours. */
function tokensByLine(source: string, language: Language | undefined): Line['tokens'][number][][] {
  if (language === undefined) return plainLines(source)
  const lines: Line['tokens'][number][][] = [[]]
  let from = 0
  const putText = (text: string, classes: string) => {
    lines.at(-1)!.push({ text, class: classes, from })
    from += text.length
  }
  const putBreak = () => {
    lines.push([])
    from += 1
  }
  highlightCode(
    source,
    grammarOf(language).parser.parse(source),
    grammarOf(language).classes,
    putText,
    putBreak,
  )
  return lines
}

function plainLines(source: string): Line['tokens'][number][][] {
  let from = 0
  return source.split('\n').map((text) => {
    const token = { text, class: '', from }
    from += text.length + 1
    return text === '' ? [] : [token]
  })
}
