import { readFormat, type Format } from './format-string.ts'
import type { Assignment, Expression, MacroCall, Span, Variable } from './syntax.ts'

export type MacroName =
  | 'println'
  | 'print'
  | 'eprintln'
  | 'eprint'
  | 'panic'
  | 'assert'
  | 'assert_eq'
  | 'assert_ne'
  | 'unreachable'
  | 'todo'
  | 'unimplemented'
  | 'write'
  | 'writeln'
  | 'format'

/** How many arguments stand before the format string. */
const OPERAND_COUNTS: Readonly<Record<MacroName, number>> = {
  println: 0,
  print: 0,
  eprintln: 0,
  eprint: 0,
  panic: 0,
  assert: 1,
  assert_eq: 2,
  assert_ne: 2,
  unreachable: 0,
  todo: 0,
  unimplemented: 0,
  write: 1,
  writeln: 1,
  format: 0,
}

/** `debug_assert!` is `assert!` where debug assertions are on, as they are here. */
export function plainMacroName(name: string): string {
  return name.startsWith('debug_assert') ? name.slice('debug_'.length) : name
}

export function isMacroName(name: string): name is MacroName {
  return Object.hasOwn(OPERAND_COUNTS, name)
}

/** A macro's call with its format string taken apart, and the variables named inside it among its values. */
export function buildMacro(name: string, place: Span, all: readonly Expression[], source: string): MacroCall {
  if (!isMacroName(name)) throw new Error(`the macro ${name} is neither built nor refused`)
  const count = OPERAND_COUNTS[name]
  const operands = all.slice(0, count)
  const [format, ...rest] = all.slice(count)
  const text = operands.map(({ from, to }) => source.slice(from, to)).join(', ')
  const call = { kind: 'macro' as const, ...place, name, operands, text }
  if (operands.length < count) {
    const mistake = {
      ...place,
      text: `requires ${count > 1 ? `${count} values` : name === 'assert' ? 'a boolean expression' : 'where to write'} as an argument`,
    }
    return { ...call, pieces: undefined, values: [], mistake }
  }
  if (!format) return { ...call, pieces: undefined, values: [], mistake: undefined }
  return { ...call, ...formatted(format, rest) }
}

function formatted(
  format: Expression,
  rest: readonly Expression[],
): Pick<MacroCall, 'pieces' | 'values' | 'mistake'> {
  const values = rest.map((each) => (isNamed(each) ? each.value : each))
  const wrong = (text: string) => ({
    pieces: [],
    values,
    mistake: { from: format.from, to: format.to, text },
  })
  if (format.kind !== 'string') return wrong('format argument must be a string literal')
  const names = rest.map((each) => (isNamed(each) ? each.target.name : undefined))
  const read: Format | string = readFormat(format.text, names)
  if (typeof read === 'string') return wrong(read)
  const captured = read.captured.map((name): Variable => ({
    kind: 'variable',
    from: format.from,
    to: format.to,
    name,
  }))
  return { pieces: read.pieces, values: [...values, ...captured], mistake: undefined }
}

/** `width = 5` among a macro's arguments names an argument. */
function isNamed(argument: Expression): argument is Assignment & { readonly target: Variable } {
  return (
    argument.kind === 'assignment' && argument.operator === undefined && argument.target.kind === 'variable'
  )
}
