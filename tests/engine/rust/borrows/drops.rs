//# moved-out-of-a-field
struct D(Box<u8>);
impl Drop for D { fn drop(&mut self) {} }
fn f(d: D) -> Box<u8> { d.0 }
fn main() {}
//# moved-out-of-a-variant
enum E { One(Box<u8>), Nil }
impl Drop for E { fn drop(&mut self) {} }
fn main() {
    let e = E::Nil;
    if let E::One(b) = e {}
}
//# called-by-name
struct D;
impl Drop for D { fn drop(&mut self) {} }
fn main() {
    let mut d = D;
    d.drop();
}
//# copied
#[derive(Clone, Copy)]
struct D;
impl Drop for D { fn drop(&mut self) {} }
fn main() {}
//# missing
struct D;
impl Drop for D {}
fn main() {}
//# more-than-asked
struct D;
impl Drop for D {
    fn drop(&mut self) {}
    fn other(&self) {}
}
fn main() {}
//# for-one-choice
struct D<T>(T);
impl Drop for D<u8> { fn drop(&mut self) {} }
fn main() {}
//# twice
struct D;
impl Drop for D { fn drop(&mut self) {} }
impl Drop for D { fn drop(&mut self) {} }
fn main() {}
//# no-trait
struct D;
struct P;
impl D for P {}
fn main() {}
//# looks-at-what-is-gone
struct D<'a>(&'a u8);
impl Drop for D<'_> { fn drop(&mut self) { println!("{}", self.0); } }
fn main() {
    let d;
    let x = 5;
    d = D(&x);
}
//# looks-at-what-is-still-there
struct D<'a>(&'a u8);
impl Drop for D<'_> { fn drop(&mut self) { println!("{}", self.0); } }
fn main() {
    let x = 5;
    let d = D(&x);
    let b: Box<D> = Box::new(D(&x));
}
//# gone-before
struct D<'a>(&'a u8);
impl Drop for D<'_> { fn drop(&mut self) { println!("{}", self.0); } }
fn main() {
    let mut x = 5;
    let d = D(&x);
    drop(d);
    x += 1;
}
//# changed-while-seen
struct D<'a>(&'a u8);
impl Drop for D<'_> { fn drop(&mut self) { println!("{}", self.0); } }
fn main() {
    let mut x = 5;
    let d = D(&x);
    x += 1;
}
//# without-a-drop-it-does-not-look
struct D<'a>(&'a u8);
fn main() {
    let mut x = 5;
    let d = D(&x);
    x += 1;
}
//# looks-where-it-may-be-left
struct D<'a>(&'a mut u8);
impl<'a> Drop for D<'a> { fn drop(&mut self) { *self.0 += 1; } }
fn f() -> bool { true }
fn main() {
    let mut x = 1u8;
    let d = D(&mut x);
    if f() { drop(d); }
    println!("{}", x);
}
//# looks-nowhere-where-it-is-gone
struct D<'a>(&'a mut u8);
impl<'a> Drop for D<'a> { fn drop(&mut self) { *self.0 += 1; } }
fn f() -> bool { true }
fn main() {
    let mut x = 1u8;
    let d = D(&mut x);
    if f() { drop(d); } else { drop(d); }
    println!("{}", x);
}
//# looks-after-what-it-looks-at-is-gone
struct D<'a>(&'a u8);
impl<'a> Drop for D<'a> { fn drop(&mut self) { println!("{}", self.0); } }
fn main() {
    let c = std::hint::black_box(false);
    let d;
    let x = Box::new(5u8);
    d = D(&x);
    if c { drop(d); }
}
//# no-value-with-drop-lives-for-ever
struct D(u8);
impl Drop for D { fn drop(&mut self) { } }
fn f() -> &'static D { &D(6) }
fn main() {}
