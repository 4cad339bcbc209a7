import type { SyntaxNode, Tree } from '@lezer/common'
import { messages, AssemblyMistake, type Span } from './messages.ts'

/** The assembler's statements, as the grammar's tree says them. */

export type Expression = Span &
  (
    | { readonly kind: 'register'; readonly name: string }
    | { readonly kind: 'symbol'; readonly name: string }
    | { readonly kind: 'number'; readonly text: string }
    | {
        readonly kind: 'string'
        readonly text: string
        /** Another string stands behind it without a comma. */
        readonly isFollowed?: true
      }
    | { readonly kind: 'here' }
    /** `__float64__(1.5)`. */
    | { readonly kind: 'call'; readonly name: string; readonly argument: Expression }
    | {
        readonly kind: 'conditional'
        readonly condition: Expression
        readonly whenTrue: Expression
        readonly otherwise: Expression
      }
    | { readonly kind: 'section-start' }
    | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
    | {
        readonly kind: 'binary'
        readonly operator: string
        readonly left: Expression
        readonly right: Expression
      }
  )

export interface OperandSyntax extends Span {
  /** `byte`, `ptr`, `short`…, in small letters. */
  readonly sizes: readonly string[]
  /** The same inside the brackets, where they say how long the displacement is, or `nosplit`. */
  readonly inside: readonly string[]
  /** The segment register before the address. */
  readonly segment: string | undefined
  readonly memory: boolean
  readonly relative: 'rel' | 'abs' | undefined
  readonly expression: Expression
}

/** A value of data, `?`, or several of them as often as a count says: `3 dup (1, ?)`. */
export type DataValue =
  | Expression
  | 'undefined'
  | (Span & { readonly kind: 'repeated'; readonly count: Expression; readonly values: readonly DataValue[] })

export type Body = Span &
  (
    | {
        readonly kind: 'instruction'
        readonly prefixes: readonly string[]
        readonly mnemonic: (Span & { readonly name: string }) | undefined
        readonly operands: readonly OperandSyntax[]
      }
    | { readonly kind: 'data'; readonly name: string; readonly values: readonly DataValue[] }
    | { readonly kind: 'constant'; readonly value: Expression }
    | { readonly kind: 'times'; readonly count: Expression; readonly body: Body }
    | {
        readonly kind: 'directive'
        readonly name: string
        readonly text: string
        readonly values: readonly Expression[]
        /** What `align 8, db 0` fills with. */
        readonly filler: Expression | undefined
      }
  )

export interface Statement extends Span {
  /** Where its text begins, if places in it are counted from there and not from the source's beginning. */
  readonly base?: number
  readonly label: (Span & { readonly name: string }) | undefined
  /** The label stands alone and without a colon: it may be a slip. */
  readonly isBare?: true
  readonly body: Body | undefined
}

/** Arguments of directives that are no values. */
const DIRECTIVE_WORDS = new Set(['Relative', 'Alignment', 'Filler'])

const DEEPEST_EXPRESSION = 200

/** Reads the statements of a parsed source; what the grammar could not read is passed to `report`. */
export function readStatements(
  tree: Tree,
  source: string,
  report: (mistake: AssemblyMistake) => void,
): Statement[] {
  const statements: Statement[] = []
  for (let node = tree.topNode.firstChild; node !== null; node = node.nextSibling) {
    if (node.name === 'Comment') continue
    try {
      const word = firstWord(source, node)
      if (isAdvice(node, source)) continue
      if (word.toLowerCase() === 'equ') throw new AssemblyMistake(node, messages.equWithoutName())
      if (node.name === 'Preprocessor') throw new AssemblyMistake(node, messages.outsideMacro(word))
      if (node.name !== 'Statement') throw new AssemblyMistake(node, messages.syntax(word))
      refuseErrors(node, source)
      statements.push(new StatementReader(source).statement(node))
    } catch (thrown) {
      if (!(thrown instanceof AssemblyMistake)) throw thrown
      report(thrown)
    }
  }
  return statements
}

/** The first place inside a statement where the grammar had to guess. */
function refuseErrors(statement: SyntaxNode, source: string): void {
  statement.cursor().iterate((node) => {
    if (node.name === 'MacroParameter')
      throw new AssemblyMistake(node, messages.outsideMacro(source.slice(node.from, node.to)))
    if (!node.type.isError) return
    const from = Math.min(node.from, source.length)
    const to = node.to > from ? node.to : from
    const text = source.slice(from, to)
    if (/^['"`]/.test(text)) throw new AssemblyMistake({ from, to }, messages.unterminatedString())
    throw new AssemblyMistake({ from, to }, messages.syntax(text.trim()))
  })
}

function firstWord(source: string, { from, to }: Span): string {
  return source.slice(from, to).trim().split(/\s/)[0] ?? ''
}

/** What listings and warnings are to contain: none are made here. */
const ADVICE = /^\[\s*(?:list|warning|map|debug|pragma)\b/i

function isAdvice(statement: SyntaxNode, source: string): boolean {
  const [advice] = statement.getChildren('Advice')
  if (advice === undefined) return false
  const text = source.slice(advice.from, advice.to)
  if (!ADVICE.test(text)) throw new AssemblyMistake(advice, messages.syntax(text))
  return true
}

class StatementReader {
  readonly #source: string

  constructor(source: string) {
    this.#source = source
  }

  statement(node: SyntaxNode): Statement {
    const label = node.getChild('Label') ?? node.getChild('NakedLabel')
    const body = childrenOf(node).find(({ name }) => name !== 'Label' && name !== 'NakedLabel')
    return {
      from: node.from,
      to: node.to,
      label: label === null ? undefined : this.#named(childrenOf(label)[0]!),
      ...(label?.name === 'NakedLabel' && body === undefined ? { isBare: true } : {}),
      body: body === undefined ? undefined : this.#body(body),
    }
  }

  #text({ from, to }: Span): string {
    return this.#source.slice(from, to)
  }

  /** A name may have a `$` before it, which says that it is no reserved word. */
  #named(node: SyntaxNode): Span & { name: string } {
    return { name: this.#text(node).replace(/^\$/, ''), from: node.from, to: node.to }
  }

  #body(node: SyntaxNode): Body {
    const span = { from: node.from, to: node.to }
    switch (node.name) {
      case 'Instruction': {
        const mnemonic = node.getChild('Mnemonic')
        return {
          ...span,
          kind: 'instruction',
          prefixes: node.getChildren('Prefix').map((prefix) => this.#text(prefix).toLowerCase()),
          mnemonic: mnemonic === null ? undefined : this.#named(mnemonic),
          operands: node.getChildren('Operand').map((operand) => this.#operand(operand)),
        }
      }
      case 'Data': {
        const name = this.#text(node.firstChild!).toLowerCase()
        return { ...span, kind: 'data', name, values: this.#values(node.firstChild!.nextSibling) }
      }
      case 'Constant':
        return { ...span, kind: 'constant', value: this.#expression(childrenOf(node).at(-1)!, 0) }
      case 'Times': {
        const [, count, body] = childrenOf(node)
        return { ...span, kind: 'times', count: this.#expression(count!, 0), body: this.#body(body!) }
      }
      default: {
        const [name, ...parts] = childrenOf(node)
        const values = parts.flatMap((part) => childrenOf(part))
        const filler = values.find((value) => value.name === 'Filler')
        return {
          ...span,
          kind: 'directive',
          name: this.#text(name!).toLowerCase(),
          text: this.#source.slice(name!.to, node.to).replace(/\]$/, '').trim(),
          values: values
            .filter(({ name }) => !DIRECTIVE_WORDS.has(name))
            .map((value) => this.#expression(value, 0)),
          filler: filler === undefined ? undefined : this.#expression(childrenOf(filler)[1]!, 0),
        }
      }
    }
  }

  /** The values of a line of data. nasm takes a string behind a string, and passes it over. */
  #values(first: SyntaxNode | null): DataValue[] {
    const values: DataValue[] = []
    for (let node = first; node !== null; node = node.nextSibling) {
      if (PUNCTUATION.has(node.name)) continue
      const last = values.at(-1)
      const isBehind = node.name === 'String' && node.prevSibling!.name !== ',' && last !== undefined
      if (node.name === 'Undefined') values.push('undefined')
      else if (node.name === 'Repeated') values.push(this.#repeated(node))
      else if (!isBehind) values.push(this.#expression(node, 0))
      else if (last !== 'undefined' && last.kind === 'string')
        values[values.length - 1] = { ...last, to: node.to, isFollowed: true }
    }
    return values
  }

  #repeated(node: SyntaxNode): DataValue {
    const count = node.firstChild!
    return {
      from: node.from,
      to: node.to,
      kind: 'repeated',
      count: this.#expression(count, 0),
      values: this.#values(count.nextSibling),
    }
  }

  #words(node: SyntaxNode | null, kind: string): string[] {
    return (node?.getChildren(kind) ?? []).map((word) => this.#text(word).toLowerCase())
  }

  #operand(node: SyntaxNode): OperandSyntax {
    const memory = node.getChild('Memory')
    const inside = memory ?? node
    const relative = memory?.getChild('Relative')
    const [segment] = [...this.#words(node, 'Segment'), ...this.#words(memory, 'Segment')]
    return {
      from: node.from,
      to: node.to,
      sizes: this.#words(node, 'Size'),
      inside: this.#words(memory, 'Size'),
      segment: segment?.slice(0, 2),
      memory: memory !== null,
      relative: relative ? (this.#text(relative).toLowerCase() as 'rel' | 'abs') : undefined,
      expression: this.#sumWithTable(
        node,
        this.#expression(
          childrenOf(inside).findLast((child) => child.name !== 'Size')!,
          0,
        ),
      ),
    }
  }

  /** `table[rax]` means `[table + rax]`. */
  #sumWithTable(node: SyntaxNode, inside: Expression): Expression {
    const table = childrenOf(node).find(({ name }) => !/^(?:Size|Segment|Memory)$/.test(name))
    if (table === undefined || node.getChild('Memory') === null) return inside
    const span = { from: node.from, to: node.to }
    return { ...span, kind: 'binary', operator: '+', left: this.#expression(table, 0), right: inside }
  }

  #expression(node: SyntaxNode, depth: number): Expression {
    const span = { from: node.from, to: node.to }
    if (depth > DEEPEST_EXPRESSION) throw new AssemblyMistake(span, messages.tooDeep())
    switch (node.name) {
      case 'Register':
      case 'SegmentRegister':
        return { ...span, kind: 'register', name: this.#text(node).toLowerCase() }
      case 'Symbol':
        return { ...span, kind: 'symbol', name: this.#text(node).replace(/^\$/, '') }
      case 'Number':
        return { ...span, kind: 'number', text: this.#text(node) }
      case 'String':
        return { ...span, kind: 'string', text: this.#text(node) }
      case 'Here':
        return { ...span, kind: 'here' }
      case 'SectionStart':
        return { ...span, kind: 'section-start' }
      case 'Call': {
        const [name, argument] = childrenOf(node)
        return {
          ...span,
          kind: 'call',
          name: this.#text(name!).toLowerCase(),
          argument: this.#expression(argument!, depth + 1),
        }
      }
      case 'Conditional': {
        const [condition, whenTrue, otherwise] = childrenOf(node).map((part) =>
          this.#expression(part, depth + 1),
        )
        return {
          ...span,
          kind: 'conditional',
          condition: condition!,
          whenTrue: whenTrue!,
          otherwise: otherwise!,
        }
      }
      case 'Group':
        return { ...this.#expression(childrenOf(node)[0]!, depth + 1), ...span }
      case 'Unary': {
        const [operator, operand] = childrenOf(node)
        return {
          ...span,
          kind: 'unary',
          operator: this.#text(operator!),
          operand: this.#expression(operand!, depth + 1),
        }
      }
      default: {
        const [left, operator, right] = childrenOf(node)
        return {
          ...span,
          kind: 'binary',
          operator: this.#text(operator!),
          left: this.#expression(left!, depth + 1),
          right: this.#expression(right!, depth + 1),
        }
      }
    }
  }
}

/** What the grammar keeps as nodes for the highlighter only. */
const PUNCTUATION = new Set(['Comment', '[', ']', '(', ')', ',', ':', '?'])

/** The children that carry meaning. */
function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!PUNCTUATION.has(child.name)) children.push(child)
  }
  return children
}
