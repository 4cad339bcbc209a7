import { assemble } from '#engine/assembler/assemble.ts'
import { instructionNamed, mnemonics } from '#engine/isa/table.ts'
import { REGISTER_NAMES } from '#engine/isa/registers.ts'
import { symbolsOf } from './symbols.ts'
import { PRESETS } from '#engine/machine/design/presets.ts'
import { SETTING_LINES } from '#engine/machine/design/settings.ts'
import type { Language } from '#notebook/shared/cell.ts'
import { wordAt, type AssistQuestion, type Suggestion } from '#notebook/shared/assist.ts'

const RUST_KEYWORDS =
  'as break const continue else false fn for if in let loop match mut return static struct true unsafe while'
const RUST_TYPES = 'u8 u16 u32 u64 usize i8 i16 i32 i64 isize bool char'
const ACCESS_KEYWORDS = 'read write switch pages addresses'
const REGION_WORDS = 'rw-p r--p r-xp ---p rw-s [stack] [heap] running'

const words = (text: string, kind: Suggestion['kind']): Suggestion[] =>
  text.split(' ').map((word) => ({ text: word, kind }))

const REGISTERS: readonly Suggestion[] = REGISTER_NAMES.map((text) => ({ text, kind: 'register' }))
const INSTRUCTIONS: readonly Suggestion[] = mnemonics().map((text) => ({
  text,
  kind: 'instruction',
  about: instructionNamed(text)?.summary ?? '',
}))

const SETTINGS: readonly Suggestion[] = SETTING_LINES.map(({ key, about }) => ({
  text: key,
  kind: 'keyword',
  about,
}))
const MACHINE_WORDS: readonly Suggestion[] = [
  ...Object.entries(PRESETS).map(([text, { title }]): Suggestion => ({
    text,
    kind: 'variable',
    about: title,
  })),
  ...words(
    'bits bytes KiB MiB entries ways lru fifo random tagged forgetful clock optimal software processor',
    'keyword',
  ),
]

/** All that could stand at a place, whatever of it is typed already. */
const SUGGEST: Readonly<
  Partial<Record<Language, (question: AssistQuestion, isFirst: boolean) => readonly Suggestion[]>>
> = {
  asm: (question, isFirst) => (isFirst ? INSTRUCTIONS : [...labelsOf(question.source), ...REGISTERS]),
  rust: (question) => [
    ...symbolsOf(question),
    ...words(RUST_KEYWORDS, 'keyword'),
    ...words(RUST_TYPES, 'type'),
    ...words('println! assert! assert_eq! panic!', 'function'),
  ],
  access: (question, isFirst) =>
    isFirst
      ? words(ACCESS_KEYWORDS, 'keyword')
      : [...symbolsOf(question), ...REGISTERS, ...words(RUST_TYPES, 'type')],
  machine: (_question, isFirst) => (isFirst ? SETTINGS : MACHINE_WORDS),
  process: (_question, isFirst) => words(isFirst ? 'process' : REGION_WORDS, 'keyword'),
}

/** What could be written where the cursor is. */
export function suggest(question: AssistQuestion): readonly Suggestion[] {
  const { language, source, at } = question
  const { from } = wordAt(source, at)
  const line = source.slice(source.lastIndexOf('\n', from - 1) + 1, from)
  const isFirst = /^\s*(?:[\w.]+:)?\s*$/.test(line)
  return SUGGEST[language]?.(question, isFirst) ?? []
}

function labelsOf(source: string): Suggestion[] {
  const assembled = assemble(source)
  if (!assembled.ok) return named(source.match(/^[\w.]+(?=:)/gm) ?? [], 'function', 'a label')
  const { labels, constants } = assembled.assembly
  return [
    ...named(labels.keys(), 'function', 'a label'),
    ...named(constants.keys(), 'variable', 'a constant'),
  ]
}

function named(names: Iterable<string>, kind: Suggestion['kind'], about: string): Suggestion[] {
  return Array.from(names, (text) => ({ text, kind, about }))
}
