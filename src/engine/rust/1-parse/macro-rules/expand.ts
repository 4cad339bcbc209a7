/**
 * `macro_rules!` (Rust reference, "Macros by example"): what a call stands for is written in its place before the text is
 * parsed. What came from a call's arguments is seen where it stands there, everything else where the macro is called.
 */
import type { Diagnostic } from '../../../diagnostic.ts'
import { diagnose } from '../../messages.ts'
import type { Span } from '../syntax.ts'
import { inside, isClosing, isOpening, piecesOf, treeEnd, type Piece } from './pieces.ts'
import { MacroFault, matchRule, rulesOf, type Rule } from './rules.ts'
import { asOperand, inBrackets, isBlock, standsApart, transcribe, type Call } from './transcribe.ts'

export type Expansion =
  | {
      readonly ok: true
      readonly text: string
      /** Where a reader sees what stands in a part of that text. */
      placeOf(span: Span): Span
      /** Gives every part of a tree that was read from it the place where a reader sees it. */
      relocate(tree: object): void
    }
  | { readonly ok: false; readonly diagnostic: Diagnostic }

/** Expands every call of a macro that the program defines. Never fails, and bounded in time and memory. */
export function expandMacros(source: string): Expansion {
  try {
    return written(new Expander(piecesOf(source)).run(), { from: 0, to: source.length })
  } catch (error) {
    if (!(error instanceof MacroFault)) throw error
    return { ok: false, diagnostic: diagnose(error.piece, { message: error.message, help: error.help }) }
  }
}

/** As rustc's `recursion_limit`. */
const MOST_DEPTH = 128
/** A macro that doubles what it is given would fill the memory long before it is so deep. */
const MOST_PIECES = 300_000

interface Macro {
  readonly rules: readonly Rule[]
  /** All words in the program outside of it. */
  readonly elsewhere: ReadonlySet<string>
}

/** What is in sight between two braces. */
interface Scope {
  readonly macros: Map<string, Macro>
  /** Of a module, an `impl` or a trait: no statements. */
  readonly hasItems: boolean
}

class Expander {
  private readonly source: readonly Piece[]
  /** What is still to be read, from last to first. */
  private readonly pending: Piece[]
  private readonly out: Piece[] = []
  private readonly scopes: Scope[] = [{ macros: new Map(), hasItems: true }]
  private readonly room = { left: MOST_PIECES }
  private count = 0

  constructor(source: readonly Piece[]) {
    this.source = source
    this.pending = source.toReversed()
  }

  run(): readonly Piece[] {
    for (let piece = this.pending.pop(); piece; piece = this.pending.pop()) {
      const isCall = piece.kind === 'word' && this.isAhead(1, '!')
      if (isCall && piece.text === 'macro_rules') this.define(piece)
      else if (isCall && isOpening(this.peek(2))) this.called(piece)
      else this.keep(piece)
    }
    return this.out
  }

  private peek(count: number): Piece | undefined {
    return this.pending.at(-count)
  }

  private isAhead(count: number, text: string): boolean {
    return this.peek(count)?.text === text
  }

  private keep(piece: Piece): void {
    if (piece.text === '{') this.scopes.push({ macros: new Map(), hasItems: opensItems(this.out) })
    if (piece.text === '}' && this.scopes.length > 1) this.scopes.pop()
    this.out.push(piece)
  }

  private find(name: string): Macro | undefined {
    return this.scopes.findLast(({ macros }) => macros.has(name))?.macros.get(name)
  }

  /** The group that is read next, brackets and all. */
  private group(): Piece[] {
    const group: Piece[] = []
    let depth = 0
    do {
      const piece = this.pending.pop()!
      depth += isOpening(piece) ? 1 : isClosing(piece) ? -1 : 0
      group.push(piece)
    } while (depth > 0)
    return group
  }

  private define(word: Piece): void {
    this.pending.pop()
    const name = this.peek(1)?.kind === 'word' ? this.pending.pop()! : word
    if (name === word || !isOpening(this.peek(1)))
      throw new MacroFault(
        name,
        'a macro lacks its name or its rules',
        'Write `macro_rules! example { (pattern) => { code }; }`.',
      )
    const group = this.group()
    if (group[0]!.text !== '{' && this.isAhead(1, ';')) this.pending.pop()
    const [first, last] = [group[0]!.from, group.at(-1)!.to]
    const others = this.source.filter(({ from, to }) => to <= first || from >= last)
    this.dropAttributes()
    this.scopes
      .at(-1)!
      .macros.set(name.text, { rules: rulesOf(inside(group, 0)), elsewhere: wordsIn(others) })
  }

  /** Those in front of a macro say nothing to what comes behind it. */
  private dropAttributes(): void {
    while (this.out.at(-1)?.text === ']') {
      const start = this.out.findLastIndex(({ text }) => text === '#')
      if (start < 0 || this.out[start + 1]?.text !== '[' || treeEnd(this.out, start + 1) !== this.out.length)
        return
      this.out.length = start
    }
  }

  private called(name: Piece): void {
    const macro = this.find(name.text)
    if (!macro) return name.text === 'stringify' ? this.stringify(name) : this.keep(name)
    if (name.depth >= MOST_DEPTH)
      throw new MacroFault(
        name,
        `recursion limit reached while expanding \`${name.text}!\``,
        `The macro stands for calls of macros, and these again for calls, more than ${MOST_DEPTH} times. Add a rule that ends it.`,
      )
    this.pending.pop()
    const group = this.group()
    this.write(macro, name, group)
  }

  private write(macro: Macro, name: Piece, group: readonly Piece[]): void {
    const given = inside(group, 0)
    for (const rule of macro.rules) {
      const bindings = matchRule(rule, given)
      if (!bindings) continue
      const renamed = this.renamed(rule, macro, given)
      const end = group.at(-1)!
      const place = { from: Math.min(name.from, end.from), to: Math.max(name.to, end.to) }
      const call = { name, ...place, renamed, room: this.room }
      return this.push(this.inPlace(transcribe(rule, bindings, call), call, group[0]!.text === '{'))
    }
    throw noRule(name, given, macro)
  }

  private push(pieces: readonly Piece[]): void {
    for (const piece of pieces.toReversed()) this.pending.push(piece)
  }

  /** A name that the macro declares, and that is used around it as well, is another one there. */
  private renamed(rule: Rule, { elsewhere }: Macro, given: readonly Piece[]): ReadonlyMap<string, string> {
    const own = [...rule.declares].filter(
      (name) => elsewhere.has(name) || given.some(({ kind, text }) => kind === 'word' && text === name),
    )
    if (own.length > 0) this.count++
    return new Map(own.map((name) => [name, `${name}·${this.count}`]))
  }

  /** Statements and items stand as they are; an expression stays one. */
  private inPlace(pieces: readonly Piece[], call: Call, isBraced: boolean): readonly Piece[] {
    const before = this.out.at(-1)?.text ?? ';'
    const behind = this.peek(1)?.text ?? ';'
    const hasItems = this.scopes.at(-1)!.hasItems
    const isAlone = ['{', '}', ';', ']'].includes(before)
    if (isAlone && hasItems) {
      if (behind === ';') this.pending.pop()
      return pieces
    }
    const ends = behind === ';' || behind === '}' || (isBraced && behind !== '.' && behind !== '?')
    // With a semicolon behind it, a block's value is let go.
    if (isAlone && ends) return behind === ';' && isBlock(pieces) ? inBrackets(pieces, call) : pieces
    const value = pieces.at(-1)?.text === ';' ? pieces.slice(0, -1) : pieces
    return standsApart(before, behind) ? value : asOperand(value, call)
  }

  /** `stringify!(a + b)` */
  private stringify(name: Piece): void {
    this.pending.pop()
    const group = this.group()
    const text = textOf(inside(group, 0)).text.trim()
    const escaped = text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')
    this.keep({ ...name, kind: 'string', text: `"${escaped}"`, to: Math.max(name.to, group.at(-1)!.to) })
  }
}

const ITEM_BLOCKS = new Set(['mod', 'impl', 'trait'])

/** Whether the brace that comes next belongs to a module, an `impl` or a trait. */
function opensItems(out: readonly Piece[]): boolean {
  const start = out.findLastIndex(({ text }) => ['{', '}', ';'].includes(text))
  const head = out.slice(start + 1)
  return (
    !head.some(({ text }) => text === 'fn' || text === '=') && head.some(({ text }) => ITEM_BLOCKS.has(text))
  )
}

/** Words, and those that format strings name. */
function wordsIn(pieces: readonly Piece[]): ReadonlySet<string> {
  return new Set(
    pieces.flatMap(({ kind, text }) =>
      kind === 'word'
        ? [text]
        : kind === 'string'
          ? [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name!)
          : [],
    ),
  )
}

function noRule(name: Piece, given: readonly Piece[], { rules }: Macro): MacroFault {
  const misfit = rules.length === 1 ? 'Its only rule doesn’t fit' : `None of its ${rules.length} rules fits`
  const [first] = given
  return new MacroFault(
    first ?? name,
    first ? `no rules expected \`${first.text}\` here` : `unexpected end of macro invocation`,
    `${misfit} what \`${name.text}!\` is given. Give it what the pattern of a rule asks for, or add a rule.`,
  )
}

function textOf(pieces: readonly Piece[]): { readonly text: string; readonly ends: readonly number[] } {
  const ends: number[] = []
  let text = ''
  for (const piece of pieces) {
    text += (piece.isSpaced ? ' ' : isGlued(text, piece) ? ' ' : '') + piece.text
    ends.push(text.length)
  }
  return { text, ends }
}

/** Two tokens would be read as one. */
function isGlued(text: string, { text: next }: Piece): boolean {
  return /[\p{XID_Continue}']$/u.test(text) && /^[\p{XID_Continue}"'#]/u.test(next)
}

/** @param whole the text as it was written */
function written(pieces: readonly Piece[], whole: Span): Expansion {
  const { text, ends } = textOf(pieces)
  /** The first token that ends behind a place. */
  const at = (place: number) => {
    let [from, to] = [0, ends.length - 1]
    while (from < to) {
      const middle = (from + to) >> 1
      if (ends[middle]! > place) to = middle
      else from = middle + 1
    }
    return pieces[from] ?? whole
  }
  const placeOf = ({ from, to }: Span): Span => {
    if (pieces.length === 0) return whole
    const first = at(from)
    if (to <= from) return { from: first.from, to: first.from }
    const last = at(to - 1)
    return { from: Math.min(first.from, last.from), to: Math.max(first.to, last.to) }
  }
  return { ok: true, text, placeOf, relocate: (tree) => relocate(tree, placeOf) }
}

function relocate(tree: object, placeOf: (span: Span) => Span): void {
  const seen = new Set<object>([tree])
  for (const part of seen) {
    for (const each of Object.values(part) as unknown[])
      if (typeof each === 'object' && each !== null) seen.add(each)
    if (isSpan(part)) Object.assign(part, placeOf(part))
  }
}

function isSpan(part: object): part is Span {
  return 'from' in part && typeof part.from === 'number' && 'to' in part && typeof part.to === 'number'
}
