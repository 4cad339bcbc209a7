//# all-variants
enum Way { Up, Down }
fn main() {
    let way = Way::Up;
    match way { Way::Up => {}, Way::Down => {} }
}
//# variant-missing
enum Way { Up, Down, Left }
fn main() {
    let way = Way::Up;
    match way { Way::Up => {}, Way::Down => {} }
}
//# none-missing
fn main() {
    let o = Some(3);
    match o { Some(x) => println!("{x}") }
}
//# inner-missing
fn main() {
    let o = Some(true);
    match &o { Some(true) => {}, None => {} }
}
//# guard-does-not-count
fn main() {
    let o = Some(3);
    match o { Some(x) if x > 0 => {}, None => {} }
}
//# refutable-let
fn main() {
    let o = Some(3);
    let Some(x) = o;
    println!("{x}");
}
//# irrefutable-struct
struct P { x: i32, y: i32 }
fn main() {
    let P { x, y: _ } = P { x: 1, y: 2 };
    println!("{x}");
}
//# too-many-fields
enum E { A(i32) }
fn main() {
    match E::A(1) { E::A(x, y) => println!("{x} {y}") }
}
//# unknown-field
enum E { A { x: i32 } }
fn main() {
    match (E::A { x: 1 }) { E::A { y, .. } => println!("{y}") }
}
//# field-left-out
enum E { A { x: i32, y: i32 } }
fn main() {
    match (E::A { x: 1, y: 2 }) { E::A { x } => println!("{x}") }
}
//# field-left-out-of-value
enum E { A { x: i32, y: i32 } }
fn main() {
    let E::A { x, .. } = E::A { x: 1 };
    println!("{x}");
}
//# unknown-field-of-value
enum E { A { x: i32 } }
fn main() {
    let E::A { x } = E::A { x: 1, z: 2 };
    println!("{x}");
}
//# unknown-constructor
fn main() {
    match Some(1) { Just(x) => println!("{x}"), None => {} }
}
//# endless
enum List { Cons(i32, List), Nil }
fn main() {
    let _ = List::Nil;
}
//# boxed-is-not-endless
enum List { Cons(i32, Box<List>), Nil }
fn main() {
    let _ = List::Cons(1, Box::new(List::Nil));
}
//# discriminant-twice
enum E { A = 1, B = 1 }
fn main() {
    let _ = E::A;
}
//# variant-twice
enum E { A, A }
fn main() {
    let _ = E::A;
}
//# too-many-arguments
fn main() {
    let o: Option<u8, u8> = None;
}
//# type-unknown
fn main() {
    let o = None;
}
//# moved-by-match
fn main() {
    let o = Some(Box::new(1));
    match o { Some(b) => println!("{b}"), None => {} }
    match o { Some(_) => {}, None => {} }
}
//# lent-by-match
fn main() {
    let o = Some(Box::new(1));
    match &o { Some(b) => println!("{b}"), None => {} }
    match o { Some(b) => println!("{b}"), None => {} }
}
//# changed-while-matched
fn main() {
    let mut o = Some(1);
    match &o {
        Some(x) => {
            o = None;
            println!("{x}");
        }
        None => {}
    }
}
//# changed-through-match
fn main() {
    let mut o = Some(1);
    match &mut o { Some(x) => *x += 1, None => {} }
    println!("{:?}", o);
}
//# moved-out-of-reference
fn main() {
    let o = Some(Box::new(1));
    let r = &o;
    match *r { Some(b) => println!("{b}"), None => {} }
}
//# reference-inside-outlives
fn main() {
    let r;
    {
        let x = 1;
        r = Some(&x);
    }
    match r { Some(x) => println!("{x}"), None => {} }
}
//# reference-inside
fn first<'a>(o: Option<&'a i32>, other: &'a i32) -> &'a i32 {
    match o { Some(x) => x, None => other }
}
fn main() {
    let x = 1;
    println!("{}", first(Some(&x), &2));
}
//# compared-without-derive
enum E { A, B }
fn main() {
    println!("{}", E::A == E::B);
}
//# printed-without-derive
enum E { A }
fn main() {
    println!("{:?}", E::A);
}
//# cast-of-data
enum E { A(u8), B }
fn main() {
    println!("{}", E::B as u8);
}
//# copied
#[derive(Clone, Copy)]
enum E { A(u8), B }
fn main() {
    let e = E::A(1);
    let f = e;
    match e { E::A(x) => println!("{x}"), E::B => {} }
    match f { E::A(x) => println!("{x}"), E::B => {} }
}
//# not-copied
enum E { A(u8), B }
fn main() {
    let e = E::A(1);
    let f = e;
    match e { E::A(x) => println!("{x}"), E::B => {} }
}
