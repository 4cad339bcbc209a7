import type { Body, DataValue, Expression, OperandSyntax } from './syntax.ts'

type InstructionBody = Body & { kind: 'instruction' }
type DataBody = Body & { kind: 'data' }

/** What an instruction without labels comes to: it is the same wherever it lies, in every pass. */
export interface KnownEncoding {
  readonly bytes: Uint8Array
  readonly text: string
}

/** So many texts are remembered; then they are all forgotten. */
const MOST_TEXTS = 1 << 13

/**
 * A text means the same in every program that is assembled alike, so it outlives the run: a reader runs nearly the same
 * program again. And so does a statement, where lines that read the same share it.
 */
class Memory {
  readonly byText = new Map<string, KnownEncoding>()
  readonly byBody = new WeakMap<InstructionBody, KnownEncoding>()
  readonly texts = new WeakMap<InstructionBody, string>()
  readonly data = new WeakMap<DataBody, Uint8Array>()
}

const MEMORIES = { shortened: new Memory(), exact: new Memory() }

/**
 * Encodings that do not depend on where anything lies. Most instructions are of this kind, and a compiler writes the
 * same ones again and again, so each text is encoded once.
 */
export class Encodings {
  readonly #memory: Memory

  constructor(isExact: boolean) {
    this.#memory = isExact ? MEMORIES.exact : MEMORIES.shortened
  }

  of(body: InstructionBody): KnownEncoding | undefined {
    return this.#memory.byBody.get(body)
  }

  /** How it reads. @param read finds that out */
  textOf(body: InstructionBody, read: () => string): string {
    const known = this.#memory.texts.get(body)
    if (known !== undefined) return known
    const text = read()
    this.#memory.texts.set(body, text)
    return text
  }

  dataOf(body: DataBody): Uint8Array | undefined {
    return this.#memory.data.get(body)
  }

  /** Keeps the bytes of numbers and strings. */
  keepData(body: DataBody, bytes: Uint8Array): void {
    const isFixedValue = (value: DataValue) =>
      value !== 'undefined' && value.kind !== 'repeated' && isFixedNumber(value)
    if (body.values.every(isFixedValue)) this.#memory.data.set(body, bytes)
  }

  /** The encoding of another instruction that reads the same. @param text as `KnownEncoding` has it */
  ofText(body: InstructionBody, text: string): KnownEncoding | undefined {
    const known = this.#memory.byText.get(text)
    if (known !== undefined) this.#memory.byBody.set(body, known)
    return known
  }

  /** Keeps what an instruction has come to, unless it moves with the program. */
  keep(body: InstructionBody, text: string, bytes: Uint8Array): void {
    if (!body.operands.every(isFixed)) return
    const known = { bytes, text }
    const { byBody, byText } = this.#memory
    byBody.set(body, known)
    if (byText.size === MOST_TEXTS) byText.clear()
    byText.set(text, known)
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
