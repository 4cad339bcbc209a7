import type { SyntaxNodeRef, Tree } from '@lezer/common'
import type { Diagnostic } from '../../diagnostic.ts'
import { diagnose, messages, refusals, refusedType, type Message } from '../messages.ts'
import { readCharacter, readInteger } from './literals.ts'
import { isKeyword } from './syntax-error.ts'
import type { Span } from './syntax.ts'

const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/
const NAMES = new Set(['Name', 'VariableName', 'FunctionName', 'TypeName'])

/**
 * Everything in the tree that the course's Rust lacks, outermost constructs only, in the order of the source.
 * @param limit where the first syntax error is: what stands behind it may have been guessed by the parser
 */
export function findRefusals(tree: Tree, source: string, limit = source.length): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  tree.iterate({
    enter(node) {
      if (node.from > limit || node.from === node.to) return false
      const refusal = isGuessed(node, limit) ? undefined : refusalOf(node, source)
      if (refusal !== undefined) diagnostics.push(diagnose(placeOf(node, source), refusal))
      return refusal === undefined
    },
  })
  return diagnostics
}

/** Reaches over the syntax error without having begun with a keyword that says what it is. */
function isGuessed(node: SyntaxNodeRef, limit: number): boolean {
  return node.to > limit && !/^[a-z]/.test(node.node.firstChild?.name ?? '')
}

function refusalOf(node: SyntaxNodeRef, source: string): Message | undefined {
  const { name } = node
  const text = () => source.slice(node.from, node.to)
  if (name === 'ParameterList') return isEmptyList(text()) ? undefined : refusals['Parameters']
  if (name === 'Function' && node.node.parent?.name === 'Block') return refusals['NestedFunction']
  if (name === 'LetStatement' && node.node.parent?.name === 'SourceFile') return messages.letOutsideFunction
  if (name === 'MacroCall') return messages.macroCall(text().slice(0, text().indexOf('!')).trim())
  if (name === 'IntegerLiteral') return wrong(readInteger(text()))
  if (name === 'CharacterLiteral') return wrong(readCharacter(text()))
  if (NAMES.has(name) && node.to > node.from) return wrongName(text(), name)
  return Object.hasOwn(refusals, name) ? refusals[name] : undefined
}

function wrong(read: object & { wrong?: Message }): Message | undefined {
  return read.wrong
}

function wrongName(text: string, nodeName: string): Message | undefined {
  if (isKeyword(text)) return messages.keywordAsName(text)
  if (!IDENTIFIER.test(text)) return messages.badIdentifier(text)
  if (nodeName === 'TypeName') return refusedType(text)
  if (nodeName === 'FunctionName' && !LABEL.test(text)) return messages.foreignFunctionName(text)
  return undefined
}

function isEmptyList(text: string): boolean {
  return /^\(\s*\)$/.test(text.replace(/\/\/[^\n]*|\/\*[^]*?\*\//g, ''))
}

/** A long construct is marked by its first line only. */
function placeOf(node: SyntaxNodeRef, source: string): Span {
  const lineEnd = source.indexOf('\n', node.from)
  return { from: node.from, to: lineEnd < 0 ? node.to : Math.min(node.to, lineEnd) }
}
