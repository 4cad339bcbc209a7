/**
 * Everything the Rust compiler says to a reader, in one place, to be read as prose.
 *
 * `message` says what is wrong, in rustc's words where rustc has some; `help` says what to try.
 * Codes are rustc's: an error code, or the name of a lint.
 */

import type { Diagnostic } from '../diagnostic.ts'

export interface Message {
  readonly message: string
  readonly help?: string
  readonly code?: string
  readonly severity?: 'warning'
}

/** No more than these are given for one source. */
export const MOST_DIAGNOSTICS = 100

/** Says it at a place in the source. */
export function diagnose(span: { readonly from: number; readonly to: number }, said: Message): Diagnostic {
  return { severity: 'error', ...said, from: span.from, to: span.to }
}

// ── What the course's Rust does not have ────────────────────────────────────────────────────────────

const STRAIGHT =
  'Functions here run straight from their first statement to their last. Write out the statements you want to watch.'
const OPERATORS = 'The operators here are `+`, `-` and `*`, and `=`, `+=`, `-=` and `*=`.'
const NUMBERS_ONLY = 'The values here are integers, `bool` and `char`, each in a variable of its own.'
const VARIABLES = 'Keep each value in a variable of its own: `let first: u8 = 1;`, `let second: u8 = 2;`.'
const ITEMS = 'A program here is one or more functions: `fn example() { … }`.'
const BY_NAME =
  'Use the variable by its name; every variable already has an address, which the symbol table shows.'
const LOOK = 'No printing is needed: the symbol table and the bytes of RAM show the value of every variable.'
const SIMPLE_TYPE = 'The types here are `u8` to `u64`, `usize`, `i8` to `i64`, `isize`, `bool` and `char`.'

function lacks(what: string, help: string): Message {
  return { message: `${what} real Rust, but the course’s Rust does without.`, help }
}

/** By the name that the grammar gives the construct. */
export const refusals: Readonly<Record<string, Message>> = {
  IfExpression: lacks('`if` is', STRAIGHT),
  MatchExpression: lacks('`match` is', STRAIGHT),
  WhileExpression: lacks('`while` is', STRAIGHT),
  ForExpression: lacks('`for` is', STRAIGHT),
  LoopExpression: lacks('`loop` is', STRAIGHT),
  LabelledExpression: lacks('A labelled block is', STRAIGHT),
  BreakExpression: lacks('`break` is', STRAIGHT),
  ContinueExpression: lacks('`continue` is', STRAIGHT),
  ReturnExpression: lacks('`return` is', 'A function here ends at its closing brace and returns nothing.'),
  LetElse: lacks('`let … else` is', STRAIGHT),
  UnsafeBlock: lacks('An `unsafe` block is', BY_NAME),
  NestedBlock: lacks('A block inside a function is', 'Write its statements directly into the function.'),
  ClosureExpression: lacks(
    'A closure is',
    'Write a function, `fn helper() { … }`, and call it: `helper();`.',
  ),

  MacroDefinition: lacks('A macro is', ITEMS),
  StringLiteral: lacks('A string is', NUMBERS_ONLY),
  ByteLiteral: lacks('A byte literal is', "Write the number itself, with its type: `65u8` for `b'A'`."),
  FloatLiteral: lacks('A floating-point number is', NUMBERS_ONLY),
  TupleExpression: lacks('A tuple is', VARIABLES),
  ArrayExpression: lacks('An array is', VARIABLES),
  StructExpression: lacks('A struct value is', VARIABLES),
  PathExpression: lacks(
    'A path with `::` is',
    'There is no library here: only your own functions and variables.',
  ),
  FieldExpression: lacks(
    'A field or method is',
    'The values here are plain numbers, which are used with `+`, `-` and `*`.',
  ),
  IndexExpression: lacks('Indexing is', VARIABLES),
  TryExpression: lacks('The operator `?` is', OPERATORS),
  CastExpression: lacks(
    'A cast with `as` is',
    'Give both variables the same type, so that nothing has to be converted.',
  ),
  RangeExpression: lacks('A range is', NUMBERS_ONLY),
  ReferenceExpression: lacks('A reference is', BY_NAME),
  DereferenceExpression: lacks('Dereferencing with `*` is', BY_NAME),
  NotExpression: lacks('The operator `!` is', OPERATORS),
  DivisionOperator: lacks('Division is', OPERATORS),
  ShiftOperator: lacks('A shift is', OPERATORS),
  BitOperator: lacks('A bit operator is', OPERATORS),
  ComparisonOperator: lacks('A comparison is', OPERATORS),
  LogicOperator: lacks('A logic operator is', OPERATORS),
  RefusedAssignmentOperator: lacks('This assignment operator is', OPERATORS),

  WildcardPattern: lacks(
    'The pattern `_` is',
    'Give the variable a name, so that it gets a place in memory.',
  ),
  DestructuringPattern: lacks('Taking a value apart in `let` is', VARIABLES),
  ReferencePattern: lacks('A reference pattern is', 'Write a plain name: `let x: u8 = 42;`.'),

  ReferenceType: lacks('A reference type is', SIMPLE_TYPE),
  PointerType: lacks('A pointer type is', SIMPLE_TYPE),
  ArrayType: lacks('An array or slice type is', SIMPLE_TYPE),
  TupleType: lacks('A tuple type is', SIMPLE_TYPE),
  GenericType: lacks('A type with parameters is', SIMPLE_TYPE),
  PathType: lacks('A type with `::` is', SIMPLE_TYPE),
  FunctionType: lacks('A function type is', SIMPLE_TYPE),
  TraitType: lacks('A trait type is', SIMPLE_TYPE),

  GenericParameters: lacks('A generic function is', 'Write the function for the one type you want to watch.'),
  Parameters: lacks('A function with parameters is', 'Declare what it needs with `let` inside the function.'),
  ReturnType: lacks(
    'A function that returns a value is',
    'Keep the result in a variable and look at its bytes.',
  ),
  NestedFunction: lacks('A function inside a function is', 'Write it above or below this one.'),
  StructItem: lacks('`struct` is', ITEMS),
  EnumItem: lacks('`enum` is', ITEMS),
  TraitItem: lacks('`trait` is', ITEMS),
  ImplItem: lacks('`impl` is', ITEMS),
  ModuleItem: lacks('`mod` is', ITEMS),
  UseItem: lacks('`use` is', 'There is no library here to use: only your own functions and variables.'),
  ConstItem: lacks('`const` is', 'Declare a variable with `let` inside the function.'),
  StaticItem: lacks(
    '`static` is',
    'Declare a variable with `let` inside the function; it will live on the stack.',
  ),
  TypeAliasItem: lacks('`type` is', SIMPLE_TYPE),
  ExternItem: lacks('`extern` is', ITEMS),
  PublicItem: lacks('`pub` is', 'Leave the word out: everything here is in one file.'),
  AsyncItem: lacks('`async` is', 'Leave the word out: write `fn example() { … }`.'),
  UnsafeItem: lacks('`unsafe` is', 'Leave the word out: nothing here can be unsafe.'),
  Attribute: lacks('An attribute is', 'Leave the line out.'),
}

const OTHER_TYPES: Readonly<Record<string, string>> = {
  u128: 'The widest integers here, `u64` and `i64`, are as wide as a register.',
  i128: 'The widest integers here, `u64` and `i64`, are as wide as a register.',
  f32: SIMPLE_TYPE,
  f64: SIMPLE_TYPE,
  str: SIMPLE_TYPE,
  String: SIMPLE_TYPE,
}

/** A type that Rust has and the course's Rust has not. */
export function refusedType(name: string): Message | undefined {
  const help = Object.hasOwn(OTHER_TYPES, name) ? OTHER_TYPES[name] : undefined
  return help === undefined ? undefined : lacks(`\`${name}\` is`, help)
}

// ── Everything else, phase by phase ─────────────────────────────────────────────────────────────────

export const messages = {
  // 1-parse
  macroCall: (name: string): Message => lacks(`\`${name}!\` is`, LOOK),
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
    help: 'The course’s Rust has no strings: keep numbers in variables, such as `let x: u8 = 42;`.',
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
  foreignFunctionName: (name: string): Message => ({
    message: `the function name \`${name}\` cannot become a label in assembly`,
    help: 'Use only the letters a to z, digits and `_` for the names of functions.',
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
  undeclaredFunction: (name: string, nearest: string | undefined): Message => ({
    message: `cannot find function \`${name}\` in this scope`,
    code: 'E0425',
    help: nearest
      ? `A function with a similar name exists: \`${nearest}\`.`
      : `Write it above or below this function: \`fn ${name}() { … }\`.`,
  }),
  unknownType: (name: string, nearest: string | undefined): Message => ({
    message: `cannot find type \`${name}\` in this scope`,
    code: 'E0425',
    help: nearest ? `Did you mean \`${nearest}\`?` : SIMPLE_TYPE,
  }),
  functionAsValue: (name: string): Message =>
    lacks(`Using the function \`${name}\` as a value is`, `To call it, write \`${name}();\`.`),

  // 3-check: types
  mismatched: (expected: string, found: string): Message => ({
    message: `mismatched types: expected \`${expected}\`, found ${found === 'integer' ? found : `\`${found}\``}`,
    code: 'E0308',
    help: mismatchHelp(expected, found),
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
    help: 'Arithmetic needs two integers of the same type.',
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
  tooManyArguments: (argumentCount: number): Message => ({
    message: `this function takes 0 arguments but ${argumentCount} argument${argumentCount === 1 ? ' was' : 's were'} supplied`,
    code: 'E0061',
    help: 'Functions here have no parameters. Leave the parentheses empty.',
  }),
  typeNeeded: (name: string, code: 'E0282' | 'E0283' | 'E0284'): Message => ({
    message: 'type annotations needed',
    code,
    help: `Nothing says what \`${name}\` is. Give it a type, \`let ${name}: u8;\`, or a value.`,
  }),
  unitVariable: (name: string): Message =>
    lacks(
      `A variable of type \`()\`, as \`${name}\` would be, is`,
      'It would occupy no bytes at all. Write the call or assignment as a statement of its own.',
    ),

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

  // 3-check: values
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

function mismatchHelp(expected: string, found: string): string {
  if (expected === '()') return 'A function here returns nothing. End the statement with `;`.'
  if (found === '()') return 'A call or an assignment gives no value. Write it as a statement of its own.'
  if (expected === 'bool') return 'A `bool` is `true` or `false`, never a number.'
  if (found === 'bool') return 'A `bool` is not a number. Declare the variable as `bool`, or write 1 or 0.'
  if (expected === 'char' || found === 'char')
    return "A `char` is not a number: `'7'` and `7` are different values."
  return 'Rust never converts one integer type into another by itself. Give both the same type.'
}

function cannotOperateText(verb: string, left: string, right: string): string {
  const [first, second] = [`\`${left}\``, `\`${right}\``]
  if (verb.startsWith('add')) return `cannot ${verb} ${second} to ${first}`
  if (verb.startsWith('subtract')) return `cannot ${verb} ${second} from ${first}`
  return `cannot ${verb} ${first} by ${second}`
}
