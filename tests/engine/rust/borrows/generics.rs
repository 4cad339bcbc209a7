//# moved-twice
fn twice<T>(x: T) -> (T, T) { (x, x) }
fn main() {}
//# compared-without-bound
fn larger<T>(a: T, b: T) -> bool { a > b }
fn main() {}
//# added-without-bound
fn sum<T>(a: T, b: T) -> T { a + b }
fn main() {}
//# printed-without-bound
fn show<T>(a: T) { println!("{}", a); }
fn main() {}
//# bound-not-met
struct S;
fn f<T: Copy>(x: T) {}
fn main() {
    f(S);
}
//# types-differ
fn same<T>(a: T, b: T) {}
fn main() {
    same(1u8, true);
}
//# type-not-known
fn none<T>() -> Option<T> { None }
fn main() {
    let n = none();
}
//# too-many-types
fn f<T>(x: T) {}
fn main() {
    f::<u8, u8>(1);
}
//# returns-another-type
fn f<T>(x: T) -> T { 1 }
fn main() {}
//# no-method-on-parameter
fn f<T>(x: T) { x.go(); }
fn main() {}
//# moved-out-of-reference
struct P<T> { a: T }
impl<T> P<T> { fn a(&self) -> T { self.a } }
fn main() {}
//# lent-and-changed
struct P<T> { a: T }
impl<T> P<T> {
    fn get(&self) -> &T { &self.a }
    fn set(&mut self, a: T) { self.a = a; }
}
fn main() {
    let mut p = P { a: 1 };
    let r = p.get();
    p.set(2);
    println!("{}", r);
}
//# method-of-another-instance
struct P<T> { a: T }
impl P<u8> { fn byte(&self) -> u8 { self.a } }
fn main() {
    let p = P { a: true };
    p.byte();
}
//# let-alone
fn main() {
    let x = Some(1);
    let y = (let Some(1) = x);
}
//# let-else-goes-on
fn main() {
    let Some(x) = Some(1) else { 2 };
}
//# if-let-moves
fn main() {
    let b = Some(Box::new(1));
    if let Some(inner) = b {
        println!("{}", inner);
    }
    let c = b;
}
//# while-let-lent
fn main() {
    let mut o = Some(1);
    while let Some(n) = &o {
        o = None;
        println!("{}", n);
    }
}
//# name-only-inside
fn main() {
    if let Some(n) = Some(1) {}
    println!("{}", n);
}
