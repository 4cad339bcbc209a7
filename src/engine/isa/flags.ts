/** The status and direction flags of RFLAGS (Intel SDM volume 1, section 3.4.3) and the conditions they make. */
export type FlagName = 'cf' | 'pf' | 'af' | 'zf' | 'sf' | 'df' | 'of'

export const CARRY = 0x001
export const PARITY = 0x004
export const ADJUST = 0x010
export const ZERO = 0x040
export const SIGN = 0x080
const TRAP = 0x100
const INTERRUPT = 0x200
const DIRECTION = 0x400
export const OVERFLOW = 0x800

export const FLAG_BITS: Readonly<Record<FlagName, number>> = {
  cf: CARRY,
  pf: PARITY,
  af: ADJUST,
  zf: ZERO,
  sf: SIGN,
  df: DIRECTION,
  of: OVERFLOW,
}

/** A bit of RFLAGS as people are told of it. */
export interface Flag {
  readonly name: string
  readonly mask: number
  readonly title: string
  /** What it says when it is clear, and when it is set. */
  readonly meanings: readonly [clear: string, set: string]
}

/** The flags a program meets, from the lowest bit up (Intel SDM volume 1, figure 3-8). */
export const FLAGS: readonly Flag[] = [
  {
    name: 'cf',
    mask: CARRY,
    title: 'carry',
    meanings: ['no carry or borrow', 'unsigned: the result did not fit'],
  },
  {
    name: 'pf',
    mask: PARITY,
    title: 'parity',
    meanings: ['low byte: odd number of ones', 'low byte: even number of ones'],
  },
  {
    name: 'af',
    mask: ADJUST,
    title: 'adjust',
    meanings: ['no carry out of the low four bits', 'carry out of the low four bits'],
  },
  {
    name: 'zf',
    mask: ZERO,
    title: 'zero',
    meanings: ['the result was not zero, or the two differ', 'the result was zero, or the two are equal'],
  },
  {
    name: 'sf',
    mask: SIGN,
    title: 'sign',
    meanings: ['the top bit is 0', 'the top bit is 1: negative, if signed'],
  },
  {
    name: 'tf',
    mask: TRAP,
    title: 'trap',
    meanings: ['the processor runs on', 'it stops after each instruction'],
  },
  {
    name: 'if',
    mask: INTERRUPT,
    title: 'interrupt',
    meanings: ['devices cannot interrupt', 'devices may interrupt'],
  },
  {
    name: 'df',
    mask: DIRECTION,
    title: 'direction',
    meanings: ['string instructions go upwards', 'string instructions go downwards'],
  },
  {
    name: 'of',
    mask: OVERFLOW,
    title: 'overflow',
    meanings: ['signed: the result fits', 'signed: the result did not fit'],
  },
]

/** The six flags that arithmetic sets. */
export const STATUS_FLAGS = CARRY | PARITY | ADJUST | ZERO | SIGN | OVERFLOW

export interface Condition {
  /** 0–15: the last four bits of the opcodes of Jcc, SETcc and CMOVcc. Odd codes negate the code before them. */
  readonly code: number
  /** The name the disassembler prints, then the others. */
  readonly names: readonly string[]
  readonly meaning: string
}

/** Intel SDM volume 1, appendix B. */
export const CONDITIONS: readonly Condition[] = [
  { code: 0, names: ['o'], meaning: 'there was signed overflow (OF = 1)' },
  { code: 1, names: ['no'], meaning: 'there was no signed overflow (OF = 0)' },
  { code: 2, names: ['b', 'c', 'nae'], meaning: 'below, unsigned (CF = 1)' },
  { code: 3, names: ['ae', 'nb', 'nc'], meaning: 'above or equal, unsigned (CF = 0)' },
  { code: 4, names: ['e', 'z'], meaning: 'equal, or zero (ZF = 1)' },
  { code: 5, names: ['ne', 'nz'], meaning: 'not equal, or not zero (ZF = 0)' },
  { code: 6, names: ['be', 'na'], meaning: 'below or equal, unsigned (CF = 1 or ZF = 1)' },
  { code: 7, names: ['a', 'nbe'], meaning: 'above, unsigned (CF = 0 and ZF = 0)' },
  { code: 8, names: ['s'], meaning: 'negative (SF = 1)' },
  { code: 9, names: ['ns'], meaning: 'not negative (SF = 0)' },
  { code: 10, names: ['p', 'pe'], meaning: 'the low byte has an even number of ones (PF = 1)' },
  { code: 11, names: ['np', 'po'], meaning: 'the low byte has an odd number of ones (PF = 0)' },
  { code: 12, names: ['l', 'nge'], meaning: 'less, signed (SF ≠ OF)' },
  { code: 13, names: ['ge', 'nl'], meaning: 'greater or equal, signed (SF = OF)' },
  { code: 14, names: ['le', 'ng'], meaning: 'less or equal, signed (ZF = 1 or SF ≠ OF)' },
  { code: 15, names: ['g', 'nle'], meaning: 'greater, signed (ZF = 0 and SF = OF)' },
]
