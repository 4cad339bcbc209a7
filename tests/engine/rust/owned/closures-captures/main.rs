#[derive(Debug)]
struct P { x: i32, y: Box<i32>, name: &'static str }
impl Drop for D { fn drop(&mut self) { println!("drop {}", self.0); } }
struct D(u8);
fn compose<A, B, C>(f: impl Fn(A) -> B, g: impl Fn(B) -> C) -> impl Fn(A) -> C { move |x| g(f(x)) }
fn run<F>(f: F) where F: FnOnce(i32) -> D { let d = f(3); println!("got {}", d.0); }
fn counter() -> impl FnMut() -> u32 { let mut c = 0; move || { c += 1; c } }
fn fact(n: u64) -> u64 { let rec: fn(u64) -> u64 = fact; if n == 0 { 1 } else { n * rec(n - 1) } }
fn table(op: char) -> fn(i32, i32) -> i32 { fn add(a: i32, b: i32) -> i32 { a + b } fn sub(a: i32, b: i32) -> i32 { a - b } match op { '+' => add, '-' => sub, _ => |a, _| a } }
struct Button<F> where F: FnMut(&str) { on: F }
impl<F: FnMut(&str)> Button<F> { fn click(&mut self) { (self.on)("clicked"); } fn new(on: F) -> Self { Button { on } } }
fn early(v: i32) -> Option<i32> { let half = |x: i32| -> Option<i32> { if x % 2 != 0 { return None; } Some(x / 2) }; let a = half(v)?; half(a) }
fn main() {
    let mut p = P { x: 1, y: Box::new(2), name: "n" };
    let mut set = |v| p.x = v;
    set(5);
    let yb = p.y;
    let show = || println!("{} {}", p.x, p.name);
    show();
    println!("{}", yb);
    println!("{}", compose(|a: i32| a + 1, |b| b as i64 * 2)(4));
    run(|n| D(n as u8));
    let d = D(9);
    let keep = move || println!("holding {}", d.0);
    keep();
    drop(keep);
    println!("after");
    let mut c = counter();
    println!("{} {} {}", c(), c(), c());
    println!("{}", fact(10));
    println!("{} {} {}", table('+')(1, 2), table('-')(1, 2), table('x')(7, 2));
    let mut log = 0;
    let mut b = Button::new(|s| log += s.len());
    b.click();
    b.click();
    println!("{log}");
    println!("{:?} {:?} {:?}", early(8), early(6), early(3));
    let t = (1, String2(3));
    let both = |(a, b): (i32, i32)| a * b + t.0;
    println!("{}", both((2, 3)));
    let arr = [1, 2, 3];
    let sum = || { let mut s = 0; for i in 0..3 { s += arr[i]; } s };
    println!("{} {}", sum(), std::mem::size_of_val(&sum));
    let fs: [fn(i32) -> i32; 3] = [|x| x + 1, |x| x * 2, neg];
    for i in 0..3 { println!("{}", fs[i](10)); }
    let mut v = 3;
    let r = &mut v;
    let mut bump = || *r += 1;
    bump(); bump();
    println!("{v}");
    let nested = |x: i32| { let inner = |y: i32| x + y + t.1.0; inner(10) };
    println!("{}", nested(1));
    let opt = 5;
    let mk = Some::<i32>;
    println!("{:?} {}", mk(opt), std::mem::size_of_val(&mk));
}
struct String2(i32);
fn neg(x: i32) -> i32 { -x }
