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
export const CONVERSIONS = LOSSLESS.flatMap(([from, targets]) =>
  targets
    .split(' ')
    .map((to) => `    impl From<${from}> for ${to} { fn from(value: ${from}) -> ${to} { value as ${to} } }`),
).join('\n')
