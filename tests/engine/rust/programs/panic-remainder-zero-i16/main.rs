fn f(a: i16, b: i16) -> i16 { a % b }
fn main() { println!("{}", f(9, 0)); }
