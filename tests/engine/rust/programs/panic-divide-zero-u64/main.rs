fn f(a: u64, b: u64) -> u64 { a / b }
fn main() { println!("{}", f(9, 0)); }
