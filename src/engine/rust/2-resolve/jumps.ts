import type { Diagnostic } from '../../diagnostic.ts'
import type { BlockExpression, Break, Continue, For, Loop, While } from '../1-parse/syntax.ts'
import { isImplied } from '../1-parse/in-other-words.ts'
import { diagnose, messages, type Message } from '../messages.ts'

/** What `break` leaves, and `continue` goes on with: a loop, or a block with a label. */
export type JumpTarget = While | Loop | For | BlockExpression

/** Finds where every `break` and `continue` leads. */
export class Jumps {
  readonly targets = new Map<Break | Continue, JumpTarget>()
  private open: JumpTarget[] = []
  private isInClosure = false
  private readonly diagnostics: Diagnostic[]

  constructor(diagnostics: Diagnostic[]) {
    this.diagnostics = diagnostics
  }

  /** A function or a closure begins, and no jump leaves it. */
  apart(isClosure: boolean, action: () => void): void {
    const { open, isInClosure } = this
    this.open = []
    this.isInClosure = isClosure
    action()
    this.open = open
    this.isInClosure = isInClosure
  }

  inside(target: JumpTarget, action: () => void): void {
    this.open.push(target)
    action()
    this.open.pop()
  }

  jump(jump: Break | Continue): void {
    const target = this.open.findLast((each) =>
      jump.label ? each.label?.text === jump.label.text : each.kind !== 'block',
    )
    const innermost = this.open.findLast(
      (each) => each.kind !== 'block' || (each.label && !isImplied(each.label)),
    )
    const isUnclear = !jump.label && innermost?.kind === 'block'
    const mistake = isUnclear ? messages.unlabelledJump(jump.kind) : mistakeIn(jump, target, this.isInClosure)
    if (mistake) this.diagnostics.push(diagnose(jump.label ?? jump, mistake))
    else if (target) this.targets.set(jump, target)
  }
}

function mistakeIn(
  jump: Break | Continue,
  target: JumpTarget | undefined,
  isInClosure: boolean,
): Message | undefined {
  if (!target && !jump.label && isInClosure) return messages.outOfClosure(jump.kind)
  if (!target) return jump.label ? messages.undeclaredLabel(jump.label.text) : messages.outsideLoop(jump.kind)
  if (jump.kind === 'continue') return target.kind === 'block' ? messages.continueBlock : undefined
  const canHaveValue = target.kind === 'loop' || target.kind === 'block'
  return jump.value && !canHaveValue ? messages.breakWithValue(target.kind) : undefined
}
