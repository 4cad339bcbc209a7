import { fitsSigned, fitsUnsigned, littleEndian } from '../bits.ts'
import type { Instruction } from '../isa/instruction.ts'
import { mnemonicKind } from '../isa/mnemonics.ts'
import { controlRegisterNamed, registerNamed } from '../isa/registers.ts'
import { instructionNamed, isWaiting, mnemonics } from '../isa/table.ts'
import { wrapAddress, type VirtualAddress } from '../units.ts'
import type { AssembledInstruction, Assembly, Section } from './assemble.ts'
import { encode } from './encode.ts'
import type { Encodings } from './encodings.ts'
import {
  addressValue,
  encodedString,
  evaluate,
  floatOf,
  isAddress,
  isPlain,
  nearest,
  plainValue,
  type Value,
} from './expression.ts'
import { stringBytes } from './literals.ts'
import { messages, AssemblyMistake, type Span } from './messages.ts'
import { writtenOperand, type Surroundings } from './operands.ts'
import { SectionBuilder, sectionAddresses, sectionAttributes } from './section-builder.ts'
import type { Body, DataValue, Expression, OperandSyntax, Statement } from './syntax.ts'

/** What a pass finds out for the next one. */
export interface Findings {
  readonly labels: ReadonlyMap<string, Value>
  readonly sectionAddresses: ReadonlyMap<string, bigint>
  readonly longJumps: ReadonlySet<number>
  /** Where each statement begins in its section. */
  readonly offsets: Int32Array
}

export interface PassResult {
  /** Every address and every jump's length, as a text: two passes that agree are done. */
  readonly layout: string
  readonly mistakes: readonly AssemblyMistake[]
  readonly warnings: readonly AssemblyMistake[]
  /** Apart from the rest, so that no pass keeps the instructions of all those before it in memory. */
  readonly findings: Findings
  assembly(): Assembly
}

interface PassOptions {
  readonly origin: bigint
  readonly symbols: ReadonlyMap<string, VirtualAddress>
  /** `mov rax, 1` is not shortened to `mov eax, 1`. */
  readonly isExact: boolean
  /** More will follow: labels that are not here may be there. */
  readonly isPart: boolean
  /** What instructions have come to in any pass. */
  readonly encodings: Encodings
  /** What the pass before found out: labels further down, and jumps that are long. */
  readonly previous: Findings | undefined
}

/** An instruction where it lies, its place in the source counted from `base`. */
interface Placed extends Pick<AssembledInstruction, 'text' | 'bytes'> {
  readonly section: SectionBuilder
  readonly offset: number
  readonly span: Span
  readonly base: number
}

/** The name under which labels from elsewhere are addresses. */
const ELSEWHERE = ''
const NOP = 0x90
const LARGEST_COUNT = 1n << 24n
/** Statements, each turn of `times` counted. */
const MOST_STATEMENTS = 1 << 18
const DATA_SIZES: Record<string, number> = { b: 1, w: 2, d: 4, q: 8, t: 10, o: 16 }

/**
 * One walk over all statements. Labels that come later have the addresses of the pass before, and none in the first.
 * Jumps begin short and grow once they are found too far, so passes come to agree.
 */
export class AssemblyPass implements Surroundings {
  readonly #source: string
  readonly #statements: readonly Statement[]
  readonly #options: PassOptions
  readonly #sections = new Map<string, SectionBuilder>()
  readonly #labels = new Map<string, Value>()
  readonly #instructions: Placed[] = []
  readonly #globals: string[] = []
  readonly #longJumps: Set<number>
  readonly #mistakes: AssemblyMistake[] = []
  readonly #warnings: AssemblyMistake[] = []
  readonly #externs = new Set<string>()
  readonly #lineStarts: readonly number[]

  #section: SectionBuilder
  /** Where `absolute` has begun to count: what follows is no part of the program. */
  #absolute: bigint | undefined
  #parent = ''
  #statement = 0
  /** Where the statement's text begins, as far as its places are counted from there. */
  #base = 0
  readonly #offsets: Int32Array
  #statementAt = 0
  #work = 0
  defaultRelative = false

  constructor(source: string, statements: readonly Statement[], options: PassOptions) {
    this.#source = source
    this.#statements = statements
    this.#options = options
    this.#longJumps = new Set(options.previous?.longJumps)
    this.#lineStarts = lineStarts(source)
    this.#offsets = new Int32Array(statements.length)
    this.#section = this.#enterSection('.text')
  }

  run(): PassResult {
    this.#statements.forEach((statement, index) => {
      this.#statement = index
      this.#base = statement.base ?? 0
      try {
        this.#assembleStatement(statement)
      } catch (thrown) {
        if (!(thrown instanceof AssemblyMistake)) throw thrown
        this.#mistakes.push(thrown)
      }
    })
    const addresses = sectionAddresses([...this.#sections.values()], this.#options.origin)
    return {
      layout: this.#layout(addresses),
      mistakes: this.#mistakes,
      warnings: this.#warnings,
      findings: {
        labels: this.#labels,
        sectionAddresses: addresses,
        longJumps: this.#longJumps,
        offsets: this.#offsets,
      },
      assembly: () => this.#assembly(addresses),
    }
  }

  #layout(addresses: ReadonlyMap<string, bigint>): string {
    const labels = [...this.#labels].map(
      ([name, { number, unsettled }]) => `${name}=${number}${unsettled ? '?' : ''}`,
    )
    const sections = [...addresses].map(
      ([name, address]) => `${name}@${address}+${this.#sections.get(name)!.byteCount}`,
    )
    return [...labels, ...sections, this.#longJumps.size].join(' ')
  }

  #assembly(addresses: ReadonlyMap<string, bigint>): Assembly {
    const at = (name: string, offset: bigint | number) => wrapAddress(addresses.get(name)! + BigInt(offset))
    const sections = [...this.#sections.values()].map((section): Section =>
      section.finish(at(section.name, 0)),
    )
    return {
      sections: sections.filter(
        ({ name, byteCount }) => byteCount > 0 && !this.#sections.get(name)!.attributes.unloaded,
      ),
      instructions: this.#instructions.map(({ section, offset, span, base, text, bytes }) => {
        const [from, to] = [base + span.from, base + span.to]
        return { address: at(section.name, offset), bytes, text, line: this.#lineOf(from), from, to }
      }),
      labels: new Map(
        [...this.#labels]
          .filter(([, value]) => isAddress(value))
          .map(([name, value]) => [name, wrapAddress(this.absolute(value))]),
      ),
      constants: new Map(
        [...this.#labels]
          .filter(([, value]) => !isAddress(value))
          .map(([name, { number }]) => [name, number]),
      ),
      globals: this.#globals,
    }
  }

  // ── what expressions ask ──

  lookUp(name: string): Value | undefined {
    const full = this.#fullName(name)
    const known = this.#labels.get(full) ?? this.#foreseen(full)
    if (known !== undefined) return known
    const elsewhere = this.#options.symbols.get(name)
    if (elsewhere !== undefined) return addressValue(elsewhere, ELSEWHERE)
    const mayFollow = this.#options.isPart || this.#options.previous === undefined
    return mayFollow ? addressValue(0n, '.text', true) : undefined
  }

  /**
   * A label further down, where the pass before had it, moved by as much as what stands here has moved since: else a
   * jump would be measured from a new place to an old one and look shorter than it is, and a long program would need a
   * pass for every few jumps that grow. Once two passes agree nothing moves.
   */
  #foreseen(name: string): Value | undefined {
    const { previous } = this.#options
    const value = previous?.labels.get(name)
    if (previous === undefined || value?.sections.get(this.#section.name) !== 1n) return value
    const moved = this.#statementAt - (previous.offsets[this.#statement] ?? 0)
    return { ...value, number: value.number + BigInt(moved) }
  }

  warn(mistake: AssemblyMistake): void {
    this.#warnings.push(mistake)
  }

  isElsewhere(name: string): boolean {
    return this.#externs.has(name)
  }

  *names(): Iterable<string> {
    yield* this.#labels.keys()
    yield* this.#options.previous?.labels.keys() ?? []
    yield* this.#options.symbols.keys()
  }

  /** Where the statement begins, for each value of `dd $, $` and each turn of `times` too. */
  get here(): Value {
    if (this.#absolute !== undefined) return plainValue(this.#absolute + BigInt(this.#statementAt))
    return addressValue(BigInt(this.#statementAt), this.#section.name)
  }

  get sectionStart(): Value {
    return addressValue(0n, this.#section.name)
  }

  absolute(value: Value): bigint {
    let sum = value.number
    for (const [name, factor] of value.sections) sum += factor * this.#baseOf(name)
    return sum
  }

  /** Before the first pass has ended, only where `.text` begins is known. */
  #baseOf(section: string): bigint {
    if (section === ELSEWHERE) return 0n
    return this.#options.previous?.sectionAddresses.get(section) ?? this.#options.origin
  }

  // ── statements ──

  #assembleStatement({ label, body, isBare }: Statement): void {
    if (isBare === true && label !== undefined && !label.name.startsWith('_'))
      this.warn(new AssemblyMistake(label, messages.loneLabel(label.name, nearest(label.name, mnemonics()))))
    this.#statementAt = this.#section.byteCount
    this.#offsets[this.#statement] = this.#statementAt
    if (label !== undefined) this.#define(label, body)
    if (body !== undefined && body.kind !== 'constant') this.#assembleBody(body)
    else if (body !== undefined && label === undefined)
      throw new AssemblyMistake(body, messages.equWithoutName())
  }

  #define(label: Span & { name: string }, body: Body | undefined): void {
    const isEscaped = label.to - label.from > label.name.length
    if (registerNamed(label.name) !== undefined && !isEscaped)
      throw new AssemblyMistake(label, messages.labelIsRegister(label.name))
    const name = this.#fullName(label.name)
    if (this.#labels.has(name)) throw new AssemblyMistake(label, messages.labelTwice(label.name))
    if (body?.kind === 'constant') {
      const value = evaluate(body.value, this)
      if (value.registers.length > 0)
        throw new AssemblyMistake(body.value, messages.notConstant('This value'))
      this.#labels.set(name, value)
      return
    }
    if (!label.name.startsWith('.')) this.#parent = label.name
    this.#labels.set(name, this.here)
  }

  /** `.loop` belongs to the label before it. */
  #fullName(name: string): string {
    return name.startsWith('.') && !name.startsWith('..@') ? this.#parent + name : name
  }

  #assembleBody(body: Body): void {
    const isTooLarge = this.#section.byteCount > Number(LARGEST_COUNT) || this.#work++ > MOST_STATEMENTS
    if (isTooLarge) throw new AssemblyMistake(body, messages.programTooLarge(MOST_STATEMENTS))
    switch (body.kind) {
      case 'instruction':
        return this.#assembleInstruction(body)
      case 'data':
        return body.name.startsWith('res') ? this.#reserve(body) : this.#defineData(body)
      case 'times':
        return this.#assembleTimes(body)
      case 'directive':
        return this.#direct(body)
      case 'constant':
        throw new AssemblyMistake(body, messages.equWithoutName())
    }
  }

  #assembleTimes(body: Body & { kind: 'times' }): void {
    const count = this.#count(body.count)
    // Of one behind the other, nasm lets the last count.
    if (body.body.kind === 'times') return this.#assembleBody(body.body)
    const inner = body.body
    if (inner.kind === 'data') return this.#repeatFrom(inner, count, () => this.#assembleBody(inner))
    for (let turn = 0; turn < count; turn++) this.#assembleBody(body.body)
  }

  /** Adds something that many times; it is made once. */
  #repeatFrom(span: Span, count: number, make: () => void): void {
    if (count === 0) return
    const from = this.#section.byteCount
    make()
    const byteCount = this.#section.byteCount - from
    if (byteCount * count > Number(LARGEST_COUNT))
      throw new AssemblyMistake(span, messages.programTooLarge(MOST_STATEMENTS))
    this.#section.repeat(from, count - 1)
  }

  #count(expression: Expression): number {
    const value = evaluate(expression, this)
    if (!isPlain(value)) {
      if (value.unsettled) return 0
      throw new AssemblyMistake(expression, messages.notConstant('This count'))
    }
    if (value.unsettled && (value.number < 0n || value.number > LARGEST_COUNT)) return 0
    if (value.number < 0n || value.number > LARGEST_COUNT)
      throw new AssemblyMistake(expression, messages.countRange())
    return Number(value.number)
  }

  // ── instructions ──

  #assembleInstruction(body: Body & { kind: 'instruction' }): void {
    const { encodings } = this.#options
    if (waits(body) && !this.#section.isReserved) this.#place(body, 'fwait', FWAIT)
    const known = this.#section.isReserved ? undefined : encodings.of(body)
    if (known !== undefined) return this.#place(body, known.text, known.bytes)
    const text = encodings.textOf(body, () => this.#textOf(body))
    const alike = this.#section.isReserved ? undefined : encodings.ofText(body, text)
    if (alike !== undefined) return this.#place(body, text, alike.bytes)
    const warned = this.#warnings.length
    const bytes = this.#encode(body)
    if (this.#warnings.length === warned) encodings.keep(body, text, bytes)
    this.#place(body, text, bytes)
  }

  #place(span: Span, text: string, bytes: Uint8Array): void {
    const offset = this.#section.byteCount
    this.#section.append(bytes)
    this.#instructions.push({ section: this.#section, offset, span, base: this.#base, text, bytes })
  }

  #encode(body: Body & { kind: 'instruction' }): Uint8Array {
    const { mnemonic, prefixes } = body
    if (mnemonic === undefined) throw new AssemblyMistake(body, messages.lonePrefix(prefixes[0]!))
    const row = this.#rowOf(mnemonic, body.operands)
    if (this.#section.isReserved) throw new AssemblyMistake(body, messages.codeInBss())
    const operands = body.operands.map((operand) => writtenOperand(operand, this))
    const { lock, bytes: prefixBytes } = prefixesOf(body, row)
    if (
      lock &&
      operands[0]?.kind !== 'memory' &&
      !(row.commutative === true && operands[1]?.kind === 'memory')
    ) {
      throw new AssemblyMistake(body, messages.lockNeedsMemory(mnemonic.name))
    }
    const offset = this.#section.byteCount
    const bytes = encode({
      from: body.from,
      to: body.to,
      name: mnemonic.name.toLowerCase(),
      row,
      operands,
      address: this.absolute(addressValue(BigInt(offset), this.#section.name)),
      lock,
      prefixBytes,
      isExact: this.#options.isExact,
      warn: (mistake) => this.warn(mistake),
      longJump: this.#longJumps.has(this.#statement),
    })
    const isJump = operands[0]?.kind === 'number' && row.forms.some(([, slots]) => slots === 'rel8')
    if (isJump && bytes.length > 2) this.#longJumps.add(this.#statement)
    return bytes
  }

  #rowOf(mnemonic: Span & { name: string }, operands: readonly OperandSyntax[]): Instruction {
    const hasControl = operands.some(isControl)
    const row = instructionNamed(mnemonic.name.toLowerCase(), operands.length, hasControl)
    if (row !== undefined) return row
    const kind = mnemonicKind(mnemonic.name.toLowerCase())
    if (kind !== undefined)
      throw new AssemblyMistake(mnemonic, messages.instructionNotHere(mnemonic.name, kind))
    const close = nearest(mnemonic.name, mnemonics())
    throw new AssemblyMistake(mnemonic, messages.unknownInstruction(mnemonic.name, close))
  }

  /** Single spaces, no comment; the spaces of strings stay. */
  #textOf(body: Body & { kind: 'instruction' }): string {
    const text = this.#source
      .slice(this.#base + body.from, this.#base + body.to)
      .replace(/("[^"]*"|'[^']*'|`[^`]*`)|[ \t\r]+/g, (_, quoted?: string) => quoted ?? ' ')
      .trim()
    return waits(body) ? text.replace(/\bf/i, 'fn') : text
  }

  #lineOf(at: number): number {
    let [low, high] = [0, this.#lineStarts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.#lineStarts[middle]! <= at) low = middle
      else high = middle
    }
    return low
  }

  // ── data ──

  #defineData(body: Body & { kind: 'data' }): void {
    if (this.#section.isReserved) this.warn(new AssemblyMistake(body, messages.dataInBss()))
    const size = DATA_SIZES[body.name[1]!]!
    if (body.values.length === 0) this.warn(new AssemblyMistake(body, messages.noData()))
    const { encodings } = this.#options
    const known = encodings.dataOf(body)
    if (known) return this.#section.append(known)
    const [from, warned] = [this.#section.byteCount, this.#warnings.length]
    this.#defineValues(body.values, size)
    const isOwn = !this.#section.isReserved && this.#warnings.length === warned
    if (isOwn) encodings.keepData(body, this.#section.from(from))
  }

  #defineValues(values: readonly DataValue[], size: number): void {
    for (const value of values) {
      if (value === 'undefined') this.#section.append(new Uint8Array(size))
      else if (value.kind !== 'repeated') this.#section.append(this.#valueBytes(value, size))
      else this.#repeatFrom(value, this.#count(value.count), () => this.#defineValues(value.values, size))
    }
  }

  #valueBytes(value: Expression, size: number): Uint8Array {
    if (value.kind === 'string' && value.isFollowed !== true)
      return padded(stringBytes(value.text, value), size)
    if (value.kind === 'string') {
      this.warn(new AssemblyMistake(value, messages.stringsSideBySide()))
      return padded(stringBytes(value.text, value).slice(0, size), size)
    }
    const text = value.kind === 'call' ? encodedString(value) : undefined
    if (text !== undefined) return padded(text, size)
    const bits = floatOf(value, 8 * size)
    if (bits !== undefined) return littleEndian(bits, size)
    if (size > 8) throw new AssemblyMistake(value, messages.integerInData(8 * size))
    return this.#datum(value, size)
  }

  #datum(expression: Expression, byteCount: number): Uint8Array {
    const value = evaluate(expression, this)
    if (value.registers.length > 0)
      throw new AssemblyMistake(expression, messages.notConstant('A value in memory'))
    const number = this.absolute(value)
    const bits = 8 * byteCount
    if (!value.unsettled && !fitsSigned(number, bits) && !fitsUnsigned(number, bits)) {
      if (isAddress(value))
        throw new AssemblyMistake(expression, messages.immediateTooLarge(String(number), bits))
      this.warn(new AssemblyMistake(expression, messages.numberCut(String(number), bits)))
    }
    return littleEndian(BigInt.asUintN(bits, number), byteCount)
  }

  #reserve(body: Body & { kind: 'data' }): void {
    const [count] = body.values
    if (count === undefined || count === 'undefined' || count.kind === 'repeated')
      throw new AssemblyMistake(body, messages.badDirective(body.name, `${body.name} 8`))
    const byteCount = this.#count(count) * DATA_SIZES[body.name[3]!]!
    const isTooLarge = this.#section.byteCount + byteCount > Number(LARGEST_COUNT)
    if (isTooLarge) throw new AssemblyMistake(body, messages.programTooLarge(MOST_STATEMENTS))
    this.#section.reserve(byteCount)
  }

  // ── directives ──

  #direct(body: Body & { kind: 'directive' }): void {
    switch (body.name) {
      case 'section':
      case 'segment': {
        const [, name, words = ''] = /^([.\w$?@~-]+)\s*(.*)/.exec(body.text) ?? []
        if (name === undefined) throw new AssemblyMistake(body, messages.sectionName())
        const alignment = /\balign\s*=\s*(\d{1,4})\b/i.exec(words)?.[1]
        this.#absolute = undefined
        this.#section = this.#enterSection(name, words.toLowerCase().split(/[\s,]+/), alignment)
        this.#section.alignTo(Number(alignment ?? 1))
        return
      }
      case 'global':
        this.#globals.push(...this.#namesIn(body, 'global _start'))
        return
      case 'extern':
        for (const name of this.#namesIn(body, 'extern name')) this.#externs.add(name)
        return
      case 'common':
        return this.#reserveCommon(body)
      case 'absolute':
        return this.#countFrom(body)
      case 'incbin':
        throw new AssemblyMistake(body, messages.otherFile(body.name))
      case 'use16':
      case 'use32':
        throw new AssemblyMistake(body, messages.onlyBits64())
      case 'org':
      case 'group':
        throw new AssemblyMistake(body, messages.otherFormat(body.name))
      case 'use64':
      case 'static':
      case 'cpu':
      case 'float':
        return
      case 'default':
        return this.#setDefault(body)
      case 'bits':
        if (body.text !== '64') throw new AssemblyMistake(body, messages.onlyBits64())
        return
      default:
        return this.#align(body, NOP)
      case 'alignb':
        return this.#align(body, 0)
    }
  }

  #namesIn(body: Body & { kind: 'directive' }, usage: string): string[] {
    const names = body.text.split(',').map((part) => /^\s*\$?([A-Za-z_.@?][\w.@$?~#]*)/.exec(part)?.[1])
    if (names.includes(undefined)) throw new AssemblyMistake(body, messages.badDirective(body.name, usage))
    return names as string[]
  }

  /** `common name size:alignment`: reserved bytes that ld puts behind all others. */
  #reserveCommon(body: Body & { kind: 'directive' }): void {
    const [name, size, alignment] = body.values
    if (name?.kind !== 'symbol' || size === undefined)
      throw new AssemblyMistake(body, messages.badDirective('common', 'common counter 8'))
    const section = this.#enterSection('.bss.common', ['nobits', 'write'])
    section.align(alignment === undefined ? 1 : Math.max(1, this.#count(alignment)), 0)
    this.#labels.set(name.name, addressValue(BigInt(section.byteCount), section.name))
    section.reserve(this.#count(size))
  }

  /** `absolute 0x40`: labels from here on are numbers, as those of a `struc` are. */
  #countFrom(body: Body & { kind: 'directive' }): void {
    const [expression] = body.values
    if (expression === undefined)
      throw new AssemblyMistake(body, messages.badDirective('absolute', 'absolute 0'))
    const value = evaluate(expression, this)
    if (value.registers.length > 0)
      throw new AssemblyMistake(expression, messages.notConstant('This address'))
    this.#section = new SectionBuilder('', sectionAttributes('.bss', [], '1'))
    this.#absolute = this.absolute(value)
  }

  #setDefault(body: Body & { kind: 'directive' }): void {
    const mode = body.text.toLowerCase()
    if (mode !== 'rel' && mode !== 'abs')
      throw new AssemblyMistake(body, messages.badDirective('default', 'default rel'))
    this.defaultRelative = mode === 'rel'
  }

  /** nasm's `align` fills with `nop` in every section, `alignb` with zeros. */
  #align(body: Body & { kind: 'directive' }, filler: number): void {
    const [expression] = body.values
    if (expression === undefined)
      throw new AssemblyMistake(body, messages.badDirective(body.name, `${body.name} 8`))
    const value = evaluate(expression, this)
    const to = isPlain(value) ? value.number : 0n
    if (to < 1n || to > 4096n || (to & (to - 1n)) !== 0n)
      throw new AssemblyMistake(expression, messages.alignRange())
    this.#section.align(Number(to), this.#fillerOf(body.filler) ?? filler)
  }

  /** Only bytes can be chosen to fill with. */
  #fillerOf(filler: Expression | undefined): number | undefined {
    if (filler === undefined) return undefined
    const value = evaluate(filler, this)
    if (!isPlain(value)) throw new AssemblyMistake(filler, messages.notConstant('This byte'))
    return Number(BigInt.asUintN(8, value.number))
  }

  #enterSection(name: string, words: readonly string[] = [], alignment?: string): SectionBuilder {
    const known = this.#sections.get(name)
    if (known !== undefined) return known
    const section = new SectionBuilder(name, sectionAttributes(name, words, alignment))
    this.#sections.set(name, section)
    return section
  }
}

const FWAIT = Uint8Array.of(0x9b)

function waits({ mnemonic }: Body & { kind: 'instruction' }): boolean {
  return mnemonic !== undefined && isWaiting(mnemonic.name.toLowerCase())
}

const PREFIX_BYTES: Readonly<Record<string, number>> = {
  repne: 0xf2,
  repnz: 0xf2,
  xacquire: 0xf2,
  bnd: 0xf2,
  rep: 0xf3,
  repe: 0xf3,
  repz: 0xf3,
  xrelease: 0xf3,
  a32: 0x67,
  o16: 0x66,
  o64: 0x48,
}

/** Where two of them say how to repeat, or o64 and an operand's size agree, nasm writes each as it stands. */
function prefixesOf({ prefixes, mnemonic, from, to }: Body & { kind: 'instruction' }, row: Instruction) {
  const lock = prefixes.includes('lock')
  if (lock && row.lockable !== true)
    throw new AssemblyMistake({ from, to }, messages.badPrefix('lock', mnemonic!.name))
  return { lock, bytes: prefixes.flatMap((prefix) => PREFIX_BYTES[prefix] ?? []) }
}

function isControl({ memory, expression }: OperandSyntax): boolean {
  return !memory && expression.kind === 'register' && controlRegisterNamed(expression.name) !== undefined
}

function padded(bytes: Uint8Array, unit: number): Uint8Array {
  const whole = new Uint8Array(Math.ceil(bytes.length / unit) * unit)
  whole.set(bytes)
  return whole
}

function lineStarts(source: string): number[] {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
