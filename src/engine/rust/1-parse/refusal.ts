import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common'
import type { Diagnostic } from '../../diagnostic.ts'
import { diagnose, messages, refusals, refusedType, type Message } from '../messages.ts'
import { isLeftOut } from './configuration.ts'
import { isComment } from './nodes.ts'
import { meaningOf, representationsIn } from './attributes.ts'
import {
  isByteString,
  isFloat,
  readByte,
  readBytes,
  readCharacter,
  readFloat,
  readInteger,
  readString,
} from './literals.ts'
import { isMacroName, plainMacroName } from './macro.ts'
import { isKeyword } from './keywords.ts'
import type { Span } from './syntax.ts'

const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u
const NAMES = new Set(['Name', 'VariableName', 'FunctionName', 'TypeName', 'FieldName', 'VariantName'])

/**
 * Everything in the tree that the course's Rust lacks, outermost constructs only, in the order of the source.
 * @param limit where the first syntax error is: what stands behind it may have been guessed by the parser
 */
export function findRefusals(tree: Tree, source: string, limit = source.length): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  tree.iterate({
    enter(node) {
      if (node.from > limit || node.from === node.to) return false
      if (isBehindLeavingOut(node.node, source)) return false
      const refusal = isGuessed(node, limit) ? undefined : refusalOf(node, source)
      if (refusal !== undefined) diagnostics.push(diagnose(placeOf(node, source), refusal))
      return refusal === undefined
    },
  })
  return diagnostics
}

/** An attribute in front of it leaves it out. */
function isBehindLeavingOut(node: SyntaxNode, source: string): boolean {
  for (let before = node.prevSibling; before; before = before.prevSibling) {
    if (before.name === 'Attribute' ? isLeftOut(source.slice(before.from, before.to)) : !isComment(before))
      return before.name === 'Attribute'
  }
  return false
}

/** Reaches over the syntax error without having begun with a keyword that says what it is. */
function isGuessed(node: SyntaxNodeRef, limit: number): boolean {
  return node.to > limit && !/^[a-z]/.test(node.node.firstChild?.name ?? '')
}

function refusalOf(node: SyntaxNodeRef, source: string): Message | undefined {
  const { name } = node
  const text = () => source.slice(node.from, node.to)
  if (name === 'Function' && !node.node.getChild('Block') && node.node.parent?.name !== 'AssociatedItems')
    return messages.functionWithoutBody
  if (name === 'Attribute') return attributeRefusal(text())
  if (name === 'StringLiteral') return wrong(readString(text()))
  if (name === 'LetExpression') return isCondition(node) ? undefined : messages.letAlone
  if (name === 'ByteLiteral') return wrong((isByteString(text()) ? readBytes : readByte)(text()))
  if (name === 'FloatLiteral' || name === 'DottedLiteral') return floatRefusal(node, text())
  if (name === 'BinaryExpression' && isChained(node)) return messages.chainedComparison
  if ((name === 'ConstItem' || name === 'StaticItem') && !node.node.getChild(':'))
    return messages.missingItemType(name === 'ConstItem' ? 'const' : 'static')
  if (name === 'LetStatement' && node.node.parent?.name === 'SourceFile') return messages.letOutsideFunction
  if (name === 'MacroCall') return macroRefusal(node, source)
  if (name === 'IntegerLiteral')
    return isFloat(text()) ? floatRefusal(node, text()) : wrong(readInteger(text()))
  if (name === 'CharacterLiteral') return wrong(readCharacter(text()))
  if (NAMES.has(name) && node.to > node.from) return wrongName(text(), name)
  return Object.hasOwn(refusals, name) ? refusals[name] : undefined
}

/** `t.0.1` reads as one. */
function floatRefusal({ node }: SyntaxNodeRef, text: string): Message | undefined {
  const parent = node.parent?.name ?? ''
  if (parent === 'IndexName') return undefined
  const holder = parent === 'NegativeLiteral' ? (node.parent?.parent?.name ?? '') : parent
  return holder.endsWith('Pattern') ? refusals['FloatPattern'] : wrong(readFloat(text))
}

/** Attributes that change nothing here, those that say how a struct lies, and those that Rust does not know. */
function attributeRefusal(text: string): Message | undefined {
  const name = /^#!?\[\s*(?:unsafe\s*\(\s*)?([\w:]*)/.exec(text)?.[1] ?? ''
  if (name === 'repr') return representationsIn(text).every(meaningOf) ? undefined : refusals['Attribute']
  if (ATTRIBUTES.has(name) || /^(?:rustfmt|clippy)::/.test(name)) return undefined
  return OTHER_ATTRIBUTES.has(name) ? refusals['Attribute'] : messages.unknownAttribute(name)
}

/** Rust reference, "Built-in attributes index". */
const ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'derive allow warn deny forbid expect inline cold must_use doc deprecated rustfmt feature no_mangle automatically_derived ' +
    'default cfg test bench ignore should_panic macro_export macro_use non_exhaustive recursion_limit type_length_limit'
  ).split(' '),
)
const OTHER_ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'cfg_attr proc_macro link link_name link_section no_link repr crate_type no_main export_name used global_allocator ' +
    'target_feature track_caller no_std no_implicit_prelude path panic_handler debugger_visualizer ffi_const'
  ).split(' '),
)

function macroRefusal(node: SyntaxNodeRef, source: string): Message | undefined {
  const text = source.slice(node.from, node.to)
  const name = text.slice(0, text.indexOf('!')).trim()
  if ((name === 'vec' || name === 'dbg' || name === 'cfg') && !node.node.getChild('Braces')) return undefined
  return isMacroName(plainMacroName(name)) && node.node.getChild('MacroArguments')
    ? undefined
    : messages.macroCall(name)
}

/** All of the condition of an `if` or `while`, or joined to the rest of it by `&&`. */
function isCondition({ node }: SyntaxNodeRef): boolean {
  const { parent } = node
  if (parent?.name === 'IfExpression' || parent?.name === 'WhileExpression') return true
  const isJoined = parent?.getChild('LogicOperator')?.firstChild?.name === '&&'
  return isJoined && isCondition(parent)
}

/** `a < b < c` */
function isChained(node: SyntaxNodeRef): boolean {
  const left = node.node.firstChild
  return (
    node.node.getChild('ComparisonOperator') !== null &&
    left?.name === 'BinaryExpression' &&
    left.getChild('ComparisonOperator') !== null
  )
}

function wrong(read: object & { wrong?: Message }): Message | undefined {
  return read.wrong
}

function wrongName(written: string, nodeName: string): Message | undefined {
  const isRaw = written.startsWith('r#')
  const text = isRaw ? written.slice('r#'.length) : written
  if (isSelf(text, nodeName)) return undefined
  if (isKeyword(text) && !isRaw) return messages.keywordAsName(text)
  if (!IDENTIFIER.test(text)) return messages.badIdentifier(text)
  if (nodeName === 'TypeName') return refusedType(text)
  return undefined
}

/** Words that stand for a name, where names are used. */
function isSelf(text: string, nodeName: string): boolean {
  if (text === 'Self') return nodeName === 'TypeName' || nodeName === 'VariableName'
  return text === 'self' && nodeName === 'VariableName'
}

/** A long construct is marked by its first line only. */
function placeOf(node: SyntaxNodeRef, source: string): Span {
  const lineEnd = source.indexOf('\n', node.from)
  return { from: node.from, to: lineEnd < 0 ? node.to : Math.min(node.to, lineEnd) }
}
