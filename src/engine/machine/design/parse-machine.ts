import { Mistake, type Diagnostic } from '../../diagnostic.ts'
import { CACHE_NAMES, flawOf } from '../../memory/cache.ts'
import { ENTRY_FORMATS } from '../../memory/formats/formats.ts'
import type { EntryFormatName } from '../../memory/formats/entry-format.ts'
import { piecesOf, type Piece, type Span } from '../../os/pieces.ts'
import { readNumber } from '../../units.ts'
import { readWritten } from '../../written-text.ts'
import { parser } from './parser.generated.ts'
import * as terms from './parser.terms.generated.ts'
import {
  CACHE_REPLACEMENTS,
  GROWTHS,
  MARKS,
  PRICE_NAMES,
  REPLACEMENTS,
  SETTING_LINES,
  TLB_REPLACEMENTS,
  TLB_TRAITS,
  UPPER_BITS,
  WALKS,
  WRITE_POLICIES,
  type CacheSetting,
  type MachineSettings,
  type TlbSetting,
} from './settings.ts'

/** Where each line stands, so that what does not fit together can be shown there. */
export type SettingSpans = Readonly<Partial<Record<string, Span>>>

export interface WrittenMachine {
  readonly settings: MachineSettings
  readonly spans: SettingSpans
  readonly diagnostics: readonly Diagnostic[]
}

type Settings = { -readonly [Key in keyof MachineSettings]: MachineSettings[Key] }

/** Reads what a machine is to be, one property a line. Whether there can be one like it is `designMachine`'s to say. */
export function parseMachine(written: string): WrittenMachine {
  const { tree, text: source, mistakes } = readWritten(parser, written, {})
  if (mistakes.length > 0) return { settings: {}, spans: {}, diagnostics: mistakes }
  const settings: Settings = {}
  const spans: Record<string, Span> = {}
  const diagnostics: Diagnostic[] = []
  for (const node of tree.topNode.getChildren('Line')) {
    const pieces = piecesOf(node, source)
    try {
      readLine(new Words(pieces), settings, spans)
    } catch (mistake) {
      if (!(mistake instanceof Mistake)) throw mistake
      diagnostics.push(mistake.diagnostic)
    }
  }
  return { settings, spans, diagnostics }
}

/** The words of a line, taken one after the other. */
class Words {
  readonly key: Piece
  readonly span: Span
  #rest: readonly Piece[]

  constructor([key, ...rest]: readonly Piece[]) {
    this.key = key!
    this.#rest = rest
    this.span = { from: key!.from, to: (rest.at(-1) ?? key!).to }
  }

  get isEmpty(): boolean {
    return this.#rest.length === 0
  }

  /** The next word, taken. */
  next(): Piece {
    const [first, ...rest] = this.#rest
    if (first === undefined) throw new Mistake(this.key, 'Something is missing behind this.', this.example)
    this.#rest = rest
    return first
  }

  /** Takes a word that only says what a number counts. */
  skip(...fillers: readonly string[]): void {
    if (this.#rest[0] !== undefined && fillers.includes(this.#rest[0].text)) this.#rest = this.#rest.slice(1)
  }

  number(least: number, most: number): number {
    const piece = this.next()
    const value = piece.kind === terms.Number ? readNumber(piece.text) : undefined
    if (value === undefined) throw new Mistake(piece, `${piece.text} is not a number.`, this.example)
    if (value < BigInt(least) || value > BigInt(most))
      throw new Mistake(
        piece,
        `${piece.text} is out of range: this can be from ${least} to ${most}.`,
        this.example,
      )
    return Number(value)
  }

  size(most: number): number {
    const at = this.#rest[0]
    const count = this.number(1, most)
    const unit = this.#rest[0]?.text
    const factor = unit === 'KiB' ? 1024 : unit === 'MiB' ? 2 ** 20 : 1
    this.skip('KiB', 'MiB', 'B', 'byte', 'bytes')
    if (count * factor > most) throw new Mistake(at!, 'That is too much.', this.example)
    return count * factor
  }

  choice<Choice extends string>(choices: readonly Choice[]): Choice {
    const piece = this.next()
    const found = choices.find((choice) => choice.toLowerCase() === piece.text.toLowerCase())
    if (found === undefined)
      throw new Mistake(piece, `${piece.text} is none of ${choices.join(', ')}.`, this.example)
    return found
  }

  /** All that is left, in any order: one of the first at most, and each once. */
  rest(alternatives: readonly string[], others: readonly string[]): readonly string[] {
    const said: string[] = []
    while (!this.isEmpty) {
      const [piece] = this.#rest
      const word = this.choice([...alternatives, ...others])
      const isSecond = alternatives.includes(word) && said.some((one) => alternatives.includes(one))
      if (isSecond || said.includes(word))
        throw new Mistake(piece!, `One word of this kind is enough.`, this.example)
      said.push(word)
    }
    return said
  }

  end(): void {
    const [more] = this.#rest
    if (more !== undefined) throw new Mistake(more, `${more.text} does not belong here.`, this.example)
  }

  get example(): string {
    const line = SETTING_LINES.find(({ key }) => key === this.key.text.toLowerCase())
    return `It is written like this: ${line?.example ?? 'machine sv39'}`
  }
}

/** What a browser's tab has without asking. */
const MOST_RAM = 2 ** 29
const FORMATS = Object.keys(ENTRY_FORMATS) as EntryFormatName[]

const READ: Readonly<Record<string, (words: Words, settings: Settings) => void>> = {
  machine: (words, settings) => (settings.machine = words.next().text.toLowerCase()),
  addresses(words, settings) {
    settings.addresses = words.number(1, 57)
    words.skip('bit', 'bits')
  },
  upper: (words, settings) => (settings.upper = words.choice(UPPER_BITS)),
  page: (words, settings) => (settings.page = words.size(2 ** 16)),
  levels(words, settings) {
    const levels: number[] = []
    while (!words.isEmpty) levels.push(words.number(1, 21))
    if (levels.length === 0 || levels.length > 5)
      throw new Mistake(
        words.span,
        `A page table has from one to five levels, not ${levels.length}.`,
        words.example,
      )
    settings.levels = levels
  },
  physical(words, settings) {
    settings.physical = words.number(4, 56)
    words.skip('bit', 'bits')
  },
  entry(words, settings) {
    const piece = words.next()
    const value = piece.kind === terms.Number ? Number(readNumber(piece.text)) : undefined
    const format = FORMATS.find((name) => name === piece.text.toLowerCase())
    if (value !== undefined ? ![1, 2, 4, 8].includes(value) : format === undefined)
      throw new Mistake(
        piece,
        `There is no entry ${piece.text}.`,
        `It has 1, 2, 4 or 8 bytes, or is one of ${FORMATS.join(', ')}.`,
      )
    settings.entry = value ?? format!
    words.skip('byte', 'bytes')
  },
  marks: (words, settings) => (settings.marks = words.choice(MARKS)),
  ram: (words, settings) => (settings.ram = words.size(MOST_RAM)),
  tlb: (words, settings) => (settings.tlb = readTlb(words, TLB_TRAITS)),
  // Whether the OS is forgetful is said of it once.
  itlb: (words, settings) => (settings.itlb = readTlb(words, ['tagged'])),
  cache(words, settings) {
    const cache = readCache(words)
    if (settings.caches?.some(({ name }) => name === cache.name))
      throw new Mistake(words.span, `There is a cache ${cache.name} above already.`, 'Keep one of the two.')
    settings.caches = [...(settings.caches ?? []), cache]
  },
  walks: (words, settings) => (settings.walks = words.choice(WALKS)),
  price(words, settings) {
    const name = words.choice(PRICE_NAMES)
    const price = words.number(0, 1_000_000)
    words.skip('cycle', 'cycles')
    if (settings.prices?.[name] !== undefined)
      throw new Mistake(words.span, `There is a price for ${name} above already.`, 'Keep one of the two.')
    settings.prices = { ...settings.prices, [name]: price }
  },
  frames(words, settings) {
    const frameCount = words.number(1, 256)
    words.skip('frames')
    const replacement = words.isEmpty ? 'fifo' : words.choice(REPLACEMENTS)
    settings.frames = { frameCount, replacement }
  },
  swap(words, settings) {
    settings.swap = words.number(1, 4096)
    words.skip('page', 'pages')
  },
  segment(words, settings) {
    words.skip('base')
    const base = words.number(0, MOST_RAM)
    words.skip('limit')
    const limit = words.number(0, MOST_RAM)
    const growth = words.isEmpty ? {} : { grows: words.choice(GROWTHS) }
    settings.segments = [...(settings.segments ?? []), { base, limit, ...growth }]
  },
}

function readTlb(words: Words, traits: readonly (typeof TLB_TRAITS)[number][]): TlbSetting {
  const entryCount = words.number(1, 4096)
  words.skip('entry', 'entries')
  const wayCount = words.number(1, 4096)
  words.skip('way', 'ways')
  const said = words.rest(TLB_REPLACEMENTS, traits)
  if (!Number.isInteger(Math.log2(entryCount / wayCount)) || entryCount < wayCount)
    throw new Mistake(
      words.span,
      `${entryCount} entries of ${wayCount} ways make no whole number of sets that is a power of two.`,
      words.example,
    )
  const [replacement = 'lru'] = TLB_REPLACEMENTS.filter((one) => said.includes(one))
  return {
    entryCount,
    wayCount,
    replacement,
    tagged: said.includes('tagged'),
    forgetful: said.includes('forgetful'),
  }
}

/** Of more lines no picture would tell anything. */
const MOST_LINES = 2 ** 14
const MOST_WAYS = 16

function readCache(words: Words): CacheSetting {
  const name = words.choice(CACHE_NAMES)
  const lineCount = words.number(1, MOST_LINES)
  words.skip('line', 'lines')
  words.skip('of')
  const lineByteCount = words.size(4096)
  const wayCount = words.number(1, MOST_WAYS)
  words.skip('way', 'ways')
  const said = words.rest(CACHE_REPLACEMENTS, WRITE_POLICIES)
  const [replacement = 'lru'] = CACHE_REPLACEMENTS.filter((one) => said.includes(one))
  const writes: CacheSetting['writes'] = said.includes('write-through') ? 'through' : 'back'
  const cache = { name, lineCount, lineByteCount, wayCount, replacement, writes }
  const flaw = flawOf(cache)
  if (flaw !== undefined) throw new Mistake(words.span, `${flaw}.`, words.example)
  return cache
}

function readLine(words: Words, settings: Settings, spans: Record<string, Span>): void {
  const key = words.key.text.toLowerCase()
  const read = Object.hasOwn(READ, key) ? READ[key] : undefined
  if (read === undefined) {
    const keys = SETTING_LINES.map((line) => line.key).join(', ')
    throw new Mistake(
      words.key,
      `${words.key.text} is nothing that a machine has.`,
      `A line begins with one of ${keys}.`,
    )
  }
  const repeats = SETTING_LINES.some((line) => line.key === key && line.repeats)
  if (spans[key] !== undefined && !repeats)
    throw new Mistake(words.span, `There is a line ${key} above already.`, 'Keep one of the two.')
  read(words, settings)
  words.end()
  spans[key] = words.span
}
