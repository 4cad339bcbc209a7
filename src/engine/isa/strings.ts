import { NO_FLAGS, writesFlags, type FormNotation, type Instruction } from './instruction.ts'
import type { Semantics } from './semantics.ts'

type ElementSize = 8 | 16 | 32 | 64

interface Element {
  readonly letter: string
  readonly size: ElementSize
  readonly accumulator: string
}

const ELEMENTS: readonly Element[] = [
  { letter: 'b', size: 8, accumulator: 'al' },
  { letter: 'w', size: 16, accumulator: 'ax' },
  { letter: 'd', size: 32, accumulator: 'eax' },
  { letter: 'q', size: 64, accumulator: 'rax' },
]

/** An 8-bit opcode, and the next for the wider elements. */
function stringForm(opcode: number, size: ElementSize): FormNotation {
  const prefix = { 8: '', 16: '66 ', 32: '', 64: 'REX.W ' }[size]
  return [prefix + (size === 8 ? opcode : opcode + 1).toString(16).toUpperCase(), '']
}

/** Moves a pointer register to the next element: upwards, or downwards if the direction flag is set. */
function advance<Word>(m: Semantics<Word>, pointer: string, size: ElementSize): void {
  const distance = m.select(m.flag('df'), m.constant(-size / 8, 64), m.constant(size / 8, 64))
  m.setRegister(pointer, m.address(m.add(m.register(pointer), distance)))
}

const moves: readonly Instruction[] = ELEMENTS.map(({ letter, size }) => ({
  mnemonic: `movs${letter}`,
  summary:
    'Copies an element from where RSI points to where RDI points and moves both on; with rep, RCX times.',
  example: `rep movs${letter}`,
  flags: NO_FLAGS,
  uses: [],
  repeatable: true,
  forms: [stringForm(0xa4, size)],
  execute: (m) =>
    m.repeat(() => {
      m.store(m.address(m.register('rdi')), m.load(m.address(m.register('rsi')), size))
      advance(m, 'rsi', size)
      advance(m, 'rdi', size)
    }),
}))

const stores: readonly Instruction[] = ELEMENTS.map(({ letter, size, accumulator }) => ({
  mnemonic: `stos${letter}`,
  summary: `Stores ${accumulator.toUpperCase()} where RDI points and moves RDI on; with rep, RCX times.`,
  example: `rep stos${letter}`,
  flags: NO_FLAGS,
  uses: [],
  repeatable: true,
  forms: [stringForm(0xaa, size)],
  execute: (m) =>
    m.repeat(() => {
      m.store(m.address(m.register('rdi')), m.register(accumulator))
      advance(m, 'rdi', size)
    }),
}))

const loads: readonly Instruction[] = ELEMENTS.map(({ letter, size, accumulator }) => ({
  mnemonic: `lods${letter}`,
  summary: `Loads ${accumulator.toUpperCase()} from where RSI points and moves RSI on.`,
  example: `lods${letter}`,
  flags: NO_FLAGS,
  uses: [],
  repeatable: true,
  isRare: size === 16,
  forms: [stringForm(0xac, size)],
  execute: (m) =>
    m.repeat(() => {
      m.setRegister(accumulator, m.load(m.address(m.register('rsi')), size))
      advance(m, 'rsi', size)
    }),
}))

const scans: readonly Instruction[] = ELEMENTS.map(({ letter, size, accumulator }) => ({
  mnemonic: `scas${letter}`,
  summary: `Compares ${accumulator.toUpperCase()} with where RDI points and moves RDI on; with repne, until they are equal.`,
  example: `repne scas${letter}`,
  flags: writesFlags(),
  uses: [],
  repeatable: true,
  repeatsByZero: true,
  isRare: true,
  forms: [stringForm(0xae, size)],
  execute: (m) =>
    m.repeat(() => {
      const [a, b] = [m.register(accumulator), m.load(m.address(m.register('rdi')), size)]
      advance(m, 'rdi', size)
      m.subtractionFlags(a, b, m.subtract(a, b))
    }),
}))

const comparisons: readonly Instruction[] = ELEMENTS.map(({ letter, size }) => ({
  mnemonic: `cmps${letter}`,
  summary: 'Compares where RSI points with where RDI points and moves both on; with repe, until they differ.',
  example: `repe cmps${letter}`,
  flags: writesFlags(),
  uses: [],
  repeatable: true,
  repeatsByZero: true,
  isRare: true,
  forms: [stringForm(0xa6, size)],
  execute: (m) =>
    m.repeat(() => {
      const a = m.load(m.address(m.register('rsi')), size)
      const b = m.load(m.address(m.register('rdi')), size)
      advance(m, 'rsi', size)
      advance(m, 'rdi', size)
      m.subtractionFlags(a, b, m.subtract(a, b))
    }),
}))

export const strings: readonly Instruction[] = [...moves, ...stores, ...loads, ...scans, ...comparisons]
