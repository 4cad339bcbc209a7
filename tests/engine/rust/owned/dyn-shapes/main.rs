use std::fmt;
trait Shape { fn area(&self) -> u32; fn name(&self) -> &str { "shape" } fn grow(&mut self, by: u32); }
struct Square(u32);
struct Rect { w: u32, h: u32, tag: Noisy }
struct Noisy(u8);
impl Drop for Noisy { fn drop(&mut self) { println!("drop noisy {}", self.0); } }
impl Drop for Square { fn drop(&mut self) { println!("drop square {}", self.0); } }
impl Shape for Square { fn area(&self) -> u32 { self.0 * self.0 } fn name(&self) -> &str { "square" } fn grow(&mut self, by: u32) { self.0 += by; } }
impl Shape for Rect { fn area(&self) -> u32 { self.w * self.h } fn grow(&mut self, by: u32) { self.w += by; } }
fn show(s: &dyn Shape) { println!("{} {}", s.name(), s.area()); }
fn make(big: bool) -> Box<dyn Shape> { if big { Box::new(Rect { w: 10, h: 20, tag: Noisy(1) }) } else { Box::new(Square(2)) } }
trait Named { fn name(&self) -> u8; }
trait Animal: Named { fn speak(&self) -> u8; }
struct Dog;
impl Named for Dog { fn name(&self) -> u8 { 7 } }
impl Animal for Dog { fn speak(&self) -> u8 { self.name() + 1 } }
struct Temp(i32);
impl fmt::Display for Temp { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "{}C", self.0) } }
fn apply(f: &dyn Fn(i32) -> i32, x: i32) -> i32 { f(x) }
fn adder(n: i32) -> Box<dyn Fn(i32) -> i32> { Box::new(move |x| x + n) }
fn run(f: Box<dyn FnOnce() -> u32>) -> u32 { f() }
fn many(mut f: Box<dyn FnMut(u32)>) { f(1); f(2); }
impl dyn Shape { fn twice(&self) -> u32 { self.area() * 2 } }
fn main() {
    let s = Square(3);
    show(&s);
    let mut b = make(true);
    b.grow(5);
    show(b.as_ref_());
    show(&*b);
    println!("{}", b.twice());
    let c = make(false);
    println!("{} {}", c.area(), std::mem::size_of_val(&c));
    println!("{} {}", std::mem::size_of_val(&*b), std::mem::align_of_val(&*b));
    let arr: [Box<dyn Shape>; 2] = [Box::new(Square(1)), make(true)];
    for i in 0..2 { println!("{}", arr[i].area()); }
    let d: &dyn Animal = &Dog;
    println!("{} {}", d.speak(), d.name());
    let n: &dyn Named = d;
    println!("{}", n.name());
    let t: &dyn fmt::Display = &Temp(5);
    println!("{t} [{:>5}] {}", t, &5 as &dyn fmt::Display);
    let dbg: Box<dyn fmt::Debug> = Box::new((1, "x"));
    println!("{dbg:?}");
    let k = 10;
    println!("{} {}", apply(&|x| x * k, 4), apply(&|x| x + 1, 4));
    let add = adder(3);
    println!("{}", add(4));
    let owned = Square(8);
    println!("{}", run(Box::new(move || owned.0)));
    let mut total = 0;
    let mut count = |x: u32| total += x;
    let dm: &mut dyn FnMut(u32) = &mut count;
    dm(3); dm(4);
    println!("{total}");
    many(Box::new(|x| println!("many {x}")));
    let fs: [Box<dyn Fn(i32) -> i32>; 3] = [Box::new(|x| x + 1), adder(10), Box::new(neg)];
    for i in 0..3 { println!("{}", fs[i](1)); }
    let r: &mut dyn Shape = &mut Square(4);
    r.grow(1);
    println!("{}", r.area());
    println!("end");
}
fn neg(x: i32) -> i32 { -x }
trait AsRef_ { fn as_ref_(&self) -> &dyn Shape; }
impl AsRef_ for Box<dyn Shape> { fn as_ref_(&self) -> &dyn Shape { &**self } }
