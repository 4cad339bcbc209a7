/**
 * The syntax tree: what the reader wrote, without spaces, comments and parentheses.
 * Later phases add to it by maps from its nodes. Only inference changes it, where types tell what an expression is short
 * for: `p.area()` becomes `Point::area(&p)`, and `P(1)` becomes `P { 0: 1 }`.
 */

import type { FormatPiece } from './format-string.ts'
import type { MacroName } from './macro.ts'

/** Where in the source: UTF-16 offsets, half-open. */
export interface Span {
  readonly from: number
  readonly to: number
}

export const INTEGER_TYPES = ['u8', 'u16', 'u32', 'u64', 'usize', 'i8', 'i16', 'i32', 'i64', 'isize'] as const
export type IntegerType = (typeof INTEGER_TYPES)[number]

export const FLOAT_TYPES = ['f32', 'f64'] as const
export type FloatType = (typeof FLOAT_TYPES)[number]

/** The items of a file, a module or a block. */
export interface Program {
  readonly functions: readonly FunctionItem[]
  readonly structs: readonly StructItem[]
  readonly enums: readonly EnumItem[]
  readonly constants: readonly ConstantItem[]
  readonly implementations: readonly ImplementationItem[]
  readonly traits: readonly TraitItem[]
  readonly aliases: readonly AliasItem[]
  readonly modules: readonly ModuleItem[]
  readonly uses: readonly UseItem[]
}

export interface Name extends Span {
  readonly text: string
}

export interface FunctionItem extends Span {
  readonly kind: 'function'
  readonly name: Name
  readonly isUnsafe: boolean
  readonly isConstant: boolean
  readonly isPublic: boolean
  /** What is declared in `<'a, 'b>`. */
  readonly lifetimes: readonly Name[]
  /** `'a: 'b`: of each pair, the first lives at least as long as the second. */
  readonly outlives?: readonly (readonly [longer: Name, shorter: Name])[]
  readonly generics: readonly GenericParameter[]
  readonly bounds: readonly WhereBound[]
  /** It is a method: `self` is the first of them. */
  readonly hasSelf: boolean
  readonly parameters: readonly Parameter[]
  readonly returnType: TypeSyntax | undefined
  /** `fn example()`, without the body. */
  readonly signature: Span
  /** Without one, it is only asked for: by a trait. */
  readonly hasBody: boolean
  readonly body: Block
  readonly statements: readonly Statement[]
  readonly closingBrace: Span
}

export interface Parameter extends Span {
  readonly pattern: Pattern
  readonly type: TypeSyntax
}

/** `T: Display` or `const N: usize`, where an item declares what it leaves open. */
export interface GenericParameter extends Span {
  readonly kind: 'type-parameter' | 'constant-parameter'
  readonly name: Name
  /** Of a constant. */
  readonly type: TypeSyntax | undefined
  readonly bounds: readonly TypeSyntax[]
  readonly fallback: TypeSyntax | undefined
}

/** `where T: Display`, and what stands behind a parameter's colon. */
export interface WhereBound {
  readonly subject: TypeSyntax
  readonly bounds: readonly TypeSyntax[]
}

/** `impl Point { … }`, `impl Display for Point { … }`. */
export interface ImplementationItem extends Span {
  readonly kind: 'implementation'
  readonly lifetimes: readonly Name[]
  /** `'a: 'b`: of each pair, the first lives at least as long as the second. */
  readonly outlives?: readonly (readonly [longer: Name, shorter: Name])[]
  readonly generics: readonly GenericParameter[]
  readonly bounds: readonly WhereBound[]
  readonly trait: TypeSyntax | undefined
  readonly self: TypeSyntax
  readonly functions: readonly FunctionItem[]
  readonly constants: readonly ConstantItem[]
  readonly types: readonly AliasItem[]
}

export interface TraitItem extends Span {
  readonly kind: 'trait'
  readonly name: Name
  /** Whoever has the trait: what is known of `Self` inside. */
  readonly self: GenericParameter
  readonly lifetimes: readonly Name[]
  readonly generics: readonly GenericParameter[]
  readonly bounds: readonly WhereBound[]
  /** Its supertraits: `trait Shape: Display`. */
  readonly supertraits: readonly TypeSyntax[]
  readonly functions: readonly FunctionItem[]
  readonly constants: readonly ConstantItem[]
  readonly types: readonly AliasItem[]
}

/** `type Row = [u8; 4];` */
export interface AliasItem extends Span {
  readonly kind: 'alias'
  readonly name: Name
  readonly lifetimes: readonly Name[]
  readonly generics: readonly GenericParameter[]
  /** What a trait asks of it. */
  readonly bounds: readonly TypeSyntax[]
  /** A trait may leave it to the implementing type. */
  readonly type: TypeSyntax | undefined
}

export interface ModuleItem extends Span {
  readonly kind: 'module'
  readonly name: Name
  readonly isPublic: boolean
  readonly items: Program
}

/** One name of a `use`: `use a::{b, c as d};` are two. */
export interface UseItem extends Span {
  readonly kind: 'use'
  readonly path: readonly Name[]
  /** What it is called here; undefined for `as _`. */
  readonly name: Name | undefined
  /** `use a::*;` */
  readonly isAll: boolean
}

export interface StructItem extends Span {
  readonly kind: 'struct'
  readonly isPublic: boolean
  readonly name: Name
  /** `struct P { x: i32 }`, `struct P(i32);`, `struct P;` */
  readonly shape: 'named' | 'tuple' | 'unit'
  /** What is declared in `<'a, 'b>`. */
  readonly lifetimes: readonly Name[]
  readonly generics: readonly GenericParameter[]
  readonly bounds: readonly WhereBound[]
  readonly fields: readonly FieldItem[]
  /** All of them in the same place. */
  readonly isUnion?: true
  /** The names in `#[derive(…)]`. */
  readonly derives: readonly string[]
  /** The same, where they stand. */
  readonly derived: readonly Name[]
  readonly representation: Representation
}

export interface EnumItem extends Span {
  readonly kind: 'enum'
  readonly isPublic: boolean
  readonly name: Name
  /** What is declared in `<'a, 'b>`. */
  readonly lifetimes: readonly Name[]
  readonly generics: readonly GenericParameter[]
  readonly bounds: readonly WhereBound[]
  readonly variants: readonly VariantItem[]
  /** The names in `#[derive(…)]`. */
  readonly derives: readonly string[]
  /** The same, where they stand. */
  readonly derived: readonly Name[]
  readonly representation: Representation
}

export interface VariantItem extends Span {
  readonly kind: 'variant'
  readonly name: Name
  /** `V { x: i32 }`, `V(i32)`, `V` */
  readonly shape: StructItem['shape']
  readonly fields: readonly FieldItem[]
  /** Behind `=`. */
  readonly discriminant: Expression | undefined
  /** The one that it is a variant of. */
  readonly whole: EnumItem
  /** Which of them. */
  readonly index: number
}

/** What `#[repr(…)]` asks for (Rust reference, "Representations"). */
export interface Representation {
  /** `C`: fields in the order of their declaration, an enum's tag in front of them. */
  readonly isC?: boolean
  /** Nothing inside is aligned to more bytes than these. */
  readonly packed?: number
  /** The whole is aligned to at least so many bytes. */
  readonly align?: number
  /** What an enum's tag is. */
  readonly tag?: IntegerType
  /** The numbers that the value, one number, may have: in the library alone. */
  readonly valid?: readonly [least: bigint, greatest: bigint]
}

export interface FieldItem extends Span {
  readonly isPublic: boolean
  /** Its number, where it has no name. */
  readonly name: Name
  readonly type: TypeSyntax
}

/** `const`, `static` or `static mut`. */
export interface ConstantItem extends Span {
  readonly kind: 'const' | 'static'
  readonly isPublic: boolean
  readonly mutable: boolean
  readonly name: Name
  readonly type: TypeSyntax
  /** Without one, a trait asks for it. */
  readonly hasValue: boolean
  readonly value: Expression
}

export type TypeSyntax = Span &
  (
    | NamedType
    | { readonly kind: 'inferred' | 'never' }
    /** `dyn Shape + Send`: a value of some type that has these. */
    | { readonly kind: 'dyn'; readonly bounds: readonly TypeSyntax[]; readonly lifetime: Name | undefined }
    /** `fn(u8) -> bool`; it may name lifetimes of its own. */
    | {
        readonly kind: 'function'
        readonly isUnsafe: boolean
        readonly lifetimes: readonly Name[]
        readonly parameters: readonly TypeSyntax[]
        readonly result: TypeSyntax | undefined
      }
    /** `impl Shape + Display`: some type that has these. */
    | { readonly kind: 'impl'; readonly bounds: readonly TypeSyntax[] }
    | { readonly kind: 'tuple'; readonly elements: readonly TypeSyntax[] }
    | { readonly kind: 'array'; readonly element: TypeSyntax; readonly length: Expression }
    | { readonly kind: 'slice'; readonly element: TypeSyntax }
    | {
        readonly kind: 'reference'
        readonly mutable: boolean
        readonly lifetime: Name | undefined
        readonly target: TypeSyntax
      }
    | { readonly kind: 'pointer'; readonly mutable: boolean; readonly target: TypeSyntax }
    | { readonly kind: 'box'; readonly target: TypeSyntax }
  )

/** `Point`, `Pair<u8, T>`, `shapes::Point`, `T::Item`. */
export interface NamedType extends Span {
  readonly kind: 'named'
  /** The last one of its names. */
  readonly name: Name
  /** What stands before it. */
  readonly path: readonly Name[]
  readonly lifetimes: readonly Name[]
  readonly arguments: readonly TypeSyntax[]
  /** What is said of a trait's own types: `Item = u8`. */
  readonly associated: readonly { readonly name: Name; readonly type: TypeSyntax }[]
  /** `<T as Shape>::Unit` begins with a type. */
  readonly self: { readonly type: TypeSyntax; readonly trait: TypeSyntax | undefined } | undefined
  /** It is written `Fn(u8) -> bool`, and names these lifetimes of its own. */
  readonly ofCall?: readonly Name[]
}

export type Pattern = Span &
  (
    | { readonly kind: 'wildcard' }
    | NamePattern
    /** `..` among the elements stands for all that are left. */
    | { readonly kind: 'rest' }
    | { readonly kind: 'tuple'; readonly elements: readonly Pattern[] }
    | { readonly kind: 'slice'; readonly elements: readonly Pattern[] }
    | TupleStructPattern
    | StructPattern
    | { readonly kind: 'reference'; readonly mutable: boolean; readonly inner: Pattern }
    | {
        readonly kind: 'range'
        readonly least?: Expression
        readonly greatest?: Expression
        readonly isInclusive: boolean
      }
    | { readonly kind: 'or'; readonly alternatives: readonly Pattern[] }
  )

export interface NamePattern extends Span {
  readonly kind: 'name'
  readonly name: Name
  readonly mutable: boolean
  /** `ref` or `ref mut`: it is to be a reference to the part. */
  readonly reference: 'shared' | 'mutable' | undefined
  /** Behind `@`. */
  readonly inner: Pattern | undefined
}

/** `Some(x)` */
export interface TupleStructPattern extends Span {
  readonly kind: 'tuple-struct'
  readonly path: Path
  readonly elements: readonly Pattern[]
}

/** `Point { x, y: 0, .. }` */
export interface StructPattern extends Span {
  readonly kind: 'struct'
  readonly path: Path
  readonly fields: readonly { readonly name: Name; readonly pattern: Pattern }[]
  readonly hasRest: boolean
}

export interface Block extends Span {
  readonly statements: readonly Statement[]
  readonly closingBrace: Span
  /** What is declared inside: it is in scope in the whole block. */
  readonly items: Program
}

export type Statement = LetStatement | ExpressionStatement

export interface LetStatement extends Span {
  readonly kind: 'let'
  readonly pattern: Pattern
  /** As written; absent when left out. */
  readonly type: TypeSyntax | undefined
  readonly value: Expression | undefined
  /** Where it goes on if the pattern does not take the value. */
  readonly otherwise: BlockExpression | undefined
}

export interface ExpressionStatement extends Span {
  readonly kind: 'expression'
  readonly expression: Expression
  /** The last expression of a block, without `;`: the value of the block. */
  readonly isTail: boolean
  /** Without `;`, like `if … { }`, in the midst of a block. */
  readonly isBlockLike: boolean
}

export type Expression =
  | IntegerLiteral
  | FloatLiteral
  | BooleanLiteral
  | CharacterLiteral
  | StringLiteral
  | Variable
  | Path
  | Negation
  | Not
  | Dereference
  | Reference
  | Binary
  | Assignment
  | Call
  | MethodCall
  | FieldAccess
  | Index
  | Cast
  | Tuple
  | ArrayList
  | ArrayRepeat
  | StructValue
  | Range
  | If
  | Match
  | While
  | Loop
  | For
  | BlockExpression
  | Break
  | Continue
  | Return
  | MacroCall
  | Underscore
  | LetCondition
  | Closure
  | Try

export interface IntegerLiteral extends Span {
  readonly kind: 'integer'
  readonly value: bigint
  readonly suffix: IntegerType | undefined
}

export interface FloatLiteral extends Span {
  readonly kind: 'float'
  /** Digits, dot and exponent. */
  readonly text: string
  readonly suffix: FloatType | undefined
}

interface BooleanLiteral extends Span {
  readonly kind: 'boolean'
  readonly value: boolean
}

interface CharacterLiteral extends Span {
  readonly kind: 'character'
  readonly codePoint: number
}

export interface StringLiteral extends Span {
  readonly kind: 'string'
  readonly text: string
}

export interface Variable extends Span {
  readonly kind: 'variable'
  readonly name: string
}

/** `std::mem::size_of::<u8>`, `u8::MAX`. */
export interface Path extends Span {
  readonly kind: 'path'
  readonly segments: readonly PathSegment[]
  /** Behind the last of them. */
  readonly typeArguments: readonly TypeSyntax[]
  /** `<T as Shape>::area` begins with a type. */
  readonly self: { readonly type: TypeSyntax; readonly trait: TypeSyntax | undefined } | undefined
}

export interface PathSegment extends Name {
  readonly arguments: readonly TypeSyntax[]
}

export interface Negation extends Span {
  readonly kind: 'negation'
  readonly operand: Expression
}

export interface Not extends Span {
  readonly kind: 'not'
  readonly operand: Expression
}

export interface Dereference extends Span {
  readonly kind: 'dereference'
  readonly operand: Expression
}

/** `&x`, `&mut x`, `&raw const x`, `&raw mut x`. */
export interface Reference extends Span {
  readonly kind: 'reference'
  readonly isRaw: boolean
  /** Nobody wrote it: a method takes its receiver so. */
  readonly isImplied?: true
  readonly mutable: boolean
  readonly operand: Expression
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '<<' | '>>' | '&' | '|' | '^'
export type ComparisonOperator = '==' | '!=' | '<' | '>' | '<=' | '>='
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | '&&' | '||'

export interface Binary extends Span {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly operatorSpan: Span
  readonly left: Expression
  readonly right: Expression
}

/** `target = value`, or with an operator `target += value`. */
export interface Assignment extends Span {
  readonly kind: 'assignment'
  readonly operator: ArithmeticOperator | undefined
  readonly operatorSpan: Span
  readonly target: Expression
  readonly value: Expression
}

export interface Call extends Span {
  readonly kind: 'call'
  readonly callee: Expression
  readonly arguments: readonly Expression[]
}

export interface MethodCall extends Span {
  readonly kind: 'method'
  readonly receiver: Expression
  readonly name: Name
  readonly typeArguments: readonly TypeSyntax[]
  readonly arguments: readonly Expression[]
}

export interface FieldAccess extends Span {
  readonly kind: 'field'
  readonly object: Expression
  readonly name: Name
}

export interface Index extends Span {
  readonly kind: 'index'
  readonly object: Expression
  readonly index: Expression
}

export interface Cast extends Span {
  readonly kind: 'cast'
  readonly operand: Expression
  readonly type: TypeSyntax
}

export interface Tuple extends Span {
  readonly kind: 'tuple'
  readonly elements: readonly Expression[]
}

export interface ArrayList extends Span {
  readonly kind: 'array'
  readonly elements: readonly Expression[]
}

export interface ArrayRepeat extends Span {
  readonly kind: 'repeat'
  readonly element: Expression
  readonly length: Expression
}

export interface StructValue extends Span {
  readonly kind: 'struct'
  readonly name: Name
  readonly path: Path
  /** Where it is known without the path. */
  readonly item?: StructItem | VariantItem
  readonly fields: readonly { readonly name: Name; readonly value: Expression }[]
  /** Behind `..`: where the other fields come from. */
  readonly base: Expression | undefined
  /** Nobody wrote it, and nothing in it is hidden: a range. */
  readonly isImplied?: true
}

export interface Range extends Span {
  readonly kind: 'range'
  readonly start: Expression | undefined
  readonly end: Expression | undefined
  readonly isInclusive: boolean
}

export interface If extends Span {
  readonly kind: 'if'
  readonly condition: Expression
  readonly then: BlockExpression
  readonly otherwise: Expression | undefined
}

export interface Match extends Span {
  readonly kind: 'match'
  readonly subject: Expression
  readonly arms: readonly MatchArm[]
  /** Of two arms, for `if let` and `let else`: what the value needs on the way is gone before the second. */
  readonly isChoice?: true
  /** What a `for` does in each round. */
  readonly isRound?: true
}

export interface MatchArm extends Span {
  readonly pattern: Pattern
  readonly guard: Expression | undefined
  readonly value: Expression
}

export interface While extends Span {
  readonly kind: 'while'
  readonly label: Name | undefined
  readonly condition: Expression
  readonly body: BlockExpression
}

export interface Loop extends Span {
  readonly kind: 'loop'
  readonly label: Name | undefined
  readonly body: BlockExpression
}

export interface For extends Span {
  readonly kind: 'for'
  readonly label: Name | undefined
  readonly pattern: Pattern
  readonly iterated: Expression
  readonly body: BlockExpression
}

export interface BlockExpression extends Span {
  readonly kind: 'block'
  readonly label: Name | undefined
  readonly isUnsafe: boolean
  /** It must not come to its end: the `else` of a `let`. */
  readonly isEndless?: true
  readonly block: Block
}

export interface Break extends Span {
  readonly kind: 'break'
  readonly label: Name | undefined
  readonly value: Expression | undefined
}

export interface Continue extends Span {
  readonly kind: 'continue'
  readonly label: Name | undefined
}

export interface Return extends Span {
  readonly kind: 'return'
  readonly value: Expression | undefined
}

/** `println!("{} {x}", 1)`. */
export interface MacroCall extends Span {
  readonly kind: 'macro'
  readonly name: MacroName
  /** What `assert!` and `assert_eq!` look at, before their message. */
  readonly operands: readonly Expression[]
  readonly pieces: readonly FormatPiece[] | undefined
  /** What the pieces print. */
  readonly values: readonly Expression[]
  /** The source of the operands, as a panic repeats it. */
  readonly text: string
  /** What is wrong with the format string. */
  readonly mistake: (Span & { readonly text: string }) | undefined
}

/** `let Some(x) = y`, as a condition: until the whole condition is said in other words. */
export interface LetCondition extends Span {
  readonly kind: 'let-condition'
  readonly pattern: Pattern
  readonly value: Expression
}

/** `|x| x + 1` */
export interface Closure extends Span {
  readonly kind: 'closure'
  /** `move |x|`, without the body. */
  readonly head: Span
  readonly isMove: boolean
  readonly parameters: readonly { readonly pattern: Pattern; readonly type: TypeSyntax | undefined }[]
  readonly returnType: TypeSyntax | undefined
  readonly body: Expression
}

/** `x?` */
export interface Try extends Span {
  readonly kind: 'try'
  readonly operand: Expression
}

/** `_` to the left of an assignment. */
export interface Underscore extends Span {
  readonly kind: 'underscore'
}
