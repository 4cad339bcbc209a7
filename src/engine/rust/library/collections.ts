import { ANY, WRITE } from './any.ts'
import { CELL } from './cell.ts'
import { DEQUE } from './deque.ts'
import { ERROR } from './error.ts'
import { FORMATTING } from './formatting.ts'
import { HASH } from './hash.ts'
import { INTRINSICS } from './intrinsics.ts'
import { ITER } from './iter.ts'
import { MAPS } from './maps.ts'
import { RANGES } from './ranges.ts'
import { RAW } from './raw.ts'
import { RC } from './rc.ts'
import { SLICE } from './slice.ts'
import { STRING } from './string.ts'
import { TEXTS } from './texts.ts'
import { VEC } from './vec.ts'
import { EXTRAS, type Extra } from './needs.ts'

const PRELUDE = `
pub use iter::{DoubleEndedIterator, ExactSizeIterator, Extend, FromIterator, IntoIterator, Iterator};
pub use string::{String, ToString};
pub use vec::Vec;
`

/** Whatever holds many things, or gives one after the other: programs of numbers alone need none of it. */
const MANY = [INTRINSICS, RANGES, SLICE, VEC, TEXTS, STRING, ITER, ERROR, FORMATTING, PRELUDE].join('')

/** What is long, or rarely needed. */
const TEXTS_OF: Readonly<Record<Extra, () => string>> = {
  maps: () => HASH + within('collections', MAPS),
  raw: () => RAW,
  any: () => ANY,
  write: () => WRITE,
}

/**
 * What stands behind the core of the library for a program that needs many things. What is shared is asked for by its
 * module's name, `rc` or `cell`.
 */
export function collectionsText(extras: readonly Extra[]): string {
  return MANY + CELL + RC + within('collections', DEQUE) + extras.map((each) => TEXTS_OF[each]()).join('')
}

function within(module: string, items: string): string {
  return `pub mod ${module} {${items}}\n`
}

/** What every slice and text has without the library, or what programs of numbers name for something else. */
const ELSEWHERE =
  'len is_empty as_ptr as_mut_ptr read write add sub start end next new fmt eq clone default from drop deref'

/** Words of a program that may mean something in there. */
export function collectionNames(): readonly string[] {
  return [...(MANY + DEQUE).matchAll(/\b(?:fn|struct|enum|trait|union) (\w+)/g)]
    .map(([, name]) => name!)
    .concat(Object.values(EXTRAS).join(' ').split(' '))
    .concat('vec', 'rc', 'cell', 'format', 'collections', 'to_uppercase', 'to_lowercase')
    .filter((name) => !ELSEWHERE.split(' ').includes(name))
}
