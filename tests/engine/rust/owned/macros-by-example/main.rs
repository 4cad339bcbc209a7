use std::collections::HashMap;

macro_rules! square {
    ($x:expr) => {
        $x * $x
    };
}

macro_rules! max {
    ($x:expr) => { $x };
    ($x:expr, $($rest:expr),+ $(,)?) => {{
        let rest = max!($($rest),+);
        if $x > rest { $x } else { rest }
    }};
}

macro_rules! map {
    ($($key:expr => $value:expr),* $(,)?) => {{
        let mut map = HashMap::new();
        $(map.insert($key, $value);)*
        map
    }};
}

macro_rules! point {
    ($(#[$meta:meta])* $vis:vis struct $name:ident { $($field:ident : $type:ty),* $(,)? }) => {
        $(#[$meta])*
        $vis struct $name {
            $($field: $type),*
        }

        impl $name {
            fn new($($field: $type),*) -> $name {
                $name { $($field),* }
            }

            $(fn $field(&self) -> &$type {
                &self.$field
            })*
        }
    };
}

point! {
    #[derive(Debug, Clone, PartialEq)]
    pub struct Named {
        label: String,
        sizes: Vec<Vec<u8>>,
    }
}

trait Area {
    fn area(&self) -> u32;
}

struct Square(u32);
struct Rectangle(u32, u32);

macro_rules! area {
    ($($type:ident: |$shape:ident| $area:expr);+ $(;)?) => {
        $(impl Area for $type {
            fn area(&self) -> u32 {
                let $shape = self;
                $area
            }
        })+
    };
}

area! {
    Square: |s| s.0 * s.0;
    Rectangle: |r| r.0 * r.1;
}

macro_rules! swap {
    ($a:ident, $b:ident) => {
        let temporary = $a;
        $a = $b;
        $b = temporary;
    };
}

macro_rules! count {
    () => { 0usize };
    ($head:tt $($tail:tt)*) => { 1usize + count!($($tail)*) };
}

macro_rules! calculate {
    (add $a:expr, $b:expr) => { println!("{} + {} = {}", $a, $b, $a + $b) };
    (twice $a:expr; $($rest:tt)*) => {
        println!("{} = {}", stringify!($a), 2 * $a);
        calculate!($($rest)*)
    };
}

macro_rules! is {
    ($value:expr, $pattern:pat) => {
        match $value {
            $pattern => true,
            _ => false,
        }
    };
}

macro_rules! constants {
    ($($name:ident = $value:literal),*) => { $(const $name: i32 = $value;)* };
}
constants!(ONE = 1, MINUS = -4);

macro_rules! function {
    ($name:ident, $body:block) => {
        fn $name() -> i32 $body
    };
}
function!(forty, { let x = 20; x * 2 });

macro_rules! print_all {
    ($($arg:tt)*) => { println!("> {}", format!($($arg)*)) };
}

macro_rules! compose {
    ($f:expr) => { $f };
    ($f:expr, $($rest:expr),+) => { |x| compose!($($rest),+)($f(x)) };
}

fn main() {
    println!("{} {}", square!(3), square!(1 + 2) - square!(2));
    println!("{}", max!(3, 8 - 1, 5,));
    let ages = map! { "Ann" => 31, "Bob" => 25 + 1 };
    println!("{} {}", ages["Ann"], ages["Bob"]);
    let named = Named::new(String::from("n"), vec![vec![1, 2]]);
    println!("{:?} {} {:?}", named.clone(), named.label(), named.sizes());
    println!("{} {}", Square(3).area(), Rectangle(2, 5).area());
    let mut a = 1;
    let mut b = 2;
    let temporary = 7;
    swap!(a, b);
    println!("{a} {b} {temporary}");
    println!("{}", count!(a b (c d) [e] 5));
    calculate!(add 1, 2 * 3);
    calculate!(twice 1 + 2; twice a; add 1, 1);
    println!("{} {}", is!(Some(3), Some(1..=5)), is!(a, 7 | 8));
    println!("{} {} {}", ONE, MINUS, forty());
    print_all!("{}-{b}", a);
    let both = compose!(|x: i32| x + 1, |x: i32| x * 10);
    println!("{}", both(4));
    {
        macro_rules! local {
            ($x:expr; $y:ty) => { $x as $y };
        }
        println!("{}", local!(a + 300; u8));
    }
    let rest = 5;
    println!("{}", max!(rest, rest + 1, 2));
    let v: Vec<i32> = vec![square!(2), square!(3)];
    for each in v.iter().filter(|x| is!(**x, 4)) {
        println!("{each}");
    }
    if square!(2) == 4 && !is!(b, 0) {
        println!("end");
    }
}
