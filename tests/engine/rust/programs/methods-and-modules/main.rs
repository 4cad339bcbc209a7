use std::mem;
use shapes::{Point as P, area};
#[derive(Debug, Clone, Copy, PartialEq)]
struct Meters(i32, u8);
struct Unit;
type Row = [u8; 4];
mod shapes {
    #[derive(Debug)]
    pub struct Point { pub x: i32, y: i32 }
    impl Point {
        pub const ORIGIN: Point = Point { x: 0, y: 0 };
        pub fn new(x: i32, y: i32) -> Self { Self { x, y } }
        pub fn y(&self) -> i32 { self.y }
        pub fn shift(&mut self, by: i32) -> &mut Self { self.x += by; self.y += by; self }
        fn into_x(self) -> i32 { self.x }
        pub fn taken(self) -> i32 { self.into_x() + 1 }
    }
    pub fn area(p: &Point) -> i32 { p.x * p.y }
    pub mod deep { pub fn f() -> i32 { super::super::top() + 1 } pub const K: u8 = 7; }
}
fn top() -> i32 { 41 }
const fn twice(x: u32) -> u32 { x * 2 }
impl Meters { fn sum(&self) -> i32 { self.0 + self.1 as i32 } const ZERO: Meters = Meters(0, 0); }
impl Unit { fn hi(&self) -> u8 { 3 } }
fn main() {
    struct Inner { a: u8 }
    let inner = Inner { a: 5 };
    let mut p = P::new(3, 4);
    p.shift(1).shift(2);
    println!("{:?} {} {}", p, p.y(), area(&p));
    let b = Box::new(P::new(1, 2));
    println!("{} {}", b.y(), P::ORIGIN.x);
    let m = Meters(2, 3);
    let n = m;
    println!("{} {} {:?}", m.sum(), n.0, Meters::ZERO == m);
    println!("{:?}", Meters(9, 9));
    let u = Unit;
    println!("{} {}", u.hi(), inner.a);
    let r: Row = [1, 2, 3, 4];
    println!("{} {} {}", r[2], mem::size_of::<Row>(), mem::size_of::<Unit>());
    println!("{} {} {}", shapes::deep::f(), self::shapes::deep::K, crate::top());
    println!("{}", twice(21));
    println!("{}", P::shift(&mut p, 1).taken2());
}
impl shapes::Point { fn taken2(&mut self) -> i32 { self.x } }
