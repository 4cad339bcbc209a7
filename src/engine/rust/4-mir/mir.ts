/**
 * The middle representation: what a function does, step by step, as rustc has it (rustc dev guide, "The MIR"). Values lie
 * in places; a statement moves one value; a block runs from its first statement to its terminator, which says what is
 * next. Nothing is left to be understood of it but what is written: every temporary has a name, every drop a place.
 */
import type { FormatPiece } from '../1-parse/format-string.ts'
import type { ConstantItem, FunctionItem, Span, TypeSyntax } from '../1-parse/syntax.ts'
import type { Local } from '../2-resolve/resolve.ts'
import type { Value } from '../3-check/evaluate.ts'
import { known, type DynType, type FunctionPointer, type Type, type Variant } from '../3-check/types.ts'
import type { Capture, Change } from './captures.ts'

/** One function. `locals[0]` is what it returns; then come its parameters, then everything else. */
export interface MirBody {
  readonly item: FunctionItem
  readonly label: string
  readonly locals: readonly LocalDeclaration[]
  readonly parameterCount: number
  /** Where names mean what, as a tree: each scope's parent, −1 for the outermost. */
  readonly scopes: readonly number[]
  /** It begins with the first. */
  readonly blocks: readonly BasicBlock[]
  /** Of a closure: what lies in its first parameter. */
  readonly captures?: readonly Capture[]
}

export interface LocalDeclaration {
  readonly type: Type
  /** Of a variable; undefined for temporaries. */
  readonly name: string | undefined
  /** What the name means in the source. */
  readonly variable: Local | undefined
  readonly mutable: boolean
  readonly span: Span
  /** As written. */
  readonly annotation: TypeSyntax | undefined
  readonly scope: number
  /** Declared without a value. */
  readonly isDeferred: boolean
  /** When what it owns is dropped, of all that a panic finds: what has the higher rank goes first. */
  readonly dropRank?: DropRank
}

/** How deep in others the scope is that drops it, and whether it came before others of that scope. */
export interface DropRank {
  readonly depth: number
  readonly place: number
}

export interface BasicBlock {
  readonly statements: Statement[]
  terminator: Terminator
}

/** A local, and the way from it: `(*_1).0[_2]`. */
export interface Place {
  readonly local: number
  readonly projection: readonly Projection[]
}

export type Projection =
  | { readonly kind: 'deref' }
  | { readonly kind: 'field'; readonly index: number; readonly name: string; readonly type: Type }
  /** What an enum's bytes mean when it is one of its variants. */
  | { readonly kind: 'downcast'; readonly variant: number; readonly name: string }
  /** By what another local holds; `fromEnd` where a pattern says which that is, the last being 1. */
  | { readonly kind: 'index'; readonly local: number; readonly fromEnd?: Counted }
  /** The one that a pattern names, counted from 0. */
  | { readonly kind: 'element'; readonly counted: Counted }
  /** What a pattern leaves of a sequence: without so many in front and at the end. */
  | { readonly kind: 'subslice'; readonly from: number; readonly to: number; readonly type: Type }

/** Which element, of at least so many. */
export interface Counted {
  readonly index: number
  readonly least: number
}

export type Statement = Span &
  (
    | { readonly kind: 'assign'; readonly place: Place; readonly value: Rvalue }
    | { readonly kind: 'storage-live' | 'storage-dead'; readonly local: number }
    /** Looked at without anything coming of it: by `let _ = x;`, or because a `match` decides on it. */
    | { readonly kind: 'mention'; readonly place: Place }
  )

export type BinaryOperator =
  | ('Add' | 'Sub' | 'Mul' | 'Div' | 'Rem' | 'Shl' | 'Shr' | 'BitAnd' | 'BitOr' | 'BitXor')
  | ('Eq' | 'Ne' | 'Lt' | 'Le' | 'Gt' | 'Ge')

/** `two-phase`: reserved when it is made, in force from where it is first used. */
export type BorrowKind = 'shared' | 'mutable' | 'two-phase'

export type Rvalue =
  | { readonly kind: 'use'; readonly operand: Operand }
  | { readonly kind: 'repeat'; readonly operand: Operand; readonly count: number }
  | {
      readonly kind: 'ref'
      readonly borrow: BorrowKind
      readonly place: Place
      readonly capture?: CaptureOf | undefined
    }
  | { readonly kind: 'raw'; readonly mutable: boolean; readonly place: Place }
  /** The number of the variant that an enum is now. */
  | { readonly kind: 'discriminant'; readonly place: Place }
  /** How many elements. */
  | { readonly kind: 'length'; readonly place: Place }
  | {
      readonly kind: 'binary'
      readonly operator: BinaryOperator
      /** Gives a tuple: the result, and whether it did not fit. */
      readonly isChecked: boolean
      readonly left: Operand
      readonly right: Operand
    }
  | { readonly kind: 'unary'; readonly operator: 'Neg' | 'Not'; readonly operand: Operand }
  | { readonly kind: 'cast'; readonly operand: Operand; readonly how: string; readonly type: Type }
  /** A tuple, an array, a struct or a variant of an enum, its parts in the order of their declaration. */
  | {
      readonly kind: 'aggregate'
      readonly type: Type
      /** Which, of an enum. */
      readonly variant?: number
      readonly operands: readonly Operand[]
    }

export type Operand =
  | {
      readonly kind: 'copy' | 'move'
      readonly place: Place
      readonly span: Span
      readonly capture?: CaptureOf | undefined
      /** What a pattern took it out of: there rustc says that it may not. */
      readonly subject?: Span | undefined
    }
  | { readonly kind: 'constant'; readonly constant: Constant; readonly type: Type }

/** It goes into a closure, which may change it. */
export interface CaptureOf {
  readonly change: (Change & { readonly local: number }) | undefined
  /** Where the closure needs it. */
  readonly span: Span
}

export type Constant =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'item'; readonly item: ConstantItem }
  | { readonly kind: 'text'; readonly text: string }
  /** A reference to what is computed when the program is compiled, and lives as long as it runs. */
  | { readonly kind: 'promoted'; readonly value: Value }
  /** Where a function begins. */
  | { readonly kind: 'function'; readonly callee: Callee & { readonly kind: 'function' } }
  /** A reference or pointer to a static. */
  | { readonly kind: 'static'; readonly item: ConstantItem }

export type Terminator = Span &
  (
    | { readonly kind: 'goto'; readonly target: number }
    | {
        readonly kind: 'switch'
        readonly operand: Operand
        readonly targets: readonly (readonly [value: bigint, target: number])[]
        readonly otherwise: number
      }
    | { readonly kind: 'return' | 'unreachable' }
    | {
        readonly kind: 'drop'
        readonly place: Place
        /** The place is given another value at once. */
        readonly isReplaced: boolean
        readonly target: number
      }
    | {
        readonly kind: 'call'
        readonly callee: Callee
        readonly arguments: readonly Operand[]
        readonly destination: Place
        /** Undefined if it never comes back. */
        readonly target: number | undefined
      }
    | {
        readonly kind: 'assert'
        readonly operand: Operand
        readonly expected: boolean
        readonly message: AssertMessage
        readonly target: number
      }
  )

/** What a failed check says, with what it says it of. */
export type AssertMessage =
  | { readonly kind: 'overflow'; readonly operator: BinaryOperator; readonly operands: readonly Operand[] }
  | { readonly kind: 'negation'; readonly operands: readonly Operand[] }
  | { readonly kind: 'division' | 'remainder'; readonly operands: readonly Operand[] }
  | { readonly kind: 'bounds'; readonly operands: readonly Operand[] }

export type Callee =
  | {
      readonly kind: 'function'
      readonly item: FunctionItem
      readonly label: string
      /** For the types that it leaves open. */
      readonly given: readonly Type[]
    }
  /** What the table of the first argument's type has in this place. */
  | {
      readonly kind: 'virtual'
      readonly slot: number
      readonly name: string
      readonly of: DynType
      /** The trait's method. */
      readonly item: FunctionItem
      readonly given: readonly Type[]
    }
  /** Where the first argument says; the others are passed. */
  | { readonly kind: 'pointer'; readonly type: FunctionPointer }
  | { readonly kind: 'library'; readonly name: LibraryName; readonly of: Type; readonly range?: RangeForm }
  /** Prints references to values, or panics with them. */
  | { readonly kind: 'format'; readonly macro: string; readonly pieces: readonly FormatPiece[] }

/** Which ends `[1..3]` has; they are passed as arguments. */
export interface RangeForm {
  readonly hasStart: boolean
  readonly hasEnd: boolean
  readonly isInclusive: boolean
}

export type LibraryName =
  | ('Box::new' | 'drop' | 'swap' | 'black_box' | 'size_of_val' | 'align_of_val' | 'null' | 'null_mut')
  | ('len' | 'is_empty' | 'as_ptr' | 'as_mut_ptr' | 'index' | 'index_mut')
  | ('read' | 'write' | 'add' | 'sub' | 'offset' | 'is_null')
  | 'square_root'
  | ('wrapping_add' | 'wrapping_sub' | 'wrapping_mul' | 'wrapping_neg')
  | ('eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'cmp')
  /** What the library's own Rust is written over. */
  | (
      | 'allocate'
      | 'release'
      | 'copy_elements'
      | 'drop_in_place'
      | 'forget'
      | 'reinterpret'
      | 'slice_of'
      | 'length_of'
      | 'needs_drop'
      | 'anything'
      | 'type_number'
      | 'exit_process'
    )
  /** The next number, in a `for`. */
  | 'forward'

export function placeOf(local: number, ...projection: readonly Projection[]): Place {
  return { local, projection }
}

export function projected({ local, projection }: Place, ...more: readonly Projection[]): Place {
  return { local, projection: [...projection, ...more] }
}

export function fieldOf(type: Type & { kind: 'tuple' }, index: number): Projection {
  return { kind: 'field', index, name: String(index), type: type.elements[index] ?? type }
}

/** The way from an enum to what lies in one of its variants. */
export function downcastTo({ item }: Variant): Projection {
  return { kind: 'downcast', variant: item.index, name: item.name.text }
}

export const DEREF: Projection = { kind: 'deref' }

export function elementAt(index: number, least: number): Projection {
  return { kind: 'element', counted: { index, least } }
}

/** Two steps from one place lead to the same; elements that only a run tells apart count as one. */
export function isSamePart(one: Projection, other: Projection): boolean {
  if (one.kind === 'field' && other.kind === 'field') return one.index === other.index
  if (one.kind === 'downcast' && other.kind === 'downcast') return one.variant === other.variant
  if (one.kind === 'element' && other.kind === 'element') return one.counted.index === other.counted.index
  if (one.kind === 'subslice' && other.kind === 'subslice')
    return one.from === other.from && one.to === other.to
  return one.kind === other.kind
}

/** The type of what lies at a place. */
export function typeOfPlace({ locals }: Pick<MirBody, 'locals'>, { local, projection }: Place): Type {
  const declaration = locals[local]
  if (!declaration) throw new Error(`there is no local _${local}`)
  return projection.reduce(typeOfPart, known(declaration.type))
}

export function typeOfPart(whole: Type, part: Projection): Type {
  const type = known(whole)
  if (part.kind === 'field' || part.kind === 'subslice') return known(part.type)
  if (part.kind === 'downcast' && type.kind === 'enum')
    return { kind: 'variant', of: type, index: part.variant }
  if (part.kind === 'deref' && (type.kind === 'reference' || type.kind === 'box' || type.kind === 'pointer'))
    return known(type.target)
  const isElement = part.kind === 'index' || part.kind === 'element'
  if (isElement && (type.kind === 'array' || type.kind === 'slice')) return known(type.element)
  throw new Error(`a ${type.kind} has no such part`)
}

export function successorsOf(terminator: Terminator): readonly number[] {
  switch (terminator.kind) {
    case 'switch':
      return [...terminator.targets.map(([, target]) => target), terminator.otherwise]
    case 'return':
    case 'unreachable':
      return []
    default:
      return terminator.target === undefined ? [] : [terminator.target]
  }
}
