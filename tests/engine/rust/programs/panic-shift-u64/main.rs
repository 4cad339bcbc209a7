fn f(a: u64, b: u32) -> u64 { a << b }
fn main() { println!("{}", f(1, 3)); println!("{}", f(1, 64)); }
