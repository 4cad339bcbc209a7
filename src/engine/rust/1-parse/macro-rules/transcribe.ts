import { isKeyword } from '../keywords.ts'
import { isClosing, isOpening, treeEnd, type Piece } from './pieces.ts'
import { MacroFault, namesIn, type Binding, type Bindings, type Part, type Rule } from './rules.ts'

/** A call of a macro. */
export interface Call {
  /** Its name. */
  readonly name: Piece
  /** From its name to its closing bracket, as it was written. */
  readonly from: number
  readonly to: number
  /** Names that the call's surroundings use too, and what the macro's own are called instead. */
  readonly renamed: ReadonlyMap<string, string>
  /** How many tokens may still be written. */
  readonly room: { left: number }
}

function tooMuch(piece: Piece): MacroFault {
  return new MacroFault(
    piece,
    'the macros of this program stand for too much text',
    'What is written in place of its calls would be longer than the course’s Rust reads. Let a macro stand for less.',
  )
}

/** What a rule writes for a call. @throws MacroFault */
export function transcribe({ body }: Rule, bindings: Bindings, call: Call): Piece[] {
  return write(body, bindings, call)
}

function write(parts: readonly Part[], bindings: Bindings, call: Call): Piece[] {
  return parts.flatMap((part, at) => {
    switch (part.kind) {
      case 'piece':
        return ofBody(part.piece, call)
      case 'group':
        return [ofBody(part.open, call), ...write(part.parts, bindings, call), ofBody(part.close, call)]
      case 'repetition':
        return repeated(part, bindings, call)
      case 'variable': {
        const isApart = standsApart(textOf(parts[at - 1]), textOf(parts[at + 1]))
        return standingFor(part, bindings.get(part.name), call, isApart)
      }
    }
  })
}

/** The text that a part begins or ends with; nothing at the edge of a group. */
function textOf(part: Part | undefined): string {
  if (part?.kind === 'piece') return part.piece.text
  return part === undefined ? ',' : part.kind === 'repetition' ? (part.separator?.text ?? '') : ''
}

/** A token of the body is seen where the macro is called. */
function ofBody(piece: Piece, { name, from, to, renamed, room }: Call): Piece {
  if (--room.left < 0) throw tooMuch(name)
  const place = { ...piece, from, to, depth: name.depth + 1 }
  if (renamed.size === 0) return place
  if (piece.kind === 'word') return { ...place, text: renamed.get(piece.text) ?? piece.text }
  if (piece.kind !== 'string') return place
  const text = piece.text.replace(/\{(\w+)(?=[:}])/g, (all, word: string) =>
    renamed.has(word) ? `{${renamed.get(word)!}` : all,
  )
  return { ...place, text }
}

function standingFor(
  { name, piece }: Part & { kind: 'variable' },
  binding: Binding | undefined,
  call: Call,
  isApart: boolean,
): readonly Piece[] {
  if (!binding)
    return [{ ...piece, text: '$', kind: 'symbol', from: call.from, to: call.to }, ofBody(piece, call)]
  if ('each' in binding)
    throw new MacroFault(
      call.name,
      `variable \`${name}\` is still repeating at this depth`,
      `In the macro \`$${name}\` stands for several things: write it inside \`$(…)*\`.`,
    )
  call.room.left -= binding.pieces.length
  if (call.room.left < 0) throw tooMuch(call.name)
  const isWhole = binding.fragment.startsWith('expr') && !isApart
  return edged(isWhole ? asOperand(binding.pieces, call) : binding.pieces, piece.isSpaced)
}

/** The first token keeps its distance from what is in front of it. */
function edged(pieces: readonly Piece[], isSpaced: boolean): readonly Piece[] {
  const [first, ...rest] = pieces
  return first ? [{ ...first, isSpaced }, ...rest] : []
}

function repeated(part: Part & { kind: 'repetition' }, bindings: Bindings, call: Call): Piece[] {
  const many = new Map<string, readonly Binding[]>()
  for (const name of namesIn(part.parts)) {
    const binding = bindings.get(name)
    if (binding && 'each' in binding) many.set(name, binding.each)
  }
  const counts = new Set([...many.values()].map(({ length }) => length))
  if (counts.size !== 1)
    throw new MacroFault(
      call.name,
      counts.size === 0
        ? 'attempted to repeat an expression containing no syntax variables matched as repeating at this depth'
        : 'what is repeated together comes a different number of times',
      'Variables inside one `$(…)` of the code are to stand inside one `$(…)` of the pattern.',
    )
  return Array.from({ length: [...counts][0]! }, (_, index) => {
    const round = new Map([...bindings, ...[...many].map(([name, each]) => [name, each[index]!] as const)])
    const separator = part.separator && index > 0 ? [ofBody(part.separator, call)] : []
    return [...separator, ...spaced(write(part.parts, round, call))]
  }).flat()
}

const spaced = (pieces: readonly Piece[]) => edged(pieces, true)

const BEFORE = new Set(['', '(', '[', '{', ',', ';', '=', '=>', 'return'])
const BEHIND = new Set(['', ')', ']', '}', ',', ';', '=>'])

/** Nothing beside it could take a part of an expression for itself. */
export function standsApart(before: string, behind: string): boolean {
  return BEFORE.has(before) && BEHIND.has(behind) && before !== '' && behind !== ''
}

/** An expression stays one, whatever stands beside it. */
export function asOperand(pieces: readonly Piece[], call: Call): readonly Piece[] {
  return isOperand(pieces) ? pieces : inBrackets(pieces, call)
}

export function inBrackets(pieces: readonly Piece[], call: Call): readonly Piece[] {
  const bracket = { kind: 'symbol', from: call.from, to: call.to, isSpaced: false, depth: 0 } as const
  return [{ ...bracket, text: '(', isSpaced: true }, ...pieces, { ...bracket, text: ')' }]
}

/** One block, or one choice between blocks. */
export function isBlock(pieces: readonly Piece[]): boolean {
  const first = pieces[0]?.text ?? ''
  if (pieces.at(-1)?.text !== '}' || !['{', 'unsafe', 'match', 'if'].includes(first)) return false
  let count = 0
  for (let at = 0; at < pieces.length; at = treeEnd(pieces, at))
    if (pieces[at]!.text === '{' && pieces[at - 1]?.text !== 'else') count++
    else if (pieces[at]!.text === ';') return false
  return count === 1
}

/** A name, a literal, brackets, and what is joined to them by dots and calls. */
function isOperand(pieces: readonly Piece[]): boolean {
  for (let at = 0; at < pieces.length; at = treeEnd(pieces, at)) {
    const piece = pieces[at]!
    const isJoint = ['.', '::', '?', '!'].includes(piece.text) && at > 0
    if (piece.kind === 'word' && isKeyword(piece.text) && !isNameLike(piece.text)) return false
    if (piece.kind === 'symbol' && !isOpening(piece) && !isClosing(piece) && !isJoint) return false
  }
  return true
}

const isNameLike = (text: string) => ['self', 'Self', 'crate', 'super', 'true', 'false'].includes(text)
