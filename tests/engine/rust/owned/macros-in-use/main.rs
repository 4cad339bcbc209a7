use std::fmt;
// small test/assertion helper macros as people write them
macro_rules! check {
    ($cond:expr) => { check!($cond, "condition failed") };
    ($cond:expr, $msg:literal) => { if !$cond { println!("FAIL {}: {}", stringify!($cond), $msg); } else { println!("ok"); } };
}
macro_rules! hashset {
    ($($x:expr),* $(,)?) => {{ let mut s = std::collections::BTreeSet::new(); $(s.insert($x);)* s }};
}
macro_rules! newtype {
    ($(#[$m:meta])* $v:vis $name:ident($inner:ty)) => {
        $(#[$m])* $v struct $name($inner);
        impl From<$inner> for $name { fn from(x: $inner) -> Self { $name(x) } }
        impl fmt::Display for $name { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "{}({})", stringify!($name), self.0) } }
    };
}
newtype!(#[derive(Debug)] pub Metres(f64));
newtype!(Id(u32));
macro_rules! shapes {
    ($($name:ident { $($f:ident : $t:ty = $d:expr),* }),* $(,)?) => {
        $(
            #[derive(Debug)]
            struct $name { $($f: $t),* }
            impl Default for $name { fn default() -> Self { Self { $($f: $d),* } } }
        )*
    };
}
shapes! { Circle { r: f64 = 1.0 }, Rect { w: f64 = 2.0, h: f64 = 3.0 } }
macro_rules! sum { () => { 0 }; ($h:expr $(, $t:expr)*) => { $h + sum!($($t),*) }; }
macro_rules! rpn {
    (@e [$r:expr]) => { $r };
    (@e [$b:expr, $a:expr $(, $s:expr)*] + $($t:tt)*) => { rpn!(@e [$a + $b $(, $s)*] $($t)*) };
    (@e [$b:expr, $a:expr $(, $s:expr)*] * $($t:tt)*) => { rpn!(@e [$a * $b $(, $s)*] $($t)*) };
    (@e [$($s:expr),*] $n:literal $($t:tt)*) => { rpn!(@e [$n $(, $s)*] $($t)*) };
    ($($t:tt)+) => { rpn!(@e [] $($t)+) };
}
    #[macro_export]
    macro_rules! exported { ($x:expr) => { $crate::helper($x) }; }
fn helper(x: i32) -> i32 { x + 100 }
macro_rules! closure { (|$($p:ident),*| $b:expr) => { |$($p: i32),*| $b }; }
macro_rules! point { ($x:expr, $y:expr $(,)?) => { Point { x: $x, y: $y } }; }
#[derive(Debug, PartialEq)] struct Point { x: i32, y: i32 }
macro_rules! either { ($c:expr => $a:expr; else $b:expr) => { if $c { $a } else { $b } }; }
macro_rules! repeat { ($n:expr, $body:block) => { for _ in 0..$n $body }; }
macro_rules! times { ($n:expr => $($s:stmt)*) => { for _ in 0..$n { $($s)* } }; }
macro_rules! as_array { ($($x:expr),+ ; $t:ty) => { [$($x as $t),+] }; }
macro_rules! opt { ($e:expr) => { match $e { Some(v) => v, None => return None } }; }
fn first_two(v: &[i32]) -> Option<i32> { let a = opt!(v.first()); let b = opt!(v.get(1)); Some(a + b) }
macro_rules! vec_of_strings { ($($s:literal),*) => { vec![$($s.to_string()),*] }; }
macro_rules! debug_all { ($($v:ident),+) => { $(println!("{} = {:?}", stringify!($v), $v);)+ }; }
macro_rules! func { ($name:ident($($p:ident: $t:ty),*) -> $r:ty $b:block) => { fn $name($($p: $t),*) -> $r $b }; }
func!(area(w: u32, h: u32) -> u32 { w * h });
macro_rules! path { ($p:path) => { $p(3) }; }
fn main() {
    check!(1 + 1 == 2);
    check!(1 > 2, "no");
    println!("{:?}", hashset![3, 1, 2, 3]);
    println!("{} {:?} {}", Metres(2.5), Metres::from(1.0), Id::from(7));
    println!("{:?} {:?}", Circle::default(), Rect::default());
    println!("{}", sum!(1, 2, 3));
    println!("{}", rpn!(2 3 + 4 *));
    println!("{}", closure!(|a, b| a * b)(3, 4));
    println!("{:?} {}", point!(1, 2), point!(1, 2) == Point { x: 1, y: 2, });
    println!("{}", either!(1 < 2 => "a"; else "b"));
    repeat!(2, { print!("x"); });
    let mut n = 0;
    times!(3 => n += 2; n -= 1;);
    println!(" {n}");
    println!("{:?} {:?} {:?}", as_array!(1, 2.7, 3; u8), first_two(&[1, 2]), first_two(&[1]));
    let a = 1; let b = "t";
    debug_all!(a, b);
    println!("{:?} {} {:?}", vec_of_strings!["p", "q"], area(2, 3), path!(Some));
    println!("{:?}", path!(Option::<i32>::Some));
    let text = match n { 3 => sum!(1, 1), _ => sum!() };
    println!("{text}");
    println!("{}", exported!(1));
}
