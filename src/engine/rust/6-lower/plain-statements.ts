import type { Assignment, Binary, Expression, Negation, Span, Statement } from '../1-parse/syntax.ts'
import type { Local } from '../2-resolve/resolve.ts'
import type { CheckedFunction } from '../3-check/check.ts'
import { sizeOf as sizeOfType } from '../3-check/type-layout.ts'
import { isSigned, known, type Type } from '../3-check/types.ts'
import type { ImmediateOperand, Instruction, MemoryOperand, Operand, Width } from './instruction.ts'
import { LAST_REGISTER, register, scratchRegister } from './registers.ts'

type SimpleOperator = '+' | '-' | '*'

const MNEMONICS: Readonly<Record<SimpleOperator, string>> = { '+': 'add', '-': 'sub', '*': 'imul' }
const VERBS: Readonly<Record<SimpleOperator, string>> = {
  '+': 'Add',
  '-': 'Subtract',
  '*': 'Multiply by',
}

/** What an operator's right side, or a store's value, can be without being computed first. */
interface Simple {
  readonly operand: MemoryOperand | ImmediateOperand
  /** As a comment names it: `1 byte at RBP - 1`, `100`. */
  readonly text: string
}

/**
 * Makes the instructions of plain statements (see `plain.ts`) as an unoptimising compiler does: every variable lives in
 * memory, is loaded to be used, and stored when it changes. Values are known to fit their types, so nothing is checked
 * when the program runs.
 */
export class PlainStatements {
  private readonly func: CheckedFunction
  private readonly offsets: ReadonlyMap<Local, number>
  private instructions: Instruction[] = []
  private span: Span = { from: 0, to: 0 }

  constructor(func: CheckedFunction, offsets: ReadonlyMap<Local, number>) {
    this.func = func
    this.offsets = offsets
  }

  /** The instructions of one statement, in order. */
  lower(statement: Statement): readonly Instruction[] {
    this.instructions = []
    this.span = statement
    const local =
      statement.kind === 'let' && statement.pattern.kind === 'name'
        ? this.func.resolution.declared.get(statement.pattern)
        : undefined
    if (statement.kind === 'expression') this.statement(statement.expression)
    else if (statement.value && local) this.store(local, statement.value)
    return this.instructions
  }

  private statement(expression: Expression): void {
    if (expression.kind === 'assignment') this.assignment(expression)
    else this.load(expression, 0)
  }

  private assignment(assignment: Assignment): void {
    const { target, operator, value } = assignment
    const local = this.localOf(target)
    if (operator === undefined) return this.store(local, value)
    const type = this.typeOf(target)
    this.load(target, 0, operator === '*' && sizeOf(type) === 1)
    this.operate(operator as SimpleOperator, value, 0, type)
    this.storeRegister(local)
  }

  /** A constant goes to its place directly; everything else by way of the accumulator. */
  private store(local: Local, value: Expression): void {
    const constant = this.simpleConstant(value, bitPattern)
    if (constant === undefined) {
      this.load(value, 0)
      return this.storeRegister(local)
    }
    const width = this.widthOf(local)
    this.emit(
      'mov',
      [{ ...this.place(local), width }, constant.operand],
      `Store ${bytes(width)} at ${this.placeText(local)}`,
    )
  }

  private storeRegister(local: Local): void {
    const width = this.widthOf(local)
    this.emit(
      'mov',
      [this.place(local), register(0, width)],
      `Store ${bytes(width)} at ${this.placeText(local)}`,
    )
  }

  /**
   * Computes a value into a register.
   * @param isFactor an 8-bit factor of a product, which is widened to the 32 bits that `imul` multiplies
   */
  private load(expression: Expression, index: number, isFactor = false): void {
    const constant = this.func.constants.get(expression)
    if (constant !== undefined) return this.loadConstant(constant, index, this.typeOf(expression))
    if (expression.kind === 'variable') this.loadVariable(expression, index, isFactor)
    else if (expression.kind === 'negation') this.negate(expression, index)
    else if (expression.kind === 'binary') this.calculate(expression, index)
    else throw new Error(`a ${expression.kind} has no value`)
  }

  private loadConstant(value: bigint, index: number, type: Type): void {
    const target = register(index, sizeOf(type))
    this.emit('mov', [target, bitPattern(value, type)], `Put ${value} into ${target.name.toUpperCase()}`)
  }

  private loadVariable(variable: Expression, index: number, isFactor: boolean): void {
    const local = this.localOf(variable)
    const [place, width] = [this.place(local), this.widthOf(local)]
    const comment = `Load ${bytes(width)} from ${this.placeText(local)}`
    if (!isFactor) return this.emit('mov', [register(index, width), place], comment)
    const mnemonic = isSignedType(this.typeOf(variable)) ? 'movsx' : 'movzx'
    this.emit(mnemonic, [register(index, 4), { ...place, width }], `${comment}, widened to 4`)
  }

  /** `-x` is `0 - x`. */
  private negate(negation: Negation, index: number): void {
    const type = this.typeOf(negation)
    this.loadConstant(0n, index, type)
    this.operate('-', negation.operand, index, type)
  }

  private calculate(binary: Binary, index: number): void {
    const type = this.typeOf(binary)
    const operator = binary.operator as SimpleOperator
    this.load(binary.left, index, operator === '*' && sizeOf(type) === 1)
    this.operate(operator, binary.right, index, type)
  }

  /** Applies an operator to the register and the right side, which is computed into the next register if need be. */
  private operate(operator: SimpleOperator, right: Expression, index: number, type: Type): void {
    const isByteProduct = operator === '*' && sizeOf(type) === 1
    const simple =
      this.simpleConstant(right, signedNumber) ?? (isByteProduct ? undefined : this.simpleVariable(right))
    if (simple) return this.apply(operator, index, simple.operand, simple.text, type)
    if (index === LAST_REGISTER) return this.operateOnStack(operator, right, type)
    this.load(right, index + 1, isByteProduct)
    this.apply(operator, index, register(index + 1, operandWidth(operator, type)), '', type)
  }

  /** Out of registers: the left side waits on the stack. */
  private operateOnStack(operator: SimpleOperator, right: Expression, type: Type): void {
    const wide = register(LAST_REGISTER, 8)
    this.emit('push', [wide], 'Keep the left side on the stack')
    this.load(right, LAST_REGISTER)
    this.emit('mov', [scratchRegister(8), wide], 'Set the right side aside')
    this.emit('pop', [wide], 'Take the left side back')
    this.apply(operator, LAST_REGISTER, scratchRegister(operandWidth(operator, type)), '', type)
  }

  private apply(operator: SimpleOperator, index: number, operand: Operand, text: string, type: Type): void {
    const target = register(index, operandWidth(operator, type))
    const isTriple = operator === '*' && operand.kind === 'immediate'
    const what = operand.kind === 'register' ? operand.name.toUpperCase() : text
    const note = operator === '*' && sizeOf(type) === 1 ? '; the low byte is the product' : ''
    this.emit(
      MNEMONICS[operator],
      isTriple ? [target, target, operand] : [target, operand],
      `${VERBS[operator]} ${what}${note}`,
    )
  }

  /** A constant that an instruction can carry: up to 32 bits, which a 64-bit operation extends by their sign. */
  private simpleConstant(expression: Expression, write: typeof bitPattern): Simple | undefined {
    const constant = this.func.constants.get(expression)
    if (constant === undefined) return undefined
    const type = this.typeOf(expression)
    const operand = write(constant, type)
    const isCarried = sizeOf(type) < 8 || BigInt.asIntN(32, operand.value) === operand.value
    return isCarried ? { operand, text: `${constant}` } : undefined
  }

  private simpleVariable(expression: Expression): Simple | undefined {
    if (expression.kind !== 'variable') return undefined
    const local = this.localOf(expression)
    return {
      operand: this.place(local),
      text: `the ${bytes(this.widthOf(local))} at ${this.placeText(local)}`,
    }
  }

  private place(local: Local): MemoryOperand {
    return { kind: 'memory', offset: this.offsets.get(local) ?? 0 }
  }

  private placeText(local: Local): string {
    return `RBP - ${-(this.offsets.get(local) ?? 0)}`
  }

  private widthOf(local: Local): Width {
    return sizeOf(this.func.inference.typeOfLocal(local))
  }

  private localOf(expression: Expression): Local {
    const meaning = expression.kind === 'variable' ? this.func.resolution.meanings.get(expression) : undefined
    if (meaning?.kind !== 'local') throw new Error(`a ${expression.kind} is not a variable`)
    return meaning
  }

  private typeOf(expression: Expression): Type {
    const type = this.func.inference.typeOf(expression)
    if (!['integer', 'bool', 'char'].includes(type.kind))
      throw new Error('a value of another type in a plain statement')
    return type
  }

  private emit(mnemonic: string, operands: readonly Operand[], comment: string): void {
    this.instructions.push({ mnemonic, operands, span: this.span, comment })
  }
}

/** What is stored: up to 32 bits as the pattern reads without a sign; 64 bits as the sign-extended number it is. */
function bitPattern(value: bigint, type: Type): ImmediateOperand {
  const bits = sizeOf(type) * 8
  return { kind: 'immediate', value: bits < 64 ? BigInt.asUintN(bits, value) : BigInt.asIntN(64, value) }
}

/** What is calculated with: the number as the source has it. */
function signedNumber(value: bigint, type: Type): ImmediateOperand {
  return { kind: 'immediate', value: sizeOf(type) < 8 ? value : BigInt.asIntN(64, value) }
}

/** `imul` with two operands has no 8-bit form; the low byte of a wider product is the same. */
function operandWidth(operator: SimpleOperator, type: Type): Width {
  return operator === '*' && sizeOf(type) === 1 ? 4 : sizeOf(type)
}

function isSignedType(type: Type): boolean {
  const found = known(type)
  return found.kind === 'integer' && isSigned(found.name)
}

function bytes(width: Width): string {
  return width === 1 ? '1 byte' : `${width} bytes`
}

function sizeOf(type: Type): Width {
  return sizeOfType(type) as Width
}
