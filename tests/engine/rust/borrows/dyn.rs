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
//# behind-a-box-gone
trait T { fn n(&self) -> i32; }
struct S<'a>(&'a i32);
impl<'a> T for S<'a> { fn n(&self) -> i32 { *self.0 } }
fn main() {
    let b: Box<dyn T>;
    {
        let x = 1;
        b = Box::new(S(&x));
    }
    b.n();
}
//# behind-a-box-there
trait T { fn n(&self) -> i32; }
struct S<'a>(&'a i32);
impl<'a> T for S<'a> { fn n(&self) -> i32 { *self.0 } }
fn main() {
    let x = 1;
    let b: Box<dyn T + '_> = Box::new(S(&x));
    b.n();
}
//# pushed-and-gone
trait T { fn n(&self) -> i32; }
struct S<'a>(&'a i32);
impl<'a> T for S<'a> { fn n(&self) -> i32 { *self.0 } }
fn main() {
    let mut all: Vec<Box<dyn T>> = Vec::new();
    {
        let x = 1;
        all.push(Box::new(S(&x)));
    }
    for each in &all {
        each.n();
    }
}
//# closure-lends-what-changes
fn main() {
    let mut x = 1;
    let f: Box<dyn Fn() -> i32> = Box::new(|| x);
    x = 2;
    f();
}
//# returned-closure-of-a-reference
fn f<'a>(x: &'a i32) -> Box<dyn Fn() -> i32> {
    Box::new(move || *x)
}
fn main() {}
//# returned-closure-that-says-so
fn f<'a>(x: &'a i32) -> Box<dyn Fn() -> i32 + 'a> {
    Box::new(move || *x)
}
fn main() {
    let x = 1;
    f(&x)();
}
//# returned-closure-outlives
fn f(x: &i32) -> Box<dyn Fn() -> i32 + '_> {
    Box::new(move || *x)
}
fn main() {
    let g;
    {
        let x = 1;
        g = f(&x);
    }
    g();
}
//# kept-in-a-field
trait T { fn n(&self) -> i32; }
struct S<'a>(&'a i32);
impl<'a> T for S<'a> { fn n(&self) -> i32 { *self.0 } }
struct Holder<'a> { all: Vec<Box<dyn T + 'a>> }
impl<'a> Holder<'a> {
    fn add(&mut self, each: Box<dyn T + 'a>) { self.all.push(each); }
}
fn main() {
    let x = 1;
    let mut h = Holder { all: Vec::new() };
    h.add(Box::new(S(&x)));
    let y = 2;
    h.add(Box::new(S(&y)));
    h.all[0].n();
}
//# a-field-wants-what-stays
trait T { fn n(&self) -> i32; }
struct S<'a>(&'a i32);
impl<'a> T for S<'a> { fn n(&self) -> i32 { *self.0 } }
struct Holder { all: Vec<Box<dyn T>> }
fn main() {
    let x = 1;
    let mut h = Holder { all: Vec::new() };
    h.all.push(Box::new(S(&x)));
}
//# handed-on-by-mut
trait T { fn go(&mut self); }
struct S<'a>(&'a mut i32);
impl<'a> T for S<'a> { fn go(&mut self) { *self.0 += 1; } }
fn once(t: &mut dyn T) { t.go(); }
fn twice(t: &mut dyn T) { once(t); once(t); t.go(); }
fn main() {
    let mut x = 1;
    let mut s = S(&mut x);
    twice(&mut s);
    let mut b: Box<dyn T + '_> = Box::new(s);
    twice(&mut *b);
    drop(b);
    x += 1;
}
//# what-a-table-leads-to-gives-back
trait T { fn name(&self) -> &str; }
struct S(String);
impl T for S { fn name(&self) -> &str { &self.0 } }
fn main() {
    let name;
    {
        let b: Box<dyn T> = Box::new(S(String::new()));
        name = b.name();
    }
    name.len();
}
//# what-a-table-leads-to-gives-back-in-time
trait T { fn name(&self) -> &str; fn set(&mut self, s: &str); }
struct S(String);
impl T for S { fn name(&self) -> &str { &self.0 } fn set(&mut self, s: &str) { self.0 = s.to_string(); } }
fn main() {
    let mut b: Box<dyn T> = Box::new(S(String::new()));
    let n = b.name().len();
    b.set("x");
    let other = String::from("y");
    b.set(&other);
    drop(other);
    b.name();
}
