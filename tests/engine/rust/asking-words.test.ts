import { describe, expect, it } from 'vitest'
import { parse } from '#engine/rust/1-parse/parse.ts'
import { needsCollections, needsParts } from '#engine/rust/library/needs.ts'

const asks = (source: string): boolean => {
  const parsed = parse(source)
  if (!parsed.ok) throw new Error(parsed.diagnostics[0]?.message)
  return needsCollections(parsed.words) || needsParts(parsed.words)
}

describe('what asks for the long texts of the library', () => {
  it.each([
    'fn main() { let value = 1; let count = value; let mut index: usize = count; index += 1; }',
    'struct Point { min: u8, max: u8 } fn main() { let p = Point { min: 1, max: 2 }; let d = p.max - p.min; }',
    'fn sum(first: u8, last: u8) -> u8 { first + last } fn main() { let product = sum(1, 2); }',
  ])('names of the program’s own do not: %s', (source) => expect(asks(source)).toBe(false))

  it.each([
    'fn main() { let a = [1, 2].iter().sum::<i32>(); }',
    'use std::cmp::max; fn main() { let a = max(1, 2); }',
    'use std::cmp::*; fn main() { let a = max(1, 2); }',
    'use std::{cmp::{max, min}}; fn main() { let a = max(1, min(2, 3)); }',
    'fn main() { let f = i32::pow; }',
    'fn main() { let a = vec![1]; }',
    'fn main() { let x: f64 = 1.0; }',
    'fn take(of: &Vec<u8>) {} fn main() {}',
  ])('calls, paths, imports, macros and types do: %s', (source) => expect(asks(source)).toBe(true))
})
