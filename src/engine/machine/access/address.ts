import type { SyntaxNode } from '@lezer/common'
import { readNumber, wrapAddress, type VirtualAddress } from '../../units.ts'
import type { Machine } from '../machine.ts'
import type { LinkedVariable } from '../program.ts'
import { isAddressRegister, type AddressExpression, type AddressTerm } from './address-expression.ts'
import * as terms from './parser.terms.generated.ts'

/** A term as it stands in a cell's source. */
export interface WrittenTerm extends AddressTerm {
  readonly from: number
  readonly to: number
}

/** How an address came about. */
export interface ComputedAddress {
  readonly address: VirtualAddress
  /** The first register in it (of a variable, the RBP that its offset counts from), with its value. */
  readonly base?: { readonly register: string; readonly value: bigint }
  /** What is added to the base. */
  readonly displacement?: bigint
  readonly symbol?: LinkedVariable
}

/** The address that a node of the grammar stands for; numbers that are malformed count as 0. */
export function readAddress(node: SyntaxNode, source: string): AddressExpression<WrittenTerm> {
  const found: WrittenTerm[] = []
  let sign: 1 | -1 = 1
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const { from, to } = child
    const text = source.slice(from, to)
    if (child.type.id === terms.Sign) sign = text === '-' ? -1 : 1
    else if (child.type.id === terms.Number) {
      found.push({ sign, kind: 'number', text, value: readNumber(text) ?? 0n, from, to })
    } else if (child.type.id === terms.Name) {
      const kind = isAddressRegister(text) ? 'register' : 'symbol'
      found.push({ sign, kind, text, value: 0n, from, to })
    }
  }
  return { terms: found }
}

/** Computes an address with the machine's registers and symbols; the name that is unknown instead, if one is. */
export function computeAddress<Term extends AddressTerm>(
  machine: Machine,
  expression: AddressExpression<Term>,
): ComputedAddress | { readonly unknown: Term } {
  let sum = 0n
  let base: { register: string; value: bigint } | undefined
  let symbol: LinkedVariable | undefined
  for (const term of expression.terms) {
    let value = term.value
    if (term.kind === 'register') {
      value = machine.registers.get(term.text.toLowerCase())
      base ??= { register: term.text.toLowerCase(), value }
    } else if (term.kind === 'symbol') {
      const found = symbolNamed(machine, term.text)
      if (found === undefined) return { unknown: term }
      symbol ??= found
      base ??= { register: 'rbp', value: machine.registers.get('rbp') }
      value = machine.registers.get('rbp') + BigInt(found.offset)
    }
    sum += BigInt(term.sign) * value
  }
  return {
    address: wrapAddress(sum),
    ...(base && { base, displacement: BigInt.asIntN(64, sum - base.value) }),
    ...(symbol && { symbol }),
  }
}

/** A variable of the function whose frame is RBP's; of several with one name, the one declared last. */
function symbolNamed(machine: Machine, name: string): LinkedVariable | undefined {
  return machine.frameFunction?.symbols.findLast((symbol) => symbol.name === name)
}
