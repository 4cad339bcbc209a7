import { highlightCode } from '@lezer/highlight'
import type { AssembledInstruction } from '#engine/assembler/assemble.ts'
import type { Machine } from '#engine/machine/machine.ts'
import { instructionAt, type Program } from '#engine/machine/program.ts'
import { hex } from '#engine/units.ts'
import { LANGUAGE_NAMES, type CellDefinition, type Language } from '../cell.ts'
import { parserOf } from '../parsers.ts'
import { present } from '../present.ts'
import { thingText, type Thing } from '../thing.ts'
import { tokenClassesOf } from '../token-classes.ts'
import { addressExecutedLast, addressExecutedNext } from './last-executed.ts'
import type { SourceView } from './machine-view.ts'
import type { AtOneMoment } from './view-input.ts'

type Line = SourceView['lines'][number]

/** The cell's source by lines, with where the processor is in it; undefined where the cell is no program's source. */
export function sourceView({ machine, cell }: Pick<AtOneMoment, 'machine' | 'cell'>): SourceView | undefined {
  const program = programOf(machine, cell)
  if (program === undefined) return undefined
  const code = codeOf(program, cell.source)
  const executed = lineAt(code, program, addressExecutedLast(machine))
  const nextAddress = addressExecutedNext(machine)
  const next = lineAt(code, program, nextAddress)
  return {
    kind: 'source',
    language: LANGUAGE_NAMES[cell.language],
    lines: colouredLines(cell.source, cell.language).map(({ from, to, spans }, number): Line => {
      const instructions = code.byLine.get(number) ?? []
      const first = instructions[0]
      return {
        things: [thingText({ kind: 'source', from, to }), ...rangesOf(instructions).map(thingText)].join(' '),
        spans,
        ...present({
          executed: number === executed ? (true as const) : undefined,
          next: number === next ? (true as const) : undefined,
          stopsAt: first && hex(first.address),
        }),
      }
    }),
    ...(next === undefined && nextAddress !== undefined ? { isElsewhere: true as const } : {}),
  }
}

/** What was made from the cell's own source. */
function programOf({ listing, program }: Machine, { language, source }: CellDefinition): Program | undefined {
  if (language === 'asm') return listing?.source === source ? listing : undefined
  return language === 'rust' && program?.linkMap !== undefined ? program : undefined
}

/** Instructions by the line they were made from, counted from 0, and lines by lines of the assembly. */
interface Code {
  readonly byLine: ReadonlyMap<number, readonly AssembledInstruction[]>
  readonly lineOf: (instruction: AssembledInstruction) => number | undefined
}

/** A program's code does not change from one moment to the next. */
const known = new WeakMap<Program, Code>()

function codeOf(program: Program, source: string): Code {
  const found = known.get(program)
  if (found !== undefined) return found
  const starts = lineStarts(source)
  const lineOf = ({ line, from }: AssembledInstruction) => {
    const origin = program.linkMap === undefined ? from : program.linkMap.lines[line]?.from
    return origin === undefined ? undefined : starts.findLastIndex((start) => start <= origin)
  }
  const byLine = new Map<number, AssembledInstruction[]>()
  for (const instruction of program.assembly.instructions) {
    const line = lineOf(instruction)
    if (line === undefined) continue
    const others = byLine.get(line)
    if (others === undefined) byLine.set(line, [instruction])
    else others.push(instruction)
  }
  const code = { byLine, lineOf }
  known.set(program, code)
  return code
}

function lineStarts(source: string): number[] {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lineAt(code: Code, program: Program, address: bigint | undefined): number | undefined {
  const instruction = address === undefined ? undefined : instructionAt(program, address as never)
  return instruction && code.lineOf(instruction)
}

/** The bytes of instructions; those that follow one another as one range. */
function rangesOf(instructions: readonly AssembledInstruction[]): Thing[] {
  const ranges: { start: bigint; byteCount: number }[] = []
  for (const { address, bytes } of instructions) {
    const last = ranges.at(-1)
    if (last !== undefined && last.start + BigInt(last.byteCount) === address) last.byteCount += bytes.length
    else ranges.push({ start: address, byteCount: bytes.length })
  }
  return ranges.map((range) => ({ kind: 'virtual', ...range }))
}

interface ColouredLine {
  readonly from: number
  readonly to: number
  readonly spans: Line['spans']
}

/** The source coloured last: from moment to moment it stays the same. */
let coloured: { source: string; language: Language; lines: readonly ColouredLine[] } | undefined

function colouredLines(source: string, language: Language): readonly ColouredLine[] {
  if (coloured?.source === source && coloured.language === language) return coloured.lines
  const lines: ColouredLine[] = []
  let spans: Line['spans'][number][] = []
  let from = 0
  const close = () => {
    const to = from + spans.reduce((sum, { text }) => sum + text.length, 0)
    lines.push({ from, to, spans })
    from = to + 1
    spans = []
  }
  const putText = (text: string, classes: string) => void spans.push({ text, classes })
  highlightCode(source, parserOf(language).parse(source), tokenClassesOf(language), putText, close)
  close()
  coloured = { source, language, lines }
  return lines
}
