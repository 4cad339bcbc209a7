fn t(n: i32) -> i32 { print!("{} ", n); n }
fn s(a: i32, b: i32, c: i32) -> i32 { a + b * c }
fn main() { let mut a = [0; 4]; a[t(1) as usize] = t(2) + t(3) * t(4); println!("{:?}", a); println!("{}", s(t(5), t(6), t(7))); a[t(2) as usize] += t(9); println!("{:?} {:?}", a, (t(1), t(2))); }
