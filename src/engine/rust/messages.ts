/**
 * Everything the Rust compiler says to a reader, in one place, to be read as prose.
 *
 * `message` says what is wrong, in rustc's words where rustc has some; `help` says what to try.
 * Codes are rustc's: an error code, or the name of a lint.
 */

import type { Diagnostic } from '../diagnostic.ts'
import { nearestName } from './nearest-name.ts'

export interface Message {
  readonly message: string
  readonly help?: string
  readonly code?: string
  readonly severity?: 'warning'
}

/** Says it at a place in the source. */
export function diagnose(span: { readonly from: number; readonly to: number }, said: Message): Diagnostic {
  return { severity: 'error', ...said, from: span.from, to: span.to }
}

// ── What the course's Rust does not have ────────────────────────────────────────────────────────────

const ITEMS =
  'A program here consists of functions, structs, enums, traits, implementations, modules, constants and statics.'
const SIMPLE_TYPE =
  'The types here are `u8` to `u64`, `usize`, `i8` to `i64`, `isize`, `f32`, `f64`, `bool`, `char`, `str`, and arrays, slices, tuples, structs, enums, references, pointers and boxes of them.'

function lacks(what: string, help: string): Message {
  return { message: `${what} real Rust, but the course’s Rust does without.`, help }
}

/** By the name that the grammar gives the construct. */
export const refusals: Readonly<Record<string, Message>> = {
  FloatPattern: lacks(
    'A floating-point number in a pattern is',
    'Write a name, and compare in a guard: `x if x == 1.5`.',
  ),

  UnionItem: lacks('`union` is', ITEMS),
  ExternItem: lacks('`extern` is', ITEMS),
  AsyncItem: lacks('`async` is', 'Leave the word out: write `fn example() { … }`.'),
  Attribute: lacks(
    'This attribute is',
    'The attributes here are `#[derive(…)]`, `#[repr(…)]` and `#[allow(…)]`.',
  ),
}

const OTHER_TYPES: Readonly<Record<string, string>> = {
  u128: 'The widest integers here, `u64` and `i64`, are as wide as a register.',
  i128: 'The widest integers here, `u64` and `i64`, are as wide as a register.',
}

/** A type that Rust has and the course's Rust has not. */
export function refusedType(name: string): Message | undefined {
  const help = Object.hasOwn(OTHER_TYPES, name) ? OTHER_TYPES[name] : undefined
  return help === undefined ? undefined : lacks(`\`${name}\` is`, help)
}

const MACROS_HERE =
  'The macros here are `println!`, `print!`, `format!`, `write!`, `panic!`, `assert!`, `assert_eq!`, `assert_ne!` and `vec!`.'

/** Those of the standard library (std, "Macros"). */
const STANDARD_MACROS = new Set(
  (
    'assert assert_eq assert_ne cfg column compile_error concat dbg debug_assert debug_assert_eq debug_assert_ne env eprint ' +
    'eprintln file format format_args include include_bytes include_str is_x86_feature_detected line matches module_path ' +
    'option_env panic print println stringify thread_local todo unimplemented unreachable vec write writeln offset_of addr_of ' +
    'addr_of_mut ready pin asm'
  ).split(' '),
)

export function isStandardMacro(name: string): boolean {
  return STANDARD_MACROS.has(name)
}

function nearMacro(name: string): string | undefined {
  const near = nearestName(name, STANDARD_MACROS)
  return near && `Did you mean \`${near}!\`?`
}

// ── Everything else, phase by phase ─────────────────────────────────────────────────────────────────

export const messages = {
  // 1-parse
  macroCall: (name: string): Message =>
    STANDARD_MACROS.has(name)
      ? lacks(`\`${name}!\` is`, MACROS_HERE)
      : {
          message: `cannot find macro \`${name}\` in this scope`,
          help: nearMacro(name) ?? MACROS_HERE,
        },
  sizesDiffer: (from: string, size: number, to: string, other: number): Message => ({
    message: 'cannot transmute between types of different sizes, or dependently-sized types',
    help: `\`${from}\` has ${size * 8} bits and \`${to}\` has ${other * 8}: choose types that are equally large.`,
    code: 'E0512',
  }),
  missingItemType: (kind: string): Message => ({
    message: `missing type for \`${kind}\` item`,
    help: 'Name its type: `const SIZE: usize = 16;`.',
  }),
  chainedComparison: {
    message: 'comparison operators cannot be chained',
    help: 'Compare two values at a time, and join the results with `&&`: `a < b && b < c`.',
  },
  labelWithoutLoop: {
    message: 'expected `while`, `for`, `loop` or `{` after a label',
    help: "A character stands between two single quotes, `'a'`; a word behind one quote is a label.",
  },
  foreignByte: {
    message: 'non-ASCII character in byte literal',
    help: "A byte literal holds one ASCII character: `b'A'`.",
  },
  nothingToRun: {
    message: 'there is no function here yet',
    help: 'Write one: `fn example() { let x: u8 = 42; }`.',
  },
  unterminatedComment: {
    message: 'unterminated block comment',
    code: 'E0758',
    help: 'Close it with `*/`. Comments nest: each `/*` needs a `*/` of its own.',
  },
  unterminatedString: {
    message: 'unterminated double quote string',
    code: 'E0765',
    help: 'Close it with another `"`.',
  },
  unclosedDelimiter: (opening: string, lineNumber: number): Message => ({
    message: 'this file contains an unclosed delimiter',
    help: `The \`${opening}\` on line ${lineNumber} is never closed.`,
  }),
  mismatchedClosing: (opening: string, closing: string): Message => ({
    message: `mismatched closing delimiter: \`${closing}\``,
    help: `This \`${opening}\` is still open when \`${closing}\` comes. Close it first.`,
  }),
  unexpectedClosing: (closing: string): Message => ({
    message: `unexpected closing delimiter: \`${closing}\``,
    help: 'Nothing is open here that it could close. Take it away, or add what it should close.',
  }),
  tooDeep: (limit: number): Message => ({
    message: 'this statement is too deeply nested for the course’s compiler',
    help: `It can hold ${limit} words and operators. Split it with \`let\` into several statements.`,
  }),
  expected: (expected: string, found: string, help: string): Message => ({
    message: `expected ${expected}, found ${found}`,
    help,
  }),
  letOutsideFunction: {
    message: 'expected item, found keyword `let`',
    help: 'Statements belong inside a function. Put `fn example() {` before them and `}` after them.',
  },
  longCharacter: {
    message: 'character literal may only contain one codepoint',
    help: "Between single quotes stands exactly one character: `'a'`.",
  },
  emptyCharacter: {
    message: 'empty character literal',
    help: "Between single quotes stands exactly one character: `'a'`.",
  },
  badEscape: {
    message: 'unknown character escape',
    help: 'The escapes are `\\n`, `\\r`, `\\t`, `\\0`, `\\\\`, `\\\'`, `\\"`, `\\x41` up to `\\x7F`, and `\\u{20AC}`.',
  },
  badIdentifier: (name: string): Message => ({
    message: `\`${name}\` is not a name in Rust`,
    help: 'Names consist of letters, digits and `_`, and do not begin with a digit.',
  }),
  keywordAsName: (word: string): Message => ({
    message: `expected identifier, found reserved keyword \`${word}\``,
    help: 'Rust keeps this word for itself. Choose another name.',
  }),
  invalidDigit: (base: number): Message => ({
    message: `invalid digit for a base ${base} literal`,
    help: base === 2 ? 'After `0b` come only the digits 0 and 1.' : 'After `0o` come only the digits 0 to 7.',
  }),
  noDigits: {
    message: 'no valid digits found for number',
    code: 'E0768',
    help: 'Write the digits after the prefix: `0xFF`, `0b1010`, `0o17`.',
  },
  invalidWidth: (width: string): Message => ({
    message: `invalid width \`${width}\` for integer literal`,
    help: 'Valid widths are 8, 16, 32 and 64: `42u8`.',
  }),
  invalidFloatSuffix: (suffix: string): Message => ({
    message: `invalid suffix \`${suffix}\` for float literal`,
    help: 'Only the name of a floating-point type may follow the digits: `1.5f64` or `1.5f32`.',
  }),
  invalidSuffix: (suffix: string): Message => ({
    message: `invalid suffix \`${suffix}\` for number literal`,
    help: 'Only the name of an integer type may follow the digits: `42u8`.',
  }),
  literalTooLarge: {
    message: 'integer literal is too large',
    help: 'The widest type here, `u64`, ends at 18446744073709551615.',
  },

  // 2-resolve
  duplicateFunction: (name: string): Message => ({
    message: `the name \`${name}\` is defined multiple times`,
    code: 'E0428',
    help: `There is another function \`${name}\` above. Give one of them a different name.`,
  }),
  format: (text: string): Message => ({
    message: text,
    help: 'Every `{}` needs one value behind the text, and every value one `{}`: `println!("{} {}", 1, 2);`.',
  }),
  assertion: (text: string): Message => ({
    message: text,
    help: 'Write `assert!(x == 42);` for what must be true, or `assert_eq!(x, 42);` for two values that must be equal.',
  }),
  duplicateType: (name: string): Message => ({
    message: `the name \`${name}\` is defined multiple times`,
    code: 'E0428',
    help: `There is another struct \`${name}\` above. Give one of them a different name.`,
  }),
  duplicateConstant: (name: string): Message => ({
    message: `the name \`${name}\` is defined multiple times`,
    code: 'E0428',
    help: `There is another item \`${name}\` above. Give one of them a different name.`,
  }),
  duplicateParameter: (name: string): Message => ({
    message: `identifier \`${name}\` is bound more than once in this parameter list`,
    code: 'E0415',
    help: 'Give each parameter a name of its own.',
  }),
  boundTwice: (name: string): Message => ({
    message: `identifier \`${name}\` is bound more than once in the same pattern`,
    code: 'E0416',
    help: 'Each part of the value needs a name of its own, or `_` if nobody asks for it.',
  }),
  endlessRange: {
    message: 'inclusive range with no end',
    code: 'E0586',
    help: 'Behind `..=` stands the last index that belongs to it. Write `..` if it is to go on to the end.',
  },
  unlabelledJump: (word: string): Message => ({
    message: `unlabeled \`${word}\` inside of a labeled block`,
    code: 'E0695',
    help: `It could mean the block or a loop around it. Write the label of the one that is meant behind \`${word}\`.`,
  }),
  staticInPattern: (name: string): Message => ({
    message: `let bindings cannot shadow statics: \`${name}\``,
    code: 'E0530',
    help: 'Choose another name for the variable.',
  }),
  constantInPattern: (name: string): Message =>
    lacks(
      `The constant \`${name}\` as a pattern is`,
      'Write its value, or choose another name for the variable.',
    ),
  bindingInAlternative: lacks(
    'A name inside a pattern with `|` is',
    'Put the name before it: `n @ (1 | 2)`, or write an arm for each.',
  ),
  undeclaredLabel: (label: string): Message => ({
    message: `use of undeclared label \`${label}\``,
    code: 'E0426',
    help: `Write \`${label}:\` before the loop or block that is meant.`,
  }),
  outsideLoop: (word: string): Message => ({
    message: `\`${word}\` outside of a loop or labeled block`,
    code: 'E0268',
    help: `Only inside \`loop\`, \`while\` or \`for\` there is something that \`${word}\` could mean.`,
  }),
  outOfClosure: (word: string): Message => ({
    message: `\`${word}\` inside of a closure`,
    code: 'E0267',
    help: 'A closure is left by its end or by `return`; the loop around it runs elsewhere.',
  }),
  continueBlock: {
    message: '`continue` pointing to a labeled block',
    code: 'E0696',
    help: 'Only a loop has a next round. To leave a block, use `break` with its label.',
  },
  breakWithValue: (kind: string): Message => ({
    message: `\`break\` with value from a \`${kind}\` loop`,
    code: 'E0571',
    help: 'Only `loop` and a labelled block have a value. Keep it in a variable declared before the loop.',
  }),
  undeclaredVariable: (
    name: string,
    help = `Declare it first, above this line: \`let ${name}: u8 = 42;\`.`,
  ): Message => ({
    message: `cannot find value \`${name}\` in this scope`,
    code: 'E0425',
    help,
  }),
  similarVariable: (nearest: string) => `A variable with a similar name exists: \`${nearest}\`.`,
  declaredLater: (name: string) =>
    `A variable exists only after its \`let\`. Move \`let ${name}\` above this line.`,
  declaredElsewhere: (name: string, functionName: string) =>
    `Each function has variables of its own. \`${name}\` belongs to \`${functionName}\`; declare one here too.`,
  macroAsFunction: (name: string): Message => ({
    message: `expected function, found macro \`${name}\``,
    code: 'E0423',
    help: `A macro is called with \`!\` behind its name: \`${name}!(…)\`.`,
  }),
  undeclaredFunction: (name: string, nearest: string | undefined): Message => ({
    message: `cannot find function \`${name}\` in this scope`,
    code: 'E0425',
    help: nearest
      ? `A function with a similar name exists: \`${nearest}\`.`
      : `Write it above or below this function: \`fn ${name}() { … }\`.`,
  }),
  selfOutside: {
    message: 'expected value, found module `self`',
    code: 'E0424',
    help: 'Only a method has a `self`: a function in an `impl` block whose first parameter is `self`, `&self` or `&mut self`.',
  },
  letAlone: {
    message: 'expected expression, found `let` statement',
    help: 'A `let` with a pattern is a condition: of `if` or `while`, alone or joined to others by `&&`.',
  },
  missingTrait: (type: string, trait: string): Message => ({
    message: `the trait bound \`${type}: ${trait}\` is not satisfied`,
    code: 'E0277',
    help: 'The function asks it of every type that it is used with. Use another type, or derive the trait.',
  }),
  notATrait: (name: string): Message => ({
    message: `expected trait, found type \`${name}\``,
    code: 'E0404',
    help: 'Between `impl` and `for` stands a trait: `impl Drop for Point { … }`.',
  }),
  unknownTrait: (name: string, nearest: string | undefined): Message => ({
    message: `cannot find trait \`${name}\` in this scope`,
    code: 'E0405',
    help: nearest
      ? `A trait with a similar name exists: \`${nearest}\`.`
      : 'Declare it, or name it with its whole path.',
  }),
  noAssociatedType: (name: string, type: string): Message => ({
    message: `associated type \`${name}\` not found for \`${type}\``,
    code: 'E0220',
    help: 'A trait has to ask for it, `type Item;`, and the type has to have the trait.',
  }),
  otherAssociated: (type: string, name: string, wanted: string, found: string): Message => ({
    message: `type mismatch resolving \`<${type} as …>::${name} == ${wanted}\`: it is \`${found}\``,
    code: 'E0271',
    help: 'The function asks for another type there than the `impl` gives.',
  }),
  twoImplementations: (trait: string, type: string): Message => ({
    message: `conflicting implementations of trait \`${trait}\` for type \`${type}\``,
    code: 'E0119',
    help: 'A type has a trait once: nobody could say which of the two is meant.',
  }),
  selfOfTrait: (name: string, isAsked: boolean): Message => ({
    message: isAsked
      ? `method \`${name}\` has a \`self\` declaration in the trait, but not in the impl`
      : `method \`${name}\` has a \`self\` declaration in the impl, but not in the trait`,
    code: isAsked ? 'E0186' : 'E0185',
    help: 'Both have to be called alike: with a value before the dot, or with the type’s name.',
  }),
  genericsOfTrait: (name: string, asked: number, given: number): Message => ({
    message: `method \`${name}\` has ${given} generic parameters but its trait declaration has ${asked}`,
    code: 'E0049',
    help: 'Leave open what the trait leaves open, no more and no less.',
  }),
  parametersOfTrait: (name: string, asked: number, given: number): Message => ({
    message: `method \`${name}\` has ${given} parameter${given === 1 ? '' : 's'} but the declaration in trait has ${asked}`,
    code: 'E0050',
    help: 'Whoever calls it by the trait passes what the trait says.',
  }),
  otherThanTrait: (name: string): Message => ({
    message: `method \`${name}\` has an incompatible type for trait`,
    code: 'E0053',
    help: 'Write the types that the trait’s declaration has, with this type for `Self`.',
  }),
  notOfTrait: (kind: string, name: string, trait: string): Message => ({
    message: `${kind} \`${name}\` is not a member of trait \`${trait}\``,
    code: { method: 'E0407', type: 'E0437' }[kind] ?? 'E0438',
    help: 'What a trait does not ask for stands in an `impl` block of the type’s own.',
  }),
  missingOfTrait: (names: readonly string[]): Message => ({
    message: `not all trait items implemented, missing: ${names.map((name) => `\`${name}\``).join(', ')}`,
    code: 'E0046',
    help: 'Write each of them in this block: the trait has no default for it.',
  }),
  dropOfOther: {
    message: 'the `Drop` trait may only be implemented for local structs, enums, and unions',
    code: 'E0120',
    help: 'Put the value into a struct of your own, and implement `Drop` for that.',
  },
  twoDestructors: (type: string): Message => ({
    message: `conflicting implementations of trait \`Drop\` for type \`${type}\``,
    code: 'E0119',
    help: 'What is done with a value that goes is said once.',
  }),
  specialisedDrop: {
    message: '`Drop` impls cannot be specialized',
    code: 'E0366',
    help: 'A value that goes must mean the same for every choice of types: `impl<T> Drop for Pair<T>`.',
  },
  copyWithDrop: {
    message: 'the trait `Copy` cannot be implemented for this type; the type has a destructor',
    code: 'E0184',
    help: 'A copy would be given back a second time. Leave out `Copy`, or `impl Drop`.',
  },
  explicitDrop: {
    message: 'explicit use of destructor method',
    code: 'E0040',
    help: 'The value would be given back twice. Write `drop(value)`, which takes it.',
  },
  moveOutOfDrop: (type: string): Message => ({
    message: `cannot move out of type \`${type}\`, which implements the \`Drop\` trait`,
    code: 'E0509',
    help: '`drop` is called with the whole value. Take a reference, or copy or clone the part.',
  }),
  functionWithoutBody: {
    message: 'free function without a body',
    help: 'What it does stands in braces behind its head: `fn example() { … }`.',
  },
  unknownAttribute: (name: string): Message => ({
    message: `cannot find attribute \`${name}\` in this scope`,
    help: 'The attributes here are `#[derive(…)]`, `#[repr(C)]` and `#[allow(…)]`.',
  }),
  aliasCycle: (name: string): Message => ({
    message: `cycle detected when expanding type alias \`${name}\``,
    code: 'E0391',
    help: 'It stands for itself. Give it a type that does not need it.',
  }),
  memberTwice: (name: string): Message => ({
    message: `duplicate definitions with name \`${name}\``,
    code: 'E0592',
    help: 'A type has only one function or constant of a name. Give one of them another name.',
  }),
  foreignImplementation: (type: string): Message => ({
    message: `cannot define inherent \`impl\` for primitive types: \`${type}\``,
    code: 'E0390',
    help: 'Its methods are Rust’s own. Write a function, or a struct around the value.',
  }),
  noAssociated: (name: string, type: string, nearest: string | undefined): Message => ({
    message: `no function or associated item named \`${name}\` found for type \`${type}\` in the current scope`,
    code: 'E0599',
    help: nearest
      ? `There is one with a similar name: \`${nearest}\`.`
      : 'Write it in an `impl` block of the type.',
  }),
  notAMethod: (name: string, type: string): Message => ({
    message: `no method named \`${name}\` found for type \`${type}\` in the current scope`,
    code: 'E0599',
    help: `It has no \`self\`. Call it by its path: \`${type}::${name}(…)\`.`,
  }),
  privateField: (field: string, type: string): Message => ({
    message: `field \`${field}\` of struct \`${type}\` is private`,
    code: 'E0616',
    help: 'Only its own module may use it. Put `pub` before the field, or give the struct a method.',
  }),
  privateFieldValue: (field: string, type: string): Message => ({
    message: `field \`${field}\` of struct \`${type}\` is private`,
    code: 'E0451',
    help: 'Only its own module may make such a value. Put `pub` before the field, or give the struct a function for it.',
  }),
  privateMember: (name: string): Message => ({
    message: `\`${name}\` is private`,
    code: 'E0624',
    help: 'Only its own module may use it. Put `pub` before it.',
  }),
  constructorArguments: (name: string, expected: number, found: number): Message => ({
    message: `this struct takes ${expected} argument${expected === 1 ? '' : 's'} but ${found} ${found === 1 ? 'was' : 'were'} supplied`,
    code: 'E0061',
    help: `Give \`${name}\` a value for each of its fields, in their order.`,
  }),
  notAValue: (name: string, kind: string): Message => ({
    message: `expected value, found ${kind} \`${name}\``,
    code: 'E0423',
    help: `Its fields are named: \`${name} { … }\`.`,
  }),
  unresolvedImport: (path: string): Message => ({
    message: `unresolved import \`${path}\``,
    code: 'E0432',
    help: 'Nothing of that name is there. Paths begin with `crate`, `self`, `super`, `std`, or a name that is in scope.',
  }),
  privateItem: (name: string): Message => ({
    message: `\`${name}\` is private`,
    code: 'E0603',
    help: 'Only its own module may use it. Put `pub` before its declaration.',
  }),
  constructorInPattern: (name: string): Message =>
    lacks(`The struct \`${name}\` as a pattern is`, 'Write `_`: it has only one value.'),
  notYet: (what: string): Message =>
    lacks(`${what[0]!.toUpperCase()}${what.slice(1)} is`, 'The course’s compiler does not translate it yet.'),
  unknownType: (name: string, nearest: string | undefined): Message => ({
    message: `cannot find type \`${name}\` in this scope`,
    code: 'E0425',
    help: nearest ? `A type with a similar name exists: \`${nearest}\`.` : SIMPLE_TYPE,
  }),
  argumentsOfPrimitive: (name: string): Message => ({
    message: `type arguments are not allowed on builtin type \`${name}\``,
    code: 'E0109',
    help: `\`${name}\` is open in nothing: leave the angles out.`,
  }),
  boundsOfMethod: (name: string): Message => ({
    message: `the method \`${name}\` exists, but its trait bounds were not satisfied`,
    code: 'E0599',
    help: 'The `impl` that it stands in is only for types that have the traits behind the colon.',
  }),
  functionAsValue: (name: string): Message =>
    lacks(`Using the function \`${name}\` as a value is`, `To call it, write \`${name}();\`.`),

  // 3-check: types
  mismatched: (expected: string, found: string, help = mismatchHelp(expected, found)): Message => ({
    message: `mismatched types: expected \`${expected}\`, found ${found === 'integer' ? found : `\`${found}\``}`,
    code: 'E0308',
    help,
  }),
  negateUnsigned: (type: string): Message => ({
    message: `cannot apply unary operator \`-\` to type \`${type}\``,
    code: 'E0600',
    help: type.startsWith('u')
      ? `\`${type}\` has no negative values. Use \`i${type.slice(1)}\` instead.`
      : 'Only the signed integer types can be negated.',
  }),
  negateInferredUnsigned: (type: string): Message => ({
    message: `the trait bound \`${type}: Neg\` is not satisfied`,
    code: 'E0277',
    help: `This becomes a \`${type}\` by its use further down, and \`${type}\` has no negative values.`,
  }),
  cannotOperate: (verb: string, left: string, right: string): Message => ({
    message: cannotOperateText(verb, left, right),
    code: 'E0369',
    help: 'Arithmetic needs two integers of the same type.',
  }),
  noImplementation: (verb: string, left: string, right: string): Message => ({
    message: cannotOperateText(verb, left, right),
    code: 'E0277',
    help: 'Arithmetic needs two integers of the same type.',
  }),
  noImplementationInPlace: (verb: string, left: string, right: string): Message => ({
    message: cannotOperateText(`${verb}-assign`, left, right),
    code: 'E0277',
    help: 'Arithmetic needs two integers of the same type.',
  }),
  cannotOperateInPlace: (operator: string, type: string): Message => ({
    message: `binary assignment operation \`${operator}=\` cannot be applied to type \`${type}\``,
    code: 'E0368',
    help: type.startsWith('&')
      ? `Write \`*\` before it: what changes is the value that the reference leads to.`
      : 'Arithmetic needs two integers of the same type.',
  }),
  notAPlace: (isCompound: boolean): Message => ({
    message: 'invalid left-hand side of assignment',
    code: isCompound ? 'E0067' : 'E0070',
    help: 'To the left of an assignment stands the name of a variable: it says where the value goes.',
  }),
  notAFunction: (type: string): Message => ({
    message: `expected function, found \`${type}\``,
    code: 'E0618',
    help: 'Only a function can be called. A variable of the same name hides a function.',
  }),
  notObjectSafe: (name: string): Message => ({
    message: `the trait \`${name}\` is not dyn compatible`,
    code: 'E0038',
    help: 'Behind `dyn` the type is not known: a method may not be generic, nor take or give `Self`, and every function needs a `self`. Write `where Self: Sized` behind those that cannot be called so.',
  }),
  closureCount: (expected: number, given: number): Message => ({
    message: `closure is expected to take ${expected} argument${expected === 1 ? '' : 's'}, but it takes ${given}`,
    code: 'E0593',
    help: 'Between the bars stands one name for each value that it is called with; `_` for one that you do not need.',
  }),
  closureParameter: (expected: string, given: string): Message => ({
    message: `type mismatch in closure arguments: expected \`${expected}\`, found \`${given}\``,
    code: 'E0631',
    help: 'Leave the type out: whoever calls the closure says what it is given.',
  }),
  closureKind: (wanted: string, found: string): Message => ({
    message: `expected a closure that implements the \`${wanted}\` trait, but this closure only implements \`${found}\``,
    code: 'E0525',
    help:
      found === 'FnOnce'
        ? 'It gives away a value that it captured, and can do so only once. Lend the value, or clone it inside.'
        : 'It changes what it captured. Whoever calls it here promises not to change anything.',
  }),
  argumentCount: (expected: number, given: number, code = 'E0061'): Message => ({
    message: `this function takes ${expected} argument${expected === 1 ? '' : 's'} but ${given} argument${given === 1 ? ' was' : 's were'} supplied`,
    code,
    help: expected === 0 ? 'Leave the parentheses empty.' : 'Give it one value for each of its parameters.',
  }),
  typeNeeded: (name: string, code: 'E0282' | 'E0283' | 'E0284'): Message => ({
    message: 'type annotations needed',
    code,
    help: `Nothing says what \`${name}\` is. Give it a type, \`let ${name}: u8;\`, or a value.`,
  }),
  notNot: (type: string): Message => ({
    message: `cannot apply unary operator \`!\` to type \`${type}\``,
    code: 'E0600',
    help: '`!` turns a `bool` around, and every bit of an integer.',
  }),
  cannotCompare: (operator: string, type: string): Message => ({
    message: `binary operation \`${operator}\` cannot be applied to type \`${type}\``,
    code: 'E0369',
    help: 'Compare its fields one by one; or, for `==`, put `#[derive(PartialEq)]` before the struct.',
  }),
  rawOfValue: {
    message: 'cannot take address of a temporary',
    code: 'E0745',
    help: 'Keep the value in a variable first: that has an address.',
  },
  staticMutReference: (mutable: boolean): Message => ({
    message: `creating a ${mutable ? 'mutable' : 'shared'} reference to mutable static`,
    code: 'static_mut_refs',
    help: 'Copy its value into a variable first, or take a raw pointer: `&raw const NAME`.',
  }),
  unsafeDereference: {
    message: 'dereference of raw pointer is unsafe and requires unsafe block',
    code: 'E0133',
    help: 'Nobody checks that it points to something. Say that you know: `unsafe { *p }`.',
  },
  unsafeStatic: {
    message: 'use of mutable static is unsafe and requires unsafe block',
    code: 'E0133',
    help: 'Several threads could change it at once. Say that none does: `unsafe { COUNT += 1; }`.',
  },
  unsafeCall: (name: string): Message => ({
    message: `call to unsafe function \`${name}\` is unsafe and requires unsafe block`,
    code: 'E0133',
    help: `Say that you keep to its rules: \`unsafe { … }\` around the call.`,
  }),
  cannotDereference: (type: string): Message => ({
    message: `type \`${type}\` cannot be dereferenced`,
    code: 'E0614',
    help: 'Only references, pointers and boxes point to something.',
  }),
  onlyByteAsChar: (type: string): Message => ({
    message: `only \`u8\` can be cast as \`char\`, not \`${type}\``,
    code: 'E0604',
    help: 'Not every number is a character. Cast to `u8` first.',
  }),
  castAsBool: {
    message: 'cannot cast integer as `bool`',
    code: 'E0054',
    help: 'Compare it with zero: `x != 0`.',
  },
  castReference: (from: string, to: string): Message => ({
    message: `casting \`${from}\` as \`${to}\` is invalid`,
    code: 'E0606',
    help: 'Cast the reference to a pointer first: `r as *const u8 as usize`.',
  }),
  cannotCast: (from: string, to: string): Message => ({
    message: `casting \`${from}\` as \`${to}\` is invalid`,
    code: primitiveCast(from) && primitiveCast(to) ? 'E0606' : 'E0605',
    help: '`as` converts between integers, from `bool` and `char` to integers, and between pointers.',
  }),
  unknownPath: (path: string): Message => ({
    message: `cannot find \`${path}\``,
    code: 'E0433',
    help: 'There are `MAX`, `MIN` and `BITS` of the integer types, `Box::new`, `std::mem::size_of`, `align_of`, `size_of_val`, `swap`, and `std::hint::black_box`.',
  }),
  inLibrary: lackingName,
  unknownMethod: (name: string, type: string): Message => ({
    message: `no method named \`${name}\` found for type \`${type}\``,
    code: 'E0599',
    help: 'Integers have `wrapping_add`, `wrapping_sub`, `wrapping_mul`, `wrapping_neg`; arrays and slices `len`, `is_empty`, `as_ptr`; pointers `read`, `write`, `add`, `sub`, `offset`, `is_null`.',
  }),
  ambiguousMethod: (name: string, type = '{integer}'): Message => ({
    message: `can't call method \`${name}\` on ambiguous numeric type \`${type}\``,
    code: 'E0689',
    help:
      type === '{float}'
        ? 'Name the type: `1.5f64`, or `let x: f64 = 1.5;`.'
        : 'Name the type: `1u8`, or `let x: u8 = 1;`.',
  }),
  noFields: (type: string): Message => ({
    message: `\`${type}\` is a primitive type and therefore doesn't have fields`,
    code: 'E0610',
    help: 'Only structs and tuples have fields.',
  }),
  unknownField: (name: string, type: string): Message => ({
    message: `no field \`${name}\` on type \`${type}\``,
    code: 'E0609',
    help: 'Use one of the fields that its declaration names; those of a tuple are `0`, `1` and so on.',
  }),
  cannotIndex: (type: string): Message => ({
    message: `cannot index into a value of type \`${type}\``,
    code: 'E0608',
    help: 'Only arrays and slices have elements.',
  }),
  indexType: (element: string, index: string): Message => ({
    message: `the type \`[${element}]\` cannot be indexed by \`${index}\``,
    code: 'E0277',
    help: 'An index is a `usize`: write `i as usize`.',
  }),
  unknownStruct: (name: string): Message => ({
    message: `cannot find struct, variant or union type \`${name}\` in this scope`,
    code: 'E0422',
    help: `Declare it outside of the functions: \`struct ${name} { … }\`.`,
  }),
  structLacksField: (struct: string, field: string, isVariant = false): Message => ({
    message: `${isVariant ? 'variant' : 'struct'} \`${struct}\` has no field named \`${field}\``,
    code: isVariant ? 'E0559' : 'E0560',
    help: 'Use the fields that its declaration names.',
  }),
  fieldTwice: (name: string): Message => ({
    message: `field \`${name}\` specified more than once`,
    code: 'E0062',
    help: 'Give each field one value.',
  }),
  missingFields: (fields: readonly string[], struct: string): Message => ({
    message: `missing field${fields.length > 1 ? 's' : ''} ${fields.join(', ')} in initializer of \`${struct}\``,
    code: 'E0063',
    help: 'Give every field a value.',
  }),
  copyOfOwner: (struct: string, field: string): Message => ({
    message: 'the trait `Copy` cannot be implemented for this type',
    code: 'E0204',
    help: `The field \`${field}\` is not \`Copy\`: of a \`${struct}\` whose bytes are copied, both would own what it leads to. Take \`Copy\` out of the list.`,
  }),
  copyWithoutClone: (struct: string): Message => ({
    message: `the trait bound \`${struct}: Clone\` is not satisfied`,
    code: 'E0277',
    help: 'What is `Copy` is also `Clone`: write `#[derive(Clone, Copy)]`.',
  }),
  unknownDerive: (name: string): Message => ({
    message: `cannot find derive macro \`${name}\` in this scope`,
    help: 'Rust derives `Clone`, `Copy`, `Debug`, `Default`, `Eq`, `Hash`, `Ord`, `PartialEq` and `PartialOrd`.',
  }),
  duplicateField: (name: string): Message => ({
    message: `field \`${name}\` is already declared`,
    code: 'E0124',
    help: 'Give each field a name of its own.',
  }),
  endlessType: (name: string): Message => ({
    message: `recursive type \`${name}\` has infinite size`,
    code: 'E0072',
    help: 'A value cannot contain another of its own type; a pointer to one has a size.',
  }),
  endlessInstances: (name: string): Message => ({
    message: `reached the recursion limit while instantiating \`${name}\``,
    help: 'It calls itself with an ever larger type, and a function is made for each of them. Call it with a type that it had before.',
  }),
  tryOutside: {
    message: 'the `?` operator can only be used in a function that returns `Result` or `Option`',
    code: 'E0277',
    help: 'Where it fails, `?` returns from the function: give the function a result of this kind, or use `match`.',
  },
  tryOfOther: (type: string): Message => ({
    message: `the \`?\` operator can only be applied to values that implement \`Try\``,
    code: 'E0277',
    help: `\`${type}\` is neither an \`Option\` nor a \`Result\`: leave the \`?\` out.`,
  }),
  tryMixed: (found: string, returned: string): Message => ({
    message: `the \`?\` operator can only be used on \`${returned}\`s, not \`${found}\`s, in a function that returns \`${returned}\``,
    code: 'E0277',
    help:
      found === 'Option'
        ? 'Say what went wrong: `.ok_or("nothing there")?`.'
        : 'Leave out what went wrong: `.ok()?`.',
  }),
  indexText: (index: string): Message => ({
    message: `the type \`str\` cannot be indexed by \`${index}\``,
    code: 'E0277',
    help: 'A character takes one to four bytes: take a part with a range, `&text[0..1]`, or one byte with `.as_bytes()`.',
  }),
  rangeOfTexts: {
    message: 'only `char` and numeric types are allowed in range patterns',
    code: 'E0029',
    help: 'Compare in a guard instead: `text if text < "m" => …`.',
  },
  unsized: (type: string): Message => ({
    message: `the size for values of type \`${type}\` cannot be known at compilation time`,
    code: 'E0277',
    help: 'Use a reference to it: `&[u8]`.',
  }),
  boxedSlice: lacks('A slice in a box is', 'Box an array, whose length is part of its type: `Box<[u8; 4]>`.'),
  arrayTooLong: (limit: bigint): Message =>
    lacks(`An array of more than ${limit} elements is`, 'Use fewer elements.'),
  constantCycle: (name: string): Message => ({
    message: `cycle detected when evaluating \`${name}\``,
    code: 'E0391',
    help: 'Its value needs itself. Give it a value that does not.',
  }),
  notConstant: lacks(
    'This in the value of a constant is',
    'Use numbers, operators, casts, arrays, tuples, structs and other constants.',
  ),
  constantIndex: (length: number, index: bigint): Message => ({
    message: `index out of bounds: the length is ${length} but the index is ${index}`,
    code: 'E0080',
    help: 'The first element has the index 0.',
  }),
  constantFails: (attempt: string, type: string): Message => ({
    message: `attempt to ${attempt}`,
    code: 'E0080',
    help: `The value is computed when the program is compiled, and must fit \`${type}\`.`,
  }),
  notConstantFunction: (name: string): Message => ({
    message: `cannot call non-const function \`${name}\` in constants`,
    code: 'E0015',
    help: `The value is computed when the program is compiled, which only a \`const fn ${name}\` allows.`,
  }),
  staticInConstant: lacks(
    'A static in the value of a constant is',
    'Use a constant: `const SIZE: usize = 16;`.',
  ),
  misunderstood: {
    message: 'The course’s compiler cannot make out what this is.',
    help: 'It may be right all the same. Write it in another way, with the types of the variables.',
  },
  variableInConstant: {
    message: 'attempt to use a non-constant value in a constant',
    code: 'E0435',
    help: 'Its value must be known when the program is compiled. Use a constant: `const SIZE: usize = 16;`.',
  },
  ifWithoutElse: (type: string): Message => ({
    message: '`if` may be missing an `else` clause',
    code: 'E0317',
    help: `When the condition is false there would be no \`${type}\`. Add \`else { … }\`.`,
  }),
  forOverRange: lacks(
    'A `for` over anything but a range is',
    'Count, and use the index: `for i in 0..a.len() { … a[i] … }`.',
  ),
  rangeAlone: lacks('A range by itself is', 'Ranges stand in `for i in 0..10` and in brackets: `&a[1..3]`.'),
  underscoreAlone: {
    message: 'in expressions, `_` can only be used on the left-hand side of an assignment',
    help: 'Write the value that is meant.',
  },
  returnWithoutValue: (type: string): Message => ({
    message: '`return;` in a function whose return type is not `()`',
    code: 'E0069',
    help: `The function promises a value: \`return …;\` with a \`${type}\`.`,
  }),
  notDisplay: (type: string): Message => ({
    message: `\`${type}\` doesn't implement \`std::fmt::Display\``,
    code: 'E0277',
    help: 'Use `{:?}` for arrays, tuples and structs with `#[derive(Debug)]`, or print its parts one by one.',
  }),
  notDebug: (type: string): Message => ({
    message: `\`${type}\` doesn't implement \`Debug\``,
    code: 'E0277',
    help: 'Put `#[derive(Debug)]` before the struct, or print its fields one by one.',
  }),
  notPointer: (type: string): Message => ({
    message: `the trait bound \`${type}: Pointer\` is not satisfied`,
    code: 'E0277',
    help: '`{:p}` prints an address: of a reference, `&x`, or of a pointer.',
  }),
  notInBase: (type: string, form: string): Message => ({
    message: `the trait bound \`${type}: ${FORM_TRAITS[form] ?? form}\` is not satisfied`,
    code: 'E0277',
    help: 'Only integers are printed in other bases.',
  }),

  // 2-resolve: lifetimes
  missingLifetime: (count: number, where: 'field' | 'none' | 'many'): Message => ({
    message: `missing lifetime specifier${count > 1 ? 's' : ''}`,
    code: 'E0106',
    help: LIFETIME_HELP[where],
  }),
  hiddenLifetime: {
    message: 'implicit elided lifetime not allowed here',
    code: 'E0726',
    help: "The type holds references: name their lifetime behind it, or write `<'_>`.",
  },
  undeclaredLifetime: (name: string): Message => ({
    message: `use of undeclared lifetime name \`${name}\``,
    code: 'E0261',
    help: `Declare it behind the name of the function or struct: \`<${name}>\`.`,
  }),
  capturedVariable: {
    message: "can't capture dynamic environment in a fn item",
    code: 'E0434',
    help: 'A function inside another one does not see its variables. Give it what it needs as a parameter.',
  },
  outerParameter: {
    message: "can't use generic parameters from outer item",
    code: 'E0401',
    help: 'An item inside of a function declares parameters of its own: write them behind its name.',
  },
  outerLifetime: {
    message: "can't use generic parameters from outer item",
    code: 'E0401',
    help: 'A function inside another one declares lifetimes of its own.',
  },
  parameterTwice: (name: string): Message => ({
    message: `the name \`${name}\` is already used for a generic parameter in this item's generic parameters`,
    code: 'E0403',
    help: 'Give the second one another name.',
  }),
  reservedLifetime: (name: string): Message => ({
    message: `invalid lifetime parameter name: \`${name}\``,
    code: 'E0262',
    help: 'Rust has given this name a meaning of its own. Use another one.',
  }),
  unusedParameter: (name: string): Message => ({
    message: `type parameter \`${name}\` is never used`,
    code: 'E0392',
    help: 'Remove it, or give a field a type that depends on it.',
  }),
  unusedLifetime: (name: string): Message => ({
    message: `lifetime parameter \`${name}\` is never used`,
    code: 'E0392',
    help: 'Remove it, or give it to a reference in a field.',
  }),
  lifetimeCount: (isStruct: boolean, expected: number, found: number): Message => ({
    message: `${isStruct ? 'struct' : 'builtin type'} takes ${countOf(expected)} but ${countOf(found)} ${found === 1 ? 'was' : 'were'} supplied`,
    code: 'E0107',
    help: 'Give it as many lifetimes as its declaration has, or leave them out.',
  }),

  // 3-check: patterns
  nonExhaustive: (value: string): Message => ({
    message: `non-exhaustive patterns: \`${value}\` not covered`,
    code: 'E0004',
    help: 'Add an arm for it, or one for everything else: `_ => …`.',
  }),
  refutable: {
    message: 'refutable pattern in local binding',
    code: 'E0005',
    help: 'Not every value fits this pattern. Use `match`, which has an arm for each.',
  },
  emptyRange: {
    message: 'lower range bound must be less than or equal to upper',
    code: 'E0030',
    help: 'Exchange the two numbers.',
  },

  // 3-check: initialisation
  uninitialised: (name: string, isEverAssigned: boolean): Message => ({
    message: `used binding \`${name}\` ${isEverAssigned ? 'is possibly-uninitialized' : "isn't initialized"}`,
    code: 'E0381',
    help: `Its bytes hold whatever was there before. Assign a value first: \`${name} = 42;\`.`,
  }),
  assignedTwice: (name: string): Message => ({
    message: `cannot assign twice to immutable variable \`${name}\``,
    code: 'E0384',
    help: `Declare it as \`let mut ${name}\` if it should change.`,
  }),

  assignedArgument: (name: string): Message => ({
    message: `cannot assign to immutable argument \`${name}\``,
    code: 'E0384',
    help: `Declare it as \`mut ${name}\` if it should change.`,
  }),
  cannotAssign: (why: string): Message => ({
    message: `cannot assign: ${why}`,
    code: 'E0594',
    help: 'Only what was declared with `mut`, or is reached by a `&mut`, can change.',
  }),
  cannotBorrow: (why: string): Message => ({
    message: `cannot borrow as mutable: ${why}`,
    code: 'E0596',
    help: 'Only what was declared with `mut`, or is reached by a `&mut`, can change.',
  }),
  usedAfterMove: (name: string, isPartial: boolean): Message => ({
    message: `use of ${isPartial ? 'partially ' : ''}moved value: \`${name}\``,
    code: 'E0382',
    help: 'Its value went elsewhere, and belongs there now. Use it before, or lend it with `&`.',
  }),
  moveOutOf: (what: string, code: 'E0507' | 'E0508'): Message => ({
    message: `cannot move out of ${what}`,
    code,
    help: 'The value would be missing there. Take a reference with `&`, or copy the parts you need.',
  }),

  cannotCompareWith: (left: string, right: string): Message => ({
    message: `can't compare \`${left}\` with \`${right}\``,
    code: 'E0277',
    help: 'One is a reference to the other’s type. Write `*` before it, or `&` before the other.',
  }),
  repeatMoves: (type: string): Message => ({
    message: `the trait bound \`${type}: Copy\` is not satisfied`,
    code: 'E0277',
    help: 'Each element would be the same value, and only one place can have it. Write the elements one by one.',
  }),
  mainTakes: {
    message: '`main` function has wrong type',
    code: 'E0580',
    help: 'The system calls `main` without arguments: `fn main()`.',
  },
  mainUnsafe: {
    message: '`main` function has wrong type',
    code: 'E0580',
    help: 'The system calls `main` from where nothing unsafe may be done. Leave `unsafe` out, and put it around what needs it: `unsafe { … }`.',
  },
  mainReturns: (type: string): Message => ({
    message: `\`main\` has invalid return type \`${type}\``,
    code: 'E0277',
    help: 'Nobody takes what `main` returns. Print it with `println!` instead.',
  }),

  // 3-check: returned
  returnsReference: (what: string): Message => ({
    message: `cannot return ${what}`,
    code: 'E0515',
    help: 'It is given back when the function ends, and the reference would lead to whatever comes there next. Return the value itself.',
  }),

  packedReference: {
    message: 'reference to packed field is unaligned',
    code: 'E0793',
    help: 'A reference leads to an address that fits its type, and in a packed struct a field may lie anywhere. Copy it first: `let x = p.x;`.',
  },

  unknownConstructor: (name: string, isStruct: boolean): Message => ({
    message: `cannot find ${isStruct ? 'struct, variant or union type' : 'tuple struct or tuple variant'} \`${name}\` in this scope`,
    code: isStruct ? 'E0422' : 'E0531',
    help: 'A pattern names a struct, or a variant with its enum before it: `Shape::Circle`.',
  }),
  constructorShape: (name: string): Message => ({
    message: `expected tuple struct or tuple variant, found struct variant \`${name}\``,
    code: 'E0164',
    help: `Its fields have names: write \`${name} { .. }\`.`,
  }),
  unitTakenApart: (name: string, isVariant: boolean): Message => ({
    message: `expected tuple struct or tuple variant, found unit ${isVariant ? 'variant' : 'struct'} \`${name}\``,
    code: 'E0532',
    help: `It has no fields: write \`${name}\` alone.`,
  }),
  patternFields: (name: string, expected: number, found: number): Message => ({
    message: `this pattern has ${found} ${found === 1 ? 'field' : 'fields'}, but \`${name}\` has ${expected}`,
    code: 'E0023',
    help: 'Write a pattern for each field: a name, `_`, or `..` for all that are left.',
  }),
  patternLacksField: (name: string, field: string): Message => ({
    message: `\`${name}\` does not have a field named \`${field}\``,
    code: 'E0026',
    help: 'Only what it has can be taken out of it: look at its definition.',
  }),
  patternFieldTwice: (field: string): Message => ({
    message: `field \`${field}\` bound multiple times in the pattern`,
    code: 'E0025',
    help: 'Leave one of the two out.',
  }),
  patternMisses: (fields: readonly string[]): Message => ({
    message: `pattern does not mention ${fields.length === 1 ? 'field' : 'fields'} ${fields.join(', ')}`,
    code: 'E0027',
    help: 'Name them too, or write `..` for all that are left.',
  }),
  patternLength: (given: number, length: number, hasRest: boolean): Message => ({
    message: `pattern requires ${hasRest ? 'at least ' : ''}${given} element${given === 1 ? '' : 's'} but array has ${length}`,
    code: hasRest ? 'E0528' : 'E0527',
    help: 'Name as many parts as the array has elements, or write `..` for all that are left.',
  }),
  sliceExpected: (type: string): Message => ({
    message: `expected an array or slice, found \`${type}\``,
    code: 'E0529',
    help: 'Brackets take an array or a slice apart, parentheses a tuple.',
  }),
  duplicateVariant: (name: string): Message => ({
    message: `the name \`${name}\` is defined multiple times`,
    code: 'E0428',
    help: 'Give one of the two variants another name.',
  }),
  discriminantTwice: (value: bigint): Message => ({
    message: `discriminant value \`${value}\` assigned more than once`,
    code: 'E0081',
    help: 'By this number the machine tells the variants apart: give each its own.',
  }),
  discriminantOverflows: (name: string, greatest: bigint): Message => ({
    message: `the discriminant of \`${name}\` does not fit`,
    code: 'E0370',
    help: `The greatest that there is room for is ${greatest}. Write a smaller one behind \`=\`.`,
  }),
  typeArguments: (name: string, expected: number, found: number): Message => ({
    message: `\`${name}\` takes ${expected} generic ${expected === 1 ? 'argument' : 'arguments'} but ${found} ${found === 1 ? 'was' : 'were'} supplied`,
    code: 'E0107',
    help:
      expected === 0
        ? 'Leave the angles out.'
        : `Write ${expected === 1 ? 'one type' : `${expected} types`} between \`<\` and \`>\`.`,
  }),

  // 3-check: values
  nullDereferenced: {
    message: 'dereferencing a null pointer',
    code: 'deref_nullptr',
    help: 'Address 0 is nobody’s, so that a forgotten address is noticed. Let the pointer lead to a variable: `&raw mut x`.',
  },
  shiftOverflow: (attempt: string, type: string): Message => ({
    message: `this arithmetic operation will overflow: attempt to ${attempt}, which would overflow`,
    code: 'arithmetic_overflow',
    help: `A \`${type}\` is shifted by at least 0 bits and by less than it has.`,
  }),
  willPanic: (attempt: string): Message => ({
    message: `this operation will panic at runtime: attempt to ${attempt}`,
    code: 'unconditional_panic',
    help: 'Divide by something that is not zero.',
  }),
  indexWillPanic: (length: number, index: bigint): Message => ({
    message: `this operation will panic at runtime: index out of bounds: the length is ${length} but the index is ${index}`,
    code: 'unconditional_panic',
    help: 'The first element has the index 0.',
  }),
  literalOutOfRange: (type: string, least: bigint, greatest: bigint): Message => ({
    message: `literal out of range for \`${type}\``,
    code: 'overflowing_literals',
    help: `\`${type}\` holds the values from ${least} to ${greatest}. Use a wider type or a smaller number.`,
  }),
  overflow: (attempt: string, result: bigint, type: string, least: bigint, greatest: bigint): Message => ({
    message: `this arithmetic operation will overflow: attempt to ${attempt}, which would overflow`,
    code: 'arithmetic_overflow',
    help: `The result, ${result}, does not fit \`${type}\`, which holds ${least} to ${greatest}. Use a wider type.`,
  }),

  // warnings
  unusedMut: (name: string): Message => ({
    message: 'variable does not need to be mutable',
    code: 'unused_mut',
    severity: 'warning',
    help: `Nothing assigns to \`${name}\` a second time; \`let ${name}\` is enough.`,
  }),
  noEffect: {
    message: 'path statement with no effect',
    code: 'path_statements',
    severity: 'warning',
    help: 'The value is loaded into a register and kept nowhere.',
  },
  unusedResult: (what: 'arithmetic' | 'unary'): Message => ({
    message: `unused ${what} operation that must be used`,
    code: 'unused_must_use',
    severity: 'warning',
    help: 'The result is computed in a register and kept nowhere. Store it with `let`.',
  }),
  endlessRecursion: {
    message: 'function cannot return without recursing',
    code: 'unconditional_recursion',
    severity: 'warning',
    help: 'Every call takes another frame of the stack, until the stack is used up.',
  },
} as const satisfies Readonly<Record<string, Message | ((...facts: never[]) => Message | string)>>

function lackingName(name: string): Message {
  return lacks(`\`${name}\` is`, 'Write it out of what there is: operators, conditions, loops.')
}

/** What to say where only the whole shows what was meant. */
export const MEANT = {
  tail: 'The `;` at the end of the last line throws its value away. Leave it out, and the function returns the value.',
  comparison: 'One `=` gives a variable another value. To compare, write `==`.',
}

function mismatchHelp(expected: string, found: string): string {
  return referenceHelp(expected, found) ?? lengthHelp(expected, found) ?? valueHelp(expected, found)
}

function referenceHelp(expected: string, found: string): string | undefined {
  if (expected.startsWith('&mut ') && found.startsWith('&') && !found.startsWith('&mut '))
    return 'A `&` lends a value for reading only. Write `&mut`, so that it may be changed.'
  if (expected.startsWith('&') === found.startsWith('&') || found === '()' || expected === '()')
    return undefined
  if (found.startsWith('&'))
    return 'A reference is the address of a value. Write `*` before it to get the value itself.'
  const borrow = expected.startsWith('&mut ') ? '&mut ' : '&'
  return `What is wanted is the address of a value. Write \`${borrow}\` before it, to lend it.`
}

function lengthHelp(expected: string, found: string): string | undefined {
  const [wanted, there] = [expected, found].map((type) => /^\[.*; (\d+)\]$/.exec(type)?.[1])
  if (wanted === undefined || there === undefined || wanted === there) return undefined
  return `How many elements an array has is part of its type: ${wanted} ${wanted === '1' ? 'is' : 'are'} wanted, and here ${there === '1' ? 'is' : 'are'} ${there}.`
}

function valueHelp(expected: string, found: string): string {
  if (expected === '()') return 'A function here returns nothing. End the statement with `;`.'
  if (found === '()') return 'A call or an assignment gives no value. Write it as a statement of its own.'
  if (expected === 'bool') return 'A `bool` is `true` or `false`, never a number.'
  if (found === 'bool') return 'A `bool` is not a number. Declare the variable as `bool`, or write 1 or 0.'
  if (expected === 'char' || found === 'char')
    return "A `char` is not a number: `'7'` and `7` are different values."
  return 'Rust never converts one integer type into another by itself. Give both the same type.'
}

const LIFETIME_HELP = {
  field: "A struct that holds a reference says how long it may: `struct S<'a> { r: &'a i32 }`.",
  none: "There is no parameter that it could be borrowed from. What lives for the whole run is `&'static`.",
  many: "Say which parameter it is borrowed from: `fn f<'a>(x: &'a i32, y: &i32) -> &'a i32`.",
}

const countOf = (count: number) => `${count} lifetime argument${count === 1 ? '' : 's'}`

const FORM_TRAITS: Readonly<Record<string, string>> = {
  x: 'LowerHex',
  X: 'UpperHex',
  b: 'Binary',
  o: 'Octal',
}

function primitiveCast(type: string): boolean {
  return /^(?:[ui](?:8|16|32|64|size)|bool|char|[&*].*)$/.test(type)
}

function cannotOperateText(verb: string, left: string, right: string): string {
  const [first, second] = [`\`${left}\``, `\`${right}\``]
  if (verb.startsWith('add')) return `cannot ${verb} ${second} to ${first}`
  if (verb.startsWith('subtract')) return `cannot ${verb} ${second} from ${first}`
  if (verb.startsWith('multiply') || verb.startsWith('divide')) return `cannot ${verb} ${first} by ${second}`
  if (verb.startsWith('calculate')) return `cannot ${verb} ${first} divided by ${second}`
  return `no implementation for \`${first} ${verb} ${second}\``
}
