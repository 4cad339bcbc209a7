import type { MnemonicKind } from '../isa/mnemonics.ts'

/**
 * Everything the assembler says to a reader, in one place, to be read as prose.
 *
 * `message` says what is wrong, `help` what to try.
 */

export interface Message {
  readonly message: string
  readonly help?: string
}

function said(message: string, help?: string): Message {
  return help === undefined ? { message } : { message, help }
}

/** What is to be said of instructions that the table does not have. */
const NOT_HERE: Readonly<Record<MnemonicKind, string>> = {
  'not in 64-bit code': ', but only of 16- and 32-bit code: 64-bit code has none of that name.',
  privileged: ' that only the kernel may use, and it is not here.',
  general: ', and it is not here yet.',
  sse: ' for its XMM registers (SSE), and it is not here yet.',
  avx: ' for its YMM and mask registers (AVX), and it is not here.',
}

const list = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(', ')

export const messages = {
  // ── the text ──
  syntax: (text: string) =>
    said(
      text === '' ? 'This line ends too early.' : `\`${text}\` was not expected here.`,
      'A line is an instruction and its operands: `mov byte [rbp - 1], 42`.',
    ),
  unterminatedString: () =>
    said('This string has no closing quote.', 'Close it with the same quote it begins with.'),
  lineTooLong: () => said('This line is longer than 4000 characters.', 'Spread it over several lines.'),
  tooDeep: () => said('This expression is nested too deeply.', 'Give a part of it a name with `equ`.'),
  gnuComment: (mark: string) =>
    said(`\`${mark}\` begins a comment for the GNU assembler, not here.`, 'Begin comments with `;`.'),
  gnuDirective: (name: string, instead: string | undefined) =>
    said(
      `\`${name}\` is a directive of the GNU assembler, which is written differently from the Intel syntax here.`,
      instead === undefined ? 'Leave this line out.' : `Write \`${instead}\`.`,
    ),
  gnuRegister: (name: string) =>
    said(
      `Registers are written without \`%\` here.`,
      `Write \`${name}\`, and the destination first: \`mov eax, 1\`.`,
    ),
  gnuImmediate: (number: string) => said('Numbers are written without `$` here.', `Write \`${number}\`.`),
  unknownInstruction: (name: string, nearest: string | undefined) =>
    said(
      `There is no instruction called \`${name}\`.`,
      nearest === undefined ? 'Check its spelling.' : `Did you mean \`${nearest}\`?`,
    ),
  instructionNotHere: (name: string, kind: MnemonicKind) =>
    said(`\`${name}\` is an instruction of x86${NOT_HERE[kind]}`),
  loneWord: (name: string) => said(`\`${name}\` needs something behind it.`),

  // ── the preprocessor ──
  expandsTooFar: () =>
    said(
      'What macros and repetitions make of this program is too long.',
      'Look for a macro that calls itself.',
    ),
  unclosed: (what: string) => {
    const ends: Record<string, string> = {
      '%if': '%endif',
      '%macro': '%endmacro',
      '%rep': '%endrep',
      '%[': ']',
    }
    return said(`\`${what}\` has no end.`, `Write \`${ends[what]}\` behind what belongs to it.`)
  },
  macroHead: () =>
    said('A macro has a name and a number of parameters.', 'Write `%macro name 2` for one that takes two.'),
  macroArguments: (name: string, count: number) =>
    said(
      `The macro \`${name}\` does not take ${countWord(count)} ${count === 1 ? 'value' : 'values'}.`,
      'The number behind its name, where it is defined, says how many it takes.',
    ),
  notCondition: (text: string) =>
    said(`\`${text}\` is no condition.`, 'Conditions are those of jumps: `e`, `ne`, `l`, `ge`…'),
  noMatchingIf: (word: string) => said(`\`%${word}\` belongs to no \`%if\`.`),
  behindElse: (word: string) => said(`\`%${word}\` cannot stand behind \`%else\`.`),
  noBeginning: (word: string) => said(`There is nothing here that \`%${word}\` could end.`),
  nameExpected: (word: string) => said(`Behind \`%${word}\` must be a name.`, `Write \`%${word} name 5\`.`),
  notNumberHere: () =>
    said(
      'This must be a number that is known here already.',
      'It may use names of `%define`, `%assign` and of `equ` above, but no labels.',
    ),
  twoTexts: () => said('Two texts are compared, with a comma between them.'),
  noContext: (what: string) =>
    said(`\`${what}\` needs a context, and there is none.`, 'Begin one with `%push`.'),
  ownError: (text: string) => said(`The program itself says: ${text}`),
  unknownPreprocessor: (word: string) => said(`There is no \`%${word}\` here.`, 'Check its spelling.'),
  inMacro: (name: string, line: number) => `It comes from line ${line + 1}, of the macro \`${name}\`.`,

  // ── numbers, strings, expressions ──
  badNumber: (text: string) =>
    said(`\`${text}\` is not a number.`, 'Numbers look like 42, 0x2A, 2Ah, 0b101010, 52o or 1_000.'),
  numberTooLong: (text: string) => said(`\`${text}\` does not fit in 64 bits.`),
  badEscape: (text: string) => said(`\`${text}\` is not an escape that a backquoted string knows.`),
  stringTooLong: () =>
    said(
      'A number has room for eight characters: the others are left out.',
      'Put longer strings in memory with `db`.',
    ),
  stringsSideBySide: () =>
    said(
      'nasm takes only the first character here: strings do not join, and a doubled quote begins another.',
      'Put a comma between them, or use other quotes around a quote.',
    ),
  stringExpected: () => said('Here must be a string in quotes.'),
  floatExpected: () => said('Here must be a number with a point, such as 1.5.'),
  noSuchFloat: (bits: number) => said(`There are no floating-point numbers of ${bits} bits.`),
  integerInData: (bits: number) =>
    said(`Only numbers with a point have ${bits} bits.`, 'Write `dq` once or twice for an integer.'),
  noData: () => said('Nothing stands behind this word, so that it reserves nothing.'),
  loneLabel: (name: string, nearest: string | undefined) =>
    said(
      `\`${name}\` stands alone in its line and is no instruction, so it was taken for a label.`,
      nearest === undefined
        ? `If it is one, put a colon behind it: \`${name}:\`.`
        : `Did you mean \`${nearest}\`? If it is a label, put a colon behind it.`,
    ),
  outsideMacro: (text: string) =>
    said(`\`${text}\` means something only in a macro, and here is none.`, 'Macros begin with `%macro`.'),
  registerNotHere: (name: string) =>
    said(
      `\`${name}\` is a register of x86 that programs here cannot use.`,
      'There are the sixteen general registers.',
    ),
  otherFormat: (name: string) =>
    said(`\`${name}\` is for other kinds of programs than those of Linux.`, 'Leave the line out.'),
  otherFile: (name: string) =>
    said(`\`${name}\` brings in another file, and a program here is one text.`, 'Put its lines here.'),
  externName: (name: string) =>
    said(
      `\`${name}\` is said to be in another file, and a program here is one text.`,
      'Write it here, or call the system itself.',
    ),
  divisionByZero: () => said('This expression divides by zero.'),
  notConstant: (what: string) =>
    said(`${what} must be a number that is known here, without registers and addresses.`),
  badOperator: (operator: string) =>
    said(
      `\`${operator}\` works on numbers, not on registers or addresses.`,
      'Compute it with instructions instead.',
    ),
  undefinedLabel: (name: string, nearest: string | undefined) =>
    said(
      `There is no label called \`${name}\`.`,
      nearest === undefined ? `Define it somewhere with \`${name}:\`.` : `Did you mean \`${nearest}\`?`,
    ),
  labelTwice: (name: string) =>
    said(`The label \`${name}\` is defined twice.`, 'Give one of them another name.'),
  labelIsRegister: (name: string) => said(`\`${name}\` is a register and cannot be a label.`),
  unstable: () =>
    said(
      'The sizes of this program depend on each other in a circle.',
      'Look for `equ` or `times` that count what comes after them.',
    ),

  // ── operands ──
  operandCount: (name: string, found: number, allowed: readonly number[]) =>
    said(
      `\`${name}\` takes ${allowed.map(countOf).join(' or ')}, and here ${found === 1 ? 'is one' : `are ${countWord(found)}`}.`,
    ),
  sizesDisagree: (a: string, aBits: number, b: string, bBits: number) =>
    said(
      `\`${a}\` has ${aBits} bits and \`${b}\` has ${bBits}: both must have the same size.`,
      'To widen a number, use `movzx` or `movsx`.',
    ),
  sizeUnknown: (name: string) =>
    said(
      `It is not said how many bytes of memory \`${name}\` is about.`,
      'Write `byte`, `word`, `dword` or `qword` before the bracket.',
    ),
  twoMemoryOperands: () =>
    said('An instruction can use memory once only.', 'Load one of them into a register first.'),
  noSuchForm: (name: string, operands: readonly string[]) =>
    said(
      operands.length === 0
        ? `\`${name}\` needs operands.`
        : `\`${name}\` cannot be used with ${list(operands)}.`,
    ),
  notWritable: (operand: string) => said(`\`${operand}\` is a number, which nothing can be stored in.`),
  numberCut: (text: string, bits: number) =>
    said(`${text} does not fit in ${bits} bits, and its upper bits are left out.`),
  immediateTooLarge: (text: string, bits: number) => {
    const limit = 1n << BigInt(bits)
    return said(
      `${text} does not fit in ${bits} bits.`,
      `There is room for ${-(limit / 2n)} to ${limit - 1n}.`,
    )
  },
  immediateTooLargeForForm: (text: string) =>
    said(
      `${text} is too large for a number inside this instruction, which has 32 bits.`,
      'Load it into a register with `mov` first.',
    ),
  highByteWithRex: (name: string) =>
    said(
      `\`${name}\` cannot be used together with r8–r15, spl, bpl, sil, dil or a 64-bit operand.`,
      'Copy it to al, bl, cl or dl first.',
    ),
  displacementSigned: (text: string, signed: string) =>
    said(`A displacement of 32 bits has a sign: ${text} is ${signed} there.`),
  displacementTooLarge: (text: string) =>
    said(
      `The displacement ${text} does not fit in 32 bits, signed.`,
      'Put the address in a register, or write `[rel label]` for an address near the instruction.',
    ),
  jumpTooFar: (short: boolean) =>
    short
      ? said(
          'A short jump reaches 128 bytes back and 127 forward, and this is farther.',
          'Leave `short` out.',
        )
      : said(
          'This is farther than a jump reaches, 2 GiB.',
          'Load the address into a register and jump there.',
        ),
  badAddress: () =>
    said(
      'This is no address that an instruction can compute.',
      'An address is base + index × 1, 2, 4 or 8 + number: `[rax + rcx*4 + 16]`.',
    ),
  notAddressRegister: (name: string) =>
    said(`\`${name}\` cannot be part of an address.`, 'Use 64-bit registers: `[rbp - 1]`.'),
  mixedAddressRegisters: () => said('An address uses registers of one size.'),
  stackPointerScaled: (name: string) =>
    said(`\`${name}\` cannot be multiplied in an address.`, 'Copy it to another register.'),
  registerOutsideBrackets: () =>
    said('Registers cannot be computed with here.', 'Use brackets for an address, or `lea` to compute one.'),
  farJump: () => said('Far jumps and calls do not exist here: there is one code segment.'),
  badPrefix: (prefix: string, name: string) => said(`\`${prefix}\` cannot stand before \`${name}\`.`),
  lonePrefix: (prefix: string) => said(`\`${prefix}\` needs an instruction behind it.`),
  lockNeedsMemory: (name: string) =>
    said(`\`lock\` needs memory: here \`${name}\` stores its result in a register.`),

  // ── directives ──
  sectionName: () => said('A section has a name: `.text`, `.data`, `.rodata` or `.bss`.'),
  badDirective: (name: string, usage: string) =>
    said(`\`${name}\` is used differently.`, `Write \`${usage}\`.`),
  onlyBits64: () =>
    said('The processor here runs 64-bit code only.', 'Leave the line out, or write `bits 64`.'),
  dataInBss: () =>
    said(
      '`.bss` holds no values: these bytes are reserved, and are zeros when the program begins.',
      'Reserve with `resb`, or put the values in `.data`.',
    ),
  codeInBss: () => said('Instructions cannot be in `.bss`.', 'Write `section .text` before them.'),
  countRange: () => said('This count must be between 0 and 16 MiB.'),
  programTooLarge: (statementCount: number) =>
    said(
      `The program is too large: there is room for 16 MiB, and for ${statementCount} lines and repetitions.`,
    ),
  alignRange: () => said('An alignment is a power of two, up to 4096.'),
  equWithoutName: () => said('`equ` needs a name before it.', 'Write `size equ 8`.'),
} as const

const COUNT_WORDS = ['no', 'one', 'two', 'three', 'four', 'five']

function countWord(count: number): string {
  return COUNT_WORDS[count] ?? String(count)
}

function countOf(count: number): string {
  return `${countWord(count)} ${count === 1 ? 'operand' : 'operands'}`
}

export interface Span {
  readonly from: number
  readonly to: number
}

/** Thrown where a statement goes wrong and caught where its statement began: one diagnostic a statement. */
export class AssemblyMistake extends Error {
  readonly span: Span
  readonly said: Message

  constructor(span: Span, said: Message) {
    super(said.message)
    this.span = span
    this.said = said
  }
}
