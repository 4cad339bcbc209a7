struct S;
impl S { fn clone(&self) -> u8 { 7 } }
struct N { v: u8 }
impl std::fmt::Display for N { fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result { write!(f, "N{}", self.v) } }
trait Greet { fn hi(&self) -> u8; }
impl Greet for N { fn hi(&self) -> u8 { self.v } }
impl<T: Greet> Greet for Box<T> { fn hi(&self) -> u8 { (**self).hi() + 1 } }
impl<'a, T: Greet> Greet for &'a T { fn hi(&self) -> u8 { (**self).hi() + 10 } }
impl Greet for [u8; 2] { fn hi(&self) -> u8 { self[0] + self[1] } }
impl Greet for (u8, u8) { fn hi(&self) -> u8 { self.0 * self.1 } }
impl Greet for bool { fn hi(&self) -> u8 { *self as u8 } }
fn call<T: Greet>(t: T) -> u8 { t.hi() }
trait Fold { fn start() -> Self; fn step(self, x: u8) -> Self; }
impl Fold for u32 { fn start() -> Self { 0 } fn step(self, x: u8) -> Self { self + x as u32 } }
impl Fold for bool { fn start() -> Self { false } fn step(self, x: u8) -> Self { self || x > 2 } }
fn fold<F: Fold>(a: &[u8]) -> F { let mut f = F::start(); let mut i = 0; while i < a.len() { f = f.step(a[i]); i += 1; } f }
mod shapes { pub trait Area { fn area(&self) -> u32; } pub struct Sq(pub u32); impl Area for Sq { fn area(&self) -> u32 { self.0 * self.0 } } }
use shapes::{Area, Sq};
fn main() {
    println!("{}", S.clone());
    println!("{} {} {}", N { v: 1 }, call(N { v: 2 }), call(Box::new(N { v: 3 })));
    println!("{} {} {} {}", call(&N { v: 4 }), call([1, 2]), call((3, 4)), call(true));
    println!("{} {}", fold::<u32>(&[1, 2, 3]), fold::<bool>(&[1, 2, 3]));
    let t: u32 = fold(&[9, 9]);
    println!("{} {}", t, Sq(5).area());
    println!("{:?}", { let a = [N { v: 1 }, N { v: 2 }]; a[1].hi() });
    let mut m = 3u8; m += 4; let r = &m; println!("{}", r.clone() + 1);
    let o: Option<&N> = None; println!("{}", o.is_none());
}
