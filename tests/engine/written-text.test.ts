import { describe, expect, test } from 'vitest'
import { assemble } from '#engine/assembler/assemble.ts'
import type { Diagnostic } from '#engine/diagnostic.ts'
import { parseAccesses } from '#engine/machine/access/parse-access.ts'
import { parsePages } from '#engine/os/pages/parse-pages.ts'
import { parseProcesses } from '#engine/os/processes/parse-processes.ts'
import { compile } from '#engine/rust/compile.ts'
import { highlightSource } from '#notebook/shared/highlight-source.ts'
import type { Language } from '#notebook/shared/language.ts'
import { parseMachine } from '#engine/machine/design/parse-machine.ts'
import { readCommand } from '#notebook/worker/command-line.ts'

/** What a source means, without the places of its words; and what is wrong with it. */
const READ: Readonly<
  Record<Language, (source: string) => { meaning: unknown; diagnostics: readonly Diagnostic[] }>
> = {
  rust: (source) => {
    const result = compile(source, { layout: 'debug' })
    return { meaning: result.ok && result.assembly, diagnostics: result.diagnostics }
  },
  asm: (source) => {
    const result = assemble(source)
    const meaning =
      result.ok &&
      [result.assembly.sections, result.assembly.instructions.map(({ text, line }) => [text, line])].flat()
    return { meaning, diagnostics: result.diagnostics }
  },
  pages: (source) => {
    const { rows, diagnostics } = parsePages(source)
    return { meaning: rows.map(({ page, entry }) => [page, entry]), diagnostics }
  },
  access: (source) => {
    const { statements, diagnostics } = parseAccesses(source)
    const meaning = statements.map((each) => [each.kind, each.kind === 'write' && each.value])
    return { meaning, diagnostics }
  },
  machine: (source) => {
    const { settings, diagnostics } = parseMachine(source)
    return { meaning: settings, diagnostics }
  },
  elf: (source) => {
    const { words, diagnostics } = readCommand(source)
    return { meaning: words.map(({ text }) => text), diagnostics }
  },
  process: (source) => {
    const { processes, diagnostics } = parseProcesses(source)
    return { meaning: processes.map(({ name, regions }) => [name, regions]), diagnostics }
  },
}

/** Readable in each language; every space and line end of them stands between two words. */
const SOURCES: Readonly<Record<Language, string>> = {
  rust: 'fn example() -> u8 {\n  let x: u8 = 42;\n  println!("a b");\n  x & 1\n}\nfn main() {\n  example();\n}',
  asm: 'main:\n  mov byte [rbp - 1], 42 ; store\n  ret\ntext: db "a b", 0',
  pages: '0x7FFF007FE → 0x5000 RW\n0x7FFF007FF -> 0x6000 R NX # a comment',
  access: 'read u8 [rbp - 1]\nwrite u32 0x7FFF007FEFFB = 100\nswitch B',
  machine: 'machine csapp\npage 64 bytes # small\ntlb 16 entries 4 ways lru',
  elf: './program one "two three" # comment\nfour',
  process: 'process A running\n7fff00000000-7fff00800000 rw-p [stack]\nprocess B',
}
const languages = Object.keys(SOURCES) as Language[]

const SPACES =
  '\t \u00a0 \u1680 \u2000 \u2003 \u2009 \u200a \u200e \u200f \u202f \u205f \u3000 \ufeff \v \f'.split(' ')
const LINE_ENDS = ['\r\n', '\r', '\u0085', '\u2028', '\u2029']
const QUOTED = /("[^"]*")/

/** Changes all of a source but what stands between quotes. */
const outsideStrings = (source: string, change: (code: string) => string): string =>
  source
    .split(QUOTED)
    .map((piece) => (QUOTED.test(piece) ? piece : change(piece)))
    .join('')

describe.each(languages)('pasted into %s', (language) => {
  const source = SOURCES[language]
  const read = READ[language]
  const plain = read(source)

  test('the plain text is right', () => {
    expect(plain.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(plain.meaning).toBeTruthy()
  })

  test.each(SPACES)('%j is a space', (space) => {
    expect(read(outsideStrings(source, (code) => code.replaceAll(' ', space)))).toEqual({
      ...plain,
      diagnostics: expect.any(Array) as unknown,
    })
    expect(read(`${space}${source}`).meaning).toEqual(plain.meaning)
  })

  test.each(LINE_ENDS)('%j ends a line', (end) => {
    // Separators end no line where lines are counted: the editor doesn't break its lines there either.
    const withoutLines = (meaning: unknown) =>
      JSON.stringify(meaning, unquoted).replace(/,\d+\]|:\d+:\d+:/g, '')
    const found = read(outsideStrings(source, (code) => code.replaceAll('\n', end)))
    expect(withoutLines(found.meaning)).toBe(withoutLines(plain.meaning))
  })

  test.each(LINE_ENDS)('a mistake behind %j is marked where it is', (end) => {
    const wrong = `${source}\n“`.replaceAll('\n', end)
    const [mistake] = read(wrong).diagnostics
    expect(wrong.slice(mistake?.from, mistake?.to)).toBe('“')
    expect(mistake?.message).toBe('`“` is a curly quote (U+201C).')
  })

  test.each([
    ['“', '`“` is a curly quote (U+201C).', 'Write `"` instead.'],
    ['’', '`’` is a curly quote (U+2019).', "Write `'` instead."],
    ['—', '`—` is a long dash (U+2014).', 'Write `-` instead.'],
    ['−', '`−` is a minus sign of printed text (U+2212).', 'Write `-` instead.'],
    ['；', '`；` is a full-width character (U+FF1B).', 'Write `;` instead.'],
    ['ｘ ＝', '`ｘ` is a full-width character (U+FF58).', 'Write `x` instead.'],
    ['\u037e', '`\u037e` is a Greek question mark (U+037E).', 'Write `;` instead.'],
    ['\u200b', 'Here is a character that cannot be seen: a zero width space (U+200B).', 'Delete it.'],
    ['\u00ad', 'Here is a character that cannot be seen: a soft hyphen (U+00AD).', 'Delete it.'],
    ['\u0007', 'Here is a character that cannot be seen: a control character (U+0007).', 'Delete it.'],
  ])('%j is called what it is', (odd, message, help) => {
    const at = source.indexOf('\n') + 1
    const wrong = `${source.slice(0, at)}${odd} ${source.slice(at)}`
    const [mistake] = read(wrong).diagnostics
    expect(mistake).toMatchObject({ message, help, severity: 'error', from: at, to: at + 1 })
  })

  test('the coloured source is the same but for the spaces', () => {
    const colours = (text: string) => highlightSource(text, language).replace(/[\s\u200e\u200f]/gu, ' ')
    for (const space of SPACES)
      expect(colours(outsideStrings(source, (code) => code.replaceAll(' ', space)))).toBe(colours(source))
  })
})

function unquoted(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}`
  return value instanceof Uint8Array ? [...value] : value
}

describe('what stands in strings and comments stays as it is', () => {
  const ODD = '\u00a0“it’s” – 5 × 3 ≤ ４\u200b\u3000'

  test('in Rust', () => {
    const source = `fn main() {\n  // ${ODD}\u2028${ODD}\n  /* ${ODD} */\n  println!("${ODD}");\n  let c = '“';\n}`
    const { meaning, diagnostics } = READ.rust(source)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    for (const byte of new TextEncoder().encode(ODD))
      expect(meaning).toMatch(new RegExp(`\\b(?:${byte}|0x${byte.toString(16)})\\b`, 'i'))
  })

  test('in assembly', () => {
    const result = assemble(`; ${ODD}\nmessage: db "${ODD}" ; ${ODD}`)
    expect(result.ok && new TextDecoder().decode(result.assembly.sections[0]?.bytes)).toBe(ODD)
  })

  test.each(['pages', 'access', 'process'] as const)('in comments of %s', (language) => {
    const { meaning, diagnostics } = READ[language](`# ${ODD}\n${SOURCES[language]} # ${ODD}`)
    expect(diagnostics).toEqual([])
    expect(meaning).toEqual(READ[language](SOURCES[language]).meaning)
  })
})

describe('in Rust', () => {
  const errorsIn = (source: string) =>
    READ.rust(source).diagnostics.map(({ from, to, message }) => `${source.slice(from, to)}: ${message}`)

  test('a curly quote is named though nothing closes behind it', () => {
    expect(errorsIn('fn main() { println!(“hi”; }')).toEqual(['“: `“` is a curly quote (U+201C).'])
  })

  test('a string without an end is one, whatever is in it', () => {
    expect(errorsIn('fn main() { let s = "it’s; }')[0]).toContain('unterminated')
  })

  test('a name in wide letters is a name, as for rustc', () => {
    expect(errorsIn('fn main() { let ｘ: u8 = 5; let _y = ｘ; }')).toEqual([])
  })

  test('a string goes on behind a line that ends as Windows ends lines', () => {
    const text = (end: string) => READ.rust(`fn main() { println!("a\\${end}   b${end}c"); }`).meaning
    expect(text('\r\n')).toBe(text('\n'))
  })
})
