import type { Body, Expression, OperandSyntax } from './syntax.ts'

type InstructionBody = Body & { kind: 'instruction' }

/** What an instruction without labels comes to: it is the same wherever it lies, in every pass. */
export interface KnownEncoding {
  readonly bytes: Uint8Array
  readonly text: string
}

/** So many texts are remembered; then they are all forgotten. */
const MOST_TEXTS = 1 << 13

/**
 * A text means the same in every program that is assembled alike, so it outlives the run: a reader runs nearly the same
 * program again.
 */
const BY_TEXT = { shortened: new Map<string, KnownEncoding>(), exact: new Map<string, KnownEncoding>() }

/**
 * Encodings that do not depend on where anything lies. Most instructions are of this kind, and a compiler writes the
 * same ones again and again, so each text is encoded once.
 */
export class Encodings {
  readonly #byBody = new Map<InstructionBody, KnownEncoding>()
  readonly #byText: Map<string, KnownEncoding>

  constructor(isExact: boolean) {
    this.#byText = isExact ? BY_TEXT.exact : BY_TEXT.shortened
  }

  of(body: InstructionBody): KnownEncoding | undefined {
    return this.#byBody.get(body)
  }

  /** The encoding of another instruction that reads the same. @param text as `KnownEncoding` has it */
  ofText(body: InstructionBody, text: string): KnownEncoding | undefined {
    const known = this.#byText.get(text)
    if (known !== undefined) this.#byBody.set(body, known)
    return known
  }

  /** Keeps what an instruction has come to, unless it moves with the program. */
  keep(body: InstructionBody, text: string, bytes: Uint8Array): void {
    if (!body.operands.every(isFixed)) return
    const known = { bytes, text }
    this.#byBody.set(body, known)
    if (this.#byText.size === MOST_TEXTS) this.#byText.clear()
    this.#byText.set(text, known)
  }
}

/** Memory without a register may be meant from RIP on, as `default rel` has it. */
function isFixed({ memory, relative, expression }: OperandSyntax): boolean {
  if (!isFixedNumber(expression)) return false
  return !memory || (relative === undefined && hasRegister(expression))
}

function isFixedNumber(expression: Expression): boolean {
  switch (expression.kind) {
    case 'symbol':
    case 'here':
    case 'section-start':
      return false
    case 'unary':
      return isFixedNumber(expression.operand)
    case 'binary':
      return isFixedNumber(expression.left) && isFixedNumber(expression.right)
    case 'conditional':
      return [expression.condition, expression.whenTrue, expression.otherwise].every(isFixedNumber)
    default:
      return true
  }
}

function hasRegister(expression: Expression): boolean {
  if (expression.kind === 'register') return expression.name !== 'rip'
  if (expression.kind === 'unary') return hasRegister(expression.operand)
  return expression.kind === 'binary' && (hasRegister(expression.left) || hasRegister(expression.right))
}
