fn at(a: &[u8], i: usize) -> u8 { a[i * 2] }
fn main() { let a = [1, 2, 3, 4, 5]; let mut s = 0; for i in 0..4 { s += at(&a, i); println!("{s}"); } }
