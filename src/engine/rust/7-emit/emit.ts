import type { Span } from '../1-parse/syntax.ts'
import type { Group, Instruction, Line, MemoryOperand, Operand, Width } from '../6-generate/instruction.ts'
import type {
  GeneratedFunction,
  GeneratedProgram,
  GeneratedRoutine,
  ProcessStart,
} from '../6-generate/generate.ts'
import { labelText } from '../label-text.ts'

/** What one line of the assembly comes from: an entry for every line, blank ones included. */
export interface SourceLine {
  /** The span of the Rust source, unless the line is blank. */
  readonly from?: number
  readonly to?: number
  readonly comment?: string
}

export interface Emitted {
  /** nasm's syntax. */
  readonly assembly: string
  readonly lines: readonly SourceLine[]
}

const SIZE_KEYWORDS: Readonly<Record<Width, string>> = { 1: 'byte', 2: 'word', 4: 'dword', 8: 'qword' }
const INDENT = '    '
const COMMENT_COLUMN = 32

/** Seventh phase: writes the assembly, as the document does, with comments, and keeps the way back to the source. */
export function emit({ functions, routines, data, runtime, landings, start }: GeneratedProgram): Emitted {
  const writer = new Writer()
  if (start) writer.all(startOf(start))
  functions.forEach((func, index) => {
    if (index > 0 || start) writer.write('')
    writer.function(func)
  })
  for (const routine of routines) writer.routine(routine)
  if (landings.length > 0) writer.all(['', 'panic.runtime:'])
  writer.all(runtime.lines)
  writer.section('.rodata', [...data.readOnly, ...landings])
  writer.section('.data', data.writable)
  writer.section('.bss', [...data.zeroed, ...runtime.zeroed])
  return { assembly: writer.texts.join('\n') + '\n', lines: writer.lines }
}

/** What the operating system starts: the program, and then the end, with exit code 0. */
function startOf({ entry, flushes }: ProcessStart): readonly string[] {
  return [
    'section .text',
    'global _start',
    '_start:',
    `    call ${labelText(entry)}`,
    ...(flushes ? ['    call output.flush'] : []),
    '    xor edi, edi',
    '    mov eax, 60',
    '    syscall',
  ]
}

class Writer {
  readonly texts: string[] = []
  readonly lines: SourceLine[] = []

  all(lines: readonly string[]): void {
    for (const line of lines) this.write(line)
  }

  section(name: string | undefined, lines: readonly string[]): void {
    if (lines.length === 0) return
    this.write('')
    if (name) this.write(`section ${name}`)
    this.all(lines)
  }

  function({ label, signature, groups }: GeneratedFunction): void {
    this.write(`${labelText(label)}:`, signature)
    groups.forEach((group, index) => {
      if (index > 0) this.write('')
      this.group(group)
    })
  }

  /** Not the reader's: it comes from nowhere in the source. */
  routine({ label, groups }: GeneratedRoutine): void {
    this.write('')
    this.write(`${label}:`)
    groups.forEach(({ heading, lines }, index) => {
      if (index > 0) this.write('')
      this.write(`${INDENT}; ${heading}`)
      for (const line of lines) this.write(line.kind === 'label' ? `${line.name}:` : commented(line))
    })
  }

  group({ heading, span, lines }: Group): void {
    this.write(`${INDENT}; ${heading}`, span, heading)
    for (const line of lines) this.line(line)
  }

  line(line: Line): void {
    if (line.kind === 'label') return this.write(`${line.name}:`, line.span)
    this.write(commented(line), line.span, line.comment === '' ? undefined : line.comment)
  }

  write(text: string, span?: Span, comment?: string): void {
    this.texts.push(text)
    this.lines.push({
      ...(span && { from: span.from, to: span.to }),
      ...(comment !== undefined && { comment }),
    })
  }
}

function commented(instruction: Instruction): string {
  const text = INDENT + instructionText(instruction)
  return instruction.comment === '' ? text : `${text.padEnd(COMMENT_COLUMN - 1)} ; ${instruction.comment}`
}

function instructionText({ mnemonic, operands }: Instruction): string {
  return operands.length === 0 ? mnemonic : `${mnemonic} ${operands.map(operandText).join(', ')}`
}

function operandText(operand: Operand): string {
  switch (operand.kind) {
    case 'register':
      return operand.name
    case 'label':
      return labelText(operand.name)
    case 'immediate':
      return String(operand.value)
    case 'memory':
      return `${operand.width ? `${SIZE_KEYWORDS[operand.width]} ` : ''}[${addressText(operand)}]`
  }
}

function addressText({ base, index, displacement }: MemoryOperand): string {
  const start = typeof base === 'string' ? base : `rel ${base.label}`
  const scaled = index ? ` + ${index.name}${index.scale === 1 ? '' : `*${index.scale}`}` : ''
  const distance = displacement === 0 ? '' : ` ${displacement < 0 ? '-' : '+'} ${Math.abs(displacement)}`
  return start + scaled + distance
}
