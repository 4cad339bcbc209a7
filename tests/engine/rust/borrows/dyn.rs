//# generic-method
trait T { fn f<A>(&self, a: A); }
fn g(t: &dyn T) { }
fn main() {}
//# gives-self
trait T { fn f(&self) -> Self; }
fn g(t: &dyn T) { }
fn main() {}
//# no-receiver
trait T { fn f() -> u8; }
fn g(t: &dyn T) { }
fn main() {}
//# sized-methods-do-not-count
trait T { fn f() -> u8 where Self: Sized; fn g(&self) -> u8 { 1 } }
struct S;
impl T for S { fn f() -> u8 { 2 } }
fn main() {
    let t: &dyn T = &S;
    println!("{}", t.g());
}
//# lacks-the-trait
trait T { fn f(&self) {} }
struct S;
fn main() {
    let t: &dyn T = &S;
    t.f();
}
//# lacks-the-trait-in-a-box
trait T { fn f(&self) {} }
struct S;
fn main() {
    let t: Box<dyn T> = Box::new(S);
    t.f();
}
//# not-mutable
trait T { fn f(&mut self) {} }
impl T for u8 {}
fn main() {
    let mut n = 1u8;
    let t: &dyn T = &n;
    t.f();
}
//# unsized-variable
trait T { fn f(&self) {} }
impl T for u8 {}
fn g(t: dyn T) {}
fn main() {}
//# moved-box
trait T { fn f(&self) {} }
impl T for u8 {}
fn main() {
    let b: Box<dyn T> = Box::new(1u8);
    let c = b;
    b.f();
    c.f();
}
//# called-once
fn main() {
    let f: Box<dyn FnOnce()> = Box::new(|| {});
    f();
    f();
}
//# unknown-method
trait T { fn f(&self) {} }
impl T for u8 {}
fn main() {
    let t: &dyn T = &1u8;
    t.g();
}
