//# methods-lend
struct Counter { n: u32 }
impl Counter {
    fn up(&mut self) -> &mut Self { self.n += 1; self }
    fn value(&self) -> u32 { self.n }
    fn done(self) -> u32 { self.n }
}
fn main() {
    let mut c = Counter { n: 0 };
    c.up().up();
    let n = c.value();
    println!("{} {}", n, c.done());
}
//# method-on-immutable
struct Counter { n: u32 }
impl Counter {
    fn up(&mut self) { self.n += 1; }
}
fn main() {
    let c = Counter { n: 0 };
    c.up();
}
//# method-takes-self
struct Owner { b: Box<u8> }
impl Owner {
    fn open(self) -> Box<u8> { self.b }
}
fn main() {
    let o = Owner { b: Box::new(1) };
    let b = o.open();
    println!("{} {}", b, o.b);
}
//# method-takes-self-behind-reference
struct Owner { b: Box<u8> }
impl Owner {
    fn open(self) -> Box<u8> { self.b }
}
fn f(o: &Owner) -> Box<u8> {
    o.open()
}
fn main() {}
//# method-argument-reads-receiver
struct List { n: usize }
impl List {
    fn push(&mut self, n: usize) { self.n += n; }
    fn len(&self) -> usize { self.n }
}
fn main() {
    let mut l = List { n: 1 };
    l.push(l.len());
    println!("{}", l.n);
}
//# result-of-method-lives-as-receiver
struct List { n: usize }
impl List {
    fn first(&self) -> &usize { &self.n }
    fn push(&mut self) { self.n += 1; }
}
fn main() {
    let mut l = List { n: 1 };
    let first = l.first();
    l.push();
    println!("{}", first);
}
//# elided-from-self
struct Words<'a> { first: &'a u8, last: &'a u8 }
impl<'a> Words<'a> {
    fn first(&self, other: &u8) -> &u8 { if *other == 0 { self.first } else { self.last } }
    fn long(&self) -> &'a u8 { self.first }
}
fn main() {
    let (a, b) = (1, 2);
    let long;
    {
        let w = Words { first: &a, last: &b };
        println!("{}", w.first(&3));
        long = w.long();
    }
    println!("{}", long);
}
//# elided-result-outlives-self
struct Words<'a> { first: &'a u8 }
impl<'a> Words<'a> {
    fn first(&self) -> &u8 { self.first }
}
fn main() {
    let a = 1;
    let r;
    {
        let w = Words { first: &a };
        r = w.first();
    }
    println!("{}", r);
}
//# returns-another-argument
struct S { n: u8 }
impl S {
    fn other(&self, o: &u8) -> &u8 { o }
}
fn main() {}
//# no-such-method
struct S { n: u8 }
impl S { fn a(&self) {} }
fn main() {
    let s = S { n: 1 };
    s.b();
}
//# no-such-function
struct S { n: u8 }
impl S { fn make() -> S { S { n: 1 } } }
fn main() {
    let s = S::mak();
}
//# function-as-method
struct S { n: u8 }
impl S { fn make() -> S { S { n: 1 } } }
fn main() {
    let s = S::make();
    s.make();
}
//# method-as-function
struct S { n: u8 }
impl S { fn n(&self) -> u8 { self.n } }
fn main() {
    let s = S { n: 1 };
    println!("{}", S::n(&s));
}
//# method-missing-argument
struct S { n: u8 }
impl S { fn n(&self, m: u8) -> u8 { self.n + m } }
fn main() {
    let s = S { n: 1 };
    println!("{}", s.n());
}
//# private-field
mod m {
    pub struct S { n: u8 }
    impl S { pub fn new() -> S { S { n: 1 } } }
}
fn main() {
    let s = m::S::new();
    println!("{}", s.n);
}
//# private-field-in-value
mod m { pub struct S { pub a: u8, n: u8 } }
fn main() {
    let s = m::S { a: 1, n: 2 };
}
//# private-function
mod m { fn f() {} }
fn main() {
    m::f();
}
//# private-struct
mod m { struct S; }
fn f(s: &m::S) {}
fn main() {}
//# private-method
mod m {
    pub struct S;
    impl S { fn f(&self) {} }
}
fn main() {
    m::S.f();
}
//# private-seen-from-inside
mod m {
    fn f() -> u8 { 1 }
    pub mod inner { pub fn g() -> u8 { super::f() } }
}
fn main() {
    println!("{}", m::inner::g());
}
//# unresolved-import
use m::g;
mod m { pub fn f() {} }
fn main() {}
//# import-renamed
use m::{f as first, inner::*};
mod m {
    pub fn f() -> u8 { 1 }
    pub mod inner { pub fn g() -> u8 { 2 } pub const K: u8 = 3; }
}
fn main() {
    println!("{} {} {}", first(), g(), K);
}
//# name-not-in-module
fn f() {}
mod m {
    pub fn g() { f(); }
}
fn main() {}
//# member-twice
struct S;
impl S { fn f() {} }
impl S { fn f() {} }
fn main() {}
//# impl-of-a-number
impl i32 { fn f(self) {} }
fn main() {}
//# tuple-struct
struct P(i32, pub i32);
fn main() {
    let mut p = P(1, 2);
    p.0 += p.1;
    println!("{}", p.0);
}
//# tuple-struct-too-few
struct P(i32, i32);
fn main() {
    let p = P(1);
}
//# tuple-struct-wrong-type
struct P(i32, bool);
fn main() {
    let p = P(1, 2);
}
//# tuple-struct-no-such-field
struct P(i32, i32);
fn main() {
    let p = P(1, 2);
    println!("{}", p.2);
}
//# unit-struct
struct U;
impl U { const N: u8 = 4; fn f(&self) -> u8 { Self::N } }
fn main() {
    println!("{}", U.f() + U::N);
}
//# alias
type Pair = (u8, u8);
struct S { p: Pair }
type T = S;
fn main() {
    let t = T { p: (1, 2) };
    println!("{}", t.p.1);
}
//# alias-of-itself
type A = B;
type B = A;
fn main() {}
//# unknown-attribute
#[inlined]
fn f() {}
fn main() {}
//# items-inside
fn main() {
    const N: usize = 2;
    struct Inside { a: [u8; N] }
    impl Inside { fn sum(&self) -> u8 { self.a[0] + self.a[1] } }
    fn make() -> Inside { Inside { a: [1, 2] } }
    println!("{}", make().sum());
}
//# struct-inside-not-outside
fn f() { struct Inside; }
fn g(i: &Inside) {}
fn main() {}
//# two-structs-of-a-name
struct S;
struct S;
fn main() {}
//# self-outside
fn f() -> u8 { self.n }
fn main() {}
//# const-function
const fn twice(n: u32) -> u32 { n * 2 }
fn main() {
    println!("{}", twice(21));
}
//# without-a-body
fn f();
fn main() {}
