import { NO_ITEMS } from '../1-parse/in-other-words.ts'
import type { Expression, FunctionItem, Program, Span } from '../1-parse/syntax.ts'

/** Of a function of the compiler’s own: it calls `main`, and ends the program as what comes back asks for. */
export const START = 'main.start'

/** Where `main` gives back more than `()`, it has to be looked at, as Rust’s `lang_start` does. */
export function withStart(program: Program): Program {
  const main = program.functions.find(({ name }) => name.text === 'main')
  return main && reports(main) ? { ...program, functions: [...program.functions, startOf(main)] } : program
}

/** Whether it says that it gives back a `Result`, an `ExitCode`, or what has one of these inside. */
export function reports({ returnType, parameters, hasBody }: FunctionItem): boolean {
  const isNamed = returnType?.kind === 'named' && /^[A-Z]/.test(returnType.name.text)
  return isNamed && parameters.length === 0 && hasBody
}

function startOf({ returnType, closingBrace, signature }: FunctionItem): FunctionItem {
  const { from, to } = returnType ?? signature
  const place: Span = { from, to }
  const segments = ['std', 'process', 'ended'].map((text) => ({ ...place, text, arguments: [] }))
  const ended: Expression = { kind: 'path', ...place, segments, typeArguments: [], self: undefined }
  const main: Expression = { kind: 'variable', ...place, name: 'main' }
  const called: Expression = { kind: 'call', ...place, callee: main, arguments: [] }
  const expression: Expression = { kind: 'call', ...place, callee: ended, arguments: [called] }
  const statements = [{ kind: 'expression', ...place, expression, isTail: true, isBlockLike: false } as const]
  return {
    kind: 'function',
    ...place,
    name: { ...place, text: START },
    isUnsafe: false,
    isConstant: false,
    isPublic: true,
    lifetimes: [],
    generics: [],
    bounds: [],
    hasSelf: false,
    parameters: [],
    returnType: undefined,
    signature,
    hasBody: true,
    body: { ...place, statements, closingBrace, items: NO_ITEMS },
    statements,
    closingBrace,
  }
}
