use std::fmt;
use std::fmt::Display;
use std::cmp::Ordering;
struct P { x: i32, y: i32 }
impl fmt::Display for P {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "({}, {:>3})", self.x, self.y) }
}
impl fmt::Debug for P {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "P<{:?}>", self.x) }
}
#[derive(Debug)]
struct Outer { p: P, list: [P; 2], o: Option<P> }
struct Meters(u32);
impl Display for Meters { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) } }
struct W<T>(T);
impl<T: Display> Display for W<T> { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "[{}]", self.0) } }
enum Color { Red, Green }
impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self { Color::Red => write!(f, "red"), Color::Green => write!(f, "green") }
    }
}
fn show(t: &impl Display) { println!("<{}>", t); }
fn dbg2<T: fmt::Debug>(t: T) { println!("{:?}", t); }
struct Card { rank: u8, suit: char }
impl PartialEq for Card { fn eq(&self, o: &Self) -> bool { self.rank == o.rank } }
impl Eq for Card {}
impl PartialOrd for Card { fn partial_cmp(&self, o: &Self) -> Option<Ordering> { Some(self.cmp(o)) } }
impl Ord for Card { fn cmp(&self, o: &Self) -> Ordering { o.rank.cmp(&self.rank) } }
#[derive(PartialEq, PartialOrd)]
struct Hand { a: Card, n: u8 }
fn main() {
    let p = P { x: 1, y: 2 };
    println!("{} {:?} {p}", p, p);
    println!("{:?}", Outer { p: P { x: 3, y: 4 }, list: [P { x: 5, y: 6 }, P { x: 7, y: 8 }], o: Some(P { x: 9, y: 10 }) });
    println!("{:>6}|{:<6}|{:06}|{}", Meters(42), Meters(7), Meters(9), &Meters(1));
    show(&p);
    show(&Color::Red); show(&Box::new(Color::Green));
    dbg2(&p); dbg2(Some(3));
    show(&5u8);
    let (a, b) = (Card { rank: 3, suit: 'h' }, Card { rank: 5, suit: 's' });
    println!("{} {} {} {:?} {:?}", a < b, a == b, a >= b, a.cmp(&b), a.partial_cmp(&b));
    let (g, h) = (Hand { a, n: 1 }, Hand { a: b, n: 1 });
    println!("{} {} {} {}", g == h, g < h, g > h, g != h);
    println!("{:?}", Some(Card { rank: 1, suit: 'x' }) == Some(Card { rank: 1, suit: 'y' }));
    println!("{}", Card { rank: 1, suit: 'x' }.max(Card { rank: 2, suit: 'y' }).suit);
    assert_eq!(P { x: 1, y: 2 }.x, 1);
}
