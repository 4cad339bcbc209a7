import type { SyntaxNode } from '@lezer/common'
import { PatternBuilder } from './build-pattern.ts'
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
import { holds } from './configuration.ts'
import { buildMacro, plainMacroName } from './macro.ts'
import {
  callOf,
  forInOtherWords,
  ifInOtherWords,
  matchesInOtherWords,
  toldInOtherWords,
  whileInOtherWords,
} from './in-other-words.ts'
import { child, children, firstChild, found, span } from './nodes.ts'
import type {
  ArithmeticOperator,
  Assignment,
  Binary,
  BinaryOperator,
  Block,
  BlockExpression,
  Expression,
  If,
  Match,
  MatchArm,
  Name,
  Reference,
  StructValue,
} from './syntax.ts'

/** Builds expressions out of the grammar's nodes. */
export abstract class ExpressionBuilder extends PatternBuilder {
  abstract block(node: SyntaxNode): Block

  expression(node: SyntaxNode): Expression {
    const place = span(node)
    switch (node.name) {
      case 'IntegerLiteral':
        return this.number(node)
      case 'FloatLiteral':
      case 'DottedLiteral':
        return { kind: 'float', ...place, ...read(readFloat(this.text(node))) }
      case 'CharacterLiteral':
        return { kind: 'character', ...place, ...read(readCharacter(this.text(node))) }
      case 'ByteLiteral':
        if (isByteString(this.text(node))) return this.bytes(node)
        return { kind: 'integer', ...place, suffix: 'u8', ...read(readByte(this.text(node))) }
      case 'StringLiteral':
        return { kind: 'string', ...place, ...read(readString(this.text(node))) }
      case 'BooleanLiteral':
        return { kind: 'boolean', ...place, value: this.text(node) === 'true' }
      case 'VariableName':
        return { kind: 'variable', ...place, name: this.text(node) }
      case 'ParenthesizedExpression':
        return this.only(node)
      case 'NegationExpression':
      case 'NegativeLiteral':
        return { kind: 'negation', ...place, operand: this.only(node) }
      case 'NotExpression':
        return { kind: 'not', ...place, operand: this.only(node) }
      case 'DereferenceExpression':
        return { kind: 'dereference', ...place, operand: this.only(node) }
      case 'UnderscoreExpression':
        return { kind: 'underscore', ...place }
      default:
        return this.compound(node)
    }
  }

  /** A reference to an array. */
  private bytes(node: SyntaxNode): Expression {
    const place = span(node)
    const elements = [...read(readBytes(this.text(node))).bytes].map((byte): Expression => ({
      kind: 'integer',
      ...place,
      value: BigInt(byte),
      suffix: 'u8',
    }))
    const operand: Expression = { kind: 'array', ...place, elements }
    return { kind: 'reference', ...place, isRaw: false, mutable: false, operand }
  }

  /** `1f64` has neither dot nor exponent, and is no integer. */
  private number(node: SyntaxNode): Expression {
    const text = this.text(node)
    return isFloat(text)
      ? { kind: 'float', ...span(node), ...read(readFloat(text)) }
      : { kind: 'integer', ...span(node), ...read(readInteger(text)) }
  }

  private compound(node: SyntaxNode): Expression {
    switch (node.name) {
      case 'ReferenceExpression':
      case 'RawReference':
        return this.reference(node)
      case 'BinaryExpression':
        return this.binary(node)
      case 'AssignmentExpression':
        return this.assignment(node)
      case 'CallExpression':
        return {
          kind: 'call',
          ...span(node),
          callee: this.expression(firstChild(node)),
          arguments: this.argumentsOf(node),
        }
      case 'MethodCall':
        return {
          kind: 'method',
          ...span(node),
          receiver: this.expression(firstChild(node)),
          name: this.name(child(node, 'FieldName')),
          typeArguments: this.typeArguments(node),
          arguments: this.argumentsOf(node),
        }
      case 'FieldExpression':
        return this.field(node)
      case 'IndexExpression': {
        const [object, index] = this.pair(node)
        return { kind: 'index', ...span(node), object, index }
      }
      case 'CastExpression':
        return {
          kind: 'cast',
          ...span(node),
          operand: this.expression(firstChild(node)),
          type: this.typeIn(node),
        }
      case 'PathExpression':
        return this.path(node)
      case 'TupleExpression':
        return { kind: 'tuple', ...span(node), elements: this.all(node) }
      case 'ArrayExpression':
        return this.array(node)
      case 'StructExpression':
        return this.structValue(node)
      case 'RangeExpression':
        return this.range(node)
      case 'MacroCall':
        return this.macro(node)
      case 'MatchesMacro': {
        const guard = node.getChild('Guard')
        const [value, pattern] = [this.only(node), this.patternIn(node)]
        return matchesInOtherWords(span(node), value, pattern, guard ? this.only(guard) : undefined)
      }
      case 'LetExpression':
        return { kind: 'let-condition', ...span(node), pattern: this.patternIn(node), value: this.only(node) }
      case 'TryExpression':
        return { kind: 'try', ...span(node), operand: this.only(node) }
      case 'ClosureExpression':
        return this.closure(node)
      default:
        return this.control(node)
    }
  }

  private macro(node: SyntaxNode): Expression {
    const name = this.text(child(node, 'MacroName'))
    if (name === 'vec') return this.vector(node)
    if (name === 'cfg') {
      const text = this.text(found(node.getChild('MacroArguments'), node)).slice(1, -1)
      return { kind: 'boolean', ...span(node), value: holds(text) }
    }
    const values = this.all(found(node.getChild('MacroArguments') ?? node.getChild('MacroElements'), node))
    if (name === 'dbg') return this.shown(node, values)
    return buildMacro(plainMacroName(name), span(node), values, this.source)
  }

  /** `dbg!(x)` tells of `x`, and is `x`. */
  private shown(node: SyntaxNode, values: readonly Expression[]): Expression {
    const place = span(node)
    const lines = this.source.slice(0, node.from).split('\n')
    const at = `[src/main.rs:${lines.length}:${[...lines.at(-1)!].length + 1}]`
    const text = (written: string): Expression => ({ kind: 'string', ...place, text: written })
    const tell = (...printed: Expression[]) => buildMacro('eprintln', place, printed, this.source)
    const all = values.map((value) => {
      const source = text(this.source.slice(value.from, value.to).replace(/\s+/g, ' '))
      return toldInOtherWords(place, value, (lent) => tell(text(`${at} {} = {:#?}`), source, lent))
    })
    if (all.length === 0) return tell(text(at))
    return all.length === 1 ? all[0]! : { kind: 'tuple', ...place, elements: all }
  }

  /** `vec![a, b]` puts an array on the heap; `vec![a; n]` asks the library to repeat. */
  private vector(node: SyntaxNode): Expression {
    const place = span(node)
    const list = found(node.getChild('MacroElements') ?? node.getChild('MacroArguments'), node)
    const elements = this.all(list)
    const call = (name: string, operands: readonly Expression[]) =>
      callOf(place, ['std', 'vec', name], operands)
    if (list.getChild(';')) return call('from_elem', elements)
    if (elements.length === 0) return callOf(place, ['std', 'vec', 'Vec', 'new'], [])
    const array: Expression = { kind: 'array', ...place, elements }
    const count: Expression = { kind: 'integer', ...place, value: BigInt(elements.length), suffix: 'usize' }
    return call('from_raw', [callOf(place, ['std', 'boxed', 'box_elements'], [array]), count])
  }

  private closure(node: SyntaxNode): Expression {
    const returned = node.getChild('ReturnType')
    const block = node.getChild('Block')
    return {
      kind: 'closure',
      ...span(node),
      head: { from: node.from, to: child(node, 'ClosureParameters').to },
      isMove: node.getChild('move') !== null,
      parameters: child(node, 'ClosureParameters')
        .getChildren('ClosureParameter')
        .map((each) => ({ pattern: this.patternIn(each), type: this.types(each)[0] })),
      returnType: returned ? this.typeIn(returned) : undefined,
      body: block ? this.blockExpression(block) : this.only(node),
    }
  }

  private control(node: SyntaxNode): Expression {
    const operands = () => this.operands(node)
    const value = () => (operands().length > 0 ? this.only(node) : undefined)
    switch (node.name) {
      case 'IfExpression':
        return ifInOtherWords(this.ifExpression(node))
      case 'MatchExpression':
        return this.match(node)
      case 'WhileExpression':
        return whileInOtherWords({
          kind: 'while',
          ...span(node),
          label: this.label(node),
          condition: this.only(node),
          body: this.body(node),
        })
      case 'LoopExpression':
        return { kind: 'loop', ...span(node), label: this.label(node), body: this.body(node) }
      case 'ForExpression':
        return forInOtherWords({
          kind: 'for',
          ...span(node),
          label: this.label(node),
          pattern: this.patternIn(node),
          iterated: this.only(node),
          body: this.body(node),
        })
      case 'UnsafeBlock':
        return { ...this.body(node), ...span(node), isUnsafe: true }
      case 'ConstBlock':
        return { ...this.body(node), ...span(node) }
      case 'BlockExpression':
        return { ...this.body(node), ...span(node), label: this.label(node) }
      case 'ReturnExpression':
        return { kind: 'return', ...span(node), value: value() }
      case 'BreakExpression':
        return { kind: 'break', ...span(node), label: this.jumpLabel(node), value: value() }
      case 'ContinueExpression':
        return { kind: 'continue', ...span(node), label: this.jumpLabel(node) }
      default:
        throw new Error(`the grammar's ${node.name} is neither built nor refused`)
    }
  }

  /** `&&x` is written with one token and is a reference to a reference. */
  private reference(node: SyntaxNode): Reference {
    const place = span(node)
    const inner: Reference = {
      kind: 'reference',
      ...place,
      isRaw: node.name === 'RawReference',
      mutable: node.getChild('mut') !== null,
      operand: this.only(node),
    }
    if (!node.getChild('&&')) return inner
    const operand = { ...inner, from: inner.from + 1 }
    return { kind: 'reference', ...place, isRaw: false, mutable: false, operand }
  }

  private binary(node: SyntaxNode): Binary {
    const [left, right] = this.pair(node)
    const operator = found(
      children(node).find(({ name }) => name.endsWith('Operator')),
      node,
    )
    return {
      kind: 'binary',
      ...span(node),
      operator: this.text(operator) as BinaryOperator,
      operatorSpan: span(operator),
      left,
      right,
    }
  }

  private assignment(node: SyntaxNode): Assignment {
    const [target, value] = this.pair(node)
    const operator = child(node, 'AssignmentOperator')
    const text = this.text(operator)
    return {
      kind: 'assignment',
      ...span(node),
      operator: text === '=' ? undefined : (text.slice(0, -1) as ArithmeticOperator),
      operatorSpan: span(operator),
      target,
      value,
    }
  }

  /** `t.0.1` reads as a field `0.1`, a floating-point number to the grammar, and is two fields. */
  private field(node: SyntaxNode): Expression {
    const object = this.expression(firstChild(node))
    const name = this.name(found(node.getChild('FieldName') ?? node.getChild('IndexName'), node))
    const dot = name.text.indexOf('.')
    if (dot < 0) return { kind: 'field', ...span(node), object, name }
    const first = { text: name.text.slice(0, dot), from: name.from, to: name.from + dot }
    const second = { text: name.text.slice(dot + 1), from: first.to + 1, to: name.to }
    const inner = { kind: 'field' as const, from: node.from, to: first.to, object, name: first }
    return { kind: 'field', ...span(node), object: inner, name: second }
  }

  private array(node: SyntaxNode): Expression {
    if (!node.getChild(';')) return { kind: 'array', ...span(node), elements: this.all(node) }
    const [element, length] = this.pair(node)
    return { kind: 'repeat', ...span(node), element, length }
  }

  private structValue(node: SyntaxNode): StructValue {
    const base = node.getChild('FieldValue')?.parent?.getChildren('FieldValue').at(-1)?.getChild('StructBase')
    const fields = node
      .getChildren('FieldValue')
      .filter((field) => !field.getChild('StructBase'))
      .map((field) => {
        const name = this.name(child(field, 'FieldName'))
        const [value] = this.all(field)
        return {
          name,
          value: value ?? { kind: 'variable' as const, from: name.from, to: name.to, name: name.text },
        }
      })
    return {
      kind: 'struct',
      ...span(node),
      ...this.structPath(node),
      fields,
      base: base ? this.only(base) : undefined,
    }
  }

  private structPath(node: SyntaxNode): Pick<StructValue, 'name' | 'path'> {
    const path = this.path(found(node.getChild('VariableName') ?? node.getChild('PathExpression'), node))
    return { name: path.segments.at(-1) ?? this.name(node), path }
  }

  private range(node: SyntaxNode): Expression {
    const operator = child(node, 'RangeOperator')
    const [start] = this.operands(node).filter(({ to }) => to <= operator.from)
    const [end] = this.operands(node).filter(({ from }) => from >= operator.to)
    return {
      kind: 'range',
      ...span(node),
      start: start && this.expression(start),
      end: end && this.expression(end),
      isInclusive: this.text(operator) === '..=',
    }
  }

  private ifExpression(node: SyntaxNode): If {
    const [then, otherwise] = node.getChildren('Block')
    const [condition, elseIf] = this.operands(node)
    const last = elseIf ? this.expression(elseIf) : otherwise ? this.blockExpression(otherwise) : undefined
    return {
      kind: 'if',
      ...span(node),
      condition: this.expression(found(condition, node)),
      then: this.blockExpression(found(then, node)),
      otherwise: last,
    }
  }

  private match(node: SyntaxNode): Match {
    const arms = child(node, 'MatchBlock').getChildren('MatchArm')
    return {
      kind: 'match',
      ...span(node),
      subject: this.only(node),
      arms: arms.map((arm) => this.matchArm(arm)),
    }
  }

  private matchArm(node: SyntaxNode): MatchArm {
    const guard = node.getChild('Guard')
    return {
      ...span(node),
      pattern: this.patternIn(node),
      guard: guard ? this.only(guard) : undefined,
      value: this.only(node),
    }
  }

  private body(node: SyntaxNode): BlockExpression {
    return this.blockExpression(child(node, 'Block'))
  }

  protected blockExpression(node: SyntaxNode): BlockExpression {
    return { kind: 'block', ...span(node), label: undefined, isUnsafe: false, block: this.block(node) }
  }

  private label(node: SyntaxNode): Name | undefined {
    const definition = node.getChild('LabelDefinition')
    return definition ? this.name(child(definition, 'Lifetime')) : undefined
  }

  private jumpLabel(node: SyntaxNode): Name | undefined {
    const label = node.getChild('Lifetime')
    return label ? this.name(label) : undefined
  }
}

function read<Result extends object>(result: Result): Exclude<Result, { readonly wrong: unknown }> {
  if ('wrong' in result) throw new Error('a refused literal was built')
  return result as Exclude<Result, { readonly wrong: unknown }>
}
