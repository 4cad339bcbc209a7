#[derive(Debug, Clone, Copy, PartialEq)]
struct P { x: i32, y: i32 }
#[derive(Debug, Clone, Copy, PartialEq)]
struct L { a: P, b: P, w: u8 }
fn flip(l: L) -> L { L { a: l.b, b: l.a, ..l } }
fn main() { let l = L { a: P { x: 1, y: 2 }, b: P { x: 3, y: 4 }, w: 5 }; let m = flip(l); println!("{:?} {:?} {} {}", l, m, l == m, flip(m) == l); println!("{}", std::mem::size_of::<L>()); }
