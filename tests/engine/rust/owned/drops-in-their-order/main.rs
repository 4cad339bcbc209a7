struct D(u8);
impl Drop for D {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
struct Pair { a: D, b: D }
impl Drop for Pair {
    fn drop(&mut self) { println!("pair {} {}", self.a.0, self.b.0); self.a.0 += 100; }
}
enum E { One(D), Two { x: D, y: D }, Nil }
impl Drop for E {
    fn drop(&mut self) {
        match self { E::One(d) => println!("one {}", d.0), E::Two { x, y } => println!("two {} {}", x.0, y.0), E::Nil => println!("nil") }
    }
}
struct Z;
impl Drop for Z { fn drop(&mut self) { println!("z"); } }
struct W<T> { v: T, n: u32 }
impl<T> Drop for W<T> { fn drop(&mut self) { println!("w {}", self.n); } }
fn make(n: u8) -> D { println!("make {}", n); D(n) }
fn take(d: D) { println!("take {}", d.0); }
fn cond(b: bool) { let d = D(50); if b { drop(d); } println!("end cond"); }
fn main() {
    let _a = D(1);
    let b = D(2);
    { let _c = D(3); println!("inner"); }
    take(b);
    let _ = D(4);
    let _p = Pair { a: D(5), b: D(6) };
    let mut r = D(7);
    r = D(8);
    println!("r {}", r.0);
    make(9);
    let x = Box::new(D(10));
    let arr = [D(11), D(12), D(13)];
    let t = (D(14), Z, W { v: D(15), n: 1 });
    let e = E::One(D(20));
    let f = E::Two { x: D(21), y: D(22) };
    let _g = E::Nil;
    cond(true); cond(false);
    let w = W { v: W { v: 3u8, n: 2 }, n: 3 };
    drop(w);
    drop(Z);
    let o = Some(D(30));
    if let Some(d) = o { println!("some {}", d.0); }
    let (m, _) = (D(31), D(32));
    println!("{}", m.0 + x.0 + arr[0].0 + t.0.0);
    let _q = match &e { E::One(d) => d.0, _ => 0 };
    drop(f);
    for i in 0..2 { let _l = D(40 + i); if i == 1 { break; } }
    println!("end");
}
