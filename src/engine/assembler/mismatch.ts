import { fitsSigned, fitsUnsigned } from '../bits.ts'
import type { Form } from '../isa/form.ts'
import type { WrittenInstruction } from './encode.ts'
import { messages, AssemblyMistake } from './messages.ts'
import type { WrittenOperand } from './operands.ts'

/** Finds out why no form of an instruction takes its operands, for a sentence that helps. */
export function explainMismatch(written: WrittenInstruction, forms: readonly Form[]): AssemblyMistake {
  const { name, operands } = written
  const counts = [...new Set(forms.map((form) => form.operands.length))].sort()
  if (!counts.includes(operands.length))
    return new AssemblyMistake(written, messages.operandCount(name, operands.length, counts))
  return (
    numberAsDestination(written, forms) ??
    twoMemories(operands) ??
    sizesThatDisagree(operands, forms) ??
    numberTooLarge(written, forms) ??
    new AssemblyMistake(written, messages.noSuchForm(name, operands.map(describe)))
  )
}

function numberAsDestination(
  { operands, row }: WrittenInstruction,
  forms: readonly Form[],
): AssemblyMistake | undefined {
  const [first] = operands
  if (first?.kind !== 'number' || row.uses[0] === 'r' || row.uses[0] === undefined) return undefined
  if (forms.some((form) => form.operands[0]?.kind === 'immediate')) return undefined
  return new AssemblyMistake(first, messages.notWritable(describe(first)))
}

function twoMemories(operands: readonly WrittenOperand[]): AssemblyMistake | undefined {
  const memories = operands.filter((operand) => operand.kind === 'memory')
  return memories.length > 1 ? new AssemblyMistake(memories[1]!, messages.twoMemoryOperands()) : undefined
}

/** Two operands with sizes, of which each fits some form but not both the same. */
function sizesThatDisagree(
  operands: readonly WrittenOperand[],
  forms: readonly Form[],
): AssemblyMistake | undefined {
  const sized = operands.filter((operand) => sizeOf(operand) !== undefined)
  const [a, b] = sized
  if (a === undefined || b === undefined) return undefined
  const [aBits, bBits] = [sizeOf(a)!, sizeOf(b)!]
  const sameSize = forms.every(
    (form) =>
      form.operands.length < 2 ||
      form.operands[0]!.size === form.operands[1]!.size ||
      form.operands[1]!.kind === 'immediate',
  )
  if (aBits === bBits || !sameSize) return undefined
  return new AssemblyMistake(
    { from: a.from, to: b.to },
    messages.sizesDisagree(describe(a), aBits, describe(b), bBits),
  )
}

function sizeOf(operand: WrittenOperand): number | undefined {
  if (operand.kind === 'register') return operand.register.size
  return operand.kind === 'memory' ? operand.size : undefined
}

/** A number that would be taken if it were smaller. */
function numberTooLarge(written: WrittenInstruction, forms: readonly Form[]): AssemblyMistake | undefined {
  const at = written.operands.findLastIndex((operand) => operand.kind === 'number')
  const number = written.operands[at]
  if (number?.kind !== 'number') return undefined
  const first = written.operands[0]!
  const size = sizeOf(first)
  const taking = forms.filter(
    (form) =>
      form.operands[at]?.kind === 'immediate' && (size === undefined || form.size === size || at === 0),
  )
  if (taking.length === 0) return undefined
  const bits = Math.max(...taking.map((form) => 8 * form.immediateByteCount))
  if (fitsSigned(number.value, bits) || fitsUnsigned(number.value, bits)) {
    if (taking.every((form) => form.size !== 64) || bits !== 32) return undefined
    return new AssemblyMistake(number, messages.immediateTooLargeForForm(String(number.value)))
  }
  const isWide = bits === 32 && taking.some((form) => form.size === 64)
  return new AssemblyMistake(
    number,
    isWide
      ? messages.immediateTooLargeForForm(String(number.value))
      : messages.immediateTooLarge(String(number.value), bits),
  )
}

function describe(operand: WrittenOperand): string {
  if (operand.kind === 'register') return operand.register.name
  return operand.kind === 'memory' ? 'an address in brackets' : String(operand.value)
}
