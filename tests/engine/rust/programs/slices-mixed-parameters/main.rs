fn f(a: &[u8], n: u8, b: &mut [u16], t: (u8, u64), m: u8) -> u64 { b[0] += n as u16; a.len() as u64 + b.len() as u64 + t.1 + m as u64 }
fn main() { let a = [1, 2, 3]; let mut b = [10, 20]; println!("{}", f(&a, 5, &mut b, (1, 100), 7)); println!("{:?}", b); }
