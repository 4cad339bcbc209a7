import type { SyntaxNode } from '@lezer/common'
import { registerNamed } from '../../isa/registers.ts'
import { hex, readNumber, wrapAddress, type VirtualAddress } from '../../units.ts'
import type { Machine } from '../machine.ts'
import type { LinkedVariable } from '../program.ts'
import { parser } from './parser.ts'
import * as terms from './parser.terms.ts'

/** One summand of an address: a number, a register, or the name of a variable. */
export interface AddressTerm {
  readonly sign: 1 | -1
  readonly kind: 'number' | 'register' | 'symbol'
  readonly text: string
  /** The number; 0 for a name. */
  readonly value: bigint
  readonly from: number
  readonly to: number
}

/** `rbp - 1`, `0x7FFF007FEFFB`, `y + 2`. */
export interface AddressExpression {
  readonly terms: readonly AddressTerm[]
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

/** Reads an address on its own, as facts name one; undefined where the text is none. */
export function parseAddress(text: string): AddressExpression | undefined {
  const tree = addressParser.parse(text)
  let isWhole = true
  tree.iterate({ enter: (node) => void (isWhole &&= !node.type.isError) })
  const node = tree.topNode.getChild('Address')
  if (!isWhole || node === null) return undefined
  const expression = readAddress(node, text)
  return expression.terms.every(({ kind, text }) => kind !== 'number' || readNumber(text) !== undefined)
    ? expression
    : undefined
}

const addressParser = parser.configure({ top: 'AddressOnly' })

/** The address that a node of the grammar stands for; numbers that are malformed count as 0. */
export function readAddress(node: SyntaxNode, source: string): AddressExpression {
  const found: AddressTerm[] = []
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

/** Whether a name is one of the 64-bit registers, which hold addresses. */
function isAddressRegister(name: string): boolean {
  return name.toLowerCase() === 'rip' || registerNamed(name.toLowerCase())?.size === 64
}

/** As it is printed: hexadecimal where it is an address on its own, decimal where it is a distance. */
export function printAddress({ terms }: AddressExpression): string {
  return terms
    .map(({ sign, kind, text, value }, at) => {
      const body = kind === 'number' ? (at === 0 && sign === 1 ? hex(value) : value.toString()) : text
      return at === 0 ? (sign === 1 ? body : `-${body}`) : `${sign === 1 ? '+' : '-'} ${body}`
    })
    .join(' ')
}

/** Computes an address with the machine's registers and symbols; the name that is unknown instead, if one is. */
export function computeAddress(
  machine: Machine,
  expression: AddressExpression,
): ComputedAddress | { readonly unknown: AddressTerm } {
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
export function symbolNamed(machine: Machine, name: string): LinkedVariable | undefined {
  return machine.frameFunction?.symbols.findLast((symbol) => symbol.name === name)
}
