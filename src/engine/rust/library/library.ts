import { buildProgram } from '../1-parse/build-program.ts'
import { parser } from '../1-parse/parser.generated.ts'
import type { Program } from '../1-parse/syntax.ts'

/** The standard library, as far as its types go, in the course's own Rust. */
const SOURCE = `
pub mod option {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Option<T> {
        None,
        Some(T),
    }
}

pub mod result {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Result<T, E> {
        Ok(T),
        Err(E),
    }
}

pub mod cmp {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[repr(i8)]
    pub enum Ordering {
        Less = -1,
        Equal = 0,
        Greater = 1,
    }
}

pub use option::Option::{self, None, Some};
pub use result::Result::{self, Err, Ok};
`

let parsed: Program | undefined

/** Its modules, and at the top what every program has without asking for it: the prelude. */
export function library(): Program {
  parsed ??= buildProgram(parser.parse(SOURCE), SOURCE)
  return parsed
}
