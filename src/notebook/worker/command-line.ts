import type { Diagnostic } from '#engine/diagnostic.ts'
import { parser } from '#engine/os/pages/parser.generated.ts'
import { readWritten } from '#engine/written-text.ts'

/** A word of a command line, and where it stands. */
export interface CommandWord {
  readonly text: string
  readonly from: number
  readonly to: number
}

export interface CommandLine {
  readonly words: readonly CommandWord[]
  readonly diagnostics: readonly Diagnostic[]
}

const WORD = /#.*|(?:"[^"\n]*"|'[^'\n]*'|[^\s"'#])(?:"[^"\n]*"|'[^'\n]*'|[^\s"'])*/g
const QUOTED = /"([^"\n]*)"|'([^'\n]*)'/g

/** Reads a command as a shell does: quotes keep blanks together, # begins a comment. Its lines are one. */
export function readCommand(written: string): CommandLine {
  const { text: source, mistakes } = readWritten(parser, written)
  const words = [...source.matchAll(WORD)]
    .filter(([text]) => !text.startsWith('#'))
    .map(({ 0: text, index }) => ({
      text: text.replace(QUOTED, (_, double?: string, single?: string) => double ?? single ?? ''),
      from: index,
      to: index + text.length,
    }))
  return { words, diagnostics: mistakes }
}
