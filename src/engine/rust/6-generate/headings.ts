import type { Block, Expression, FunctionItem, Span, Statement } from '../1-parse/syntax.ts'
import { blocksOf, childrenOf } from '../1-parse/walk.ts'

/** A part of the source that instructions are put under, and how far it reaches with all that is in it. */
interface Heading {
  readonly from: number
  readonly to: number
  readonly head: Span
  readonly parent: number
}

/** Under which statement each part of a function's source belongs. */
export class Headings {
  private readonly headings: Heading[] = []

  constructor({ signature, body, closingBrace }: FunctionItem) {
    this.headings.push({ from: 0, to: Number.MAX_SAFE_INTEGER, head: closingBrace, parent: -1 })
    this.add({ ...signature, head: signature, parent: 0 })
    this.block(body, 0)
  }

  private add(heading: Heading): number {
    return this.headings.push(heading) - 1
  }

  private block({ statements }: Block, parent: number): void {
    for (const statement of statements) {
      const { from, to } = statement
      const index = this.add({ from, to, head: headOf(statement), parent })
      const whole = statement.kind === 'let' ? statement.value : statement.expression
      if (whole) this.expression(whole, index)
    }
  }

  /** What is in blocks stands for itself, and so does what comes of an arm. */
  private expression(expression: Expression, parent: number): void {
    if (expression.kind === 'match') {
      this.expression(expression.subject, parent)
      for (const { guard, value, from, to } of expression.arms) {
        const arm = this.add({ from, to, head: value, parent })
        if (guard) this.expression(guard, arm)
        this.expression(value, arm)
      }
      return
    }
    for (const block of blocksOf(expression)) this.block(block, parent)
    for (const child of childrenOf(expression)) this.expression(child, parent)
  }

  /** The innermost one around a part of the source: always the same object for the same one. */
  of({ from, to }: Span): Span {
    let [low, high] = [0, this.headings.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.headings[middle]!.from <= from) low = middle
      else high = middle
    }
    let index = low
    while (this.headings[index]!.parent >= 0 && this.headings[index]!.to < to)
      index = this.headings[index]!.parent
    return this.headings[index]!.head
  }
}

function headOf(statement: Statement): Span {
  if (statement.kind === 'let') return statement
  const { expression } = statement
  const head = (last: Expression) => ({ from: expression.from, to: last.to })
  switch (expression.kind) {
    case 'if':
    case 'while':
      return head(expression.condition)
    case 'match':
      return head(expression.subject)
    case 'for':
      return head(expression.iterated)
    case 'loop':
      return { from: expression.from, to: expression.body.from }
    case 'block':
      return { from: expression.from, to: expression.block.from + 1 }
    default:
      return statement
  }
}
