import type { Value } from '../expression.ts'
import { addressValue, evaluate, isPlain, plainValue, type Scope } from '../expression.ts'
import { stringBytes } from '../literals.ts'
import { messages, AssemblyMistake } from '../messages.ts'
import { parser } from '../parser.generated.ts'
import { readStatements } from '../syntax.ts'
import { Conditions, conditionWord, type ConditionWord } from './conditions.ts'
import { Definitions, readDefinition } from './definitions.ts'
import { Call, readCall, readMacro, takes, type Line, type Macro, type Origin } from './macro.ts'
import { MadeSource, type MadeLine } from './source-map.ts'
import { argumentsOf, textOf, tokensOf, trimmed, type Token } from './tokens.ts'

/** What the preprocessor has made of a source, and what it has to say. */
export interface Preprocessed {
  readonly made: MadeSource
  readonly mistakes: readonly AssemblyMistake[]
  readonly warnings: readonly AssemblyMistake[]
}

/** nasm's own macros, as nasm has them. */
const STANDARD = `%imacro struc 1-2.nolist 0
%push
%define %$strucname %1
[absolute %2]
%$strucname:
%endmacro
%imacro endstruc 0.nolist
%{$strucname}_size equ $-%$strucname
%pop
__SECT__
%endmacro
%imacro istruc 1.nolist
%push
%define %$strucname %1
%$strucstart:
%endmacro
%imacro at 1-2+.nolist
times (%1-%$strucname)-($-%$strucstart) db 0
%2
%endmacro
%imacro iend 0.nolist
times (%{$strucname}_size)-($-%$strucstart) db 0
%pop
%endmacro`

const MOST_LINES = 1 << 17
const MOST_CHARACTERS = 1 << 23
const DEEPEST = 2000
/** How much is assembled in all for `%` lines that ask where something lies. */
const MOST_PLACED = 1 << 20

/** Words that nasm computes, in both of its spellings. */
const COMPUTED: Readonly<Record<string, string>> = {
  bits: '64',
  file: '"program.asm"',
  nasm_major: '2',
  nasm_minor: '16',
  nasm_subminor: '1',
  nasm_ver: '"2.16.01"',
  nasm_version_id: '34603264',
  output_format: 'elf64',
  pass: '2',
}

interface FoundCall {
  readonly name: Token
  readonly label: string
  readonly given: readonly (readonly Token[])[]
  readonly macro: Macro
}

/** Lines that are being read: of the source, of a macro's call, or of a repetition. */
interface Frame {
  readonly lines: readonly Line[]
  at: number
  readonly call: Call | undefined
  /** How often all of it is still to come. */
  turns: number
  readonly kind: 'source' | 'macro' | 'rep'
  /** How many conditions were open when it began. */
  readonly depth: number
}

/**
 * Does what `%` lines say and replaces macros by what they stand for.
 * @param placesBehind is asked where an expression of a `%` line names a label or `$`
 */
export function preprocess(source: string, placesBehind: PlacesBehind): Preprocessed {
  return new Preprocessor(placesBehind).run(source)
}

/** What labels mean behind lines that are all there is so far, and where those end. */
export type PlacesBehind = (text: string) => Pick<Scope, 'lookUp' | 'here' | 'sectionStart'>

class Preprocessor {
  readonly #definitions = new Definitions((name) => this.#computed(name))
  readonly #macros = new Map<string, Macro[]>()
  readonly #conditions = new Conditions()
  readonly #frames: Frame[] = []
  readonly #contexts: { name: string; number: number }[] = []
  readonly #constants = new Map<string, Value>()
  readonly #made: MadeLine[] = []
  readonly #mistakes: AssemblyMistake[] = []
  readonly #warnings: AssemblyMistake[] = []
  #origin: Origin = { from: 0, to: 0, line: 0 }
  #section = '.text'
  #numbers = 0
  #work = 0
  #characters = 0
  #ended = false
  readonly #placesBehind: PlacesBehind
  #placed = 0

  constructor(placesBehind: PlacesBehind) {
    this.#placesBehind = placesBehind
  }

  run(source: string): Preprocessed {
    if (/\b(?:i?struc|endstruc)\b/i.test(source))
      this.#read(STANDARD.split('\n').map((text) => ({ text, origin: this.#origin })))
    const lines = linesOf(source)
    this.#read(lines)
    const open = this.#conditions.open
    if (open !== undefined && !this.#ended)
      this.#mistakes.push(new AssemblyMistake(atEnd(source), messages.unclosed('%if')))
    return { made: new MadeSource(this.#made), mistakes: this.#mistakes, warnings: this.#warnings }
  }

  #read(lines: readonly Line[]): void {
    this.#frames.push({ lines, at: 0, call: undefined, turns: 1, kind: 'source', depth: 0 })
    for (let line = this.#next(); line !== undefined && !this.#ended; line = this.#next()) {
      this.#origin = line.origin
      try {
        if (++this.#work > MOST_LINES) throw this.#fatal(messages.expandsTooFar())
        this.#line(line)
      } catch (thrown) {
        if (!(thrown instanceof AssemblyMistake)) throw thrown
        this.#mistakes.push(thrown)
        if (this.#mistakes.length > 200) this.#ended = true
      }
    }
    this.#frames.length = 0
  }

  #fatal(said: ReturnType<(typeof messages)['expandsTooFar']>): AssemblyMistake {
    this.#ended = true
    return new AssemblyMistake(this.#origin, said)
  }

  /** The next line, of the innermost frame that has one. */
  #next(): Line | undefined {
    for (;;) {
      const frame = this.#frames.at(-1)
      if (frame === undefined) return undefined
      if (frame.at < frame.lines.length) return frame.lines[frame.at++]!
      if (--frame.turns > 0) frame.at = 0
      else this.#frames.pop()
      if (++this.#work > MOST_LINES) {
        this.#mistakes.push(this.#fatal(messages.expandsTooFar()))
        return undefined
      }
    }
  }

  #call(): Call | undefined {
    return this.#frames.at(-1)?.call
  }

  #line(line: Line): void {
    const written = tokensOf(line.text)
    const word = directiveWord(written)
    const condition = word === undefined ? undefined : conditionWord(word)
    if (condition !== undefined) return this.#condition(condition, word!, written)
    if (word === 'else' || word === 'endif') return this.#branch(word)
    if (!this.#conditions.isActive) return
    if (word !== undefined) return this.#direct(word, behindDirective(this.#substituted(written)))
    this.#expand(line, this.#substituted(written, true))
  }

  /** Parameters of the macro at work, and names of a context, replaced. In a line that defines one it stays a name. */
  #substituted(tokens: readonly Token[], expandsLocals = false): readonly Token[] {
    if (!tokens.some(({ kind }) => kind === 'parameter')) return tokens
    const text = tokens.map((token) =>
      token.kind === 'parameter' ? this.#parameter(token.text, expandsLocals) : token.text,
    )
    return tokensOf(text.join(''))
  }

  #parameter(text: string, expandsLocals: boolean): string {
    if (text === '%+' || text === '%[') return text
    const name = text.startsWith('%{') ? text.slice(2, -1) : text.slice(1)
    if (name.startsWith('$')) {
      const local = this.#local(name)
      // What stands directly behind it is pasted to what it becomes.
      return expandsLocals ? textOf(this.#expanded([{ kind: 'word', text: local }])) : local
    }
    const value = this.#call()?.valueOf(name, this.#origin)
    if (value === undefined) throw new AssemblyMistake(this.#origin, messages.outsideMacro(text))
    return value
  }

  /** `%$name` belongs to the context that was pushed last, `%$$name` to the one below. */
  #local(name: string): string {
    const depth = /^\$+/.exec(name)![0].length
    const context = this.#contexts.at(-depth)
    if (context === undefined) throw new AssemblyMistake(this.#origin, messages.noContext(`%${name}`))
    return `..@${context.number}.${name.slice(depth)}`
  }

  #expanded(tokens: readonly Token[]): readonly Token[] {
    return this.#definitions.expand(tokens, this.#origin)
  }

  #computed(name: string): string | undefined {
    const [, word] = /^__\??([A-Z_]+?)\??__$/.exec(name) ?? []
    if (word === undefined) return undefined
    if (word === 'LINE') return String(this.#origin.line + 1)
    if (word === 'SECT') return `[section ${this.#section}]`
    return COMPUTED[word.toLowerCase()]
  }

  // ── lines of the program ──

  #expand(line: Line, tokens: readonly Token[]): void {
    const expanded = this.#expanded(tokens)
    const call = this.#callIn(expanded)
    if (call !== undefined) return this.#begin(call)
    const text = textOf(expanded)
    const isAsWritten = text === textOf(tokensOf(line.text)) && this.#call() === undefined
    this.#make(isAsWritten ? line.text : text, isAsWritten)
  }

  #make(text: string, isAsWritten: boolean): void {
    this.#characters += text.length
    if (this.#characters > MOST_CHARACTERS) throw this.#fatal(messages.expandsTooFar())
    this.#section = /^\s*\[?\s*(?:section|segment)\s+([^\s\],;]+)/i.exec(text)?.[1] ?? this.#section
    this.#keepConstant(text)
    this.#made.push({ text, origin: this.#origin, isAsWritten })
  }

  /** What `equ` names may be asked by `%if` further down. */
  #keepConstant(text: string): void {
    const [, name, value] = /^\s*([\w.$@?~#]+)\s*:?\s+equ\s+([^;]+)/i.exec(text) ?? []
    if (name === undefined) return
    try {
      this.#constants.set(name, plainValue(this.#number(tokensOf(value!), this.#constantScope)))
    } catch (thrown) {
      if (!(thrown instanceof AssemblyMistake)) throw thrown
    }
  }

  #callIn(tokens: readonly Token[]): FoundCall | undefined {
    for (const call of readCall(tokens)) {
      const macros = this.#macrosNamed(call.name.text).filter(
        (macro) => macro.isRecursive || !this.#frames.some((frame) => frame.call?.macro === macro),
      )
      if (macros.length === 0) continue
      const given = argumentsOf(call.rest)
      const macro = macros.find((one) => takes(one, given.length))
      if (macro === undefined)
        throw new AssemblyMistake(this.#origin, messages.macroArguments(call.name.text, given.length))
      return { ...call, given, macro }
    }
    return undefined
  }

  #macrosNamed(name: string): Macro[] {
    const found = this.#macros.get(name.toLowerCase()) ?? []
    return found.filter((macro) => macro.ignoresCase || macro.name === name)
  }

  #begin({ name, label, given, macro }: FoundCall): void {
    if (this.#frames.length > DEEPEST) throw this.#fatal(messages.expandsTooFar())
    const takesLabel = macro.lines.some(({ text }) => /%(?:00|\{00\})/.test(text))
    if (label !== '' && !takesLabel) this.#make(`${label}:`, false)
    const call = new Call(macro, ++this.#numbers, { written: name.text, label, given })
    const lines = macro.lines.map(({ text, origin }) => ({
      text,
      origin: { ...this.#origin, macro: { name: macro.name, line: origin.line } },
    }))
    this.#frames.push({ lines, at: 0, call, turns: 1, kind: 'macro', depth: this.#conditions.depth })
  }

  // ── conditions ──

  #condition(condition: ConditionWord, word: string, written: readonly Token[]): void {
    const decide = () => {
      const rest = behindDirective(this.#substituted(written))
      return this.#holds(condition.kind, rest) !== condition.isNegated
    }
    if (condition.isElse) this.#conditions.next(this.#origin, word, decide)
    else this.#conditions.begin(this.#origin, decide)
  }

  #branch(word: 'else' | 'endif'): void {
    if (word === 'endif') this.#conditions.end(this.#origin)
    else this.#conditions.next(this.#origin, word)
  }

  #holds(kind: string, rest: readonly Token[]): boolean {
    if (kind === 'def') return wordsOf(rest).some((word) => this.#definitions.has(word))
    if (kind === 'macro') return this.#macrosNamed(wordsOf(rest)[0] ?? '').length > 0
    if (kind === 'ctx') return wordsOf(rest).includes(this.#contexts.at(-1)?.name ?? '')
    if (kind === 'env') return false
    const expanded = trimmed(this.#expanded(rest))
    const [first, second] = expanded
    switch (kind) {
      case 'idn':
      case 'idni':
        return this.#areAlike(expanded, kind === 'idni')
      case 'id':
        return first?.kind === 'word' && expanded.length === 1
      case 'num':
        return (first?.text === '-' ? second : first)?.kind === 'number' && expanded.length <= 2
      case 'str':
        return first?.kind === 'string' && expanded.length === 1
      case 'token':
        return expanded.length === 1
      case 'empty':
        return expanded.length === 0
      default:
        return this.#number(rest) !== 0n
    }
  }

  #areAlike(tokens: readonly Token[], ignoresCase: boolean): boolean {
    const parts = argumentsOf(tokens)
    if (parts.length !== 2) throw new AssemblyMistake(this.#origin, messages.twoTexts())
    const [one, other] = parts.map((part) => {
      const text = part.map((token) => (token.kind === 'space' ? ' ' : token.text)).join('')
      return ignoresCase ? text.toLowerCase() : text
    })
    return one === other
  }

  /** The value of an expression that must be known here. */
  #number(tokens: readonly Token[], scope: Scope = this.#scope): bigint {
    const text = `dq ${textOf(this.#expanded(tokens))}`
    const fail = (): never => {
      throw new AssemblyMistake(this.#origin, messages.notNumberHere())
    }
    const [statement] = readStatements(parser.parse(text), text, fail)
    const body = statement?.body
    const expression = body?.kind === 'data' && body.values.length === 1 ? body.values[0] : undefined
    if (expression === undefined || expression === 'undefined' || expression.kind === 'repeated')
      return fail()
    try {
      const value = evaluate(expression, scope)
      return isPlain(value) ? BigInt.asIntN(64, value.number) : fail()
    } catch (thrown) {
      // Its place in the text that was made says nothing to a reader.
      if (thrown instanceof AssemblyMistake) throw new AssemblyMistake(this.#origin, thrown.said)
      throw thrown
    }
  }

  /** Where nothing has a place: labels and `$` are no numbers. */
  readonly #constantScope: Scope = {
    lookUp: (name) => this.#constants.get(name),
    names: () => this.#constants.keys(),
    here: addressValue(0n, '$'),
    sectionStart: addressValue(0n, '$$'),
    warn: () => {},
    isElsewhere: () => false,
  }

  readonly #scope: Scope = this.#scopeWithPlaces()

  #scopeWithPlaces(): Scope {
    const places = () => this.#places()
    return {
      ...this.#constantScope,
      lookUp: (name) => this.#constants.get(name) ?? places().lookUp(name),
      get here() {
        return places().here
      },
      get sectionStart() {
        return places().sectionStart
      },
    }
  }

  #knownPlaces: { readonly lineCount: number; readonly places: ReturnType<PlacesBehind> } | undefined

  #places(): ReturnType<PlacesBehind> {
    const lineCount = this.#made.length
    if (this.#knownPlaces?.lineCount !== lineCount) {
      const { text } = new MadeSource(this.#made)
      this.#placed += text.length
      if (this.#placed > MOST_PLACED) throw this.#fatal(messages.expandsTooFar())
      this.#knownPlaces = { lineCount, places: this.#placesBehind(text) }
    }
    return this.#knownPlaces.places
  }

  // ── directives ──

  #direct(word: string, written: readonly Token[]): void {
    const rest = written.some(({ text }) => text === '%[')
      ? this.#definitions.compute(written, this.#origin)
      : written
    const short = word.replace(/^i(?=(?:x?define|assign|defstr|deftok|substr|strlen|strcat|defalias)$)/, '')
    const ignoresCase = short !== word
    switch (short) {
      case 'define':
      case 'xdefine': {
        const read = readDefinition(rest)
        if (read === undefined) throw new AssemblyMistake(this.#origin, messages.nameExpected(word))
        const body = short === 'define' ? read.body : this.#expanded(read.body)
        return this.#definitions.define({ ...read, body, ignoresCase })
      }
      case 'undef':
        return this.#definitions.undefine(this.#nameIn(word, rest))
      case 'assign':
        return this.#set(word, rest, ignoresCase, (value) => String(this.#number(value)))
      case 'defstr':
        return this.#set(word, rest, ignoresCase, (value) => quoted(textOf(this.#expanded(value))))
      case 'deftok':
        return this.#set(word, rest, ignoresCase, (value) => unquoted(textOf(this.#expanded(value))))
      case 'strlen':
        return this.#set(word, rest, ignoresCase, (value) => String(this.#bytes(value).length))
      case 'strcat':
        return this.#set(word, rest, ignoresCase, (value) => this.#concatenated(value))
      case 'substr':
        return this.#set(word, rest, ignoresCase, (value) => this.#part(value))
      case 'macro':
      case 'imacro':
      case 'rmacro':
      case 'irmacro':
        return this.#defineMacro(word, rest)
      case 'unmacro':
        return void this.#macros.delete(this.#nameIn(word, rest).toLowerCase())
      case 'rep':
        return this.#repeat(rest)
      case 'exitrep':
        return this.#leave('rep', word)
      case 'exitmacro':
        return this.#leave('macro', word)
      case 'rotate':
        return this.#rotate(rest)
      case 'push':
        return void this.#contexts.push({ name: wordsOf(rest)[0] ?? '', number: ++this.#numbers })
      case 'pop':
      case 'repl':
        return this.#popContext(word, rest)
      case 'error':
      case 'fatal':
        if (word === 'fatal') this.#ended = true
        throw new AssemblyMistake(this.#origin, messages.ownError(this.#said(rest)))
      case 'warning':
        return void this.#warnings.push(
          new AssemblyMistake(this.#origin, messages.ownError(this.#said(rest))),
        )
      case 'line':
      case 'pragma':
        return
      case 'include':
      case 'use':
      case 'pathsearch':
      case 'depend':
        throw new AssemblyMistake(this.#origin, messages.otherFile(`%${word}`))
      case 'endmacro':
      case 'endm':
      case 'endrep':
        throw new AssemblyMistake(this.#origin, messages.noBeginning(word))
      default:
        throw new AssemblyMistake(this.#origin, messages.unknownPreprocessor(word))
    }
  }

  #nameIn(word: string, rest: readonly Token[]): string {
    const [name] = trimmed(rest)
    if (name?.kind !== 'word') throw new AssemblyMistake(this.#origin, messages.nameExpected(word))
    return name.text
  }

  #set(
    word: string,
    rest: readonly Token[],
    ignoresCase: boolean,
    make: (value: readonly Token[]) => string,
  ): void {
    const name = this.#nameIn(word, rest)
    const body = tokensOf(make(trimmed(trimmed(rest).slice(1))))
    this.#definitions.define({ name, parameters: undefined, body, ignoresCase })
  }

  #said(rest: readonly Token[]): string {
    const [first] = rest
    return rest.length === 1 && first!.kind === 'string'
      ? unquoted(first!.text)
      : textOf(this.#expanded(rest))
  }

  #bytes(value: readonly Token[]): Uint8Array {
    const expanded = trimmed(this.#expanded(value))
    if (expanded[0]?.kind !== 'string') throw new AssemblyMistake(this.#origin, messages.stringExpected())
    return stringBytes(expanded[0].text, this.#origin)
  }

  #concatenated(value: readonly Token[]): string {
    const strings = trimmed(this.#expanded(value)).filter(({ kind }) => kind === 'string')
    return quoted(strings.map(({ text }) => unquoted(text)).join(''))
  }

  /** `"text" 2, 3`: from the second character on, three of them; a negative length counts from the end. */
  #part(value: readonly Token[]): string {
    const expanded = trimmed(this.#expanded(value))
    if (expanded[0]?.kind !== 'string') throw new AssemblyMistake(this.#origin, messages.stringExpected())
    const text = unquoted(expanded[0].text)
    const rest = expanded.slice(1)
    const [first, length] = argumentsOf(trimmed(rest)[0]?.text === ',' ? trimmed(rest).slice(1) : rest)
    if (first === undefined) throw new AssemblyMistake(this.#origin, messages.notNumberHere())
    const from = Number(this.#number(first))
    const count = length === undefined ? 1 : Number(this.#number(length))
    const end = count < 0 ? text.length + count + 1 : from - 1 + count
    return quoted(text.slice(Math.max(0, from - 1), Math.max(0, end)))
  }

  /** The lines up to the one that ends what was begun, which is taken too. */
  #linesUpTo(begin: RegExp, end: RegExp, what: string): Line[] {
    const frame = this.#frames.at(-1)!
    const lines: Line[] = []
    let depth = 1
    while (frame.at < frame.lines.length) {
      const line = frame.lines[frame.at++]!
      const word = directiveWord(tokensOf(line.text)) ?? ''
      if (begin.test(word)) depth++
      if (end.test(word)) depth--
      if (depth === 0) return lines
      lines.push(line)
    }
    this.#ended = true
    const last = frame.lines.at(-1)!.origin
    const isSource = frame.kind === 'source'
    throw new AssemblyMistake(
      isSource ? { from: last.to, to: last.to } : this.#origin,
      messages.unclosed(what),
    )
  }

  #defineMacro(word: string, rest: readonly Token[]): void {
    const origin = this.#origin
    const lines = this.#linesUpTo(/^i?r?macro$/, /^endm(?:acro)?$/, '%macro')
    const macro = readMacro(trimmed(rest), word, lines, origin)
    const key = macro.name.toLowerCase()
    const others = (this.#macros.get(key) ?? []).filter(
      (other) => other.name !== macro.name || other.least !== macro.least || other.most !== macro.most,
    )
    this.#macros.set(key, [...others, macro])
  }

  #repeat(rest: readonly Token[]): void {
    const lines = this.#linesUpTo(/^rep$/, /^endrep$/, '%rep')
    const count = Number(this.#number(rest))
    if (count > MOST_LINES) throw this.#fatal(messages.expandsTooFar())
    if (this.#frames.length > DEEPEST) throw this.#fatal(messages.expandsTooFar())
    if (count > 0)
      this.#frames.push({
        lines,
        at: 0,
        call: this.#call(),
        turns: count,
        kind: 'rep',
        depth: this.#conditions.depth,
      })
  }

  /** Goes on behind the innermost repetition, or macro. */
  #leave(kind: 'rep' | 'macro', word: string): void {
    const at = this.#frames.findLastIndex((frame) => frame.kind === kind)
    if (at < 0) throw new AssemblyMistake(this.#origin, messages.noBeginning(word))
    this.#conditions.backTo(this.#frames[at]!.depth)
    this.#frames.length = at
  }

  #rotate(rest: readonly Token[]): void {
    const call = this.#call()
    if (call === undefined) throw new AssemblyMistake(this.#origin, messages.outsideMacro('%rotate'))
    call.rotate(Number(this.#number(rest)))
  }

  #popContext(word: string, rest: readonly Token[]): void {
    const top = this.#contexts.at(-1)
    if (top === undefined) throw new AssemblyMistake(this.#origin, messages.noContext(`%${word}`))
    if (word === 'pop') this.#contexts.pop()
    else this.#contexts[this.#contexts.length - 1] = { ...top, name: wordsOf(rest)[0] ?? '' }
  }
}

/** Lines as the assembler sees them: one that ends in `\` goes on with the next. */
function linesOf(source: string): Line[] {
  const lines: Line[] = []
  let from = 0
  let line = 0
  for (const match of source.matchAll(/(?:\\[ \t\r]*\n|[^\n])*(?:\n|$)/g)) {
    if (match.index === source.length && lines.length > 0 && !source.endsWith('\n')) break
    const raw = match[0].replace(/\n$/, '')
    const text = raw.replace(/\\[ \t\r]*\n/g, (joint) => ' '.repeat(joint.length))
    lines.push({ text, origin: { from, to: from + raw.length, line } })
    from += match[0].length
    line += match[0].split('\n').length - 1
    if (from >= source.length && !source.endsWith('\n')) break
  }
  return lines
}

function atEnd(source: string) {
  return { from: source.length, to: source.length }
}

/** The word of a line that begins with `%` and a letter. */
function directiveWord(tokens: readonly Token[]): string | undefined {
  const [sign, word] = trimmed(tokens)
  return sign?.text === '%' && word?.kind === 'word' ? word.text.toLowerCase() : undefined
}

function behindDirective(tokens: readonly Token[]): readonly Token[] {
  return trimmed(trimmed(tokens).slice(2))
}

function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.filter(({ kind }) => kind === 'word').map(({ text }) => text)
}

function quoted(text: string): string {
  if (!text.includes('"')) return `"${text}"`
  return text.includes("'") ? `\`${text.replace(/[\\`]/g, '\\$&')}\`` : `'${text}'`
}

function unquoted(text: string): string {
  return /^["'`]/.test(text)
    ? text.slice(1, text.length > 1 && text.endsWith(text[0]!) ? -1 : undefined)
    : text
}
