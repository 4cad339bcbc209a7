import type { SyntaxNode } from '@lezer/common'
import type { Diagnostic } from '../../diagnostic.ts'
import { readNumber } from '../../units.ts'
import { readWritten } from '../../written-text.ts'
import { integerRange, VALUE_TYPES, valueBytes } from '../value.ts'
import { printAddress, type AddressExpression } from './address-expression.ts'
import { readAddress, type WrittenTerm } from './address.ts'
import { parser } from './parser.generated.ts'
import * as terms from './parser.terms.generated.ts'

interface Span {
  readonly from: number
  readonly to: number
}

/** `read u8 [rbp - 1]` */
export interface ReadStatement extends Span {
  readonly kind: 'read'
  readonly type: string
  readonly address: AddressExpression<WrittenTerm>
}

/** `write u32 0x7FFF007FEFFB = 100` */
export interface WriteStatement extends Span {
  readonly kind: 'write'
  readonly type: string
  readonly address: AddressExpression<WrittenTerm>
  /** As it was written. */
  readonly value: string
}

/** `switch B` */
interface SwitchStatement extends Span {
  readonly kind: 'switch'
  readonly process: string
  readonly nameFrom: number
  readonly nameTo: number
}

/** `3`: a page is used, one of a string of them. Which addresses it has, the machine's page size says. */
export interface PageStatement extends Span {
  readonly kind: 'page'
  readonly page: bigint
}

export type AccessStatement = ReadStatement | WriteStatement | SwitchStatement | PageStatement

export interface WrittenAccesses {
  readonly statements: readonly AccessStatement[]
  readonly diagnostics: readonly Diagnostic[]
}

const EXAMPLES =
  'A line is one of these: read u8 [rbp - 1], write u32 0x7FFF007FEFFB = 100, switch B, or pages: 1 2 3 4 1 2 5.'

/** Reads accesses, one a line. Whether a name is known is for the machine to say that they are performed on. */
export function parseAccesses(written: string): WrittenAccesses {
  const { tree, text: source, mistakes } = readWritten(parser, written, { accepted: '…' })
  if (mistakes.length > 0) return { statements: [], diagnostics: mistakes }
  const statements: AccessStatement[] = []
  const diagnostics: Diagnostic[] = []
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    const found = node.type.isError ? unreadable(node, source) : mistakeIn(node, source)
    if (found !== undefined) diagnostics.push(found)
    else if (node.type.id !== terms.Comment) statements.push(...readStatements(node, source))
  }
  return { statements, diagnostics: onePerLine(diagnostics, source) }
}

/** What is wrong with a statement, the first thing from the left. */
function mistakeIn(node: SyntaxNode, source: string): Diagnostic | undefined {
  if (node.type.id === terms.UnknownStatement) return unknownStatement(node, source)
  const error = firstError(node)
  if (error !== undefined) return unreadable(error, source)
  for (const number of numbersIn(node)) {
    const text = source.slice(number.from, number.to)
    if (readNumber(text) === undefined)
      return mistake(number, `${text} is not a number.`, 'Write digits, or 0x and hexadecimal digits.')
  }
  const type = node.getChild('TypeName')
  if (type !== null && !VALUE_TYPES.includes(textOf(type, source))) return unknownType(type, source)
  return node.type.id === terms.Write ? mistakeInValue(node, source) : undefined
}

function unknownStatement(node: SyntaxNode, source: string): Diagnostic {
  const verb = restOfLine(node.from, source) ?? node
  return mistake(verb, `${textOf(verb, source)} is not something that can be done here.`, EXAMPLES)
}

function unknownType(type: SyntaxNode, source: string): Diagnostic {
  const name = textOf(type, source)
  return mistake(type, `${name} is not a type that fits an access.`, `Types are ${VALUE_TYPES.join(', ')}.`)
}

function mistakeInValue(node: SyntaxNode, source: string): Diagnostic | undefined {
  const valueNode = node.getChild('Value')!
  const type = textOf(node.getChild('TypeName')!, source)
  const value = valueText(valueNode, source)
  if (valueBytes(type, value) !== undefined) return undefined
  const range = integerRange(type)
  const help = range && `A ${type} holds numbers from ${range.least} to ${range.greatest}.`
  return mistake(valueNode, `${value} does not fit ${type}.`, help ?? `Write a value of type ${type}.`)
}

/** The part of a line that no rule of the grammar takes, or the place where something is missing. */
function unreadable(node: SyntaxNode, source: string): Diagnostic {
  // Where a line ends too soon, its end is what no rule takes.
  const isThere = textOf(node, source).trim() !== ''
  const span = isThere ? node : (restOfLine(node.from, source) ?? lastWordBefore(node.from, source))
  const text = textOf(span, source)
  if (/…|\.\.\./.test(text)) {
    const help = 'Write the address with all its digits, as in 0x7FFF007FEFFB.'
    return mistake(span, `${text} leaves digits out, and so it could be any of many.`, help)
  }
  const isMissing = span.to <= node.from
  return mistake(
    span,
    isMissing ? 'Something is missing behind this.' : `${text} does not belong here.`,
    EXAMPLES,
  )
}

/** What stands behind a gap on its line, if anything does. */
function restOfLine(at: number, source: string): Span | undefined {
  const rest = /^[^\S\n]*([^\s#;]+)/.exec(source.slice(at))
  return rest === null ? undefined : { from: at + rest[0].length - rest[1]!.length, to: at + rest[0].length }
}

/** The characters before a gap, so that there is something to mark. */
function lastWordBefore(at: number, source: string): Span {
  const before = source.slice(0, at).trimEnd()
  return { from: /\S*$/.exec(before)!.index, to: before.length }
}

/** A line may hold many: of a string of references, each number is one. */
function readStatements(node: SyntaxNode, source: string): AccessStatement[] {
  const isOfPages = node.type.id === terms.Pages
  if (!isOfPages && node.type.id !== terms.Addresses) return [readStatement(node, source)]
  return node.getChildren('Number').map((number): AccessStatement => {
    const { from, to } = number
    const value = readNumber(textOf(number, source)) ?? 0n
    if (isOfPages) return { kind: 'page', page: value, from, to }
    return { kind: 'read', type: 'u8', address: addressOf(value, { from, to }), from, to }
  })
}

/** The address that is a number. */
export function addressOf(value: bigint, span: Span): AddressExpression<WrittenTerm> {
  return { terms: [{ sign: 1, kind: 'number', text: value.toString(), value, ...span }] }
}

function readStatement(node: SyntaxNode, source: string): AccessStatement {
  const { from, to } = node
  if (node.type.id === terms.Switch) {
    const name = node.getChild('ProcessName')!
    return { kind: 'switch', process: textOf(name, source), nameFrom: name.from, nameTo: name.to, from, to }
  }
  const type = textOf(node.getChild('TypeName')!, source)
  const address = readAddress(node.getChild('Address')!, source)
  if (node.type.id === terms.Read) return { kind: 'read', type, address, from, to }
  return { kind: 'write', type, address, value: valueText(node.getChild('Value')!, source), from, to }
}

/** A statement as it is printed; `parseAccesses` reads it back to the same. */
export function printAccess(statement: AccessStatement): string {
  if (statement.kind === 'switch') return `switch ${statement.process}`
  if (statement.kind === 'page') return `page ${statement.page}`
  const { terms: summands } = statement.address
  const address = printAddress(statement.address)
  const operand = summands.length === 1 && summands[0]!.kind !== 'register' ? address : `[${address}]`
  const value = statement.kind === 'write' ? ` = ${statement.value}` : ''
  return `${statement.kind} ${statement.type} ${operand}${value}`
}

/** Statements as they are printed, one a line. */
export function printAccesses(statements: readonly AccessStatement[]): string {
  return statements
    .map((statement) => `${statement.kind === 'page' ? statement.page : printAccess(statement)}\n`)
    .join('')
}

function textOf({ from, to }: Span, source: string): string {
  return source.slice(from, to)
}

function valueText(node: Span, source: string): string {
  return textOf(node, source).replace(/\s/g, '')
}

function mistake({ from, to }: Span, message: string, help: string): Diagnostic {
  return { message, help, from, to, severity: 'error' }
}

function firstError(node: SyntaxNode): SyntaxNode | undefined {
  let found: SyntaxNode | undefined
  node.cursor().iterate((inner) => {
    if (inner.type.isError) found ??= inner.node
  })
  return found
}

function numbersIn(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = []
  node.cursor().iterate((inner) => {
    if (inner.type.id === terms.Number) found.push(inner.node)
  })
  return found
}

/** A line that can't be read often breaks at several places; the first says enough. */
function onePerLine(diagnostics: readonly Diagnostic[], source: string): Diagnostic[] {
  const seen = new Set<number>()
  return diagnostics.filter(({ from }) => {
    const line = source.slice(0, from).split('\n').length
    const isFirst = !seen.has(line)
    seen.add(line)
    return isFirst
  })
}
