struct N { v: i32, b: Box<i32> }
fn make(v: i32) -> N { N { v, b: Box::new(v * 2) } }
fn take(n: N) -> i32 { n.v + *n.b }
fn main() { let n = make(4); println!("{} {}", n.v, n.b); println!("{}", take(n)); let mut b = Box::new((1, 2)); b.0 = 5; let c = b; println!("{:?} {}", c, c.0 + c.1); }
