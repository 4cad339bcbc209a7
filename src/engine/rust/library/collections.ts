import { CELL } from './cell.ts'
import { DEQUE } from './deque.ts'
import { INTRINSICS } from './intrinsics.ts'
import { ITER } from './iter.ts'
import { RANGES } from './ranges.ts'
import { RC } from './rc.ts'
import { SLICE } from './slice.ts'
import { STRING } from './string.ts'
import { TEXTS } from './texts.ts'
import { VEC } from './vec.ts'

const PRELUDE = `
pub use iter::{DoubleEndedIterator, ExactSizeIterator, Extend, FromIterator, IntoIterator, Iterator};
pub use string::{String, ToString};
pub use vec::Vec;
`

/** Whatever holds many things, or gives one after the other: programs of numbers alone need none of it. */
const MANY = [INTRINSICS, RANGES, SLICE, VEC, TEXTS, STRING, ITER, DEQUE, PRELUDE].join('')

/** What is shared is asked for by its module's name, `rc` or `cell`. */
export const COLLECTIONS = MANY + CELL + RC

/** What every slice and text has without the library, or what programs of numbers name for something else. */
const ELSEWHERE =
  'len is_empty as_ptr as_mut_ptr read write add sub start end next new fmt eq clone default from drop deref'

/** Stands among a program’s words if it goes over something, or has a range that is a value. */
const ITERATED = '..'

const NAMED: ReadonlySet<string> = new Set(
  [...MANY.matchAll(/\b(?:fn|struct|enum|trait|union) (\w+)/g)]
    .map(([, name]) => name!)
    .concat('vec', 'rc', 'cell', 'format', 'collections', ITERATED)
    .filter((name) => !ELSEWHERE.split(' ').includes(name)),
)

/** Whether one of a program's words may mean something in there. */
export function needsCollections(words: ReadonlySet<string>): boolean {
  for (const word of words) if (NAMED.has(word)) return true
  return false
}
