use std::ops::{Add, Neg, AddAssign, Mul, Sub};
trait Shape {
    fn area(&self) -> u32;
    fn name(&self) -> char { 'S' }
    fn describe(&self) { println!("{} {}", self.name(), self.area()); }
}
struct Square(u32);
struct Rect { w: u32, h: u32 }
impl Shape for Square { fn area(&self) -> u32 { self.0 * self.0 } }
impl Shape for Rect {
    fn area(&self) -> u32 { self.w * self.h }
    fn name(&self) -> char { 'R' }
}
impl Shape for u8 { fn area(&self) -> u32 { *self as u32 } }
fn show<T: Shape>(t: &T) -> u32 { t.describe(); t.area() }
fn show2(t: &impl Shape) { t.describe() }
fn both<A, B>(a: A, b: B) -> u32 where A: Shape, B: Shape { a.area() + b.area() }
#[derive(Debug, Clone, Copy, PartialEq)]
struct P { x: i32, y: i32 }
impl Add for P { type Output = P; fn add(self, o: P) -> P { P { x: self.x + o.x, y: self.y + o.y } } }
impl Sub for P { type Output = Self; fn sub(self, o: Self) -> Self { P { x: self.x - o.x, y: self.y - o.y } } }
impl Mul<i32> for P { type Output = P; fn mul(self, k: i32) -> P { P { x: self.x * k, y: self.y * k } } }
impl Mul<P> for i32 { type Output = P; fn mul(self, k: P) -> P { k * self } }
impl<'a> Add<&'a P> for &'a P { type Output = P; fn add(self, o: &P) -> P { P { x: self.x + o.x, y: self.y + o.y } } }
impl Neg for P { type Output = P; fn neg(self) -> P { P { x: -self.x, y: -self.y } } }
impl AddAssign for P { fn add_assign(&mut self, o: P) { self.x += o.x; self.y += o.y; } }
fn sum<T: Add<Output = T> + Copy>(a: T, b: T) -> T { a + b + a }
fn larger<T: PartialOrd>(a: T, b: T) -> T { if a > b { a } else { b } }
struct Money { cents: i64, tag: u8 }
impl PartialEq for Money { fn eq(&self, o: &Money) -> bool { self.cents == o.cents } }
impl PartialOrd for Money { fn partial_cmp(&self, o: &Money) -> Option<std::cmp::Ordering> { self.cents.partial_cmp(&o.cents) } }
trait Zero { const ZERO: Self; fn is_zero(&self) -> bool; }
trait Animal { fn new(n: u8) -> Self; fn legs() -> u8 { 4 } fn id(&self) -> u8; }
struct Dog(u8);
struct Bird(u8);
impl Animal for Dog { fn new(n: u8) -> Self { Dog(n) } fn id(&self) -> u8 { self.0 } }
impl Animal for Bird { fn new(n: u8) -> Bird { Bird(n) } fn legs() -> u8 { 2 } fn id(&self) -> u8 { self.0 + 100 } }
fn make<A: Animal>(n: u8) -> A { A::new(n) }
trait Container { type Item; fn get(&self) -> Self::Item; fn first(&self) -> Self::Item { self.get() } }
struct C(u16);
impl Container for C { type Item = u16; fn get(&self) -> u16 { self.0 } }
fn fetch<K: Container>(k: &K) -> K::Item { k.first() }
fn fetch2<K: Container<Item = u16>>(k: &K) -> u16 { k.get() + 1 }
struct Celsius(i32);
struct Kelvin(i32);
impl From<Celsius> for Kelvin { fn from(c: Celsius) -> Kelvin { Kelvin(c.0 + 273) } }
fn main() {
    let s = Square(4);
    s.describe();
    Rect { w: 2, h: 3 }.describe();
    println!("{}", show(&s) + show(&Rect { w: 1, h: 9 }));
    show2(&7u8);
    println!("{}", both(Square(2), 3u8));
    let (a, b) = (P { x: 1, y: 2 }, P { x: 10, y: 20 });
    let mut c = a + b * 2 - a;
    c += a;
    println!("{:?} {:?} {:?} {:?}", c, -c, &a + &b, 3 * a);
    println!("{:?} {}", sum(a, b), sum(3u8, 4));
    println!("{} {}", larger(3, 9), larger('a', 'b'));
    let (m, n) = (Money { cents: 5, tag: 1 }, Money { cents: 5, tag: 2 });
    println!("{} {} {} {}", m == n, m != n, m < n, m >= n);
    println!("{}", larger(m, Money { cents: 7, tag: 3 }).tag);
    let d: Dog = make(3);
    let e = make::<Bird>(4);
    println!("{} {} {} {}", d.id(), e.id(), Dog::legs(), Bird::legs());
    println!("{} {}", <Dog as Animal>::legs(), Animal::id(&d));
    println!("{} {}", fetch(&C(5)), fetch2(&C(6)));
    let k: Kelvin = Celsius(20).into();
    let k2 = Kelvin::from(Celsius(1));
    println!("{} {}", k.0, k2.0);
    println!("{:?} {:?}", 3.cmp(&4), 5u8.partial_cmp(&5));
    println!("{} {}", 3.max(9), 'x'.min('b'));
    let t = (1u8, Box::new(5)).clone();
    println!("{:?} {}", t, i32::default());
    println!("{}", a == b);
}
