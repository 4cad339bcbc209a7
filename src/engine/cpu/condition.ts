import { CARRY, OVERFLOW, PARITY, SIGN, ZERO } from '../isa/flags.ts'

/** Whether one of the 16 conditions holds. Odd codes negate the code before them. */
export function conditionHolds(code: number, flags: number): boolean {
  return holdsEven(code >> 1, flags) !== ((code & 1) === 1)
}

function holdsEven(pair: number, flags: number): boolean {
  const less = ((flags & SIGN) !== 0) !== ((flags & OVERFLOW) !== 0)
  switch (pair) {
    case 0:
      return (flags & OVERFLOW) !== 0
    case 1:
      return (flags & CARRY) !== 0
    case 2:
      return (flags & ZERO) !== 0
    case 3:
      return (flags & (CARRY | ZERO)) !== 0
    case 4:
      return (flags & SIGN) !== 0
    case 5:
      return (flags & PARITY) !== 0
    case 6:
      return less
    default:
      return less || (flags & ZERO) !== 0
  }
}
