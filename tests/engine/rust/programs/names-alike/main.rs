mod a { #[derive(Debug, PartialEq)] pub struct P(pub Box<i32>, pub Option<Box<P>>); }
mod b { #[derive(Debug, PartialEq)] pub struct P { pub x: Option<Box<P>>, pub n: u8, pub y: [Box<u64>; 3] } }
fn inner() { #[derive(Debug, PartialEq)] struct P(Box<i32>, u8); let p = P(Box::new(1), 2); println!("{:?}", p); let q = P(Box::new(1), 2); println!("{}", p == q); }
fn main() {
    for i in 0..200 {
        let p = a::P(Box::new(i), Some(Box::new(a::P(Box::new(1), None))));
        let q = b::P { x: Some(Box::new(b::P { x: None, n: 1, y: [Box::new(1), Box::new(2), Box::new(3)] })), n: 2, y: [Box::new(4), Box::new(5), Box::new(6)] };
        if i % 100 == 0 { println!("{:?} {:?}", p, q); println!("{:4?}", q); println!("{}", *q.y[1] + *p.0 as u64); }
    }
    inner();
}
