//# missing
trait T { fn a(&self); }
struct S;
impl T for S { }
fn main() {}
//# not-asked-for
trait T { fn a(&self); }
impl T for u8 { fn a(&self) {} fn c(&self) {} }
fn main() {}
//# other-output
use std::ops::Add;
fn f<T: Add>(a: T, b: T) -> T { a + b }
fn main() { }
//# same-output
use std::ops::Add;
fn f<T: Add<Output = T>>(a: T, b: T) -> T { a + b }
fn main() { f(1, 2); }
//# operator-not-there
use std::ops::Add;
struct S;
fn f<T: Add<Output = T>>(a: T, b: T) -> T { a + b }
fn main() { f(S, S); }
//# operator-without-trait
struct S;
fn main() { let a = S; let b = S; let c = a + b; }
//# method-without-bound
trait A { fn f(&self); }
fn g<T>(t: T) { t.f(); }
fn main() { }
//# method-by-where
trait A { fn f(&self); }
fn g<T>(t: T) where T: A { t.f(); }
fn main() { }
//# method-of-a-supertrait
trait A { fn f(&self); }
trait B: A {}
fn g<T: B>(t: T) { t.f(); }
fn main() { }
//# copied-by-a-supertrait
trait A: Copy {}
fn g<T: A>(t: T) -> (T, T) { (t, t) }
fn main() { }
//# other-result
trait A { fn f(&self) -> u8; }
struct S;
impl A for S { fn f(&self) -> u16 { 1 } }
fn main() { }
//# other-count
trait A { fn f(&self, x: u8) -> u8; }
struct S;
impl A for S { fn f(&self) -> u8 { 1 } }
fn main() { }
//# without-self
trait A { fn f(&self) -> u8; }
struct S;
impl A for S { fn f() -> u8 { 1 } }
fn main() { }
//# without-its-supertrait
trait A: B { fn f(&self) -> u8; }
trait B { }
struct S;
impl A for S { fn f(&self) -> u8 { 1 } }
fn main() { }
//# twice
trait A { }
struct S;
impl A for S { }
impl A for S { }
fn main() { }
//# type-missing
trait A { type X; }
struct S;
impl A for S { }
fn main() { }
//# type-not-asked-for
trait A { }
struct S;
impl A for S { type X = u8; }
fn main() { }
//# no-such-trait
struct S;
impl Shape for S { }
fn main() { }
//# no-such-type-in-it
trait A { fn f(&self) -> Self::X; }
fn main() { }
//# copy-of-an-owner
#[derive(Clone)]
struct S(Box<u8>);
impl Copy for S {}
fn main() { }
//# moved-by-an-operator
use std::ops::Add;
struct S(u8);
impl Add for S { type Output = S; fn add(self, o: S) -> S { S(self.0 + o.0) } }
fn main() {
    let a = S(1);
    let b = a + S(2);
    let c = a + S(3);
}
//# lent-by-a-comparison
struct S(u8);
impl PartialEq for S { fn eq(&self, o: &S) -> bool { self.0 == o.0 } }
fn main() {
    let a = S(1);
    let b = S(2);
    let c = a == b;
    let d = a == b;
}
//# changed-by-a-method
trait A { fn f(&mut self); }
impl A for u8 { fn f(&mut self) { *self += 1; } }
fn main() {
    let x = 1u8;
    x.f();
}
//# bound-of-an-impl
trait A { fn f(&self) {} }
struct W<T>(T);
struct S;
impl<T: Copy> A for W<T> {}
fn main() {
    W(1).f();
    W(S).f();
}
//# clone-of-what-has-none
struct S;
#[derive(Clone)]
struct W { s: S }
fn main() { }
//# clone-of-an-open-one
#[derive(Clone)]
struct W<T>(T);
struct S;
fn main() {
    W(1).clone();
    let w = W(S);
    let v: W<S> = w.clone();
}
//# type-of-trait-lacks-bound
trait It { type Item: Copy; }
struct A;
impl It for A { type Item = Box<u8>; }
fn main() {}
//# type-of-trait-has-bound
trait It { type Item: Copy; }
struct A;
impl It for A { type Item = u8; }
fn main() {}
//# names-with-underscores-differ
struct Big_One(u64);
trait T { fn g(&self) -> Big_One; }
struct A;
impl T for A { fn g(&self) -> u8 { 3 } }
fn main() {}
//# no-negative-of-unsigned
use std::ops::Neg;
fn f<T: Neg>(x: T) -> T::Output { -x }
fn main() { f(5u8); }
//# sums-of-one-type
use std::ops::Add;
fn f<T: Add<u16>>(x: T) {}
fn main() { f(5u8); }
//# equal-in-part-only
#[derive(PartialEq)] struct S;
fn f<T: Eq>(x: T) {}
fn main() { f(S); }
//# shifts-by-any-number
use std::ops::Shl;
fn f<T: Shl<u8>>(x: T) {}
fn main() { f(1u64); }
//# no-and-of-bool-and-number
use std::ops::BitAnd;
fn f<T: BitAnd<u8>>(x: T) {}
fn main() { f(true); }
