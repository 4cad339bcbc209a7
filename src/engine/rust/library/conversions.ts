import { INTEGER_TYPES, type IntegerType } from '../1-parse/syntax.ts'

/** What keeps its value whatever it is (Rust's `core::convert::num`): from, and to. */
const LOSSLESS: readonly (readonly [from: string, to: string])[] = [
  ['bool', 'u8 u16 u32 u64 usize i8 i16 i32 i64 isize'],
  ['u8', 'char u16 u32 u64 usize i16 i32 i64 isize'],
  ['u16', 'u32 u64 usize i32 i64'],
  ['u32', 'u64 i64'],
  ['i8', 'i16 i32 i64 isize'],
  ['i16', 'i32 i64 isize'],
  ['i32', 'i64'],
  ['char', 'u32 u64'],
]

/** Implementations of `From` between primitive types, in the course's own Rust. */
/** Integers that floating-point numbers have bits enough for. */
const TO_FLOATS: typeof LOSSLESS = [
  ['bool', 'f32 f64'],
  ['u8', 'f32 f64'],
  ['u16', 'f32 f64'],
  ['i8', 'f32 f64'],
  ['i16', 'f32 f64'],
  ['u32', 'f64'],
  ['i32', 'f64'],
  ['f32', 'f64'],
]

export const FLOAT_CONVERSIONS = TO_FLOATS.flatMap(([from, targets]) =>
  targets.split(' ').map((to) => {
    const value = from === 'bool' ? `value as u8 as ${to}` : `value as ${to}`
    return `impl super::convert::From<${from}> for ${to} { fn from(value: ${from}) -> ${to} { ${value} } }`
  }),
).join('\n')

export const CONVERSIONS = LOSSLESS.flatMap(([from, targets]) =>
  targets
    .split(' ')
    .map((to) => `    impl From<${from}> for ${to} { fn from(value: ${from}) -> ${to} { value as ${to} } }`),
).join('\n')

const isLossless = (from: string, to: string): boolean =>
  from === to || LOSSLESS.some(([source, targets]) => source === from && targets.split(' ').includes(to))

function attempt(from: IntegerType, to: IntegerType): string {
  const isCertain = isLossless(from, to)
  const body = isCertain
    ? `Ok(value as ${to})`
    : `let result = value as ${to};
        if result as ${from} == value && (result < 0) == (value < 0) { Ok(result) } else { Err(TryFromIntError(())) }`
  const error = isCertain ? 'super::convert::Infallible' : 'TryFromIntError'
  return `impl super::convert::TryFrom<${from}> for ${to} {
    type Error = ${error};
    fn try_from(value: ${from}) -> Result<${to}, ${error}> {
        ${body}
    }
}`
}

/** Implementations of `TryFrom` between integers, and from `u32` to `char`, as items of the library's module `num`. */
export const ATTEMPTS = [
  {
    names: ['try_from', 'try_into', 'TryFromIntError', 'CharTryFromError'],
    text: () =>
      [TRY_ERRORS, ...INTEGER_TYPES.flatMap((from) => INTEGER_TYPES.map((to) => attempt(from, to)))].join(
        '\n',
      ),
    words: ['from_u32'],
  },
]

const TRY_ERRORS = `
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TryFromIntError(());

impl super::fmt::Display for TryFromIntError {
    fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
        write!(f, "out of range integral type conversion attempted")
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CharTryFromError(());

impl super::fmt::Display for CharTryFromError {
    fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
        write!(f, "converted integer out of range for \`char\`")
    }
}

impl super::convert::TryFrom<u32> for char {
    type Error = CharTryFromError;
    fn try_from(value: u32) -> Result<char, CharTryFromError> {
        match <char>::from_u32(value) {
            Some(character) => Ok(character),
            None => Err(CharTryFromError(())),
        }
    }
}`
