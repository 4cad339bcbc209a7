fn f(a: u8, b: u8) -> u8 { a / b }
fn main() { println!("{}", f(9, 0)); }
