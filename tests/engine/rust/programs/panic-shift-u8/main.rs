fn f(a: u8, b: u32) -> u8 { a << b }
fn main() { println!("{}", f(1, 3)); println!("{}", f(1, 64)); }
