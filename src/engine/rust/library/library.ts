import type { Tree } from '@lezer/common'
import { buildProgram } from '../1-parse/build-program.ts'
import { parser } from '../1-parse/parser.generated.ts'
import type { Program } from '../1-parse/syntax.ts'

/** The standard library, as far as its types go, in the course's own Rust. */
export const LIBRARY = `
pub mod option {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Option<T> {
        None,
        Some(T),
    }

    impl<T> Option<T> {
        pub fn is_some(&self) -> bool {
            match self {
                Some(_) => true,
                None => false,
            }
        }

        pub fn is_none(&self) -> bool {
            !self.is_some()
        }

        pub fn unwrap(self) -> T {
            match self {
                Some(value) => value,
                None => panic!("called \`Option::unwrap()\` on a \`None\` value"),
            }
        }

        pub fn unwrap_or(self, default: T) -> T {
            match self {
                Some(value) => value,
                None => default,
            }
        }

        pub fn as_ref(&self) -> Option<&T> {
            match self {
                Some(value) => Some(value),
                None => None,
            }
        }

        pub fn as_mut(&mut self) -> Option<&mut T> {
            match self {
                Some(value) => Some(value),
                None => None,
            }
        }

        pub fn take(&mut self) -> Option<T> {
            let mut taken = None;
            std::mem::swap(self, &mut taken);
            taken
        }

        pub fn replace(&mut self, value: T) -> Option<T> {
            let mut replaced = Some(value);
            std::mem::swap(self, &mut replaced);
            replaced
        }

        pub fn insert(&mut self, value: T) -> &mut T {
            *self = Some(value);
            self.as_mut().unwrap()
        }

        pub fn get_or_insert(&mut self, value: T) -> &mut T {
            if self.is_none() {
                *self = Some(value);
            }
            self.as_mut().unwrap()
        }

        pub fn or(self, other: Option<T>) -> Option<T> {
            match self {
                Some(value) => Some(value),
                None => other,
            }
        }

        pub fn xor(self, other: Option<T>) -> Option<T> {
            match (self, other) {
                (Some(value), None) => Some(value),
                (None, Some(value)) => Some(value),
                _ => None,
            }
        }

        pub fn and<U>(self, other: Option<U>) -> Option<U> {
            match self {
                Some(_) => other,
                None => None,
            }
        }

        pub fn zip<U>(self, other: Option<U>) -> Option<(T, U)> {
            match (self, other) {
                (Some(one), Some(two)) => Some((one, two)),
                _ => None,
            }
        }

        pub fn ok_or<E>(self, error: E) -> Result<T, E> {
            match self {
                Some(value) => Ok(value),
                None => Err(error),
            }
        }
    }

    impl<T: Copy> Option<&T> {
        pub fn copied(self) -> Option<T> {
            match self {
                Some(value) => Some(*value),
                None => None,
            }
        }
    }

    impl<T> Option<Option<T>> {
        pub fn flatten(self) -> Option<T> {
            match self {
                Some(inner) => inner,
                None => None,
            }
        }
    }
}

pub mod result {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Result<T, E> {
        Ok(T),
        Err(E),
    }

    impl<T, E> Result<T, E> {
        pub fn is_ok(&self) -> bool {
            match self {
                Ok(_) => true,
                Err(_) => false,
            }
        }

        pub fn is_err(&self) -> bool {
            !self.is_ok()
        }

        pub fn ok(self) -> Option<T> {
            match self {
                Ok(value) => Some(value),
                Err(_) => None,
            }
        }

        pub fn err(self) -> Option<E> {
            match self {
                Ok(_) => None,
                Err(error) => Some(error),
            }
        }

        pub fn unwrap_or(self, default: T) -> T {
            match self {
                Ok(value) => value,
                Err(_) => default,
            }
        }

        pub fn as_ref(&self) -> Result<&T, &E> {
            match self {
                Ok(value) => Ok(value),
                Err(error) => Err(error),
            }
        }

        pub fn as_mut(&mut self) -> Result<&mut T, &mut E> {
            match self {
                Ok(value) => Ok(value),
                Err(error) => Err(error),
            }
        }
    }

    impl<T, E: Debug> Result<T, E> {
        pub fn unwrap(self) -> T {
            match self {
                Ok(value) => value,
                Err(error) => panic!("called \`Result::unwrap()\` on an \`Err\` value: {:?}", error),
            }
        }
    }

    impl<T: Debug, E> Result<T, E> {
        pub fn unwrap_err(self) -> E {
            match self {
                Ok(value) => panic!("called \`Result::unwrap_err()\` on an \`Ok\` value: {:?}", value),
                Err(error) => error,
            }
        }
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

pub mod ops {
    pub trait Drop {
        fn drop(&mut self);
    }
}

pub use ops::Drop;
pub use option::Option::{self, None, Some};
pub use result::Result::{self, Err, Ok};
`

let tree: Tree | undefined

/**
 * Its modules, and at the top what every program has without asking for it: the prelude. It is parsed once; its syntax
 * tree is a new one for each program, as inference writes into it.
 */
export function library(): Program {
  tree ??= parser.parse(LIBRARY)
  return buildProgram(tree, LIBRARY)
}
