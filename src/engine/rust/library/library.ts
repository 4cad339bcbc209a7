import { buildHeads } from '../1-parse/build-program.ts'
import type { Block, FunctionItem, Program } from '../1-parse/syntax.ts'
import { CONVERSIONS } from './conversions.ts'
import { collectionsText } from './collections.ts'
import { extrasFor, needsCollections, needsParts, type Extra } from './needs.ts'
import { partsFor } from './parts.ts'
import { TEXT } from './str.ts'

/** The standard library, as far as its types go, in the course's own Rust. */
const CORE = `
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

        pub fn expect(self, message: &str) -> T {
            match self {
                Some(value) => value,
                None => panic!("{}", message),
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

    impl<T> Option<T> {
        pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Option<U> {
            match self {
                Some(value) => Some(f(value)),
                None => None,
            }
        }

        pub fn inspect<F: FnOnce(&T)>(self, f: F) -> Option<T> {
            if let Some(value) = &self {
                f(value);
            }
            self
        }

        pub fn and_then<U, F: FnOnce(T) -> Option<U>>(self, f: F) -> Option<U> {
            match self {
                Some(value) => f(value),
                None => None,
            }
        }

        pub fn map_or<U, F: FnOnce(T) -> U>(self, default: U, f: F) -> U {
            match self {
                Some(value) => f(value),
                None => default,
            }
        }

        pub fn map_or_else<U, D: FnOnce() -> U, F: FnOnce(T) -> U>(self, default: D, f: F) -> U {
            match self {
                Some(value) => f(value),
                None => default(),
            }
        }

        pub fn unwrap_or_else<F: FnOnce() -> T>(self, default: F) -> T {
            match self {
                Some(value) => value,
                None => default(),
            }
        }

        pub fn or_else<F: FnOnce() -> Option<T>>(self, other: F) -> Option<T> {
            match self {
                Some(value) => Some(value),
                None => other(),
            }
        }

        pub fn ok_or_else<E, F: FnOnce() -> E>(self, error: F) -> Result<T, E> {
            match self {
                Some(value) => Ok(value),
                None => Err(error()),
            }
        }

        pub fn filter<P: FnOnce(&T) -> bool>(self, keep: P) -> Option<T> {
            if let Some(value) = self {
                if keep(&value) {
                    return Some(value);
                }
            }
            None
        }

        pub fn is_some_and<F: FnOnce(T) -> bool>(self, f: F) -> bool {
            match self {
                Some(value) => f(value),
                None => false,
            }
        }

        pub fn is_none_or<F: FnOnce(T) -> bool>(self, f: F) -> bool {
            match self {
                Some(value) => f(value),
                None => true,
            }
        }

        pub fn get_or_insert_with<F: FnOnce() -> T>(&mut self, f: F) -> &mut T {
            if self.is_none() {
                *self = Some(f());
            }
            self.as_mut().unwrap()
        }

        pub fn take_if<P: FnOnce(&mut T) -> bool>(&mut self, wanted: P) -> Option<T> {
            let is_wanted = match self {
                Some(value) => wanted(value),
                None => false,
            };
            if is_wanted { self.take() } else { None }
        }
    }

    impl<T: Default> Option<T> {
        pub fn unwrap_or_default(self) -> T {
            match self {
                Some(value) => value,
                None => T::default(),
            }
        }
    }

    impl<T: super::ops::Deref> Option<T> {
        pub fn as_deref(&self) -> Option<&T::Target> {
            match self {
                Some(value) => Some(value.deref()),
                None => None,
            }
        }
    }

    impl<T: super::ops::DerefMut> Option<T> {
        pub fn as_deref_mut(&mut self) -> Option<&mut T::Target> {
            match self {
                Some(value) => Some(value.deref_mut()),
                None => None,
            }
        }
    }

    impl<T: Clone> Option<&T> {
        pub fn cloned(self) -> Option<T> {
            match self {
                Some(value) => Some(value.clone()),
                None => None,
            }
        }
    }

    impl<T, E> Option<Result<T, E>> {
        pub fn transpose(self) -> Result<Option<T>, E> {
            match self {
                Some(Ok(value)) => Ok(Some(value)),
                Some(Err(error)) => Err(error),
                None => Ok(None),
            }
        }
    }

    impl<T> Option<T> {
        pub fn iter(&self) -> super::iter::Once<&T> {
            self.into_iter()
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

    impl<T, E> Result<T, E> {
        fn with_error<F: From<E>>(self) -> Result<T, F> {
            match self {
                Ok(value) => Ok(value),
                Err(error) => Err(F::from(error)),
            }
        }
    }

    impl<T, E> Result<T, E> {
        pub fn map<U, F: FnOnce(T) -> U>(self, f: F) -> Result<U, E> {
            match self {
                Ok(value) => Ok(f(value)),
                Err(error) => Err(error),
            }
        }

        pub fn map_err<G, F: FnOnce(E) -> G>(self, f: F) -> Result<T, G> {
            match self {
                Ok(value) => Ok(value),
                Err(error) => Err(f(error)),
            }
        }

        pub fn map_or<U, F: FnOnce(T) -> U>(self, default: U, f: F) -> U {
            match self {
                Ok(value) => f(value),
                Err(_) => default,
            }
        }

        pub fn map_or_else<U, D: FnOnce(E) -> U, F: FnOnce(T) -> U>(self, default: D, f: F) -> U {
            match self {
                Ok(value) => f(value),
                Err(error) => default(error),
            }
        }

        pub fn and<U>(self, other: Result<U, E>) -> Result<U, E> {
            match self {
                Ok(_) => other,
                Err(error) => Err(error),
            }
        }

        pub fn and_then<U, F: FnOnce(T) -> Result<U, E>>(self, f: F) -> Result<U, E> {
            match self {
                Ok(value) => f(value),
                Err(error) => Err(error),
            }
        }

        pub fn or<G>(self, other: Result<T, G>) -> Result<T, G> {
            match self {
                Ok(value) => Ok(value),
                Err(_) => other,
            }
        }

        pub fn or_else<G, F: FnOnce(E) -> Result<T, G>>(self, f: F) -> Result<T, G> {
            match self {
                Ok(value) => Ok(value),
                Err(error) => f(error),
            }
        }

        pub fn unwrap_or_else<F: FnOnce(E) -> T>(self, f: F) -> T {
            match self {
                Ok(value) => value,
                Err(error) => f(error),
            }
        }

        pub fn is_ok_and<F: FnOnce(T) -> bool>(self, f: F) -> bool {
            match self {
                Ok(value) => f(value),
                Err(_) => false,
            }
        }

        pub fn is_err_and<F: FnOnce(E) -> bool>(self, f: F) -> bool {
            match self {
                Ok(_) => false,
                Err(error) => f(error),
            }
        }
    }

    impl<T, E> Result<Option<T>, E> {
        pub fn transpose(self) -> Option<Result<T, E>> {
            match self {
                Ok(Some(value)) => Some(Ok(value)),
                Ok(None) => None,
                Err(error) => Some(Err(error)),
            }
        }
    }

    impl<T: Default, E> Result<T, E> {
        pub fn unwrap_or_default(self) -> T {
            match self {
                Ok(value) => value,
                Err(_) => T::default(),
            }
        }
    }

    impl<T: super::ops::Deref, E> Result<T, E> {
        pub fn as_deref(&self) -> Result<&T::Target, &E> {
            match self {
                Ok(value) => Ok(value.deref()),
                Err(error) => Err(error),
            }
        }
    }

    impl<T, E: super::fmt::Debug> Result<T, E> {
        pub fn expect(self, message: &str) -> T {
            match self {
                Ok(value) => value,
                Err(error) => panic!("{}: {:?}", message, error),
            }
        }
        pub fn unwrap(self) -> T {
            match self {
                Ok(value) => value,
                Err(error) => panic!("called \`Result::unwrap()\` on an \`Err\` value: {:?}", error),
            }
        }
    }

    impl<T: super::fmt::Debug, E> Result<T, E> {
        pub fn expect_err(self, message: &str) -> E {
            match self {
                Ok(value) => panic!("{}: {:?}", message, value),
                Err(error) => error,
            }
        }
        pub fn unwrap_err(self) -> E {
            match self {
                Ok(value) => panic!("called \`Result::unwrap_err()\` on an \`Ok\` value: {:?}", value),
                Err(error) => error,
            }
        }
    }
}

pub mod fmt {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub struct Error;
    impl Display for Error {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result {
            write!(f, "an error occurred when formatting an argument")
        }
    }
    pub type Result = super::result::Result<(), Error>;

    /** What the format string asks for. */
    #[repr(C)]
    pub struct Formatter<'a> {
        flags: u64,
        width: u64,
        fill: u64,
        rest: Option<&'a u8>,
    }

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Alignment {
        Left,
        Right,
        Center,
    }

    impl<'a> Formatter<'a> {
        pub fn alternate(&self) -> bool {
            self.flags & 4 != 0
        }
        pub fn sign_minus(&self) -> bool {
            false
        }
        pub fn sign_aware_zero_pad(&self) -> bool {
            self.flags & 8 != 0
        }
        pub fn width(&self) -> Option<usize> {
            if self.width == 0 { None } else { Some(self.width as usize) }
        }
        pub fn precision(&self) -> Option<usize> {
            let precision = self.flags >> 8;
            if precision == 0 { None } else { Some((precision - 1) as usize) }
        }
        pub fn fill(&self) -> char {
            unsafe { *(&self.fill as *const u64 as *const char) }
        }
        pub fn align(&self) -> Option<Alignment> {
            match self.flags >> 5 & 3 {
                1 => Some(Alignment::Left),
                2 => Some(Alignment::Center),
                3 => Some(Alignment::Right),
                _ => None,
            }
        }
        pub fn write_str(&mut self, text: &str) -> Result {
            write!(self, "{}", text)
        }
        pub fn write_char(&mut self, character: char) -> Result {
            write!(self, "{}", character)
        }
        /** As wide as the format string asks. */
        pub fn pad(&mut self, text: &str) -> Result {
            Display::fmt(text, self)
        }
        /** How much of the room that is left comes first. */
        pub fn before(&self, missing: usize, is_number: bool) -> usize {
            match self.align() {
                Some(Alignment::Left) => 0,
                Some(Alignment::Center) => missing / 2,
                Some(Alignment::Right) => missing,
                None => if is_number { missing } else { 0 },
            }
        }
        pub fn sign_plus(&self) -> bool {
            self.flags & 2 != 0
        }
    }

    pub trait Display {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    pub trait Debug {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    pub trait LowerExp {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
    pub trait UpperExp {
        fn fmt(&self, f: &mut Formatter<'_>) -> Result;
    }
}

pub mod process {
    fn exit_process(code: i32) -> !;

    pub fn exit(code: i32) -> ! {
        exit_process(code)
    }

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct ExitCode(u8);
    impl ExitCode {
        pub const SUCCESS: ExitCode = ExitCode(0);
        pub const FAILURE: ExitCode = ExitCode(1);
    }
    impl super::convert::From<u8> for ExitCode {
        fn from(code: u8) -> ExitCode {
            ExitCode(code)
        }
    }

    /** What a program may give back. */
    pub trait Termination {
        fn report(self) -> i32;
    }
    impl Termination for () {
        fn report(self) -> i32 {
            0
        }
    }
    impl Termination for ExitCode {
        fn report(self) -> i32 {
            self.0 as i32
        }
    }
    impl<T: Termination, E: super::fmt::Debug> Termination for super::result::Result<T, E> {
        fn report(self) -> i32 {
            match self {
                super::result::Result::Ok(value) => value.report(),
                super::result::Result::Err(error) => {
                    eprintln!("Error: {:?}", error);
                    1
                }
            }
        }
    }
    pub fn ended<T: Termination>(result: T) {
        let code = result.report();
        if code != 0 {
            exit(code);
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

    impl Ordering {
        pub fn is_eq(self) -> bool {
            self == Ordering::Equal
        }
        pub fn is_ne(self) -> bool {
            self != Ordering::Equal
        }
        pub fn is_lt(self) -> bool {
            self == Ordering::Less
        }
        pub fn is_gt(self) -> bool {
            self == Ordering::Greater
        }
        pub fn is_le(self) -> bool {
            self != Ordering::Greater
        }
        pub fn is_ge(self) -> bool {
            self != Ordering::Less
        }
        pub fn reverse(self) -> Ordering {
            match self {
                Ordering::Less => Ordering::Greater,
                Ordering::Equal => Ordering::Equal,
                Ordering::Greater => Ordering::Less,
            }
        }
        pub fn then(self, other: Ordering) -> Ordering {
            match self {
                Ordering::Equal => other,
                _ => self,
            }
        }
    }

    pub trait PartialEq<Rhs = Self> {
        fn eq(&self, other: &Rhs) -> bool;
        fn ne(&self, other: &Rhs) -> bool {
            !self.eq(other)
        }
    }
    pub trait Eq: PartialEq {}
    pub trait PartialOrd<Rhs = Self>: PartialEq<Rhs> {
        fn partial_cmp(&self, other: &Rhs) -> Option<Ordering>;
        fn lt(&self, other: &Rhs) -> bool {
            match self.partial_cmp(other) {
                Some(Ordering::Less) => true,
                _ => false,
            }
        }
        fn le(&self, other: &Rhs) -> bool {
            match self.partial_cmp(other) {
                Some(Ordering::Less) => true,
                Some(Ordering::Equal) => true,
                _ => false,
            }
        }
        fn gt(&self, other: &Rhs) -> bool {
            match self.partial_cmp(other) {
                Some(Ordering::Greater) => true,
                _ => false,
            }
        }
        fn ge(&self, other: &Rhs) -> bool {
            match self.partial_cmp(other) {
                Some(Ordering::Greater) => true,
                Some(Ordering::Equal) => true,
                _ => false,
            }
        }
    }
    pub trait Ord: Eq + PartialOrd {
        fn cmp(&self, other: &Self) -> Ordering;
        fn max(self, other: Self) -> Self {
            match other.cmp(&self) {
                Ordering::Less => self,
                _ => other,
            }
        }
        fn min(self, other: Self) -> Self {
            match other.cmp(&self) {
                Ordering::Less => other,
                _ => self,
            }
        }
        fn clamp(self, min: Self, max: Self) -> Self {
            assert!(min <= max);
            if self.cmp(&min).is_lt() {
                min
            } else if self.cmp(&max).is_gt() {
                max
            } else {
                self
            }
        }
    }

    pub fn max<T: Ord>(one: T, other: T) -> T {
        one.max(other)
    }
    pub fn min<T: Ord>(one: T, other: T) -> T {
        one.min(other)
    }

    /** The other way round. */
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub struct Reverse<T>(pub T);
    impl<T: PartialOrd> PartialOrd for Reverse<T> {
        fn partial_cmp(&self, other: &Reverse<T>) -> Option<Ordering> {
            other.0.partial_cmp(&self.0)
        }
    }
    impl<T: Ord> Ord for Reverse<T> {
        fn cmp(&self, other: &Reverse<T>) -> Ordering {
            other.0.cmp(&self.0)
        }
    }
}

pub mod ops {
    pub trait Drop {
        fn drop(&mut self);
    }

    pub trait Add<Rhs = Self> {
        type Output;
        fn add(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Sub<Rhs = Self> {
        type Output;
        fn sub(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Mul<Rhs = Self> {
        type Output;
        fn mul(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Div<Rhs = Self> {
        type Output;
        fn div(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Rem<Rhs = Self> {
        type Output;
        fn rem(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Shl<Rhs = Self> {
        type Output;
        fn shl(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Shr<Rhs = Self> {
        type Output;
        fn shr(self, rhs: Rhs) -> Self::Output;
    }
    pub trait BitAnd<Rhs = Self> {
        type Output;
        fn bitand(self, rhs: Rhs) -> Self::Output;
    }
    pub trait BitOr<Rhs = Self> {
        type Output;
        fn bitor(self, rhs: Rhs) -> Self::Output;
    }
    pub trait BitXor<Rhs = Self> {
        type Output;
        fn bitxor(self, rhs: Rhs) -> Self::Output;
    }
    pub trait Neg {
        type Output;
        fn neg(self) -> Self::Output;
    }
    pub trait Not {
        type Output;
        fn not(self) -> Self::Output;
    }

    pub trait AddAssign<Rhs = Self> {
        fn add_assign(&mut self, rhs: Rhs);
    }
    pub trait SubAssign<Rhs = Self> {
        fn sub_assign(&mut self, rhs: Rhs);
    }
    pub trait MulAssign<Rhs = Self> {
        fn mul_assign(&mut self, rhs: Rhs);
    }
    pub trait DivAssign<Rhs = Self> {
        fn div_assign(&mut self, rhs: Rhs);
    }
    pub trait RemAssign<Rhs = Self> {
        fn rem_assign(&mut self, rhs: Rhs);
    }
    pub trait ShlAssign<Rhs = Self> {
        fn shl_assign(&mut self, rhs: Rhs);
    }
    pub trait ShrAssign<Rhs = Self> {
        fn shr_assign(&mut self, rhs: Rhs);
    }
    pub trait BitAndAssign<Rhs = Self> {
        fn bitand_assign(&mut self, rhs: Rhs);
    }
    pub trait BitOrAssign<Rhs = Self> {
        fn bitor_assign(&mut self, rhs: Rhs);
    }
    pub trait BitXorAssign<Rhs = Self> {
        fn bitxor_assign(&mut self, rhs: Rhs);
    }

    pub trait FnOnce<Args> {
        type Output;
        fn call_once(self, args: Args) -> Self::Output;
    }
    pub trait FnMut<Args>: FnOnce<Args> {
        fn call_mut(&mut self, args: Args) -> Self::Output;
    }
    pub trait Fn<Args>: FnMut<Args> {
        fn call(&self, args: Args) -> Self::Output;
    }

    impl<A, F: Fn<A>> FnOnce<A> for &F {
        type Output = F::Output;
        fn call_once(self, args: A) -> F::Output {
            (*self).call(args)
        }
    }
    impl<A, F: Fn<A>> FnMut<A> for &F {
        fn call_mut(&mut self, args: A) -> F::Output {
            (**self).call(args)
        }
    }
    impl<A, F: Fn<A>> Fn<A> for &F {
        fn call(&self, args: A) -> F::Output {
            (**self).call(args)
        }
    }
    impl<A, F: FnMut<A>> FnOnce<A> for &mut F {
        type Output = F::Output;
        fn call_once(self, args: A) -> F::Output {
            (*self).call_mut(args)
        }
    }
    impl<A, F: FnMut<A>> FnMut<A> for &mut F {
        fn call_mut(&mut self, args: A) -> F::Output {
            (**self).call_mut(args)
        }
    }
    impl<A, F: FnOnce<A>> FnOnce<A> for Box<F> {
        type Output = F::Output;
        fn call_once(self, args: A) -> F::Output {
            (*self).call_once(args)
        }
    }
    impl<A, F: FnMut<A>> FnMut<A> for Box<F> {
        fn call_mut(&mut self, args: A) -> F::Output {
            (**self).call_mut(args)
        }
    }
    impl<A, F: Fn<A>> Fn<A> for Box<F> {
        fn call(&self, args: A) -> F::Output {
            (**self).call(args)
        }
    }

    pub trait Deref {
        type Target: ?Sized;
        fn deref(&self) -> &Self::Target;
    }
    pub trait DerefMut: Deref {
        fn deref_mut(&mut self) -> &mut Self::Target;
    }
    pub trait Index<Idx> {
        type Output: ?Sized;
        fn index(&self, index: Idx) -> &Self::Output;
    }
    pub trait IndexMut<Idx>: Index<Idx> {
        fn index_mut(&mut self, index: Idx) -> &mut Self::Output;
    }
}

pub mod marker {
    pub trait Sized {}
    pub trait Copy: Clone {}
    pub unsafe trait Send {}
    pub unsafe trait Sync {}
    pub trait Unpin {}
}

pub mod clone {
    pub trait Clone {
        fn clone(&self) -> Self;
        fn clone_from(&mut self, source: &Self) {
            *self = source.clone();
        }
    }

    impl<T: Clone> Clone for Box<T> {
        fn clone(&self) -> Box<T> {
            Box::new((**self).clone())
        }
    }
    impl<A: Clone, B: Clone> Clone for (A, B) {
        fn clone(&self) -> (A, B) {
            (self.0.clone(), self.1.clone())
        }
    }
    impl<A: Clone, B: Clone, C: Clone> Clone for (A, B, C) {
        fn clone(&self) -> (A, B, C) {
            (self.0.clone(), self.1.clone(), self.2.clone())
        }
    }
}

pub mod default {
    pub trait Default {
        fn default() -> Self;
    }

    impl<A: Default, B: Default> Default for (A, B) {
        fn default() -> (A, B) {
            (A::default(), B::default())
        }
    }
    impl<T: Default> Default for Box<T> {
        fn default() -> Box<T> {
            Box::new(T::default())
        }
    }
    impl<T> Default for Option<T> {
        fn default() -> Option<T> {
            None
        }
    }
}

pub mod convert {
    pub trait From<T> {
        fn from(value: T) -> Self;
    }
    pub trait Into<T> {
        fn into(self) -> T;
    }
    pub trait TryFrom<T> {
        type Error;
        fn try_from(value: T) -> Result<Self, Self::Error>;
    }
    pub trait TryInto<T> {
        type Error;
        fn try_into(self) -> Result<T, Self::Error>;
    }

    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Infallible {}

    impl<T> From<T> for T {
        fn from(value: T) -> T {
            value
        }
    }
    impl<T> From<T> for Box<T> {
        fn from(value: T) -> Box<T> {
            Box::new(value)
        }
    }
    impl<T, U: TryFrom<T>> TryInto<U> for T {
        type Error = U::Error;
        fn try_into(self) -> Result<U, U::Error> {
            U::try_from(self)
        }
    }
    impl<T, U: From<T>> Into<U> for T {
        fn into(self) -> U {
            U::from(self)
        }
    }

${CONVERSIONS}
}

pub use clone::Clone;
pub use convert::{From, Into, TryFrom, TryInto};
pub use cmp::{Eq, Ord, PartialEq, PartialOrd};
pub use default::Default;
pub use marker::{Copy, Send, Sized, Sync, Unpin};
pub use ops::{Drop, Fn, FnMut, FnOnce};
${TEXT}
pub use option::Option::{self, None, Some};
pub use result::Result::{self, Err, Ok};
`

/** The library, as a program gets it. */
export interface Library {
  readonly program: Program
  /** What it was read from. */
  readonly text: string
  /**
   * Gives a function of it a body of its own for the program that uses it.
   * @param derive makes it, where there is no `impl`
   */
  renewBody(item: FunctionItem, derive?: () => Block | undefined): void
}

type Heads = ReturnType<typeof buildHeads>

/** A piece of the library's text, which is read once. */
class Piece {
  readonly text: string
  readonly before: string
  private read: Heads | undefined
  private called: ReadonlySet<string> | undefined

  constructor(text: string, before: string) {
    this.text = text
    this.before = before
  }

  /** Places in it are counted from the beginning of the library. */
  get heads(): Heads {
    this.read ??= buildHeads(this.before + this.text, this.before.length)
    return this.read
  }

  get words(): ReadonlySet<string> {
    this.called ??= calledIn(this.text)
    return this.called
  }
}

const core = new Piece(CORE, '')
/** What stands behind it, by what of the rarer things is among it. */
const many = new Map<string, Piece>()

function manyOf(extras: readonly Extra[]): Piece {
  const key = extras.join(' ')
  const piece = many.get(key) ?? new Piece(collectionsText(extras), CORE)
  many.set(key, piece)
  return piece
}

/** What was asked for before, by the text of its parts. */
const libraries = new Map<string, Library>()

/** Programs that are edited name ever other parts; more than these are not kept. */
const MOST_KEPT = 16

/**
 * Its modules, and at the top what every program has without asking for it: the prelude. It is parsed once. What stands in
 * its functions is built when a program uses them, and each time anew, as inference writes into it.
 * @param words of the program: parts that none of them names are left out
 */
export function library(words: ReadonlySet<string> = new Set()): Library {
  const holdsMany = needsCollections(words)
  const pieces = holdsMany ? [core, manyOf(extrasFor(words))] : [core]
  // The core names no part that its program would not have named itself.
  const named = holdsMany ? pieces.flatMap((piece) => [...piece.words]) : []
  const parts = holdsMany || needsParts(words) ? partsFor([...named, ...words], holdsMany) : ''
  const key = `${holdsMany ? extrasFor(words).join() : 'core'} ${parts}`
  const found = libraries.get(key) ?? withParts(pieces, parts)
  libraries.delete(key)
  libraries.set(key, found)
  if (libraries.size > MOST_KEPT) libraries.delete(libraries.keys().next().value!)
  return found
}

/** Names behind a dot or two colons. */
function calledIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/[.:](\w+)/g)].map(([, name]) => name!))
}

/** They stand behind the rest, and nothing else is parsed again. */
function withParts(pieces: readonly Piece[], parts: string): Library {
  const whole = pieces.map(({ text }) => text).join('')
  const own = parts === '' ? [] : [new Piece(parts, whole)]
  const all = [...pieces, ...own].map(({ heads }) => heads)
  const [first] = all
  return {
    text: whole + parts,
    program: {
      ...first!.program,
      modules: all.flatMap(({ program }) => program.modules),
      uses: all.flatMap(({ program }) => program.uses),
    },
    renewBody: (item, derive) => {
      const body = derive ? derive() : all.map((heads) => heads.bodyOf(item)).find(Boolean)
      if (body) Object.assign(item, { body, statements: body.statements, closingBrace: body.closingBrace })
    },
  }
}
