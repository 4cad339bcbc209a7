#[macro_export]
macro_rules! vec {
    ( $( $x:expr ),* ) => {
        {
            let mut temp_vec = Vec::new();
            $(
                temp_vec.push($x);
            )*
            temp_vec
        }
    };
}

/// Rust by Example.
macro_rules! create_function {
    // This macro takes an argument of designator `ident`
    ($func_name:ident) => {
        fn $func_name() {
            // The `stringify!` macro converts an `ident` into a string.
            println!("You called {:?}()", stringify!($func_name));
        }
    };
}

create_function!(foo);
create_function!(bar);

macro_rules! print_result {
    ($expression:expr) => {
        println!("{:?} = {:?}", stringify!($expression), $expression);
    };
}

macro_rules! test {
    ($left:expr; and $right:expr) => {
        println!("{:?} and {:?} is {:?}", stringify!($left), stringify!($right), $left && $right)
    };
    ($left:expr; or $right:expr) => {
        println!("{:?} or {:?} is {:?}", stringify!($left), stringify!($right), $left || $right)
    };
}

macro_rules! find_min {
    ($x:expr) => ($x);
    ($x:expr, $($y:expr),+) => (
        std::cmp::min($x, find_min!($($y),+))
    )
}

macro_rules! op {
    ($a:expr, $op:tt, $b:expr) => { $a $op $b };
}

use std::ops::{Add, Sub};
#[derive(Debug, Clone, Copy)]
struct P(i32);
macro_rules! imp {
    ($trait:ident, $method:ident, $op:tt) => {
        impl $trait for P {
            type Output = P;
            fn $method(self, other: P) -> P { P(self.0 $op other.0) }
        }
    };
}
imp!(Add, add, +);
imp!(Sub, sub, -);

macro_rules! enums {
    ($name:ident { $($variant:ident = $text:expr),+ $(,)? }) => {
        #[derive(Debug, Clone, Copy, PartialEq)]
        enum $name { $($variant),+ }
        impl $name {
            const ALL: &'static [$name] = &[$($name::$variant),+];
            fn text(&self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }
        }
    };
}
enums!(Colour { Red = "red", Green = "green", });

macro_rules! try_or {
    ($e:expr, $default:expr) => {
        match $e { Ok(v) => v, Err(_) => return $default }
    };
}
fn parse(t: &str) -> i32 { let n: i32 = try_or!(t.parse::<i32>(), -1); n * 2 }

macro_rules! my_loop {
    ($label:lifetime, $($body:stmt;)*) => { $label: loop { $($body;)* } };
}
macro_rules! each {
    ($v:ident in $it:expr => $b:block) => { for $v in $it $b };
}
macro_rules! tuple { ($($t:ty),*) => { ($($t,)*) }; }
macro_rules! using_a { ($e:expr) => { { let a = 42; $e } }; }
macro_rules! maybe { ($a:expr $(, $b:expr)?) => { $a $(+ $b)? }; }
macro_rules! matrix { ($([$($x:expr),*]),*) => { [$([$($x),*]),*] }; }

fn main() {
    foo();
    bar();
    print_result!(1u32 + 1);
    print_result!({ let x = 1u32; x * x + 2 * x - 1 });
    test!(1i32 + 1 == 2i32; and 2i32 * 2 == 4i32);
    test!(true; or false);
    println!("{}", find_min!(5, 2 * 3, 4));
    println!("{:?}", vec![1, 2, 3]);
    println!("{} {}", op!(1 + 1, *, 3), op!(1, <<, 3));
    println!("{:?} {:?}", P(1) + P(2), P(1) - P(2));
    for c in Colour::ALL { println!("{:?} {}", c, c.text()); }
    println!("{} {}", parse("4"), parse("x"));
    let mut n = 0;
    my_loop!('outer, n += 1; if n > 3 { break 'outer };);
    println!("{n}");
    each!(i in 0..3 => { print!("{i} "); });
    println!();
    let t: tuple!(u8, i32) = (1, 2);
    println!("{:?}", t);
    let a = 10;
    println!("{}", using_a!(a * 2));
    println!("{} {}", maybe!(1), maybe!(1, 2) * 2);
    println!("{:?}", matrix!([1, 2], [3, 4]));
    let v = vec![a, a];
    assert_eq!(v.len(), find_min!(2, 3), "as many as {}", a);
}
