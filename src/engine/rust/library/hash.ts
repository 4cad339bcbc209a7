import { INTEGER_TYPES } from '../1-parse/syntax.ts'
import { bitsOf, isSigned } from '../3-check/types.ts'

/** What a number of each type writes into a `Hasher`. */
const numbers = (write: (type: string, bytes: number, name: string) => string) =>
  INTEGER_TYPES.map((type) => write(type, bitsOf(type) / 8, `write_${type}`)).join('\n')

/** `Hash`, and SipHash-1-3, which is what Rust’s `DefaultHasher` computes (Aumasson and Bernstein, “SipHash”). */
export const HASH = `
pub mod hash {
    pub trait Hash {
        fn hash<H: Hasher>(&self, state: &mut H);
    }

    pub trait Hasher {
        fn finish(&self) -> u64;
        fn write(&mut self, bytes: &[u8]);
${numbers(
  (type, bytes, name) => `        fn ${name}(&mut self, value: ${type}) {
            self.write(super::intrinsics::slice(&value as *const ${type} as *const u8, ${bytes}));
        }`,
)}
    }

${numbers(
  (type, _, name) => `    impl Hash for ${type} {
        fn hash<H: Hasher>(&self, state: &mut H) {
            state.${name}(*self);
        }
    }`,
)}
    impl Hash for bool {
        fn hash<H: Hasher>(&self, state: &mut H) {
            state.write_u8(*self as u8);
        }
    }
    impl Hash for char {
        fn hash<H: Hasher>(&self, state: &mut H) {
            state.write_u32(*self as u32);
        }
    }
    impl Hash for str {
        fn hash<H: Hasher>(&self, state: &mut H) {
            state.write(self.as_bytes());
            state.write_u8(255);
        }
    }
    impl Hash for super::string::String {
        fn hash<H: Hasher>(&self, state: &mut H) {
            self.as_str().hash(state);
        }
    }
    impl<T: Hash> Hash for [T] {
        fn hash<H: Hasher>(&self, state: &mut H) {
            state.write_usize(self.len());
            for each in self {
                each.hash(state);
            }
        }
    }
    impl<T: Hash> Hash for super::vec::Vec<T> {
        fn hash<H: Hasher>(&self, state: &mut H) {
            self.as_slice().hash(state);
        }
    }
    impl<A: super::intrinsics::Array> Hash for A where A::Element: Hash {
        fn hash<H: Hasher>(&self, state: &mut H) {
            super::array::as_slice(self).hash(state);
        }
    }
    impl<T: Hash + ?Sized> Hash for &T {
        fn hash<H: Hasher>(&self, state: &mut H) {
            (**self).hash(state);
        }
    }
    impl<T: Hash> Hash for Box<T> {
        fn hash<H: Hasher>(&self, state: &mut H) {
            (**self).hash(state);
        }
    }
    impl Hash for () {
        fn hash<H: Hasher>(&self, state: &mut H) {}
    }
    impl<A: Hash, B: Hash> Hash for (A, B) {
        fn hash<H: Hasher>(&self, state: &mut H) {
            self.0.hash(state);
            self.1.hash(state);
        }
    }
    impl<A: Hash, B: Hash, C: Hash> Hash for (A, B, C) {
        fn hash<H: Hasher>(&self, state: &mut H) {
            self.0.hash(state);
            self.1.hash(state);
            self.2.hash(state);
        }
    }

    /** Two rounds more at the end than for each word in between: the “1-3” of its name. */
    #[derive(Clone)]
    pub struct DefaultHasher {
        v0: u64,
        v1: u64,
        v2: u64,
        v3: u64,
        /** Bytes that are no whole word yet, the first lowest. */
        tail: u64,
        length: usize,
    }

    impl DefaultHasher {
        pub fn new() -> DefaultHasher {
            DefaultHasher { v0: 0x736f6d6570736575, v1: 0x646f72616e646f6d, v2: 0x6c7967656e657261, v3: 0x7465646279746573, tail: 0, length: 0 }
        }

        fn round(&mut self) {
            self.v0 = self.v0.wrapping_add(self.v1);
            self.v1 = (self.v1 << 13 | self.v1 >> 51) ^ self.v0;
            self.v0 = self.v0 << 32 | self.v0 >> 32;
            self.v2 = self.v2.wrapping_add(self.v3);
            self.v3 = (self.v3 << 16 | self.v3 >> 48) ^ self.v2;
            self.v0 = self.v0.wrapping_add(self.v3);
            self.v3 = (self.v3 << 21 | self.v3 >> 43) ^ self.v0;
            self.v2 = self.v2.wrapping_add(self.v1);
            self.v1 = (self.v1 << 17 | self.v1 >> 47) ^ self.v2;
            self.v2 = self.v2 << 32 | self.v2 >> 32;
        }

        fn word(&mut self, word: u64) {
            self.v3 ^= word;
            self.round();
            self.v0 ^= word;
        }
    }

    impl Default for DefaultHasher {
        fn default() -> DefaultHasher {
            DefaultHasher::new()
        }
    }

    impl Hasher for DefaultHasher {
        fn write(&mut self, bytes: &[u8]) {
            for byte in bytes {
                let at = self.length & 7;
                self.tail |= (*byte as u64) << (8 * at);
                self.length += 1;
                if at == 7 {
                    self.word(self.tail);
                    self.tail = 0;
                }
            }
        }

        fn finish(&self) -> u64 {
            let mut last = self.clone();
            last.word((self.length as u64 & 255) << 56 | self.tail);
            last.v2 ^= 255;
            last.round();
            last.round();
            last.round();
            last.v0 ^ last.v1 ^ last.v2 ^ last.v3
        }
    }

    /** What maps use: they ask for less, and as often as anything is looked for. */
    pub struct MapHasher {
        state: u64,
    }

    impl MapHasher {
        pub fn new() -> MapHasher {
            MapHasher { state: 0 }
        }

        fn add(&mut self, word: u64) {
            self.state = ((self.state << 5 | self.state >> 59) ^ word).wrapping_mul(0x9e3779b97f4a7c15);
        }
    }

    impl Hasher for MapHasher {
        fn finish(&self) -> u64 {
            self.state ^ self.state >> 32
        }
        fn write(&mut self, bytes: &[u8]) {
            for byte in bytes {
                self.add(*byte as u64);
            }
        }
${INTEGER_TYPES.map(
  (type) => `        fn write_${type}(&mut self, value: ${type}) {
            self.add(value as ${isSigned(type) ? 'i64 as ' : ''}u64);
        }`,
).join('\n')}
    }

    /** As what a key may be looked for: a String as a str. (Rust’s Borrow.) */
    pub trait AsKey<T: ?Sized> {
        fn as_key(&self) -> &T;
    }
    impl<T: ?Sized> AsKey<T> for T {
        fn as_key(&self) -> &T {
            self
        }
    }
    impl<T: ?Sized> AsKey<T> for &T {
        fn as_key(&self) -> &T {
            *self
        }
    }
    impl AsKey<str> for super::string::String {
        fn as_key(&self) -> &str {
            self.as_str()
        }
    }
    impl<T> AsKey<[T]> for super::vec::Vec<T> {
        fn as_key(&self) -> &[T] {
            self.as_slice()
        }
    }
}
`
