import { registerNamed } from '../../isa/registers.ts'
import { hex } from '../../units.ts'

/** One summand of an address: a number, a register, or the name of a variable. */
export interface AddressTerm {
  readonly sign: 1 | -1
  readonly kind: 'number' | 'register' | 'symbol'
  readonly text: string
  /** The number; 0 for a name. */
  readonly value: bigint
}

/** `rbp - 1`, `0x7FFF007FEFFB`, `y + 2`. */
export interface AddressExpression<Term extends AddressTerm = AddressTerm> {
  readonly terms: readonly Term[]
}

/** Whether a name is one of the 64-bit registers, which hold addresses. */
export function isAddressRegister(name: string): boolean {
  return name.toLowerCase() === 'rip' || registerNamed(name.toLowerCase())?.size === 64
}

/** As it is printed: hexadecimal where it is an address on its own, decimal where it is a distance. */
export function printAddress(
  { terms }: AddressExpression,
  printSymbol: (name: string) => string = (name) => name,
): string {
  return terms
    .map(({ sign, kind, text, value }, at) => {
      const number = at === 0 && sign === 1 ? hex(value) : value.toString()
      const body = kind === 'number' ? number : kind === 'symbol' ? printSymbol(text) : text
      return at === 0 ? (sign === 1 ? body : `-${body}`) : `${sign === 1 ? '+' : '-'} ${body}`
    })
    .join(' ')
}
