fn divide(a: u32, b: u32) -> (u32, u32) { (a / b, a % b) }
fn swap(pair: (i8, u64)) -> (u64, i8) { (pair.1, pair.0) }
fn main() { let (q, r) = divide(47, 5); println!("{q} {r}"); let s = swap((-1, 7)); println!("{} {} {:?}", s.0, s.1, s); }
