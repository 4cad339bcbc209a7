fn f(a: i16, b: u32) -> i16 { a << b }
fn main() { println!("{}", f(1, 3)); println!("{}", f(1, 64)); }
